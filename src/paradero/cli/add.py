"""``add``: take documents into the casebook, with what a person knows about them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import Exit
from paradero.cli.options import json_option, source_options
from paradero.cli.progress import progress
from paradero.cli.screen import SHORT_ID, inline, show_json, write
from paradero.cli.troubles import problem_json, tell_problems

if TYPE_CHECKING:
    from paradero.casework import Added, Casebook
    from paradero.cli.desk import Desk

LISTED = 20  # added documents named in the summary; "show document" lists all


@click.command("add")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--published",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of publication. “Today” and “in March” hang on it; without it, their year stays unknown.",
)
@click.option("--publisher", default="", metavar="NAME", help="Who published it.")
@source_options
@click.option("--author", default="", metavar="NAME", help="Who wrote it.")
@click.option(
    "--ocr",
    is_flag=True,
    help="Recognise the letters of scanned pages and pictures, by the program tesseract. Never done unless asked.",
)
@click.option(
    "--workers", type=click.IntRange(min=1), help="Files parsed at a time; one for each processor when not given."
)
@json_option
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context,
    desk: Desk,
    /,
    paths: tuple[Path, ...],
    published: datetime | None,
    ocr: bool,
    workers: int | None,
    as_json: bool,
    **given: str,
) -> None:
    """Add documents to the casebook.

    PATH is a file or a folder, which is taken with everything in it. The originals are
    kept unchanged. What you give with the options goes before what a file says of itself, holds for all files of the
    call, and is recorded as given by a person. A file that is in the casebook already is noticed and not added twice.
    """
    from paradero.casework import add
    from paradero.intake import GivenByPerson

    day = "" if published is None else published.date().isoformat()
    known = GivenByPerson(published=day, **given)
    with desk.open() as casebook:
        with progress("adding", quiet=as_json) as moved:
            added, problems = add(casebook, paths, known, desk.actor, progress=moved, workers=workers, recognise=ocr)
        if as_json:
            show_json({**asdict(added), "problems": [problem_json(problem) for problem in problems]})
        else:
            write(summary(casebook, added))
            tell_problems(problems)
    if len(added.unread) == len(added.documents) and not added.already:
        ctx.exit(Exit.NOTHING_DONE)


def summary(casebook: Casebook, added: Added) -> str:
    """Return what was added, in a line, with the documents and their short ids below it."""
    from paradero.casework import document

    counts = (
        (added.already, "here already"),
        (added.unread, "kept but not readable"),
        (added.refused, "not kept"),
    )
    count = len(added.documents)
    first = f"Added {count or 'no'} {'document' if count == 1 else 'documents'}"
    lines = ["; ".join([first, *(f"{len(some)} {what}" for some, what in counts if some)]) + "."]
    listed = (*added.documents, *added.already)[:LISTED]
    lines += [f"  {key[:SHORT_ID]}  {inline(document(casebook, key).name)}" for key in listed]
    more = len(added.documents) + len(added.already) - len(listed)
    lines += [f"  and {more} more: paradero --casebook PATH show document"] if more else []
    return "".join(f"{line}\n" for line in lines)
