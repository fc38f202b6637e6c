"""Counted legs against plain Python on tables drawn by chance, and what must not be made up or lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.ledger import Legs, Rule, WrongLegs, in_transit, legs_from_entries, legs_of, populations
from paradero.model import Entry, Figure, Value
from tests.ledger.tables import TODAY, day

Leg = tuple[str | None, str | None, date | None, date | None, int | None, date | None, date | None]
NAMES = ("origin", "destination", "departed", "arrived", "persons", "recorded_on", "withdrawn_on")
KINDS = (pa.string(), pa.string(), pa.date32(), pa.date32(), pa.int64(), pa.date32(), pa.date32())
DAYS = range(1, 60)
PLACE = st.none() | st.sampled_from("XYZ")
DAY = st.integers(-20, 80).map(day)
LEGS = st.lists(
    st.tuples(PLACE, PLACE, st.none() | DAY, st.none() | DAY, st.none() | st.integers(0, 900), DAY, st.none() | DAY),
    max_size=14,
)


def table(rows: Sequence[Leg]) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else [()] * len(NAMES)
    return pa.table({n: pa.array(c, k) for n, k, c in zip(NAMES, KINDS, columns, strict=True)})


def read(*rows: Leg) -> Legs:
    return legs_of(table(rows), TODAY)


def leg(start: int, end: int | None, persons: int | None = 100, origin: str | None = "X", to: str | None = "Y") -> Leg:
    return (origin, to, day(start), None if end is None else day(end), persons, day(0), None)


def usable(rows: Sequence[Leg], known_on: date | None) -> list[Leg]:
    def known(one: Leg) -> bool:
        recorded, withdrawn = one[5:]
        assert recorded is not None
        if known_on is None:
            return withdrawn is None
        return recorded <= known_on and (withdrawn is None or withdrawn > known_on)

    return [one for one in rows if known(one) and one[2] is not None and (one[3] is None or one[3] >= one[2])]


def under_way(one: Leg, on: date, at: str) -> bool:
    _, _, departed, arrived, *_ = one
    assert departed is not None
    return departed <= on and (arrived is None or on < arrived or (at == "any_part" and on == arrived))


@settings(deadline=None, max_examples=200)
@given(LEGS, st.sampled_from(["midnight", "any_part"]), st.none() | DAY)
def test_who_is_in_transit_is_that_of_plain_python(rows: list[Leg], at: str, known_on: date | None) -> None:
    found = in_transit(read(*rows), day(1), day(59), Rule(at, known_on=known_on))  # type: ignore[arg-type]
    kept = usable(rows, known_on)
    for column, n in enumerate(DAYS):
        there = [one for one in kept if under_way(one, day(n), at)]
        told = [one for one in there if one[3] is not None]
        never = [one for one in there if one[3] is None]
        assert found.on(day(n)) == found.persons[column] == sum(one[4] or 0 for one in told)
        assert found.unnumbered[column] == sum(one[4] is None for one in told)
        assert found.not_arrived[column] == sum(one[4] or 0 for one in never)
        assert found.not_arrived_unnumbered[column] == sum(one[4] is None for one in never)
        for row, place in enumerate(found.places):
            assert found.leaving[row, column] == sum(one[4] or 0 for one in told if one[0] == place)
            assert found.heading[row, column] == sum(one[4] or 0 for one in told if one[1] == place)
    assert found.legs == len(kept)


@settings(deadline=None, max_examples=200)
@given(LEGS, st.none() | DAY, st.dictionaries(st.sampled_from("XYZ"), st.integers(0, 500)))
def test_populations_are_those_of_plain_python_and_lose_nobody(
    rows: list[Leg], known_on: date | None, opening: dict[str, int]
) -> None:
    legs = read(*rows)
    found = populations(legs, day(1), day(59), opening, known_on)
    without = populations(legs, day(1), day(59), opening, known_on, transit=False)
    kept = usable(rows, known_on)
    assert found.transit is not None
    for column, n in enumerate(DAYS):
        for row, place in enumerate(found.places):
            come = [one for one in kept if one[1] == place and one[3] is not None and one[3] <= day(n)]
            gone = [one for one in kept if one[0] == place and one[2] is not None and one[2] <= day(n)]
            change = sum(one[4] or 0 for one in come) - sum(one[4] or 0 for one in gone)
            assert found.change[row, column] == change
            assert found.unnumbered[row, column] == sum(one[4] is None for one in (*come, *gone))
            assert found.on(place, day(n)) == (opening[place] + change if place in opening else None)
        between = sum(one[4] or 0 for one in kept if under_way(one, day(n), "midnight"))
        assert (found.lost[column], without.lost[column]) == (0, between)
    assert (found.counts_transit, without.counts_transit) == (True, False)


@settings(deadline=None, max_examples=100)
@given(LEGS, PLACE, PLACE, st.none() | DAY)
def test_who_was_moved_is_that_of_plain_python(
    rows: list[Leg], origin: str | None, to: str | None, known_on: date | None
) -> None:
    found = read(*rows).moved(origin, to, known_on)
    undated = [(*one[:2], day(0), None, *one[4:]) for one in rows]  # a number needs no day
    chosen = [one[4] for one in usable(undated, known_on) if origin in (None, one[0]) and to in (None, one[1])]
    told = [n for n in chosen if n is not None]
    assert (found.value, found.operator) == (
        (sum(told), "=" if len(told) == len(chosen) else ">=") if told else (None, None)
    )


def numbers(*rows: Leg, rule: Rule = Rule()) -> list[int]:  # noqa: B008
    return [int(n) for n in in_transit(read(*rows), day(1), day(6), rule).persons]


def test_who_departs_is_in_transit_until_the_night_before_the_arrival() -> None:
    assert numbers(leg(2, 4)) == [0, 100, 100, 0, 0, 0]
    assert numbers(leg(2, 4), rule=Rule("any_part")) == [0, 100, 100, 100, 0, 0]
    assert numbers(leg(2, 2)) == [0] * 6  # by day, and nobody was between places at midnight
    assert numbers(leg(2, 2), rule=Rule("any_part")) == [0, 100, 0, 0, 0, 0]
    assert numbers(leg(-5, 3), leg(5, 90, 7)) == [100, 100, 0, 0, 7, 7]


def test_the_day_with_the_most_is_the_first_of_them() -> None:
    found = in_transit(read(leg(2, 4), leg(3, 5), leg(5, 6, 200)), day(1), day(6))
    assert found.most() == (day(3), 200)
    assert in_transit(read(leg(2, 4)), day(6), day(1)).most() is None
    with pytest.raises(KeyError):
        found.on(day(7))


def test_a_leg_without_a_number_is_counted_apart_and_is_not_zero() -> None:
    legs = read(leg(2, 4), leg(3, 5, None))
    found = in_transit(legs, day(1), day(6))
    assert found.persons.tolist() == [0, 100, 100, 0, 0, 0]
    assert found.unnumbered.tolist() == [0, 0, 1, 1, 0, 0]
    assert legs.unnumbered().tolist() == [1]
    assert (legs.moved().operator, legs.moved().value) == (">=", 100)
    assert read(leg(3, 5, None)).moved() == Figure(None, None)
    assert legs.moved(origin="nowhere") == Figure(None, None)  # of which nobody tells


def test_who_never_arrived_is_listed_and_not_lost() -> None:
    legs = read(leg(2, 4), leg(3, None, 40), leg(3, None, None))
    found = in_transit(legs, day(1), day(6))
    assert legs.not_arrived().tolist() == [1, 2]
    assert found.persons.tolist() == [0, 100, 100, 0, 0, 0]
    assert found.not_arrived.tolist() == [0, 0, 40, 40, 40, 40]
    assert found.not_arrived_unnumbered.tolist() == [0, 0, 1, 1, 1, 1]
    assert populations(legs, day(1), day(6)).lost.tolist() == [0] * 6
    assert populations(legs, day(1), day(6), transit=False).lost.tolist() == [0, 100, 140, 40, 40, 40]


def test_what_was_known_decides_who_never_arrived() -> None:
    told, later = leg(2, None), (*leg(2, 4)[:5], day(10), None)
    legs = read((*told[:6], day(10)), later)
    assert legs.not_arrived(day(5)).tolist() == [0]
    assert legs.not_arrived(day(10)).tolist() == []
    assert in_transit(legs, day(1), day(6), Rule(known_on=day(5))).not_arrived.tolist() == [0, 100, 100, 100, 100, 100]
    assert in_transit(legs, day(1), day(6)).persons.tolist() == [0, 100, 100, 0, 0, 0]


def test_rows_whose_days_cannot_be_are_named_and_their_persons_still_count() -> None:
    impossible = (*leg(2, 4)[:2], date(1734, 1, 1), *leg(2, 4)[3:])
    legs = read(leg(2, 4), impossible, leg(5, 3), ("X", "Y", None, day(3), 100, day(0), None), leg(2, 4, -1))
    told = {code: rows.tolist() for code, rows in legs.left_out.items()}
    assert told == {
        "no_departure": [3], "impossible_day": [1], "arrives_before_departure": [2], "impossible_number": [4],
    }  # fmt: skip
    found = in_transit(legs, day(1), day(6))
    assert (found.legs, found.left_out) == (2, 3)
    assert (legs.moved().operator, legs.moved().value) == (">=", 400)  # the number below zero is unknown


def test_a_place_from_which_more_went_than_were_there_is_named() -> None:
    legs = read(leg(2, 4), leg(3, 4, 60, "X", None), leg(1, 5, 500, "Z", "X"))
    found = populations(legs, day(1), day(6), {"X": 150, "Y": 0})
    assert [found.on("X", day(n)) for n in range(1, 7)] == [150, 50, -10, -10, 490, 490]
    assert found.overdrawn() == (("X", day(3)),)
    assert found.on("Z", day(2)) is None
    unsure = populations(read(leg(1, 2, None, "Y", "X"), leg(2, 4)), day(1), day(6), {"X": 50})
    assert unsure.overdrawn() == ()  # nobody tells how many came
    for place, on in (("W", day(1)), ("X", day(9))):
        with pytest.raises(KeyError):
            found.on(place, on)


def test_no_legs_are_no_error() -> None:
    legs = read()
    assert len(legs) == 0
    assert in_transit(legs, day(1), day(3)).persons.tolist() == [0, 0, 0]
    assert populations(legs, day(1), day(3)).change.shape == (0, 3)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"origin": ["X"], "destination": ["Y"], "departed": [day(1)]}, "no column `persons`"),
        ({"origin": ["X"], "destination": ["Y"], "departed": [day(1)], "persons": [1], "colour": ["r"]}, "Nothing is"),
        ({"origin": ["X"], "destination": ["Y"], "departed": ["in March"], "persons": [1]}, "holds what is no day"),
        ({"origin": ["X"], "destination": ["Y"], "departed": [day(1)], "persons": [1.5]}, "no whole number"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(columns: dict[str, list[object]], words: str) -> None:
    with pytest.raises(WrongLegs, match=words):
        legs_of(pa.table(columns), TODAY)


def test_arrivals_may_be_told_of_no_leg() -> None:
    bare = pa.table({"origin": ["X"], "destination": ["Y"], "departed": [day(2)], "persons": [None]})
    legs = legs_of(bare, TODAY)
    assert (legs.not_arrived().tolist(), legs.unnumbered().tolist()) == ([0], [0])


def entry(row: int, group: Figure | None, names: tuple[str, ...] = (), **cells: str) -> Entry:
    """A row of a list; a cell is given by its field, a day by its act."""
    acts = ("departed", "arrived", "released")
    values = tuple(
        Value("date" if name in acts else name, words, words, row, column, 0, 0, name if name in acts else "")
        for column, (name, words) in enumerate(cells.items(), 1)
    )
    return Entry("d", "", row, names, values, group)


def test_rows_of_lists_become_legs_and_what_they_leave_open_stays_open() -> None:
    rows = (
        entry(2, Figure("=", 246), origin="Alba", destination="Sur", departed="2025-01-02", arrived="2025-01-03"),
        entry(3, None, ("Ana Ruiz",), origin="Alba", destination="", departed="2025-01", released="2025-01-09"),
        entry(4, Figure(">=", 2), ("Eva Paz",), origin="Alba", departed="2025-01-04"),
        entry(5, Figure(None, None), destination="Sur", arrived="2025-01-05"),
        entry(6, Figure("=", 20, "names"), origin="Alba", destination="Sur", departed="2025-01-06"),
    )
    found, problems = legs_from_entries(rows, "manifest.csv")
    assert found.to_pydict() == {
        "origin": ["Alba", "Alba", "Alba", None, "Alba"],
        "destination": ["Sur", None, None, "Sur", "Sur"],
        "departed": [day(2), None, day(4), None, day(6)],
        "arrived": [day(3), None, None, day(5), None],
        "persons": [246, 1, None, None, None],
    }
    assert [(one.code, one.source, one.place) for one in problems] == [
        ("leg_day_open", "manifest.csv", "row 3"),
        ("leg_without_departure", "manifest.csv", "rows 3, 5"),
        ("leg_without_number", "manifest.csv", "rows 4, 5, 6"),
    ]
    legs = legs_of(found, TODAY)
    assert {code: left.tolist() for code, left in legs.left_out.items()} == {"no_departure": [1, 3]}
    assert legs.moved("Alba", "Sur").value == 246


def test_rows_of_several_sheets_are_told_apart() -> None:
    rows = [replace(entry(n, None, ("Ana Ruiz",)), sheet=sheet) for n in range(2, 9) for sheet in ("A", "B")]
    _, problems = legs_from_entries(rows)
    assert problems[0].place == "rows 'A' 2, 'B' 2, 'A' 3, 'B' 3, 'A' 4, 'B' 4 and 8 more"
    assert legs_from_entries(())[1] == ()
