"""``census``: how many persons are surely and perhaps at each place, and beside them the groups with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import click

from paradero.cli.ledger.asking import NOTHING, day_option, ledger_options, opened
from paradero.cli.screen import inline, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.text import Text

    from paradero.casework import LedgerOf
    from paradero.cli.desk import Desk
    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Rule
    from paradero.ledger.presence import Presence, There, Through

_RULES = {
    "midnight": "whoever stays the night counts, and whoever leaves on the day does not",
    "any_part": "whoever is there for any part of the day counts, the days of coming and leaving included",
}
_UNITS = {"person": "each person once at a place", "stay": "each stay, also where a person has several"}
_ABSENCE = "Absence from a census is not absence from a place: it knows what it was given."
_NO_PLACE = "place not told"
_WIDEST = 8  # places beside each other in a table of days


@click.command("census")
@day_option("--on", "The day that is counted; today when not given.", "on")
@day_option("--from", "The first day of a stretch, with --until: a table by day.", "first")
@day_option("--until", "The last day of the stretch.", "last")
@click.option(
    "--rule",
    "at",
    type=click.Choice(list(_RULES)),
    default="midnight",
    help="midnight: who stays the night (when not given). any_part: who is there for any part of the day.",
)
@click.option(
    "--unit",
    type=click.Choice(list(_UNITS)),
    default="person",
    help="person: each once at a place (when not given). stay: each stay.",
)
@click.option("--place", default="", metavar="WORDS", help="Only this place or state.")
@ledger_options
@click.pass_obj
def command(
    desk: Desk,
    on: date | None,
    first: date | None,
    last: date | None,
    at: Literal["midnight", "any_part"],
    unit: Literal["person", "stay"],
    place: str,
    known_on: str,
    by_said_on: bool,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Count who was held where on a day, or on each day of a stretch.

    Counted are the persons of the register: those who surely are at a place, and those whose bounds leave it open.
    Groups stand beside them with the figures that were said of them, and are never added: a person may be of a group.
    The rule is a part of the answer. Absence from a census is not absence from a place.
    """
    from paradero.cli.ledger.place import place_named
    from paradero.ledger import Rule

    _check(on, first, last)
    with opened(desk, known_on, by_said_on) as (casebook, of):
        rule = Rule(at, unit)
        if not of.ledger.claims and not as_json:
            show([NOTHING])
            return
        name = place_named(casebook, of, place) if place and of.ledger.claims else ""
        if first is None or last is None:
            _day(of, on or casebook.clock().date(), rule, name, as_json, language, pager)
        else:
            _days(of, first, last, rule, name, as_json, language, pager)


def _check(on: date | None, first: date | None, last: date | None) -> None:
    """Make sure that a day is asked for, or a stretch with two ends."""
    if (first is None) != (last is None):
        raise click.UsageError("A stretch has two ends: give --from and --until.")
    if first is not None and last is not None:
        if on is not None:
            raise click.UsageError("Give --on for a day, or --from and --until for a stretch.")
        if last < first:
            raise click.BadParameter(f"{last} is before {first}.", param_hint="--until")


def _day(of: LedgerOf, day: date, rule: Rule, place: str, as_json: bool, language: str, pager: bool) -> None:
    from paradero.ledger.presence import there_on

    found = there_on(of.ledger.subjects, of.ledger.chains, day, rule, place)
    if as_json:
        show_json(_json(of, rule, place, (day, found), None))
    else:
        show(_page(of, day, found, rule, place, language), pager=pager)


def _days(
    of: LedgerOf, first: date, last: date, rule: Rule, place: str, as_json: bool, language: str, pager: bool
) -> None:
    from paradero.ledger.presence import through

    made = through(of.ledger.subjects, of.ledger.chains, first, last, rule, place)
    if as_json:
        show_json(_json(of, rule, place, None, (last, made)))
    else:
        show(_table(of, made, last, place), pager=pager)


def _rule_words(of: LedgerOf, rule: Rule) -> str:
    known = f"; as it was known on {of.known_on}" if of.known_on else ""
    known += f"; by what had been said by {of.said_by}" if of.said_by is not None else ""
    return f"rule: {rule.at}: {_RULES[rule.at]}; {_UNITS[rule.unit]}{known}"


def _page(
    of: LedgerOf, day: date, found: Sequence[There], rule: Rule, place: str, language: str
) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.ledger.wording import BOLD, DIM, Page, on, place_words

    page = Page(of, language)
    yield Text(f"Census of {on(day)}{f', {inline(place)}' if place else ''}", BOLD)
    yield Text(_rule_words(of, rule), DIM)
    yield ""
    for each in found:
        yield Text(place_words(each.place) if each.place.name else _NO_PLACE, BOLD)
        yield _counts(page, each)
        yield ""
    if not found:
        yield "Nobody is told to be held" + (f" at {inline(place)}" if place else "") + " on that day."
    yield Text(_ABSENCE, DIM)


def _counts(page: Page, each: There) -> RenderableType:
    from rich.text import Text

    from paradero.cli.ledger.wording import fields

    sure = Text(f"{each.sure:,} surely", "green" if each.sure else "").append(f", {each.perhaps:,} perhaps ")
    sure.append_text(page.cite(claim.id for one in each.persons for claim in one.episode.claims))
    rows: dict[str, Text | str | list[Text]] = {"persons" if each.unit == "person" else "stays": sure}
    if not each.persons:
        rows = {}
    return fields({**rows, "groups": [_group(page, one) for one in each.groups]})


def _group(page: Page, one: Presence) -> Text:
    """Return a group with the figures said of it: each number once, with who says it."""
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM, counts_words, named

    text = Text(inline(one.subject.label), "bold").append(", surely" if one.sure else ", perhaps")
    text.append(named("group", one.subject.id), DIM)
    told: dict[str, list[str]] = {}
    for claim in one.figures:
        told.setdefault(counts_words([claim]), []).append(claim.id)
    for words, ids in told.items():
        text.append(f"\n  {words}: ").append_text(page.voices(ids))
    if not told:
        text.append("\n  no number told ").append_text(page.cite(claim.id for claim in one.episode.claims))
    return text


def _table(of: LedgerOf, made: Through, last: date, place: str) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    from paradero.cli.ledger.wording import BOLD, DIM, on

    yield Text(f"Census, {on(made.first)} to {on(last)}{f', {inline(place)}' if place else ''}", BOLD)
    yield Text(_rule_words(of, made.rule), DIM)
    yield ""
    for begin in range(0, len(made.places), _WIDEST):
        shown = slice(begin, begin + _WIDEST)
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
        table.add_column("days", no_wrap=True)
        for spot in made.places[shown]:
            table.add_column(inline(spot.name) or _NO_PLACE, justify="right")
        for first, end, sure, perhaps in made.runs():
            days = f"{first}" if first == end else f"{first} to {end}"
            cells = [_cell(*pair) for pair in zip(sure[shown], perhaps[shown], strict=True)]
            table.add_row(days, *cells)
        yield table
        yield ""
    if not made.places:
        yield "No person of the register is told to be held in these days; groups stand in the census of a day (--on)."
    else:
        yield Text("3 +2?: three surely, two more perhaps. Days on which nothing changes share a row.", DIM)
        yield Text("Counted are persons told of by name; groups stand in the census of a day (--on).", DIM)
    yield Text(_ABSENCE, DIM)


def _cell(sure: int, perhaps: int) -> str:
    return f"{sure:,}" + (f" +{perhaps:,}?" if perhaps else "")


def _json(
    of: LedgerOf,
    rule: Rule,
    place: str,
    day: tuple[date, Sequence[There]] | None,
    stretch: tuple[date, Through] | None,
) -> dict[str, Any]:
    from paradero.cli.ledger.census_shape import day_json, stretch_json
    from paradero.cli.ledger.shapes import asked_json

    told = {"at": rule.at, "unit": rule.unit, "words": f"{_RULES[rule.at]}; {_UNITS[rule.unit]}"}
    shown = {} if day is None else day_json(*day)
    shown |= {} if stretch is None else stretch_json(*stretch)
    return asked_json(of, rule=told, place=place or None, **shown)
