"""``suppress list``: what suppressions there are, without names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json
from paradero.cli.suppress.add import kinds_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from paradero.casework import Suppression
    from paradero.cli.desk import Desk


@click.command("list")
@json_option
@click.pass_obj
def command(desk: Desk, as_json: bool) -> None:
    """List who was taken out by whom, when and why; never a name.

    Suppressions that were taken back stay on the list. The key is not needed for it.
    """
    from paradero.casework import suppressions

    with desk.open() as casebook:
        known = suppressions(casebook)
    if as_json:
        show_json([_json(one) for one in known])
    else:
        show(_page(known))


def _page(known: Sequence[Suppression]) -> Iterator[RenderableType]:
    from rich.table import Table

    if not known:
        yield "Nobody is suppressed."
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("id", "when", "by", "recognised by"):
        table.add_column(title)
    table.add_column("rows", justify="right")
    table.add_column("reason", overflow="fold")
    for one in known:
        back = one.taken_back
        taken = f" (taken back {back.at[:10]} by {inline(back.actor)}: {inline(back.how['reason'])})" if back else ""
        cells = (one.id[:SHORT_ID], one.at[:10], inline(one.actor), kinds_words(one.kinds), f"{one.rows:,}")
        table.add_row(*cells, inline(one.reason) + taken, style="dim" if back else "")
    yield table
    forced = [one for one in known if one.taken_back is None]
    yield ""
    yield (
        f"{len(forced):,} in force, {len(known) - len(forced):,} taken back; "
        f"{sum(one.rows for one in forced):,} rows of lists are withheld by them."
    )


def _json(one: Suppression) -> dict[str, Any]:
    back = one.taken_back
    return {
        "id": one.id,
        "at": one.at,
        "by": one.actor,
        "reason": one.reason,
        "recognised_by": list(one.kinds),
        "rows": one.rows,
        "taken_back": None if back is None else {"at": back.at, "by": back.actor, "reason": back.how["reason"]},
    }
