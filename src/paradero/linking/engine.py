"""The default engine: from a table of people to pairs that may be one person, and to a cluster for each row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.linking.blocking import blocks_of
from paradero.linking.chances import needed_bits, worth_keeping
from paradero.linking.clustering import clusters_of
from paradero.linking.comparing import Evidence, evidence_of
from paradero.linking.errors import UnknownRow
from paradero.linking.explaining import Explanation, explained
from paradero.linking.pairs import scored_pairs
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
        evidence: what is compared, as compiled code sees it.
    """

    pairs: pa.Table
    clusters: pa.Array
    needed: tuple[float, float]
    compared: int
    evidence: Evidence = field(repr=False)
    _people: People = field(repr=False)
    _places: dict[str, int] = field(repr=False)

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two rows being one person, whether or not they are a pair.

        Raises:
            UnknownRow: an id that the table does not have.
        """
        rows, own = self.rows([(one, other)])
        first, second = rows[0].tolist()
        return explained(self._people, self.evidence, first, second, self.needed[int(own[0])])

    def has(self, *ids: str) -> bool:
        """Tell whether all ids are of rows of the table."""
        return all(id in self._places for id in ids)

    def rows(self, pairs: Iterable[tuple[str, str]]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the numbers of the rows of pairs of ids, and whether the two are of one list.

        Raises:
            UnknownRow: an id that the table does not have.
        """
        try:
            rows = np.array([(self._places[one], self._places[other]) for one, other in pairs], np.int64).reshape(-1, 2)
        except KeyError as error:
            raise UnknownRow(str(error.args[0])) from None
        return rows, self._people.roll[rows[:, 0]] == self._people.roll[rows[:, 1]]


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
    pairs, bits, compared = scored_pairs(evidence, blocks_of(people), worth_keeping(people))
    needed = needed_bits(people, pairs, bits)
    clusters = clusters_of(evidence, pairs, bits, needed)
    ids = pa.array(people.ids, pa.large_string())
    return Links(
        _proposed(people, ids, pairs, bits, needed),
        ids.take(pa.array(clusters)),
        (float(needed[0]), float(needed[1])),
        compared,
        evidence,
        people,
        {row: place for place, row in enumerate(people.ids)},
    )


UNLIKELY = 0.01  # pairs less likely than this are not proposed


def _proposed(
    people: People, ids: pa.Array, pairs: NDArray[np.int32], bits: NDArray[np.float32], needed: NDArray[np.float64]
) -> pa.Table:
    own = people.roll[pairs[:, 0]] == people.roll[pairs[:, 1]]
    chance = 1 / (1 + np.exp2(np.clip(needed[own.astype(int)] - bits, -60, 60)))
    order = np.argsort(-chance, kind="stable")
    order = order[chance[order] >= UNLIKELY]
    columns = {
        "one": ids.take(pa.array(pairs[order, 0])),
        "other": ids.take(pa.array(pairs[order, 1])),
        "bits": pa.array(bits[order]),
        "probability": pa.array(chance[order]),
    }
    return pa.table(columns)
