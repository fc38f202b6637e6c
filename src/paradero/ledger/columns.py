"""Columns of tables: which a table must have and may have, and what is told when one holds something else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import pyarrow as pa

from paradero.model import ParaderoError


def check_columns(
    table: pa.Table, what: str, needed: Collection[str], known: Collection[str], error: type[ParaderoError]
) -> None:
    """Raise an error for a column that is missing, or of which nothing is known.

    Args:
        table: as given. what: what stands in its rows ("stays").
        needed, known: the columns that it must have, and all that it may have.
        error: what is raised.
    """
    names = table.column_names
    if missing := [name for name in needed if name not in names]:
        raise error(f"The table of {what} has no column `{missing[0]}`.", f"It needs: {', '.join(needed)}.")
    if unknown := [name for name in names if name not in known]:
        raise error(f"Nothing is known of the column `{unknown[0]}`.", f"Columns are: {', '.join(known)}.")


@contextmanager
def holding(name: str, what: str, hint: str, error: type[ParaderoError]) -> Iterator[None]:
    """Raise an error when a column that is read in here holds what is no ``what`` ("day"); ``hint``: what to do."""
    try:
        yield
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as cause:
        raise error(f"The column `{name}` holds what is no {what}: {cause}.", hint) from cause
