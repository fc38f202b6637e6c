"""The register as a spreadsheet and back: who is one person can be decided where people already work.

Each row is a record with the person it belongs to. Whoever gives two records one label in the column "person" says that
they are one; whoever gives records of one person two labels says that they are two. Read back, that becomes judgements,
signed like any other, after it has been shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.lists.exporting import check_place, take_out
from paradero.model import Entry, InvalidValue, Judgement, Problem
from paradero.rolls import rows_to_csv, sheets_to_xlsx, tables
from paradero.store import Act, Casebook

if TYPE_CHECKING:
    from paradero.casework.people.asking import People
    from paradero.casework.people.records import Record

RECORD, PERSON, EXPORTED = "paradero record", "person", "person as exported"
_ABOUT = ("kind", "source", "document", "sheet", "row", "place", "state", "names", "statements")
_COMPARED = (
    "birth_date age age_on sex nationality birth_place residence occupation document held_at father mother".split()
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody decided in a spreadsheet.

    Attributes:
        same, different: pairs of ids of records, in order. unknown: rows whose record the casebook does not have.
    """

    same: tuple[tuple[str, str], ...]
    different: tuple[tuple[str, str], ...]
    unknown: tuple[int, ...] = ()


def export_people(casebook: Casebook, known: People, path: Path, actor: Actor) -> int:
    """Write the register to a new file, a row for each record, and record who took it out.

    Args:
        casebook: where. known: who is who.
        path: the file, whose name ends with ``.xlsx`` or ``.csv``.
        actor: who takes it out.

    Returns:
        How many records were written.

    Raises:
        UnknownExport, FileExists: for another ending; when something is there already.
        OSError: when the file cannot be written.
    """
    check_place(path)
    compared = ("document_number" if column == "document" else column for column in _COMPARED)
    rows = [[RECORD, PERSON, EXPORTED, *_ABOUT, *compared], *_rows(known)]
    data = sheets_to_xlsx(("people", rows)) if path.suffix.lower() == ".xlsx" else rows_to_csv(rows)
    details = {"people": len(known.records), "to": path.name}
    take_out(casebook, actor, details, path, data)
    return len(known.records)


def decided_in(known: People, path: Path) -> tuple[Decided | None, tuple[Problem, ...]]:
    """Read back what somebody decided in an exported register; nothing is written.

    Args:
        known: who is who now. path: the file.

    Returns:
        The decisions that differ from the file as it was exported, or None when it cannot be read; and the problems.

    Raises:
        InvalidValue: when the file is no exported register, or has lost what it needs.
    """
    from paradero.intake import GivenByPerson, take_in

    document, problems = take_in(path, GivenByPerson(), table=True)
    if document is None or not document.sheets:
        return None, problems
    lines = tables(document)[0].lines
    heads = [head.strip() for head in lines[0]] if lines else []
    if missing := [head for head in (RECORD, PERSON, EXPORTED) if head not in heads]:
        hint = "Export it with: paradero people export FILE. Change only the column “person”."
        raise InvalidValue(f"{path.name} is no exported register: it has no column {missing[0]!r}.", hint)
    places = [heads.index(head) for head in (RECORD, PERSON, EXPORTED)]
    now, before, unknown = {}, {}, []
    for number, line in enumerate(lines[1:], 2):
        id, person, exported = (line[place].strip() if place < len(line) else "" for place in places)
        if id in known.records:
            now[id], before[id] = person or id, exported or id  # who is left without a label stands alone
        elif id or person:
            unknown.append(number)
    return Decided(tuple(_joined(now, before)), tuple(_parted(known, now, before)), tuple(unknown)), problems


def judge_as_decided(casebook: Casebook, known: People, decided: Decided, reason: str, actor: Actor) -> int:
    """Sign what was decided in a spreadsheet, in one act; return how many judgements that are.

    Raises:
        InvalidValue: for an empty reason.
    """
    at = casebook.now()
    pairs = [("same", pair) for pair in decided.same] + [("different", pair) for pair in decided.different]
    made = tuple(Judgement(decision, pair, actor.name, reason, at) for decision, pair in pairs)
    if made:
        places = [[known.records[id].place for id in one.about] for one in made]
        details = {"decided_in": "spreadsheet", "judgements": len(made), "places": places}
        casebook.record(Act("judge", actor.name, at, details, judgements=made))
    return len(made)


def _rows(known: People) -> Iterator[list[str]]:
    label: dict[str, str] = {}
    for number, person in enumerate(known.register.persons, 1):
        label.update(dict.fromkeys(person, f"P{number}"))
    alone = len(known.register.persons)
    for id, record in known.records.items():
        if id not in label:
            alone += 1
            label[id] = f"P{alone}"
        columns = record.columns
        yield [id, label[id], label[id], *_about(record), *(columns.get(column) or "" for column in _COMPARED)]


def _about(record: Record) -> Sequence[str]:
    source = record.source
    if isinstance(source, Entry):
        where, kind, said = (source.sheet, str(source.row)), "entry", ""
    else:
        where, kind, said = ("", ""), "report", " ".join(source.statements)
    place = f"{source.start}-{source.end}"
    names = "; ".join(source.names)
    return (kind, record.document.name, source.document, *where, place, record.state, names, said)


def _joined(now: Mapping[str, str], before: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield a pair for each person of the file that now has a label with another."""
    first: dict[str, tuple[str, set[str]]] = {}
    for id, label in now.items():
        head, seen = first.setdefault(label, (id, {before[id]}))
        if before[id] not in seen:
            seen.add(before[id])
            yield (min(head, id), max(head, id))


def _parted(known: People, now: Mapping[str, str], before: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that hold a person together which the file has taken apart."""
    from paradero.linking import standing

    for (one, other), of in standing(known.judgements).items():
        apart = one in now and other in now and before[one] == before[other] and now[one] != now[other]
        if apart and any(judgement.decision == "same" for judgement in of):
            yield one, other
