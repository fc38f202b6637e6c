"""``exchange board``: legs by parties by states; what is not told stays empty, and unknown is never zero."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import NOTHING, by_day_option, ledger_options, of_exchanges, opened, show_of
from paradero.cli.screen import show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from paradero.cli.desk import Desk
    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Exchange, Leg

NOTHING_TOLD = "·"
ALONE = "!"
_PARTY, _CELL, _GAP = 13, 15, 1  # columns of the terminal that a party's name, a cell and the space behind it take


@click.command("board")
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
    """Show what each party says of each state of each leg.

    A table for each leg: the parties down, the states across that anybody tells of. A dot is nothing told; “told, no
    number” is a state without a number, which is never zero; ! stands where one party to the exchange alone says it.
    """
    from paradero.cli.ledger.exchange import NO_EXCHANGE, asked_for
    from paradero.cli.ledger.shapes import asked_json
    from paradero.cli.ledger.wording import Page
    from paradero.cli.screen import console

    with opened(desk, known_on, by_said_on, of_exchanges, as_of) as (_, of):
        chosen = asked_for(of, exchange)
        if as_json:
            show_json(asked_json(of, exchanges=[_json(one) for one in chosen]))
        elif not chosen:
            show_of(of, [NO_EXCHANGE if of.ledger.claims else NOTHING])
        else:
            page, width = Page(of, language), console().width
            show_of(of, (part for one in chosen for part in board(page, one, width)), pager=pager)


def rows_of(leg: Leg) -> list[str]:
    """Return the parties of a leg's board: its own sides and hubs, also those that say nothing, then who else tells."""
    sides = [one for one in (leg.sender, leg.receiver, *leg.hubs) if one]
    return list(dict.fromkeys([*sides, *(cell.party for cell in leg.cells)]))


def alone(exchange: Exchange, leg: Leg, state: str) -> str:
    """Return the one party to the exchange that tells a state of a leg; empty when none of them does, or several."""
    sides = {*exchange.parties, *leg.hubs}
    telling = {cell.party for cell in leg.cells if cell.state == state and cell.party in sides}
    return next(iter(telling)) if len(telling) == 1 else ""


def _states(leg: Leg) -> list[str]:
    return list(dict.fromkeys(cell.state for cell in leg.cells))


def board(page: Page, one: Exchange, width: int) -> Iterator[RenderableType]:
    """Yield a table for each leg of an exchange: the parties down, the states across; as wide as the terminal."""
    from rich.text import Text

    from paradero.cli.ledger.wording import BOLD, DIM, named, way_words, when_words
    from paradero.cli.screen import inline

    yield Text(f"Exchange, {when_words(one.day)}", BOLD).append(named("exchange", one.id), DIM)
    yield ""
    for number, leg in enumerate(one.legs, 1):
        moved = leg.movement
        title = Text(f"Leg {number}  ", DIM).append(inline(leg.label), BOLD)
        title.append(f", {way_words(moved.origin, moved.destination, moved.via)}", "italic" if moved.rules else "")
        yield title.append(named("leg", leg.id), "dim not italic")
        states = _states(leg)
        room = max(1, (width - _PARTY - _GAP) // (_CELL + _GAP))
        wide = ceil(len(states) / ceil(len(states) / room)) if states else room  # tables of one width, as far as can be
        for begin in range(0, len(states), wide):
            yield from [""] if begin else []
            yield _table(page, one, leg, states[begin : begin + wide])
        if not states:
            yield Text("  Nobody tells of any state of it.", DIM)
        yield ""
    legend = f"{NOTHING_TOLD} nothing told, which is not zero   {ALONE} of the parties this one alone says it"
    yield Text(legend, DIM)
    yield Text("all that a statement says: paradero --casebook PATH explain ID", DIM)


def _table(page: Page, exchange: Exchange, leg: Leg, states: Sequence[str]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from paradero.cli.ledger.wording import state_words

    table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="dim", show_edge=False, leading=1)
    table.add_column("", width=_PARTY, overflow="fold")
    for state in states:
        table.add_column(state_words(state, page.language), width=_CELL, overflow="fold")
    for party in rows_of(leg):
        name = Text(page.voice(party), "bold" if party in (leg.sender, leg.receiver) else "")
        table.add_row(name, *(_cell(page, exchange, leg, party, state) for state in states))
    return table


def _cell(page: Page, exchange: Exchange, leg: Leg, party: str, state: str) -> Text:
    """Return a cell: each number once with its statements, or that it is told without one."""
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM, counts_words

    cell = leg.cell(party, state)
    if cell is None:
        return Text(NOTHING_TOLD, DIM)
    told: dict[str, list[str]] = {}
    for claim in cell.claims:
        number = counts_words([claim]) if claim.figure is not None and claim.figure.known else ""
        part = "part" if claim.part_of else "told, no number"
        told.setdefault(number or part, []).append(claim.id)
    only = alone(exchange, leg, state) == party
    text = Text()
    for words, ids in told.items():
        text.append("\n" if text else "")
        text.append(words, "bold yellow" if only else "bold")
        text.append("\n").append_text(page.cite(ids))
    return text.append(f" {ALONE}", "bold yellow") if only else text


def _json(one: Exchange) -> dict[str, Any]:
    from paradero.cli.ledger.exchange_shape import cell_json
    from paradero.model.public import when_json

    return {
        "id": one.id,
        "day": when_json(one.day),
        "parties": list(one.parties),
        "legs": [
            {
                "id": leg.id,
                "label": leg.label,
                "subject": {"id": leg.movement.subject.id, "label": leg.movement.subject.label},
                "parties": rows_of(leg),
                "states": _states(leg),
                "cells": [
                    cell_json(cell) | {"one_side_only": alone(one, leg, cell.state) == cell.party} for cell in leg.cells
                ],
            }
            for leg in one.legs
        ],
    }
