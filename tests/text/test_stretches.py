"""Stretches by place: each answer against one that looks at all of them, and the edges of a stretch and of the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paradero.text.stretches import Stretches

FAR = 5_000  # characters: several times the length that is looked through at once
PLACES = st.integers(0, FAR)
SPANS = st.tuples(PLACES, PLACES).filter(lambda pair: pair[0] < pair[1])
FOUND = st.lists(st.tuples(SPANS, st.integers(0, 5)).map(lambda kept: (*kept[0], kept[1])), max_size=12)


@given(FOUND, SPANS)
@example([(0, FAR, 1)], (2_000, 2_001))  # a place in the middle of a long one, far from where it begins
@example([(1_000, 1_024, 1), (1_024, 1_030, 2)], (1_024, 1_025))
def test_it_finds_what_looking_at_all_of_them_finds(found: list[tuple[int, int, int]], place: tuple[int, int]) -> None:
    start, end = place
    held = Stretches(found)
    around = sorted(number for first, last, number in found if first <= start and end <= last)
    meeting = sorted({number for first, last, number in found if max(first, start) < min(last, end)})
    assert sorted(held.holding(start, end)) == around
    assert held.meeting(start, end) == meeting


@pytest.mark.parametrize(
    ("start", "end", "holds", "meets"),
    [
        (10, 20, [7], [7]),  # the whole of it
        (10, 11, [7], [7]),  # its first character
        (19, 20, [7], [7]),  # its last
        (20, 21, [], []),  # the end is not included
        (9, 10, [], []),  # and what ends where it begins shares nothing with it
        (9, 11, [], [7]),  # a place that reaches over the edge is met and not held
        (19, 21, [], [7]),
        (0, 90_000, [], [7]),
    ],
)
def test_the_edges(start: int, end: int, holds: list[int], meets: list[int]) -> None:
    held = Stretches([(10, 20, 7)])
    assert list(held.holding(start, end)) == holds
    assert held.meeting(start, end) == meets


def test_of_those_around_a_place_the_last_begun_comes_first() -> None:
    held = Stretches([(4, 8, 3), (0, 40, 1), (2, 20, 2)])
    assert list(held.holding(5, 6)) == [3, 2, 1]


def test_a_number_with_several_stretches_is_met_once() -> None:
    held = Stretches([(0, 10, 4), (20, 30, 4), (12, 18, 2)])
    assert held.meeting(5, 25) == [2, 4]
    assert list(held.holding(25, 26)) == [4]
    assert held.meeting(10, 12) == []  # between two of them


def test_one_that_is_added_later_is_found_and_comes_first() -> None:
    held = Stretches([(0, 3_000, 1)])
    assert list(held.holding(2_500, 2_600)) == [1]
    held.add(0, 4_000, 2)
    assert list(held.holding(2_500, 2_600)) == [2, 1]
    assert held.meeting(3_500, 3_600) == [2]


def test_nothing_is_found_among_none_and_beyond_the_text() -> None:
    assert list(Stretches([]).holding(0, 1)) == []
    assert Stretches([]).meeting(0, FAR) == []
    assert Stretches([(0, 10, 1)]).meeting(1_000_000, 1_000_001) == []
