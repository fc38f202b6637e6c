"""``read``: read documents into statements."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

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
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that read at a time; no more than there are processors.",
)
@click.option("--again", is_flag=True, help="Read anew what this engine has read before.")
@json_option
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context,
    desk: Desk,
    /,
    documents: tuple[str, ...],
    engine: str,
    as_json: bool,
    **how: Any,
) -> None:
    """Read documents into statements.

    DOCUMENT is an id or at least its first 6 characters; without any, all documents of the casebook are read. What the
    same engine has read before is skipped, so that a run that was stopped goes on where it was.
    """
    from paradero.casework import read

    with desk.open() as casebook, progress("reading", quiet=as_json) as moved:
        report, problems = read(casebook, documents or None, engine, actor=desk.actor, progress=moved, **how)
    if as_json:
        show_json({**asdict(report), "engine": engine, "problems": [problem_json(p) for p in problems]})
    else:
        write(f"{summary(report)}\n")
        tell_problems(problems)
    if problems and not report.documents and not report.skipped:
        ctx.exit(Exit.NOTHING_DONE)


def summary(report: ReadReport) -> str:
    """Return what reading did, in a line or two."""
    read, new = _counted(len(report.documents), "document"), _counted(len(report.new), "new statement")
    again = f"; {report.again:,} were here already" if report.again else ""
    line = f"Read {read}: {new}{again}."
    if report.skipped:
        were, them = ("was", "it") if len(report.skipped) == 1 else ("were", "them")
        line += f"\n{_counted(len(report.skipped), 'document')} {were} read before; --again reads {them} anew."
    return line


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
