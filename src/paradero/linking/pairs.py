"""Pairs of rows that share a block, each compared once; those that speak for one person are kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.blocking import Blocks
from paradero.linking.comparing import PIECES, WITHIN, Evidence, at_most, pieces
from paradero.linking.compiled import compiled, inner
from paradero.linking.names import Room, room
from paradero.machine import processors


class Compared(NamedTuple):
    """What comparing gave.

    Attributes:
        pairs: the kept pairs, first row before second, in order. bits: of each.
        compared: how many pairs were compared.
    """

    pairs: NDArray[np.int32]
    bits: NDArray[np.float32]
    compared: int


def scored_pairs(rows: Evidence, blocks: Blocks, at_least: float) -> Compared:
    """Compare the pairs that share a block; keep those of at least so many bits."""
    parts = _shares(blocks, processors())
    with ThreadPoolExecutor(processors()) as pool:
        return in_order(list(pool.map(lambda part: _compared(rows, blocks, part, at_least), parts)))


def in_order(parts: list[tuple[NDArray[np.int32], NDArray[np.float32], int]]) -> Compared:
    """Put together what was compared in parts."""
    pairs = np.concatenate([pairs for pairs, _, _ in parts])
    bits = np.concatenate([bits for _, bits, _ in parts])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    return Compared(pairs[order], bits[order], sum(many for _, _, many in parts))


def _shares(blocks: Blocks, parts: int) -> list[tuple[int, int]]:
    """Divide the blocks into stretches that hold about as many pairs each."""
    sizes = np.diff(blocks.of)
    upto = np.cumsum(sizes * (sizes - 1) // 2)
    ends = np.searchsorted(upto, np.linspace(0, upto[-1] if len(upto) else 0, parts + 1)[1:]) + 1
    ends = np.minimum(np.unique(ends), len(sizes))
    return list(zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True))


def _compared(
    rows: Evidence, blocks: Blocks, part: tuple[int, int], at_least: float
) -> tuple[NDArray[np.int32], NDArray[np.float32], int]:
    return _compare(
        rows,
        blocks.of,
        blocks.row,
        blocks.mine_of,
        blocks.mine,
        part[0],
        part[1],
        at_least,
        room(),
        len(PIECES),
    )


@compiled
def doubled(pairs: NDArray[np.int32], bits: NDArray[np.float32]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return the same pairs and bits with as much room again behind them."""
    kept = len(bits)
    more, also = np.zeros((2 * kept, 2), np.int32), np.zeros(2 * kept, np.float32)
    more[:kept], also[:kept] = pairs, bits
    return more, also


@compiled
def _compare(
    rows: Evidence, of: NDArray[np.int64], row: NDArray[np.int32], mine_of: NDArray[np.int64], mine: NDArray[np.int32],
    first: int, last: int, at_least: float, desk: Room, many: int,
) -> tuple[NDArray[np.int32], NDArray[np.float32], int]:  # fmt: skip
    into = np.zeros(many, np.float32)
    pairs, bits = np.zeros((1024, 2), np.int32), np.zeros(1024, np.float32)
    kept = compared = 0
    for block in range(first, last):
        for p in range(of[block], of[block + 1]):
            i = row[p]
            for q in range(p + 1, of[block + 1]):
                j = row[q]
                if rows.row[i, WITHIN] != rows.row[j, WITHIN] or _first_shared(mine, mine_of, i, j) != block:
                    continue
                compared += 1
                if at_most(i, j, rows) < at_least:
                    continue
                total = pieces(i, j, rows, desk, into)
                if total < at_least:
                    continue
                if kept == len(bits):
                    pairs, bits = doubled(pairs, bits)
                pairs[kept, 0], pairs[kept, 1], bits[kept] = min(i, j), max(i, j), total
                kept += 1
    return pairs[:kept], bits[:kept], compared


@inner
def _first_shared(mine: NDArray[np.int32], mine_of: NDArray[np.int64], i: int, j: int) -> int:
    """Return the first block that two rows share, so that a pair of several blocks is compared in one only."""
    p, q = mine_of[i], mine_of[j]
    while mine[p] != mine[q]:
        if mine[p] < mine[q]:
            p += 1
        else:
            q += 1
    return int(mine[p])
