"""Finding the files that a person means: files as they are named, folders down to the bottom, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from paradero.model import Problem
from paradero.store.connecting import DATABASE


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
            left_out.append(f"the casebook {here.name}")
            folders.clear()
            continue
        left_out += [one for one in (*folders, *names) if not _wanted(here / one)]
        folders[:] = sorted(one for one in folders if _wanted(here / one))
        found += [here / one for one in names if _wanted(here / one)]
    if left_out:
        problems.append(_left_out(folder, left_out))
    return sorted(found, key=lambda path: path.parts)


def _wanted(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    return _is(Path.is_file, path) or (_is(Path.is_dir, path) and not path.is_symlink())


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
    return Problem("file_not_found", str(path), "There is no such file or folder.", "Check the name.")


def _unreadable(error: OSError) -> Problem:
    cause = f"The folder cannot be listed ({error.strerror})."
    return Problem("folder_unreadable", str(error.filename), cause, "Ask for the right to read it, and add it again.")


def _left_out(folder: Path, names: list[str]) -> Problem:
    shown = ", ".join(sorted(names)[:3]) + (", ..." if len(names) > 3 else "")
    cause = f"{len(names)} hidden, linked or special entries were left out: {shown}."
    return Problem("left_out", str(folder), cause, "Name a file itself to add it.", severity="notice")
