"""``counts reject``: one decision about one relation between figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.counts.deciding import decide, relation_options

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("reject")
@relation_options
def command(desk: Desk, relation: str, reason: str, as_json: bool) -> None:
    """Reject a relation between figures, with a reason.

    RELATION is its id or at least the first 6 characters; "show counts" gives them. What is rejected is not
    proposed again, neither by itself nor within a larger set.
    """
    decide(desk, relation, "rejects", reason, as_json)
