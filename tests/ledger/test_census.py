"""The census against plain SQL on tables drawn by chance, and the mistakes that are known to be made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.ledger import Rule, WrongStays, census, held_on, stays_of
from tests.ledger.tables import TODAY, Stay, asked, day, table

DAY = st.integers(-20, 80).map(day)
STAYS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("XY"), DAY, st.none() | DAY, DAY, st.none() | DAY), max_size=12
).map(lambda stays: [stay for stay in stays if stay[2] is not None and (stay[3] is None or stay[3] >= stay[2])])
KNOWN = "recorded_on <= :known and (withdrawn_on is null or withdrawn_on > :known)"
THERE = {
    "midnight": "start <= day and (end is null or end > day)",
    "any_part": "start <= day and (end is null or end >= day)",
}
WHAT = {"person": "count(distinct person)", "stay": "count(*)"}


def counted(stays: Sequence[Stay], rule: Rule) -> dict[tuple[str, str], int]:
    """The census of January and February by SQL, place by place and day by day."""
    known = KNOWN if rule.known_on else "withdrawn_on is null"
    question = (
        f"select place, day, {WHAT[rule.unit]} from days join stays on {THERE[rule.at]} where {known} group by 1, 2"
    )
    return {(str(place), str(on)): int(str(n)) for place, on, n in asked(stays, question, known=rule.known_on)}


@settings(deadline=None, max_examples=150)
@given(STAYS, st.sampled_from(["midnight", "any_part"]), st.sampled_from(["person", "stay"]), st.none() | DAY)
def test_the_census_is_that_of_plain_sql(stays: list[Stay], at: str, unit: str, known_on: date | None) -> None:
    rule = Rule(at, unit, known_on)  # type: ignore[arg-type]
    found = census(stays_of(table(stays), TODAY), day(1), day(59), rule)
    told = {
        (place, str(day(1 + int(column)))): int(found.counts[row, column])
        for row, place in enumerate(found.places)
        for column in np.flatnonzero(found.counts[row])
    }
    assert told == counted(stays, rule)


@settings(deadline=None, max_examples=100)
@given(STAYS, DAY, st.none() | DAY)
def test_who_was_held_on_a_day_is_that_of_plain_sql(stays: list[Stay], on: date, known_on: date | None) -> None:
    known = KNOWN if known_on else "withdrawn_on is null"
    question = f"select row from stays where {THERE['midnight'].replace('day', ':day')} and {known} order by row"
    rows = held_on(stays_of(table(stays), TODAY), on, Rule(known_on=known_on))
    assert [(row,) for row in rows.tolist()] == asked(stays, question, day=on, known=known_on)


@settings(deadline=None, max_examples=100)
@given(STAYS, DAY, st.integers(0, 9), st.sampled_from(["midnight", "any_part"]), st.sampled_from(["person", "stay"]))
def test_every_stretch_counts_what_reaches_into_it(
    stays: list[Stay], first: date, more: int, at: str, unit: str
) -> None:
    rule = Rule(at, unit)  # type: ignore[arg-type]
    found = census(stays_of(table(stays), TODAY), first, first + timedelta(days=more), rule)
    for row, place in enumerate(found.places):
        for column in range(more + 1):
            there = there_by_hand(stays, place, first + timedelta(days=column), at)
            assert found.counts[row, column] == len(set(there) if unit == "person" else there)


def there_by_hand(stays: Sequence[Stay], place: str, on: date, at: str) -> list[str]:
    """Who is at a place on a day: an end that is not told is no day, and is compared with none."""
    return [
        person
        for person, where, start, end, _, withdrawn in stays
        if where == place and withdrawn is None and start is not None and start <= on
        if end is None or (end > on if at == "midnight" else end >= on)
    ]


@settings(deadline=None, max_examples=100)
@given(STAYS, DAY)
def test_comparing_with_null_would_lose_just_the_stays_that_go_on(stays: list[Stay], on: date) -> None:
    # In SQL `end <> :day` and `end > :day` are not true of an end that is not told.
    forgetful = "select row from stays where start <= :day and end > :day and withdrawn_on is null order by row"
    lost = [
        row for row, stay in enumerate(stays) if stay[2] is not None and stay[2] <= on and stay[3] is stay[5] is None
    ]
    found = held_on(stays_of(table(stays), TODAY), on).tolist()
    assert sorted(found) == sorted([*(int(str(row)) for (row,) in asked(stays, forgetful, day=on)), *lost])
    differs = asked(stays, "select row from stays where withdrawn_on <> :day", day=on)
    assert len(differs) == sum(stay[5] is not None and stay[5] != on for stay in stays)
    known = stays_of(table(stays), TODAY).known_on(on)
    assert known.tolist() == [
        stay[4] is not None and stay[4] <= on and (stay[5] is None or stay[5] > on) for stay in stays
    ]


@settings(deadline=None, max_examples=100)
@given(STAYS, st.sampled_from(["midnight", "any_part"]), st.sampled_from(["person", "stay"]))
def test_the_census_is_the_same_in_small_parts_and_few_bits(stays: list[Stay], at: str, unit: str) -> None:
    rule = Rule(at, unit)  # type: ignore[arg-type]
    read = stays_of(table(stays), TODAY)
    at_once, there = census(read, day(1), day(59), rule), held_on(read, day(9), rule).tolist()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paradero.ledger.stays.PART", 3)
        patch.setattr("paradero.ledger.packing.PART", 2)
        patch.setattr("paradero.ledger.packing.BITS", 14)  # of which places and days take all: one person at a time
        assert (census(read, day(1), day(59), rule).counts == at_once.counts).all()
        assert held_on(read, day(9), rule).tolist() == there


def one(start: int, end: int | None, person: str = "a", place: str = "X") -> Stay:
    return (person, place, day(start), None if end is None else day(end), None, None)


def numbers(*stays: Stay, first: int = 1, last: int = 10, rule: Rule = Rule()) -> list[int]:  # noqa: B008
    found = census(stays_of(table(stays), TODAY), day(first), day(last), rule)
    return [int(n) for n in found.counts[0]]


def test_who_leaves_is_counted_until_the_night_before() -> None:
    assert numbers(one(3, 5)) == [0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
    assert numbers(one(3, 5), rule=Rule("any_part")) == [0, 0, 1, 1, 1, 0, 0, 0, 0, 0]
    assert numbers(one(3, 3)) == [0] * 10
    assert numbers(one(3, 3), rule=Rule("any_part")) == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]


def test_the_ends_of_the_stretch_cut_nothing_off_that_lies_in_it() -> None:
    assert numbers(one(-30, 3)) == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    assert numbers(one(9, 40)) == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]
    assert numbers(one(-30, 40)) == [1] * 10
    assert numbers(one(-30, -20), one(20, 30)) == [0] * 10
    assert numbers(one(10, None)) == [0] * 9 + [1]


def test_a_stay_without_an_end_goes_on() -> None:
    assert numbers(one(8, None)) == [0] * 7 + [1, 1, 1]
    assert numbers(one(8, None), rule=Rule("any_part")) == [0] * 7 + [1, 1, 1]


def test_one_person_with_two_stays_at_once_is_one_person() -> None:
    assert numbers(one(1, 6), one(3, 5), one(5, 9)) == [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]
    assert numbers(one(1, 6), one(3, 5), rule=Rule(unit="stay")) == [1, 1, 2, 2, 1, 0, 0, 0, 0, 0]
    assert numbers(one(1, 5), one(5, 9), rule=Rule("any_part")) == [1] * 9 + [0]


def test_it_says_what_it_counted_and_refuses_what_it_does_not_know() -> None:
    found = census(stays_of(table([one(1, 5), one(2, 4, "b", "Y")]), TODAY), day(1), day(10))
    assert (found.places, found.stays, found.rule) == (("X", "Y"), 2, Rule())
    assert (found.on("X", day(1)), found.on("Y", day(3))) == (1, 1)
    for place, on in (("Z", day(1)), ("X", day(11)), ("X", day(0))):
        with pytest.raises(KeyError):
            found.on(place, on)


def test_rows_that_cannot_be_are_named_and_left_out() -> None:
    rows = [
        one(1, 5), one(5, 3), ("a", "X", None, None, None, None),
        ("a", "X", date(1734, 1, 1), None, None, None), ("a", "X", date(2045, 1, 1), None, None, None),
    ]  # fmt: skip
    stays = stays_of(table(rows), TODAY)
    told = {code: left.tolist() for code, left in stays.left_out.items()}
    assert told == {"no_start": [2], "ends_before_start": [1], "impossible_day": [3, 4]}
    assert numbers(*rows) == [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]


def test_no_stays_are_no_error() -> None:
    stays = stays_of(table([]), TODAY)
    assert census(stays, day(1), day(3)).counts.shape == (0, 3)
    assert held_on(stays, day(1)).tolist() == []


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"person": ["a"], "start": [day(1)]}, "no column `place`"),
        ({"person": ["a"], "place": ["X"], "start": [day(1)], "colour": ["red"]}, "Nothing is known of the column"),
        ({"person": [None], "place": ["X"], "start": [day(1)]}, "A row has no person"),
        ({"person": ["a"], "place": ["X"], "start": ["in March"]}, "holds what is no day"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(columns: dict[str, list[object]], words: str) -> None:
    with pytest.raises(WrongStays, match=words):
        stays_of(pa.table(columns), TODAY)


def test_persons_may_be_numbers() -> None:
    rows = pa.table({"person": [7, 7, 2**40], "place": ["X", "X", "X"], "start": [day(1), day(2), day(2)]})
    assert census(stays_of(rows, TODAY), day(1), day(3)).counts[0].tolist() == [1, 2, 2]
    near = pa.table({"person": [-7, -7, 12], "place": ["X", "X", "X"], "start": [day(1), day(2), day(2)]})
    assert stays_of(near, TODAY).person.tolist() == [-7, -7, 12]
    assert census(stays_of(near, TODAY), day(1), day(3)).counts[0].tolist() == [1, 2, 2]


def test_a_column_that_the_table_does_not_have_takes_no_memory() -> None:
    rows = pa.table({"person": [7, 8, 9], "place": ["X", "X", "X"], "start": [day(1), day(2), day(2)]})
    stays = stays_of(rows, TODAY)
    assert stays.end.strides == stays.recorded.strides == stays.withdrawn.strides == (0,)
    assert np.shares_memory(stays.start, rows.column("start").chunk(0).view(pa.int32()).to_numpy())


def test_a_table_may_come_in_chunks_with_places_of_their_own() -> None:
    both = [table([one(1, 5), one(5, 3, "b")]), table([one(2, 4, "b", "Y"), one(2, None, "c")])]
    coded = [rows.set_column(1, "place", rows.column("place").dictionary_encode()) for rows in both]
    stays = stays_of(pa.concat_tables(both), TODAY)
    assert stays_of(pa.concat_tables(coded), TODAY).place.tolist() == stays.place.tolist()
    assert (stays.places, stays.row.tolist()) == (("X", "Y"), [0, 2, 3])
    assert census(stays, day(1), day(5)).counts.tolist() == [[1, 2, 2, 2, 1], [0, 1, 1, 0, 0]]


def test_more_rows_than_a_number_of_32_bits_counts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paradero.ledger.stays.MOST", 2)
    with pytest.raises(WrongStays, match="has 3 rows"):
        stays_of(table([one(1, 5)] * 3), TODAY)
