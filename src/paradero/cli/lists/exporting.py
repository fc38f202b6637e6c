"""``list export``: the entries of a list for a spreadsheet program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import written_to
from paradero.cli.screen import inline, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("export")
@click.argument("list_id", metavar="ID")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def command(desk: Desk, list_id: str, path: Path) -> None:
    """Write the entries of a list to a spreadsheet, and record who did.

    ID is the list's document or at least its first 6 characters. FILE is new, and ends with .xlsx or .csv. Each value
    stands with what follows from it and with its cell, so that "list diff ID FILE" tells what was changed in the file.
    """
    from paradero.casework import export_list

    with desk.open() as casebook, written_to(path, "FILE"):
        count = export_list(casebook, list_id, path, desk.actor)
    write(f"Exported {count:,} entries to {inline(str(path))}. What was changed in it: paradero list diff ID FILE\n")
