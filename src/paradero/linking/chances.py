"""How likely two rows are one person before anything of them is compared."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.people import People

TURNS = 8
TAKEN = 0.02  # what is taken for granted weighs so much against what is found: a small table may have no pair to show
BELOW = 6.0  # bits: more than the chance that is found lies above the one that is taken to begin with
SAME_ROLL = 1 / 8  # the chance of two rows of one list, against two lists, before anything is seen


def needed_bits(people: People, pairs: NDArray[np.int32], bits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return how many bits make two rows likelier one person than two: of two lists, and of one list.

    The number of pairs that are one person is taken to be the sum of the chances of the pairs compared, which hang on
    it: a few turns settle it. Where there is no column `list`, all rows are of one.
    """
    across, same = _pairs_there_are(people)
    own = people.roll[pairs[:, 0]] == people.roll[pairs[:, 1]]
    rows = len(people)
    ones = (people.roll < 0).all()
    start = np.array([rows / max(across, 1.0), rows * (1.0 if ones else SAME_ROLL) / max(same, 1.0)])
    there_are = np.maximum(np.array([across, same]), 1.0)
    chance = start.copy()
    for _ in range(TURNS):
        asked = _bits(chance)
        likely = 1 / (1 + np.exp2(np.minimum(asked[own.astype(int)] - bits, 60)))
        found = np.array([likely[~own].sum(), likely[own].sum()])
        chance = (1 - TAKEN) * found / there_are + TAKEN * np.minimum(start, 1)
    return _bits(chance)


def _bits(chance: NDArray[np.float64]) -> NDArray[np.float64]:
    needed: NDArray[np.float64] = -np.log2(np.clip(chance, 2.0**-60, 0.5))
    return needed


def worth_keeping(people: People) -> float:
    """Return bits below which no pair comes to be likely one person, whatever the table shows of duplicates."""
    across, same = _pairs_there_are(people)
    return max(0.0, float(np.log2(max(across + same, 1.0) / max(len(people), 1))) - BELOW)


def _pairs_there_are(people: People) -> tuple[float, float]:
    """Count the pairs of rows that may be compared: of two lists, and of one."""
    group = people.within.astype(np.int64)
    both = group * (int(people.roll.max(initial=0)) + 2) + people.roll
    whole, own = _pairs_of(group), _pairs_of(both)
    return whole - own, own


def _pairs_of(numbers: NDArray[np.int64]) -> float:
    sizes = np.unique(numbers, return_counts=True)[1].astype(np.float64)
    return float((sizes * (sizes - 1) / 2).sum())
