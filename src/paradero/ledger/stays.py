"""Stays as sorted integer columns: who was where from when to when, and from when to when that was known.

A pure function of a table; a row that cannot be used is named and left out, never guessed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.ledger.rows import EARLIEST
from paradero.model import ParaderoError

Days = NDArray[np.int32]  # days since 1 January 1970
OPEN = np.int32(2**31 - 2)  # the end of a stay that goes on, and the day on which nothing is withdrawn
COLUMNS = ("person", "place", "start", "end", "recorded_on", "withdrawn_on")
NEEDED = COLUMNS[:3]


class WrongStays(ParaderoError):
    """A table of stays that cannot be used as it is."""

    code = "wrong_stays"


@dataclass(frozen=True)
class Stays:
    """Stays as columns of integers, in the order of the table, without the rows that cannot be used.

    Attributes:
        row: the number of each stay's row in the table, from 0.
        person, place: numbers of persons and of places. places: the places by their numbers.
        start, end: days; the end is the day on which the person left, ``OPEN`` for a stay that goes on.
        recorded, withdrawn: the days between which the row was known: from the first, before the second.
        left_out: by code, the rows that cannot be used: ``no_start``, ``ends_before_start``, ``impossible_day``.
    """

    row: NDArray[np.int64]
    person: NDArray[np.int64]
    place: NDArray[np.int32]
    places: tuple[str, ...]
    start: Days
    end: Days
    recorded: Days
    withdrawn: Days
    left_out: Mapping[str, NDArray[np.int64]]

    def __len__(self) -> int:
        return len(self.row)

    def known_on(self, day: date) -> NDArray[np.bool_]:
        """Tell which stays were known at the end of a day."""
        on = number(day)
        known: NDArray[np.bool_] = (self.recorded <= on) & (self.withdrawn > on)
        return known


def number(day: date) -> int:
    """Return the number of a day."""
    return (day - date(1970, 1, 1)).days


def stays_of(table: pa.Table, today: date | None = None) -> Stays:
    """Read a table of stays.

    Args:
        table: ``person`` (text or whole numbers), ``place`` (text), ``start`` (a day); and, where they are told,
            ``end`` (the day on which the person left; empty while they are held), ``recorded_on`` and ``withdrawn_on``
            (the days on which the row became known, and on which it was withdrawn or replaced).
        today: days more than a year after it are impossible; None for now.

    Raises:
        WrongStays: a column is missing, unknown, or holds something else.
    """
    _check(table)
    start, end = _days(table, "start", OPEN), _days(table, "end", OPEN)
    latest = number((today or date.today()) + timedelta(days=366))
    wrong = {
        "no_start": start == OPEN,
        "impossible_day": _impossible(start, latest) | _impossible(end, latest),
        "ends_before_start": (end < start) & (start != OPEN),
    }
    bad = np.logical_or.reduce(list(wrong.values()))
    kept = np.flatnonzero(~bad)
    place, places = _coded(table.column("place"))
    person = _numbered(table.column("person"))
    recorded, withdrawn = _days(table, "recorded_on", np.int32(-OPEN)), _days(table, "withdrawn_on", OPEN)
    columns = (person, place, start, end, recorded, withdrawn)
    if len(kept) < len(start):
        columns = tuple(column[kept] for column in columns)  # type: ignore[assignment]
    person, place, start, end, recorded, withdrawn = columns
    told = {code: np.flatnonzero(rows) for code, rows in wrong.items() if rows.any()}
    return Stays(kept, person, place, places, start, end, recorded, withdrawn, told)


def _check(table: pa.Table) -> None:
    names = table.column_names
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise WrongStays(f"The table of stays has no column `{missing[0]}`.", f"It needs: {', '.join(NEEDED)}.")
    if unknown := [name for name in names if name not in COLUMNS]:
        raise WrongStays(f"Nothing is known of the column `{unknown[0]}`.", f"Columns are: {', '.join(COLUMNS)}.")
    for name in NEEDED[:2]:
        if table.column(name).null_count:
            raise WrongStays(f"A row has no {name}.", "Leave such rows out, and say how many they are.")


def _days(table: pa.Table, name: str, absent: np.int32) -> Days:
    if name not in table.column_names:
        return np.full(table.num_rows, absent, np.int32)
    try:
        column = table.column(name).cast(pa.date32()).combine_chunks().cast(pa.int32())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise WrongStays(f"The column `{name}` holds what is no day: {error}.", "Write days as 2025-07-18.") from error
    days: Days = pc.fill_null(column, pa.scalar(int(absent), pa.int32())).to_numpy(zero_copy_only=False)
    return days


def _impossible(days: Days, latest: int) -> NDArray[np.bool_]:
    wrong: NDArray[np.bool_] = (days != OPEN) & ((days < number(EARLIEST)) | (days > latest))
    return wrong


def _coded(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    coded = column.combine_chunks()
    coded = coded if pa.types.is_dictionary(coded.type) else coded.dictionary_encode()
    numbers: NDArray[np.int32] = coded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    return numbers, tuple(map(str, coded.dictionary.to_pylist()))


def _numbered(column: pa.ChunkedArray) -> NDArray[np.int64]:
    if pa.types.is_integer(column.type):
        whole: NDArray[np.int64] = column.combine_chunks().to_numpy(zero_copy_only=False).astype(np.int64, copy=False)
        return whole
    return _coded(column)[0].astype(np.int64)
