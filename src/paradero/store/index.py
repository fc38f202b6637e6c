"""The index beside a casebook: which statements and documents concern whom, and what documents were read to.

It decides nothing; what is written stands in the casebook's database, and this file can be deleted at any time. Keys
hold no name and no word. Who works out the keys, and what is kept, says what they mean: here they are bytes.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "index.sqlite"
FORMAT = 3  # raised whenever an older index could be misread, or whenever keys are worked out otherwise
CHUNK = 500
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE act (name TEXT PRIMARY KEY, entry INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, recorded_at TEXT NOT NULL, replaces TEXT NOT NULL,
  day TEXT NOT NULL, sheets INTEGER NOT NULL, listed INTEGER NOT NULL, imports INTEGER NOT NULL,
  flags TEXT NOT NULL);
CREATE INDEX replaced ON document (replaces);
CREATE TABLE document_key (key BLOB NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE INDEX key_of_document ON document_key (document);
CREATE TABLE row_key (
  key BLOB NOT NULL, statement BLOB NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, statement)) WITHOUT ROWID;
CREATE TABLE list_act (document INTEGER NOT NULL, act TEXT NOT NULL, PRIMARY KEY (document, act)) WITHOUT ROWID;
CREATE TABLE judged (thing BLOB NOT NULL, judgement BLOB NOT NULL, PRIMARY KEY (thing, judgement)) WITHOUT ROWID;
CREATE TABLE left_out (
  record BLOB NOT NULL, suppression TEXT NOT NULL, PRIMARY KEY (record, suppression)) WITHOUT ROWID;
CREATE TABLE kept (
  document INTEGER NOT NULL, part INTEGER NOT NULL, since TEXT NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (document, part)) WITHOUT ROWID;
"""
_ODD = re.compile(r"no such (?:table|column)|table \S+ has")
_NAMES = ("meta", "act", "document", "document_key", "row_key", "list_act", "judged", "left_out")
_KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Known:
    """A document as the index knows it.

    Attributes:
        number: counts documents in their order. id, recorded_at, replaces: of the document. day: its ISO day or empty.
        sheets: how many it has. listed: the entry by which it first became a list; 0 for none. imports: how often
            it did.
        flags: letters of what is true of it, set by who works out the keys.
    """

    number: int
    id: str
    recorded_at: str
    replaces: str
    day: str
    sheets: int
    listed: int = 0
    imports: int = 0
    flags: str = ""


class IndexFailed(Exception):
    """The index cannot be used now.

    Attributes:
        damaged: whether it is damaged, or no index at all, so that it has to be built anew; else it may not be written,
            or somebody else is writing it.
    """

    def __init__(self, error: sqlite3.Error) -> None:
        super().__init__(str(error))
        told = isinstance(error, sqlite3.OperationalError) and not _ODD.match(str(error))
        self.damaged = not told


class Index:
    """An open index. Use it in the thread that opened it, and close it.

    Raises:
        IndexFailed: in every method, as it says.
    """

    def __init__(self, path: Path, timeout: float = 20.0) -> None:
        try:
            self._database = sqlite3.connect(path, timeout=timeout, isolation_level=None)
        except sqlite3.Error as error:
            raise IndexFailed(error) from error
        try:
            self._run("PRAGMA synchronous = NORMAL")
            self._run("PRAGMA secure_delete = ON")  # of what is kept no longer, nothing is left in the file
            if self.meta().get("format") != str(FORMAT):
                with self.changing():
                    self.clear()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Change the index in one transaction, alone; nothing is changed when it fails."""
        self._run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._run("ROLLBACK")
            raise
        self._run("COMMIT")

    def clear(self) -> None:
        """Forget everything, within a change."""
        for name in (*_NAMES, _KEPT):
            self._run(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES.split(";"):
            self._run(statement)
        self.set_meta(format=str(FORMAT))

    def meta(self) -> dict[str, str]:
        """Return what is said about the index itself; nothing for a file without tables."""
        there = self._run("SELECT count(*) FROM sqlite_master WHERE name = 'meta'")[0][0]
        return dict(self._run("SELECT name, value FROM meta")) if there else {}

    def set_meta(self, **values: str) -> None:
        """Say something about the index itself."""
        self._many("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def saw(self, acts: Iterable[tuple[int, str]]) -> None:
        """Remember of each act the last entry that has it."""
        self._many("INSERT OR REPLACE INTO act VALUES (?, ?)", [(name, entry) for entry, name in acts])

    def seen(self, act: str) -> bool:
        """Tell whether an act was ever done."""
        return bool(self._run("SELECT 1 FROM act WHERE name = ?", (act,)))

    def add_document(self, one: Known) -> None:
        """Add a document, or say anew what is known of it; its number stays."""
        kept = (one.number, one.id, one.recorded_at, one.replaces, one.day, one.sheets, one.listed, one.imports)
        self._run("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*kept, one.flags))

    def many_documents(self) -> int:
        """Count the documents."""
        return int(self._run("SELECT count(*) FROM document")[0][0])

    def documents(self, ids: Iterable[str] | None = None) -> dict[str, Known]:
        """Return documents of some ids, or all, by id in order."""
        if ids is None:
            found = self._run("SELECT * FROM document ORDER BY number")
        else:
            found = sorted(self._in("SELECT * FROM document WHERE id IN", list(ids)))
        return {row[1]: Known(*row) for row in found}

    def numbered(self, numbers: Iterable[int]) -> dict[str, Known]:
        """Return documents of some numbers, by id in order."""
        found = sorted(self._in("SELECT * FROM document WHERE number IN", list(numbers)))
        return {row[1]: Known(*row) for row in found}

    def flagged(self, flag: str) -> dict[str, Known]:
        """Return the documents of which something is true."""
        found = self._run("SELECT * FROM document WHERE instr(flags, ?) ORDER BY number", (flag,))
        return {row[1]: Known(*row) for row in found}

    def replacing(self, ids: Iterable[str]) -> tuple[Known, ...]:
        """Return the documents that replace some others."""
        return tuple(Known(*row) for row in self._in("SELECT * FROM document WHERE replaces IN", list(ids)))

    def put_keys(self, document: int, keys: Iterable[bytes]) -> None:
        """Give a document its keys in place of those that it had."""
        self._run("DELETE FROM document_key WHERE document = ?", (document,))
        self._many("INSERT OR IGNORE INTO document_key VALUES (?, ?)", ((key, document) for key in sorted(keys)))

    def add_rows(self, document: int, rows: Iterable[tuple[bytes, str]]) -> None:
        """Add keys of single statements of a document."""
        kept = sorted((key, bytes.fromhex(statement)) for key, statement in rows)
        self._many("INSERT OR IGNORE INTO row_key VALUES (?, ?, ?)", ((*one, document) for one in kept))

    def forget_rows(self, document: int) -> None:
        """Take the keys of single statements of a document away."""
        self._run("DELETE FROM row_key WHERE document = ?", (document,))
        self._run("DELETE FROM list_act WHERE document = ?", (document,))

    def keys_of(self, documents: Sequence[int]) -> set[bytes]:
        """Return the keys of whole documents."""
        return {row[0] for row in self._in("SELECT key FROM document_key WHERE document IN", documents)}

    def with_keys(self, keys: Iterable[bytes]) -> set[int]:
        """Return the numbers of the documents that have any of some keys as a whole."""
        return {row[0] for row in self._in("SELECT document FROM document_key WHERE key IN", list(keys))}

    def rows_with(self, keys: Iterable[bytes]) -> set[tuple[bytes, str, int]]:
        """Return key, statement and number of the document for each single statement that has any of some keys."""
        found = self._in("SELECT key, statement, document FROM row_key WHERE key IN", list(keys))
        return {(key, statement.hex(), number) for key, statement, number in found}

    def between(self, first: bytes, last: bytes, most: int = -1) -> set[tuple[bytes, int]]:
        """Return the keys from one to another, each with the number of its document; at most so many of each kind."""
        found: set[tuple[bytes, int]] = set()
        for table in ("document_key", "row_key"):
            asked = f"SELECT key, document FROM {table} WHERE key BETWEEN ? AND ? LIMIT ?"
            found.update(self._run(asked, (first, last, most)))
        return found

    def add_acts(self, document: int, acts: Iterable[str]) -> None:
        """Say which acts the rows of a list tell."""
        self._many("INSERT OR IGNORE INTO list_act VALUES (?, ?)", ((document, act) for act in acts))

    def acts_of(self, document: int) -> set[str]:
        """Return which acts the rows of a list tell."""
        return {row[0] for row in self._in("SELECT act FROM list_act WHERE document IN", [document])}

    def telling(self, acts: Iterable[str]) -> set[int]:
        """Return the numbers of the lists whose rows tell any of some acts."""
        return {row[0] for row in self._in("SELECT document FROM list_act WHERE act IN", list(acts))}

    def judge(self, judged: Iterable[tuple[str, str]]) -> None:
        """Say which things judgements are about: pairs of the thing's id and the judgement's."""
        kept = ((_raw(thing), bytes.fromhex(judgement)) for thing, judgement in judged)
        self._many("INSERT OR IGNORE INTO judged VALUES (?, ?)", kept)

    def judging(self, things: Iterable[str]) -> set[str]:
        """Return the ids of the judgements about some things."""
        ids = [_raw(thing) for thing in things]
        return {row[0].hex() for row in self._in("SELECT judgement FROM judged WHERE thing IN", ids)}

    def leave_out(self, rows: Iterable[tuple[str, str]]) -> None:
        """Say which rows an import left out, by which suppression."""
        kept = ((bytes.fromhex(record), suppression) for record, suppression in rows)
        self._many("INSERT OR IGNORE INTO left_out VALUES (?, ?)", kept)

    def left_out(self, records: Iterable[str]) -> set[tuple[str, str]]:
        """Return which of some rows an import left out, and by which suppression."""
        ids = [bytes.fromhex(record) for record in records]
        return {(row[0].hex(), row[1]) for row in self._in("SELECT * FROM left_out WHERE record IN", ids)}

    def keep(self, document: int, since: str, parts: Iterable[bytes]) -> None:
        """Keep what a document was read to, in parts, and the moment since when that holds."""
        self.forget_kept([document])
        rows = ((document, at, since, body) for at, body in enumerate(parts))
        self._many("INSERT INTO kept VALUES (?, ?, ?, ?)", rows)

    def kept(self, documents: Iterable[int]) -> dict[int, tuple[str, tuple[bytes, ...]]]:
        """Return what is kept of some documents, by their numbers: since when it holds, and the parts."""
        found: dict[int, tuple[str, tuple[bytes, ...]]] = {}
        for number, _, since, body in sorted(self._in("SELECT * FROM kept WHERE document IN", list(documents))):
            found[number] = since, (*found.get(number, ("", ()))[1], body)
        return found

    def forget_kept(self, documents: Iterable[int] | None = None) -> None:
        """Forget what some documents were read to, or all."""
        if documents is None:
            self._run("DELETE FROM kept")
        else:
            self._many("DELETE FROM kept WHERE document = ?", ((number,) for number in documents))

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """Return all that is indexed, without what is kept, to be compared with another index."""
        return {name: sorted(self._run(f"SELECT * FROM {name}")) for name in _NAMES}

    def _run(self, asked: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(asked, values).fetchall()
        except sqlite3.Error as error:
            raise IndexFailed(error) from error

    def _many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        try:
            self._database.executemany(statement, rows)
        except sqlite3.Error as error:
            raise IndexFailed(error) from error

    def _in(self, asked: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        for at in range(0, len(values), CHUNK):
            chunk = values[at : at + CHUNK]
            places = ", ".join("?" * len(chunk))
            yield from self._run(f"{asked} ({places})", chunk)


def _raw(id: str) -> bytes:
    """Return an id as bytes; what is no id of ours as it is written."""
    try:
        return bytes.fromhex(id)
    except ValueError:
        return id.encode()
