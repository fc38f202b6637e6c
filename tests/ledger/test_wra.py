"""The movements and departures of the camps in the United States, 1942-46, by our own list reader and ledger.

The lists are read in place and no row of them is kept here; the published totals are those of the government's report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from paradero.intake import GivenByPerson, take_in
from paradero.ledger import (
    AttributedFigure,
    Legs,
    Relation,
    Rule,
    in_transit,
    legs_from_entries,
    legs_of,
    populations,
    reconcile,
)
from paradero.model import Document, Entry, Figure, Problem
from paradero.rolls import Column, Mapping, SheetMapping, Trouble, entries, sniff

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "wra_1942_46"
PUBLISHED = date(1946, 12, 31)
FIRST, LAST = date(1942, 5, 20), date(1942, 11, 10)
# From the day on which the first camp opened to that on which the authority ended.
PERIOD = (date(1942, 5, 27), date(1946, 6, 30))
SHIP = (date(1943, 8, 15), date(1943, 9, 5))
FROM_CENTERS = "people who came from assembly centers"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the shared lists are not here")


@dataclass(frozen=True)
class Read:
    """A list as it was read: its entries, what is wrong with them, and its legs."""

    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...]
    legs: Legs
    problems: tuple[Problem, ...]


@cache
def taken(name: str) -> Document:
    document, problems = take_in(FOLDER / name, GivenByPerson(published=PUBLISHED.isoformat()), table=True)
    assert document is not None
    assert problems == ()
    return document


def read(name: str, mapping: Mapping) -> Read:
    rows, troubles = entries(taken(name), mapping)
    table, problems = legs_from_entries(rows, name)
    return Read(rows, troubles, legs_of(table), problems)


@cache
def transfers() -> Read:
    """The movements by train, as the sniffer reads them without any help."""
    return read("transfer-orders.csv", sniff(taken("transfer-orders.csv"))[0])


@cache
def departures(date_order: str) -> Read:
    """The departures, with what a person says of them: the columns, the order of days, and the period."""
    columns = (Column(2, "origin"), Column(4, "destination"), Column(5, "date", act="departed", date_order=date_order))
    return read(
        "final_departures.csv",
        Mapping((SheetMapping("", columns, header_rows=(1,), first_row=2),), PUBLISHED).covering(*PERIOD),
    )


def figure(name: str, number: Figure, speaker: str, about: str = FROM_CENTERS) -> AttributedFigure:
    return AttributedFigure(name, speaker, about, "departed", number)


def apart(published: int, counted: Figure, about: str) -> int:
    """Return by how much a list is apart from what was published of the same people, as the counts desk says it."""
    figures = [
        figure("published", Figure("=", published), "the authority", about),
        figure("counted", counted, "the list", about),
    ]
    accounts, problems = reconcile(figures, [Relation("same", parts=("published", "counted"))])
    assert problems == ()
    (account,) = (one for one in accounts if one.kind == "same")
    assert account.verdict == "differs"
    assert account.difference is not None
    assert isinstance(account.difference.value, int)
    return account.difference.value


def test_each_train_is_an_entry_for_a_counted_group() -> None:
    found = transfers()
    assert (len(found.entries), found.troubles, found.problems) == (180, (), ())
    for entry in found.entries:
        assert entry.group is not None
        assert entry.group.operator == "="
        assert entry.names == ()
        assert entry.normal("origin")
        assert entry.normal("destination")
        assert [value.act for value in entry.all("date") if len(value.normal) == 10] == ["departed", "arrived"]
    assert found.legs.left_out == {}
    assert found.legs.moved() == Figure("=", 80_032)


def test_the_movements_are_a_part_of_what_was_published() -> None:
    parts = [figure(entry.place, entry.group, "the orders") for entry in transfers().entries if entry.group]
    whole = figure("total", Figure("=", 90_491), "the authority")
    relation = Relation("parts", "total", tuple(part.id for part in parts), complete=False)
    accounts, problems = reconcile([whole, *parts], [relation])
    assert problems == ()
    (account,) = (one for one in accounts if one.kind == "parts")
    assert (account.verdict, account.reason and account.reason.code) == ("consistent", "parts_incomplete")
    assert account.difference is not None
    assert (account.difference.value, account.difference.meaning) == (10_459, "rest")
    assert account.working[0].result is not None
    assert account.working[0].result.value == 80_032


@pytest.mark.parametrize(
    ("origin", "published", "difference"),
    [("Mayer", 247, 1), ("Pinedale", 693, 2), ("Salinas", 3_459, 16), ("Santa Anita", 1_573, 70)],
)
def test_who_came_to_poston_differs_by_origin(origin: str, published: int, difference: int) -> None:
    moved = transfers().legs.moved(origin, "Colorado River")
    assert apart(published, moved, f"people who came to Poston from {origin}") == difference


def test_at_most_3157_people_were_on_trains_overnight() -> None:
    legs = transfers().legs
    found = in_transit(legs, FIRST, LAST)
    assert found.most() == (date(1942, 9, 3), 3_157)
    column = (date(1942, 9, 3) - FIRST).days
    assert found.leaving[:, column].sum() == found.heading[:, column].sum() == 3_157
    assert (int(found.unnumbered.sum()), int(found.not_arrived.sum()), found.left_out) == (0, 0, 0)
    assert in_transit(legs, FIRST, LAST, Rule("any_part")).on(date(1942, 9, 3)) > 3_157


def test_a_census_of_places_loses_them_unless_it_counts_them_apart() -> None:
    legs = transfers().legs
    camps = {legs.places[int(at)]: 0 for at in np.unique(legs.destination)}
    with_transit, without = (populations(legs, FIRST, LAST, camps, transit=apart) for apart in (True, False))
    assert (with_transit.counts_transit, without.counts_transit) == (True, False)
    assert (with_transit.lost.max(), without.lost.max()) == (0, 3_157)
    held = [with_transit.on(camp, LAST) for camp in camps]
    assert sum(one for one in held if one is not None) == 80_032
    assert with_transit.overdrawn() == ()
    assert with_transit.on("Santa Anita", LAST) is None  # nobody tells here how many there were at first


def undated(found: Read) -> Counter[str]:
    """Why rows have no day: by the code that the list reader gives each."""
    days = {entry.row for entry in found.entries if len(entry.normal("date")) != 10}
    assert days == {one.row for one in found.troubles if one.row in days}  # no row is without a reason
    return Counter(one.code for one in found.troubles if one.row in days)


def test_the_period_begins_when_the_first_camp_opened() -> None:
    columns = (Column(2, "note"), Column(3, "place"), Column(4, "date"))
    sheet = SheetMapping("", columns, header_rows=(1,), first_row=2)
    rows, _ = entries(taken("facilities.csv"), Mapping((sheet,), PUBLISHED))
    opened = [entry.normal("date") for entry in rows if entry.normal("note") == "Concentration Camp"]
    assert (len(opened), min(opened)) == (10, PERIOD[0].isoformat())


def test_departures_without_a_day_are_kept_and_told_and_left_out_where_days_are_needed() -> None:
    """Days are taken as the list mostly writes them, with the year first: 3,975 cells give none, and each is told."""
    found = departures("year_first")
    assert len(found.entries) == 105_885
    assert undated(found) == {
        "other_day_order": 3_876,  # "9/24/1945": the order that is given does not say which number is the month
        "day_outside_period": 63,
        "impossible_day": 7,  # after the day of the list
        "no_day": 21,
        "unreadable_day": 8,
    }
    assert {code: len(rows) for code, rows in found.legs.left_out.items()} == {"no_departure": 3_975}
    assert [(one.code, one.message.split()[0]) for one in found.problems] == [("leg_without_departure", "3,975")]
    counted = in_transit(found.legs, *PERIOD)
    assert (counted.legs, counted.left_out) == (101_910, 3_975)
    assert counted.not_arrived[-1] == len(found.legs.not_arrived()) == 101_910  # no arrival is told of anybody
    rows = {one.written[:10]: one.row for one in found.troubles}
    by_row = {entry.row: entry for entry in found.entries}
    for words in ("2045-11-30", "1973-07-07", "1934-11-13"):
        value = by_row[rows[words]].first("date")
        assert value is not None
        assert (value.written, value.normal) == (f"{words} 00:00:00", "")


def by_ship(found: Read) -> Iterator[Entry]:
    first, last = (day.isoformat() for day in SHIP)
    return (e for e in found.entries if e.normal("destination") == "JAPAN" and first <= e.normal("date") <= last)


def test_133_more_went_to_japan_than_the_list_has() -> None:
    found = departures("year_first")
    moved = found.legs.moved(destination="JAPAN")
    assert moved == Figure("=", 4_591)  # also those of whom no day is known
    assert apart(4_724, moved, "people who went to Japan") == 133
    assert sum(1 for _ in by_ship(found)) == 286


def test_days_that_end_in_the_year_can_be_read_when_somebody_says_that_months_come_first() -> None:
    """All but 108 days are known then, and 22 more went by ship: 3,975 and 286 hold for one way of reading alone."""
    found = departures("month_first")
    assert undated(found) == {"day_outside_period": 67, "impossible_day": 12, "no_day": 21, "unreadable_day": 8}
    assert len(found.legs.left_out["no_departure"]) == 108
    assert sum(1 for _ in by_ship(found)) == 308
