"""Naming persons: what the persons of a part are called, as the whole ledger calls them: by their first record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from paradero.casework.ledger.gathered import names_one
from paradero.casework.ledger.keys import record_key
from paradero.casework.ledger.sources import row_of
from paradero.model.judgement import known_by

if TYPE_CHECKING:
    from paradero.casework.ledger.gathered import Gathered
    from paradero.store import Known

Order = tuple[int, int, int]  # lists before reports, each in the order in which they came, and within each
Naming = tuple[Order, str, str]  # where a record stands, its id, and the name


def called(gathered: Gathered, records: Collection[str]) -> dict[str, str]:
    """Return what the persons of some records are called, by the person's id."""
    found = sorted([*_in_whole(gathered, records), *_in_lists(gathered, records)])
    person_of = gathered.persons(records)
    names: dict[str, str] = {}
    for _, record, name in found:
        names.setdefault(person_of[record], name)
    return names


def _in_whole(gathered: Gathered, records: Collection[str]) -> Iterator[Naming]:
    """Yield what documents that are there as a whole call people, but not lists that were read several times."""
    for part in gathered.documents():
        listed = part.known.listed
        if not listed or (part.known.number in gathered.whole and part.known.imports == 1):
            for at, (record, name) in enumerate(part.named):
                if record in records:
                    yield ((0, listed, at) if listed else (1, part.known.number, at)), record, name


def _in_lists(gathered: Gathered, records: Collection[str]) -> Iterator[Naming]:
    index, lookup = gathered.sources.index, gathered.sources.lookup
    rows = index.rows_with([record_key(one) for one in records])
    numbers = {number for _, _, number in rows}
    known = {id: one for id, one in index.numbered(numbers).items() if not _replaced(gathered, one)}
    often = {id: one for id, one in known.items() if one.imports > 1}
    for one in often.values():
        yield from _as_read_last(gathered, one, records)
    once = {one.number for id, one in known.items() if id not in often and one.number not in gathered.whole}
    said = lookup.statements(sorted({statement for _, statement, number in rows if number in once}))
    for at, statement in enumerate(gathered.shown(said).values()):
        if names_one(statement) and statement.who is not None and known_by(statement.recorded_at, gathered.known_on):
            place = known[statement.document]
            yield (0, place.listed, at), row_of(statement), statement.who.names[0]


def _replaced(gathered: Gathered, known: Known) -> bool:
    """Tell whether a newer version of a list was known; a report that replaces a list leaves its names."""
    newer = gathered.sources.index.replacing([known.id])
    return any(one.listed and known_by(one.recorded_at, gathered.known_on) for one in newer)


def _as_read_last(gathered: Gathered, known: Known, records: Collection[str]) -> Iterator[Naming]:
    sources = gathered.sources
    done = [one for one in sources.casebook.imports() if one.how["document"] == known.id]
    last = [one for one in done if known_by(one.at, gathered.known_on)][-1:]
    for one in last:
        for at, entry in enumerate(sources.entries(known, one.how["mapping"])):
            if entry.id in records:
                yield (0, known.listed, at), entry.id, entry.names[0]
