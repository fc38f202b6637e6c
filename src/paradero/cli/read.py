"""``read``: read documents into statements."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from paradero.cli.failures import Exit
from paradero.cli.options import json_option
from paradero.cli.progress import progress
from paradero.cli.screen import show_json, write
from paradero.cli.troubles import problem_json, tell_problems

if TYPE_CHECKING:
    from paradero.casework import ReadReport
    from paradero.cli.desk import Desk


@click.command("read")
@click.argument("documents", metavar="[DOCUMENT]...", nargs=-1)
@click.option(
    "--engine",
    type=click.Choice(["classifier", "rules"]),
    default="classifier",
    show_default=True,
    help="What reads: the trained classifier, or rules that need no model.",
)
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Documents read at a time.")
@json_option
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context, desk: Desk, documents: tuple[str, ...], engine: str, workers: int, as_json: bool
) -> None:
    """Read documents into statements.

    DOCUMENT is an id or at least its first 6 characters; without any, all documents of the casebook are read. Reading
    again with the same engine finds the same statements and writes none twice.
    """
    from paradero.casework import read

    with desk.open() as casebook, progress("reading", quiet=as_json) as moved:
        report, problems = read(casebook, documents or None, engine, actor=desk.actor, progress=moved, workers=workers)
    if as_json:
        show_json({**asdict(report), "engine": engine, "problems": [problem_json(p) for p in problems]})
    else:
        write(f"{summary(report)}\n")
        tell_problems(problems)
    if problems and not report.documents:
        ctx.exit(Exit.NOTHING_DONE)


def summary(report: ReadReport) -> str:
    """Return what reading did, in a line."""
    read, new = len(report.documents), len(report.new)
    again = f"; {report.again} were here already" if report.again else ""
    return f"Read {read} {'document' if read == 1 else 'documents'}: {new} new {_statements(new)}{again}."


def _statements(number: int) -> str:
    return "statement" if number == 1 else "statements"
