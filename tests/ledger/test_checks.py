"""Chains: overlaps and gaps against plain SQL on tables drawn by chance, with the rows that they rest on."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from paradero.ledger import Rule, chains, check_chains, stays_of
from paradero.ledger.stays import OPEN
from tests.ledger.tables import TODAY, Stay, asked, day, table
from tests.ledger.test_census import STAYS, one

# For each stay the furthest end of the person's earlier stays; stays that begin on one day come in no order.
SQL = """
with known as (select * from stays where withdrawn_on is null),
reached as (
  select row, start, max(coalesce(end, '9999-12-31')) over (
    partition by person order by start, row rows between unbounded preceding and 1 preceding) as until
  from known)
select row, case when start < until then 'overlap' else 'gap' end from reached
where start < until or julianday(start) - julianday(until) > :gap order by row
"""


@settings(deadline=None, max_examples=150)
@given(STAYS, st.integers(0, 5))
def test_findings_are_those_of_plain_sql(stays: list[Stay], gap: int) -> None:
    days = {(stay[0], stay[2]): stay for stay in stays}
    stays = list(days.values())  # two stays that begin on one day overlap in either order; which is first is open
    found = check_chains(stays_of(table(stays), TODAY), gap)
    told = sorted(zip(found.row.tolist(), found.code.tolist(), strict=True))
    assert told == [(int(str(row)), code) for row, code in asked(stays, SQL, gap=gap)]


@settings(deadline=None, max_examples=100)
@given(STAYS)
def test_chains_are_in_the_order_of_persons_and_days(stays: list[Stay]) -> None:
    rows = chains(stays_of(table(stays), TODAY)).tolist()
    told = asked(stays, "select row from stays where withdrawn_on is null order by start, row")
    for person in "abc":
        of_person = [int(str(row)) for (row,) in told if stays[int(str(row))][0] == person]
        assert [row for row in rows if stays[row][0] == person] == of_person
    persons = [stays[row][0] for row in rows]
    assert len(list(groupby(persons))) == len(set(persons))


@settings(deadline=None, max_examples=100)
@given(STAYS, st.sampled_from([1, 2, 64]))
def test_findings_are_the_same_in_small_parts_on_threads_and_in_few_bits(stays: list[Stay], threads: int) -> None:
    read = stays_of(table(stays), TODAY)
    at_once, rows = check_chains(read), chains(read).tolist()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paradero.ledger.stays.PART", 3)
        patch.setattr("paradero.ledger.packing.PART", 1)
        patch.setattr("paradero.ledger.packing.BITS", 11)  # days and rows take up to all of them
        patch.setattr("paradero.ledger.packing.processors", lambda: threads)
        found = check_chains(read)
        assert chains(read).tolist() == rows
    for name in ("code", "before", "row", "nights"):
        assert getattr(found, name).tolist() == getattr(at_once, name).tolist()


def test_many_chains_are_those_of_one_after_another() -> None:
    chance = np.random.default_rng(5)
    many = 200_000  # more than are worked on at a time
    person, start = chance.integers(0, many // 4, many), chance.integers(0, 900, many)
    end = start + chance.integers(1, 90, many)
    days = pa.table({"person": person, "place": pa.array(["X"] * many), "start": _days(start), "end": _days(end)})
    found = check_chains(stays_of(days, TODAY))
    wanted, reached, last = [], 0, -1
    for row in np.lexsort((np.arange(many), start, person)).tolist():
        if person[row] != last:
            last, reached = person[row], end[row]
            continue
        if start[row] < reached or start[row] > reached + 1:
            wanted.append((row, "overlap" if start[row] < reached else "gap"))
        reached = max(reached, end[row])
    assert list(zip(found.row.tolist(), found.code.tolist(), strict=True)) == wanted


def _days(numbers: NDArray[np.int64]) -> pa.Array:
    return pa.array(numbers + 18_000, pa.int32()).cast(pa.date32())


def test_two_stays_that_go_on_share_nights_without_an_end() -> None:
    found = check_chains(stays_of(table([one(1, None), one(5, None), one(7, 9)]), TODAY))
    assert found.nights.tolist() == [OPEN, 2]
    assert found.overlaps.tolist() == [True, True]


def test_a_stay_that_begins_before_another_ended_overlaps_with_the_one_that_reaches_furthest() -> None:
    found = check_chains(stays_of(table([one(1, 20), one(3, 5, place="Y"), one(8, 9, place="Z")]), TODAY))
    assert found.code.tolist() == ["overlap", "overlap"]
    assert found.before.tolist() == [0, 0]
    assert found.row.tolist() == [1, 2]
    assert found.nights.tolist() == [2, 1]


def test_nights_of_which_nothing_is_told_are_a_gap() -> None:
    found = check_chains(stays_of(table([one(1, 5), one(9, 12)]), TODAY))
    assert (found.code.tolist(), found.before.tolist(), found.row.tolist()) == (["gap"], [0], [1])
    assert found.nights.tolist() == [4]
    assert len(check_chains(stays_of(table([one(1, 5), one(9, 12)]), TODAY), gap_over=4)) == 0


def test_going_from_one_place_to_the_next_on_one_day_is_right_and_so_are_two_people() -> None:
    assert len(check_chains(stays_of(table([one(1, 5), one(5, 9, place="Y")]), TODAY))) == 0
    assert len(check_chains(stays_of(table([one(1, 5), one(20, 21, "b")]), TODAY))) == 0
    assert len(check_chains(stays_of(table([]), TODAY))) == 0


def test_what_cannot_be_used_is_told_beside() -> None:
    found = check_chains(stays_of(table([one(5, 3), one(7, 9)]), TODAY))
    assert {code: rows.tolist() for code, rows in found.unusable.items()} == {"ends_before_start": [0]}


def test_as_known_on_an_earlier_day() -> None:
    known: list[Stay] = [one(1, 5), ("a", "Y", day(3), day(8), day(20), day(30))]
    stays = stays_of(table(known), TODAY)
    assert len(check_chains(stays)) == 0  # the second was withdrawn
    assert len(check_chains(stays, rule=Rule(known_on=day(25)))) == 1
    assert len(check_chains(stays, rule=Rule(known_on=day(19)))) == 0
