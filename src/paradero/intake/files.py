"""Files: reads a regular file within the size limit, or says why it cannot be read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from paradero.intake.limits import MEGABYTE, SETTING, Limits
from paradero.model.problem import Problem

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_file(path: Path, limits: Limits) -> bytes | Problem:
    """Return a file's bytes, or the problem that keeps them from being read.

    Nothing but a regular file is opened: a pipe would wait for ever, and a device may do something when it is opened.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return _not_a_file(path, mode)
        return _read(path, limits)
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        hint = "Check the path, and whether you may read the file."
        return Problem("unreadable_file", str(path), f"The file cannot be read: {cause}.", hint)


def _read(path: Path, limits: Limits) -> bytes | Problem:
    # Between the look and the opening the file may have been changed for a pipe: it is opened without waiting.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return _not_a_file(path, status.st_mode)
        if status.st_size > limits.size:
            return _too_large(path, status.st_size, limits)
        data = file.read(limits.size + 1)
    return data if len(data) <= limits.size else _too_large(path, len(data), limits)


def _not_a_file(path: Path, mode: int) -> Problem:
    what = next((words for test, words in _KINDS if test(mode)), "no regular file")
    return Problem(
        "not_a_file", str(path), f"This is {what}, not a file.", "Give the path of a file, or of a folder of files."
    )


def _too_large(path: Path, size: int, limits: Limits) -> Problem:
    return Problem(
        "too_large",
        str(path),
        f"The file has {size / MEGABYTE:,.1f} MB; the limit is {limits.size / MEGABYTE:,.0f} MB. It stays unread.",
        f"Split the file, or raise the limit with the setting {SETTING} if you trust it.",
    )
