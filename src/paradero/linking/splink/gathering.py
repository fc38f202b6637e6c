"""Rows gathered into people from weighed pairs, as by the own engine: joined while both sides agree on the average."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MOST = 10.0  # bits that one pair counts for or against
UNSEEN = -2.0  # bits of a pair that was not compared, or came out below all that are kept
LOOKED_AT = 12  # rows of each side whose pairs are looked at


def gathered(rows: int, pairs: NDArray[np.int64], over: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each row the first row of its cluster.

    Args:
        pairs: of rows, the smaller number first. over: their bits above those at which one person is as likely as two.
    """
    codes = (pairs[:, 0] * rows + pairs[:, 1]).tolist()
    known = dict(zip(codes, np.clip(over, -MOST, MOST).tolist(), strict=True))
    order = np.lexsort((pairs[:, 1], pairs[:, 0], -over))
    head, members = list(range(rows)), dict[int, list[int]]()
    for one, other in pairs[order[over[order] >= 0]].tolist():
        first, second = sorted((head[one], head[other]))
        if first == second:
            continue
        here, there = members.get(first, [first]), members.get(second, [second])
        if len(here) + len(there) > 2 and not _agree(rows, here, there, known):
            continue
        members[first] = here + there
        members.pop(second, None)
        for row in there:
            head[row] = first
    return np.array(head, np.int64)


def _agree(rows: int, here: list[int], there: list[int], known: dict[int, float]) -> bool:
    across = ((min(a, b), max(a, b)) for a in here[:LOOKED_AT] for b in there[:LOOKED_AT])
    return sum(known.get(one * rows + other, UNSEEN) for one, other in across) > 0
