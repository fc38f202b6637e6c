"""The census of rosters: by place and day what was recorded, with days missing. A pure function of rosters.

A day without a record is not a day without people. It is unknown; or, if asked, the last record before it goes on, and
says from which day it is. Before the first record nothing is known, and that is never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.rosters import UNKNOWN, Rosters
from paradero.ledger.stays import OPEN, Days, day_of, number

NEVER = np.int32(-OPEN)  # the day of a record that there is not

How = Literal["recorded", "carried", "unknown"]


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many were somewhere on a day, and how that is known.

    Attributes:
        count: persons; None when nothing is known, which is not zero.
        how: ``recorded`` on that day, ``carried`` from an earlier record, or ``unknown``.
        recorded_on: the day of the record; of several the earliest.
        at_least: whether there may have been more.
        rows: the rows of the table that it rests on.
    """

    count: int | None
    how: How
    recorded_on: date | None
    at_least: bool
    rows: tuple[int, ...]


@dataclass(frozen=True)
class RosterCensus:
    """Counts by place and day, as rosters tell them.

    Attributes:
        places: in the order of the rows of all tables here. first: the day of their first column.
        counts: persons, ``UNKNOWN`` (which is less than zero) where nothing is known; never add these up.
        recorded_on: the day of the record that each count comes from, ``NEVER`` where nothing is known.
        at_least: whether there may have been more. rows: the row of the table, ``UNKNOWN`` where nothing is known.
        carried: whether the last record was carried forward over days without one.
    """

    places: tuple[str, ...]
    first: date
    counts: NDArray[np.int32]
    recorded_on: Days
    at_least: NDArray[np.bool_]
    rows: NDArray[np.int32]
    carried: bool

    def on(self, place: str, day: date) -> DayCount:
        """Return how many were at a place on a day.

        Raises:
            KeyError: a place or a day that the census does not have.
        """
        if place not in self.places:
            raise KeyError((place, day))
        return self._known([self.places.index(place)], day)

    def total(self, day: date) -> DayCount:
        """Return how many were at all places together; at least so many where nothing is known of one.

        Raises:
            KeyError: a day that the census does not have.
        """
        return self._known(list(range(len(self.places))), day)

    def _known(self, places: list[int], day: date) -> DayCount:
        column = (day - self.first).days
        if not 0 <= column < self.counts.shape[1]:
            raise KeyError(day)
        known = [place for place in places if self.counts[place, column] != UNKNOWN]
        if not known:
            return DayCount(None, "unknown", None, False, ())
        earliest = day_of(int(self.recorded_on[known, column].min()))
        return DayCount(
            int(self.counts[known, column].sum(dtype=np.int64)),
            "recorded" if earliest == day else "carried",
            earliest,
            len(known) < len(places) or bool(self.at_least[known, column].any()),
            tuple(self.rows[known, column].tolist()),
        )


def roster_census(rosters: Rosters, first: date, last: date, carry: bool) -> RosterCensus:
    """Tell for each place and each day of a stretch how many were recorded there.

    Args:
        rosters: as ``rosters_of`` reads them.
        first, last: the stretch, both days included; a record before it may be carried into it.
        carry: let the last record of a place go on over days without one.
    """
    begin, days = number(first), number(last) - number(first) + 1
    known = np.flatnonzero(rosters.day <= number(last))
    latest = np.zeros((len(rosters.places), days + 1), np.int64)  # 1 + the record; all days before stand in column 0
    np.maximum.at(latest, (rosters.place[known], np.maximum(rosters.day[known] - begin, -1) + 1), known + 1)
    if carry:
        np.maximum.accumulate(latest, axis=1, out=latest)
    at = latest[:, 1:] - 1  # the record; -1 for none, which is the last of the columns below
    counts = np.append(rosters.count, UNKNOWN)[at]
    there = counts != UNKNOWN
    recorded_on = np.where(there, np.append(rosters.day, NEVER)[at], NEVER)
    at_least = np.append(rosters.at_least, False)[at] & there
    rows = np.where(there, np.append(rosters.row, UNKNOWN)[at], UNKNOWN)
    return RosterCensus(rosters.places, first, counts, recorded_on, at_least, rows, carry)
