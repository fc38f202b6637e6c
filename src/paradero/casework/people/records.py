"""The records of a casebook that stand for one named person: entries of its lists, and people of its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from paradero.casework.lists.asking import Listed, lists
from paradero.casework.names import gazetteer_of
from paradero.casework.people.columns import is_one_person, of_entry, of_named
from paradero.casework.standing import standing_by_id
from paradero.casework.suppressing import Person, guard
from paradero.model import Document, Entry, Named, Statement
from paradero.model.judgement import known_by
from paradero.rolls import entries
from paradero.store import Casebook

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Record:
    """One named person as one list or one report has them.

    Attributes:
        source: the row of a list, or the person of a report.
        document: where it stands.
        day: the day of the list or report, on which an age hangs; None when it is not known.
        state: what the list says of everybody on it (``held``); empty for a report.
    """

    source: Entry | Named
    document: Document
    day: date | None
    state: str = ""

    @property
    def id(self) -> str:
        """The id of the entry or of the named person."""
        return self.source.id

    @property
    def name(self) -> str:
        """The name, as the list has it or at its fullest in the report."""
        return self.source.names[0] if isinstance(self.source, Entry) else self.source.name

    @property
    def place(self) -> str:
        """Where it stands, to be cited: the document's id, sheet and row; or the document's id and the character."""
        if isinstance(self.source, Entry):
            return self.source.place
        return f"{self.source.document}@{self.source.start}"

    @property
    def columns(self) -> Mapping[str, str | None]:
        """What is compared of it."""
        if isinstance(self.source, Entry):
            return of_entry(self.source, self.day)
        return of_named(self.source, self.day)


def records(casebook: Casebook, known_on: str = "") -> tuple[Record, ...]:
    """Return the records of lists and reports, those of lists first, each in the order in which they came.

    Args:
        casebook: where.
        known_on: an ISO day or instant after which nothing is known; empty for everything.

    Returns:
        Every row that stands for one person who is named, of lists that no newer version replaces; and everybody whom
        a current report names in statements that nobody rejected. Nobody who asked to be taken out.
    """
    return (*_of_lists(casebook, known_on), *_of_reports(casebook, known_on))


def _of_lists(casebook: Casebook, known_on: str) -> Iterator[Record]:
    known = [one for one in lists(casebook) if known_by(one.done.at, known_on)]
    gone = {one.document.replaces for one in known}
    last: dict[str, Listed] = {one.done.how["document"]: one for one in known}
    guarded = guard(casebook)
    for listed in (one for id, one in last.items() if id not in gone):
        mapping = listed.mapping
        rows, _ = entries(listed.document, mapping)
        for entry in guarded.sift(rows).entries:
            if is_one_person(entry):
                yield Record(entry, listed.document, mapping.list_date, listed.said.state)


def _of_reports(casebook: Casebook, known_on: str) -> Iterator[Record]:
    from paradero.reading import people_named

    documents = [one for one in casebook.documents() if known_by(one.recorded_at, known_on)]
    gone = {one.replaces for one in documents}
    gazetteer = gazetteer_of(casebook)
    guarded = guard(casebook)
    for document in documents:
        if not document.sheets and (id := document.id) not in gone:
            for named in people_named(document, _standing(casebook, id, known_on), gazetteer):
                if not guarded.ids_of(Person(named.names)):
                    yield Record(named, document, document.provenance.anchor)


def _standing(casebook: Casebook, document: str, known_on: str) -> dict[str, Statement]:
    said = {id: one for id, one in casebook.statements(document).items() if known_by(one.recorded_at, known_on)}
    if not said:
        return said
    stands = standing_by_id(said, [one for one in casebook.judgements() if known_by(one.made_at, known_on)])
    return {id: one for id, one in said.items() if stands[id].stands}


def table_of_records(known: Iterable[Record]) -> pa.Table:
    """Return the table by which records are linked: what is compared of each, its id, and its list or report."""
    from paradero.linking import table_of

    return table_of({"id": one.id, "list": one.source.document, **one.columns} for one in known)
