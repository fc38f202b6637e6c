"""``chain check``: what in the chains and exchanges cannot all be right, or is not told; nothing is put right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import NOTHING, by_day_option, ledger_options, opened, show_of
from paradero.cli.screen import inline, show_json
from paradero.cli.troubles import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.text import Text

    from paradero.casework import LedgerOf
    from paradero.cli.desk import Desk
    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Trouble


@click.command("check")
@by_day_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk, as_of: date | None, known_on: str, by_said_on: bool, as_json: bool, language: str, pager: bool
) -> None:
    """List what cannot all be right in chains and exchanges, or is not told.

    Each has a code, the statements that it rests on, its cause and the next step. A warning is a contradiction, a
    notice something that nobody tells. Nothing is put right: that is for whoever compares the statements.
    """
    with opened(desk, known_on, by_said_on, as_of=as_of) as (_, of):
        found = _in_order(of)
        if as_json:
            show_json(_json(of, found))
        elif found:
            show_of(of, _listing(of, found, language), pager=pager)
        else:
            nothing = "Nothing contradicts itself in the chains, and nobody is told to have left without arriving."
            show_of(of, [nothing if of.ledger.claims else NOTHING])


def _in_order(of: LedgerOf) -> list[Trouble]:
    """Return what is wrong, the worst first and by code; those of exchanges have no subject."""
    from paradero.ledger import Trouble

    troubles = list(of.ledger.troubles)
    told = {id(one.problem) for one in troubles}
    for problem in of.ledger.problems:
        if id(problem) not in told:
            troubles.append(Trouble(problem, "", _marking(of, problem.place)))
    return sorted(troubles, key=lambda one: (SEVERITIES.index(one.problem.severity), one.problem.code))


def _marking(of: LedgerOf, place: str) -> tuple[str, ...]:
    """Return the claims that mark the exchange which a problem names by the beginning of its id."""
    found = (one for one in of.ledger.exchanges if place and one.id.startswith(place))
    return tuple(claim.id for one in found for claim in one.markers)


def _listing(of: LedgerOf, found: Sequence[Trouble], language: str) -> Iterator[RenderableType]:
    """Yield what is wrong: by code, and of one code those together that say the same of others."""
    from rich.padding import Padding
    from rich.text import Text

    from paradero.cli.ledger.wording import BOLD, DIM, Page, items

    page = Page(of, language)
    for (severity, code), each in groupby(found, key=lambda one: (one.problem.severity, one.problem.code)):
        own = list(each)
        yield Text(f"{severity} {code}" + (f" ({len(own):,})" if len(own) > 1 else ""), BOLD)
        alike: dict[tuple[str, str], list[Trouble]] = {}
        for one in own:
            alike.setdefault((_cause(of, one), one.problem.hint), []).append(one)
        for (cause, hint), those in alike.items():
            yield Padding(Text(cause), (0, 0, 0, 2))
            yield items(_trouble(page, one) for one in those)
            yield Padding(Text(f"Next: {inline(hint)}", DIM), (0, 0, 0, 4))
        yield ""


def _cause(of: LedgerOf, one: Trouble) -> str:
    """Return what is wrong, without whose chain it is."""
    subject = of.ledger.subjects.get(one.subject)
    words = one.problem.message if subject is None else one.problem.message.removeprefix(f"{subject.label}: ")
    return inline(words[:1].upper() + words[1:])


def _trouble(page: Page, one: Trouble) -> Text:
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM

    subject = page.of.ledger.subjects.get(one.subject)
    text = Text(f"{inline(subject.label)} " if subject is not None else f"{inline(one.problem.place)} ")
    text.append_text(page.cite(one.claims))
    return text.append(f"  {page.document(one.problem.source)}", DIM)


def _json(of: LedgerOf, found: Sequence[Trouble]) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import asked_json, trouble_json

    return asked_json(of, troubles=[trouble_json(one, of) for one in found])
