"""``exchange different``: a judgement that two statements speak of different people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.exchange.placing import judged, reason_option
from paradero.cli.options import json_option

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("different")
@click.argument("one", metavar="ONE")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
@click.pass_obj
def command(desk: Desk, one: str, other: str, reason: str, as_json: bool) -> None:
    """Judge that two statements speak of different people.

    ONE and OTHER are the ids of two statements, or the beginnings of ids. The two are never put into one group again,
    whatever their words have in common.
    """
    judged(desk, one, other, "different", reason, as_json)
