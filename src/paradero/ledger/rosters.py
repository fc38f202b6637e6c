"""Rosters: how many were at a place on a day as somebody recorded it. A pure function of a table.

A row that cannot be used is named and left out, never guessed at; rows that contradict each other are not weighed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.ledger.columns import check_columns, holding
from paradero.ledger.stays import MOST, OPEN, WRITE_DAYS, Days, coded, day_numbers, impossible, number, whole
from paradero.model import ParaderoError

COLUMNS = ("place", "day", "count", "operator")
NEEDED = COLUMNS[:3]
EXACT, AT_LEAST = "=", ">="
UNKNOWN = np.int32(-1)  # the count, and the row, of a day of which nothing is known


class WrongRosters(ParaderoError):
    """A table of rosters that cannot be used as it is."""

    code = "wrong_rosters"


@dataclass(frozen=True)
class Rosters:
    """What was recorded: one record for each place and day that has any, in the order of places and days.

    Two rows for one place and day may go together: of "at least 8" and "at least 10" the second says more, and "10"
    says more than both. Where they do not (10 and 12; 10 and "at least 12"), nothing is known of the day.

    Attributes:
        row: the number of the row in the table that each record rests on, from 0.
        place: numbers of places. places: the places by their numbers.
        day: days. count: persons, ``UNKNOWN`` where the rows contradict each other.
        at_least: whether there may have been more, as with a source that samples.
        left_out: by code, the rows that cannot be used: ``no_day``, ``impossible_day``, ``no_count``,
            ``impossible_count``, ``other_operator``, and ``contradicted``.
    """

    row: NDArray[np.int32]
    place: NDArray[np.int32]
    places: tuple[str, ...]
    day: Days
    count: NDArray[np.int32]
    at_least: NDArray[np.bool_]
    left_out: Mapping[str, NDArray[np.int32]]

    def __len__(self) -> int:
        return len(self.row)


def rosters_of(table: pa.Table, today: date | None = None) -> Rosters:
    """Read a table of rosters.

    Args:
        table: ``place`` (text), ``day``, ``count`` (whole numbers); and, where it is told, ``operator``: ``=``, also
            where none stands, or ``>=`` of a source that does not see everybody.
        today: days more than a year after it are impossible; None for now.

    Raises:
        WrongRosters: a column is missing, unknown, or holds something else.
    """
    _check(table)
    place, places = coded(table.column("place"))
    day, count = _days(table), _counts(table)
    operator = _operators(table)
    wrong = {
        "no_day": day == OPEN,
        "impossible_day": impossible(day, number((today or date.today()) + timedelta(days=366))),
        "no_count": count == OPEN,
        "impossible_count": (count < 0) | ((count > MOST // 2) & (count != OPEN)),
        "other_operator": (operator != EXACT) & (operator != AT_LEAST),
    }
    left_out = {code: np.flatnonzero(rows).astype(np.int32) for code, rows in wrong.items() if rows.any()}
    row = np.flatnonzero(~np.logical_or.reduce(list(wrong.values()))).astype(np.int32)
    return _merged(row, place[row], places, day[row], count[row].astype(np.int32), operator[row] == AT_LEAST, left_out)


def _merged(
    row: NDArray[np.int32],
    place: NDArray[np.int32],
    places: tuple[str, ...],
    day: Days,
    count: NDArray[np.int32],
    at_least: NDArray[np.bool_],
    left_out: dict[str, NDArray[np.int32]],
) -> Rosters:
    """Make one record of the rows of one place and day: the one that says most comes first among them."""
    order = np.lexsort((row, -count, at_least, day, place))
    row, place, day, count, at_least = row[order], place[order], day[order], count[order], at_least[order]
    new = np.ones(len(row), bool)
    new[1:] = (place[1:] != place[:-1]) | (day[1:] != day[:-1])
    heads = np.flatnonzero(new)
    group = np.cumsum(new) - 1
    told, exact = count[heads][group], ~at_least[heads][group]
    apart = exact & np.where(at_least, count > told, count != told)
    contradicted = np.zeros(len(heads), bool)
    contradicted[group[apart]] = True
    if contradicted.any():
        left_out = {**left_out, "contradicted": np.sort(row[contradicted[group]])}
    counts = np.where(contradicted, UNKNOWN, count[heads])
    return Rosters(row[heads], place[heads], places, day[heads], counts, at_least[heads], left_out)


def _check(table: pa.Table) -> None:
    check_columns(table, "rosters", NEEDED, COLUMNS, WrongRosters)
    if table.column("place").null_count:
        raise WrongRosters("A row has no place.", "Leave such rows out, and say how many they are.")


def _days(table: pa.Table) -> Days:
    with holding("day", "day", WRITE_DAYS, WrongRosters):
        return day_numbers(table.column("day"), OPEN)


def _counts(table: pa.Table) -> NDArray[np.int64]:
    with holding("count", "whole number", "Leave a cell empty when nothing was counted.", WrongRosters):
        told = whole(table.column("count").cast(pa.int64()))
    counts: NDArray[np.int64] = pc.fill_null(told, int(OPEN)).to_numpy(zero_copy_only=False)
    return counts


def _operators(table: pa.Table) -> NDArray[np.str_]:
    if "operator" not in table.column_names:
        return np.full(table.num_rows, EXACT)
    told = pc.utf8_trim_whitespace(table.column("operator").cast(pa.string()))
    return np.array([operator or EXACT for operator in told.to_pylist()], np.str_)
