"""Rows gathered into people: pairs in order of their weight, joined while the rows on both sides agree on the whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.comparing import PIECES, ROLL, Evidence, pieces
from paradero.linking.compiled import compiled
from paradero.linking.names import Room, room

MOST = 10.0  # bits that one pair counts for or against
LOOKED_AT = 12  # rows of each side whose pairs are compared when two clusters might be one


def clusters_of(
    rows: Evidence,
    pairs: NDArray[np.int32],
    bits: NDArray[np.float32],
    needed: NDArray[np.float64],
    before: NDArray[np.int32],
) -> NDArray[np.int32]:
    """Gather rows into clusters.

    Args:
        pairs, bits: pairs kept, with their bits. needed: bits at which a pair is likelier one person than two.
        before: the clusters of the first rows, as this returned them, which are gone on from.

    Returns:
        For each row the first row of its cluster.
    """
    over = bits - needed[(rows.row[pairs[:, 0], ROLL] == rows.row[pairs[:, 1], ROLL]).astype(int)]
    order = np.lexsort((pairs[:, 1], pairs[:, 0], -over))
    order = order[over[order] >= 0]
    return _gathered(rows, pairs[order], needed, before, room(), len(PIECES))


@compiled
def _gathered(
    rows: Evidence,
    pairs: NDArray[np.int32],
    needed: NDArray[np.float64],
    before: NDArray[np.int32],
    desk: Room,
    many: int,
) -> NDArray[np.int32]:
    count = len(rows.of) - 1
    head = np.arange(count).astype(np.int32)
    after = np.full(count, -1, np.int32)
    last = np.arange(count).astype(np.int32)
    into = np.zeros(many, np.float32)
    for row in range(len(before)):
        head[row] = before[row]
        if head[row] != row:
            after[last[head[row]]] = row
            last[head[row]] = row
    for k in range(len(pairs)):
        a, b = head[pairs[k, 0]], head[pairs[k, 1]]
        if a == b:
            continue
        a, b = min(a, b), max(a, b)
        if (after[a] >= 0 or after[b] >= 0) and not _agree(rows, a, b, after, needed, desk, into):
            continue
        after[last[a]] = b
        last[a] = last[b]
        one = b
        while one >= 0:
            head[one] = a
            one = after[one]
    return head


@compiled
def _agree(
    rows: Evidence,
    a: int,
    b: int,
    after: NDArray[np.int32],
    needed: NDArray[np.float64],
    desk: Room,
    into: NDArray[np.float32],
) -> bool:
    """Tell whether the pairs across two clusters are, on the average, likelier one person than two."""
    total, one, ones = 0.0, a, 0
    while one >= 0 and ones < LOOKED_AT:
        other, others = b, 0
        while other >= 0 and others < LOOKED_AT:
            asked = needed[1 if rows.row[one, ROLL] == rows.row[other, ROLL] else 0]
            over = pieces(one, other, rows, desk, into) - asked
            total += min(max(over, -MOST), MOST)
            other, others = after[other], others + 1
        one, ones = after[one], ones + 1
    return total > 0
