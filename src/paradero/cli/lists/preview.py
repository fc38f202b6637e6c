"""``list preview``: the rows of a list as they would come in, with what is wrong with their cells."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import Exit
from paradero.cli.lists.given import file_argument, given, mapping_option, period_options, published_option, suppressed
from paradero.cli.options import json_option, language_option, pager_option
from paradero.cli.screen import show, show_json
from paradero.cli.troubles import problem_json, tell_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import LookedAt
    from paradero.cli.desk import Desk


@click.command("preview")
@file_argument
@mapping_option
@published_option
@period_options
@click.option("--rows", type=click.IntRange(min=0), default=20, show_default=True, help="How many rows are shown.")
@json_option
@language_option
@pager_option
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context,
    desk: Desk,
    path: Path,
    mapping: Path | None,
    published: datetime | None,
    first: date | None,
    last: date | None,
    rows: int,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Show what would come in from a list, and keep nothing.

    FILE is as for "list sniff". With a casebook, people on its suppression list are left out. What is wrong with cells
    is marked with "!" and summed up below, with rows and columns.
    """
    from paradero.casework import look_at

    looked, problems = look_at(path, given(published), mapping, known=suppressed(desk), period=(first, last))
    if as_json:
        _show_json(looked, rows, [problem_json(one) for one in problems])
    elif looked.entries:
        show(_page(looked, rows, language), pager=pager)
    if not as_json:
        tell_problems(problems)
    if not looked.entries:
        ctx.exit(Exit.NOTHING_DONE)


def _page(looked: LookedAt, rows: int, language: str) -> Iterator[RenderableType]:
    from paradero.cli.lists.wording import entry_table, mapping_lines

    yield from mapping_lines(looked.mapping, language)
    yield ""
    yield entry_table(looked.entries[:rows], looked.troubles, language)
    yield ""
    groups = sum(entry.group is not None for entry in looked.entries)
    more = f"; {groups:,} are groups or somebody not named" if groups else ""
    yield f"{len(looked.entries):,} rows, {min(rows, len(looked.entries)):,} shown{more}."


def _show_json(looked: LookedAt, rows: int, problems: list[dict[str, object]]) -> None:
    from paradero.cli.lists.wording import entry_json, trouble_json
    from paradero.model.encoding import to_plain

    show_json(
        {
            "mapping": to_plain(looked.mapping),
            "rows": len(looked.entries),
            "entries": [entry_json(entry) for entry in looked.entries[:rows]],
            "cells": [trouble_json(one) for one in looked.troubles],
            "problems": problems,
        }
    )
