"""Rosters against plain Python on rows drawn by chance: what was recorded, what was carried, what nobody knows."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.ledger import DayCount, RosterCensus, WrongRosters, roster_census, rosters_of
from paradero.ledger.roster_days import NEVER
from paradero.ledger.rosters import UNKNOWN
from tests.ledger.tables import TODAY, day

Row = tuple[str, date | None, int | None, str | None]

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "guantanamo_2025"
NOTHING = DayCount(None, "unknown", None, False, ())
GOOD = st.tuples(
    st.sampled_from("XY"),
    st.integers(-2, 4).map(day) | st.integers(-8, 16).map(day),  # often the same few, so that rows meet
    st.integers(0, 3),
    st.sampled_from(["=", ">=", " >= ", "", None]),
)
ANY = st.tuples(
    st.sampled_from("XY"),
    st.none() | st.integers(-3, 12).map(day) | st.sampled_from([date(1734, 1, 1), date(2045, 1, 1)]),
    st.none() | st.integers(-1, 2) | st.just(2**40),
    st.sampled_from(["=", ">=", "~", None]),
)


def table(rows: Sequence[Row]) -> pa.Table:
    place, days, count, operator = zip(*rows, strict=True) if rows else ((), (), (), ())
    return pa.table(
        {
            "place": pa.array(place, pa.string()),
            "day": pa.array(days, pa.date32()),
            "count": pa.array(count, pa.int64()),
            "operator": pa.array(operator, pa.string()),
        }
    )


def told(rows: Sequence[Row], place: str, on: date) -> DayCount | None:
    """What the rows of one day say by hand; None when there are none."""
    there = [
        (at, count, (operator or "").strip() == ">=")
        for at, (where, when, count, operator) in enumerate(rows)
        if where == place and when == on and count is not None
    ]
    if not there:
        return None
    exact = {count for _, count, least in there if not least}
    least = max((count for _, count, least in there if least), default=0)
    if len(exact) > 1 or (exact and least > max(exact)):
        return NOTHING
    count = max(exact) if exact else least
    row = next(at for at, n, low in there if n == count and low == (not exact))
    return DayCount(count, "recorded", on, not exact, (row,))


def by_hand(rows: Sequence[Row], place: str, on: date, carry: bool) -> DayCount:
    """Go back day by day until something is told."""
    for back in range(60 if carry else 1):
        found = told(rows, place, on - timedelta(days=back))
        if found is not None and back and found.count is not None:
            return DayCount(found.count, "carried", found.recorded_on, found.at_least, found.rows)
        if found is not None:
            return found
    return NOTHING


def counted(rows: Sequence[Row], first: int = 1, last: int = 10, carry: bool = True) -> RosterCensus:
    return roster_census(rosters_of(table(rows), TODAY), day(first), day(last), carry)


@settings(deadline=None, max_examples=200)
@given(st.lists(GOOD, max_size=14), st.booleans())
def test_rosters_are_those_of_plain_python(rows: list[Row], carry: bool) -> None:
    found = counted(rows, carry=carry)
    for place in found.places:
        for n in range(1, 11):
            assert found.on(place, day(n)) == by_hand(rows, place, day(n), carry), (place, n)


@settings(deadline=None, max_examples=150)
@given(st.lists(ANY, max_size=14))
def test_rows_that_cannot_be_used_are_named_and_change_nothing(rows: list[Row]) -> None:
    codes = defaultdict(list)
    for at, (_, on, count, operator) in enumerate(rows):
        if on is None:
            codes["no_day"].append(at)
        elif not date(1850, 1, 1) <= on <= TODAY + timedelta(days=366):
            codes["impossible_day"].append(at)
        if count is None:
            codes["no_count"].append(at)
        elif not 0 <= count < 2**30:
            codes["impossible_count"].append(at)
        if operator == "~":
            codes["other_operator"].append(at)
    bad = {at for rows_of_code in codes.values() for at in rows_of_code}
    good: list[Row] = [row if at not in bad else (row[0], row[1], None, None) for at, row in enumerate(rows)]
    left_out = dict(rosters_of(table(rows), TODAY).left_out)
    contradicted = left_out.pop("contradicted", None)
    assert {code: at.tolist() for code, at in left_out.items()} == codes
    found = counted(rows)
    assert [found.on(place, day(n)) for place in found.places for n in range(1, 11)] == [
        by_hand(good, place, day(n), True) for place in found.places for n in range(1, 11)
    ]
    torn = [
        at for at, row in enumerate(good) if row[1] and row[2] is not None and told(good, row[0], row[1]) == NOTHING
    ]
    assert ([] if contradicted is None else contradicted.tolist()) == torn


def test_a_day_without_a_record_is_carried_and_says_from_when() -> None:
    rows: list[Row] = [("X", day(3), 7, "="), ("X", day(6), 0, "=")]
    found = counted(rows)
    assert found.on("X", day(2)) == NOTHING
    assert found.on("X", day(3)) == DayCount(7, "recorded", day(3), False, (0,))
    assert found.on("X", day(5)) == DayCount(7, "carried", day(3), False, (0,))
    assert found.on("X", day(6)) == DayCount(0, "recorded", day(6), False, (1,))
    assert found.on("X", day(9)) == DayCount(0, "carried", day(6), False, (1,))
    assert found.counts[0].tolist() == [UNKNOWN, UNKNOWN, 7, 7, 7, 0, 0, 0, 0, 0]
    assert found.recorded_on[0, 1] == NEVER


def test_a_day_without_a_record_stays_unknown_when_nothing_is_carried() -> None:
    found = counted([("X", day(3), 7, "="), ("X", day(6), 0, "=")], carry=False)
    assert [found.on("X", day(n)).count for n in range(1, 8)] == [None, None, 7, None, None, 0, None]


def test_a_record_before_the_stretch_is_carried_into_it_and_none_behind_it_is_looked_at() -> None:
    rows: list[Row] = [("X", day(-9), 4, "="), ("X", day(-2), 5, "="), ("X", day(20), 6, "=")]
    assert counted(rows).on("X", day(1)) == DayCount(5, "carried", day(-2), False, (1,))
    assert counted(rows, carry=False).on("X", day(1)) == NOTHING
    assert counted(rows).on("X", day(10)).count == 5


def test_rows_of_one_day_that_go_together_give_what_says_most() -> None:
    rows: list[Row] = [("X", day(1), 8, ">="), ("X", day(1), 10, ">="), ("Y", day(1), 10, ">="), ("Y", day(1), 10, "=")]
    found = counted(rows)
    assert rosters_of(table(rows), TODAY).left_out == {}
    assert found.on("X", day(1)) == DayCount(10, "recorded", day(1), True, (1,))
    assert found.on("Y", day(1)) == DayCount(10, "recorded", day(1), False, (3,))


@pytest.mark.parametrize("other", [(12, "="), (12, ">=")])
def test_rows_of_one_day_that_contradict_each_other_leave_it_open(other: tuple[int, str]) -> None:
    rows: list[Row] = [("X", day(1), 9, "="), ("X", day(3), 10, "="), ("X", day(3), *other), ("X", day(5), 4, "=")]
    assert rosters_of(table(rows), TODAY).left_out["contradicted"].tolist() == [1, 2]
    found = counted(rows)
    # The record of the first day is not carried over them: something else was recorded since.
    assert [found.on("X", day(n)).count for n in range(1, 6)] == [9, 9, None, None, 4]


def test_a_total_is_at_least_what_is_known() -> None:
    rows: list[Row] = [("X", day(1), 8, "="), ("Y", day(2), 5, "="), ("X", day(3), 2, ">=")]
    found = counted(rows)
    assert found.total(day(1)) == DayCount(8, "recorded", day(1), True, (0,))  # nobody knows how many were at Y
    assert found.total(day(2)) == DayCount(13, "carried", day(1), False, (0, 1))
    assert found.total(day(3)) == DayCount(7, "carried", day(2), True, (2, 1))
    assert counted(rows, carry=False).total(day(4)) == NOTHING


def test_what_the_census_does_not_have_is_refused() -> None:
    found = counted([("X", day(1), 8, "=")])
    for place, on in (("Z", day(1)), ("X", day(11)), ("X", day(0))):
        with pytest.raises(KeyError):
            found.on(place, on)
    with pytest.raises(KeyError):
        found.total(day(0))
    assert counted([]).total(day(1)) == NOTHING


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"place": ["X"], "day": [day(1)]}, "no column `count`"),
        ({"place": ["X"], "day": [day(1)], "count": [1], "colour": ["red"]}, "Nothing is known of the column"),
        ({"place": [None], "day": [day(1)], "count": [1]}, "A row has no place"),
        ({"place": ["X"], "day": ["in March"], "count": [1]}, "holds what is no day"),
        ({"place": ["X"], "day": [day(1)], "count": ["many"]}, "holds what is no whole number"),
        ({"place": ["X"], "day": [day(1)], "count": [1.5]}, "holds what is no whole number"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(columns: dict[str, list[object]], words: str) -> None:
    with pytest.raises(WrongRosters, match=words):
        rosters_of(pa.table(columns), TODAY)


def test_an_operator_need_not_be_told() -> None:
    found = rosters_of(pa.table({"place": ["X"], "day": ["2025-01-01"], "count": ["12"]}), TODAY)
    assert (found.count.tolist(), found.at_least.tolist()) == ([12], [False])


@pytest.mark.skipif(not FOLDER.exists(), reason="the shared figures are not here")
def test_a_real_record_with_days_taken_out_is_carried_and_never_zero() -> None:
    with (FOLDER / "ddp_gtmo_facility_days.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    whole = {
        (line["detention_facility_code"], date.fromisoformat(line["date"])): int(line["n_detained_at_midnight"])
        for line in lines
    }
    days = sorted({on for _, on in whole})
    places = sorted({place for place, _ in whole})
    assert len(days) == (days[-1] - days[0]).days + 1, "the record has a gap of its own"
    kept: list[Row] = [(place, on, count, None) for (place, on), count in whole.items() if (on - days[0]).days % 3 == 1]
    found = roster_census(rosters_of(table(kept), days[-1]), days[0], days[-1], carry=True)
    for place in places:
        assert found.on(place, days[0]) == NOTHING
        for at, on in enumerate(days[1:], start=1):
            since = days[at - (at - 1) % 3]
            cell = found.on(place, on)
            assert (cell.count, cell.recorded_on) == (whole[place, since], since)
            assert cell.how == ("recorded" if since == on else "carried")
    # Who came and went between two records is not seen: what is carried differs from what was there on some days.
    assert any(found.on(place, on).count != whole[place, on] for place in places for on in days[1:])
