"""Which rows of a register a new row is compared with, and the comparing: blocks (`blocking.py`) seen from one row.

A new row is compared with those that share a feature with it that few rows have, or two common features that few have
both of, or three. Nothing is built for that but the list of the rows that have each feature: those that share any with
the new row are gone through once, and counted by what they share.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.blocking import ALL_PAIRS, BLOCK
from paradero.linking.comparing import PIECES, WITHIN, Evidence, pieces
from paradero.linking.comparing import at_most as limit
from paradero.linking.compiled import compiled
from paradero.linking.features import features_of, group_keys
from paradero.linking.names import Room, room
from paradero.linking.pairs import Compared, doubled, in_order
from paradero.linking.people import People
from paradero.machine import processors

TOGETHER = 3  # common features that are taken together at most
FEATURES = 16  # of a row that others share, at most: a bit each

Columns = list[NDArray[np.int64]]


class Postings(NamedTuple):
    """Rows by features: those that have the feature ``key[k]`` are ``row[of[k]:of[k + 1]]``; keys ascend."""

    key: NDArray[np.int64]
    of: NDArray[np.int64]
    row: NDArray[np.int32]


def postings_of(people: People) -> Postings:
    """List the rows that have each feature, and those of each group whose rows are all compared with each other."""
    return _listed([*_columns(people, 0), _groups(people)], 0)


def near_pairs(people: People, rows: Evidence, register: Postings, before: int, at_least: float) -> Compared:
    """Compare new rows with a register, and with each other.

    Args:
        people: those of the register, and the new ones behind them. rows: what is compared of them.
        register: postings of those of the register. before: how many these are.
        at_least: bits that a pair must have to be kept.
    """
    group = _groups(people)[before:]
    columns = [np.where(group == 0, column, 0) for column in _columns(people, before)] + [group]
    own = _listed(columns, before)
    both = [_stretches(own, columns, len(register.row)), _stretches(register, columns, 0)]
    begin, end = (np.stack(places, axis=2) for places in zip(*both, strict=True))
    row = np.concatenate([register.row, own.row])
    at_most = np.where(group == 0, BLOCK, ALL_PAIRS)
    ends = np.linspace(0, len(group), processors() + 1).astype(int).tolist()

    def part(first: int, last: int) -> tuple[NDArray[np.int32], NDArray[np.float32], int]:
        return _compare(rows, row, begin, end, at_most, before, first, last, at_least, room(1 << 16), len(PIECES))

    with ThreadPoolExecutor(processors()) as pool:
        return in_order(list(pool.map(part, ends[:-1], ends[1:])))


def _columns(people: People, first: int) -> Columns:
    return [column for columns in features_of(people, first) for column in columns]


def _groups(people: People) -> NDArray[np.int64]:
    """Return the key of each row's group where all its rows are compared with each other, and 0 where not."""
    _, group, sizes = np.unique(people.within, return_inverse=True, return_counts=True)
    return np.where(sizes[group] <= ALL_PAIRS, group_keys(people.within), 0)


def _listed(columns: Columns, first: int) -> Postings:
    row = np.concatenate([np.flatnonzero(column).astype(np.int32) for column in columns])
    key = np.concatenate([column[column != 0] for column in columns])
    order = np.argsort(key, kind="stable")
    key = key[order]
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])
    return Postings(key[starts], np.append(starts, len(key)), row[order] + np.int32(first))


def _stretches(postings: Postings, columns: Columns, moved: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the rows of each key begin and end, when the rows of other postings stand before them."""
    keys = np.stack(columns, axis=1)
    place = np.searchsorted(postings.key, keys)
    there = np.append(postings.key, 0)[place] == keys
    begin, end = np.append(postings.of, 0)[place], np.append(postings.of, [0, 0])[place + 1]
    return np.where(there & (keys != 0), begin + moved, 0), np.where(there & (keys != 0), end + moved, 0)


@compiled
def _compare(
    rows: Evidence, row: NDArray[np.int32], begin: NDArray[np.int64], end: NDArray[np.int64],
    at_most: NDArray[np.int64], before: int, first: int, last: int, at_least: float, desk: Room,
    many: int,
) -> tuple[NDArray[np.int32], NDArray[np.float32], int]:  # fmt: skip
    into = np.zeros(many, np.float32)
    shared, touched = np.zeros(len(rows.of) - 1, np.uint16), np.empty(len(rows.of) - 1, np.int32)
    sharing = np.zeros(1 << FEATURES, np.int64)
    pairs, bits = np.zeros((1024, 2), np.int32), np.zeros(1024, np.float32)
    kept = compared = 0
    for new in range(first, last):
        i = before + new
        seen, features = _gone_through(begin[new], end[new], row, shared, touched)
        for k in range(seen):
            sharing[shared[touched[k]]] += 1
        _weigh(sharing, features, at_most[new])
        for k in range(seen):
            j = touched[k]
            near, shared[j] = sharing[shared[j]], 0
            if near == 0 or j >= i or rows.row[i, WITHIN] != rows.row[j, WITHIN]:
                continue
            compared += 1
            if limit(i, j, rows) < at_least:
                continue
            total = pieces(i, j, rows, desk, into)
            if total < at_least:
                continue
            if kept == len(bits):
                pairs, bits = doubled(pairs, bits)
            pairs[kept, 0], pairs[kept, 1], bits[kept] = j, i, total
            kept += 1
        sharing[: 1 << features] = 0
    return pairs[:kept], bits[:kept], compared


@compiled
def _gone_through(
    begin: NDArray[np.int64], end: NDArray[np.int64], row: NDArray[np.int32], shared: NDArray[np.uint16],
    touched: NDArray[np.int32],
) -> tuple[int, int]:  # fmt: skip
    """Mark what each row shares with a new one, a bit for each feature; return how many share any, and the features."""
    seen, features = 0, 0
    for k in range(begin.shape[0]):
        if features == FEATURES:
            break
        bit, any_of = np.uint16(1 << features), False
        for part in range(begin.shape[1]):
            for place in range(begin[k, part], end[k, part]):
                j = row[place]
                if shared[j] == 0:
                    touched[seen] = j
                    seen += 1
                shared[j] |= bit
                any_of = True
        features += any_of
    return seen, features


@compiled
def _weigh(sharing: NDArray[np.int64], features: int, at_most: int) -> None:
    """Turn the number of rows that share just these features into 1 where such rows are compared, and 0 where not."""
    for k in range(features):
        for some in range(1 << features):
            if not some >> k & 1:
                sharing[some] += sharing[some | 1 << k]
    for some in range(1, 1 << features):
        if sharing[some] == 0:  # nobody shares all of these
            continue
        taken, near = 0, False
        for k in range(features):
            if some >> k & 1:
                taken += 1
                near |= sharing[some ^ 1 << k] == 1 and some != 1 << k
        sharing[some] = 1 if near or (taken <= TOGETHER and sharing[some] <= at_most) else 0
    sharing[0] = 0
