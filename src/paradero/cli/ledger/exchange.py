"""``show exchange``: who gave up whom in return for whom, by legs, with numbers, lists and what only one side says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.ledger.asking import NOTHING, by_day_option, ledger_options, of_exchanges, opened, show_of
from paradero.cli.screen import show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.cli.desk import Desk
    from paradero.ledger import Exchange

NO_EXCHANGE = "No exchange is told of: nobody says that people were given in return for others."


@click.command("exchange")
@click.argument("exchange", default="", metavar="[ID]")
@by_day_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk,
    exchange: str,
    as_of: date | None,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Show an exchange with its legs, numbers and lists, or list all.

    Without an ID the only exchange is shown; several are listed. An exchange is a proposal, put together from what
    statements say: “exchange accept” signs it, “exchange place” and “exchange apart” correct it.
    """
    from paradero.cli.ledger.exchange_page import exchange_page
    from paradero.cli.ledger.exchange_shape import exchange_json
    from paradero.cli.ledger.shapes import asked_json

    with opened(desk, known_on, by_said_on, of_exchanges, as_of) as (_, of):
        chosen = asked_for(of, exchange)
        if as_json:
            show_json(asked_json(of, exchanges=[exchange_json(one, of) for one in chosen]))
        elif not chosen:
            show_of(of, [NO_EXCHANGE if of.ledger.claims else NOTHING])
        elif len(chosen) == 1:
            show_of(of, exchange_page(of, chosen[0], language), pager=pager)
        else:
            show_of(of, _listing(of, chosen), pager=pager)


def asked_for(of: LedgerOf, id: str) -> Sequence[Exchange]:
    """Return the exchange of an id, or all when none is given."""
    from paradero.cli.ledger.finding import exchange_of

    if not id:
        return of.ledger.exchanges
    if of.told is None:
        return [exchange_of(of.ledger, id)]
    marking = {claim.id for claim in exchange_of(of.told, id).markers}  # of fewer claims it has another id
    return [one for one in of.ledger.exchanges if any(claim.id in marking for claim in one.markers)]


def _listing(of: LedgerOf, every: Sequence[Exchange]) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    from paradero.cli.ledger.wording import short, when_words
    from paradero.cli.screen import inline

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("id", style="dim", no_wrap=True)
    for title in ("when", "parties", "legs"):
        table.add_column(title, overflow="fold")
    for one in every:
        legs = "\n".join(f"{inline(leg.label)}: {leg.standing}" for leg in one.legs)
        table.add_row(short(one.id), when_words(one.day), inline(", ".join(one.parties)), legs)
    yield table
    yield Text("One with all of it: paradero --casebook PATH show exchange ID", "dim")
