"""Splink on DuckDB, in this process and in memory: nothing is fetched; what does not fit goes to a passing folder."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pyarrow as pa

from paradero import machine
from paradero.linking.splink.model import Comparison, Shares
from paradero.linking.splink.scoring import counted, silence, weighed


def answered(
    rows: pa.Table,
    compared: tuple[Comparison, ...],
    frequencies: Mapping[str, pa.Table],
    at_least: float | None,
    shares: Shares | None = None,
) -> tuple[pa.Table, Shares]:
    """Weigh the pairs of the blocks, as ``scoring.weighed``; return also the shares of strangers.

    Args:
        shares: as they were counted before; None when they are to be counted in these rows.
    """
    with silence(), _opened() as database:
        there = database.register(rows)
        known = {column: database.register(table) for column, table in frequencies.items()}
        found = counted(database, there, compared, rows.num_rows) if shares is None else shares
        return weighed(database, there, compared, found, known, at_least), found


@contextmanager
def _opened() -> Iterator[Any]:
    import duckdb
    from splink import DuckDBAPI

    with tempfile.TemporaryDirectory(prefix="paradero-") as folder:
        asked: dict[str, str | bool | int | float | list[str]] = {
            "threads": machine.processors(),
            "temp_directory": folder,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        with duckdb.connect(":memory:", config=asked) as connection:
            yield DuckDBAPI(connection)
