"""What can go wrong with a casebook as a whole, and the one place where errors of the system become ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from paradero.model.errors import ParaderoError

_LISTED_BY = {
    "suppression": "List the ids with: paradero suppress list",
    "figure": "List the figures with their ids: paradero show counts.",
    "relation": "List the relations with their ids: paradero show counts.",
}
UNREADABLE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS)


class CasebookNotFound(ParaderoError):
    """A path at which there is nothing."""

    code = "casebook_not_found"

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no casebook at {path}.", f"Make one with: paradero new {path}")


class NotACasebook(ParaderoError):
    """A file or folder that is something else."""

    code = "not_a_casebook"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} is not a casebook: {why}.", "Name the folder that `paradero new` made.")


class CasebookExists(ParaderoError):
    """A casebook where a new one was to be made."""

    code = "casebook_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a casebook already.", "Use it as it is, or name another folder.")


class FolderNotEmpty(ParaderoError):
    """A place for a new casebook that holds other things."""

    code = "folder_not_empty"

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(f"A casebook cannot be made at {path}: {found}.", "Name a new or an empty folder.")


class NewerCasebook(ParaderoError):
    """A casebook written by a later Paradero than this one."""

    code = "casebook_newer"

    def __init__(self, path: Path, its: int, ours: int, made_with: str) -> None:
        cause = f"{path} has format {its}, made with {made_with}; this Paradero knows formats up to {ours}."
        super().__init__(cause, "Update Paradero; the casebook has not been touched.")


class ReadOnlyCasebook(ParaderoError):
    """A folder or file that may not be written or opened."""

    code = "casebook_read_only"

    def __init__(self, path: Path, cause: object) -> None:
        hint = "Ask for the right to write there, or copy the whole folder to where you have it."
        super().__init__(f"{path} cannot be opened for writing ({cause}).", hint)


class DiskFull(ParaderoError):
    """No room for what was to be written; nothing of the act was kept."""

    code = "disk_full"

    def __init__(self, path: Path, cause: object) -> None:
        hint = "Make room (or raise the limit) and repeat the last act; everything before it is kept whole."
        super().__init__(f"There is no room to write to {path} ({cause}).", hint)


class CasebookLocked(ParaderoError):
    """Another program that keeps the casebook for itself longer than we wait."""

    code = "casebook_locked"

    def __init__(self, path: Path) -> None:
        hint = "Wait for it to finish and repeat, or raise PARADERO_BUSY_TIMEOUT."
        super().__init__(f"Another program is writing to {path}.", hint)


class DamagedCasebook(ParaderoError):
    """A database that is broken or was changed from outside."""

    code = "casebook_damaged"

    def __init__(self, path: Path, cause: object) -> None:
        hint = "Put back a copy, or make a new casebook and add the files under its `originals` folder."
        super().__init__(f"The database of {path} is damaged ({cause}).", hint)


class Overtaken(ParaderoError):
    """An act that rests on what was written when another program wrote something that changes it."""

    code = "overtaken"

    def __init__(self) -> None:
        cause = (
            "Another program imported a list or changed the suppression list at the same moment; nothing was written."
        )
        super().__init__(cause, "Do it again.")


class KeyMissing(ParaderoError):
    """A casebook that holds suppressions, and no longer the secret key that they were made with."""

    code = "suppression_key_missing"

    def __init__(self, path: Path) -> None:
        cause = f"The casebook has suppressions, and their key {path} is missing: nobody on them would be recognised."
        super().__init__(cause, "Put the file back from a copy of the casebook's folder, with the rights 600.")


class KeyOpen(ParaderoError):
    """A secret key that others than its owner may read or change."""

    code = "suppression_key_open"

    def __init__(self, path: Path, mode: int) -> None:
        cause = (
            f"The key {path} has the rights {mode:o}: others than you may read it, and try names against the hashes."
        )
        super().__init__(cause, f"Take the rights of others away: chmod 600 {path}")


class KeyWrong(ParaderoError):
    """A secret key that is damaged, or another than the suppressions were made with."""

    code = "suppression_key_wrong"

    def __init__(self, path: Path, why: str) -> None:
        hint = "Put the file back from a copy of the casebook's folder, with the rights 600."
        super().__init__(f"The key {path} {why}: nobody on the suppression list would be recognised.", hint)


class UnknownId(ParaderoError):
    """An id that nothing in the casebook has."""

    code = "unknown_id"

    def __init__(self, kind: str, prefix: str) -> None:
        super().__init__(
            f"No {kind} of the casebook has an id that starts with {prefix!r}.",
            _LISTED_BY.get(kind, "List the ids with: paradero show document, or paradero show statements."),
        )


class AmbiguousId(ParaderoError):
    """The beginning of more than one id."""

    code = "ambiguous_id"

    def __init__(self, kind: str, prefix: str, found: Sequence[str]) -> None:
        shown = ", ".join(id[: len(prefix) + 6] for id in found)
        super().__init__(
            f"{prefix!r} begins the id of more than one {kind}: {shown}, ...", "Give more of its characters."
        )


class IdTooShort(ParaderoError):
    """Too little of an id to be sure what is meant."""

    code = "id_too_short"

    def __init__(self, kind: str, prefix: str, least: int) -> None:
        super().__init__(f"{prefix!r} is too short for the id of a {kind}.", f"Give at least {least} characters.")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into ours, naming the casebook; let everything else through.

    Django hides SQLite's error behind its own and keeps it as the cause.
    """
    try:
        yield
    except (ParaderoError, KeyboardInterrupt):
        raise
    except Exception as error:
        cause = error if isinstance(error, (sqlite3.Error, OSError)) else error.__cause__
        ours = _ours(path, cause)
        if ours is None:
            raise
        raise ours from error


def _ours(path: Path, cause: BaseException | None) -> ParaderoError | None:
    if isinstance(cause, OSError):
        return _of_system(path, cause)
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(path, cause)
    return None


def _of_system(path: Path, cause: OSError) -> ParaderoError | None:
    where = Path(cause.filename) if isinstance(cause.filename, str) else path
    if cause.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(where, cause.strerror)
    if cause.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyCasebook(where, cause.strerror)
    return None


def _of_sqlite(path: Path, cause: sqlite3.Error) -> ParaderoError | None:
    # An error that Python's own module raises has no code of SQLite; the low byte is the primary result code.
    code = getattr(cause, "sqlite_errorcode", 0)
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return CasebookLocked(path)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return ReadOnlyCasebook(path, cause)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or code in UNREADABLE:
        return DamagedCasebook(path, cause)
    # A write that hits a quota or a limit on file size is an input-output error to SQLite, not a full disk.
    return DiskFull(path, cause) if primary in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) else None
