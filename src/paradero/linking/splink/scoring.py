"""What Splink does, on any database: it counts how often strangers are alike, and weighs the pairs of the blocks."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pyarrow as pa

from paradero.linking.splink.model import SHARES, Comparison, Shares, settings

DRAWN = 300_000  # pairs of strangers at most
SEED = 1
SEEN = 3000  # pairs as if they had been seen before, at the shares that are taken to begin with
DIGITS = 6  # of shares that are kept: sums on several processors differ in the last


def counted(database: Any, rows: Any, compared: tuple[Comparison, ...], many: int) -> Shares:
    """Have Splink count the share of strangers at each level, in pairs drawn from the table: the same each time.

    Args:
        database: Splink's API of an open database.
        rows: the registered rows. many: how many there are.
    """
    from splink import Linker

    linker = Linker(rows, settings(compared, SHARES), log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=DRAWN, seed=SEED, num_chunks=1)  # all, at once
    drawn = min(DRAWN, many * (many - 1) // 2)
    model = linker.misc.save_model_to_json()
    found = {}
    for one, told in zip(compared, model["comparisons"], strict=True):
        levels = [level["u_probability"] for level in told["comparison_levels"] if not level.get("is_null_level")]
        pairs = zip(levels, SHARES[one.name], strict=True)
        found[one.name] = tuple(_short((drawn * seen + SEEN * taken) / (drawn + SEEN)) for seen, taken in pairs)
    return found


def _short(share: float) -> float:
    return float(f"{share:.{DIGITS}g}")


def weighed(
    database: Any,
    rows: Any,
    compared: tuple[Comparison, ...],
    shares: Shares,
    frequencies: Mapping[str, Any],
    at_least: float | None,
) -> pa.Table:
    """Have Splink weigh the pairs of rows that share a block.

    Args:
        rows, frequencies: registered.
        at_least: bits below which a pair is left out; None to keep all.

    Returns:
        A row for each pair: ``row_l``, ``row_r``, ``match_weight``, and for each comparison ``gamma_NAME`` (which
        level; the last is 0, -1 where nothing was compared), ``mw_NAME`` and, where it counts, ``mw_tf_adj_NAME``.
    """
    from splink import Linker

    linker: Any = Linker(rows, settings(compared, shares), log_level=None)
    for column, known in frequencies.items():
        linker.table_management.register_term_frequency_lookup(known, column)
    found = linker.inference.predict(threshold_match_weight=at_least, warning_mode="never")
    columns = ["row_l", "row_r", "match_weight", *(column for one in compared for column in _columns(one))]
    told = linker.misc.query_sql(f"select {', '.join(columns)} from {found.physical_name}")
    table: pa.Table = told.as_pyarrow_table()
    return table


def _columns(one: Comparison) -> Iterator[str]:
    yield f"gamma_{one.name}"
    yield f"mw_{one.name}"
    if one.rarity:
        yield f"mw_tf_adj_{one.name}"


@contextmanager
def silence() -> Iterator[None]:
    """Keep what Splink has to say of itself from the screen."""
    logger = logging.getLogger("splink")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
