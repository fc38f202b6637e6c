"""Legs: counted movements from one place to another, as columns of integers. A pure function of a table.

A leg is so many persons who departed from one place on one day and arrived at another on that day or later. No row is
dropped: one whose days cannot be used is named, and counts where no day is needed. A number that nobody tells is
unknown, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.ledger.columns import check_columns, holding
from paradero.ledger.stays import OPEN, WRITE_DAYS, Days, day_numbers, impossible, number
from paradero.model import Figure, ParaderoError

UNTOLD = -1  # a place or a number that nobody tells
NEEDED = ("origin", "destination", "departed", "persons")
COLUMNS = ("origin", "destination", "departed", "arrived", "persons", "recorded_on", "withdrawn_on")
Whole = TypeVar("Whole", np.int32, np.int64)
_MOST = 10**12  # persons of one leg; sums stay far below the numbers that are exact


class WrongLegs(ParaderoError):
    """A table of legs that cannot be used as it is."""

    code = "wrong_legs"


@dataclass(frozen=True)
class Legs:
    """Legs as columns of integers, one for each row of the table, in its order.

    Attributes:
        places: the places by their numbers.
        origin, destination: numbers of places; ``UNTOLD`` where nobody tells.
        departed, arrived: days; ``OPEN`` for an arrival that nobody tells, and both for a row whose days are left out.
        persons: how many; ``UNTOLD`` where nobody tells.
        recorded, withdrawn: the days between which the row was known: from the first, before the second.
        left_out: by code, the rows whose days cannot be used: ``no_departure``, ``impossible_day``,
            ``arrives_before_departure``; and those whose number cannot be, which is unknown: ``impossible_number``.
    """

    places: tuple[str, ...]
    origin: NDArray[np.int32]
    destination: NDArray[np.int32]
    departed: Days
    arrived: Days
    persons: NDArray[np.int64]
    recorded: Days
    withdrawn: Days
    left_out: Mapping[str, NDArray[np.int64]]

    def __len__(self) -> int:
        return len(self.departed)

    @property
    def dated(self) -> NDArray[np.bool_]:
        """Which legs have days that can be used."""
        dated: NDArray[np.bool_] = self.departed != OPEN
        return dated

    def known(self, known_on: date | None = None) -> NDArray[np.bool_]:
        """Tell which legs were known at the end of a day; None for those that nobody has withdrawn."""
        if known_on is None:
            return np.asarray(self.withdrawn == OPEN)
        on = number(known_on)
        return np.asarray((self.recorded <= on) & (self.withdrawn > on))

    def not_arrived(self, known_on: date | None = None) -> NDArray[np.int64]:
        """Return the rows that departed and of which nobody tells an arrival."""
        return np.flatnonzero(self.dated & (self.arrived == OPEN) & self.known(known_on))

    def unnumbered(self, known_on: date | None = None) -> NDArray[np.int64]:
        """Return the rows of which nobody tells how many persons they moved."""
        return np.flatnonzero((self.persons == UNTOLD) & self.known(known_on))

    def moved(self, origin: str | None = None, destination: str | None = None, known_on: date | None = None) -> Figure:
        """Return how many persons the legs moved, those with unknown days included.

        Args:
            origin, destination: only legs from and to these places; None for all.
            known_on: as known at the end of that day; None for what nobody has withdrawn.

        Returns:
            The sum; at least the sum where legs have no number; no number where none has one, or where there is no leg:
            that nobody tells of a movement does not make it zero.
        """
        chosen = self.known(known_on)
        for place, column in ((origin, self.origin), (destination, self.destination)):
            if place is not None:
                at = self.places.index(place) if place in self.places else len(self.places)
                chosen = chosen & (column == at)
        persons = self.persons[chosen]
        told = persons[persons != UNTOLD]
        if not len(told):
            return Figure(None, None)
        return Figure("=" if len(told) == len(persons) else ">=", int(told.sum()))


def legs_of(table: pa.Table, today: date | None = None) -> Legs:
    """Read a table of legs.

    Args:
        table: ``origin`` and ``destination`` (text, empty where nobody tells), ``departed`` (a day) and ``persons``
            (whole numbers); and, where they are told, ``arrived``, ``recorded_on`` and ``withdrawn_on`` (the days on
            which the row became known, and on which it was withdrawn or replaced).
        today: days more than a year after it are impossible; None for now.

    Raises:
        WrongLegs: a column is missing, unknown, or holds something else.
    """
    check_columns(table, "legs", NEEDED, COLUMNS, WrongLegs)
    departed, arrived = _days(table, "departed", OPEN), _days(table, "arrived", OPEN)
    persons = _numbers(table)
    latest = number((today or date.today()) + timedelta(days=366))
    wrong = {
        "no_departure": departed == OPEN,
        "impossible_day": impossible(departed, latest) | impossible(arrived, latest),
        "arrives_before_departure": (arrived < departed) & (departed != OPEN),
    }
    undated = np.logical_or.reduce(list(wrong.values()))
    wrong["impossible_number"] = (persons != UNTOLD) & ((persons < 0) | (persons > _MOST))
    persons[wrong["impossible_number"]] = UNTOLD
    departed[undated] = arrived[undated] = OPEN
    origin, destination, places = _places(table)
    recorded, withdrawn = _days(table, "recorded_on", np.int32(-OPEN)), _days(table, "withdrawn_on", OPEN)
    told = {code: np.flatnonzero(rows) for code, rows in wrong.items() if rows.any()}
    return Legs(places, origin, destination, departed, arrived, persons, recorded, withdrawn, told)


def _days(table: pa.Table, name: str, absent: np.int32) -> Days:
    if name not in table.column_names:
        return np.full(table.num_rows, absent, np.int32)
    with holding(name, "day", WRITE_DAYS, WrongLegs):
        return np.array(day_numbers(table.column(name), absent))  # a copy, because rows are blanked in it


def _numbers(table: pa.Table) -> NDArray[np.int64]:
    numbers = _cast(table, "persons", pa.int64(), "whole number", "Leave a number empty that nobody tells.")
    below = pc.equal(numbers, UNTOLD)  # a number below zero that was written is no number that nobody tells
    numbers = pc.if_else(below, pa.scalar(UNTOLD - 1, pa.int64()), numbers)
    return _plain(pc.fill_null(numbers, pa.scalar(UNTOLD, pa.int64())), np.int64)


def _cast(table: pa.Table, name: str, kind: pa.DataType, what: str, hint: str) -> pa.Array:
    with holding(name, what, hint, WrongLegs):
        return table.column(name).cast(kind).combine_chunks()


def _plain(column: pa.Array, kind: type[Whole]) -> NDArray[Whole]:
    return np.array(column.to_numpy(zero_copy_only=False), kind)  # a copy, because rows are blanked in it


def _places(table: pa.Table) -> tuple[NDArray[np.int32], NDArray[np.int32], tuple[str, ...]]:
    """Return the numbers of origins and destinations, which share one row of places."""
    columns = [_cast(table, name, pa.string(), "text", "Name places in words.") for name in NEEDED[:2]]
    coded = pa.concat_arrays(columns).dictionary_encode()
    numbers = _plain(pc.fill_null(coded.indices, pa.scalar(UNTOLD, pa.int32())), np.int32)
    return numbers[: table.num_rows], numbers[table.num_rows :], tuple(map(str, coded.dictionary.to_pylist()))
