"""Births and other traits compared: a date whole, in part or with a slip; a place, an occupation, a document."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled

DAYS = 25_000  # days on which people of a list may be born
YEARS = 70.0
SEEN = 2000  # rows as if seen, so that a day or value that a small table has once weighs no more than it should

# For each trait: share of the same person that agree; bits when they do not; share of strangers, when nothing is counted.
SEX, DOCUMENT = 1, 0
AGREE = np.array([0.97, 0.97, 0.95, 0.75, 0.6, 0.6], np.float32)
AGAINST = np.array([-5.0, -3.5, -2.5, -1.2, -0.8, -0.8], np.float32)
ALIKE = np.array([1e-7, 0.5, 0.2, 0.01, 0.005, 0.02], np.float32)


@compiled
def _swapped_digits(one: int, other: int) -> bool:
    """Tell whether two numbers of two digits have them the other way round."""
    return one // 10 == other % 10 and one % 10 == other // 10


@compiled
def _one_digit(one: int, other: int) -> bool:
    """Tell whether two numbers differ in one digit."""
    wrong = 0
    for _ in range(4):
        wrong += one % 10 != other % 10
        one, other = one // 10, other // 10
    return wrong == 1


@compiled
def birth_bits(a: NDArray[np.int16], b: NDArray[np.int16], same_day: float) -> float:
    """Return the bits of two dates of birth (year, month, day; 0 where not told).

    Args:
        same_day: the share of rows born on the first one's day, as counted.
    """
    if a[0] == 0 or b[0] == 0:
        return 0.0
    year, month, day = a[0] == b[0], a[1] == b[1], a[2] == b[2]
    if a[1] == 0 or b[1] == 0:
        return 4.5 if year else (1.0 if abs(a[0] - b[0]) == 1 else -4.5)
    if a[2] == 0 or b[2] == 0:
        return 7.5 if year and month else (1.5 if year else (1.0 if month else -4.5))
    if year and month and day:
        return float(np.log2(0.8 / max(same_day, 1.0 / DAYS)))
    if year and month:
        return 6.5 if _one_digit(a[2], b[2]) or _swapped_digits(a[2], b[2]) else 3.5
    if year and day:
        return 7.0 if _one_digit(a[1], b[1]) or _swapped_digits(a[1], b[1]) else 4.0
    if month and day:
        near = abs(a[0] - b[0]) <= 1 or _one_digit(a[0], b[0]) or _swapped_digits(a[0] % 100, b[0] % 100)
        return 5.5 if near else 1.5
    if year and a[1] == b[2] and a[2] == b[1]:
        return 7.0
    if year:
        return -0.5
    return -5.0


@compiled
def born_bits(a: NDArray[np.int16], b: NDArray[np.int16]) -> float:
    """Return the bits of two stretches of years of birth, where one of them follows from an age."""
    if a[0] == 0 or b[0] == 0:
        return 0.0
    between = max(a[0] - b[1], b[0] - a[1], 0)
    if between == 0:
        return 4.0
    return 1.0 if between <= 1 else (-1.5 if between <= 3 else -5.0)


@compiled
def trait_bits(trait: int, a: int, b: int, share: float, told: float) -> float:
    """Return the bits of two values of a trait: numbers of values, -1 where not told; ``share`` of the first one's value."""
    if a < 0 or b < 0:
        return 0.0
    if a != b:
        return float(AGAINST[trait])
    smoothed = (share * told + ALIKE[trait] * SEEN) / (told + SEEN)
    return float(np.log2(AGREE[trait] / max(smoothed, ALIKE[trait] / 50)))
