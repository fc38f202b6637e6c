"""Taking apart: which figures are parts, stages, names or what is left of which whole, as their words tell."""

from __future__ import annotations

from collections.abc import Iterator

from paradero.ledger.comparing import family
from paradero.ledger.likening import Places, Seen, akin, same_places
from paradero.ledger.relations import Relation
from paradero.ledger.sets import words

_REACHED = frozenset({"arrived", "confirmed"})
_BOUNDS = frozenset({">=", ">", "<=", "<"})


def parts(current: list[Seen]) -> Iterator[Relation]:
    """Parts whose words name their whole, one relation for each way of parting it."""
    wholes: dict[str, list[Seen]] = {}
    by_id = {one.figure.id: one for one in current}
    for one in current:
        if one.of in by_id and one.figure.unit == by_id[one.of].figure.unit and not one.words.exits and not _named(one):
            wholes.setdefault(one.of, []).append(one)
    for whole, members in sorted(wholes.items()):
        left = list(members)
        for kind, rows in _partitions(members):
            left = [one for one in left if all(one not in row for row in rows)]
            yield from _parted(whole, kind, rows)
        if left:
            complete = len(left) > 1 and all(one.words.heads and not one.words.parts for one in left)
            ids = tuple(one.figure.id for one in left)
            yield Relation("parts", whole, ids, complete=complete, basis="other", why="their words name the whole")


def implied(alone: list[Seen], places: Places) -> Iterator[Relation]:
    """Parts whose words do not name their whole: they add a way of parting to its words, or a party to a total's."""
    for whole in [one for one in alone if not one.of and not one.words.parts and one.words.heads]:
        fitting = [one for one in alone if one is not whole and not one.of and _is_part(whole, one, places)]
        rows = [one for one in fitting if one.words.parts and one.days == whole.days]
        if len({one.words.parts for one in rows}) > 1:
            ids = tuple(one.figure.id for one in rows)
            why = "the same people and places, and a way of parting them"
            yield Relation("parts", whole.figure.id, ids, complete=False, basis="implied", why=why)
        sides = [
            one for one in fitting if not one.days and not one.words.parts and not one.words.total and one.words.names
        ]
        if whole.words.total and family(whole.figure.state) == "carried_out" and len(sides) > 1:
            ids = tuple(one.figure.id for one in sides)
            why = "a total, and its people party by party"
            yield Relation("parts", whole.figure.id, ids, complete=False, basis="parties", why=why)


def _is_part(whole: Seen, part: Seen, places: Places) -> bool:
    """Tell whether a figure may be of a part of a whole that was said before it, or on about the same day."""
    same = whole.words.heads == part.words.heads and akin(whole, part, places)
    # "Ukrainian soldiers" are of "Ukrainians".
    same = same or (whole.words.heads == part.words.peoples and same_places(whole.words, part.words, places))
    step = family(part.figure.state)
    later = family(whole.figure.state) == "planned" and step == "carried_out" and _after(part, whole)
    unit = whole.figure.unit == part.figure.unit or "bodies" in (whole.figure.unit, part.figure.unit)
    return same and unit and not part.words.exits and (later or step == family(whole.figure.state))


def _partitions(members: list[Seen]) -> list[tuple[str, list[list[Seen]]]]:
    """Return the ways of parting that have two rows or more among some parts, with the parts of each row."""
    found: dict[str, dict[int, list[Seen]]] = {}
    for one in members:
        for kind, row in one.words.parts:
            found.setdefault(kind, {}).setdefault(row, []).append(one)
    for kind, other in words()["joined"].items():
        if len(found.get(kind, ())) == len(found.get(other, ())) == 1:
            second = found.pop(other)
            found[f"{kind} and {other}"] = {0: next(iter(found.pop(kind).values())), 1: next(iter(second.values()))}
    return [(kind, [rows[row] for row in sorted(rows)]) for kind, rows in sorted(found.items()) if len(rows) > 1]


def _parted(whole: str, kind: str, rows: list[list[Seen]]) -> Iterator[Relation]:
    """Return a partition; where several speakers give one, each gets a relation of their own."""
    why = f"their words name the whole and part it by {kind}"
    speakers = sorted({one.figure.speaker for row in rows for one in row})
    several = any(len(row) > 1 for row in rows)
    full = [who for who in speakers if all(any(one.figure.speaker == who for one in row) for row in rows)]
    for who in full if several and full else [""]:
        chosen = [next(one for one in row if who in ("", one.figure.speaker)) for row in rows]
        ids = tuple(dict.fromkeys(one.figure.id for one in chosen))
        if len(ids) > 1:
            yield Relation("parts", whole, ids, basis=kind, why=why)


def stages(current: list[Seen], alone: list[Seen], places: Places) -> Iterator[Relation]:
    """Figures of different days or rounds that come to a total; ``alone`` has one figure of each set."""
    carried = [one for one in alone if one.days and not one.of and family(one.figure.state) == "carried_out"]
    taken: set[str] = set()
    for whole in [one for one in current if not one.days and not one.of and _is_total(one)]:
        fitting = [one for one in carried if _stage_of(whole, one, places)]
        if len({one.days for one in fitting}) > 1:
            taken |= {one.figure.id for one in fitting}
            days = ", ".join(" ".join(one.days) for one in fitting)
            why = f"a total, and what was carried out at its stages ({days})"
            yield Relation("stages", whole.figure.id, tuple(one.figure.id for one in fitting), why=why)
    groups: dict[tuple[object, ...], list[Seen]] = {}
    for one in carried:
        if one.words.days and one.words.heads and one.figure.id not in taken:
            key = (
                one.words.heads,
                one.words.marks,
                one.words.peoples,
                one.words.names,
                one.words.exits,
                one.figure.unit,
            )
            groups.setdefault(key, []).append(one)
    for members in groups.values():
        if len(members) > 1:
            why = "the same people and places on different days; nobody says a total"
            yield Relation("stages", parts=tuple(one.figure.id for one in members), why=why)


def _is_total(one: Seen) -> bool:
    level = family(one.figure.state)
    return level == "planned" or (level == "carried_out" and one.words.total)


def _stage_of(whole: Seen, part: Seen, places: Places) -> bool:
    if whole.figure.unit != part.figure.unit or not akin(whole, part, places):
        return False
    if not (whole.words.heads and part.words.heads) and not whole.words.total:
        return False
    first, second = whole.figure.said_on, part.figure.said_on
    if first is None or second is None:
        return True
    return second >= first if family(whole.figure.state) == "planned" else second <= first


def names(current: list[Seen], places: Places) -> Iterator[Relation]:
    """Lists of names, for the set whose names they are and for every wider set that it belongs to."""
    by_id = {one.figure.id: one for one in current}
    lists = [(one, by_id.get(one.of, one)) for one in current if _named(one)]
    for whole in current:
        if _named(whole) or whole.of or not whole.figure.known or whole.figure.figure.operator in _BOUNDS:
            continue
        of_it = [one for one, _ in lists if one.of == whole.figure.id]
        wider = [one for one, subject in lists if _within(whole, subject, places)]
        ids = tuple(one.figure.id for one in of_it or wider)
        if ids and whole.figure.unit == "persons":
            why = "their words name the whole" if of_it else "the same people and places, day by day, by name"
            yield Relation("names", whole.figure.id, ids, why=why)


def _within(whole: Seen, subject: Seen, places: Places) -> bool:
    return bool(
        not whole.days
        and subject.words.heads
        and whole.words.heads == subject.words.heads
        and akin(whole, subject, places)
    )


def _named(one: Seen) -> bool:
    return one.figure.state == "named" or one.figure.unit == "names"


def remainders(current: list[Seen], alone: list[Seen], places: Places) -> Iterator[Relation]:
    """A stock, and who left it: released, handed over, or by a side exit; each from the last stock before it."""
    held = [one for one in alone if one.figure.state == "held" and one.figure.known and not one.of]
    stocks = [one for one in held if one.figure.figure.operator not in _BOUNDS]
    moving = [one for one in alone if family(one.figure.state) != "stock"]
    leavers = [one for one in moving if one.words.exits or family(one.figure.state) == "carried_out"]
    taken: dict[str, list[Seen]] = {}
    for one in leavers:
        named = [stock for stock in stocks if stock.figure.id == one.of and one.words.exits]
        whole = named[-1] if named else _last_stock(stocks, one, places)
        if whole is not None:
            taken.setdefault(whole.figure.id, []).append(one)
    loose = [one for one in leavers if one.words.vague and one.words.exits and not one.of]
    for stock in stocks:
        gone = _each_once(taken.get(stock.figure.id, []))
        if gone:
            later = [one for one in stocks if one.words.still and one is not stock and _after(one, stock)]
            rest = next(
                (one.figure.id for one in later if akin(stock, one, places) and all(_after(one, g) for g in gone)), ""
            )
            among = tuple(one.figure.id for one in loose) if len(taken) == 1 else ()
            ids = tuple(one.figure.id for one in gone)
            yield Relation("minus", stock.figure.id, ids, among, rest, why="they left those who were held")


def refusals(members: list[Seen], every: list[Seen]) -> Iterator[Relation]:
    """Those who were let go, those of them who arrived, and who stayed by a side exit that names no set of its own."""
    loose = [one for one in every if one.words.vague and one.words.exits and not one.of]
    arrived = [one for one in members if one.figure.state == "arrived"]
    let_go = [one for one in members if family(one.figure.state) == "carried_out" and one.figure.state not in _REACHED]
    if loose and len(arrived) == len(let_go) == 1 and let_go[0].figure.written != arrived[0].figure.written:
        among = tuple(one.figure.id for one in loose)
        why = "let go and arrived, and who did not go"
        yield Relation("minus", let_go[0].figure.id, (arrived[0].figure.id,), among, why=why)


def _last_stock(stocks: list[Seen], one: Seen, places: Places) -> Seen | None:
    if one.of or not one.words.heads:
        return None
    before = [stock for stock in stocks if stock.words.heads and _after(one, stock) and akin(stock, one, places)]
    fitting = [
        stock for stock in before if stock.words.heads == one.words.heads and stock.figure.unit == one.figure.unit
    ]
    return max(fitting, key=lambda stock: (str(stock.figure.said_on), stock.figure.id), default=None)


def _each_once(gone: list[Seen]) -> list[Seen]:
    """Leave a total out where its stages are there."""
    staged = any(one.words.days for one in gone)
    return [one for one in gone if one.words.days or one.words.exits or one.of or not staged]


def _after(one: Seen, other: Seen) -> bool:
    first, second = one.figure.said_on, other.figure.said_on
    return first is None or second is None or first >= second
