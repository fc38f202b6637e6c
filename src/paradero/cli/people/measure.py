"""``people measure``: how right the scores were, by what people decided in review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.options import json_option
from paradero.cli.screen import counted, show, show_json, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("measure")
@json_option
@click.pass_obj
def command(desk: Desk, as_json: bool) -> None:
    """Show how right the scores were, by what people decided.

    For each stretch of the score: what share of its pairs people judged to be one person, with the interval.
    Only pairs count that came up in “review” and that people decided alike. Those that were drawn by chance tell how
    right the scores are of pairs that the order would not pick.
    """
    from paradero.casework import ENOUGH, measured
    from paradero.cli.people.wording import band_json, bands_table

    with desk.open() as casebook:
        found = measured(casebook)
    if as_json:
        told = {"bands": [band_json(one) for one in found.bands], "chance": [band_json(one) for one in found.by_chance]}
        show_json({"judged": found.judged, **told})
        return
    if not found.judged:
        write("No pair that came up in review was decided yet: paradero review.\n")
        return
    show([f"{counted(found.judged, 'pair')} of the review:", bands_table(found.bands)])
    if any(one.judged for one in found.by_chance):
        show(["", "Of these, drawn by chance:", bands_table(found.by_chance)])
    if found.judged < ENOUGH:
        write(f"\nFewer than {ENOUGH}: the intervals are wide. Go on before you rely on them.\n")
