"""``list``: lists of people as evidence: what their columns say, what would come in, and what came in."""

from __future__ import annotations

import click

from paradero.cli.lazy import LazyGroup, Verb

VERBS = {
    "sniff": Verb("paradero.cli.lists.sniff", "Propose how a list is read, as a mapping to look at and change."),
    "preview": Verb("paradero.cli.lists.preview", "Show what would come in from a list, and keep nothing."),
    "import": Verb("paradero.cli.lists.importing", "Import a list as evidence: all of it, or nothing."),
    "show": Verb("paradero.cli.lists.show", "List the imported lists, or the entries of one."),
    "export": Verb("paradero.cli.lists.exporting", "Write the entries of a list to a spreadsheet, and record who did."),
    "diff": Verb("paradero.cli.lists.diff", "Show what a newer list has added, removed and changed."),
    "judge": Verb("paradero.cli.lists.judge", "Decide whether two entries are one person, with a reason."),
    "answers": Verb("paradero.cli.lists.answers", "Show what was answered about a list, name by name."),
    "match": Verb("paradero.cli.lists.match", "Look for everybody on list A on list B."),
}


@click.group("list", cls=LazyGroup, verbs=VERBS)
def command() -> None:
    """Take in lists of people as evidence, row by row and cell by cell."""
