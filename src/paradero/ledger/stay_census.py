"""The census: how many persons were at each place on each day, as known on any day. A pure function of stays.

A stay adds one on its first day and takes one away behind its last, and the sums from day to day are the census (a
difference array): one pass over the stays, part by part, whatever the number of days. Two stays of one person at one
place that overlap are one person: person, place and days are packed into one number each, and the running maximum of
the ends over the sorted numbers shows which stays hang together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.packing import Packing, Whole, in_order, numbered, pieces, width
from paradero.ledger.stays import Days, Stays, number

Present = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]  # place; column of coming, and behind the last


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
    stretch = _Stretch(number(first), number(last) - number(first) + 1, rule)
    counts = np.zeros((len(stays.places), stretch.days + 1), np.int32)
    present = _each_once(stays, stretch) if rule.unit == "person" else _each(stays, stretch)
    for place, come, go in present:
        row = place.astype(np.int64) * counts.shape[1]
        np.add.at(counts.reshape(-1), row + come, np.int32(1))
        np.add.at(counts.reshape(-1), row + go, np.int32(-1))
    np.cumsum(counts, axis=1, out=counts)
    many = sum(int(np.count_nonzero(stays.known_on(rule.known_on, part))) for part in stays.parts())
    return Census(stays.places, first, counts[:, : stretch.days], rule, many)


def held_on(stays: Stays, day: date, rule: Rule = Rule()) -> NDArray[np.int32]:
    """Return the rows of the stays that a person was in on a day, as known by the rule, in the order of the table."""
    on = number(day)
    rows = [np.zeros(0, np.int32)]
    for part in stays.parts():
        there = stays.start[part] <= on
        there &= stays.end[part] > on if rule.at == "midnight" else stays.end[part] >= on
        at = np.flatnonzero(there) + part.start  # few, and only of them it is asked whether they were known
        rows.append(stays.row[at[stays.known_on(rule.known_on, at)]])
    return np.concatenate(rows)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days that are counted; a column behind the last takes what lies there, and is cut off."""

    first: int
    days: int
    rule: Rule

    def column(self, day: Days, behind: bool) -> Days:
        """Return the columns of days; what lies before the first day comes on it, and what lies after it never goes."""
        late = int(behind and self.rule.at == "any_part")  # the day of leaving counts too
        column = np.clip(day, self.first - late, self.first + self.days - late)
        column -= self.first - late
        return column

    def there(self, stays: Stays, part: slice) -> tuple[NDArray[np.bool_], Days, Days]:
        """Tell which stays of a part touch a day of the stretch, as known by the rule, and their columns."""
        come, go = self.column(stays.start[part], False), self.column(stays.end[part], True)
        there = stays.known_on(self.rule.known_on, part)
        there &= come < go
        return there, come, go


def _each(stays: Stays, stretch: _Stretch) -> Iterator[Present]:
    """Yield each stay."""
    for part in stays.parts():
        there, come, go = stretch.there(stays, part)
        yield stays.place[part][there], come[there], go[there]


def _each_once(stays: Stays, stretch: _Stretch) -> Iterator[Present]:
    """Yield the stays, those of one person at one place joined that count the same day twice."""
    if not len(stays):
        return
    wide = width(stretch.days)
    packing = Packing((width(len(stays.places)), wide, wide))
    for persons in packing.spans(int(stays.person.min()), int(stays.person.max())):
        stays_in_order = in_order(len(stays), _packed(stays, stretch, packing, persons))
        for piece in pieces(stays_in_order, 2 * wide):
            yield _joined(piece, packing, wide)


def _packed(stays: Stays, stretch: _Stretch, packing: Packing, persons: range) -> Iterator[Whole]:
    """Yield person, place and columns of some persons' stays, packed."""
    for part in stays.parts():
        there, come, go = stretch.there(stays, part)
        person = numbered(stays.person[part], persons, there)
        yield packing.packed(person[there], stays.place[part][there], come[there], go[there])


def _joined(piece: Whole, packing: Packing, wide: int) -> Present:
    """Join sorted stays of one person at one place that overlap.

    At midnight who leaves on a day and comes again on it is there without a break; else that day would count twice.
    """
    come, go = piece >> wide, packing.column(piece, 3)
    go |= come >> wide << wide  # person and place stand above, so that the maximum begins anew with each
    reached = np.maximum.accumulate(go)
    heads = np.flatnonzero(np.concatenate(([True], come[1:] > reached[:-1])))
    tails = np.append(heads[1:], len(piece)) - 1
    mask = (1 << wide) - 1
    place = packing.column(piece[heads], 1).astype(np.int32)
    return place, (come[heads] & mask).astype(np.int32), (reached[tails] & mask).astype(np.int32)
