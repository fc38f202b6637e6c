"""Stretches of days: what a point of the calendar comes to, and the arithmetic that the kinds of points share."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, time

from paradero.text.en.time_words import YEAR

YEAR_SAID = re.compile(YEAR, re.IGNORECASE)
SHORT_YEAR = re.compile(r"['’](\d\d)(?!\d)")
_RELATION = re.compile(
    r"\b(last(?!\s+(?:days|weeks|half|months|quarter)\b|\s+week\s+of)|past|previous|next|coming|following|this|that|same"
    r"|current)\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"\b(last|this|next)(?:\s+year)?\s*\Z", re.IGNORECASE)
EARLY = re.compile(r"\b(?:early|beginning|start|first|opening)\b", re.IGNORECASE)
MID = re.compile(r"\b(?:mid|middle)\b", re.IGNORECASE)
LATE = re.compile(r"\b(?:late|end|last\s+(?:days|weeks|week\s+of)|closing|final)\b", re.IGNORECASE)
BACK = frozenset({"last", "past", "previous"})
AHEAD = frozenset({"next", "coming"})
ELSEWHERE = frozenset({"that", "same", "following"})  # hangs on another time of the text, not on the anchor


@dataclass(frozen=True, slots=True)
class Stretch:
    """A point of the calendar as written.

    Attributes:
        kind: which of ``POINTS`` it is; start, end: where it stands in the expression.
        first, last: the days it may be, both included; None when the anchor is not known.
        partial: EDTF for what is known without a year.
        impossible: whether no calendar has it. open_start: whether only its end is known ("years ago").
    """

    kind: str
    start: int
    end: int
    first: date | None = None
    last: date | None = None
    partial: str = ""
    impossible: bool = False
    open_start: bool = False

    def cover(self, other: Stretch) -> Stretch:
        """Return the stretch from the earlier start to the later end."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return replace(self, end=other.end, first=None, last=None, partial="")
        return replace(
            self, end=other.end, first=min(self.first, other.first), last=max(self.last, other.last), partial=""
        )

    def narrow(self, other: Stretch) -> Stretch:
        """Return what both allow; when they contradict each other or one is unknown, the one that says more.

        A weekday says less than a date, since it hangs on the anchor alone.
        """
        if other.first is None or other.last is None:
            return replace(self, end=other.end, partial=self.partial or other.partial)
        if self.first is None or self.last is None:
            return replace(other, start=self.start)
        first, last = max(self.first, other.first), min(self.last, other.last)
        if first <= last:
            return replace(self, end=other.end, first=first, last=last)
        return replace(other, start=self.start) if self.kind == "weekday" else replace(self, end=other.end)


@dataclass(frozen=True, slots=True)
class Ask:
    """One point to resolve: its words, the anchor with its hour when known, and whether it lies ahead."""

    words: str
    anchor: date | None
    planned: bool
    clock: time | None = None

    @property
    def relation(self) -> str:
        """The word that ties the point to the anchor ("last", "next", "this"); empty when there is none."""
        match = _RELATION.search(self.words)
        return match[1].lower() if match is not None else ""

    @property
    def year(self) -> int | None:
        """The year that the words give, if need be by way of the anchor ("in March last year")."""
        if (match := YEAR_SAID.search(self.words)) is not None:
            return int(match.group()[:4])
        if (match := SHORT_YEAR.search(self.words)) is not None:
            return None if self.anchor is None else recent_century(int(match[1]), self.anchor)
        if self.anchor is None or not (match := _LAST_WORD.search(self.words)):
            return None
        return self.anchor.year + {"last": -1, "this": 0, "next": 1}[match[1].lower()]


def stretch(first: date | None, last: date | None = None, partial: str = "") -> Stretch:
    """Return the stretch between two days, or of one day; of kind and place unknown."""
    return Stretch("", 0, 0, first, first if last is None else last, partial)


UNKNOWN = stretch(None)
IMPOSSIBLE = replace(UNKNOWN, impossible=True)


def days_of(year: int, month: int, days: list[int]) -> Stretch:
    """Return the stretch from the first to the last of some days of a month; a last of 31 may overrun it."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return IMPOSSIBLE
    length = monthrange(year, month)[1]
    first, last = min(days), max(days)
    if last == 31 and first != last:
        last = length
    if not 1 <= first <= last <= length:
        return IMPOSSIBLE
    return stretch(date(year, month, first), date(year, month, last))


def months_of(year: int, first: int, last: int) -> Stretch:
    """Return the stretch from one month to another of a year; a last month over 12 lies in the next year."""
    extra, month = divmod(last - 1, 12)
    length = monthrange(year + extra, month + 1)[1]
    return stretch(date(year, first, 1), date(year + extra, month + 1, length))


def part_of_month(words: str) -> tuple[int, int]:
    """Return the first and last day that the words before a month leave of it; 31 stands for its end."""
    if MID.search(words):
        return 10, 20
    if EARLY.search(words):
        return 1, 10 if "half" not in words else 15
    return (20, 31) if LATE.search(words) else (15, 31) if "half" in words else (1, 31)


def part_of_year(year: int, words: str) -> Stretch:
    """Return the stretch that the words around a year leave of it."""
    if "half" in words:
        return months_of(year, 1, 6) if EARLY.search(words) else months_of(year, 7, 12)
    if MID.search(words):
        return months_of(year, 4, 9)
    if EARLY.search(words):
        return months_of(year, 1, 4)
    return months_of(year, 9, 12) if LATE.search(words) else months_of(year, 1, 12)


def years_around(ask: Ask) -> range:
    """The years to try around the anchor; eight each way reach a 29 February."""
    year = ask.anchor.year if ask.anchor is not None else 1
    return range(max(1, year - 8), min(9998, year + 8) + 1)


def nearest(tries: list[Stretch], ask: Ask) -> Stretch:
    """Choose the most recent that has begun by the anchor, or for something planned the next that is not over."""
    anchor = ask.anchor
    if anchor is None:
        return UNKNOWN
    begun = [t for t in tries if t.first is not None and t.first <= anchor]
    ahead = [t for t in tries if t.last is not None and t.last >= anchor]
    if ask.relation in ELSEWHERE:
        return UNKNOWN
    if ask.relation in BACK:
        return _both([t for t in begun if t.last is not None and t.last < anchor][-1:], tries, anchor.year - 1)
    if ask.relation in AHEAD:
        return _both([t for t in ahead if t.first is not None and t.first > anchor][:1], tries, anchor.year + 1)
    if ask.planned:
        return ahead[0] if ahead else UNKNOWN
    return begun[-1] if begun else UNKNOWN


def _both(nearest: list[Stretch], tries: list[Stretch], year: int) -> Stretch:
    """ "Last September" is the nearest one or the one of last year: cover both."""
    named = [t for t in tries if t.first is not None and t.first.year == year]
    readings = nearest + named
    return readings[0].cover(readings[-1]) if readings else UNKNOWN


def recent_century(short: int, anchor: date) -> int:
    """Return the latest year that ends with two digits and is not after the anchor's."""
    year = anchor.year - anchor.year % 100 + short
    return year if year <= anchor.year else year - 100
