"""``exchange place``: a person's word that two things belong to one exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.exchange.placing import put, reason_option
from paradero.cli.options import json_option

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("place")
@click.argument("one", metavar="ONE")
@click.option("--with", "other", required=True, metavar="OTHER", help="What it belongs with: a leg or a statement.")
@reason_option
@json_option
@click.pass_obj
def command(desk: Desk, one: str, other: str, reason: str, as_json: bool) -> None:
    """Say that two things belong to one exchange, with a reason.

    ONE and OTHER are ids, or the beginnings of ids: a leg, a statement of a leg, or a list that belongs to a leg. The
    last word on two things holds; “exchange apart” says the contrary.
    """
    put(desk, one, other, True, reason, as_json)
