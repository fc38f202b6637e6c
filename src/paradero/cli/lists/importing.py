"""``list import``: a list becomes evidence, in one act."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.failures import Exit
from paradero.cli.lists.given import file_argument, given, mapping_option, period_options, published_option
from paradero.cli.options import json_option, source_options
from paradero.cli.screen import SHORT_ID, inline, show_json, write
from paradero.cli.troubles import problem_json, tell_problems
from paradero.model.vocabulary import codes

if TYPE_CHECKING:
    from paradero.cli.desk import Desk

STATES = "requested offered held agreed departed delivered arrived confirmed released missing answered".split()


@click.command("import")
@file_argument
@click.option("--state", required=True, type=click.Choice(STATES), help="What the list says of everybody on it.")
@click.option("--publisher", default="", metavar="NAME", help="Who published it, in whose name it speaks.")
@click.option(
    "--publisher-kind",
    "kind",
    type=click.Choice(sorted(codes("speakers"))),
    default="unknown",
    show_default=True,
    help="What kind of speaker the publisher is.",
)
@click.option("--leaked", is_flag=True, help="It came out without consent: its speaker is unknown.")
@click.option("--relay", default="", metavar="NAME", help="Who passed it on.")
@mapping_option
@published_option
@period_options
@click.option("--newer-than", metavar="ID", help="The list that this is a newer version of; it stays.")
@click.option("--answers", metavar="ID", help="With the state answered: the imported list that it answers.")
@source_options
@json_option
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context,
    desk: Desk,
    /,
    path: Path,
    state: str,
    publisher: str,
    kind: Any,
    leaked: bool,
    relay: str,
    mapping: Path | None,
    published: datetime | None,
    first: date | None,
    last: date | None,
    newer_than: str | None,
    answers: str | None,
    as_json: bool,
    **more: str,
) -> None:
    """Import a list as evidence: all of it, or nothing.

    FILE is as for "list sniff". The original is kept, every row becomes a statement in the publisher's name with its
    cells, and the mapping is kept with the act. The same list again, read in the same way, writes nothing.
    """
    from paradero.casework import import_list
    from paradero.rolls import Said

    said = Said(state, publisher.strip(), kind, relay.strip(), leaked)
    with desk.open() as casebook:
        done, problems = import_list(
            casebook, path, said, given(published, **more), desk.actor, mapping, newer_than, answers, (first, last)
        )
    if as_json:
        counts = {"document": done.document or None, "entries": done.entries, "already": done.already}
        found = [problem_json(problem) for problem in problems]
        show_json({**counts, "statements": list(done.statements), "problems": found})
    else:
        what = "here already" if done.already else f"{done.entries:,} rows, {len(done.statements):,} new statements"
        write(f"Imported {inline(path.name)} as {done.document[:SHORT_ID]}: {what}.\n" if done.document else "")
        tell_problems(problems)
    if not done.document:
        ctx.exit(Exit.NOTHING_DONE)
