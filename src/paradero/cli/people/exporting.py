"""``people export``: the register for a spreadsheet program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import written_to
from paradero.cli.screen import counted, inline, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("export")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def command(desk: Desk, path: Path) -> None:
    """Write the register to a spreadsheet, and record who did.

    FILE is new, and ends with .xlsx or .csv: a row for each record, with its id, its place and what is compared. In the
    column “person” records can be given one label or different ones; “people import FILE” makes judgements of that.
    """
    from paradero.casework import export_people, people

    with desk.open() as casebook, written_to(path, "FILE"):
        count = export_people(casebook, people(casebook, linked=False), path, desk.actor)
    write(f"Exported {counted(count, 'record')} to {inline(str(path))}.\n")
