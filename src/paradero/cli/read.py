"""``read``: read documents into statements."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.failures import Exit
from paradero.cli.options import json_option, labels_language
from paradero.cli.progress import progress
from paradero.cli.screen import show, show_json, tell, write
from paradero.cli.troubles import problem_json, tell_problems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paradero.casework import Casebook, Comparison, ReadReport, Sent
    from paradero.cli.desk import Desk
    from paradero.model.problem import Problem

_ENGINES = click.Choice(["classifier", "rules", "llm"])


@click.command("read")
@click.argument("documents", metavar="[DOCUMENT]...", nargs=-1)
@click.option(
    "--engine",
    type=_ENGINES,
    default="classifier",
    show_default=True,
    help="What reads: the trained classifier, rules that need no model, or a language model that you have set up.",
)
@click.option("--compare", type=_ENGINES, help="Also read with this engine, keep nothing of it, and show what differs.")
@click.option("--yes", is_flag=True, help="Send the text to the language model without being asked.")
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
    compare: str | None,
    as_json: bool,
    **how: Any,
) -> None:
    """Read documents into statements.

    DOCUMENT is an id or at least its first 6 characters; without any, all documents of the casebook are read. What the
    same engine has read before is skipped, so that a run that was stopped goes on where it was.
    """
    if compare == engine:
        raise click.UsageError("An engine cannot be compared with itself.")
    if how["workers"] > 1 and (compare is not None or engine == "llm"):
        raise click.UsageError("A language model, and --compare, read one document after another, without --workers.")
    with desk.open() as casebook:
        if compare is not None:
            _compare(ctx, desk, casebook, documents, engine, compare, how["yes"], as_json)
        elif engine == "llm":
            _send(ctx, desk, casebook, documents, how["yes"], how["again"], as_json)
        else:
            _read(ctx, desk, casebook, documents, engine, how["workers"], how["again"], as_json)


def _read(
    ctx: click.Context,
    desk: Desk,
    casebook: Casebook,
    documents: tuple[str, ...],
    engine: str,
    workers: int,
    again: bool,
    as_json: bool,
) -> None:
    from paradero.casework import read

    with progress("reading", quiet=as_json) as moved:
        report, problems = read(
            casebook, documents or None, engine, actor=desk.actor, progress=moved, workers=workers, again=again
        )
    _tell(ctx, report, engine, problems, as_json)


def _send(
    ctx: click.Context,
    desk: Desk,
    casebook: Casebook,
    documents: tuple[str, ...],
    yes: bool,
    again: bool,
    as_json: bool,
) -> None:
    from paradero.casework import send
    from paradero.cli.sending import permitted

    service = permitted(ctx, casebook, documents, yes, again)
    with progress("reading", quiet=as_json) as moved:
        report, sent, problems = send(
            casebook, documents or None, service, actor=desk.actor, progress=moved, again=again
        )
    _tell(ctx, report, "llm", problems, as_json, sent)


def _compare(
    ctx: click.Context,
    desk: Desk,
    casebook: Casebook,
    documents: tuple[str, ...],
    engine: str,
    other: str,
    yes: bool,
    as_json: bool,
) -> None:
    from paradero.casework import compare
    from paradero.cli.sending import permitted

    service = permitted(ctx, casebook, documents, yes, again=True) if "llm" in (engine, other) else None
    with progress("comparing", quiet=as_json) as moved:
        found, problems = compare(
            casebook, documents or None, engine, other, actor=desk.actor, service=service, progress=moved
        )
    _show_comparison(found, problems, as_json)
    if problems and not found.documents:
        ctx.exit(Exit.NOTHING_DONE)


def _show_comparison(found: Comparison, problems: Iterable[Problem], as_json: bool) -> None:
    from paradero.cli.comparing import comparison_json, page
    from paradero.cli.sending import account

    if as_json:
        kept = {"new": found.report.new, "again": found.report.again}
        show_json({**comparison_json(found), **kept, "problems": [problem_json(p) for p in problems]})
        return
    show(page(found, labels_language()), pager=True)
    tell(summary(found.report))
    if found.sent:
        tell(account(found.sent))
    tell_problems(problems)


def _tell(
    ctx: click.Context,
    report: ReadReport,
    engine: str,
    problems: tuple[Problem, ...],
    as_json: bool,
    sent: tuple[Sent, ...] | None = None,
) -> None:
    from paradero.cli.sending import account, sent_json, totals

    if as_json:
        left = {} if sent is None else {"sent": sent_json(sent), "total": totals(sent)}
        show_json({**asdict(report), "engine": engine, **left, "problems": [problem_json(p) for p in problems]})
    else:
        write(f"{summary(report)}\n")
        if sent:
            write(f"{account(sent)}\n")
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
