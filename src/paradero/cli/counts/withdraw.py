"""``counts withdraw``: one decision about one relation between figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.counts.deciding import decide, relation_options

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("withdraw")
@relation_options
def command(desk: Desk, relation: str, reason: str, as_json: bool) -> None:
    """Take back the last decision about a relation, with a reason.

    RELATION is its id or at least the first 6 characters; "show counts" gives them. The decision before it holds
    again; without one, a proposal is a proposal again.
    """
    decide(desk, relation, "withdraws", reason, as_json)
