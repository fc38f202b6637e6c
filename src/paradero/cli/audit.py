"""``audit``: check that a casebook is what was written, and list what was done in it."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.failures import Exit
from paradero.cli.options import json_option, pager_option
from paradero.cli.screen import SHORT_ID, inline, show, show_json, write
from paradero.cli.troubles import problem_json, tell_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from paradero.casework import Entry
    from paradero.cli.desk import Desk

_ID = re.compile("[0-9a-f]{64}")
# The seals of the records are for "verify", how a list or figures are read and related for other commands.
UNTOLD = frozenset({"records", "list", "figures", "relation"})


@click.group("audit")
def command() -> None:
    """Check the casebook, or list what was done in it."""


@command.command("verify")
@json_option
@click.pass_obj
@click.pass_context
def verify(ctx: click.Context, desk: Desk, as_json: bool) -> None:
    """Check that the casebook holds what was written and nothing else.

    Checked are the chain of the audit log, the id of every document, statement and judgement, and the digest of every
    original. Keep the printed head of the chain elsewhere: with it, a log cut short or rewritten can be told.
    """
    from paradero import casework

    with desk.open() as casebook:
        report, problems = casework.verify(casebook)
    broken = any(problem.severity == "error" for problem in problems)
    if as_json:
        found = [problem_json(problem) for problem in problems]
        show_json({"intact": not broken, **asdict(report), "problems_found": found})
    else:
        counts = f"{report.originals} originals, {report.documents} documents, {report.statements} statements, "
        counts += f"{report.judgements} judgements, {report.entries} entries in the log"
        write(f"{'NOT INTACT' if broken else 'Intact'}: {counts}.\nHead of the chain: {report.head}\n")
        tell_problems(problems)
    if broken:
        ctx.exit(Exit.NOT_INTACT)


@command.command("log")
@json_option
@pager_option
@click.pass_obj
def log(desk: Desk, as_json: bool, pager: bool) -> None:
    """List what was done in the casebook, by whom and when."""
    from paradero.casework import audit

    with desk.open() as casebook:
        entries = audit(casebook)
    if as_json:
        show_json([asdict(entry) for entry in entries])
    else:
        show([_table(entries)], pager=pager)


def _table(entries: Sequence[Entry]) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("no", justify="right")
    for title in ("when", "who", "act"):
        table.add_column(title, no_wrap=True)
    table.add_column("what", overflow="fold")
    for entry in entries:
        # seconds are enough for a person
        told = (f"{name} {_short(value)}" for name, value in entry.details.items() if name not in (*UNTOLD, "exchange"))
        what = ", ".join([*_placed(entry.details.get("exchange")), *told])
        table.add_row(str(entry.seq), f"{entry.at[:19]}Z".replace("T", " "), inline(entry.actor), entry.act, what)
    return table


def _placed(how: Any) -> list[str]:
    """Return what somebody said belongs to one exchange, or does not; nothing for any other act."""
    if not isinstance(how, dict):
        return []
    if how["one"] == how["other"]:
        return [f"{'accepted' if how['together'] else 'no longer accepted'} by {_short(how['one'])}"]
    return [f"{_short(how['one'])} {'together with' if how['together'] else 'apart from'} {_short(how['other'])}"]


def _short(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(_short(item) for item in value)
    text = inline(str(value))
    return text[:SHORT_ID] if _ID.fullmatch(text.removesuffix("#return")) else text
