"""``list sniff``: a mapping proposed from headings and values."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import Exit
from paradero.cli.lists.given import file_argument, given, published_option
from paradero.cli.options import json_option
from paradero.cli.screen import inline, show_json, tell, write
from paradero.cli.troubles import problem_json, tell_problems
from paradero.model.encoding import to_plain

if TYPE_CHECKING:
    from paradero.rolls import Mapping


@click.command("sniff")
@file_argument
@published_option
@click.option(
    "--save", metavar="M.toml", type=click.Path(path_type=Path), help="Write the mapping to this file, if it is new."
)
@json_option
@click.pass_context
def command(ctx: click.Context, path: Path, published: datetime | None, save: Path | None, as_json: bool) -> None:
    """Propose how a list is read, as a mapping to look at and change.

    FILE is a CSV, TSV, XLSX, XLS or ODS file, a page, PDF, DOCX or ODT with tables, or a text with one name a line.
    Headings and values in English and Spanish are understood. The mapping is TOML: change what is wrong, and give it to
    "list import" with --mapping. Nothing is kept in a casebook, and none is needed.
    """
    from paradero.casework import look_at

    looked, problems = look_at(path, given(published), with_entries=False)
    # The day belongs to this list and not to the next one that the mapping is used for.
    mapping = replace(looked.mapping, list_date=None)
    if as_json:
        show_json({"mapping": to_plain(mapping), "problems": [problem_json(one) for one in problems]})
    else:
        _write(mapping, save)
        tell_problems(problems)
    if not mapping.sheets:
        ctx.exit(Exit.NOTHING_DONE)


def _write(mapping: Mapping, save: Path | None) -> None:
    from paradero.rolls import to_toml

    if not mapping.sheets:
        return
    text = to_toml(mapping)
    if save is None:
        write(text)
        return
    try:
        with save.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise click.BadParameter(
            f"{inline(str(save))} cannot be written: {error.strerror}.", param_hint="--save"
        ) from error
    tell(f"Written: {inline(str(save))}. Look at it, then: paradero list preview FILE --mapping {inline(str(save))}")
