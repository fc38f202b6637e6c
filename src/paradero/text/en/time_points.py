"""Points of the calendar in English words: each becomes a stretch of days, or what can be said of it without a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from paradero.text.en.time_named import (
    read_date,
    read_decade,
    read_iso,
    read_month,
    read_numeric,
    read_season,
    read_year,
)
from paradero.text.en.time_relative import read_ago, read_dayof, read_period, read_relday, read_weekday
from paradero.text.en.time_stretch import YEAR_SAID, Ask, Stretch
from paradero.text.en.time_words import POINTS, YEAR

_POINT = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{piece})" for name, piece in POINTS.items()) + ")", re.IGNORECASE
)
_YEARLY = frozenset({"date", "month"})
_HAS_YEAR = re.compile(rf"{YEAR}|['’]\d\d(?!\d)|\byear\b|\blast\s*\Z", re.IGNORECASE)
_READERS: dict[str, Callable[[Ask], Stretch]] = {
    "iso": read_iso,
    "numeric": read_numeric,
    "date": read_date,
    "ago": read_ago,
    "relday": read_relday,
    "month": read_month,
    "weekday": read_weekday,
    "period": read_period,
    "season": read_season,
    "decade": read_decade,
    "year": read_year,
    "dayof": read_dayof,
}


def points(written: str, anchor: date | None, planned: bool, clock: time | None = None) -> list[Stretch]:
    """Return the points of the calendar that an expression names, in order.

    Args:
        written: the expression.
        anchor: the day of publication, or None.
        planned: whether the points lie ahead of the anchor.
        clock: the hour of the anchor, when known.
    """
    matches = list(_POINT.finditer(written))
    found: list[Stretch] = []
    for match in reversed(matches):
        kind = match.lastgroup or ""
        answer = _READERS[kind](Ask(_with_year(match, matches), anchor, planned, clock))
        if found and answer.first is not None and found[0].last is not None and _is_later(answer.first, found[0].last):
            answer = _READERS[kind](Ask(_with_year(match, matches, -1), anchor, planned, clock))
        found.insert(0, replace(answer, kind=kind, start=match.start(), end=match.end()))
    return found


def _with_year(match: re.Match[str], matches: list[re.Match[str]], shift: int = 0) -> str:
    """Lend a day or month the year that only the last one of a range has ("February to May 2017")."""
    words, last = match.group(), matches[-1]
    lent = YEAR_SAID.search(last.group()) if last.lastgroup in _YEARLY and last is not match else None
    if lent is None or match.lastgroup not in _YEARLY or _HAS_YEAR.search(words):
        return words
    return f"{words} {int(lent.group()[:4]) + shift}"


def _is_later(day: date, than: date) -> bool:
    """Whether a range would run backwards, as "November to February 2017" does within one year."""
    return day > than and (day - than).days < 366
