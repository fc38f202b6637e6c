"""The second engine: Splink weighs the pairs, on DuckDB or on Spark; what comes in and goes out is as in the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.linking.chances import needed_bits, tally_of, worth_keeping
from paradero.linking.engine import UNLIKELY
from paradero.linking.errors import UnknownRow
from paradero.linking.explaining import Explanation
from paradero.linking.people import People, people_of
from paradero.linking.splink import on_duckdb, on_spark
from paradero.linking.splink.explaining import explained
from paradero.linking.splink.gathering import gathered
from paradero.linking.splink.model import SHARES, Comparison, Shares
from paradero.linking.splink.rows import compared_of, frequencies_of, rows_of

Frequencies = Mapping[str, pa.Table]
Answering = Callable[[pa.Table, tuple[Comparison, ...], Frequencies, float], tuple[pa.Table, Shares]]
NOTHING = pa.table({name: pa.array([], pa.int64()) for name in ("row_l", "row_r", "match_weight")})


@dataclass(frozen=True)
class SplinkLinks:
    """What Splink proposes about a table; nothing of it is decided.

    Attributes:
        pairs, clusters, needed: as of ``paradero.linking.Links``.
        compared: not known.
    """

    pairs: pa.Table
    clusters: pa.Array
    needed: tuple[float, float]
    compared: None
    _people: People = field(repr=False)
    _rows: pa.Table = field(repr=False)
    _frequencies: Frequencies = field(repr=False)
    _shares: Shares = field(repr=False)
    _weighed: pa.Table = field(repr=False)

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two rows being one person, whether or not they are a pair.

        Raises:
            UnknownRow: an id that the table does not have.
        """
        for row in (one, other):
            if row not in self._places:
                raise UnknownRow(row)
        places = self._places[one], self._places[other]
        where = self._where.get((min(places), max(places)))
        compared = compared_of(self._rows)
        pair = self._apart(places, compared) if where is None else self._weighed.slice(where, 1).to_pylist()[0]
        own = self._people.roll[places[0]] == self._people.roll[places[1]]
        names = tuple(self._rows["name"][place].as_py() or "" for place in places)
        return explained(pair, (names[0], names[1]), compared, self.needed[int(own)])

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {row: place for place, row in enumerate(self._people.ids.to_pylist())}

    @cached_property
    def _where(self) -> Mapping[tuple[int, int], int]:
        one, other = (self._weighed[side].to_pylist() for side in ("row_l", "row_r"))
        return {pair: where for where, pair in enumerate(zip(one, other, strict=True))}

    def _apart(self, places: tuple[int, int], compared: tuple[Comparison, ...]) -> Mapping[str, Any]:
        """Have Splink weigh a pair that it did not keep, with the same model."""
        both = self._rows.take(pa.array(places))
        both = both.set_column(0, "row", pa.array([0, 1]))
        both = both.set_column(both.num_columns - 1, "blocks", pa.array([[0], [0]], both["blocks"].type))
        known = {
            column: table.filter(pc.is_in(table[column], value_set=both[column].combine_chunks()))
            for column, table in self._frequencies.items()
        }
        found, _ = on_duckdb.answered(both, compared, known, None, self._shares)
        pair: Mapping[str, Any] = found.to_pylist()[0]
        return pair


def link_on_duckdb(table: pa.Table) -> SplinkLinks:
    """Propose which rows of a table are one person, by Splink on DuckDB; ``table`` as for ``paradero.linking.link``.

    Raises:
        WrongTable: a column is missing or unknown, or ids are missing or stand twice.
        LinkerMissing: Splink or DuckDB is not installed.
    """
    return _linked(table, on_duckdb.answered)


def link_on_spark(table: pa.Table) -> SplinkLinks:
    """Do the same on Spark, on this machine and in a process of its own.

    Raises:
        WrongTable: as above.
        LinkerMissing: Splink, PySpark or Java is not there.
        LinkerFailed: Spark ended before it had an answer.
    """
    return _linked(table, on_spark.answered)


def _linked(table: pa.Table, answering: Answering) -> SplinkLinks:
    people = people_of(table)
    rows = rows_of(people)
    compared, frequencies = compared_of(rows), frequencies_of(people, rows)
    found, shares = NOTHING, SHARES
    if any(one.name == "name" for one in compared) and len(people) > 1:
        found, shares = answering(rows, compared, frequencies, worth_keeping(people))
    found, pairs = _in_order(found)
    bits = found["match_weight"].to_numpy().astype(np.float64)
    needed = needed_bits(people, tally_of(people, pairs.astype(np.int32), bits.astype(np.float32)))
    over = bits - needed[(people.roll[pairs[:, 0]] == people.roll[pairs[:, 1]]).astype(int)]
    clusters = people.ids.take(pa.array(gathered(len(people), pairs, over)))
    order = np.lexsort((pairs[:, 1], pairs[:, 0], -over))
    chance = 1 / (1 + np.exp2(-np.clip(over[order], -60, 60)))
    order, chance = order[chance >= UNLIKELY], chance[chance >= UNLIKELY]
    proposed = {
        "one": people.ids.take(pa.array(pairs[order, 0])),
        "other": people.ids.take(pa.array(pairs[order, 1])),
        "bits": pa.array(bits[order], pa.float32()),
        "probability": pa.array(chance),
    }
    both = (float(needed[0]), float(needed[1]))
    kept = found.take(pa.array(order))
    return SplinkLinks(pa.table(proposed), clusters, both, None, people, rows, frequencies, shares, kept)


def _in_order(found: pa.Table) -> tuple[pa.Table, NDArray[np.int64]]:
    """Put the smaller number of each pair first, and the pairs in order: a database gives them in any."""
    sides = np.stack([found["row_l"].to_numpy(), found["row_r"].to_numpy()], axis=1)
    pairs = np.sort(sides, axis=1).astype(np.int64).reshape(-1, 2)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    found, pairs = found.take(pa.array(order)), pairs[order]
    for place, side in enumerate(("row_l", "row_r")):
        found = found.set_column(found.schema.get_field_index(side), side, pa.array(pairs[:, place]))
    return found, pairs
