"""``counts``: what people decide about how figures hang together; ``show counts`` tells what follows."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "accept": Verb("paradero.cli.counts.accept", "Accept a relation between figures that is proposed, with a reason."),
    "reject": Verb("paradero.cli.counts.reject", "Reject a relation between figures, with a reason."),
    "relate": Verb("paradero.cli.counts.relate", "Set a relation between figures yourself, with a reason."),
    "withdraw": Verb("paradero.cli.counts.withdraw", "Take back the last decision about a relation, with a reason."),
}


@click.group("counts", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """Decide how figures hang together, with a reason."""
