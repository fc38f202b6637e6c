"""``counts accept``: one decision about one relation between figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.counts.deciding import decide, relation_options

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("accept")
@relation_options
def command(desk: Desk, relation: str, reason: str, as_json: bool) -> None:
    """Accept a relation between figures that is proposed, with a reason.

    RELATION is its id or at least the first 6 characters; "show counts" gives them. What follows from it is then
    shown as set by you, and stays when the proposal would no longer be made.
    """
    decide(desk, relation, "accepts", reason, as_json)
