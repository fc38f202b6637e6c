"""Making a casebook: it is there from the moment its database gets its name, and not a moment earlier."""

from __future__ import annotations

import os
from pathlib import Path

from paradero import __version__
from paradero.store.connecting import DATABASE, FORMAT, connect, disconnect, make_tables
from paradero.store.entry import START, Act
from paradero.store.errors import CasebookExists, FolderNotEmpty, translated
from paradero.store.files import flush_folder, settle
from paradero.store.originals import FOLDER

MAKING = f".{DATABASE}.making-"
ALLOWED = (FOLDER, "gazetteer.toml")
# A casebook holds names of people at risk: other users of the machine see nothing until its owner lets them.
OWNER_ONLY = 0o700


def make(folder: Path, actor: str, at: str) -> None:
    """Make the folder, its database and the first audit entry; on failure leave nothing behind.

    Raises:
        CasebookExists, FolderNotEmpty, ReadOnlyCasebook, DiskFull: as they say.
    """
    with translated(folder):
        check_place(folder)
        made = not folder.exists()
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        try:
            _fill(folder, Act("new", actor, at, {"format": FORMAT, "made_with": made_with()}))
        except BaseException:
            _clear(folder, made)
            raise
        flush_folder(folder.parent)


def check_place(folder: Path) -> None:
    """Make sure that a casebook can be made in a place: nothing there, or an empty folder."""
    if (folder / DATABASE).exists():
        raise CasebookExists(folder)
    if folder.exists() and not folder.is_dir():
        raise FolderNotEmpty(folder, "it is a file")
    # What an interrupted attempt left is no obstacle.
    others = [one.name for one in folder.iterdir() if _is_other(one)] if folder.exists() else []
    if others:
        raise FolderNotEmpty(folder, f"the folder holds {sorted(others)[0]!r}")


def made_with() -> str:
    """Return the program and version that a casebook says it was made with."""
    return f"paradero {__version__}"


def _is_other(path: Path) -> bool:
    return path.name not in ALLOWED and not path.name.startswith(MAKING)


def _fill(folder: Path, act: Act) -> None:
    (folder / FOLDER).mkdir(exist_ok=True)
    passing = folder / f"{MAKING}{os.getpid()}"
    passing.unlink(missing_ok=True)
    alias = connect(passing, "rwc")
    try:
        make_tables(alias)
        _begin(alias, act)
    finally:
        disconnect(alias)  # folds the write-ahead log into the file
    if not settle(passing, folder / DATABASE):
        raise CasebookExists(folder)
    _sweep(folder)


def _begin(alias: str, act: Act) -> None:
    from paradero.store.models import THE_ROW, CasebookRow
    from paradero.store.recording import begin

    made = {"format": FORMAT, "created_at": act.at, "created_with": made_with()}
    begin(alias, CasebookRow(id=THE_ROW, entries=0, head=START, **made), act)


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{MAKING}*"):
        left.unlink(missing_ok=True)


def _clear(folder: Path, made: bool) -> None:
    """Take back what a failed making left, but nothing of a casebook that another process made meanwhile."""
    _sweep(folder)
    if (folder / DATABASE).exists():
        return
    originals = folder / FOLDER
    if originals.exists() and not any(originals.iterdir()):
        originals.rmdir()
    if made and not any(folder.iterdir()):
        folder.rmdir()
