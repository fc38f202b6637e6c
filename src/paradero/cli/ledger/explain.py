"""``explain``: from any answer of the ledger down to the words in the documents, with rules, reasons and judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.ledger.asking import by_day_option, ledger_options, opened, show_of
from paradero.cli.screen import show_json

if TYPE_CHECKING:
    from datetime import date

    from paradero.cli.desk import Desk


@click.command("explain")
@click.argument("answer", metavar="ID")
@by_day_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk,
    answer: str,
    as_of: date | None,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Go from any answer down to the words in the documents.

    ID is that of an exchange, a leg, a movement, an episode, a dispute, an account, a person, a group or a statement,
    or its beginning. What it says comes first, then the rules and reasons by which it was worked out, then each
    statement: who says it, the exact words with their document and place, and what people judged of it.
    """
    with opened(desk, known_on, by_said_on, as_of=as_of) as (casebook, of):
        from paradero.casework.ledger.judged import judgements_of
        from paradero.cli.ledger.explain_page import explain_json, explain_page
        from paradero.cli.ledger.explaining import explained_one
        from paradero.cli.ledger.wording import Page

        found = explained_one(of, answer)
        judged = judgements_of(casebook, of.statements, of.known_on)
        if as_json:
            show_json(explain_json(of, found, judged))
        else:
            show_of(of, explain_page(Page(of, language), found, judged), pager=pager)
