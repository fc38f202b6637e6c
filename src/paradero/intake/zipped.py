"""ZIP containers, opened within limits: nothing is unpacked to a disk, no member beyond the size that it declares."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from paradero.intake.limits import MEGABYTE
from paradero.model.problem import Problem

MOST_BYTES = 200 * MEGABYTE  # unpacked, all members together
MOST_MEMBERS = 5_000
# Word's XML of a long table shrinks to about a sixtieth; deflate's utmost, which bombs reach, is a thousandth.
_MOST_RATIO = 250
_SMALL = 10 * MEGABYTE  # unpacked; below it no ratio does harm
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
    KeyError,
    OverflowError,
    struct.error,
    zlib.error,
)


def opened(data: bytes, source: str) -> zipfile.ZipFile | Problem:
    """Open a container, or tell why it stays shut: damaged, or more inside than it may hold.

    Args:
        data: the bytes of the file.
        source: the file's name, for the problem.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        return damaged(source, str(error))
    inside = package.infolist()
    size = sum(member.file_size for member in inside)
    if len(inside) > MOST_MEMBERS:
        return _too_much(source, f"{len(inside):,} files lie inside, more than {MOST_MEMBERS:,}")
    if size > MOST_BYTES:
        return _too_much(
            source, f"unpacked it would have {size / MEGABYTE:,.0f} MB, more than {MOST_BYTES / MEGABYTE:,.0f}"
        )
    bomb = next((m for m in inside if m.file_size > max(_SMALL, _MOST_RATIO * m.compress_size)), None)
    if bomb is not None:
        return _too_much(source, f"what lies inside unpacks to more than {_MOST_RATIO} times its size")
    return package


def names_in(data: bytes) -> frozenset[str]:
    """Return the names of the members; none when the bytes are no whole container."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except _BROKEN:
        return frozenset()


def is_locked(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member is locked with a password."""
    return bool(member.flag_bits & _ENCRYPTED)


def content(package: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes | None:
    """Return the bytes of a member; None when there is none of that name, or it is locked or damaged."""
    try:
        member = package.getinfo(name) if isinstance(name, str) else name
        with package.open(member) as file:
            # Never more than it declares: a member that lies about its size is cut there and fails its check sum.
            return file.read(member.file_size)
    except _BROKEN:
        return None


def locked(source: str) -> Problem:
    """Tell that a file is locked with a password."""
    return Problem(
        "encrypted_file",
        source,
        "The file is locked with a password, and cannot be read.",
        "Open it with the password, save it without one, and add that.",
    )


def damaged(source: str, cause: str) -> Problem:
    """Tell that a file is not whole, or not made as its kind is."""
    return Problem(
        "damaged_file",
        source,
        f"The file is damaged or was cut off ({cause.rstrip('.')}).",
        "Get it again, or open it in the program it was made with, and save it anew.",
    )


def _too_much(source: str, cause: str) -> Problem:
    return Problem(
        "unpacks_too_large",
        source,
        f"The file was not unpacked: {cause}.",
        "If you trust it, unpack it yourself, and add the files that you need.",
    )
