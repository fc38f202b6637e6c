"""The originals: each one that a document refers to is there and hashes to its name; the rest is told as a notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from paradero.model import Problem
from paradero.store.originals import PASSING, kept, original_path, sha256_of


def check_originals(casebook: Path, wanted: Mapping[str, str], problems: list[Problem]) -> int:
    """Hash the originals that documents refer to.

    Args:
        casebook: the folder.
        wanted: the name of the document by the SHA-256 of its original.
        problems: what is wrong is added here.

    Returns:
        How many originals were there.
    """
    problems.extend(_loose(casebook, wanted))
    there = 0
    for sha256, name in wanted.items():
        path = original_path(casebook, sha256)
        there += path.is_file()
        problems.extend(_checked(casebook, path, sha256, name))
    return there


def _checked(casebook: Path, path: Path, sha256: str, name: str) -> list[Problem]:
    where = path.relative_to(casebook).as_posix()
    hint = f"Put back {where} from a copy of the casebook; its SHA-256 is {sha256}."
    if not path.is_file():
        return [Problem("original_missing", name, f"The original {where} is gone.", hint)]
    try:
        if sha256_of(path) == sha256:
            return []
    except OSError as error:
        return [Problem("original_unreadable", name, f"The original {where} cannot be read ({error.strerror}).", hint)]
    return [Problem("original_changed", name, f"The original {where} has been changed.", hint)]


def _loose(casebook: Path, wanted: Mapping[str, str]) -> Iterator[Problem]:
    for path in kept(casebook):
        where = path.relative_to(casebook).as_posix()
        if path.name.startswith(PASSING):
            cause = "A file is left from a copy that was interrupted, or that is being made now."
            hint = "It may be deleted when no other Paradero is at work."
            yield Problem("original_unfinished", where, cause, hint, severity="notice")
        elif path.name not in wanted or path != original_path(casebook, path.name):
            cause = "No document refers to this file; adding it was interrupted, or is being done now."
            hint = "Add the file again to make a document of it, or leave it: it does no harm."
            yield Problem("original_unused", where, cause, hint, severity="notice")
