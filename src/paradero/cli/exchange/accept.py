"""``exchange accept``: a person's signature under an exchange as it is put together, or its withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.exchange.placing import reason_option
from paradero.cli.ledger.asking import opened
from paradero.cli.options import json_option
from paradero.cli.screen import show_json, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk
    from paradero.ledger import Exchange, Ledger


@click.command("accept")
@click.argument("exchange", metavar="ID")
@click.option("--take-back", is_flag=True, help="Take the acceptance back: it is a proposal again.")
@reason_option
@json_option
@click.pass_obj
def command(desk: Desk, exchange: str, take_back: bool, reason: str, as_json: bool) -> None:
    """Accept an exchange as it is put together, or take that back.

    ID is that of the exchange, or its beginning. What is accepted is that its legs belong together, and nothing of what
    anybody says of them.
    """
    from paradero import casework
    from paradero.cli.ledger.finding import exchange_of
    from paradero.cli.ledger.wording import short

    with opened(desk) as (casebook, of):
        found = exchange_of(of.ledger, exchange)
        signed = _signed(of.ledger, found)
        if take_back and not signed:
            raise casework.WrongDecision(
                f"The exchange {short(found.id)} is not accepted.", "There is nothing to take back."
            )
        for marker in signed if take_back else [_marker(found)]:
            casework.accept_exchange(casebook, marker, not take_back, reason, desk.actor)
    if as_json:
        show_json({"exchange": found.id, "accepted": not take_back, "by": desk.actor.name})
        return
    done = "Taken back" if take_back else "Accepted"
    write(f"{done} by {desk.actor.name}: the exchange {short(found.id)} of {', '.join(found.parties)}.\n")


def _members(exchange: Exchange) -> set[str]:
    return {claim.id for leg in exchange.legs for claim in leg.movement.every} | {leg.id for leg in exchange.legs}


def _marker(exchange: Exchange) -> str:
    """Return the claim by which an acceptance is written down: one that marks the exchange, or the first."""
    members = _members(exchange)
    marking = sorted(one.id for one in exchange.markers if one.id in members)
    first = exchange.legs[0].movement
    return marking[0] if marking else (first.claims or first.plans)[0].id


def _signed(ledger: Ledger, exchange: Exchange) -> list[str]:
    """Return the claims by which the exchange is accepted."""
    members = _members(exchange)
    return [one.one for one in ledger.placings if one.together and one.one == one.other and one.one in members]
