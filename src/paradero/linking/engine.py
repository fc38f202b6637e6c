"""The default engine: from a table of people to pairs that may be one person, and to a cluster for each row."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    """

    pairs: pa.Table
    clusters: pa.Array
    needed: tuple[float, float]
    compared: int
    _people: People = field(repr=False)
    _evidence: Evidence = field(repr=False)
    _heads: NDArray[np.int32] = field(repr=False)
    _tally: Tally = field(repr=False)

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two rows being one person, whether or not they are a pair.

        Raises:
            UnknownRow: an id that the table does not have.
        """
        first, second = self._place(one), self._place(other)
        own = self._people.roll[first] == self._people.roll[second]
        return explained(self._people, self._evidence, first, second, self.needed[int(own)])

    def _place(self, row: str) -> int:
        place: int = pc.index(self._people.ids, pa.scalar(row, pa.large_string())).as_py()
        if place < 0:
            raise UnknownRow(row)
        return place


def link(table: pa.Table) -> Links:
    """Propose which rows of a table are one person, at the shipped weights and threshold.

    Args:
        table: an Arrow table with a row for each record. ``id`` is needed (each once), and ``name`` or ``given`` and
            ``family``; all others may be missing or empty: ``list`` (rows of one list are seldom one person),
            ``within`` (rows are compared with those of the same value only), ``birth_date`` (ISO, also "1983" and
            "1983-05"), ``age`` in years with ``age_on`` (the day or year that it was so), ``sex``, ``nationality``,
            ``birth_place``, ``residence``, ``occupation``, ``document`` (its number).

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
        people,
        evidence,
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
