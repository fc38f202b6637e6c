"""Parts: the ledger built from only those statements that a question depends on; its answers are those of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from paradero.casework.counts.deciding import decisions
from paradero.casework.counts.importing import imported
from paradero.casework.ledger.building import LedgerOf, judged_pairs, ledger_of
from paradero.casework.ledger.closing import Closing, NeedsWhole
from paradero.casework.ledger.gathered import Gathered
from paradero.casework.ledger.indexing import forget, index_of
from paradero.casework.ledger.keys import GROUP, RECORD, bounds
from paradero.casework.ledger.naming_persons import called
from paradero.casework.ledger.placing import ACT, placings
from paradero.casework.ledger.sources import MARKER, Sources
from paradero.casework.people.asking import People
from paradero.casework.people.records import Record, records
from paradero.model import Document
from paradero.model.judgement import known_by
from paradero.store import Casebook, Index, IndexFailed

if TYPE_CHECKING:
    from paradero.ledger import Ledger

T = TypeVar("T")

# With fewer statements the whole ledger is built in half a second, at half a millisecond a statement, and no file is
# needed; measured by bench/ledger/rebuilding.py with --whole.
WHOLE_BELOW = 1000


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about.

    Attributes:
        subjects: ids of persons (of any of their records), of groups, or names by which people without a record go.
        exchanges: whether it is about exchanges: all of them, with their legs, accounts and lists.
    """

    subjects: tuple[str, ...] = ()
    exchanges: bool = False


def ledger_about(
    casebook: Casebook,
    about: About,
    known_on: str = "",
    said_by: date | None = None,
    whole_below: int = WHOLE_BELOW,
) -> LedgerOf:
    """Build the part of the ledger that a question depends on.

    Args:
        casebook: where.
        about: what the question is about.
        known_on, said_by: as ``ledger_of`` takes them.
        whole_below: with fewer statements than this the whole ledger is built.

    Returns:
        A ledger whose answers about the subjects in ``complete`` (and the exchanges, when asked for) are those of the
        whole; what else stands in it is there for their sake, and is not all that is said of others.
    """
    part = None
    # Figures of files, and people's decisions about figures, are of the whole casebook.
    counted = bool(imported(casebook) or decisions(casebook))
    if not counted and casebook.lookup.many_statements(whole_below) >= whole_below:
        part = _asked(casebook, lambda index: _Part(casebook, index, known_on, said_by).of(about))
    return ledger_of(casebook, known_on, said_by) if part is None else part


def _asked(casebook: Casebook, ask: Callable[[Index], T]) -> T | None:
    """Ask the index; None when it has no answer. One that turns out to be damaged is built anew, once."""
    for _ in range(2):
        with index_of(casebook) as index:
            if index is None:
                return None
            try:
                return ask(index)
            except NeedsWhole:
                return None
            except IndexFailed as failed:
                damaged = failed.damaged
        if not damaged or not forget(casebook):
            return None
    return None


def subjects_starting(casebook: Casebook, prefix: str) -> tuple[str, ...] | None:
    """Return ids that persons or groups may have and that begin with a prefix, a few at most; None without an index.

    They are worked out from all that was ever written: not every one is somebody's on any day.
    """

    def ask(index: Index) -> tuple[str, ...]:
        found: set[str] = set()
        for tag in (RECORD, GROUP):
            if (between := bounds(tag, prefix)) is not None:
                found |= {key[1:].hex() for key, _ in index.between(*between, 8)}
        return tuple(sorted(found))

    return _asked(casebook, ask)


class _Part:
    """One question to a casebook."""

    def __init__(self, casebook: Casebook, index: Index, known_on: str, said_by: date | None) -> None:
        self._casebook, self._known_on = casebook, known_on
        self._gathered = Gathered(Sources(casebook, index), known_on, said_by)
        self._words = placings(casebook, known_on) if index.seen(ACT) else ()
        self._closing = Closing(self._gathered, self._words)

    def of(self, about: About) -> LedgerOf:
        """Build the part that a question is about."""
        for subject in about.subjects:
            self._closing.take_subject(subject)
        if about.exchanges:
            self._closing.take_exchanges()
        self._closing.close()
        ledger = self._ledger()
        if not self._closing.exchanges and self._of_exchanges(ledger):
            self._closing.take_exchanges()
            self._closing.close()
            ledger = self._ledger()
        while self._closing.exchanges and self._closing.take_lists(ledger.exchanges, ledger.rolls):
            self._closing.close()
            ledger = self._ledger()
        return self._made(ledger)

    def _ledger(self) -> Ledger:
        from paradero.ledger import Ledger, resolved

        parts = self._gathered.documents()
        claims = resolved(claim for part in parts for claim in part.claims)
        statements = {id: one for part in parts for id, one in part.statements.items()}
        made = [one for one in self._gathered.judgements.values() if known_by(one.made_at, self._known_on)]
        return Ledger(
            claims,
            called(self._gathered, self._closing.records),
            judged_pairs(made, "same", statements),
            judged_pairs(made, "different", statements),
            self._words,
            today=self._casebook.clock().date(),
        )

    def _of_exchanges(self, ledger: Ledger) -> bool:
        """Tell whether anything that is asked about may belong to an exchange."""
        complete = self._complete(ledger)
        placed = {id.partition("#")[0] for word in self._words for id in (word.one, word.other)}
        marking = {part.known.id for part in self._gathered.documents() if MARKER in part.known.flags}
        for id in complete:
            subject = ledger.subjects[id]
            if subject.kind == "group" and any(one.document in marking for one in subject.claims):
                return True
            if placed and (placed & {one.statement for one in subject.claims}):
                return True
            if placed and placed & {one.id for one in ledger.movements[id]}:
                return True
        return False

    def _complete(self, ledger: Ledger) -> frozenset[str]:
        """Return the ids of the subjects of whom the part holds all that is said."""
        persons = set(self._gathered.persons(self._closing.records).values()) | self._closing.names
        whole = {id for id in persons if id in ledger.subjects and ledger.subjects[id].kind == "person"}
        for id, subject in ledger.subjects.items():
            if subject.kind == "group" and all(map(self._closing.is_complete, subject.claims)):
                whole.add(id)
        return frozenset(whole)

    def _made(self, ledger: Ledger) -> LedgerOf:
        parts = self._gathered.documents()
        statements = {id: one for part in parts for id, one in part.statements.items()}
        judgements = tuple(one for one in self._gathered.judgements.values() if known_by(one.made_at, self._known_on))
        register = self._gathered.register()
        people = _Records(self._casebook, self._known_on)
        known = People(people, self._gathered.policy, judgements, register, None)
        return LedgerOf(
            ledger,
            MappingProxyType(statements),
            _Documents(self._casebook, [part.known.id for part in parts]),
            known,
            sum(part.withheld for part in parts),
            self._known_on,
            self._gathered.said_by,
            self._complete(ledger),
        )


class _Documents(Mapping[str, Document]):
    """The documents of a part, each read when it is asked for."""

    def __init__(self, casebook: Casebook, ids: Iterable[str]) -> None:
        self._casebook, self._ids = casebook, dict.fromkeys(ids)
        self._read: dict[str, Document] = {}

    def __getitem__(self, id: str) -> Document:
        if id not in self._read:
            if id not in self._ids:
                raise KeyError(id)
            self._read[id] = self._casebook.document(id)
        return self._read[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class _Records(Mapping[str, Record]):
    """The records of a casebook, all read when the first is asked for."""

    def __init__(self, casebook: Casebook, known_on: str) -> None:
        self._casebook, self._known_on = casebook, known_on
        self._read: dict[str, Record] | None = None

    def _all(self) -> dict[str, Record]:
        if self._read is None:
            self._read = {one.id: one for one in records(self._casebook, self._known_on)}
        return self._read

    def __getitem__(self, id: str) -> Record:
        return self._all()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
