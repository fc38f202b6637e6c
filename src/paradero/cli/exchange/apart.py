"""``exchange apart``: a person's word that two things do not belong to one exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.exchange.placing import put, reason_option
from paradero.cli.options import json_option

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("apart")
@click.argument("one", metavar="ONE")
@click.option("--from", "other", required=True, metavar="OTHER", help="What it does not belong with.")
@reason_option
@json_option
@click.pass_obj
def command(desk: Desk, one: str, other: str, reason: str, as_json: bool) -> None:
    """Say that two things do not belong to one exchange, with a reason.

    ONE and OTHER are ids, or the beginnings of ids: a leg, a statement of a leg, or a list that was put to a leg. The
    last word on two things holds; “exchange place” says the contrary.
    """
    put(desk, one, other, False, reason, as_json)
