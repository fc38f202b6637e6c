"""Groups that import a command's module only when the command is called, so that ``--help`` answers at once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Verb:
    """Where a command lives, and its one-line help, kept here so that listing commands imports none of them.

    Attributes:
        module: the module that holds it under the name ``command``.
        summary: the first sentence of its help; a test holds the two together.
    """

    module: str
    summary: str


class LazyGroup(click.Group):
    """A click group whose commands are given as a table of ``Verb``."""

    def __init__(self, *args: Any, verbs: Mapping[str, Verb], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table, which is the order of work."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and return the command; None when there is no such command."""
        verb = self.verbs.get(cmd_name)
        if verb is None:
            return None
        command: click.Command = import_module(verb.module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.summary) for name, verb in self.verbs.items()])
