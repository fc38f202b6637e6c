"""Intervals: what a figure leaves open, computed exactly. A bound of None is unknown, neither zero nor infinity.

Counts are whole: more than 250 persons is 251 or more. Only ``percent`` keeps open ends and fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from paradero.model import Figure, InvalidValue

TOLERANCE = Fraction(1, 20)  # of "about": five per cent; every answer that used one says which
Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; an open end does not belong to it."""

    low: Number | None = None
    high: Number | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValue(f"An interval cannot run from {self.low} to {self.high}.")

    @classmethod
    def exactly(cls, number: Number) -> Interval:
        """Return the interval of one number."""
        return cls(number, number)

    @property
    def exact(self) -> Number | None:
        """The only number that it holds; None when there are more."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def known(self) -> bool:
        """Whether either bound is known."""
        return self.low is not None or self.high is not None

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _both(self.low, other.low),
            _both(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        return Interval(low, None if self.low is None else -self.low, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def below(self, other: Interval) -> bool:
        """Tell whether every number of this one is smaller than every number of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def meets(self, other: Interval) -> bool:
        """Tell whether a number may lie in both."""
        return not self.below(other) and not other.below(self)

    def at_least(self, number: Number) -> Interval:
        """Return it with what is known of the number besides: a count is never below zero."""
        if self.low is not None and self.low >= number:
            return self
        return Interval(number, self.high if self.high is None else max(self.high, number), False, self.high_open)

    def __str__(self) -> str:
        if self.exact is not None:
            return str(self.exact)
        if self.low is None and self.high is None:
            return "?"
        if self.high is None:
            return f"{'>' if self.low_open else '>='}{self.low}"
        if self.low is None:
            return f"{'<' if self.high_open else '<='}{self.high}"
        return f"{'>' if self.low_open else ''}{self.low}..{'<' if self.high_open else ''}{self.high}"


UNKNOWN = Interval()


def interval(figure: Figure, tolerance: Fraction = TOLERANCE) -> Interval:
    """Return what a figure leaves open.

    Args:
        figure: the number as said.
        tolerance: the share of the value by which "about" may be off.
    """
    if figure.value is None:
        return UNKNOWN
    low, high = _exact(figure.value), _exact(figure.value if figure.high is None else figure.high)
    low_open = high_open = False
    match figure.operator:
        case "~":
            low, high = low - tolerance * low, high + tolerance * high
        case ">=" | ">":
            low_open = figure.operator == ">"
            found = Interval(low, None, low_open)
            return found if figure.unit == "percent" else _whole(found)
        case "<=" | "<":
            high_open = figure.operator == "<"
            found = Interval(None, high, high_open=high_open)
            return found if figure.unit == "percent" else _whole(found)
    found = Interval(low, high)
    return found if figure.unit == "percent" else _whole(found)


def _whole(found: Interval) -> Interval:
    """Draw the bounds in to whole numbers; a value that is no whole number stays as it was said."""
    low, high = found.low, found.high
    if low is not None:
        low = floor(low) + 1 if found.low_open else ceil(low)
    if high is not None:
        high = ceil(high) - 1 if found.high_open else floor(high)
    return found if low is not None and high is not None and low > high else Interval(low, high)


def _exact(value: int | float) -> Number:
    return value if isinstance(value, int) else Fraction(str(value))


def _both(one: Number | None, other: Number | None) -> Number | None:
    if one is None or other is None:
        return None
    total = one + other
    if isinstance(total, int):
        return total
    return int(total) if total == int(total) else total
