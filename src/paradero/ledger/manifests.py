"""Manifests: the rows of lists of movements as a table of legs, and what is unknown of them.

What a row leaves open stays open: a month is no day, "at least 20" is no number, and neither is an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pyarrow as pa

from paradero.model import Entry, Problem

_KINDS = {
    "origin": pa.string(),
    "destination": pa.string(),
    "departed": pa.date32(),
    "arrived": pa.date32(),
    "persons": pa.int64(),
}
_ACTS = ("departed", "arrived")
_SHOWN = 6


def legs_from_entries(entries: Iterable[Entry], source: str = "manifest") -> tuple[pa.Table, tuple[Problem, ...]]:
    """Return the rows of lists of movements as ``legs_of`` reads them: a row of the table for each entry, in order.

    Args:
        entries: rows whose columns say ``origin``, ``destination``, a day of the act ``departed`` and, where it is
            told, of the act ``arrived``. A row stands for its group, or for the one person whom it names.
        source: what the problems are said to be in.
    """
    rows = tuple(entries)
    told = [_told(entry) for entry in rows]
    columns: dict[str, Sequence[object]] = {name: [one.get(name) for one in told] for name in ("origin", "destination")}
    days = {act: [_whole(one.get(act, "")) for one in told] for act in _ACTS}
    persons = [_persons(entry) for entry in rows]
    part = [e for e, one in zip(rows, told, strict=True) if any(len(one.get(act, "")) in (4, 7) for act in _ACTS)]
    never = [entry for entry, day in zip(rows, days["departed"], strict=True) if day is None]
    open_numbers = [entry for entry, many in zip(rows, persons, strict=True) if many is None]
    problems = (*_part_of_a_day(part, source), *_no_departure(never, source), *_no_number(open_numbers, source))
    columns = {**columns, **days, "persons": persons}
    return pa.table({name: pa.array(column, _KINDS[name]) for name, column in columns.items()}), problems


def _told(entry: Entry) -> dict[str, str]:
    """Return what a row tells first of its places, and of the days of its acts."""
    found: dict[str, str] = {}
    for value in entry.values:
        name = value.act if value.field == "date" else value.field
        if value.normal and name in _KINDS:
            found.setdefault(name, value.normal)
    return found


def _whole(day: str) -> date | None:
    return date.fromisoformat(day) if len(day) == 10 else None


def _persons(entry: Entry) -> int | None:
    group = entry.group
    if group is None:
        return 1
    exact = group.operator == "=" and group.high is None and group.unit == "persons" and group.value is not None
    return int(group.value) if exact and group.value is not None and group.value == int(group.value) else None


def _part_of_a_day(rows: Sequence[Entry], source: str) -> list[Problem]:
    if not rows:
        return []
    cause = f"{len(rows):,} rows tell a year or a month of departure or arrival, and no day; the day is left open."
    return [Problem("leg_day_open", source, cause, "Look whether the day is known elsewhere.", _where(rows), "warning")]


def _no_departure(rows: Sequence[Entry], source: str) -> list[Problem]:
    if not rows:
        return []
    cause = f"{len(rows):,} rows have no day of departure; they count where no day is needed, and nowhere else."
    hint = "Look at the days that the list is told to have wrong; say in its mapping which column tells the departure."
    return [Problem("leg_without_departure", source, cause, hint, _where(rows), "warning")]


def _no_number(rows: Sequence[Entry], source: str) -> list[Problem]:
    if not rows:
        return []
    cause = f"{len(rows):,} rows do not tell exactly how many persons they stand for; that is unknown, and not zero."
    return [Problem("leg_without_number", source, cause, "Nothing; they are counted apart.", _where(rows), "warning")]


def _where(rows: Sequence[Entry]) -> str:
    sheets = len({entry.sheet for entry in rows}) > 1
    shown = ", ".join(f"{entry.sheet!r} {entry.row:,}" if sheets else f"{entry.row:,}" for entry in rows[:_SHOWN])
    more = f" and {len(rows) - _SHOWN:,} more" if len(rows) > _SHOWN else ""
    return f"{'row' if len(rows) == 1 else 'rows'} {shown}{more}"
