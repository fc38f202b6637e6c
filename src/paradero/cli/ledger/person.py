"""``show person``: one person's custody from what lists and reports tell, as a timeline; or the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.ledger.asking import as_of_option, ledger_options

if TYPE_CHECKING:
    from datetime import date

    from paradero.cli.desk import Desk


@click.command("person")
@click.argument("person", default="", metavar="[ID|NAME]")
@as_of_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk,
    person: str,
    as_of: date | None,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Show the custody of a person as a timeline, or list the persons.

    A person is given by an id, or by words of the name. Who holds whom is told with who says it; what was worked out
    and not said stands in italics after the sign ≈, and the rules at the foot.
    """
    from paradero.cli.ledger.subject_page import answer

    answer(desk, "person", person, as_of, known_on, by_said_on, as_json, language, pager)
