"""``exchange``: the board of what each party says of each leg, and people's words on what belongs together."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "board": Verb("paradero.cli.exchange.board", "Show what each party says of each state of each leg."),
    "accept": Verb("paradero.cli.exchange.accept", "Accept an exchange as it is put together, or take that back."),
    "place": Verb("paradero.cli.exchange.place", "Say that two things belong to one exchange, with a reason."),
    "apart": Verb("paradero.cli.exchange.apart", "Say that two things do not belong to one exchange, with a reason."),
    "same": Verb("paradero.cli.exchange.same", "Judge that two statements speak of the same people."),
    "different": Verb("paradero.cli.exchange.different", "Judge that two statements speak of different people."),
}


@click.group("exchange", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """See who says what of an exchange, and say what belongs to it."""
