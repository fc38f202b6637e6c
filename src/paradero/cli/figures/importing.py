"""``figures import``: a file of attributed figures becomes evidence for the counts, in one act."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import Exit
from paradero.cli.options import json_option, source_options
from paradero.cli.screen import SHORT_ID, counted, inline, show_json, write
from paradero.cli.troubles import problem_json, tell_problems
from paradero.model.vocabulary import codes

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--speaker", default="", metavar="NAME", help="Who says the numbers of rows that name nobody.")
@click.option("--about", default="", metavar="WORDS", help="Of whom they are, in rows that do not say it.")
@click.option(
    "--state",
    type=click.Choice(sorted(codes("figure_states"))),
    help="What is said of those who are counted, in rows that do not say it.",
)
@click.option(
    "--unit", type=click.Choice(sorted(codes("units"))), help="What is counted, in rows that do not say it; persons."
)
@click.option("--party", default="", metavar="NAME", help="For whom the speakers speak, in rows that do not say it.")
@click.option("--relay", default="", metavar="NAME", help="Who passes the numbers on, in rows that do not say it.")
@click.option(
    "--published",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the file; what its rows leave undated was said on it.",
)
@click.option("--newer-than", metavar="ID", help="The file of figures that this is a newer version of; it stays.")
@source_options
@json_option
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context,
    desk: Desk,
    /,
    path: Path,
    published: datetime | None,
    newer_than: str | None,
    as_json: bool,
    **more: str | None,
) -> None:
    """Import a file of figures, each with who says it of whom.

    FILE is TOML with [[figures]], or a sheet (CSV, XLSX, ODS, ...) with a row for each figure under headings such as
    speaker, about, number, state, said_on. A row that is wrong is told and left out; the others come in. What is given
    for all rows yields to what a row says. The same file again, read in the same way, writes nothing.
    """
    from paradero.casework import import_figures
    from paradero.intake import GivenByPerson

    words = {name: value or "" for name, value in more.items()}
    source = {name: words.pop(name) for name in ("url", "language", "licence")}
    given = GivenByPerson(published="" if published is None else published.date().isoformat(), **source)
    with desk.open() as casebook:
        done, problems = import_figures(casebook, path, given, desk.actor, words, newer_than)
    if as_json:
        found = [problem_json(problem) for problem in problems]
        told = {"document": done.document or None, "figures": done.figures, "already": done.already}
        show_json({**told, "problems": found})
    else:
        what = "here already" if done.already else counted(done.figures, "figure")
        write(f"Imported {inline(path.name)} as {done.document[:SHORT_ID]}: {what}.\n" if done.document else "")
        tell_problems(problems)
    if not done.document:
        ctx.exit(Exit.NOTHING_DONE)
