"""Reading documents into statements: one act a document, the same statements whatever the number of workers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.counts.importing import imported
from paradero.casework.progress import Progress, Step, unwatched
from paradero.casework.readers import DocumentReader, Read, read_apart, read_here
from paradero.casework.workers import helpful
from paradero.model import Document, InvalidValue, Problem, Statement
from paradero.store import Act, Casebook, Found
from paradero.store.originals import sha256_of

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What reading gave.

    Attributes:
        documents: ids read, in order. new: ids of the statements that were added, in order.
        again: how many statements were in the casebook already.
        skipped: ids of documents that the same reader had read before, and that were not read again.
    """

    documents: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    again: int = 0
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineReader:
    """Reads by one of the engines of ``paradero.reading``, with the casebook's own gazetteer when it has one."""

    engine: str
    gazetteer: Path | None

    @property
    def version(self) -> str:
        """The engine's version, and a digest of the casebook's own gazetteer: other names may give other statements."""
        from paradero.reading import engine

        return version_with(engine(self.engine).version, self.gazetteer)

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


def version_with(version: str, gazetteer: Path | None) -> str:
    """Return the version of an engine together with a casebook's own gazetteer, which changes what it reads."""
    return version if gazetteer is None else f"{version} gazetteer {_digest(gazetteer)}"


def _digest(gazetteer: Path) -> str:
    try:
        return sha256_of(gazetteer)[:12]
    except OSError:  # reading tells of it
        return "unreadable"


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
    again: bool = False,
) -> tuple[ReadReport, tuple[Problem, ...]]:
    """Read documents and keep the statements.

    Args:
        casebook: where.
        documents: ids or prefixes; None for every document that no newer one replaces.
        engine: name of the engine.
        actor: who has them read.
        progress: told before each document and at the end.
        workers: processes that read at once, at most one for each processor; 1 reads in this one.
        again: also read documents that the same engine, in the same version, has read before.

    Returns:
        What was added, and every problem found. Reading the same document again with the same engine adds nothing.
        Each document is one act: after an interruption, reading goes on with those that are left.

    Raises:
        ReaderDied: when a worker process was ended from outside; the documents before are read.
        UnknownId, AmbiguousId, IdTooShort: when a prefix does not name one document.
    """
    reader = EngineReader(engine, casebook.gazetteer)
    report, problems = read_with(reader, casebook, documents, engine, actor, progress, helpful(workers), again)
    return report, (*reader.problems(), *problems)


def read_with(
    reader: DocumentReader,
    casebook: Casebook,
    documents: Sequence[str] | None,
    engine: str,
    actor: Actor,
    progress: Progress | None = None,
    workers: int = 1,
    again: bool = False,
) -> tuple[ReadReport, tuple[Problem, ...]]:
    """Read by another reader than an engine of ``paradero.reading``; everything else as in ``read``."""
    version = reader.version
    ids = asked_for(casebook, documents)
    before = frozenset() if again else casebook.read_by(engine, version)
    tally = _Tally(casebook, actor, engine, version, skipped=[id for id in ids if id in before])
    left = [id for id in ids if id not in before]
    wanted = (casebook.document(id) for id in left)
    moved = unwatched if progress is None else progress
    apart = min(workers, len(left)) if workers > 1 else 0
    with closing(read_apart(reader, wanted, apart) if apart else read_here(reader, wanted)) as readings:
        for document, result in readings:
            moved(Step(len(tally.documents), len(left), document.name, tally.statements))
            tally.keep(document, result())
    moved(Step(len(left), len(left), "", tally.statements))
    return tally.report(), tuple(tally.problems)


def asked_for(casebook: Casebook, documents: Sequence[str] | None) -> tuple[str, ...]:
    """Return the ids of the documents asked for by id or prefix; None asks for all that no newer one replaces."""
    if documents is None:
        listed = {one.how["document"] for one in casebook.imports()}  # their rows are evidence already
        listed |= {one.how["document"] for one in imported(casebook)}
        return tuple(id for id in casebook.document_ids(current=True) if id not in listed)
    return tuple(dict.fromkeys(casebook.resolve("document", one) for one in documents))


@dataclass(slots=True)
class _Tally:
    """Writes what was read, document by document, and keeps count."""

    casebook: Casebook
    actor: Actor
    engine: str
    version: str
    skipped: list[str]
    documents: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    statements: int = 0

    def report(self) -> ReadReport:
        """Return what reading gave."""
        again = self.statements - len(self.new)
        return ReadReport(tuple(self.documents), tuple(self.new), again, tuple(self.skipped))

    def keep(self, document: Document, read: Read) -> None:
        """Write what was read in one document, as one act."""
        statements, problems = read
        id = document.id  # worked out over the whole text at each call: dear in a book
        _check(id, statements)
        at = self.casebook.now()
        dated = tuple(replace(statement, recorded_at=at) for statement in statements)
        found = tuple(Found(problem, "read", id) for problem in problems)
        details = {
            "document": id,
            "engine": self.engine,
            "version": self.version,
            "statements": len(dated),
        }
        recorded = self.casebook.record(Act("read", self.actor.name, at, details, statements=dated, problems=found))
        self.documents.append(id)
        self.new += recorded.statements
        self.problems += problems
        self.statements += len(dated)


def _check(document: str, statements: Sequence[Statement]) -> None:
    strange = next((one for one in statements if one.document != document), None)
    if strange is not None:
        raise InvalidValue(f"The reader gave a statement of document {strange.document!r} for {document!r}.")
