from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.model import When
from paradero.text.en.dates import resolve, times

UNHURRIED = settings(deadline=None)  # a busy machine is no failure

SATURDAY = date(2025, 7, 19)


def bounds(when: When) -> str:
    return " ".join("-" if day is None else day.isoformat() for day in when.bounds)


def within(first: str, last: str = "") -> str:
    last = last or first
    return f"{first} {last} {first} {last}"


# (written, bounds against Saturday 19 July 2025)
ANCHORED = [
    # a month without a year is the most recent one
    ("in March", within("2025-03-01", "2025-03-31")),
    ("back in April", within("2025-04-01", "2025-04-30")),
    # the month of the anchor itself has begun
    ("in July", within("2025-07-01", "2025-07-31")),
    # one that has not begun lies in the year before
    ("in August", within("2024-08-01", "2024-08-31")),
    ("in March last year", within("2024-03-01", "2024-03-31")),
    # parts of a month
    ("in late June", within("2025-06-20", "2025-06-30")),
    ("in mid-March", within("2025-03-10", "2025-03-20")),
    ("in early May", within("2025-05-01", "2025-05-10")),
    ("in the last days of February", within("2025-02-20", "2025-02-28")),
    # months and weeks relative to the anchor
    ("last month", within("2025-06-01", "2025-06-30")),
    ("late last month", within("2025-06-20", "2025-06-30")),
    ("this week", within("2025-07-14", "2025-07-20")),
    ("last week", within("2025-07-07", "2025-07-13")),
    ("early next week", within("2025-07-21", "2025-07-23")),
    ("last year", within("2024-01-01", "2024-12-31")),
    ("over the weekend", within("2025-07-19", "2025-07-20")),
    # days relative to the anchor
    ("today", within("2025-07-19")),
    ("yesterday", within("2025-07-18")),
    ("the day before yesterday", within("2025-07-17")),
    ("tomorrow", within("2025-07-20")),
    # a night has two days
    ("last night", within("2025-07-18", "2025-07-19")),
    ("overnight", within("2025-07-18", "2025-07-19")),
    # weekdays: the most recent one, the anchor's own included
    ("on Friday", within("2025-07-18")),
    ("on Saturday", within("2025-07-19")),
    ("on Sunday", within("2025-07-13")),
    # "last Friday" may be yesterday or a week before: both are covered
    ("last Friday", within("2025-07-11", "2025-07-18")),
    # dates without a year, British and American
    ("on 18 July", within("2025-07-18")),
    ("July 18", within("2025-07-18")),
    ("on Aug. 10", within("2024-08-10")),
    ("on the twenty-fifth of March", within("2025-03-25")),
    # a 29 February lies in the last leap year
    ("29 February", within("2024-02-29")),
    # dates with a weekday: the date says more
    ("in the early hours of Saturday, October 16", within("2024-10-16")),
    # a day without a month
    ("on the 10th", within("2025-07-10")),
    ("on the 25th", within("2025-06-25")),
    # two days or months at once
    ("on 9 or 10 March", within("2025-03-09", "2025-03-10")),
    ("in December and January", within("2024-12-01", "2025-01-31")),
    # two-digit years
    ("in '61", within("1961-01-01", "1961-12-31")),
    # seasons are wide
    ("in the spring", within("2025-03-01", "2025-06-30")),
    # so long ago, as exact as the unit
    ("two days ago", within("2025-07-17")),
    ("a month ago", within("2025-06-04", "2025-07-04")),
    ("two years ago", within("2023-01-17", "2024-01-18")),
    # only the end is known
    ("years ago", "- - - 2025-07-19"),
    # starts: since, from
    ("since March", "2025-03-01 2025-03-31 - -"),
    # ends: until, by, before
    ("until May", "- - 2025-05-01 2025-05-31"),
    ("by the end of January", "- - - 2025-01-31"),
    ("before Friday", "- - - 2025-07-17"),
    ("after 5 July", "2025-07-05 - - -"),
    # from one to another
    ("from 3 to 9 May", "2025-05-03 2025-05-03 2025-05-09 2025-05-09"),
    ("from March to May", "2025-03-01 2025-03-31 2025-05-01 2025-05-31"),
    ("between March and May", within("2025-03-01", "2025-05-31")),
    ("between 28 November and 12 December last", within("2024-11-28", "2024-12-12")),
    ("from 1980 until now", "1980-01-01 1980-12-31 2025-07-19 -"),
    # back from the anchor
    ("for the past two years", "2023-01-17 2024-01-18 2025-07-19 2025-07-19"),
    ("in the past three days", within("2025-07-16", "2025-07-19")),
    # relative to something else in the text: open
    ("two days later", "- - - -"),
    ("the following May", "- - - -"),
    ("that Friday", "- - - -"),
]


@pytest.mark.parametrize(("written", "expected"), ANCHORED)
def test_against_an_anchor(written: str, expected: str) -> None:
    when = resolve(written, SATURDAY)
    assert (when.written, bounds(when)) == (written, expected)


# (written, bounds): what needs no anchor
FULL = [
    # British, American, ISO
    ("18 July 2025", within("2025-07-18")),
    ("on July 18, 2025", within("2025-07-18")),
    ("2025-07-18", within("2025-07-18")),
    # day first or month first: both
    ("10/08/2025", within("2025-08-10", "2025-10-08")),
    # only one reading is a date
    ("14/01/2024", within("2024-01-14")),
    # full stops put the day first
    ("10.8.2025", within("2025-08-10")),
    # months and years
    ("March 2025", within("2025-03-01", "2025-03-31")),
    ("in 2023", within("2023-01-01", "2023-12-31")),
    ("in late 2023", within("2023-09-01", "2023-12-31")),
    ("the 1990s", within("1990-01-01", "1999-12-31")),
    ("the spring of 2024", within("2024-03-01", "2024-06-30")),
    # a winter may be at either end of its year
    ("in the winter of 1940", within("1939-12-01", "1941-03-31")),
    # a year lent by the second month to the first, and across New Year
    ("February to May 2017", "2017-02-01 2017-02-28 2017-05-01 2017-05-31"),
    ("November to February 2017", "2016-11-01 2016-11-30 2017-02-01 2017-02-28"),
    # years in a row
    ("in 2014, 2020 and 2021", within("2014-01-01", "2021-12-31")),
    ("in 2020-2023", within("2020-01-01", "2023-12-31")),
    ("before 2018", "- - - 2017-12-31"),
]


@pytest.mark.parametrize(("written", "expected"), FULL)
def test_without_an_anchor(written: str, expected: str) -> None:
    assert bounds(resolve(written, None)) == expected


# (written, partial): without an anchor no year is invented
PARTIAL = [
    ("in March", "XXXX-03"),
    ("July 18", "XXXX-07-18"),
    ("since March", "XXXX-03"),
    ("on the 10th", "XXXX-XX-10"),
    ("in '61", "XX61"),
    # a weekday, "yesterday", a season say nothing alone
    ("on Friday", ""),
    ("yesterday", ""),
    ("in the spring", ""),
]


@pytest.mark.parametrize(("written", "partial"), PARTIAL)
def test_partial_without_an_anchor(written: str, partial: str) -> None:
    when = resolve(written, None)
    assert (when.partial, when.known) == (partial, False)


# (written, bounds): something planned lies ahead
PLANNED = [
    ("on Friday", within("2025-07-25")),
    ("in March", within("2026-03-01", "2026-03-31")),
    ("next April", within("2026-04-01", "2026-04-30")),
    ("on 5 August", within("2025-08-05")),
    ("within 48 hours", within("2025-07-19", "2025-07-22")),
    ("by Tuesday", "- - - 2025-07-22"),
]


@pytest.mark.parametrize(("written", "expected"), PLANNED)
def test_planned(written: str, expected: str) -> None:
    assert bounds(resolve(written, SATURDAY, planned=True)) == expected


# (written, hour, duration)
KEPT = [
    # hours are kept as written and invent no day
    ("at 9:34 a.m. EST", "9:34 a.m. EST", ""),
    ("before dawn", "before dawn", ""),
    ("at noon", "noon", ""),
    ("on 14 March at 10:00", "10:00", ""),
    ("on Saturday evening", "evening", ""),
    # lengths are kept as written
    ("for four years", "", "for four years"),
    ("for 455 days", "", "for 455 days"),
    ("for years", "", "for years"),
]


@pytest.mark.parametrize(("written", "hour", "duration"), KEPT)
def test_hours_and_lengths_are_kept_as_written(written: str, hour: str, duration: str) -> None:
    when = resolve(written, None)
    assert (when.hour, when.duration, when.known) == (hour, duration, False)


# (text, [(written, kind)])
FOUND = [
    # prepositions belong to the words
    ("They were moved in March and held for two years.", [("in March", "calendar"), ("for two years", "duration")]),
    # a chain of day and hour
    ("He was taken at about 1am yesterday.", [("at about 1am yesterday", "calendar")]),
    ("They met on the night of 28 to 29 July 2022.", [("on the night of 28 to 29 July 2022", "calendar")]),
    # an hour alone, a live blog's stamp
    ("At 9:34 a.m. EST the bus left.", [("At 9:34 a.m. EST", "time")]),
    ("9:40 a.m. Doors open.", [("9:40 a.m.", "time")]),
    # relative to something else
    ("He came home two days later.", [("two days later", "relative")]),
    ("They left the next morning.", [("the next morning", "relative")]),
    # how often, and adverbs
    ("He sees them twice a year.", [("twice a year", "frequency")]),
    ("Six are still held.", [("still", "adverb")]),
    # an event: the end of the phrase is a guess
    ("They left before the flight.", [("before the flight", "event")]),
    # an impossible date is found and named so
    ("He was freed on 31 February.", [("on 31 February", "impossible")]),
    # a bare weekday, as American papers write it
    ("He was freed Friday.", [("Friday", "calendar")]),
    # capitals: the month, not the verb
    ("THEY MAY GO IN MAY", [("IN MAY", "calendar")]),
    # a number of people after a month
    ("In March 28 men were flown out.", [("In March", "calendar")]),
    # names and verbs are no times
    ("June Smith told the Sunday Times they may march.", []),
    ("Theresa May and April Jones sang on.", []),
    ("the 1798 Alien Enemies Act", []),
    # an age, an ordinal
    ("the 34-year-old and a second man", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_times_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.written, m.kind) for m in times(text)] == expected


@pytest.mark.parametrize(
    "written", ["31 February", "on 31 February 2024", "31/02/2024", "April 31", "29 February 2023"]
)
def test_impossible_dates_have_no_bounds(written: str) -> None:
    assert times(written)[0].kind == "impossible"
    assert not resolve(written, SATURDAY).known


WORDS = (
    "in on since from to until by before after between and or the last next this of early late mid for past 5 31"
    " 2025 1798 '61 March May Friday spring week month year days two ago later now noon 9:34 a.m. 10/08/2025"
    " 2025-02-31 yesterday , - 10th"
).split()
PHRASES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
ANCHORS = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])


@UNHURRIED
@given(PHRASES | st.text(max_size=40), ANCHORS, st.booleans())
def test_resolve_never_fails_and_keeps_the_words(written: str, anchor: date | None, planned: bool) -> None:
    assert resolve(written, anchor, planned).written == written


@UNHURRIED
@given(PHRASES | st.text(max_size=60))
def test_times_lie_in_the_text_in_order(text: str) -> None:
    found = times(text)
    assert all(0 <= m.start < m.end <= len(text) and text[m.start : m.end] == m.written for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@UNHURRIED
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 11), st.booleans())
def test_a_bare_month_is_the_nearest_on_its_side_of_the_anchor(anchor: date, month: int, planned: bool) -> None:
    name = date(2001, month + 1, 1).strftime("%B")
    when = resolve(f"in {name}", anchor, planned)
    assert when.earliest_start is not None
    assert when.latest_end is not None
    assert when.earliest_start.month == month + 1
    if planned:
        assert anchor <= when.latest_end < anchor + timedelta(days=397)
    else:
        assert anchor - timedelta(days=366) < when.earliest_start <= anchor
