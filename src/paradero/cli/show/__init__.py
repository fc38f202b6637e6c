"""``show``: the commands that read a casebook and put it before a person or, with ``--json``, before a program."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "document": Verb("paradero.cli.show.document", "Show a document with its statements, or list the documents."),
    "statements": Verb("paradero.cli.show.statements", "List statements with everything they say."),
    "speakers": Verb("paradero.cli.show.speakers", "List who speaks, how often, and how they are named."),
    "figures": Verb("paradero.cli.show.figures", "List the numbers said, by whom and of whom."),
    "person": Verb("paradero.cli.ledger.person", "Show the custody of a person as a timeline, or list the persons."),
    "group": Verb("paradero.cli.ledger.group", "Show the custody of a group as a timeline, or list the groups."),
    "place": Verb("paradero.cli.ledger.place", "Show who is told to be held at a place or in a state."),
    "exchange": Verb("paradero.cli.ledger.exchange", "Show an exchange with its legs, numbers and lists, or list all."),
    "disputes": Verb("paradero.cli.ledger.disputes", "Show what people are accused of, and who denies it."),
    "released": Verb("paradero.cli.ledger.released", "Show persons who were let go, and who was taken again."),
    "unaccounted": Verb("paradero.cli.ledger.unaccounted", "Show of whom nothing more is told."),
    "counts": Verb("paradero.cli.show.counts", "Hold figures against each other, and show the arithmetic."),
}


@click.group("show", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """Show documents, statements, speakers or figures."""
