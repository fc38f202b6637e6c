"""When: four bounds for a stretch of time, with what was written; precision is kept and a day is never invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from paradero.model.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time whose start and end are each known within bounds. A bound of None is open.

    "In March" of 2025, for something that happened once: it started on 1 March at the earliest and ended on 31 March at
    the latest; all that is said lies between. "Since March": start within March, end open.

    Attributes:
        written: the exact words ("in March"); empty when worked out.
        earliest_start, latest_start, earliest_end, latest_end: days, each included.
        partial: what is known of the calendar when a part of it is not, in EDTF ("XXXX-03" is a March of an unknown
        year).
        hour: the time of day as written ("11:20 a.m."), with its zone when said.
        duration: the length as written ("for years"), when no calendar bound follows from it.
    """

    written: str = ""
    earliest_start: date | None = None
    latest_start: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    partial: str = ""
    hour: str = ""
    duration: str = ""

    def __post_init__(self) -> None:
        pairs = (
            (self.earliest_start, self.latest_start),
            (self.earliest_end, self.latest_end),
            (self.earliest_start, self.latest_end),
        )
        for low, high in pairs:
            if low is not None and high is not None and low > high:
                raise InvalidValue(f"{self.written or 'A time'!r} cannot run from {low} to {high}.")

    @classmethod
    def within(cls, first: date, last: date, written: str = "", hour: str = "") -> When:
        """Something that lies wholly between two days, both included."""
        return cls(written, first, last, first, last, hour=hour)

    @property
    def known(self) -> bool:
        """Whether any bound is known."""
        return any(b is not None for b in self.bounds)

    @property
    def bounds(self) -> tuple[date | None, date | None, date | None, date | None]:
        """The four bounds in order."""
        return (self.earliest_start, self.latest_start, self.earliest_end, self.latest_end)

    def meet(self, other: When) -> When | None:
        """Return what holds when both hold (the tighter of each bound), or None when they contradict each other."""
        bounds = (
            _later(self.earliest_start, other.earliest_start),
            _earlier(self.latest_start, other.latest_start),
            _later(self.earliest_end, other.earliest_end),
            _earlier(self.latest_end, other.latest_end),
        )
        try:
            return When("", *bounds)
        except InvalidValue:
            return None

    def cover(self, other: When) -> When:
        """Return what holds when one of the two holds (the wider of each bound); the words and hours are those of this.

        A bound that one of them leaves open is open, and a partial date that they do not share is not known.
        """
        bounds = (
            _wider(min, self.earliest_start, other.earliest_start),
            _wider(max, self.latest_start, other.latest_start),
            _wider(min, self.earliest_end, other.earliest_end),
            _wider(max, self.latest_end, other.latest_end),
        )
        partial = self.partial if self.partial == other.partial else ""
        return When(self.written, *bounds, partial, self.hour, self.duration)

    def contains(self, other: When) -> bool:
        """Tell whether everything that ``other`` allows is allowed by this one too."""
        return (
            _no_later(self.earliest_start, other.earliest_start)
            and _no_earlier(self.latest_start, other.latest_start)
            and _no_later(self.earliest_end, other.earliest_end)
            and _no_earlier(self.latest_end, other.latest_end)
        )

    def before(self, other: When) -> bool | None:
        """Tell whether this is over before the other starts: True, False, or None when the bounds leave it open."""
        if self.latest_end is not None and other.earliest_start is not None and self.latest_end < other.earliest_start:
            return True
        first_end = self.earliest_end if self.earliest_end is not None else self.earliest_start
        last_start = other.latest_start if other.latest_start is not None else other.latest_end
        if first_end is not None and last_start is not None and first_end >= last_start:
            return False
        return None


def _later(one: date | None, other: date | None) -> date | None:
    return other if one is None else one if other is None else max(one, other)


def _earlier(one: date | None, other: date | None) -> date | None:
    return other if one is None else one if other is None else min(one, other)


def _wider(furthest: Callable[[date, date], date], one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else furthest(one, other)


def _no_later(mine: date | None, theirs: date | None) -> bool:
    return mine is None or (theirs is not None and mine <= theirs)


def _no_earlier(mine: date | None, theirs: date | None) -> bool:
    return mine is None or (theirs is not None and mine >= theirs)
