"""``show group``: the custody of people who are spoken of together, as a timeline; or the list of all groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.ledger.asking import as_of_option, ledger_options

if TYPE_CHECKING:
    from datetime import date

    from paradero.cli.desk import Desk


@click.command("group")
@click.argument("group", default="", metavar="[ID|WORDS]")
@as_of_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk,
    group: str,
    as_of: date | None,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Show the custody of a group as a timeline, or list the groups.

    A group is given by an id, or by words for it. That several reports speak of one group is worked out from their
    words; “exchange same” and “exchange different” say better.
    """
    from paradero.cli.ledger.subject_page import answer

    answer(desk, "group", group, as_of, known_on, by_said_on, as_json, language, pager)
