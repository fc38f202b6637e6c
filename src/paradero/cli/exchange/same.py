"""``exchange same``: a judgement that two statements speak of the same people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.exchange.placing import judged, reason_option
from paradero.cli.options import json_option

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("same")
@click.argument("one", metavar="ONE")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
@click.pass_obj
def command(desk: Desk, one: str, other: str, reason: str, as_json: bool) -> None:
    """Judge that two statements speak of the same people.

    ONE and OTHER are the ids of two statements, or the beginnings of ids. Their groups become one, and so do the chains
    that follow.
    """
    judged(desk, one, other, "same", reason, as_json)
