"""``census``: how many persons are surely and perhaps at each place, and beside them the groups with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from paradero.cli.ledger.asking import NOTHING, day_option, ledger_options, opened
from paradero.cli.screen import show, show_json

if TYPE_CHECKING:
    from datetime import date

    from paradero.cli.desk import Desk
    from paradero.cli.ledger.census_page import Asked


@click.command("census")
@day_option("--on", "The day that is counted; today when not given.", "on")
@day_option("--from", "The first day of a stretch, with --until: a table by day.", "first")
@day_option("--until", "The last day of the stretch.", "last")
@click.option(
    "--rule",
    "at",
    type=click.Choice(["midnight", "any_part"]),
    default="midnight",
    help="midnight: who stays the night (when not given). any_part: who is there for any part of the day.",
)
@click.option(
    "--unit",
    type=click.Choice(["person", "stay"]),
    default="person",
    help="person: each once at a place (when not given). stay: each stay.",
)
@click.option(
    "--transit/--no-transit",
    default=True,
    help="Whether who is on the way stands beside the places (when not given), or is left out.",
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
    transit: bool,
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
    Who is on the way on that day is at no place, and stands apart.
    The rule is a part of the answer. Absence from a census is not absence from a place.
    """
    from paradero.cli.ledger.census_page import Asked
    from paradero.cli.ledger.place import place_named
    from paradero.ledger import Rule

    _check(on, first, last)
    with opened(desk, known_on, by_said_on) as (casebook, of):
        rule = Rule(at, unit)
        if not of.ledger.claims and not as_json:
            show([NOTHING])
            return
        name = place_named(casebook, of, place) if place and of.ledger.claims else ""
        asked = Asked(of, rule, name, transit)
        if first is None or last is None:
            _day(asked, on or casebook.clock().date(), as_json, language, pager)
        else:
            _days(asked, first, last, as_json, pager)


def _check(on: date | None, first: date | None, last: date | None) -> None:
    """Make sure that a day is asked for, or a stretch with two ends."""
    if (first is None) != (last is None):
        raise click.UsageError("A stretch has two ends: give --from and --until.")
    if first is not None and last is not None:
        if on is not None:
            raise click.UsageError("Give --on for a day, or --from and --until for a stretch.")
        if last < first:
            raise click.BadParameter(f"{last} is before {first}.", param_hint="--until")


def _day(asked: Asked, day: date, as_json: bool, language: str, pager: bool) -> None:
    from paradero.cli.ledger.census_page import page_of_day
    from paradero.cli.ledger.census_shape import census_json, day_json
    from paradero.ledger.presence import there_on
    from paradero.ledger.underway import underway_on

    ledger = asked.of.ledger
    found = there_on(ledger.subjects, ledger.chains, day, asked.rule, asked.place)
    on_the_way = underway_on(ledger.subjects, ledger.movements, day, asked.rule, asked.place) if asked.transit else ()
    if as_json:
        show_json(census_json(asked, day_json(day, found, on_the_way if asked.transit else None)))
    else:
        show(page_of_day(asked, day, found, on_the_way, language), pager=pager)


def _days(asked: Asked, first: date, last: date, as_json: bool, pager: bool) -> None:
    from paradero.cli.ledger.census_page import page_of_days
    from paradero.cli.ledger.census_shape import census_json, stretch_json
    from paradero.ledger.presence import through
    from paradero.ledger.underway import ways

    ledger = asked.of.ledger
    travelling = ways(ledger.subjects, ledger.movements, asked.place) if asked.transit else ()
    made = through(ledger.subjects, ledger.chains, first, last, asked.rule, asked.place, travelling)
    if as_json:
        show_json(census_json(asked, stretch_json(last, made)))
    else:
        show(page_of_days(asked, made, last), pager=pager)
