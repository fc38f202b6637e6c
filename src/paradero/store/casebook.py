"""A casebook, opened: the one object through which everything is written and asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from paradero.model import Document, InvalidValue, Judgement, Problem, Statement
from paradero.store.connecting import DATABASE, check_format, connect, disconnect
from paradero.store.entry import Act, Done, Entry, Found, ListImport, Recorded, SuppressionAct, VerifyReport
from paradero.store.errors import CasebookNotFound, DamagedCasebook, NotACasebook, translated
from paradero.store.index import FILE as INDEX_FILE
from paradero.store.making import make
from paradero.store.originals import keep_bytes, keep_original, original_path
from paradero.store.secret import FILE as KEY_FILE
from paradero.store.secret import make_key, read_key

if TYPE_CHECKING:
    from paradero.store.lookup import Lookup

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment in UTC; the clock of every casebook unless another is given."""
    return datetime.now(UTC)


def create_casebook(path: Path, actor: str, clock: Clock = utc_now) -> Casebook:
    """Make a casebook in a new or empty folder and open it.

    Args:
        path: the folder.
        actor: who makes it; the first entry of the audit log says so.
        clock: what the time is taken from.

    Raises:
        CasebookExists, FolderNotEmpty, ReadOnlyCasebook, DiskFull: as they say; nothing is left behind.
    """
    folder = path.absolute()
    make(folder, actor, instant(clock))
    return open_casebook(folder, clock)


def open_casebook(path: Path, clock: Clock = utc_now, timeout: float | None = None) -> Casebook:
    """Open a casebook.

    Args:
        path: the folder.
        clock: what the time is taken from.
        timeout: seconds to wait for another program that is writing; None takes the setting.

    Raises:
        CasebookNotFound, NotACasebook, NewerCasebook, ReadOnlyCasebook, CasebookLocked, DamagedCasebook: as they say.
    """
    folder = path.absolute()
    with translated(folder):
        if not folder.exists():
            raise CasebookNotFound(path)
        if not folder.is_dir():
            raise NotACasebook(path, "it is a file")
        if not (folder / DATABASE).is_file():
            raise NotACasebook(path, f"the folder has no {DATABASE}")
    alias = connect(folder / DATABASE, "rw", timeout)
    try:
        check_format(alias, folder)
    except BaseException:
        disconnect(alias)
        raise
    return Casebook(folder, alias, clock)


def instant(clock: Clock) -> str:
    """Return the moment a clock shows, in UTC to the microsecond: 2025-07-19T12:00:00.000000Z."""
    return clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Casebook:
    """An open casebook. Use it in the thread that opened it, and close it, or use it as a context manager.

    Attributes:
        path: the folder. clock: what the time is taken from.
    """

    def __init__(self, path: Path, alias: str, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._alias = alias

    def __enter__(self) -> Casebook:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; a second time does nothing."""
        disconnect(self._alias)

    def now(self) -> str:
        """Return the ISO instant that the casebook's clock shows."""
        return instant(self.clock)

    @property
    def gazetteer(self) -> Path | None:
        """The casebook's own gazetteer, when it has one."""
        file = self.path / "gazetteer.toml"
        return file if file.is_file() else None

    def original(self, sha256: str) -> Path:
        """Return where the original of a hash rests."""
        return original_path(self.path, sha256)

    def keep_original(self, source: Path, sha256: str) -> bool:
        """Copy a file in under its hash, before the act that refers to it; False when its bytes have changed."""
        with translated(self.path):
            return keep_original(self.path, source, sha256)

    def keep_bytes(self, data: bytes, sha256: str) -> bool:
        """Keep the bytes of a file that lay inside another under its hash; False when they hash to another."""
        with translated(self.path):
            return keep_bytes(self.path, data, sha256)

    def record(self, act: Act, after: int | None = None, unless: tuple[str, ...] = ()) -> Recorded:
        """Write an act whole, with its audit entry, or raise and write nothing.

        Args:
            act: what is written.
            after, unless: raise ``Overtaken`` when an act of these names was written after the entry of this number.
        """
        from paradero.store.recording import record

        with translated(self.path):
            return record(self._alias, act, after, unless)

    @property
    def key_path(self) -> Path:
        """Where the casebook's secret key rests, once there is one."""
        return self.path / KEY_FILE

    def secret_key(self, make: bool = False) -> bytes:
        """Return the casebook's secret key; ``make`` makes it when there is none.

        Raises:
            KeyMissing, KeyOpen, KeyWrong: as they say.
        """
        with translated(self.path):
            return make_key(self.path) if make else read_key(self.path)

    def documents(self) -> tuple[Document, ...]:
        """Return every document in the order in which they were added."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.documents(self._alias))

    def document(self, id: str) -> Document:
        """Return the document of an id, or raise ``UnknownId``."""
        from paradero.store import asking

        with self._reading():
            return asking.document(self._alias, id)

    def document_ids(self, current: bool = False) -> tuple[str, ...]:
        """Return the ids of all documents in order; ``current`` leaves out those that a newer one replaces."""
        from paradero.store import asking

        with self._reading():
            return asking.document_ids(self._alias, current)

    def documents_of(self, sha256: str) -> tuple[Document, ...]:
        """Return the documents made of an original, oldest first."""
        from paradero.store import asking

        with self._reading():
            return asking.documents_of(self._alias, sha256)

    def statements(self, document: str | None = None) -> dict[str, Statement]:
        """Return the statements of a document, or of all, by id, in the order of the documents and of their text."""
        from paradero.store import asking

        with self._reading():
            return dict(asking.statements(self._alias, document))

    def statement(self, id: str) -> Statement:
        """Return the statement of an id, or raise ``UnknownId``."""
        from paradero.store import asking

        with self._reading():
            return asking.statement(self._alias, id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement in the order in which they were made."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.judgements(self._alias))

    def problems(self, document: str | None = None) -> tuple[Found, ...]:
        """Return the problems that acts found, in order; of one document, or all."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.problems(self._alias, document))

    def entries(self) -> tuple[Entry, ...]:
        """Return the audit log from its beginning."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.entries(self._alias))

    def read_by(self, engine: str, version: str) -> frozenset[str]:
        """Return the ids of the documents that an engine of this version has read."""
        from paradero.store import asking

        with self._reading():
            return asking.read_by(self._alias, engine, version)

    def imports(self) -> tuple[ListImport, ...]:
        """Return the acts by which documents became lists, in order."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.imports(self._alias))

    def done(self, act: str, part: str) -> tuple[Done, ...]:
        """Return the acts of a name whose details have a part, each with that part, in order."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.done(self._alias, act, part))

    def suppressions(self) -> tuple[SuppressionAct, ...]:
        """Return the acts by which people are taken out of the casebook, or that take that back, in order."""
        from paradero.store import asking

        with self._reading():
            return tuple(asking.suppressions(self._alias))

    def last_entry(self) -> int:
        """Return the number of the last entry of the audit log."""
        from paradero.store import asking

        with self._reading():
            return asking.last_entry(self._alias)

    @property
    def index_path(self) -> Path:
        """Where the index rests, once somebody has built it."""
        return self.path / INDEX_FILE

    @property
    def lookup(self) -> Lookup:
        """Look up parts of what was written."""
        from paradero.store.lookup import Lookup

        return Lookup(self._alias, self._reading)

    def resolve(self, kind: str, prefix: str) -> str:
        """Return the one id of a kind ("document", "statement", "judgement") that starts with a prefix."""
        from paradero.store import asking

        with self._reading():
            return asking.resolve(self._alias, kind, prefix)

    def verify(self) -> tuple[VerifyReport, tuple[Problem, ...]]:
        """Check the audit log, every record, every original and the database file; see ``store.verifying``."""
        from paradero.store.verifying import verify

        with translated(self.path):
            return verify(self.path, self._alias)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with translated(self.path):
                yield
        except (InvalidValue, ValueError) as error:  # a body that is no JSON, or no such record
            raise DamagedCasebook(self.path, error) from error
