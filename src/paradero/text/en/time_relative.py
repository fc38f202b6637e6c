"""Points of the calendar that hang on the day of publication: "yesterday", "on Friday", "last week", "a month ago"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from paradero.text.en.months import WEEKDAY, WEEKDAYS
from paradero.text.en.time_lengths import ago_stretch, hours_ago, length_of
from paradero.text.en.time_named import ORDINAL, ORDINALS, SEASONS, read_season
from paradero.text.en.time_stretch import (
    AHEAD,
    BACK,
    EARLY,
    ELSEWHERE,
    IMPOSSIBLE,
    LATE,
    MID,
    UNKNOWN,
    Ask,
    Stretch,
    days_of,
    nearest,
    part_of_month,
    part_of_year,
    stretch,
)  # fmt: skip

_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
DAWN = time(5)  # who says "tonight" before it speaks of a night that began the day before
_NIGHT = re.compile(r"\bto-?night\b|\bthis\s+evening\b", re.IGNORECASE)


def read_weekday(ask: Ask) -> Stretch:
    """Read a weekday against the anchor; "that Friday" hangs on the text and stays open."""
    name = _WEEKDAY.search(ask.words)
    relation = ask.relation
    if name is None or ask.anchor is None or relation in ELSEWHERE:
        return UNKNOWN
    number = WEEKDAYS[name.group().lower()]
    back = (ask.anchor.weekday() - number) % 7
    monday = ask.anchor - timedelta(days=ask.anchor.weekday())
    if relation in BACK:
        return stretch(ask.anchor - timedelta(back or 7)).cover(stretch(monday + timedelta(number - 7)))
    if relation in AHEAD:
        return stretch(ask.anchor + timedelta(7 - back)).cover(stretch(monday + timedelta(number + 7)))
    if relation == "this":
        return stretch(monday + timedelta(number))
    return stretch(ask.anchor + timedelta((7 - back) % 7) if ask.planned else ask.anchor - timedelta(back))


def read_relday(ask: Ask) -> Stretch:
    """Read "today", "yesterday", "last night", ..."""
    if ask.anchor is None:
        return UNKNOWN
    words = " ".join(ask.words.lower().split())
    shift = {"the day before yesterday": -2, "the day after tomorrow": 2}.get(words)
    if shift is None:
        shift = -1 if "yesterday" in words else 1 if "tomorrow" in words else 0
    after_midnight = ask.clock is not None and ask.clock < DAWN and _NIGHT.search(words) is not None
    if words.startswith(("last night", "overnight")) or (after_midnight and shift == 0):
        return stretch(ask.anchor - timedelta(1), ask.anchor)
    return stretch(ask.anchor + timedelta(shift))


def read_period(ask: Ask) -> Stretch:
    """Read "last week", "this month", "the weekend", ..."""
    if ask.anchor is None:
        return UNKNOWN
    shift = -1 if ask.relation in BACK else 1 if ask.relation in AHEAD else 0
    monday = ask.anchor - timedelta(ask.anchor.weekday())
    words = ask.words.lower()
    if "weekend" in words:
        return _weekend(monday, shift, ask)
    if "week" in words:
        start = monday + timedelta(7 * shift)
        low, high = (
            (0, 2) if EARLY.search(words) else (1, 3) if MID.search(words) else (3, 6) if LATE.search(words) else (0, 6)
        )
        return stretch(start + timedelta(low), start + timedelta(high))
    if "month" in words:
        index = ask.anchor.year * 12 + ask.anchor.month - 1 + shift
        return days_of(
            index // 12, index % 12 + 1, [*part_of_month(words.rsplit(None, 2)[0] if words.count(" ") > 1 else "")]
        )
    if any(season in words for season in SEASONS):
        return read_season(ask)
    if "year" in words:
        return part_of_year(ask.anchor.year + shift, words)
    return UNKNOWN


def _weekend(monday: date, shift: int, ask: Ask) -> Stretch:
    if (
        shift == 0
        and ask.anchor is not None
        and ask.anchor.weekday() < 5
        and not ask.planned
        and ask.relation != "this"
    ):
        shift = -1
    return stretch(monday + timedelta(7 * shift + 5), monday + timedelta(7 * shift + 6))


def read_ago(ask: Ask) -> Stretch:
    """Read "two years ago"; of "years ago" only the end is known."""
    length = length_of(ask.words)
    if ask.anchor is None:
        return UNKNOWN
    if length is None:
        return replace(stretch(None, ask.anchor), open_start=True)
    if ask.clock is not None and length[1] in ("hour", "minute", "second"):
        return stretch(*hours_ago(length, datetime.combine(ask.anchor, ask.clock)))
    return stretch(*ago_stretch(length, ask.anchor))


def read_dayof(ask: Ask) -> Stretch:
    """Read a day without a month ("the 10th")."""
    match = re.search(r"\d+", ask.words)
    name = ORDINAL.search(ask.words)
    day = int(match.group()) if match is not None else ORDINALS[name.group().lower()] if name is not None else 0
    if not 1 <= day <= 31:
        return IMPOSSIBLE
    if ask.anchor is None:
        return stretch(None, partial=f"XXXX-XX-{day:02}")
    index = ask.anchor.year * 12 + ask.anchor.month - 1
    tries = [days_of((index + k) // 12, (index + k) % 12 + 1, [day]) for k in range(-3, 4)]
    return nearest([found for found in tries if not found.impossible], ask)
