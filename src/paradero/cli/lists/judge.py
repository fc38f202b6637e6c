"""``list judge``: whether two entries of lists are one person, as somebody decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.screen import SHORT_ID, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("judge")
@click.argument("one", metavar="LIST:ROW")
@click.argument("other", metavar="LIST:ROW")
@click.argument("decision", type=click.Choice(["same", "different", "unsure"]))
@click.option("--reason", required=True, metavar="WORDS", help="Why, in your words; never left out.")
@click.pass_obj
def command(desk: Desk, one: str, other: str, decision: str, reason: str) -> None:
    """Decide whether two entries are one person, with a reason.

    An entry is given by its list's ID and its row, as in 3fa2c19b:12; where a list has several sheets, as in
    “3fa2c19b:Lista 2:12”. Nothing is merged in the lists themselves. To take a judgement back: paradero judge ID
    withdraw, with the judgement's id.
    """
    from paradero.casework import judge_entries

    with desk.open() as casebook:
        made = judge_entries(casebook, one, other, decision, reason, desk.actor)
    write(f"Judgement {made.id[:SHORT_ID]} by {made.by}: {one} and {other} are {_WORDS[made.decision]}.\n")


_WORDS = {"same": "one person", "different": "two people", "unsure": "left open"}
