"""Sources: what the statements of one document are read with, for a part of the ledger as for the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.casework.ledger.building import concerns, naming_of
from paradero.casework.ledger.keys import record_of_row
from paradero.casework.names import gazetteer_of
from paradero.casework.people.columns import is_one_person
from paradero.casework.standing import standing_by_id
from paradero.casework.suppressing import NOBODY, Guard, Person
from paradero.casework.suppressing.reports import guard_of_reports, taken_out
from paradero.model import Document, Entry, Judgement, Named, Statement
from paradero.model.judgement import known_by
from paradero.rolls import entries, from_toml
from paradero.store import SUPPRESSING, Casebook, Index, Known

if TYPE_CHECKING:
    from paradero.ledger import Claim
    from paradero.model.naming import Naming
    from paradero.reading.gazetteer import Gazetteer

WHOLE, MARKER, TIMED, VAGUE = "w", "m", "t", "v"  # flags of documents in the index


class Sources:
    """A casebook with its index, and what names are known by."""

    def __init__(self, casebook: Casebook, index: Index) -> None:
        self.casebook, self.index, self.lookup = casebook, index, casebook.lookup
        self._read: tuple[str, Document] | None = None

    @cached_property
    def naming(self) -> Naming:
        """What knows names."""
        return naming_of(self.casebook)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """What is known there as a place or a body is no person."""
        return gazetteer_of(self.casebook)

    @cached_property
    def guard(self) -> Guard:
        """Who of reports asked to be taken out."""
        return guard_of_reports(self.casebook) if self.index.seen(SUPPRESSING[0]) else NOBODY

    def taken_out(self, document: str, statements: Mapping[str, Statement]) -> frozenset[str]:
        """Return the ids of the statements of a report that tell of somebody who asked to be taken out."""
        if not self.guard.hashes:
            return frozenset()
        return taken_out(self._document(document), statements, self.gazetteer, self.guard).statements

    def judgements_about(self, things: Iterable[str]) -> dict[str, Judgement]:
        """Return the judgements about some things, and those that withdraw them, by id in order."""
        found: set[str] = set()
        asked = set(things)
        while asked:
            asked = self.index.judging(asked) - found
            found |= asked
        return {one.id: one for one in self.lookup.judgements(found)}

    def people(self, document: str, statements: Mapping[str, Statement]) -> tuple[Named, ...]:
        """Return whom a report names in some of its statements, without those who asked to be taken out."""
        from paradero.reading import people_named

        if not statements:
            return ()
        found = people_named(self._document(document), statements, self.gazetteer)
        return tuple(one for one in found if not self.guard.ids_of(Person(one.names)))

    def _document(self, id: str) -> Document:
        """Return a document; the last one is kept, as several things are asked of it in a row."""
        if self._read is None or self._read[0] != id:
            self._read = id, self.casebook.document(id)
        return self._read[1]

    def rows(self, known: Known, known_on: str) -> Collection[str]:
        """Return the records of a list that was imported more than once, as its last import then known reads it."""
        done = [one for one in self.casebook.imports() if one.how["document"] == known.id]
        last = [one for one in done if known_by(one.at, known_on)][-1]
        return {one.id for one in self.entries(known, last.how["mapping"])}

    def entries(self, known: Known, mapping: str) -> Iterator[Entry]:
        """Yield the rows of a list that stand for one person."""
        document = self.casebook.document(known.id)
        read, _ = entries(document, from_toml(mapping, f"of {document.name}"))
        yield from filter(is_one_person, read)

    def claims(
        self, known: Known, statements: Mapping[str, Statement], persons: Mapping[str, tuple[str, ...]]
    ) -> tuple[Claim, ...]:
        """Return the claims of statements of one document, which are not resolved yet."""
        from paradero.ledger import claims_of

        day = date.fromisoformat(known.day) if known.day else None
        # The column stands behind the document's text, so it is only looked up where a paper speaks for itself.
        own = any(
            one.speaker.kind == "outlet" or "government" in one.speaker.name.casefold() for one in statements.values()
        )
        publishers = {known.id: self.lookup.publisher(known.id)} if own else {}
        told = any(one.span.row is None for one in statements.values())
        texts = {known.id: self._document(known.id).text} if told else {}
        return claims_of(statements, self.naming, {known.id: day}, persons, publishers, texts)


def standing_then(
    statements: Mapping[str, Statement], judgements: Iterable[Judgement], known_on: str
) -> dict[str, Statement]:
    """Return the statements that stood, as known on a day."""
    known = {id: one for id, one in statements.items() if known_by(one.recorded_at, known_on)}
    made = [one for one in judgements if known_by(one.made_at, known_on)]
    stand = standing_by_id(known, made) if made else {}
    return {id: one for id, one in known.items() if id not in stand or stand[id].stands}


def records_of(statements: Mapping[str, Statement], named: Iterable[Named]) -> dict[str, tuple[str, ...]]:
    """Return for each statement of a report the records that it concerns."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for one in named:
        for said in one.statements:
            if said in statements and concerns(statements[said], one.names):
                found[said] = (*found[said], one.id)
    return dict(found)


def row_of(statement: Statement) -> str:
    """Return the id of the record that the row of a list's statement would be."""
    return record_of_row(statement.document, statement.span.sheet or "", statement.span.row or 0)
