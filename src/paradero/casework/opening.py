"""Making and opening casebooks."""

from __future__ import annotations

from pathlib import Path

from paradero.casework.actor import Actor
from paradero.store import Casebook, Clock, create_casebook, utc_now
from paradero.store import open_casebook as open_stored


def new(path: Path, actor: Actor, clock: Clock = utc_now) -> Casebook:
    """Make a casebook in a new or empty folder and open it.

    Args:
        path: the folder.
        actor: who makes it.
        clock: what the time of every act is taken from.

    Raises:
        CasebookExists, FolderNotEmpty, ReadOnlyCasebook, DiskFull: as they say; nothing is left behind.
    """
    return create_casebook(path, actor.name, clock)


def open_casebook(path: Path, clock: Clock = utc_now) -> Casebook:
    """Open a casebook.

    Args:
        path: the folder.
        clock: what the time of every act is taken from.

    Raises:
        CasebookNotFound, NotACasebook, NewerCasebook, ReadOnlyCasebook, CasebookLocked, DamagedCasebook: as they say.
    """
    return open_stored(path, clock)
