"""The default engine: from a table of people to pairs that may be one person, and to a cluster for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.linking.blocking import blocks_of
from paradero.linking.chances import Tally, needed_bits, tally_of, worth_keeping
from paradero.linking.clustering import clusters_of
from paradero.linking.comparing import Evidence, evidence_of
from paradero.linking.errors import UnknownRow
from paradero.linking.explaining import Explanation, explained
from paradero.linking.pairs import Compared, scored_pairs
from paradero.linking.people import People, people_of

LOOKED_UP = 200_000  # rows up to which ids are looked up in a dictionary; beyond, that takes more room than they do
FEW = 50  # ids that are found faster one by one


@dataclass(frozen=True)
class Links:
    """What linking proposes about a table; nothing of it is decided.

    Attributes:
        pairs: an Arrow table with a row for each pair that may be one person, the likeliest first: ``one`` and
            ``other`` (ids), ``bits`` (log2 of how much likelier the evidence is of one person than of two) and
            ``probability``.
        clusters: for each row of the table, in its order, the id of the first row of its cluster.
        needed: bits at which a pair is as likely one person as two: of two lists, and of one list.
        compared: how many pairs were compared.
        evidence: what is compared, as compiled code sees it.
    """

    pairs: pa.Table
    clusters: pa.Array
    needed: tuple[float, float]
    compared: int
    evidence: Evidence = field(repr=False)
    _people: People = field(repr=False)
    _heads: NDArray[np.int32] = field(repr=False)
    _tally: Tally = field(repr=False)

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two rows being one person, whether or not they are a pair.

        Raises:
            UnknownRow: an id that the table does not have.
        """
        rows, own = self.rows([(one, other)])
        first, second = rows[0].tolist()
        return explained(self._people, self.evidence, first, second, self.needed[int(own[0])])

    def has(self, ids: Sequence[str]) -> NDArray[np.bool_]:
        """Tell of each id whether it is of a row of the table."""
        return self._numbers(ids) >= 0

    def rows(self, pairs: Sequence[tuple[str, str]]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the numbers of the rows of pairs of ids, and whether the two are of one list.

        Raises:
            UnknownRow: an id that the table does not have.
        """
        ids = [id for pair in pairs for id in pair]
        numbers = self._numbers(ids)
        if (numbers < 0).any():
            raise UnknownRow(ids[int(np.argmin(numbers))])
        rows = numbers.reshape(-1, 2)
        return rows, self._people.roll[rows[:, 0]] == self._people.roll[rows[:, 1]]

    def _numbers(self, ids: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of the rows of ids, -1 for one that the table does not have."""
        if len(self._people) <= LOOKED_UP:
            return np.array([self._places.get(id, -1) for id in ids], np.int64)
        if len(ids) <= FEW:
            return np.array(
                [pc.index(self._people.ids, pa.scalar(id, pa.large_string())).as_py() for id in ids], np.int64
            )
        found = pc.index_in(pa.array(ids, pa.large_string()), value_set=self._people.ids)
        numbers: NDArray[np.int64] = pc.fill_null(found, -1).to_numpy(zero_copy_only=False).astype(np.int64)
        return numbers

    @cached_property
    def _places(self) -> dict[str, int]:
        return {row: place for place, row in enumerate(self._people.ids.to_pylist())}


def link(table: pa.Table) -> Links:
    """Propose which rows of a table are one person, at the shipped weights and threshold.

    Args:
        table: an Arrow table with a row for each record. ``id`` is needed (each once), and ``name`` or ``given`` and
            ``family``; all others may be missing or empty: ``list`` (rows of one list are seldom one person),
            ``within`` (rows are compared with those of the same value only), ``birth_date`` (ISO, also "1983" and
            "1983-05"), ``age`` in years with ``age_on`` (the day or year that it was so), ``sex``, ``nationality``,
            ``birth_place``, ``residence``, ``occupation``, ``held_at`` (place of detention), ``father`` and ``mother``
            (their names), ``document`` (its number).

    Returns:
        Pairs with their bits, a cluster for each row, and explanations on demand. The same table gives the same answer
        on any number of processors; the order of its rows changes nothing but who gives a cluster its id.

    Raises:
        WrongTable: a column is missing or unknown, or ids are missing or stand twice.
    """
    people = people_of(table)
    evidence = evidence_of(people)
    return proposed(people, evidence, scored_pairs(evidence, blocks_of(people), worth_keeping(people)))


NOBODY = np.zeros(0, np.int32)


def proposed(
    people: People, evidence: Evidence, found: Compared, before: NDArray[np.int32] = NOBODY, seen: Tally | None = None
) -> Links:
    """Propose what follows from compared pairs.

    Args:
        before: the clusters of the first rows, when they were linked before; the pairs among them are not in `found`,
            but counted in `seen`.
    """
    tally = tally_of(people, found.pairs, found.bits)
    tally = tally if seen is None else tally + seen
    needed = needed_bits(people, tally)
    heads = clusters_of(evidence, found.pairs, found.bits, needed, before)
    return Links(
        _pairs(people, found, needed),
        people.ids.take(pa.array(heads[len(before) :])),
        (float(needed[0]), float(needed[1])),
        found.compared,
        evidence,
        people,
        heads,
        tally,
    )


UNLIKELY = 0.01  # pairs less likely than this are not proposed


def _pairs(people: People, found: Compared, needed: NDArray[np.float64]) -> pa.Table:
    own = people.roll[found.pairs[:, 0]] == people.roll[found.pairs[:, 1]]
    chance = 1 / (1 + np.exp2(np.clip(needed[own.astype(int)] - found.bits, -60, 60)))
    order = np.argsort(-chance, kind="stable")
    order = order[chance[order] >= UNLIKELY]
    columns = {
        "one": people.ids.take(pa.array(found.pairs[order, 0])),
        "other": people.ids.take(pa.array(found.pairs[order, 1])),
        "bits": pa.array(found.bits[order]),
        "probability": pa.array(chance[order]),
    }
    return pa.table(columns)
