"""The table of people that is linked, made of plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyarrow as pa


def table_of(rows: Iterable[Mapping[str, str | None]]) -> pa.Table:
    """Return rows as a table of people; a column that no row has is left out, and what a row does not have is unknown.

    Args:
        rows: by the names of the columns that `link` knows, ``id`` among them; every value is text.
    """
    given = list(rows)
    told = dict.fromkeys(column for row in given for column in row)
    return pa.table({column: pa.array([row.get(column) for row in given], pa.string()) for column in told})
