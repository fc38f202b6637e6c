"""Populations: how many persons are at each place by counted legs, nobody lost on the way. A pure function of legs.

Whoever has left a place and not come to another is at none: a census of places that does not count them apart loses
them, and says how many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.legs import UNTOLD, Legs
from paradero.ledger.stay_census import Rule
from paradero.ledger.stretch import Counts, Stretch, column_of
from paradero.ledger.transit import Transit, in_transit


@dataclass(frozen=True)
class Populations:
    """How legs change the number of persons at each place, at midnight; each array has a column for each day.

    Attributes:
        places: in the order of the rows of ``change`` and ``unnumbered``. first: the day of the first column.
        change: who came until then, less who went.
        unnumbered: legs without a number that came or went until then; by each the change is unknown.
        transit: who is at no place because they are between two; None when they are not counted apart.
        lost: persons who went from a place, and whom this answer has at none and not in transit: all who are between
            places when they are not counted apart, else nobody.
        opening: how many there were at a place before the first leg, where somebody tells it.
        known_on: as known at the end of that day; None for what nobody has withdrawn.
    """

    places: tuple[str, ...]
    first: date
    change: Counts
    unnumbered: Counts
    transit: Transit | None
    lost: Counts
    opening: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    known_on: date | None = None

    @property
    def counts_transit(self) -> bool:
        """Whether those who are between places are counted apart."""
        return self.transit is not None

    def on(self, place: str, day: date) -> int | None:
        """Return how many were at a place at midnight, by the legs that have a number.

        Returns:
            None where nobody tells how many there were at first: the change alone is no number of persons.

        Raises:
            KeyError: a place or a day that it does not have.
        """
        if place not in self.places:
            raise KeyError(place)
        column = column_of(day, self.first, len(self.lost))
        opening = self.opening.get(place)
        return None if opening is None else opening + int(self.change[self.places.index(place), column])

    def overdrawn(self) -> tuple[tuple[str, date], ...]:
        """Return the places from which more went than were there, each with the first day: the figures contradict.

        Where a leg without a number came or went before, nothing is known for sure, and the place is not among them.
        """
        below = {
            place: np.flatnonzero((self.change[row] + self.opening[place] < 0) & (self.unnumbered[row] == 0))
            for row, place in enumerate(self.places)
            if place in self.opening
        }
        return tuple((place, self.first + timedelta(days=int(days[0]))) for place, days in below.items() if len(days))


def populations(
    legs: Legs,
    first: date,
    last: date,
    opening: Mapping[str, int] | None = None,
    known_on: date | None = None,
    transit: bool = True,
) -> Populations:
    """Count, place by place and at midnight, who came and who went by legs, and who is between places.

    Args:
        legs: as ``legs_of`` reads them.
        first, last: the stretch, both days included; legs before it count from its first day on.
        opening: how many there were at each place before the first leg; a place that is not in it stays unknown.
        known_on: as known at the end of that day; None for what nobody has withdrawn.
        transit: whether those between places are counted apart; without that they are at no place, and ``lost``.
    """
    stretch = Stretch.of(first, last)
    known = legs.known(known_on) & legs.dated
    wide = len(legs.places)

    def summed(place: NDArray[np.int32], day: NDArray[np.int32], numbered: bool) -> Counts:
        at = np.flatnonzero(known & ((legs.persons != UNTOLD) == numbered))
        row = np.where(place[at] < 0, wide, place[at])
        weight = legs.persons[at] if numbered else np.ones(len(at), np.int64)
        return stretch.summed(row, day[at], weight, wide + 1)

    come, gone = summed(legs.destination, legs.arrived, True), summed(legs.origin, legs.departed, True)
    touched = summed(legs.destination, legs.arrived, False) + summed(legs.origin, legs.departed, False)
    apart = in_transit(legs, first, last, Rule(known_on=known_on)) if transit else None
    between = gone.sum(axis=0) - come.sum(axis=0)
    lost = between if apart is None else between - apart.persons - apart.not_arrived
    at_first = MappingProxyType(dict(opening or {}))
    return Populations(legs.places, first, (come - gone)[:wide], touched[:wide], apart, lost, at_first, known_on)
