"""``suppress remove``: a suppression is taken back by a later act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.screen import SHORT_ID, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("remove")
@click.argument("suppression", metavar="ID")
@click.option("--reason", required=True, metavar="WORDS", help="Why, in your words; never left out.")
@click.pass_obj
def command(desk: Desk, suppression: str, reason: str) -> None:
    """Take a suppression back, with a reason.

    ID is the suppression's or at least its first 6 characters, as "suppress list" tells it. What it withheld is shown
    again; a row that was left out when its list was imported comes in when the list is imported again.
    """
    from paradero.casework import unsuppress

    with desk.open() as casebook:
        done = unsuppress(casebook, suppression, reason, desk.actor)
    write(f"Taken back: {done.how['id'][:SHORT_ID]}, made by {done.actor} on {done.at[:10]}.\n")
