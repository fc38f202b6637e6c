"""``new``: make a new, empty casebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.screen import inline, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("new")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def command(desk: Desk, path: Path | None) -> None:
    """Make a new, empty casebook.

    PATH is its folder; without one, it is the folder given by --casebook before the command. It must not exist yet, or
    be empty.
    """
    from paradero.casework import new

    folder = desk.folder if path is None else path
    new(folder, desk.actor).close()
    write(f"New casebook: {inline(str(folder))}\nNext: paradero --casebook {inline(str(folder))} add FILE\n")
