"""Asking a ledger: the options that say as of when, and the ledger of the casebook that answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.options import json_option, known_on_option, language_option, pager_option
from paradero.cli.screen import show, tell

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from rich.console import RenderableType

    from paradero.casework import Casebook, LedgerOf
    from paradero.casework.ledger import About
    from paradero.cli.desk import Desk

_LARGE = 50_000  # statements: reading all of them takes seconds
_MANY = 300  # statements that name somebody so, behind which words tell too little
NOTHING = "Nothing is told of custody yet. Read documents or import lists: paradero --casebook PATH read"


def as_day(_ctx: click.Context, _option: click.Parameter, given: datetime | None) -> date | None:
    """Return the day of an option, None when it is not given."""
    return None if given is None else given.date()


def day_option(name: str, words: str, passed: str) -> Callable[[Any], Any]:
    """Return an option that takes a day, passed as a date or None under the name given."""
    return click.option(
        name, passed, metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]), callback=as_day, help=words
    )


def ledger_options(command: Any) -> Any:
    """Add what every page of the ledger takes: ``--known-on``, ``--by-said-on``, ``--json``, ``--language``, pager."""
    said = click.option(
        "--by-said-on",
        is_flag=True,
        help="Let --known-on count by the day on which things were said, not by that on which they were recorded.",
    )
    for option in (pager_option, language_option, json_option, said, known_on_option):
        command = option(command)
    return command


def as_of_option(command: Any) -> Any:
    """Add ``--as-of``, a day on which custody is asked about, passed as ``as_of``."""
    return day_option("--as-of", "Only who was held on that day, surely or perhaps.", "as_of")(command)


def of_exchanges(_casebook: Casebook) -> About:
    """Return that exchanges are asked about."""
    from paradero.casework.ledger import About

    return About(exchanges=True)


def of_subject(asked: str, kind: str) -> Callable[[Casebook], About]:
    """Return what tells that a person or group is asked about, by an id or by words.

    Of a large casebook, the persons are looked for whose names have the words; else everything is read for words.
    """

    def about(casebook: Casebook) -> About:
        from paradero.casework.ledger import EVERYTHING, About, subjects_starting
        from paradero.cli.ledger.finding import LEAST, TooManyFound, plain

        found = subjects_starting(casebook, asked) if len(asked) >= LEAST else None
        if found is not None and len(found) == 1:
            return About(found, exchanges=True)
        words = plain(asked).split()
        if kind != "person" or not words or casebook.lookup.many_statements(_LARGE) < _LARGE:
            return EVERYTHING
        named = casebook.lookup.naming(lambda names: all(word in plain(names) for word in words))
        if len(named) > _MANY:
            raise TooManyFound(asked, _MANY)
        return About(statements=tuple(named), exchanges=True) if named else EVERYTHING

    return about


def by_day_option(command: Any) -> Any:
    """Add ``--as-of``, a day by which things had happened, passed as ``as_of``."""
    words = "Only what had happened by that day; what was said later of no day is left out."
    return day_option("--as-of", words, "as_of")(command)


def show_of(of: LedgerOf, parts: Iterable[RenderableType], pager: bool = False) -> None:
    """Show a page of a ledger; where it is of one day, that stands at its head."""
    from paradero.cli.ledger.wording import as_of_words

    show(chain(as_of_words(of), parts), pager=pager)


@contextmanager
def opened(
    desk: Desk,
    known_on: str = "",
    by_said_on: bool = False,
    about: Callable[[Casebook], About] | None = None,
    as_of: date | None = None,
) -> Iterator[tuple[Casebook, LedgerOf]]:
    """Open the casebook and build its ledger; tell on standard error how many statements are withheld.

    Args:
        desk, known_on, by_said_on: as the options have them.
        as_of: the day by which what the page tells had happened; None for everything told.
        about: tells what the page is about, so that no more of a large casebook is read; everything when None.
    """
    if by_said_on and not known_on:
        raise click.UsageError("--by-said-on needs a day: give --known-on YYYY-MM-DD with it.")
    with desk.open() as casebook:
        from paradero.casework.ledger import EVERYTHING, ledger_about
        from paradero.cli.show.numbering import WITHHELD

        said_by = date.fromisoformat(known_on) if by_said_on else None
        wanted = EVERYTHING if about is None else about(casebook)
        of = ledger_about(casebook, wanted, "" if by_said_on else known_on, said_by)
        if of.withheld:
            tell(f"{of.withheld:,} {'statement is' if of.withheld == 1 else 'statements are'} withheld: {WITHHELD}.")
        yield casebook, of if as_of is None else of.by_day(as_of)
