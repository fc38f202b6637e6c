"""``show place``: who is told to be held at a place or in a state, on a day or at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import NOTHING, as_of_option, ledger_options, opened
from paradero.cli.screen import counted, inline, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import RenderableType

    from paradero.casework import Casebook, LedgerOf
    from paradero.cli.desk import Desk
    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Episode, Subject

    Held = tuple[Subject, Episode, bool | None]


@click.command("place")
@click.argument("place", metavar="WORDS")
@as_of_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk,
    place: str,
    as_of: date | None,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Show who is told to be held at a place or in a state.

    Without --as-of every stay is shown, whenever it was. Persons and groups are never added up: a person may be of a
    group. Who is not shown may be there all the same.
    """
    with opened(desk, known_on, by_said_on) as (casebook, of):
        if not of.ledger.claims:
            show_json(_json(of, "", as_of, [])) if as_json else show([NOTHING])
            return
        name = place_named(casebook, of, place)
        held = _held(of, name, as_of)
        if as_json:
            show_json(_json(of, name, as_of, held))
        else:
            show(_page(of, name, as_of, held, language), pager=pager)


def place_named(casebook: Casebook, of: LedgerOf, words: str) -> str:
    """Return the place or state that words name, of those where somebody is told to be held."""
    from paradero.casework.ledger.building import naming_of
    from paradero.cli.ledger.finding import place_of

    told = [spot for episodes in of.ledger.chains.values() for one in episodes for spot in one.places]
    return place_of(told, [one.place.name for one in naming_of(casebook).find(words)], words)


def _held(of: LedgerOf, name: str, as_of: date | None) -> list[Held]:
    """Return the stays at a place; sure on a day, or without one, where the place is the only one told of the stay."""
    if as_of is not None:
        return list(of.ledger.held_at(name, as_of))
    return [
        (of.ledger.subjects[id], one, len(one.places) == 1 or None)
        for id, episodes in of.ledger.chains.items()
        for one in episodes
        if any(name in (spot.name, spot.state) for spot in one.places)
    ]


def _page(of: LedgerOf, name: str, as_of: date | None, held: list[Held], language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.ledger.wording import BOLD, DIM, Page, day_words

    page = Page(of, language)
    when = "at any time" if as_of is None else f"on {day_words(as_of, as_of)}"
    yield Text.assemble((inline(name), "bold"), f", {when}")
    yield ""
    for kind, none in (("group", "No group is told to be held here"), ("person", "Nobody is told by name to be here")):
        own = [each for each in held if each[0].kind == kind]
        if not own:
            yield Text(f"{none} {when}.", DIM)
            yield ""
            continue
        yield Text(counted(len({subject.id for subject, _, _ in own}), kind), BOLD)
        yield ""
        for each in own:
            yield from _lines(page, each, as_of)
            yield ""
    yield Text("Who is not shown may be here all the same: nothing follows from silence.", DIM)
    yield from page.foot()


def _lines(page: Page, each: Held, as_of: date | None) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM, day_words, fields, named, place_words

    subject, one, sure = each
    held = [holding for holding in one.holdings if holding.kind == "physical"]
    parties = [inline(two.party) if two.said else str(page.derived(inline(two.party))) for two in held]
    if any(not two.said for two in held):
        page.derived("", "held_by_the_state_of_the_place")
    end = "not told" if one.finishes is None else day_words(one.end.earliest_end, one.end.latest_end)
    began = day_words(one.start.earliest_start, one.start.latest_start)
    title = Text(f"● {inline(subject.label)}", "bold")
    title.append("" if sure and as_of is None else ", surely" if sure else ", perhaps", "green" if sure else "yellow")
    yield title.append(named(subject.kind, subject.id), DIM)
    where = ", ".join(place_words(spot) for spot in one.places)
    rows = {"place": where, "held by": " or ".join(parties), "began": began, "ended": end}
    yield fields({**rows, "statements": page.cite(claim.id for claim in one.claims)})


def _json(of: LedgerOf, name: str, as_of: date | None, held: list[Held]) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import asked_json, episode_json

    return {
        **asked_json(of, as_of=None if as_of is None else as_of.isoformat()),
        "place": name or None,
        "held": [
            {
                "subject": {"id": subject.id, "kind": subject.kind, "label": subject.label},
                "sure": bool(sure),
                "episode": episode_json(one, of.ledger),
            }
            for subject, one, sure in held
        ],
    }
