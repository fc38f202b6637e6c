"""Days as lists write them: three orders of numbers, months in words, serial numbers of a spreadsheet, and slips.

A day is never invented: what gives only a year or a month keeps that precision (1985, 1985-03).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from paradero.model import When
from paradero.rolls.folding import folded

Fault = Literal["", "impossible", "unreadable", "other_order"]
EARLIEST = 1800  # 1734 is a slip of the finger for 1934
_SERIAL_FROM = date(1899, 12, 30)
_NUMBERS = re.compile(r"(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})(?![\d/.-])")
_CLOCK = re.compile(
    r"(?:[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:Z|[+-]\d\d:?\d\d))?)\s*\Z", re.I
)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})|(\d{4})\s*[-/.]\s*(\d{1,2})")
_WORD = re.compile(r"\d+|[a-z]+")
_SKIPPED = frozenset(
    "de del of the el on th st nd rd dia lunes martes miercoles jueves viernes sabado domingo".split()
) | frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())
_MONTHS_EN = "january february march april may june july august september october november december".split()
_MONTHS_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_MONTHS = {
    **{name: n for names in (_MONTHS_EN, _MONTHS_ES) for n, name in enumerate(names, 1)},
    **{name[:3]: n for names in (_MONTHS_EN, _MONTHS_ES) for n, name in enumerate(names, 1)},
    "sept": 9,
    "setiembre": 9,
    "set": 9,
}


@dataclass(frozen=True, slots=True)
class Day:
    """What follows from a cell: as much of a day as it gives, and why nothing follows when that is so."""

    normal: str = ""
    fault: Fault = ""


def day_in(written: str, order: str, latest: date, birth: bool = False) -> Day:
    """Read a day.

    Args:
        written: the cell.
        order: ``day_first`` or ``month_first``, for numbers of which either may be meant; with ``year_first`` nothing
            follows from numbers that end in the year, for which it does not say what the first two mean.
        latest: the last day that is possible; years of two digits are the latest that do not lie after it.
        birth: whether it is a day of birth, on which nobody is older than 120 years.
    """
    bare = _CLOCK.sub("", written.strip()).strip(" .,")
    if order == "year_first" and _ends_in_year(bare):
        return Day("", "other_order")
    parts = _parts(bare, order)
    if parts is None:
        return Day("", "unreadable")
    year, month, day = parts
    if year < 100:
        year += latest.year // 100 * 100 - (100 if latest.year // 100 * 100 + year > latest.year else 0)
    earliest = latest.year - 120 if birth else EARLIEST
    if not _is_possible(year, month, day, earliest, latest):
        return Day("", "impossible")
    return Day("-".join([f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])]))


def order_of(values: Iterable[str]) -> str:
    """Return which order the numbers of a column show: ``day_first``, ``month_first``, or "" when all would fit both.

    ``year_first`` is returned when no value leaves the question open.
    """
    firsts = seconds = open_ones = others = 0
    for written in values:
        found = _NUMBERS.fullmatch(_CLOCK.sub("", written.strip()).strip(" .,"))
        if found is None or len(found[1]) > 2:
            others += found is not None
            continue
        first, second = int(found[1]), int(found[2])
        firsts += first > 12 >= second
        seconds += second > 12 >= first
        open_ones += first <= 12 and second <= 12
    if firsts or seconds:
        return "day_first" if firsts >= seconds else "month_first"
    return "" if open_ones else "year_first" if others else ""


def looks_like_day(written: str) -> bool:
    """Tell whether a cell has the shape of a day with a year; a bare number has not."""
    bare = _CLOCK.sub("", written.strip()).strip(" .,")
    return not bare.isdecimal() and len(bare) < 40 and _parts(bare, "day_first") is not None


def lies_outside(normal: str, first: date | None, last: date | None) -> bool:
    """Tell whether what ``day_in`` gave lies outside a period as a whole; a year that reaches into it does not."""
    known = len(normal)  # days in this form are in order as texts, and so are their beginnings
    before = first is not None and normal < first.isoformat()[:known]
    return before or (last is not None and normal > last.isoformat()[:known])


def when_of(normal: str, written: str) -> When | None:
    """Return the bounds of what ``day_in`` gave; None for nothing."""
    if not normal:
        return None
    numbers = [int(part) for part in normal.split("-")]
    first = date(*[*numbers, 1, 1][:3])
    last = first
    if len(numbers) < 3:
        month = numbers[1] if len(numbers) == 2 else 12
        last = date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return When.within(first, last, written)


def _is_possible(year: int, month: int, day: int, earliest: int, latest: date) -> bool:
    if not earliest <= year <= latest.year or not 0 <= month <= 12 or (day and not month):
        return False
    try:
        return date(year, month or 1, day or 1) <= latest
    except ValueError:
        return False


def _parts(bare: str, order: str) -> tuple[int, int, int] | None:
    """Return year, month and day, 0 for what is not given; None when it is no day at all."""
    if bare.isdecimal():
        return _serial(bare)
    numbers = _NUMBERS.fullmatch(bare)
    if numbers is not None:
        return _ordered(numbers[1], numbers[2], numbers[3], order)
    short = _MONTH_YEAR.fullmatch(bare)
    if short is not None:
        return int(short[2] or short[3]), int(short[1] or short[4]), 0
    return _in_words(bare)


def _serial(bare: str) -> tuple[int, int, int] | None:
    """A year; eight digits in a row; or the number that a spreadsheet keeps for a day."""
    if len(bare) == 4:
        return int(bare), 0, 0
    if len(bare) == 8:
        return int(bare[:4]), int(bare[4:6]), int(bare[6:])
    if len(bare) != 5:
        return None
    found = _SERIAL_FROM + timedelta(days=int(bare))
    return found.year, found.month, found.day


def _ends_in_year(bare: str) -> bool:
    numbers = _NUMBERS.fullmatch(bare)
    return numbers is not None and len(numbers[1]) <= 2 and len(numbers[3]) == 4


def _ordered(first: str, second: str, third: str, order: str) -> tuple[int, int, int] | None:
    if len(first) > 2:
        return (int(first), int(second), int(third)) if len(third) <= 2 else None
    if len(third) == 3:
        return None
    if order == "year_first" and len(third) <= 2:
        return int(first), int(second), int(third)
    day, month = (second, first) if order == "month_first" else (first, second)
    return int(third), int(month), int(day)


def _in_words(bare: str) -> tuple[int, int, int] | None:
    """ "12 de marzo de 1985", "March 12, 1985", "12-mar-85", "marzo 1985"."""
    words = [word for word in _WORD.findall(folded(bare)) if word not in _SKIPPED]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [word for word in words if word.isdecimal()]
    if len(months) != 1 or not 1 <= len(numbers) <= 2 or len(words) != 1 + len(numbers):
        return None
    if len(numbers) == 1:
        return (int(numbers[0]), months[0], 0) if len(numbers[0]) == 4 else None
    day, year = (numbers[1], numbers[0]) if len(numbers[0]) == 4 else numbers
    return (int(year), months[0], int(day)) if len(day) <= 2 and len(year) in (2, 4) else None
