"""Finding the files that a person means: files as they are named, folders down to the bottom, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from paradero.model import Problem
from paradero.store.connecting import DATABASE

_KINDS = (
    (Path.is_fifo, "a pipe"),
    (Path.is_socket, "a socket"),
    (Path.is_char_device, "a device"),
    (Path.is_block_device, "a device"),
)


def files_under(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """List the files among and under some paths.

    Hidden files, links to folders, devices and casebooks inside a folder are left out, and a notice says so. What is
    named itself is always taken.

    Returns:
        The files, each once, in the order of the paths and sorted within a folder; and what could not be listed.
    """
    files: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in paths:
        if _is(Path.is_dir, path):
            files.update(dict.fromkeys(_in_folder(path, problems)))
        elif _is(Path.is_file, path):
            files[path] = None
        else:
            problems.append(_no_file(path))
    return tuple(files), tuple(problems)


def _in_folder(folder: Path, problems: list[Problem]) -> list[Path]:
    found: list[Path] = []
    left_out: list[str] = []
    for top, folders, names in os.walk(folder, onerror=lambda error: problems.append(_unreadable(error))):
        here = Path(top)
        if DATABASE in names:
            left_out.append(f"{here.name} (a casebook)")
            folders.clear()
            continue
        why = {one: _why_not(here / one) for one in (*folders, *names)}
        left_out += [f"{one} ({reason})" for one, reason in why.items() if reason]
        folders[:] = sorted(one for one in folders if not why[one])
        found += [here / one for one in names if not why[one]]
    if left_out:
        problems.append(_left_out(folder, left_out))
    return sorted(found, key=lambda path: path.parts)


def _why_not(path: Path) -> str:
    """Return why something in a folder is no report; empty for a file, and for a folder to go down into."""
    if path.name.startswith("."):
        return "hidden"
    if _is(Path.is_file, path):
        return ""
    if _is(Path.is_dir, path):
        return "a link to a folder" if path.is_symlink() else ""
    if path.is_symlink():
        return "a link to nothing that can be read"
    return next((words for test, words in _KINDS if _is(test, path)), "of no kind that can be read")


def _is(what: Callable[[Path], bool], path: Path) -> bool:
    # In a folder that may be listed but not entered, asking what a name stands for is refused.
    try:
        return what(path)
    except OSError:
        return False


def _no_file(path: Path) -> Problem:
    if _is(Path.exists, path):
        return Problem(
            "not_a_file", str(path), "This is neither a file nor a folder.", "Name a file that holds a report."
        )
    if path.is_symlink():
        cause = "This is a link that leads to nothing, or back to itself."
        return Problem("file_not_found", str(path), cause, "Name the file itself.")
    return Problem("file_not_found", str(path), "There is no such file or folder.", "Check the name.")


def _unreadable(error: OSError) -> Problem:
    cause = f"The folder cannot be listed ({error.strerror})."
    return Problem("folder_unreadable", str(error.filename), cause, "Ask for the right to read it, and add it again.")


def _left_out(folder: Path, names: list[str]) -> Problem:
    shown = ", ".join(sorted(names)[:3]) + (", ..." if len(names) > 3 else "")
    entries = "1 entry was" if len(names) == 1 else f"{len(names):,} entries were"
    cause = f"{entries} left out: {shown}."
    return Problem("left_out", str(folder), cause, "Name a file itself to add it.", severity="notice")
