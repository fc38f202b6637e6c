"""Stays as columns of small integers: who was where from when to when, and from when to when that was known.

A pure function of a table; a row that cannot be used is named and left out, never guessed at. A column that is used
as it stands is a view of the table's own memory, and a column that the table does not have takes none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.ledger.columns import check_columns, holding
from paradero.ledger.rows import EARLIEST
from paradero.model import ParaderoError

Days = NDArray[np.int32]  # days since 1 January 1970
OPEN = np.int32(2**31 - 2)  # the end of a stay that goes on, and the day on which nothing is withdrawn
COLUMNS = ("person", "place", "start", "end", "recorded_on", "withdrawn_on")
NEEDED = COLUMNS[:3]
WRITE_DAYS = "Write days as 2025-07-18."
MOST = 2**31 - 1  # rows that a number of 32 bits counts
PART = 1 << 16  # stays that are worked on at a time: what is made of them on the way stays in the processor's cache


class WrongStays(ParaderoError):
    """A table of stays that cannot be used as it is."""

    code = "wrong_stays"


@dataclass(frozen=True)
class Stays:
    """Stays as columns of integers, in the order of the table, without the rows that cannot be used.

    Attributes:
        row: the number of each stay's row in the table, from 0.
        person: a number for each person; the table's own where it has numbers that lie close together.
        place: numbers of places. places: the places by their numbers.
        start, end: days; the end is the day on which the person left, ``OPEN`` for a stay that goes on.
        recorded, withdrawn: the days between which the row was known: from the first, before the second.
        left_out: by code, the rows that cannot be used: ``no_start``, ``ends_before_start``, ``impossible_day``.
    """

    row: NDArray[np.int32]
    person: NDArray[np.int32]
    place: NDArray[np.int32]
    places: tuple[str, ...]
    start: Days
    end: Days
    recorded: Days
    withdrawn: Days
    left_out: Mapping[str, NDArray[np.int32]]

    def __len__(self) -> int:
        return len(self.row)

    def known_on(self, day: date | None, part: slice | NDArray[np.int64] = slice(None)) -> NDArray[np.bool_]:
        """Tell which stays of a part were known at the end of a day; None for those that nobody withdrew."""
        if day is None:
            current: NDArray[np.bool_] = self.withdrawn[part] == OPEN
            return current
        on = number(day)
        known: NDArray[np.bool_] = (self.recorded[part] <= on) & (self.withdrawn[part] > on)
        return known

    def parts(self) -> Iterator[slice]:
        """Yield the stays in parts that are worked on one after another."""
        for at in range(0, len(self), PART):
            yield slice(at, min(at + PART, len(self)))


def number(day: date) -> int:
    """Return the number of a day."""
    return (day - date(1970, 1, 1)).days


def day_of(number: int) -> date:
    """Return the day of a number."""
    return date(1970, 1, 1) + timedelta(days=number)


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
    latest = number((today or date.today()) + timedelta(days=366))
    start, end = _days(table, "start", OPEN), _days(table, "end", OPEN)
    wrong = {code: rows for code, rows in _wrong(start, end, latest).items() if rows.any()}
    good = ~np.logical_or.reduce(list(wrong.values())) if wrong else None
    left_out = {code: np.flatnonzero(rows).astype(np.int32) for code, rows in wrong.items()}
    del wrong
    row = _kept(np.arange(table.num_rows, dtype=np.int32), good)
    start, end = _kept(start, good), _kept(end, good)
    place, places = coded(table.column("place"))
    return Stays(
        row=row,
        person=_kept(_numbered(table.column("person")), good),
        place=_kept(place, good),
        places=places,
        start=start,
        end=end,
        recorded=_kept(_days(table, "recorded_on", np.int32(-OPEN)), good),
        withdrawn=_kept(_days(table, "withdrawn_on", OPEN), good),
        left_out=left_out,
    )


def _wrong(start: Days, end: Days, latest: int) -> dict[str, NDArray[np.bool_]]:
    """Tell by code which rows cannot be used."""
    return {
        "no_start": start == OPEN,
        "impossible_day": impossible(start, latest) | impossible(end, latest),
        "ends_before_start": (end < start) & (start != OPEN),
    }


def _kept(column: NDArray[np.int32], good: NDArray[np.bool_] | None) -> NDArray[np.int32]:
    """Return the rows of a column that can be used; None for all, which needs no copy."""
    return column if good is None else column[good]


def _check(table: pa.Table) -> None:
    check_columns(table, "stays", NEEDED, COLUMNS, WrongStays)
    if table.num_rows > MOST:
        raise WrongStays(f"The table has {table.num_rows:,} rows.", f"Cut it by persons; {MOST:,} go at a time.")
    for name in NEEDED[:2]:
        if table.column(name).null_count:
            raise WrongStays(f"A row has no {name}.", "Leave such rows out, and say how many they are.")


def _days(table: pa.Table, name: str, absent: np.int32) -> Days:
    """Return a column of days; one that the table does not have is one number, seen as often as needed."""
    if name not in table.column_names:
        return np.broadcast_to(absent, table.num_rows)
    with holding(name, "day", WRITE_DAYS, WrongStays):
        return day_numbers(table.column(name), absent)


def day_numbers(column: pa.ChunkedArray, absent: np.int32) -> Days:
    """Return days as numbers; those that are not told as the number given."""
    days = whole(column if pa.types.is_date32(column.type) else column.cast(pa.date32())).view(pa.int32())
    filled = pc.fill_null(days, pa.scalar(int(absent), pa.int32())) if days.null_count else days
    numbers: Days = filled.to_numpy(zero_copy_only=False)
    return numbers


def impossible(days: Days, latest: int) -> NDArray[np.bool_]:
    """Tell which days lie too early or too late to be true; a day that is not told does not."""
    wrong: NDArray[np.bool_] = (days != OPEN) & ((days < number(EARLIEST)) | (days > latest))
    return wrong


def coded(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Return texts as numbers, and the texts by their numbers."""
    encoded = _encoded(column)
    return _indices(encoded), tuple(map(str, encoded.dictionary.to_pylist()))


def whole(column: pa.ChunkedArray) -> pa.Array:
    """Return a column in one piece; without a copy where it is in one."""
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return whole(column if pa.types.is_dictionary(column.type) else column.dictionary_encode())


def _indices(encoded: pa.DictionaryArray) -> NDArray[np.int32]:
    numbers: NDArray[np.int32] = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    return numbers


def _numbered(column: pa.ChunkedArray) -> NDArray[np.int32]:
    """Return a number for each person: numbers that lie far apart are counted through, so that few bits hold them."""
    if len(column) and pa.types.is_integer(column.type):
        span = pc.min_max(column).as_py()
        near = span["max"] - span["min"] < 4 * max(len(column), PART)
        if near and span["min"] > -OPEN and span["max"] < OPEN:
            near_by = column if pa.types.is_int32(column.type) else column.cast(pa.int32())
            close: NDArray[np.int32] = whole(near_by).to_numpy()
            return close
    return _indices(_encoded(column))
