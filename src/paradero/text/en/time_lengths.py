"""Lengths of time in English words ("two and a half years"), and where they reach back to from a day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from paradero.text.en.number_words import DIGITS, NUMBER_WORDS, worth

Length = tuple[float, str, bool]  # how many, of what unit, and whether the words make it exact

_UNIT = re.compile(r"(second|minute|hour|day|night|week|fortnight|month|year|decade|centur)", re.IGNORECASE)
_NUMBER = re.compile(rf"{DIGITS}|{NUMBER_WORDS}|(?<!\w)an?(?!\w)|half\s+an", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|more|less|fewer|over|under|least"
    r"|up to|close|few|several|many|couple"
    r"|odd)\b",
    re.IGNORECASE,
)
_DAYS = {
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "hour": 1 / 24,
    "minute": 1 / 1440,
    "second": 1 / 86400,
}
_MONTHS = {"month": 1.0, "year": 12.0, "decade": 120.0, "centur": 1200.0}
_SLACK = {"week": 3, "fortnight": 3, "month": 15, "year": 183, "decade": 1_827, "centur": 18_270}  # days on both sides


def length_of(written: str) -> Length | None:
    """Read a length; None when no number is given ("for years", "a few days")."""
    unit = _UNIT.search(written)
    if unit is None:
        return None
    number = _NUMBER.search(written[: unit.start()])
    if number is None or re.search(r"\b(?:few|several|many|couple)\b", written, re.IGNORECASE):
        return None
    words = number.group().lower()
    count = 0.5 if words.startswith("half") else 1.0 if words in ("a", "an") else float(worth(words))
    count += 0.5 if re.search(r"and\s+a\s+half|½", written) else 0.0
    return count, unit[1].lower(), _LOOSE.search(written) is None


def ago_stretch(length: Length, anchor: date) -> tuple[date, date]:
    """Return the earliest and latest day that lies so far back from the anchor; ahead of it for a negative count."""
    count, unit, exact = length
    slack = timedelta(days=_SLACK.get(unit, 0 if exact else 1) * (1 if exact else 2))
    if unit in _MONTHS:
        middle = _shifted(anchor, -round(count * _MONTHS[unit]))
    else:
        middle = anchor - timedelta(days=round(count * _DAYS[unit]))
        if unit in ("hour", "minute", "second"):
            slack = timedelta(days=1)
    first, last = middle - slack, middle + slack
    return (first, min(last, anchor)) if count >= 0 else (max(first, anchor), last)


def hours_ago(length: Length, moment: datetime) -> tuple[date, date]:
    """Return the earliest and latest day that lies so many hours, minutes or seconds back from a moment.

    A length that the words leave loose ("about two hours") may be half as long again, or half as long.
    """
    count, unit, exact = length
    back = timedelta(days=count * _DAYS[unit])
    slack = timedelta(0) if exact else back / 2
    return (moment - back - slack).date(), (moment - back + slack).date()


def _shifted(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, 28))
