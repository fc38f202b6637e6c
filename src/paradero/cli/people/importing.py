"""``people import``: judgements from a spreadsheet in which somebody decided who is one person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from paradero.cli.options import json_option, language_option
from paradero.cli.screen import counted, show, show_json, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import Decided, People
    from paradero.cli.desk import Desk


@click.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--reason", default="", metavar="WORDS", help="Why; without it, what would be judged is only shown.")
@json_option
@language_option
@click.pass_obj
def command(desk: Desk, path: Path, reason: str, as_json: bool, language: str) -> None:
    """Make judgements of what somebody decided in an exported register.

    Records that were given one label in the column “person” are judged the same, records of one person that were given
    several are judged different; nothing else in the file is read. Without --reason it is only shown.
    """
    from paradero.casework import decided_in, judge_as_decided, people
    from paradero.cli.troubles import tell_problems

    with desk.open() as casebook:
        known = people(casebook, linked=False)
        decided, problems = decided_in(known, path)
        tell_problems(problems)
        if decided is None:
            raise click.exceptions.Exit(1)
        made = judge_as_decided(casebook, known, decided, reason, desk.actor) if reason.strip() else None
    if as_json:
        pairs = {"same": [list(pair) for pair in decided.same], "different": [list(pair) for pair in decided.different]}
        show_json({**pairs, "unknown_rows": list(decided.unknown), "judgements": made or 0})
        return
    show(_page(decided, known, language))
    write(_next(decided, made))


def _page(decided: Decided, known: People, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.people.wording import record_line

    for pairs, words in ((decided.same, "one person"), (decided.different, "two people")):
        for one, other in pairs:
            yield Text(f"{words}: {record_line(known.records[one], language)}")
            yield Text(f"{' ' * len(words)}  {record_line(known.records[other], language)}")
    if decided.unknown:
        rows = ", ".join(map(str, decided.unknown[:8]))
        yield Text(f"! no such record any more, passed over: row {rows}", "yellow")


def _next(decided: Decided, made: int | None) -> str:
    if made is not None:
        return f"{counted(made, 'judgement')} signed.\n"
    many = len(decided.same) + len(decided.different)
    return f"{counted(many, 'judgement')} would be signed. To sign: --reason WORDS.\n" if many else "Nothing differs.\n"
