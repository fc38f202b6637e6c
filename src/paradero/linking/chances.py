"""How likely two rows are one person before anything of them is compared."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.people import People

TURNS = 8
TAKEN = 0.02  # what is taken for granted weighs so much against what is found: a small table may have no pair to show
BELOW = 6.0  # bits: more than the chance that is found lies above the one that is taken to begin with
SAME_ROLL = 1 / 8  # the chance of two rows of one list, against two lists, before anything is seen
BINS, BIN = 1 << 14, 1 / 64  # of a tally, and the bits that one is wide; what is over the last counts as the last

Tally = NDArray[np.int64]


def tally_of(people: People, pairs: NDArray[np.int32], bits: NDArray[np.float32]) -> Tally:
    """Count the pairs compared by their bits: in row 0 those of two lists, in row 1 those of one."""
    own = people.roll[pairs[:, 0]] == people.roll[pairs[:, 1]]
    place = np.clip((bits / BIN).astype(np.int64), 0, BINS - 1) + BINS * own
    return np.bincount(place, minlength=2 * BINS).reshape(2, BINS)


def needed_bits(people: People, tally: Tally) -> NDArray[np.float64]:
    """Return how many bits make two rows likelier one person than two: of two lists, and of one list.

    The number of pairs that are one person is taken to be the sum of the chances of the pairs compared, which hang on
    it: a few turns settle it. Where there is no column `list`, all rows are of one.
    """
    groups, lists, longest = _sizes(people)
    own = _pairs(lists)
    there_are = np.maximum(np.array([_pairs(groups) - own, own]), 1.0)
    rows = len(people)
    # A list of ten has ten rows at most to find on another, however long that is.
    apart = min(rows, 2 * (rows - int(longest.sum())))
    start = np.array([apart, rows * (1.0 if (people.roll < 0).all() else SAME_ROLL)]) / there_are
    middle = (np.arange(BINS) + 0.5) * BIN
    chance = start.copy()
    for _ in range(TURNS):
        likely = 1 / (1 + np.exp2(np.minimum(_bits(chance)[:, None] - middle, 60)))
        chance = (1 - TAKEN) * (tally * likely).sum(axis=1) / there_are + TAKEN * np.minimum(start, 1)
    return _bits(chance)


def _bits(chance: NDArray[np.float64]) -> NDArray[np.float64]:
    needed: NDArray[np.float64] = -np.log2(np.clip(chance, 2.0**-60, 0.5))
    return needed


def worth_keeping(people: People) -> float:
    """Return bits below which no pair comes to be likely one person, whatever the table shows of duplicates."""
    return max(0.0, float(np.log2(max(_pairs(_sizes(people)[0]), 1.0) / max(len(people), 1))) - BELOW)


def _sizes(people: People) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Count the rows of each group, of each list within each group, and of the longest list of each group."""
    width = int(people.roll.max(initial=0)) + 2
    both, counts = np.unique(people.within.astype(np.int64) * width + people.roll + 1, return_counts=True)
    if not len(both):
        return counts, counts, counts
    starts = np.flatnonzero(np.diff(both // width, prepend=-2))
    return np.add.reduceat(counts, starts), counts, np.maximum.reduceat(counts, starts)


def _pairs(sizes: NDArray[np.int64]) -> float:
    """Count the pairs of rows within groups of these sizes."""
    many = sizes.astype(np.float64)
    return float((many * (many - 1) / 2).sum())
