from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.model import InvalidValue, When

DAY = date(2025, 1, 1)
days = st.none() | st.integers(0, 60).map(lambda n: DAY + timedelta(n))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any When whose bounds are possible."""
    while True:
        try:
            return When("", draw(days), draw(days), draw(days), draw(days))
        except InvalidValue:
            continue


@st.composite
def stays(draw: st.DrawFn) -> tuple[date, date]:
    """A stretch of days that really happened."""
    start = draw(st.integers(0, 60))
    return DAY + timedelta(start), DAY + timedelta(draw(st.integers(start, 61)))


def allows(when: When, stay: tuple[date, date]) -> bool:
    """Whether a real stay agrees with the bounds: the meaning of a When, said in the plainest way."""
    start, end = stay
    low, high, first, last = when.bounds
    return (
        (low is None or low <= start)
        and (high is None or start <= high)
        and (first is None or first <= end)
        and (last is None or end <= last)
    )


@given(whens(), whens(), stays())
def test_meet_allows_what_both_allow(one: When, other: When, stay: tuple[date, date]) -> None:
    met = one.meet(other)
    assert (met is not None and allows(met, stay)) == (allows(one, stay) and allows(other, stay))


@given(whens(), whens())
def test_meet_is_symmetric(one: When, other: When) -> None:
    assert one.meet(other) == other.meet(one)


@given(whens(), whens(), stays())
def test_what_is_contained_is_allowed(one: When, other: When, stay: tuple[date, date]) -> None:
    if one.contains(other) and allows(other, stay):
        assert allows(one, stay)


@given(whens(), whens())
def test_a_meeting_is_contained_in_both(one: When, other: When) -> None:
    met = one.meet(other)
    if met is not None:
        assert one.contains(met)
        assert other.contains(met)


@given(whens(), whens(), stays(), stays())
def test_before_is_never_wrong(one: When, other: When, mine: tuple[date, date], theirs: tuple[date, date]) -> None:
    if allows(one, mine) and allows(other, theirs):
        if one.before(other) is True:
            assert mine[1] < theirs[0]
        if one.before(other) is False:
            assert not mine[1] < theirs[0]


@given(whens(), whens(), whens())
def test_before_is_transitive(one: When, other: When, third: When) -> None:
    if one.before(other) and other.before(third) and allows_any(other):
        assert one.before(third)


def allows_any(when: When) -> bool:
    """Whether the bounds leave a stay whose end is not before its start."""
    return when.earliest_start is not None and when.latest_end is not None


@pytest.mark.parametrize(
    "bounds",
    [
        (date(2025, 3, 2), date(2025, 3, 1), None, None),  # starts after it starts
        (None, None, date(2025, 3, 2), date(2025, 3, 1)),  # ends after it ends
        (date(2025, 3, 2), None, None, date(2025, 3, 1)),  # over before it can start
    ],
)
def test_impossible_bounds_are_refused(
    bounds: tuple[date | None, date | None, date | None, date | None],
) -> None:
    with pytest.raises(InvalidValue, match="cannot run"):
        When("then", *bounds)


def test_an_open_time_is_unknown_and_not_before_anything() -> None:
    assert not When("once").known
    assert When("once").before(When.within(DAY, DAY)) is None


def test_cover_is_what_either_allows() -> None:
    one, other = (
        When.within(date(2025, 3, 16), date(2025, 3, 16), "today"),
        When.within(date(2025, 3, 17), date(2025, 3, 18)),
    )
    assert one.cover(other) == When.within(date(2025, 3, 16), date(2025, 3, 18), "today")
    assert one.cover(When("", date(2025, 3, 1))).bounds == (
        date(2025, 3, 1),
        None,
        None,
        None,
    )  # what is open stays open
    assert When(partial="XXXX-03").cover(When(partial="XXXX-04")).partial == ""
