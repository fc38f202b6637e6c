"""``show counts``: figures held against each other, with the arithmetic and the speaker of every term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.ledger.asking import day_option
from paradero.cli.options import json_option, known_on_option, language_option, pager_option
from paradero.cli.screen import show, show_json
from paradero.cli.troubles import problem_json, tell_problems

if TYPE_CHECKING:
    from datetime import date

    from paradero.cli.desk import Desk


@click.command("counts")
@click.option("--about", default="", metavar="WORDS", help="Only figures whose set, speaker or name has these words.")
@click.option("--by-said-on", is_flag=True, help="With --known-on: what had been said by then, whenever it came in.")
@day_option("--as-of", "Only figures that had been said by that day.", "as_of")
@known_on_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(
    desk: Desk,
    about: str,
    by_said_on: bool,
    as_of: date | None,
    known_on: str,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Hold figures against each other, and show the arithmetic.

    Each account has a verdict and cites the figure and the speaker of every term. Nothing tells who is right. How
    figures hang together is proposed (≈, in italics) until somebody decides: “counts accept”, “reject”, “relate”. A
    number that nobody gave is unknown, never zero.
    """
    from paradero.casework import counts

    if by_said_on and not known_on:
        raise click.UsageError("--by-said-on needs a day: give it with --known-on.")
    with desk.open() as casebook:
        known = counts(casebook, known_on, by_said_on, about, as_of)
    if as_json:
        from paradero.cli.counts.wording import counts_json

        day = None if as_of is None else as_of.isoformat()
        asked = {"known_on": known_on or None, "by_said_on": by_said_on, "as_of": day, "about": about or None}
        show_json({**asked, **counts_json(known), "problems": [problem_json(one) for one in known.problems]})
    else:
        from paradero.cli.counts.page import page

        show(page(known, language), pager=pager)
        tell_problems(known.problems)
