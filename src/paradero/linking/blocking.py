"""Which rows are compared at all: those that share something rare, or several common things at once.

Every row has features: the consonants of each of its rarest words, the year of birth, its day and month, and other
values. A feature that few rows share is a block by itself; those that many share are taken two together, and where two
are still shared by many, three together. So the blocks stay small however the table grows, and what is rare is never
cut off by a rule made for what is common.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.features import features_of, group_keys, mixed
from paradero.linking.people import People
from paradero.machine import processors

ALL_PAIRS = 1500  # up to so many rows everybody is compared with everybody
BLOCK = 60  # rows of a block at most, for a table of up to 100,000 rows
LEAST = 20  # and for the largest


@dataclass(frozen=True)
class Blocks:
    """Blocks of rows, and for each row the blocks it is in.

    Attributes:
        of, row: rows of block b are ``row[of[b]:of[b + 1]]``.
        mine_of, mine: blocks of row i are ``mine[mine_of[i]:mine_of[i + 1]]``, ascending.
    """

    of: NDArray[np.int64]
    row: NDArray[np.int32]
    mine_of: NDArray[np.int64]
    mine: NDArray[np.int32]


def blocks_of(people: People) -> Blocks:
    """Put the rows of a table in blocks."""
    rows = len(people)
    _, group, sizes = np.unique(people.within, return_inverse=True, return_counts=True)
    small = sizes[group] <= ALL_PAIRS
    together = np.flatnonzero(small).astype(np.int32)
    kept = [Keyed(group_keys(people.within[together]), together)]
    if small.all():
        return _joined(kept, rows)
    at_most = max(LEAST, min(BLOCK, int(BLOCK * (100_000 / rows) ** 0.5)))
    kinds = ([np.where(small, 0, column) for column in columns] for columns in features_of(people))
    crowded: list[tuple[int, NDArray[np.int64]]] = []
    for kind, columns in enumerate(kinds):
        parts = [_told(column) for column in columns]
        pooled = _pooled(parts)
        few, many = _sorted_out(pooled, at_most)
        kept.append(_chosen(pooled, few))
        crowded += [(kind, _only(one, rows)) for one in _parted(parts, many)]
    kept += _together(crowded, at_most)
    del crowded, parts, pooled, few, many  # they are large
    return _joined(kept, rows)


def _together(columns: list[tuple[int, NDArray[np.int64]]], at_most: int) -> list[Keyed]:
    """Take crowded features two together, and those that are still crowded three together.

    Args:
        columns: each with the number of its kind, by kind; 0 stands where a row has no such feature.
    """
    ordered = _pairs_by_kind([kind for kind, _ in columns])
    groups = [[pair for _, pair in some] for _, some in groupby(ordered, key=lambda pair: pair[0])]
    with ThreadPoolExecutor(processors()) as pool:
        return [keyed for some in pool.map(lambda pairs: _of_two(columns, pairs, at_most), groups) for keyed in some]


def _of_two(columns: list[tuple[int, NDArray[np.int64]]], pairs: list[tuple[int, int]], at_most: int) -> list[Keyed]:
    """Take the columns of these pairs together, and those that are still crowded with a third."""
    both = [_both(columns[one][1], columns[other][1]) for one, other in pairs]
    pooled = _pooled(both)
    few, many = _sorted_out(pooled, at_most)
    kept = [_chosen(pooled, few)]
    still = _parted(both, many)
    del both, pooled, few, many  # they are large
    for kind in range(columns[pairs[0][1]][0], columns[-1][0] + 1):
        three = _pooled(
            [
                _third(two, column)
                for (_, last), two in zip(pairs, still, strict=True)
                for of, column in columns[last + 1 :]
                if of == kind
            ]
        )
        kept.append(_chosen(three, _sorted_out(three, at_most)[0]))
    return kept


def _pairs_by_kind(kinds: list[int]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return pairs of columns with their kinds, those of the same kinds together."""
    return sorted(((kinds[a], kinds[b]), (a, b)) for a, b in combinations(range(len(kinds)), 2))


class Keyed(NamedTuple):
    """Rows by keys: ``key[k]`` is a key of row ``row[k]``."""

    key: NDArray[np.int64]
    row: NDArray[np.int32]


def _told(column: NDArray[np.int64]) -> Keyed:
    rows = np.flatnonzero(column).astype(np.int32)
    return Keyed(column[rows], rows)


def _pooled(parts: list[Keyed]) -> Keyed:
    if not parts:
        return Keyed(np.zeros(0, np.int64), np.zeros(0, np.int32))
    return Keyed(np.concatenate([part.key for part in parts]), np.concatenate([part.row for part in parts]))


def _sorted_out(all_of: Keyed, at_most: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell which keys are of small blocks, and which of crowded ones; a key that only one row has is of neither."""
    sizes = _sizes(all_of.key)
    return (sizes >= 2) & (sizes <= at_most), sizes > at_most


def _chosen(all_of: Keyed, chosen: NDArray[np.bool_]) -> Keyed:
    return Keyed(all_of.key[chosen], all_of.row[chosen])


def _parted(parts: list[Keyed], chosen: NDArray[np.bool_]) -> list[Keyed]:
    """Return the chosen keys of each part, of parts that were pooled."""
    ends = np.cumsum([len(part.key) for part in parts])
    return [_chosen(part, some) for part, some in zip(parts, np.split(chosen, ends[:-1]), strict=True)]


def _only(some: Keyed, rows: int) -> NDArray[np.int64]:
    column = np.zeros(rows, np.int64)
    column[some.row] = some.key
    return column


def _both(one: NDArray[np.int64], other: NDArray[np.int64]) -> Keyed:
    rows = np.flatnonzero((one != 0) & (other != 0)).astype(np.int32)
    return Keyed(mixed(one[rows], other[rows]), rows)


def _third(two: Keyed, column: NDArray[np.int64]) -> Keyed:
    more = np.flatnonzero(column[two.row])
    return Keyed(mixed(two.key[more], column[two.row[more]]), two.row[more])


def _sizes(keys: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return for each key how many have it, 255 for all that are more than that.

    It is seldom too many, when another key falls on the same place, and never too few.
    """
    bits = max(int(len(keys) * 2).bit_length(), 10)
    return _counted(keys, bits)


@compiled
def _counted(keys: NDArray[np.int64], bits: int) -> NDArray[np.uint8]:
    counts = np.zeros(1 << bits, np.uint8)
    mask = (1 << bits) - 1
    for k in range(len(keys)):
        place = (keys[k] * np.int64(0x9E3779B1) >> 17) & mask
        counts[place] += counts[place] < 255
    sizes = np.empty(len(keys), np.uint8)
    for k in range(len(keys)):
        sizes[k] = counts[(keys[k] * np.int64(0x9E3779B1) >> 17) & mask]
    return sizes


def _joined(kept: list[Keyed], rows: int) -> Blocks:
    """Gather the rows of each key; no key stands in two of the parts."""
    ends, row, before = [], [], 0
    for part in kept:
        order = np.argsort(part.key)
        key = part.key[order]
        ends.append(before + np.append(np.flatnonzero(key[1:] != key[:-1]) + 1, len(key))[: len(key)])
        row.append(part.row[order])
        before += len(key)
    of = np.concatenate([np.zeros(1, np.int64), *ends])
    members = np.concatenate(row)
    return Blocks(of, members, *_blocks_of_rows(of, members, rows))


@compiled
def _blocks_of_rows(
    of: NDArray[np.int64], row: NDArray[np.int32], rows: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return for each row the blocks that it is in, ascending."""
    begin = np.zeros(rows + 1, np.int64)
    for k in range(len(row)):
        begin[row[k] + 1] += 1
    for k in range(rows):
        begin[k + 1] += begin[k]
    filled, mine = begin[:-1].copy(), np.empty(len(row), np.int32)
    for block in range(len(of) - 1):
        for k in range(of[block], of[block + 1]):
            mine[filled[row[k]]] = block
            filled[row[k]] += 1
    return begin, mine
