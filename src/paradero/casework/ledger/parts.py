"""Parts: the ledger built from only those statements that a question depends on; its answers are those of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from paradero.casework.counts.deciding import decisions
from paradero.casework.counts.importing import imported
from paradero.casework.ledger.building import (
    LedgerOf,
    claims_of_files,
    judged_pairs,
    ledger_of,
    relations_decided,
)
from paradero.casework.ledger.cited import Cited
from paradero.casework.ledger.closing import Closing, NeedsWhole
from paradero.casework.ledger.gathered import Gathered
from paradero.casework.ledger.indexing import forget, index_of, keep
from paradero.casework.ledger.keys import GROUP, RECORD, bounds
from paradero.casework.ledger.naming_persons import called
from paradero.casework.ledger.placing import ACT, placings
from paradero.casework.ledger.sources import MARKER, Sources
from paradero.model.judgement import known_by
from paradero.store import Casebook, Index, IndexFailed

if TYPE_CHECKING:
    from paradero.ledger import Claim, Ledger, Relation

T = TypeVar("T")

# With fewer statements the whole ledger is built in half a second, at half a millisecond a statement, and no file is
# needed; measured by bench/ledger/rebuilding.py with --whole.
WHOLE_BELOW = 1000


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about.

    Attributes:
        subjects: ids of persons (of any of their records), of groups, or names by which people without a record go.
        statements: ids of statements: it is about the persons of whom they tell.
        exchanges: whether it is about exchanges: all of them, with their legs, accounts and lists.
        everything: whether it is about everything that there is.
    """

    subjects: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    exchanges: bool = False
    everything: bool = False


EVERYTHING = About(everything=True)


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
    if casebook.lookup.many_statements(whole_below) >= whole_below:
        # Figures of files, and people's decisions about figures, are of the whole casebook.
        if imported(casebook) or decisions(casebook):
            about = EVERYTHING
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
        self._casebook, self._index, self._known_on = casebook, index, known_on
        self._stands_at = index.meta()
        self._gathered = Gathered(Sources(casebook, index), known_on, said_by)
        self._words = placings(casebook, known_on) if index.seen(ACT) else ()
        self._closing = Closing(self._gathered, self._words)

    def of(self, about: About) -> LedgerOf:
        """Build the part that a question is about, and keep what documents were read to for it."""
        made = self._everything() if about.everything else self._about(about)
        if self._gathered.fresh:
            keep(self._index, self._stands_at, self._gathered.fresh)
        return made

    def _everything(self) -> LedgerOf:
        from paradero.ledger import as_said_by
        from paradero.ledger.resolving import resolved_within

        self._closing.take_everything()
        said_by, naming = self._gathered.said_by, self._gathered.sources.naming
        told = claims_of_files(self._casebook, naming, self._known_on) if imported(self._casebook) else ()
        told = told if said_by is None else as_said_by(told, said_by)
        relations = relations_decided(self._casebook, self._known_on, said_by)
        return self._made(self._ledger(resolved_within(told), relations), None)

    def _about(self, about: About) -> LedgerOf:
        for subject in about.subjects:
            self._closing.take_subject(subject)
        if about.statements:
            self._closing.take_persons_of(about.statements)
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
        return self._made(ledger, self._complete(ledger))

    def _ledger(self, figures: Iterable[Claim] = (), relations: tuple[Relation, ...] | None = None) -> Ledger:
        from paradero.ledger import Ledger
        from paradero.ledger.resolving import known_elsewhere

        parts = self._gathered.documents()
        claims = known_elsewhere([*(claim for part in parts for claim in part.claims), *figures])
        statements = {id for part in parts for id in part.statements}
        made = [one for one in self._gathered.judgements.values() if known_by(one.made_at, self._known_on)]
        return Ledger(
            claims,
            called(self._gathered, self._closing.records),
            judged_pairs(made, "same", statements),
            judged_pairs(made, "different", statements),
            self._words,
            relations,
            today=self._casebook.clock().date(),
        )

    def _of_exchanges(self, ledger: Ledger) -> bool:
        """Tell whether anything that is asked about may belong to an exchange."""
        complete = self._complete(ledger)
        placed = {id.partition("#")[0] for word in self._words for id in (word.one, word.other)}
        marking = {part.known.id for part in self._gathered.documents() if MARKER in part.known.flags}
        for id in complete:
            subject = ledger.subjects[id]
            if any(one.document in marking for one in subject.claims if one.row is None or subject.kind == "group"):
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

    def _made(self, ledger: Ledger, complete: frozenset[str] | None) -> LedgerOf:
        parts = self._gathered.documents()
        records = {record for part in parts for own in part.records.values() for record in own}
        records |= {record for part in parts for record, _ in part.named}
        return LedgerOf(
            ledger,
            Cited((id for part in parts for id in part.statements), self._casebook.statement),
            Cited((part.known.id for part in parts), self._casebook.document),
            self._gathered.persons(records),
            sum(part.withheld for part in parts),
            self._known_on,
            self._gathered.said_by,
            complete,
        )
