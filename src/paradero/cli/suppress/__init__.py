"""``suppress``: people who asked to be taken out of the casebook; their names are not kept, and never told."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "add": Verb("paradero.cli.suppress.add", "Take a person out of the casebook, with a reason."),
    "list": Verb("paradero.cli.suppress.listing", "List who was taken out by whom, when and why; never a name."),
    "remove": Verb("paradero.cli.suppress.remove", "Take a suppression back, with a reason."),
}


@click.group("suppress", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """Take people out of the casebook who asked for it."""
