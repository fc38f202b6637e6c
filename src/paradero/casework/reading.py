"""Reading documents into statements: one act a document, the same statements whatever the number of workers."""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from paradero.casework.actor import Actor
from paradero.casework.adding import Progress
from paradero.casework.ahead import ahead
from paradero.casework.errors import ReaderDied
from paradero.model import Document, InvalidValue, ParaderoError, Problem, Statement
from paradero.store import Act, Casebook, Found

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer

Read = tuple[tuple[Statement, ...], tuple[Problem, ...]]


class DocumentReader(Protocol):
    """What makes statements of a document; to be sent to a worker process, so it can be pickled."""

    def __call__(self, document: Document) -> Read:
        """Read one document."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What reading gave.

    Attributes:
        documents: ids read, in order. new: ids of the statements that were added, in order.
        again: how many statements were in the casebook already.
    """

    documents: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    again: int = 0


@dataclass(frozen=True, slots=True)
class EngineReader:
    """Reads by one of the engines of ``paradero.reading``, with the casebook's own gazetteer when it has one."""

    engine: str
    gazetteer: Path | None

    def __call__(self, document: Document) -> Read:
        """Read one document."""
        from paradero.reading import read as read_document

        return read_document(document, self.engine, self.names())

    def names(self) -> Gazetteer | None:
        """Return the casebook's own gazetteer; None when it has none."""
        return None if self.gazetteer is None else _gazetteer(self.gazetteer, self.gazetteer.stat().st_mtime_ns)[0]

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the casebook's gazetteer."""
        return () if self.gazetteer is None else _gazetteer(self.gazetteer, self.gazetteer.stat().st_mtime_ns)[1]


@lru_cache(maxsize=4)
def _gazetteer(path: Path, changed_at: int) -> tuple[Gazetteer, tuple[Problem, ...]]:
    """Read a gazetteer once a process; ``changed_at`` makes it be read again when the file has changed."""
    from paradero.reading.gazetteer import Gazetteer

    return Gazetteer.default().extended(path)


def read(
    casebook: Casebook,
    documents: Sequence[str] | None = None,
    engine: str = "classifier",
    *,
    actor: Actor,
    progress: Progress | None = None,
    workers: int = 1,
) -> tuple[ReadReport, tuple[Problem, ...]]:
    """Read documents and keep the statements.

    Args:
        casebook: where.
        documents: ids or prefixes; None for every document that no newer one replaces.
        engine: name of the engine.
        actor: who has them read.
        progress: told (done, total, name) after each document.
        workers: processes that read at once; 1 reads in this one.

    Returns:
        What was added, and every problem found. Reading the same document again with the same engine adds nothing.

    Raises:
        ReaderDied: when a worker process was ended from outside.
        UnknownId, AmbiguousId, IdTooShort: when a prefix does not name one document.
    """
    reader = EngineReader(engine, casebook.gazetteer)
    report, problems = read_with(reader, casebook, documents, engine, actor, progress, workers)
    return report, (*reader.problems(), *problems)


def read_with(
    reader: DocumentReader,
    casebook: Casebook,
    documents: Sequence[str] | None,
    engine: str,
    actor: Actor,
    progress: Progress | None = None,
    workers: int = 1,
) -> tuple[ReadReport, tuple[Problem, ...]]:
    """Read by another reader than an engine of ``paradero.reading``; everything else as in ``read``."""
    ids = asked_for(casebook, documents)
    report, problems = ReadReport(), list[Problem]()
    with closing(_results(reader, (casebook.document(id) for id in ids), workers)) as results:
        for done, (document, (statements, found)) in enumerate(results, start=1):
            report = _kept(casebook, actor, engine, document, statements, found, report)
            problems += found
            if progress is not None:
                progress(done, len(ids), document.name)
    return report, tuple(problems)


def asked_for(casebook: Casebook, documents: Sequence[str] | None) -> tuple[str, ...]:
    """Return the ids of the documents asked for by id or prefix; None asks for all that no newer one replaces."""
    if documents is None:
        return casebook.document_ids(current=True)
    return tuple(dict.fromkeys(casebook.resolve("document", one) for one in documents))


def _results(
    reader: DocumentReader, documents: Iterator[Document], workers: int
) -> Generator[tuple[Document, Read], None, None]:
    if workers <= 1:
        yield from ((document, reader(document)) for document in documents)
        return
    # Spawned, not forked: models and threads of this process must not be copied half-way.
    context = multiprocessing.get_context("spawn")
    current = "the documents"
    with ProcessPoolExecutor(workers, context) as pool:
        try:
            for document, result in ahead(pool, Sent(reader), documents, 2 * workers):
                current = f"the documents after {document.name}"
                yield document, result
        except BrokenProcessPool as error:
            raise ReaderDied(current) from error


@dataclass(frozen=True, slots=True)
class Sent:
    """A reader on its way to a worker process; its errors come back as what can be sent: code, message and hint."""

    reader: DocumentReader

    def __call__(self, document: Document) -> Read:
        """Read one document."""
        try:
            return self.reader(document)
        except ParaderoError as error:
            plain = ParaderoError(error.message, error.hint)
            plain.code = error.code
            raise plain from None


def _kept(
    casebook: Casebook,
    actor: Actor,
    engine: str,
    document: Document,
    statements: tuple[Statement, ...],
    problems: tuple[Problem, ...],
    report: ReadReport,
) -> ReadReport:
    strange = next((one for one in statements if one.document != document.id), None)
    if strange is not None:
        raise InvalidValue(f"The reader gave a statement of document {strange.document!r} for {document.id!r}.")
    at = casebook.now()
    dated = tuple(replace(statement, recorded_at=at) for statement in statements)
    found = tuple(Found(problem, "read", document.id) for problem in problems)
    details = {"document": document.id, "engine": engine, "statements": len(dated)}
    recorded = casebook.record(Act("read", actor.name, at, details, statements=dated, problems=found))
    again = len(dated) - len(recorded.statements)
    return ReadReport((*report.documents, document.id), (*report.new, *recorded.statements), report.again + again)
