"""The desk a command works at: which casebook, and who sits there."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import CasebookNotGiven

if TYPE_CHECKING:
    from paradero.casework import Actor, Casebook


@dataclass(frozen=True, slots=True)
class Desk:
    """What stands before the verb on the command line.

    Attributes:
        path: the casebook's folder; None when none was given.
        name: who acts, as given; None when not given.
    """

    path: Path | None
    name: str | None

    @property
    def folder(self) -> Path:
        """The casebook's folder.

        Raises:
            CasebookNotGiven: when none was given.
        """
        if self.path is None:
            raise CasebookNotGiven
        return self.path

    @property
    def actor(self) -> Actor:
        """Who acts: the name given, else the login name."""
        from paradero.casework import Actor

        return Actor(_login_name() if self.name is None else self.name)

    def open(self) -> Casebook:
        """Open the casebook; close it by ``with``."""
        folder = self.folder
        from paradero.casework import open_casebook

        return open_casebook(folder)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no variable names the user and the system has no entry for the number
        raise click.UsageError("This system does not say who you are. Give your name with --actor NAME.") from None
