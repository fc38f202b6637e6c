"""``figures``: numbers that people keep in files, as somebody said them."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "import": Verb("paradero.cli.figures.importing", "Import a file of figures, each with who says it of whom."),
}


@click.group("figures", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """Take in numbers that people keep in files, as somebody said them."""
