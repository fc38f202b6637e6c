"""Suppressing a person, taking that back, and telling what suppressions there are: signed acts, each with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paradero.casework.actor import Actor
from paradero.casework.suppressing.guarding import Guard, Row, in_force, rows_of, the_key
from paradero.casework.suppressing.persons import NAME_ALONE, Person, combinations, hashed, key_check, remembered
from paradero.model import Entry, InvalidValue, digest
from paradero.rolls import entries, from_toml
from paradero.store import SUPPRESSING, Act, Casebook, Overtaken, SuppressionAct, one_of

SUPPRESS, UNSUPPRESS = SUPPRESSING
TRIES = 5  # as often another program may import a list meanwhile


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What became of a suppression.

    Attributes:
        id: by which it is taken back.
        kinds: the kinds of combination by which the person is recognised; empty when only by the row.
        rows: the rows of imported lists that are withheld from now on.
        namesakes: rows of the same name that stay, as they do not say when that person was born; a person has to look.
    """

    id: str
    kinds: tuple[str, ...]
    rows: tuple[Row, ...]
    namesakes: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """One suppression, as it can be told: nothing of it says who the person is.

    Attributes:
        id, at, actor, reason: of the act. kinds: by which kinds of combination the person is recognised.
        rows: how many rows of imported lists are withheld by it.
        taken_back: the act that took it back; None while it is in force.
    """

    id: str
    at: str
    actor: str
    reason: str
    kinds: tuple[str, ...]
    rows: int
    taken_back: SuppressionAct | None = None


def suppress(
    casebook: Casebook,
    reason: str,
    actor: Actor,
    entry: Entry | None = None,
    more: Person = Person(),  # noqa: B008 - frozen
    name_alone: bool = False,
) -> Suppressed:
    """Take a person out of the casebook, and keep nothing of them but keyed hashes and the places of their rows.

    Args:
        casebook: where.
        reason: why, in the person's words; it stays in the audit log, so it must not name them.
        actor: who does it.
        entry: the row of an imported list that is about them; None for somebody who is on no list yet.
        more: what is known of them besides.
        name_alone: whether the name alone is enough, which hits everybody of that name.

    Raises:
        InvalidValue: when nothing identifies the person, when the row names several people and ``more`` nobody, when
            the reason is empty or names them, or when they are on the list already.
        KeyMissing, KeyOpen, KeyWrong: when the secret key cannot be used.
    """
    person = _whom(entry, more)
    _check(reason, person)
    found = [one for one in remembered(person) if name_alone or one[0] != NAME_ALONE]
    if not found and entry is None:
        raise InvalidValue("Nothing of this identifies a person.", _WHAT_IDENTIFIES)
    for _ in range(TRIES):
        seen = casebook.last_entry()
        forced = in_force(casebook.suppressions())
        key = the_key(casebook, forced)
        hashes = sorted((kind, hashed(key, kind, parts)) for kind, parts in found)
        here: list[Row] = [] if entry is None else [(entry.document, entry.sheet, entry.row)]
        _check_new(casebook, forced, hashes, here)
        at = casebook.now()
        id = digest("suppression", at, actor.name, reason, [value for _, value in hashes], here)
        new = Guard(key, {value: frozenset([id]) for _, value in hashes})
        caught, namesakes = _found(casebook, new, person)
        rows = list(dict.fromkeys([*here, *caught]))
        how: dict[str, Any] = {"id": id, "reason": reason.strip(), "key": key_check(key), "hashes": hashes}
        how |= {"made_from": here, "rows": rows}
        try:
            casebook.record(Act(SUPPRESS, actor.name, at, {"suppression": how}), seen, (*SUPPRESSING, "import"))
        except Overtaken:
            continue
        left = tuple(dict.fromkeys(row for row in namesakes if row not in rows))
        return Suppressed(id, tuple(dict.fromkeys(kind for kind, _ in hashes)), tuple(rows), left)
    raise Overtaken


def unsuppress(casebook: Casebook, id_or_prefix: str, reason: str, actor: Actor) -> SuppressionAct:
    """Take a suppression back; the entries and statements that it withheld are shown again.

    Returns:
        The suppression that is no longer in force.

    Raises:
        IdTooShort, UnknownId, AmbiguousId: when the prefix does not name one suppression in force.
        InvalidValue: for an empty reason.
    """
    if not reason.strip():
        raise InvalidValue("A suppression is not taken back without a reason.", "Give it with --reason.")
    seen = casebook.last_entry()
    known = {act.how["id"]: act for act in in_force(casebook.suppressions())}
    id = one_of("suppression", id_or_prefix, known)
    how = {"id": id, "reason": reason.strip()}
    casebook.record(Act(UNSUPPRESS, actor.name, casebook.now(), {"suppression": how}), seen, SUPPRESSING)
    return known[id]


def suppressions(casebook: Casebook) -> tuple[Suppression, ...]:
    """Return every suppression in the order in which they were made, those taken back included; never a name."""
    acts = casebook.suppressions()
    back = {act.how["id"]: act for act in acts if act.taken_back}
    made = [act for act in acts if not act.taken_back]
    rows = rows_of(casebook, made)
    return tuple(
        Suppression(
            act.how["id"],
            act.at,
            act.actor,
            act.how["reason"],
            tuple(dict.fromkeys(kind for kind, _ in act.how["hashes"])),
            sum(act.how["id"] in ids for ids in rows.values()),
            back.get(act.how["id"]),
        )
        for act in made
    )


_WHAT_IDENTIFIES = (
    "Give --name with --birth; or --name, --birth (the year) and --father or --mother; or --document-number; or "
    "--name with --name-alone, which hits everybody of that name."
)


def _whom(entry: Entry | None, more: Person) -> Person:
    """Who is meant: of a row that names several people it is not told whose birth or document stands in it."""
    if entry is None or (len(entry.names) > 1 and more.names):
        return more
    if len(entry.names) > 1:
        hint = "Say who is meant with --name, and with --birth or --document-number what identifies them."
        raise InvalidValue(f"The row names {len(entry.names)} people.", hint)
    return Person.of(entry).with_more(more)


def _check(reason: str, person: Person) -> None:
    from paradero.linking import name_key

    if not reason.strip():
        raise InvalidValue("Nobody is suppressed without a reason.", "Give it with --reason.")
    said = set(name_key(reason))
    if any(len(said & set(name_key(name))) > 1 for name in person.names):
        hint = "It stays in the audit log for ever: say who asked and why, without the name."
        raise InvalidValue("The reason names the person who is to be taken out.", hint)


def _check_new(
    casebook: Casebook, forced: tuple[SuppressionAct, ...], hashes: list[tuple[str, str]], here: list[Row]
) -> None:
    known = {value: act.how["id"] for act in forced for _, value in act.how["hashes"]}
    rows = rows_of(casebook, forced)
    if all(value in known for _, value in hashes) and all(row in rows for row in here):
        ids = {known[value] for _, value in hashes} | {id for row in here for id in rows[row]}
        shown = ", ".join(sorted(id[:12] for id in ids))
        raise InvalidValue(f"This person is on the suppression list already ({shown}).", "There is nothing to do.")


def _found(casebook: Casebook, new: Guard, person: Person) -> tuple[list[Row], list[Row]]:
    """Return the rows of all imported lists that fall under a new suppression, and those of namesakes without a birth.

    Every list is read by every mapping that it was imported with.
    """
    names = {parts for kind, parts in combinations(person) if kind == NAME_ALONE}
    caught: list[Row] = []
    namesakes: list[Row] = []
    read = {(done.how["document"], done.how["mapping"]) for done in casebook.imports()}
    for id, mapping in sorted(read) if names or new.hashes else ():
        document = casebook.document(id)
        for entry in entries(document, from_toml(mapping, f"of {document.name}"))[0]:
            if new.ids(entry):
                caught.append((id, entry.sheet, entry.row))
            elif not entry.normal("birth_date") and names & {parts for _, parts in combinations(Person.of(entry))}:
                namesakes.append((id, entry.sheet, entry.row))
    return caught, namesakes
