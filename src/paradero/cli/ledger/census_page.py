"""The census put before a person: a day, place by place, or a table of days; the rule stands at its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from paradero.cli.ledger.wording import (
    BOLD,
    DIM,
    Page,
    counts_words,
    day_words,
    fields,
    named,
    on,
    place_words,
    way_words,
)
from paradero.cli.screen import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.ledger import Claim, Rule
    from paradero.ledger.presence import Presence, There, Through
    from paradero.ledger.underway import Underway

RULES = {
    "midnight": "whoever stays the night counts, and whoever leaves on the day does not",
    "any_part": "whoever is there for any part of the day counts, the days of coming and leaving included",
}
UNITS = {"person": "each person once at a place", "stay": "each stay, also where a person has several"}
_ABSENCE = "Absence from a census is not absence from a place: it knows what it was given."
_NO_PLACE = "place not told"
_NUMBERS = 12  # said of one group, that are shown
_WIDEST = 8  # places beside each other in a table of days


TRANSIT = {
    True: "who is on the way is at no place, and stands apart",
    False: "who is on the way is at no place, and is left out",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a census.

    Attributes:
        of: the ledger that answers. rule: what is counted.
        place: only this place or state, by its canonical name; empty for all.
        transit: whether who is on the way stands beside the places.
    """

    of: LedgerOf
    rule: Rule
    place: str
    transit: bool

    @property
    def words(self) -> str:
        """The rule in words."""
        return f"{RULES[self.rule.at]}; {UNITS[self.rule.unit]}; {TRANSIT[self.transit]}"


def _head(asked: Asked, days: str) -> Iterator[RenderableType]:
    of = asked.of
    known = f"; as it was known on {of.known_on}" if of.known_on else ""
    known += f"; by what had been said by {of.said_by}" if of.said_by is not None else ""
    yield Text(f"{days}{f', {inline(asked.place)}' if asked.place else ''}", BOLD)
    yield Text(f"rule: {asked.rule.at}: {asked.words}{known}", DIM)
    yield ""


def page_of_day(
    asked: Asked, day: date, found: Sequence[There], on_the_way: Sequence[Underway], language: str
) -> Iterator[RenderableType]:
    """Yield the census of a day: each place with its persons and groups, then who is on the way."""
    page = Page(asked.of, language)
    yield from _head(asked, f"Census of {on(day)}")
    for each in found:
        yield Text(place_words(each.place) if each.place.name else _NO_PLACE, BOLD)
        yield _counts(page, each)
        yield ""
    if not found:
        place = f" at {inline(asked.place)}" if asked.place else ""
        yield f"Nobody is told to be held{place} on that day."
    if on_the_way:
        yield Text("on the way", BOLD)
        yield _ways(page, on_the_way)
        yield ""
    yield Text(_ABSENCE, DIM)


def _counts(page: Page, each: There) -> RenderableType:
    sure = Text(f"{each.sure:,} surely", "green" if each.sure else "").append(f", {each.perhaps:,} perhaps ")
    sure.append_text(page.cite(claim.id for one in each.persons for claim in one.episode.claims))
    rows: dict[str, Text | str | list[Text]] = {"persons" if each.unit == "person" else "stays": sure}
    if not each.persons:
        rows = {}
    return fields({**rows, "groups": [_group(page, one) for one in each.groups]})


def _group(page: Page, one: Presence) -> Text:
    """Return a group with the figures said of it: each number once, with who says it."""
    text = Text(inline(one.subject.label), "bold").append(", surely" if one.sure else ", perhaps")
    text.append(named("group", one.subject.id), DIM)
    return _with_numbers(page, text, one.figures, one.episode.claims)


def _ways(page: Page, on_the_way: Sequence[Underway]) -> RenderableType:
    persons = [one for one in on_the_way if one.subject.kind == "person"]
    groups = [_way(page, one) for one in on_the_way if one.subject.kind != "person"]
    sure, silent = sum(one.sure for one in persons), sum(not one.told_to_arrive for one in persons)
    text = Text(f"{sure:,} surely", "green" if sure else "").append(f", {len(persons) - sure:,} perhaps ")
    text.append_text(page.cite(claim.id for one in persons for claim in one.movement.claims))
    if silent:
        text.append("\n").append_text(page.derived(f"of {silent:,} of them nobody tells that they arrived"))
    rows: dict[str, Text | str | list[Text]] = {"persons": text} if persons else {}
    return fields({**rows, "groups": groups} if groups else rows)


def _way(page: Page, one: Underway) -> Text:
    """Return a group that is on the way, from where to where, and since when."""
    text = Text(inline(one.subject.label), "bold").append(", surely" if one.sure else ", perhaps")
    text.append(f": {way_words(one.movement.origin, one.movement.destination, one.movement.via)}")
    text.append(f", left {day_words(one.start.earliest_start, one.start.latest_start)}")
    if one.told_to_arrive:
        text.append(f", arrived {day_words(one.end.earliest_end, one.end.latest_end)}")
    else:
        text.append("; ").append_text(page.derived("nobody tells that they arrived"))
    text.append(named("movement", one.movement.id), DIM)
    return _with_numbers(page, text, one.figures, one.movement.claims)


def _with_numbers(page: Page, text: Text, figures: Iterable[Claim], claims: Iterable[Claim]) -> Text:
    told: dict[str, list[str]] = {}
    for claim in figures:
        told.setdefault(counts_words([claim]), []).append(claim.id)
    for words, ids in list(told.items())[:_NUMBERS]:
        text.append(f"\n  {words}: ").append_text(page.voices(ids))
    if len(told) > _NUMBERS:
        text.append(f"\n  and {len(told) - _NUMBERS:,} more numbers, all of them with --json", DIM)
    if not told:
        text.append("\n  no number told ").append_text(page.cite(claim.id for claim in claims))
    return text


def page_of_days(asked: Asked, made: Through, last: date) -> Iterator[RenderableType]:
    """Yield the census of a stretch: a table with a row for the days between which nothing changes."""
    yield from _head(asked, f"Census, {on(made.first)} to {on(last)}")
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
