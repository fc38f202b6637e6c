"""The casebook's secret key: a file beside the database that its owner alone may read, made at first use.

It is no part of what is written: it stands in no record and no entry of the audit log, and nothing exports it.
"""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from pathlib import Path

from paradero.store.errors import KeyMissing, KeyOpen, KeyWrong
from paradero.store.files import settle

FILE = "suppression.key"
LENGTH = 32  # bytes, as many as SHA-256 gives
OWNER_ONLY = 0o600
_PASSING = f".{FILE}.making-"


def make_key(folder: Path) -> bytes:
    """Return the key of a casebook; make it first when there is none.

    Raises:
        KeyOpen, KeyWrong: as ``read_key`` does.
        OSError: when it cannot be written; no half key is left under its name.
    """
    if not (folder / FILE).exists():
        handle, name = tempfile.mkstemp(prefix=_PASSING, dir=folder)  # made with the rights 600
        passing = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(LENGTH) + "\n")
                file.flush()
                os.fsync(file.fileno())
            settle(passing, folder / FILE)  # another process may have been first; then its key is the key
        finally:
            passing.unlink(missing_ok=True)
    return read_key(folder)


def read_key(folder: Path) -> bytes:
    """Return the key of a casebook.

    Raises:
        KeyMissing, KeyOpen, KeyWrong: when there is none, when others may read it, when it is no such key.
    """
    path = folder / FILE
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        words = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise KeyMissing(path) from None
    except UnicodeDecodeError:
        raise KeyWrong(path, "is damaged") from None
    if os.name == "posix" and mode & 0o077:
        raise KeyOpen(path, mode)
    try:
        key = bytes.fromhex(words)
    except ValueError:
        key = b""
    if len(key) != LENGTH:
        raise KeyWrong(path, "is damaged")
    return key
