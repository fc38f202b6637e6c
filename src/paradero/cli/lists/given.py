"""What a person says about a list on the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.troubles import tell_problems

if TYPE_CHECKING:
    from paradero.casework import Guard, ListOfEntries
    from paradero.cli.desk import Desk
    from paradero.intake import GivenByPerson

LEFT_OUT = "row_suppressed"


def file_argument(command: Any) -> Any:
    """Add the file of the list, passed as ``path``."""
    return click.argument("path", metavar="FILE", type=click.Path(path_type=Path))(command)


def mapping_option(command: Any) -> Any:
    """Add ``--mapping``, a file that says what the columns mean."""
    return click.option(
        "--mapping",
        metavar="M.toml",
        type=click.Path(path_type=Path),
        help="How the list is read, as “list sniff” writes it; sniffed when not given.",
    )(command)


def published_option(command: Any) -> Any:
    """Add ``--published``, the day of the list."""
    return click.option(
        "--published",
        metavar="YYYY-MM-DD",
        type=click.DateTime(["%Y-%m-%d"]),
        help="The day of the list. Ages hang on it, and nothing in the list can have happened after it.",
    )(command)


def period_options(command: Any) -> Any:
    """Add ``--from`` and ``--until``, the period of the list, passed as the days ``first`` and ``last``, or None."""

    def day(_ctx: click.Context, _option: click.Parameter, given: datetime | None) -> date | None:
        return None if given is None else given.date()

    for name, passed, words in (
        ("--until", "last", "The last day that the list covers."),
        ("--from", "first", "The first day that the list covers; no day of an act follows from one outside."),
    ):
        form = click.DateTime(["%Y-%m-%d"])
        command = click.option(name, passed, metavar="YYYY-MM-DD", type=form, callback=day, help=words)(command)
    return command


def given(published: datetime | None, **more: str) -> GivenByPerson:
    """Return what was given, as intake takes it."""
    from paradero.intake import GivenByPerson

    return GivenByPerson(published="" if published is None else published.date().isoformat(), **more)


def suppressed(desk: Desk) -> Guard:
    """Return who is on the suppression list of the casebook; nobody when none was given, or it is yet to be made."""
    from paradero.casework import Guard, guard

    if desk.path is None or not desk.path.exists():
        return Guard()
    with desk.open() as casebook:
        return guard(casebook)


def entries_given(desk: Desk, name: str, mapping: Path | None = None) -> ListOfEntries:
    """Return the entries of a list that is given as a file, or by the id of an import; tell what is wrong with a file.

    Args:
        desk: where the casebook is, for an id.
        name: the file, or the id or its first characters.
        mapping: how a file is read; sniffed when not given.
    """
    from paradero.casework import ListOfEntries, list_read, look_at
    from paradero.rolls import problems_of

    path = Path(name)
    if path.is_file():
        looked, problems = look_at(path, given(None), mapping, known=suppressed(desk))
        tell_problems(one for one in problems if one.severity != "notice" or one.code == LEFT_OUT)
        return ListOfEntries(looked.entries, None if looked.day_assumed else looked.mapping.list_date)
    with desk.open() as casebook:
        read = list_read(casebook, name)
    left_out = (one for one in read.troubles if one.code == LEFT_OUT)
    tell_problems(problems_of(read.listed.document.name, left_out))
    return ListOfEntries(read.entries, read.listed.mapping.list_date)
