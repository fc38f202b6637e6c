"""``chain``: the chains of custody, and what in them cannot all be right."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "check": Verb("paradero.cli.chain.check", "List what cannot all be right in chains and exchanges, or is not told."),
}


@click.group("chain", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """Check the chains of custody that follow from what was said."""
