"""In transit: how many persons are between places on each day, from where and to where. A pure function of legs.

A leg adds its persons on the day of departure and takes them away on the day of arrival, and the sums from day to day
are the answer (a difference array). At midnight whoever arrived is at a place, and whoever departed is at none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.legs import UNTOLD, Legs
from paradero.ledger.stay_census import Rule
from paradero.ledger.stays import OPEN
from paradero.ledger.stretch import Counts, Stretch, column_of

MIDNIGHT = Rule()


@dataclass(frozen=True)
class Transit:
    """Persons between places, day by day; each array has a column for each day.

    Attributes:
        places: in the order of the rows of ``leaving`` and ``heading``. first: the day of the first column.
        rule: what was counted.
        persons: those who departed and whose arrival, which is told, lies ahead.
        leaving, heading: the same by place of origin and by destination, a row for each place; where nobody tells the
            place, they are in ``persons`` alone.
        unnumbered: legs under way of which nobody tells how many persons they move; they are in no number above.
        not_arrived: persons who departed until then and of whom nobody tells an arrival: they may be under way still.
        not_arrived_unnumbered: such legs without a number.
        legs: how many legs it rests on. left_out: how many more are known, and have no days that can be used.
    """

    places: tuple[str, ...]
    first: date
    rule: Rule
    persons: Counts
    leaving: Counts
    heading: Counts
    unnumbered: Counts
    not_arrived: Counts
    not_arrived_unnumbered: Counts
    legs: int
    left_out: int

    def on(self, day: date) -> int:
        """Return how many persons were between places on a day. Raises ``KeyError`` for a day that it does not have."""
        return int(self.persons[column_of(day, self.first, len(self.persons))])

    def most(self) -> tuple[date, int] | None:
        """Return the first day on which the most persons were between places, and how many; None without days."""
        if not len(self.persons):
            return None
        column = int(self.persons.argmax())
        return self.first + timedelta(days=column), int(self.persons[column])


def in_transit(legs: Legs, first: date, last: date, rule: Rule = MIDNIGHT) -> Transit:
    """Count who was between places on each day of a stretch.

    Args:
        legs: as ``legs_of`` reads them.
        first, last: the stretch, both days included.
        rule: "midnight": who departed on the day or before and arrives on a later one; "any_part": also who arrives on
            the day. Its ``unit`` makes no difference, because the persons of a counted group cannot be told apart.
    """
    stretch = Stretch.of(first, last)
    known = legs.known(rule.known_on)
    dated, numbered, told = legs.dated, legs.persons != UNTOLD, legs.arrived != OPEN
    behind = legs.arrived if rule.at == "midnight" else np.where(told, legs.arrived + 1, OPEN).astype(np.int32)

    def summed(chosen: NDArray[np.bool_], places: NDArray[np.int32] | None, persons: bool) -> Counts:
        at = np.flatnonzero(chosen & known & dated)
        row = np.zeros(len(at), np.int64) if places is None else np.where(places[at] < 0, wide, places[at])
        weight = legs.persons[at] if persons else np.ones(len(at), np.int64)
        rows = 1 if places is None else wide + 1
        counts = stretch.summed(row, legs.departed[at], weight, rows) - stretch.summed(row, behind[at], weight, rows)
        return counts[0] if places is None else counts[:wide]

    wide = len(legs.places)
    return Transit(
        legs.places,
        first,
        rule,
        persons=summed(numbered & told, None, True),
        leaving=summed(numbered & told, legs.origin, True),
        heading=summed(numbered & told, legs.destination, True),
        unnumbered=summed(~numbered & told, None, False),
        not_arrived=summed(numbered & ~told, None, True),
        not_arrived_unnumbered=summed(~numbered & ~told, None, False),
        legs=int((known & dated).sum()),
        left_out=int((known & ~dated).sum()),
    )
