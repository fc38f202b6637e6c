"""Groups: which claims speak of the same people, by their words and by what people judged; a pure function of both.

A group is a proposal: that two reports speak of the same people is worked out from their words, and a person's "same"
or "different" about two statements goes before every rule.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from paradero.ledger.claims import Claim
from paradero.ledger.phrases import listed
from paradero.model import digest

_APART = 400  # days between two reports that no longer speak of the same people, if nobody says so


@dataclass(frozen=True, slots=True)
class Group:
    """People spoken of together.

    Attributes:
        id: by the claim that speaks of them first, so that a later report does not change it.
        label: the words that show best who they are.
        peoples, marks: the states whose people they are, and what tells them from others of that people.
        claims: ids of the claims about them, in order.
        why: by what their claims were put together; empty for one claim alone.
    """

    id: str
    label: str
    peoples: frozenset[str]
    marks: frozenset[str]
    claims: tuple[str, ...]
    why: str = ""


def groups(
    claims: Iterable[Claim],
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> tuple[Group, ...]:
    """Put claims about people who are not told by name together.

    Args:
        claims: as ``resolved`` gives them; claims about persons of the register are left out.
        same, different: pairs of ids of statements that people judged to speak of the same people, or of others.
    """
    every = [one for one in claims if one.whom is not None and not one.whom.persons and not one.whom.names]
    keys = _keys(every)
    judged = _Judged(same, different)
    gathered: dict[str, list[Claim]] = {}
    for key, members in _in_order(every, keys):
        for one in members:
            _placed(one, key, gathered, judged)
    joined = judged.joined(gathered)
    return tuple(_group(members, keys) for members in joined)


def _keys(claims: Sequence[Claim]) -> dict[str, str]:
    """Return for each claim what tells its people from others: their kind, and the places that their reports share."""
    by_kind: defaultdict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        by_kind[kind_of(one)].append(one)
    keys = {}
    for kind, members in by_kind.items():
        where = _contexts(members)
        for one in members:
            keys[one.id] = f"{kind}|{where[one.document]}"
    wholes = {one.id: one.part_of for one in claims if one.part_of in keys}
    return {id: keys[_whole(id, wholes)] for id in keys}


def _whole(id: str, wholes: Mapping[str, str]) -> str:
    """Return the widest whole of a part; of a circle of parts the one that comes first."""
    met = [id]
    while (wider := wholes.get(met[-1])) is not None:
        if wider in met:
            return min(met[met.index(wider) :])
        met.append(wider)
    return met[-1]


def kind_of(claim: Claim) -> str:
    """Return the kind of people as a text; the words themselves, in their document, where they tell no kind."""
    whom = claim.whom
    if whom is None:
        return ""
    particular = whom.kinds - listed("kinds", "general")
    if whom.marks and particular:  # "political prisoners" are told apart by that alone
        return f"marked {' '.join(sorted(whom.marks | particular))}"
    if whom.peoples and not whom.marks:
        parting = sorted(whom.kinds & listed("kinds", "parting"))
        return f"people {' '.join(sorted(whom.peoples))} {' '.join(parting)}".strip()
    return f"words {claim.document} {' '.join(whom.label.casefold().split())}"


def _contexts(claims: Sequence[Claim]) -> dict[str, str]:
    """Return for each document the part of its kind that it belongs to: documents that share a place, near in time."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    days: dict[str, date] = {}
    for one in claims:
        own = one.whom.peoples if one.whom is not None else frozenset()
        told = {place.state or place.name for place in (one.by, one.origin, one.destination, one.at, one.via) if place}
        places[one.document] |= told - own
        if one.said_on is not None:
            days[one.document] = max(days.get(one.document, one.said_on), one.said_on)
    parts: list[tuple[str, set[str], list[int]]] = []
    found: dict[str, str] = {}
    documents = sorted(places, key=lambda name: (not places[name], str(days.get(name, "")), name))
    for name in documents:
        fitting = [one for one in parts if _fits(places[name], days.get(name), one)]
        if len(fitting) == 1 or (fitting and places[name]):
            part = fitting[0]
        else:
            part = (name, set(), [])
            parts.append(part)
        part[1].update(places[name])
        if name in days:
            _put_in_order(part[2], days[name].toordinal())
        found[name] = part[0]
    return found


def _put_in_order(days: list[int], day: int) -> None:
    at = bisect_left(days, day)
    if days[at : at + 1] != [day]:
        days.insert(at, day)


def _fits(places: set[str], day: date | None, part: tuple[str, set[str], list[int]]) -> bool:
    near = day is None or not part[2] or _nearest(part[2], day.toordinal()) <= _APART
    return near and (not places or not part[1] or bool(places & part[1]))


def _in_order(claims: Sequence[Claim], keys: Mapping[str, str]) -> Iterator[tuple[str, list[Claim]]]:
    by_key: defaultdict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        by_key[keys[one.id]].append(one)
    yield from by_key.items()


def _nearest(days: Sequence[int], day: int) -> int:
    """Return how many days lie between a day and the nearest of several in order."""
    at = bisect_left(days, day)
    return min(abs(day - other) for other in days[max(0, at - 1) : at + 1])


class _Judged:
    """What people judged of pairs of statements."""

    def __init__(self, same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]) -> None:
        self._same = [*same]
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in different:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def parts(self, claim: Claim, members: Iterable[Claim]) -> bool:
        """Tell whether somebody judged that a claim speaks of others than some claims do."""
        apart = self._apart.get(claim.statement)
        return apart is not None and any(one.statement in apart for one in members)

    def joined(self, gathered: Mapping[str, list[Claim]]) -> list[list[Claim]]:
        """Return the groups after those that somebody judged to be the same have become one."""
        of = {one.statement: key for key, members in gathered.items() for one in members}
        merged = {key: list(members) for key, members in gathered.items()}
        for one, other in self._same:
            first, second = of.get(one), of.get(other)
            if first is None or second is None or first == second:
                continue
            if any(self.parts(claim, merged[first]) for claim in merged[second]):
                continue
            merged[first] += merged.pop(second)
            of.update({name: first for name, key in of.items() if key == second})
        return list(merged.values())


def _placed(claim: Claim, key: str, gathered: dict[str, list[Claim]], judged: _Judged) -> None:
    """Add a claim to the first group of its key that nobody judged to be others."""
    at = 0
    while judged.parts(claim, gathered.get(f"{key}|{at}", ())):
        at += 1
    gathered.setdefault(f"{key}|{at}", []).append(claim)


def _group(members: list[Claim], keys: Mapping[str, str]) -> Group:
    first = members[0]
    kinds = {keys[one.id] for one in members}
    whoms = [one.whom for one in members if one.whom is not None]
    best = max((one for one in members if one.whom is not None), key=telling).whom or whoms[0]
    words = "somebody judged their statements to speak of the same people" if len(kinds) > 1 else _why(first)
    return Group(
        group_id(first),
        best.label,
        frozenset().union(*(one.peoples for one in whoms)),
        frozenset().union(*(one.marks for one in whoms)),
        tuple(one.id for one in members),
        words if len(members) > 1 else "",
    )


def group_id(first: Claim) -> str:
    """Return the id of the group of which a claim speaks first."""
    return digest("group", first.statement, first.id)


def telling(claim: Claim) -> tuple[bool, bool, bool, bool, bool, int]:
    """Tell how well a claim's words show who is meant: a people, a number, no pronoun, not one person, not too long."""
    label = "" if claim.whom is None else claim.whom.label
    counted = claim.figure is not None and claim.figure.known
    own = claim.whom is not None and claim.whom.its
    one = label.casefold().startswith(("a ", "an ", "un ", "una "))
    whole = not claim.part_of
    return whole, bool(claim.whom and claim.whom.peoples), not own, counted, not one, -abs(len(label) - 20)


def _why(claim: Claim) -> str:
    whom = claim.whom
    if whom is None:
        return ""
    told = " ".join(sorted(whom.marks | (whom.kinds - listed("kinds", "general"))))
    if whom.marks and told:
        return f"told of as {told!r} in reports that share a place and a time"
    if whom.peoples:
        return f"people of {', '.join(sorted(whom.peoples))} in reports that share a place and a time"
    return "told of in the same words in one document"
