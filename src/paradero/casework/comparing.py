"""Comparing two engines: the first reads and its statements are kept; the second only shows what it would have read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.differing import Pair, pairs
from paradero.casework.progress import Progress, Step, unwatched
from paradero.casework.readers import Read
from paradero.casework.reading import EngineReader, ReadReport, asked_for, read_with
from paradero.casework.sending import ENGINE as LANGUAGE_MODEL
from paradero.casework.sending import Sender, Sent
from paradero.model import Document, InvalidValue, Problem, Statement
from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.reading.engines.llm import Service


@dataclass(frozen=True, slots=True)
class Compared:
    """Two readings of one document, statement by statement."""

    document: Document
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How two engines differ over all documents.

    Attributes:
        agree: statements that both have, with every field the same. differ: that both have, with another field.
        only_first, only_second: that only one has.
        fields: field -> in how many of those that differ it does, the most frequent first.
    """

    agree: int
    differ: int
    only_first: int
    only_second: int
    fields: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing gave.

    Attributes:
        first, second: the engines. documents: each with its two readings.
        report: what was kept of the first. sent: what left, when one of them is a language model.
    """

    first: str
    second: str
    documents: tuple[Compared, ...]
    report: ReadReport
    sent: tuple[Sent, ...] = ()

    @property
    def totals(self) -> Totals:
        """The sums over all documents."""
        every = [pair for one in self.documents for pair in one.pairs]
        both = [pair for pair in every if pair.first is not None and pair.second is not None]
        agree = sum(pair.agrees for pair in both)
        counted = Counter(name for pair in both for name in pair.fields)
        only_first = sum(pair.second is None for pair in every)
        fields = dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
        return Totals(agree, len(both) - agree, only_first, len(every) - len(both) - only_first, fields)


def compare(
    casebook: Casebook,
    documents: Sequence[str] | None,
    first: str,
    second: str,
    *,
    actor: Actor,
    service: Service | None = None,
    progress: Progress | None = None,
) -> tuple[Comparison, tuple[Problem, ...]]:
    """Read documents with two engines, keep the statements of the first, and show where the second differs.

    Documents that they have read before are read again, for both readings must be there to be compared.

    Args:
        casebook: where.
        documents: ids or prefixes; None for every document that no newer one replaces.
        first, second: names of two engines; those of the first are kept.
        actor: who has them read.
        service: who is asked when one of the engines is ``llm``; the person has been asked before.
        progress: told before each document and at the end.

    Raises:
        InvalidValue: for an engine compared with itself.
        UnknownEngine, EngineNotSetUp: for an engine that cannot be used.
    """
    if first == second:
        raise InvalidValue("An engine cannot be compared with itself.")
    sender = None if service is None else Sender(casebook, service, actor)
    readings, moved = _Readings(casebook, actor, sender), unwatched if progress is None else progress
    for engine in (first, second):
        readings.check(engine)
    ids, done = asked_for(casebook, documents), 0
    for id in ids:
        document = casebook.document(id)
        moved(Step(done, len(ids), document.name, readings.statements))
        readings.read(document, first, second)
        done += 1
        if sender is not None and sender.stopped:
            break  # nothing more can be compared
    moved(Step(done, len(ids), "", readings.statements))
    sent = () if sender is None else tuple(sender.sent)
    return Comparison(first, second, tuple(readings.compared), readings.report(), sent), tuple(readings.problems)


@dataclass(slots=True)
class _Readings:
    """Reads documents with two engines, and gathers what comes of it."""

    casebook: Casebook
    actor: Actor
    sender: Sender | None
    compared: list[Compared] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    kept: list[ReadReport] = field(default_factory=list)

    def check(self, engine: str) -> None:
        """Find out before anything is read whether an engine can be used."""
        from paradero.reading import engine as named

        if engine != LANGUAGE_MODEL or self.sender is None:
            named(engine)

    def read(self, document: Document, first: str, second: str) -> None:
        ours = self._with(first, document, keep=True)
        theirs = self._with(second, document, keep=False)
        if ours is not None and theirs is not None:
            self.compared.append(Compared(document, pairs(ours, theirs)))

    @property
    def statements(self) -> int:
        """How many of the first engine were found until now."""
        return sum(len(one.new) + one.again for one in self.kept)

    def report(self) -> ReadReport:
        """What was kept, of all documents."""
        return ReadReport(
            tuple(id for one in self.kept for id in one.documents),
            tuple(id for one in self.kept for id in one.new),
            sum(one.again for one in self.kept),
        )

    def _with(self, engine: str, document: Document, *, keep: bool) -> tuple[Statement, ...] | None:
        """Return the statements that an engine reads; None when a language model answered nothing."""
        if engine == LANGUAGE_MODEL and self.sender is not None:
            answered = self.sender.read(document)
            if keep:
                new = self.sender.keep(document, answered)
                self.kept.append(ReadReport((document.id,), new, len(answered.statements) - len(new)))
            self.problems += answered.problems
            return answered.statements if answered.heard else None
        reader = EngineReader(engine, self.casebook.gazetteer)
        statements, problems = reader(document)
        self.problems += problems
        if keep:
            ready = _Ready(reader.version, (statements, problems))
            report, _ = read_with(ready, self.casebook, [document.id], engine, self.actor, again=True)
            self.kept.append(report)
        return statements


@dataclass(frozen=True, slots=True)
class _Ready:
    """Gives what has been read already, by an engine of this version."""

    version: str
    result: Read

    def __call__(self, document: Document) -> Read:
        return self.result
