"""The default engine: from a table of people to pairs, and to a cluster for each row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.linking.blocking import blocks_of
from paradero.linking.chances import needed_bits, worth_keeping
from paradero.linking.clustering import clusters_of
from paradero.linking.comparing import evidence_of
from paradero.linking.pairs import scored_pairs
from paradero.linking.people import people_of


@dataclass(frozen=True)
class Linked:
    pairs: NDArray[np.int32]
    bits: NDArray[np.float32]
    cluster: NDArray[np.int32]
    needed: NDArray[np.float64]
    compared: int


def link(table: pa.Table, shift: float = 0.0) -> Linked:
    people = people_of(table)
    rows = evidence_of(people)
    blocks = blocks_of(people)
    pairs, bits, compared = scored_pairs(rows, blocks, worth_keeping(people))
    needed = needed_bits(people, pairs, bits) + shift
    cluster = clusters_of(rows, pairs, bits, needed)
    return Linked(pairs, bits, cluster, needed, compared)
