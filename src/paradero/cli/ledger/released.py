"""``show released``: persons who were let go, to what liberty, and whether they were taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import NOTHING, by_day_option, ledger_options, opened, show_of
from paradero.cli.screen import inline, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.cli.desk import Desk
    from paradero.ledger import Watched


@click.command("released")
@by_day_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk, as_of: date | None, known_on: str, by_said_on: bool, as_json: bool, language: str, pager: bool
) -> None:
    """Show persons who were let go, and who was taken again.

    Those taken again stand first. That nothing is told of somebody after a release does not say that they are free.
    """
    with opened(desk, known_on, by_said_on, as_of=as_of) as (_, of):
        if as_json:
            show_json(_json(of))
        elif of.ledger.watched:
            show_of(of, _listing(of, language), pager=pager)
        else:
            show_of(of, ["Of no person it is told that they were let go." if of.ledger.claims else NOTHING])


def _listing(of: LedgerOf, language: str) -> Iterator[RenderableType]:
    from paradero.cli.ledger.wording import DIM, Page, fields, heading, when_words

    page = Page(of, language)
    for one in of.ledger.watched:
        finished = one.released.finishes
        again = one.again
        rows = {
            "let go": when_words(one.released.end),
            "by": one.released.ended_by,
            "liberty": one.liberty or "not told",
            "told by": "" if finished is None else page.voices(claim.id for claim in finished.claims),
            "taken again": "" if again is None else when_words(again.start),
            "as told by": "" if again is None else page.voices(claim.id for claim in again.claims),
        }
        yield heading(inline(one.subject.label), "person", one.subject.id)
        yield fields({name: value for name, value in rows.items() if value})
        yield ""
    from rich.text import Text

    yield Text("Nothing told after a release does not say that somebody is free.", DIM)


def _json(of: LedgerOf) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import asked_json

    return asked_json(of, released=[_one(of, one) for one in of.ledger.watched])


def _one(of: LedgerOf, one: Watched) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import episode_json, subject_json

    return {
        "person": subject_json(one.subject),
        "released": episode_json(one.released, of.ledger),
        "liberty": one.liberty or None,
        "taken_again": None if one.again is None else episode_json(one.again, of.ledger),
    }
