"""Stretches of days, and what adds up from day to day in them: the kernel of the counts of legs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.stays import number

Counts = NDArray[np.int64]  # a column for each day


def column_of(day: date, first: date, days: int) -> int:
    """Return the column of a day. Raises ``KeyError`` for a day that lies outside."""
    column = (day - first).days
    if not 0 <= column < days:
        raise KeyError(day)
    return column


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row: the number of the first, and how many."""

    first: int
    days: int

    @classmethod
    def of(cls, first: date, last: date) -> Stretch:
        """Return the stretch from one day to another, both included; no day at all when the last lies before."""
        return cls(number(first), max(0, (last - first).days + 1))

    def summed(self, row: NDArray[np.integer], day: NDArray[np.int32], weight: Counts, rows: int) -> Counts:
        """Add up what happened until each day, row by row; what came before counts from the first day on."""
        wide = self.days + 1  # what happens behind the last day falls into a column that is cut off
        column = np.clip(day.astype(np.int64) - self.first, 0, self.days)
        # The sums are exact: whole numbers below 2 ** 53 are whole as floating-point numbers too.
        change = np.bincount(row.astype(np.int64) * wide + column, weight, minlength=rows * wide)
        counts: Counts = change.astype(np.int64).reshape(rows, wide)[:, : self.days].cumsum(axis=1)
        return counts
