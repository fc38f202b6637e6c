"""Small tables of invented stays, and the same questions asked in plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta

import pyarrow as pa

TODAY = date(2025, 12, 31)
Stay = tuple[str, str, date | None, date | None, date | None, date | None]
NAMES = ("person", "place", "start", "end", "recorded_on", "withdrawn_on")
DAYS = ("start", "end", "recorded_on", "withdrawn_on")


def day(number: int) -> date:
    """Return the day so many days after 31 December 2024."""
    return date(2024, 12, 31) + timedelta(days=number)


def table(stays: Sequence[Stay]) -> pa.Table:
    columns = zip(NAMES, zip(*stays, strict=True) if stays else [()] * len(NAMES), strict=True)
    return pa.table({name: pa.array(values, pa.date32() if name in DAYS else pa.string()) for name, values in columns})


def asked(stays: Sequence[Stay], question: str, **values: object) -> list[tuple[object, ...]]:
    """Ask a question in SQL of the table ``stays`` and the table ``days`` (January and February 2025)."""
    with sqlite3.connect(":memory:") as database:
        database.execute(f"create table stays (row integer, {', '.join(NAMES)})")
        rows = [(row, *(str(v) if v is not None else None for v in stay)) for row, stay in enumerate(stays)]
        database.executemany(f"insert into stays values ({', '.join('?' * (len(NAMES) + 1))})", rows)
        database.execute("create table days (day)")
        database.executemany("insert into days values (?)", [(str(day(n)),) for n in range(1, 60)])
        return list(
            database.execute(
                question, {name: value if isinstance(value, int) else str(value) for name, value in values.items()}
            )
        )
