"""The census: how many persons were at each place on each day, as known on any day. A pure function of stays.

A stay adds one on its first day and takes one away behind its last, and the sums from day to day are the census (a
difference array): one pass over the stays, whatever the number of days. Two stays of one person at one place that
overlap are one person, which the running maximum of the ends shows, person by person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.stays import OPEN, Stays, number


@dataclass(frozen=True, slots=True)
class Rule:
    """What is counted.

    Attributes:
        at: "midnight": who stays the night; whoever comes and goes on one day is not counted, and whoever leaves is
            counted until the night before. "any_part": who is there for any part of the day, the days of coming and
            leaving included.
        unit: "person": each once at a place; "stay": each stay, also where a person has several at once.
        known_on: as known at the end of this day; None for everything that is known and not withdrawn.
    """

    at: Literal["midnight", "any_part"] = "midnight"
    unit: Literal["person", "stay"] = "person"
    known_on: date | None = None


@dataclass(frozen=True)
class Census:
    """Persons by place and day.

    Attributes:
        places: in the order of the rows of ``counts``. first: the day of its first column.
        counts: a row for each place, a column for each day.
        rule: what was counted.
        stays: how many stays it rests on. Absence from it is not absence from a place: it knows what it was given.
    """

    places: tuple[str, ...]
    first: date
    counts: NDArray[np.int32]
    rule: Rule
    stays: int

    def on(self, place: str, day: date) -> int:
        """Return how many were at a place on a day.

        Raises:
            KeyError: a place or a day that the census does not have.
        """
        column = (day - self.first).days
        if place not in self.places or not 0 <= column < self.counts.shape[1]:
            raise KeyError((place, day))
        return int(self.counts[self.places.index(place), column])


def census(stays: Stays, first: date, last: date, rule: Rule = Rule()) -> Census:
    """Count who was at each place on each day of a stretch.

    Args:
        stays: as ``stays_of`` reads them.
        first, last: the stretch, both days included.
        rule: what is counted.
    """
    days = number(last) - number(first) + 1
    chosen = _chosen(stays, rule)
    place, start, end = (
        (stays.place, stays.start, stays.end)
        if chosen is None
        else (stays.place[chosen], stays.start[chosen], stays.end[chosen])
    )
    if rule.unit == "person":
        person = stays.person if chosen is None else stays.person[chosen]
        place, start, end = _as_one(person, place, start, end)
    counts = _summed(place, start, end, len(stays.places), number(first), days, rule)
    return Census(stays.places, first, counts, rule, len(stays) if chosen is None else int(chosen.sum()))


def held_on(stays: Stays, day: date, rule: Rule = Rule()) -> NDArray[np.int64]:
    """Return the rows of the stays that a person was in on a day, as known by the rule, in the order of the table."""
    on = number(day)
    there = (stays.start <= on) & ((stays.end > on) if rule.at == "midnight" else (stays.end >= on))
    known = _chosen(stays, rule)
    return stays.row[there if known is None else there & known]


def _chosen(stays: Stays, rule: Rule) -> NDArray[np.bool_] | None:
    """Tell which stays count as known by a rule; None for all."""
    if rule.known_on is not None:
        return stays.known_on(rule.known_on)
    withdrawn = stays.withdrawn != OPEN
    return ~withdrawn if withdrawn.any() else None


def _summed(
    place: NDArray[np.int32],
    start: NDArray[np.int32],
    end: NDArray[np.int32],
    places: int,
    first: int,
    days: int,
    rule: Rule,
) -> NDArray[np.int32]:
    """Add up what comes and goes; what begins before the stretch comes on its first day, what ends later never goes."""
    behind = end if rule.at == "midnight" else np.where(end == OPEN, end, end + 1)
    come = np.clip(start - np.int32(first), 0, days)
    go = np.clip(behind.astype(np.int64) - first, 0, days).astype(np.int32)
    wide = days + 1  # what comes or goes behind the last day falls into a column that is cut off
    row = place.astype(np.int64) * wide
    change = np.bincount(row + come, minlength=places * wide)
    change -= np.bincount(row + go, minlength=places * wide)
    counts: NDArray[np.int32] = change.reshape(places, wide)[:, :days].cumsum(axis=1).astype(np.int32)
    return counts


def _as_one(
    person: NDArray[np.int64], place: NDArray[np.int32], start: NDArray[np.int32], end: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Join the stays of one person at one place that count the same day twice."""
    order = sorted_by(person, place, start)
    person, place, start, end = person[order], place[order], start[order], end[order]
    new = np.ones(len(person), bool)
    new[1:] = (person[1:] != person[:-1]) | (place[1:] != place[:-1])
    reached = running_most(end, new)
    apart = new.copy()
    # At midnight whoever leaves on a day and comes again on it is there without a break; else the day counts once.
    apart[1:] |= start[1:] > reached[:-1]
    heads = np.flatnonzero(apart)
    if not len(heads):
        return place, start, end
    ends = np.maximum.reduceat(end, heads)
    return place[heads], start[heads], ends


def sorted_by(
    person: NDArray[np.int64], place: NDArray[np.int32] | None, start: NDArray[np.int32]
) -> NDArray[np.int64]:
    """Return the order of stays by person, place (None for any) and first day.

    The three go into one number where they fit, and the number of the row behind them if that fits too: plain numbers
    are sorted much faster than columns.
    """
    if not len(person):
        return np.zeros(0, np.int64)
    low, early = int(person.min()), int(start.min())
    wide = 1 if place is None else int(place.max()) + 1
    days = int(start.max()) - early + 1
    most = (int(person.max()) - low + 1) * wide * days
    if most >= 1 << 63:
        return np.lexsort((start, person) if place is None else (start, place, person))
    key = person - low
    if place is not None:
        key = key * wide + place
    key = key * days + (start - early)
    bits = len(key).bit_length()
    if most >= 1 << (63 - bits):
        return np.argsort(key)
    key = (key << bits) + np.arange(len(key))
    key.sort()
    return key & ((1 << bits) - 1)


def running_most(values: NDArray[np.int32], new: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the greatest value so far within each run of rows; ``new`` marks the first row of each run."""
    run = np.cumsum(new, dtype=np.int64)
    lifted = (run << 32) + values.astype(np.int64)  # later runs lie above all earlier ones
    most: NDArray[np.int32] = (np.maximum.accumulate(lifted) - (run << 32)).astype(np.int32)
    return most
