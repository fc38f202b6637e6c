"""What "today" and "an hour ago" come to when the hour, or only some days, are known of when they were said."""

from __future__ import annotations

from datetime import date, time

import pytest

from paradero.model import When
from paradero.text.en.anchors import Anchor, anchor_of, resolve_at

MARCH_16, MARCH_17 = date(2025, 3, 16), date(2025, 3, 17)


@pytest.mark.parametrize(
    ("written", "clock", "first", "last"),
    [
        ("an hour ago", time(14, 30), MARCH_17, MARCH_17),
        ("an hour ago", time(0, 20), MARCH_16, MARCH_16),  # it was yesterday then
        ("about two hours ago", time(1, 30), MARCH_16, MARCH_17),  # loose: one to three hours
        ("an hour ago", None, MARCH_16, MARCH_17),  # without an hour, either day
        ("tonight", time(22, 0), MARCH_17, MARCH_17),
        ("tonight", time(2, 40), MARCH_16, MARCH_17),  # the night that began the day before
        ("this morning", time(2, 40), MARCH_17, MARCH_17),
        ("yesterday", time(2, 40), MARCH_16, MARCH_16),
    ],
)
def test_words_hang_on_the_hour(written: str, clock: time | None, first: date, last: date) -> None:
    when = resolve_at(written, Anchor(MARCH_17, MARCH_17, clock))
    assert (when.earliest_start, when.latest_end) == (first, last)


def test_an_anchor_of_two_days_covers_what_either_gives() -> None:
    when = resolve_at("today", Anchor(MARCH_16, MARCH_17))
    assert when == When.within(MARCH_16, MARCH_17, "today")
    assert resolve_at("on 2 May 2024", Anchor(MARCH_16, MARCH_17)).earliest_start == date(2024, 5, 2)


def test_without_an_anchor_nothing_is_invented() -> None:
    assert not resolve_at("yesterday", None).known


@pytest.mark.parametrize(
    ("said_on", "expected"),
    [
        (None, Anchor(MARCH_17, MARCH_17)),  # no entry: the day of the document
        (When.within(MARCH_16, MARCH_16, hour="23.10 GMT"), Anchor(MARCH_16, MARCH_16, time(23, 10))),
        (When(hour="23.10 GMT"), Anchor(MARCH_17, MARCH_17, time(23, 10))),  # an hour without a day
    ],
)
def test_the_entry_goes_before_the_document(said_on: When | None, expected: Anchor) -> None:
    assert anchor_of(said_on, MARCH_17) == expected


def test_neither_known() -> None:
    assert anchor_of(When(hour="23.10"), None) is None
