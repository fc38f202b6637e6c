"""How long one person's chain takes from a database: rows of SQLite, read, put in order and checked.

    python -m bench.ledger.one_person [--stays 1000000] [--seed 1] [--persons 1000]

Writes the invented stays of ``bench.ledger.census`` into a file of SQLite with an index on the person, and asks for
persons drawn by chance, one after another: from the question to the rows in order with their findings.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bench.ledger.census import TODAY, invented
from paradero.ledger import Stays, chains, check_chains, stays_of

NAMES = ("person", "place", "start", "end", "recorded_on", "withdrawn_on")
SCHEMA = pa.schema([("person", pa.int32()), ("place", pa.string()), *((name, pa.date32()) for name in NAMES[2:])])
ASKED = 'select person, place, "start", "end", recorded_on, withdrawn_on from stays where person = ?'
Row = tuple[int | str | None, ...]
Milliseconds = NDArray[np.float64]


def chain_of(database: sqlite3.Connection, person: int) -> tuple[tuple[Row, ...], Stays]:
    """Read one person's chain: the rows in order, and the stays that they are; days are whole numbers in it."""
    rows = database.execute(ASKED, (person,)).fetchall()
    columns = zip(*rows, strict=True) if rows else [()] * len(NAMES)
    arrays = [_array(column, field) for column, field in zip(columns, SCHEMA, strict=True)]
    stays = stays_of(pa.Table.from_arrays(arrays, schema=SCHEMA), TODAY)
    return tuple(rows[row] for row in chains(stays)), stays


def _array(column: tuple[object, ...], field: pa.Field) -> pa.Array:
    day = pa.types.is_date32(field.type)
    return pa.array(column, pa.int32()).view(field.type) if day else pa.array(column, field.type)


def write(table: pa.Table, path: Path) -> None:
    """Write stays into a new database with an index on the person."""
    with closing(sqlite3.connect(path)) as database:
        kinds = ("integer", "text", "integer", "integer", "integer", "integer")
        columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(NAMES, kinds, strict=True))
        database.execute(f"create table stays ({columns})")
        database.executemany(f"insert into stays values ({', '.join('?' * len(NAMES))})", _rows(table))
        database.execute("create index stays_person on stays (person)")
        database.commit()


def _rows(table: pa.Table) -> Iterator[Row]:
    for batch in table.select(NAMES).to_batches(max_chunksize=100_000):
        columns = [column.cast(pa.int32()) if pa.types.is_date32(column.type) else column for column in batch.columns]
        yield from zip(*(column.to_pylist() for column in columns), strict=True)


def measured(table: pa.Table, persons: int, seed: int = 1) -> tuple[Milliseconds, Milliseconds]:
    """Return how long the chains of so many persons take, in order, and in order and checked."""
    drawn = np.random.default_rng(seed).choice(table.column("person").to_numpy(), persons)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stays.sqlite"
        write(table, path)
        with closing(sqlite3.connect(path)) as database:
            chain_of(database, int(drawn[0]))  # what only the first pays for
            took = np.array([_timed(database, int(person)) for person in drawn])
    return took[:, 0], took[:, 1]


def _timed(database: sqlite3.Connection, person: int) -> tuple[float, float]:
    began = time.perf_counter()
    rows, stays = chain_of(database, person)
    ordered = time.perf_counter()
    check_chains(stays)
    checked = time.perf_counter()
    starts = [int(row[2] or 0) for row in rows]
    assert starts == sorted(starts), "a chain is not in order"
    return 1000 * (ordered - began), 1000 * (checked - began)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long one person's chain takes from SQLite.")
    parser.add_argument("--stays", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--persons", type=int, default=1000)
    asked = parser.parse_args()
    ordered, checked = measured(invented(asked.stays, asked.seed), asked.persons, asked.seed)
    print(f"{asked.stays:,} stays, one person's chain, {len(ordered):,} persons drawn by chance")
    for what, took in (("in order", ordered), ("in order and checked", checked)):
        print(f"  {what:24} median {np.median(took):6.2f} ms, 99 in 100 at most {np.quantile(took, 0.99):6.2f} ms")


if __name__ == "__main__":
    main()
