"""Originals: the bytes as they were given, under their SHA-256, written before any act that refers to them."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from paradero.store.files import flush_folder, settle

FOLDER = "originals"
PASSING = ".incoming-"
BLOCK = 1 << 20


def original_path(casebook: Path, sha256: str) -> Path:
    """Return where the original of a hash rests: ``originals/ab/ab12...``."""
    return casebook / FOLDER / sha256[:2] / sha256


def keep_original(casebook: Path, source: Path, sha256: str) -> bool:
    """Copy a file into the casebook under its hash; the copy is on the disk when this returns.

    Args:
        casebook: the folder.
        source: the file given.
        sha256: what its bytes hashed to when it was looked at.

    Returns:
        False when the file is gone or its bytes are others by now; nothing is kept then.

    Raises:
        OSError: when the copy cannot be written; no half copy is left.
    """
    try:
        given = source.open("rb")
    except OSError:
        return False
    with given:
        return _kept(casebook, given, sha256)


def keep_bytes(casebook: Path, data: bytes, sha256: str) -> bool:
    """Keep the bytes of a file that lay inside another; otherwise as ``keep_original``."""
    with io.BytesIO(data) as given:
        return _kept(casebook, given, sha256)


def _kept(casebook: Path, given: BinaryIO, sha256: str) -> bool:
    final = original_path(casebook, sha256)
    if not final.parent.is_dir():
        final.parent.mkdir(parents=True, exist_ok=True)
        flush_folder(final.parent.parent)
    handle, name = tempfile.mkstemp(prefix=PASSING, dir=final.parent)
    passing = Path(name)
    try:
        same = _copied(given, handle) == sha256
        if same:
            passing.chmod(0o444)  # an original is never edited
            settle(passing, final)
        return same
    finally:
        passing.unlink(missing_ok=True)


def sha256_of(source: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with source.open("rb") as given:
        return hashlib.file_digest(given, "sha256").hexdigest()


def kept(casebook: Path) -> Iterator[Path]:
    """Yield every file under ``originals``, in order, passing ones included."""
    yield from sorted(path for path in (casebook / FOLDER).rglob("*") if not path.is_dir())


def _copied(given: BinaryIO, handle: int) -> str:
    hashed = hashlib.sha256()
    with os.fdopen(handle, "wb") as copy:
        while block := given.read(BLOCK):
            hashed.update(block)
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
    return hashed.hexdigest()
