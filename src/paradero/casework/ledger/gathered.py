"""Gathered: the statements that a part of the ledger is made of, each document's read with the same rules as the whole.

What is added to it is only ever more: documents as a whole, or single rows of a list that stand for themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.casework.ledger.keeping import UNREADABLE, Reading, read_again
from paradero.casework.ledger.keys import record_key
from paradero.casework.ledger.sources import WHOLE, Sources, records_of, row_of, standing_then
from paradero.casework.people.policy import ACT, SIGNED, Policy, policy
from paradero.casework.suppressing.guarding import in_force
from paradero.model import Judgement, Statement
from paradero.model.judgement import known_by
from paradero.rolls.statements import ENGINE
from paradero.store import SUPPRESSING, Known

if TYPE_CHECKING:
    from paradero.ledger import Claim
    from paradero.linking import Register

Found = tuple[bytes, str, int]  # a key, the id of a statement that has it, and the number of its document


@dataclass
class OfDocument:
    """What is gathered of one document.

    Attributes:
        known: which. statements: ids of those that stood, in the order of its text.
        named: the records that it tells of and that name somebody, each with the name, in order; of a report, or a
            list as a whole.
        claims: what they say, with what the document tells beside. records: those that each statement concerns.
        withheld: how many statements are withheld.
    """

    known: Known
    statements: tuple[str, ...]
    named: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    records: Mapping[str, tuple[str, ...]]
    withheld: int = 0


@dataclass
class Gathered:
    """Documents and rows, read as they stood on a day.

    Attributes:
        sources: the casebook with its index. known_on, said_by: as ``ledger_of`` takes them.
        whole: the numbers of the documents that are in it as a whole. rows: of others, ids of statements by number.
        register: who is who, of all records gathered so far. judgements: about what was gathered, by id.
        fresh: what whole documents were read to just now, by their numbers, as it was not kept.
    """

    sources: Sources
    known_on: str = ""
    said_by: date | None = None
    whole: dict[int, Known] = field(default_factory=dict)
    rows: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    judgements: dict[str, Judgement] = field(default_factory=dict)
    fresh: dict[int, Reading] = field(default_factory=dict)
    _read: dict[int, tuple[int, OfDocument]] = field(default_factory=dict)
    _known: dict[int, Known] = field(default_factory=dict)
    _person_of: dict[str, str] = field(default_factory=dict)
    _same: dict[str, frozenset[str]] = field(default_factory=dict)

    def take(self, numbers: Iterable[int]) -> bool:
        """Take documents as a whole, if they stood; tell whether any was not in it before."""
        found = self.stood(set(numbers) - self.whole.keys())
        self.whole.update(found)
        return bool(found)

    def take_rows(self, found: Iterable[Found]) -> bool:
        """Take single rows, or their list where its rows lean on each other; tell whether any was not in it before."""
        by_list: defaultdict[int, set[str]] = defaultdict(set)
        for _, statement, number in found:
            by_list[number].add(statement)
        stood = self.stood(by_list)
        leaning = {number for number, known in stood.items() if WHOLE in known.flags}
        more = self.take(leaning)
        for number in stood.keys() - leaning:
            if number not in self.whole and by_list[number] - self.rows[number]:
                self.rows[number] |= by_list[number]
                more = True
        return more

    def stood(self, numbers: Collection[int]) -> dict[int, Known]:
        """Return those of some documents that were known, and that none then known replaces."""
        new = [number for number in numbers if number not in self._known]
        self._known |= {one.number: one for one in self.sources.index.numbered(new).values()}
        found = {self._known[number].id: self._known[number] for number in numbers if number in self._known}
        then = {id: one for id, one in found.items() if known_by(one.recorded_at, self.known_on)}
        newer = self.sources.index.replacing(then)
        gone = {one.replaces for one in newer if known_by(one.recorded_at, self.known_on)}
        return {one.number: one for id, one in then.items() if id not in gone}

    def documents(self) -> list[OfDocument]:
        """Return all that was gathered, in the order of the documents."""
        wanted = sorted({*self.whole, *(number for number, rows in self.rows.items() if rows)})
        self._read_kept([number for number in wanted if number in self.whole])
        return [self.document(number) for number in wanted]

    def document(self, number: int) -> OfDocument:
        """Return what was gathered of a document."""
        many = -1 if number in self.whole else len(self.rows[number])
        if many < 0:
            self._read_kept([number])
        before = self._read.get(number)
        if before is None or before[0] != many:
            known = self._known[number]
            self._read[number] = before = many, self.read(known, None if many < 0 else self.rows[number])
        return before[1]

    def read(self, known: Known, rows: Collection[str] | None = None) -> OfDocument:
        """Read a document, or some rows of a list, as they stood."""
        reading = self._reading(known, rows)
        if rows is None and not self.known_on and self.said_by is None:
            self.fresh[known.number] = reading
        return self._of(known, reading)

    def _read_kept(self, numbers: Sequence[int]) -> None:
        """Take what documents were read to before, where that is kept, and stood then as it does now."""
        new = [number for number in numbers if self._read.get(number, (0,))[0] != -1]
        if not new or self.said_by is not None:
            return
        readings: dict[int, Reading] = {}
        for number, (since, parts) in self.sources.index.kept(new).items():
            if known_by(since, self.known_on):
                with suppress(*UNREADABLE):
                    readings[number] = read_again(parts, since)
        self.judgements |= self.sources.judgements_about(id for one in readings.values() for id in one.statements)
        self.persons({record for one in readings.values() for own in one.records.values() for record in own})
        for number, reading in readings.items():
            self._read[number] = -1, self._of(self._known[number], reading)

    def _of(self, known: Known, reading: Reading) -> OfDocument:
        of = self.persons({one for own in reading.records.values() for one in own})
        claims = reading.of_persons(of)
        return OfDocument(known, reading.statements, reading.named, claims, reading.records, reading.withheld)

    def _reading(self, known: Known, rows: Collection[str] | None) -> Reading:
        from paradero.ledger import as_said_by
        from paradero.ledger.resolving import resolved_within

        sources = self.sources
        told = sources.casebook.statements(known.id) if rows is None else sources.lookup.statements(sorted(rows))
        said = {id: one for id, one in told.items() if known_by(one.recorded_at, self.known_on)}
        shown = self.shown(told) if known.listed else self._without_taken_out(known, told)
        shown = {id: one for id, one in shown.items() if id in said}
        judgements = sources.judgements_about(shown)
        self.judgements |= judgements
        stood = standing_then(shown, judgements.values(), self.known_on)
        named: tuple[tuple[str, str], ...] = ()
        records: dict[str, tuple[str, ...]]
        if known.listed:
            records = {id: (record,) for id, record in self._rows(known, stood).items()}
            named = _named(shown) if rows is None else ()
        else:
            people = () if known.sheets else sources.people(known.id, stood)
            records = records_of(stood, people)
            named = tuple((one.id, one.name) for one in people)
        claims = sources.claims(known, stood, records)
        claims = claims if self.said_by is None else as_said_by(claims, self.said_by)
        moments = (known.recorded_at, *(one.recorded_at for one in said.values()), *_moments(judgements.values()))
        return Reading(tuple(stood), named, records, resolved_within(claims), len(said) - len(shown), max(moments))

    def _rows(self, known: Known, statements: Mapping[str, Statement]) -> dict[str, str]:
        """Return for each statement of a list the record that its row is, where it stands for one named person."""
        rows = {id: row_of(one) for id, one in statements.items()}
        if known.imports > 1:
            named: Collection[str] = self.sources.rows(known, self.known_on) if rows else ()
        else:
            found = self.sources.index.rows_with({record_key(record) for record in rows.values()})
            named = {key[1:].hex() for key, _, _ in found}
        return {id: record for id, record in rows.items() if record in named}

    def _without_taken_out(self, known: Known, said: Mapping[str, Statement]) -> dict[str, Statement]:
        """Return the statements of a report that tell of nobody who is taken out."""
        gone = self.sources.taken_out(known.id, said)
        return {id: one for id, one in said.items() if id not in gone}

    def shown(self, said: Mapping[str, Statement]) -> dict[str, Statement]:
        """Return the statements of a list whose rows are not withheld."""
        index = self.sources.index
        if not index.seen(SUPPRESSING[0]):
            return dict(said)
        acts = {act.how["id"]: act for act in in_force(self.sources.casebook.suppressions())}
        rows = {(document, sheet, row) for act in acts.values() for document, sheet, row in act.how["rows"]}
        at = {id: row_of(one) for id, one in said.items()}
        left_out = {record for record, suppression in index.left_out(set(at.values())) if suppression in acts}
        return {
            id: one
            for id, one in said.items()
            if at[id] not in left_out and (one.document, one.span.sheet or "", one.span.row or 0) not in rows
        }

    def persons(self, records: Collection[str]) -> dict[str, str]:
        """Return the person of each record, as judged; by the record itself when it is joined to none."""
        new = {one for one in records if one not in self._person_of}
        if new:
            every, judgements = self._joined(new)
            register = self._register(judgements.values())
            self._person_of |= {one: register.person_of.get(one, one) for one in every}
        return {one: self._person_of[one] for one in records}

    def records_of(self, record: str) -> frozenset[str]:
        """Return the records that somebody ever judged, directly or through others, to be the same as one."""
        self.persons([record])
        return self._same.get(record, frozenset([record]))

    def _joined(self, records: Collection[str]) -> tuple[set[str], dict[str, Judgement]]:
        """Return all records that "same" joins with some, whether it still holds or not, and all judgements of them."""
        seen, todo = set(records), set(records)
        judgements: dict[str, Judgement] = {}
        ties: list[tuple[str, ...]] = []
        while todo:
            found = self.sources.judgements_about(todo)
            judgements |= found
            same = [one for one in found.values() if one.decision == "same"]
            ties += [one.about for one in same]
            todo = {id for one in same for id in one.about} - seen
            seen |= todo
        self.judgements |= judgements
        self._same |= _components(ties)
        return seen, judgements

    def _register(self, judgements: Iterable[Judgement]) -> Register:
        from paradero.linking import register

        return register(judgements, self.known_on, self.policy.reviewers, SIGNED)

    @cached_property
    def policy(self) -> Policy:
        """What the casebook asked for."""
        asked = self.sources.index.seen(ACT)
        return policy(self.sources.casebook, self.known_on) if asked else Policy()

    def register(self) -> Register:
        """Return who is who among all that was gathered."""
        return self._register(self.judgements.values())


def _named(statements: Mapping[str, Statement]) -> tuple[tuple[str, str], ...]:
    """Return the records of a list's rows that name one person, each with the name that the list has."""
    return tuple(
        (row_of(one), one.who.names[0]) for one in statements.values() if names_one(one) and one.who is not None
    )


def names_one(statement: Statement) -> bool:
    """Tell whether a row, as its list says it, names one person."""
    who = statement.who
    return statement.reader.engine == ENGINE and who is not None and bool(who.names) and who.group is None


def _moments(judgements: Iterable[Judgement]) -> Iterator[str]:
    yield from (one.made_at for one in judgements)


def _components(ties: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    of: dict[str, set[str]] = {}
    for tie in ties:
        whole = set(tie).union(*(of.get(one, ()) for one in tie))
        of.update(dict.fromkeys(whole, whole))
    return {one: frozenset(whole) for one, whole in of.items()}
