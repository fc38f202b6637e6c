"""Importing a list: its document, the mapping and every statement in one act, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paradero.casework.actor import Actor
from paradero.casework.errors import PublisherNotGiven
from paradero.casework.lists.asking import ReadList, list_read, said_of
from paradero.casework.lists.looking import LookedAt, Period, look_at
from paradero.casework.suppressing import Guard, guard
from paradero.casework.taking import changed, settled
from paradero.model import Document, InvalidValue, Problem
from paradero.rolls import ANSWERED, Said, difference, from_toml, problems_of, statements, to_toml, without_examples
from paradero.store import SUPPRESSING, Act, Casebook, Found, ListImport, Overtaken

if TYPE_CHECKING:
    from paradero.intake import GivenByPerson

ACT = "import"
TRIES = 5  # as often another program may change the suppression list meanwhile


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list.

    Attributes:
        document: its id; empty when nothing was imported.
        entries: how many rows it has. statements: the ids that are new, in order.
        already: whether the same list was imported before in the same way; then nothing is written.
    """

    document: str = ""
    entries: int = 0
    statements: tuple[str, ...] = ()
    already: bool = False


def import_list(
    casebook: Casebook,
    path: Path,
    said: Said,
    given: GivenByPerson,
    actor: Actor,
    mapping: Path | None = None,
    newer_than: str | None = None,
    answers: str | None = None,
    period: Period = (None, None),
) -> tuple[Imported, tuple[Problem, ...]]:
    """Import a list as evidence.

    Args:
        casebook: where to.
        path: the file.
        said: the state of the list, and who says so; its publisher goes before that of ``given``.
        given: what the person says about the file.
        actor: who imports it.
        mapping: a mapping file; None has one sniffed.
        newer_than: id of the list that this is a newer version of; it stays, and no longer counts as current.
        answers: id of the imported list that this one, of the state ``answered``, answers name by name.
        period: the first and the last day that the list covers, where they are given.

    Returns:
        What became of it, and every problem found. It is one act: the document, all its statements and one audit entry
        with the mapping, or nothing. The same list again in the same way writes nothing.

    Raises:
        PublisherNotGiven: when nobody is said to have published a list that is not leaked.
        InvalidValue, UnknownCode: for a mapping, a period, a state or ``answers`` that cannot be used.
        UnknownId, AmbiguousId, IdTooShort: when ``newer_than`` or ``answers`` does not name one document.
    """
    _check(said, answers)
    asked = None if answers is None else list_read(casebook, answers)
    older = "" if newer_than is None else casebook.resolve("document", newer_than)
    given = replace(given, publisher="" if said.leaked else said.publisher)
    for _ in range(TRIES):
        known = guard(casebook)
        today = date.fromisoformat(casebook.now()[:10])
        looked, problems = look_at(path, given, mapping, today, True, known, said.state == ANSWERED, period)
        looked, problems = _sifted(casebook, looked, problems, older, known)
        if not looked.entries:
            return Imported(), problems
        told = (*problems, *(() if asked is None else _elsewhere(looked, asked)))
        try:
            return _recorded(casebook, path, looked, _as_list(looked, said, asked), actor, told, known)
        except Overtaken:
            continue
    raise Overtaken


def _check(said: Said, answers: str | None) -> None:
    if not said.leaked and not said.publisher.strip():
        raise PublisherNotGiven
    if answers is not None and said.state != ANSWERED:
        raise InvalidValue(f"A list of state {said.state!r} answers nobody.", "Give it the state answered.")


def _sifted(
    casebook: Casebook, looked: LookedAt, problems: tuple[Problem, ...], older: str, known: Guard
) -> tuple[LookedAt, tuple[Problem, ...]]:
    """Give a list the id that it has here, by which withheld rows are known again; what is no list has no rows."""
    if looked.document is None or not looked.entries or not looked.mapping.sheets:
        return replace(looked, entries=()), problems
    document = settled(casebook, looked.document, older)
    id = document.id
    rows = looked.entries if looked.entries[0].document == id else _of_document(looked, id)
    sifted = known.sift(rows)
    if sifted.left_out:
        told = problems_of(document.name, sifted.troubles)
        problems = (*map(without_examples, problems), *told)
    left_out = (*looked.left_out, *sifted.left_out)
    return replace(looked, document=document, entries=sifted.entries, left_out=left_out), problems


def _recorded(
    casebook: Casebook,
    path: Path,
    looked: LookedAt,
    as_list: dict[str, Any],
    actor: Actor,
    problems: tuple[Problem, ...],
    known: Guard,
) -> tuple[Imported, tuple[Problem, ...]]:
    document = looked.document
    assert document is not None
    id = document.id
    count = len(looked.entries)
    before = [one for one in casebook.imports() if one.how["document"] == id]
    if any(_is_same(one, as_list, looked) for one in before):
        return Imported(id, count, already=True), (*problems, _already(document, id))
    if not casebook.keep_original(path, document.sha256):
        return Imported(), (*problems, changed(path))
    at = casebook.now()
    made = statements(document, looked.entries, said_of(as_list), at)
    told = (*problems, *((_otherwise(document, id),) if before else ()))
    details: dict[str, Any] = {"document": id, "list": as_list, "entries": count, "statements": len(made)}
    if looked.left_out:
        details["left_out"] = [[sheet, row, list(ids)] for sheet, row, ids in looked.left_out]
    found = tuple(Found(problem, ACT, id) for problem in told)
    act = Act(ACT, actor.name, at, details, (replace(document, recorded_at=at),), made, (), found)
    return Imported(id, count, casebook.record(act, known.seen, SUPPRESSING).statements), told


def _as_list(looked: LookedAt, said: Said, asked: ReadList | None) -> dict[str, Any]:
    """What the audit log keeps of how a list is read, so that its entries can be had again."""
    assert looked.document is not None
    return {
        "document": looked.document.id,
        "state": said.state,
        "publisher": said.publisher,
        "kind": said.kind,
        "relay": said.relay,
        "leaked": said.leaked,
        "mapping": to_toml(looked.mapping),
        **({} if asked is None else {"answers": asked.listed.document.id}),
    }


def _elsewhere(looked: LookedAt, asked: ReadList) -> tuple[Problem, ...]:
    """Tell which rows of a list that answers stand for nobody on the list that was asked about."""
    assert looked.document is not None
    rows = difference(asked.entries, looked.entries).added
    if not rows:
        return ()
    name = looked.document.name
    shown = ", ".join(f"{entry.row:,}" for entry in rows[:6]) + (" and more" if len(rows) > 6 else "")
    cause = f"{len(rows):,} rows answer about nobody on the list {asked.listed.document.name}; they are kept."
    hint = "Look whether it is the list that was asked about: paradero list answers ID."
    whole = len(rows) == len(looked.entries)
    return (
        Problem("answers_elsewhere", name, cause, hint, f"rows {shown}", severity="warning" if whole else "notice"),
    )


def _is_same(before: ListImport, now: dict[str, Any], looked: LookedAt) -> bool:
    """Whether a list was read in this way before, and no row is to come in that was left out then.

    A day that nobody said does not make it another way.
    """
    if {row[:2] for row in before.left_out} - {row[:2] for row in looked.left_out}:
        return False
    if looked.day_assumed:
        day = from_toml(before.how["mapping"], "of the earlier import").list_date
        now = now | {"mapping": to_toml(replace(looked.mapping, list_date=day))}
    return before.how == now


def _of_document(looked: LookedAt, id: str) -> tuple[Any, ...]:
    return tuple(replace(entry, document=id) for entry in looked.entries)


def _already(document: Document, id: str) -> Problem:
    cause = f"The same list is here already, read in the same way, as document {id[:12]}; nothing was written."
    hint = "To read it otherwise, change the mapping or the state."
    return Problem("list_in_casebook", document.name, cause, hint, severity="notice")


def _otherwise(document: Document, id: str) -> Problem:
    cause = f"The list was imported before as document {id[:12]} with another mapping, state or speaker."
    hint = "The statements of both stand; reject those that are wrong."
    return Problem("list_read_otherwise", document.name, cause, hint, severity="warning")
