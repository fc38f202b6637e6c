"""Files that appear whole or not at all: written under a passing name, flushed to the disk, then given their name."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def settle(passing: Path, final: Path) -> bool:
    """Give a finished file its final name, never over another file.

    Args:
        passing: the file, written and flushed, in the same folder as ``final``.
        final: the name it gets.

    Returns:
        False when there was a file of that name already; the passing file is then gone and the other untouched.
    """
    try:
        os.link(passing, final)
    except FileExistsError:
        passing.unlink()
        return False
    except OSError:
        return _renamed(passing, final)
    passing.unlink()
    flush_folder(final.parent)
    return True


def _renamed(passing: Path, final: Path) -> bool:
    # For file systems without links (FAT, some network shares).
    if final.exists():
        passing.unlink()
        return False
    passing.rename(final)
    flush_folder(final.parent)
    return True


def flush_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
