"""Births and other traits compared: a date whole, in part or with a slip; a place, an occupation, a document."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import inner

DAYS = 25_000  # days on which people of a list may be born
SEEN = 2000  # rows as if seen, so that a day or value that a small table has once weighs no more than it should

# For each trait: share of the same person that agree; bits when they do not;
# share of strangers that agree, when nothing is counted. In the order of `people.TRAITS`.
AGREE = np.array([0.97, 0.97, 0.95, 0.75, 0.6, 0.6, 0.5, 0.9, 0.9], np.float32)
AGAINST = np.array([-5.0, -3.5, -2.5, -1.2, -0.8, -0.8, -0.5, -4.0, -4.0], np.float32)
ALIKE = np.array([1e-7, 0.5, 0.2, 0.01, 0.005, 0.02, 0.02, 0.02, 0.02], np.float32)


@inner
def _swapped_digits(one: int, other: int) -> bool:
    """Tell whether two numbers of two digits have them the other way round."""
    return one // 10 == other % 10 and one % 10 == other // 10


@inner
def _one_digit(one: int, other: int) -> bool:
    """Tell whether two numbers differ in one digit."""
    wrong = 0
    for _ in range(4):
        wrong += one % 10 != other % 10
        one, other = one // 10, other // 10
    return wrong == 1


def same_day_bits(birth: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return for each row the bits when another row is born on its day: the more, the fewer rows are born on it."""
    number = birth[:, 0].astype(np.int64) * 10_000 + birth[:, 1] * 100 + birth[:, 2]
    _, place, counts = np.unique(number, return_inverse=True, return_counts=True)
    shares = (counts[place] + SEEN / DAYS) / (max(int((number > 0).sum()), 1) + SEEN)
    bits: NDArray[np.float32] = np.log2(0.8 / np.maximum(shares, 1 / DAYS)).astype(np.float32)
    return bits


def agreement_bits(traits: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return for each row and trait the bits when another row has its value: the more, the rarer the value is."""
    bits = np.zeros(traits.shape, np.float32)
    for place in range(traits.shape[1]):
        told = traits[:, place] >= 0
        if told.any():
            many = int(told.sum())
            counts = np.bincount(traits[told, place])[traits[told, place]]
            shares = (counts + ALIKE[place] * SEEN) / (many + SEEN)
            bits[told, place] = np.log2(AGREE[place] / np.maximum(shares, ALIKE[place] / 50))
    return bits


@inner
def birth_bits(y: int, m: int, d: int, year: int, month: int, day: int, same_day: float) -> float:
    """Return the bits of two dates of birth, both with a year; month and day are 0 where not told.

    Args:
        same_day: the bits when both are born on one day.
    """
    if m == 0 or month == 0:
        return 4.5 if y == year else (1.0 if abs(y - year) == 1 else (-4.0 if abs(y - year) <= 3 else -6.0))
    if d == 0 or day == 0:
        return 7.5 if y == year and m == month else (1.5 if y == year else (1.0 if m == month else -4.5))
    if y == year and m == month:
        return same_day if d == day else (6.5 if _one_digit(d, day) or _swapped_digits(d, day) else 3.5)
    if y == year and d == day:
        return 7.0 if _one_digit(m, month) or _swapped_digits(m, month) else 4.0
    if m == month and d == day:
        return 5.5 if abs(y - year) <= 1 or _one_digit(y, year) or _swapped_digits(y % 100, year % 100) else 1.5
    if y == year:
        return 7.0 if m == day and d == month else -0.5
    near = abs(y - year) <= 2 or _one_digit(y, year)
    return -5.0 if near or m == month or d == day else -14.0


@inner
def born_bits(earliest: int, latest: int, other_earliest: int, other_latest: int) -> float:
    """Return the bits of two stretches of years of birth, one of them by an age; years are 0 when not told."""
    if earliest == 0 or other_earliest == 0:
        return 0.0
    between = max(earliest - other_latest, other_earliest - latest, 0)
    if between == 0:
        return 4.0
    return 1.0 if between <= 1 else (-1.5 if between <= 3 else -5.0)
