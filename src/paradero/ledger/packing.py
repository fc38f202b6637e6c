"""Several columns of small integers packed into one number a row, since plain numbers are sorted much faster than rows.

Sorted numbers are gone through in pieces that tear no group apart: what lies above some bit is the same for a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.stays import PART
from paradero.machine import processors

BITS = 63  # of a signed number

Whole = NDArray[np.int64]
Gives = TypeVar("Gives")


@dataclass(frozen=True, slots=True)
class Packing:
    """How many bits each column takes behind the first, which takes what is left.

    Attributes:
        widths: from the second column to the last.
    """

    widths: tuple[int, ...]

    @property
    def below(self) -> int:
        """Return how many bits lie below the first column."""
        return sum(self.widths)

    def packed(self, *columns: NDArray[np.int32] | Whole) -> Whole:
        """Return one number for each row of the columns, none of which may hold less than 0 or more than fits."""
        numbers = columns[0].astype(np.int64)
        for column, width in zip(columns[1:], self.widths, strict=True):
            numbers <<= width
            numbers |= column
        return numbers

    def column(self, numbers: Whole, at: int) -> Whole:
        """Return a column of packed numbers again."""
        above = numbers >> sum(self.widths[at:])
        return above & ((1 << self.widths[at - 1]) - 1) if at else above

    def spans(self, low: int, high: int) -> Iterator[range]:
        """Cut the numbers of a first column into stretches that fit into the bits that are left; mostly it is one."""
        many = 1 << (BITS - self.below)
        yield from (range(at, min(at + many, high + 1)) for at in range(low, high + 1, many))


def width(most: int) -> int:
    """Return how many bits hold the numbers from 0 to the one given."""
    return int(most).bit_length()


def numbered(person: NDArray[np.int32], persons: range, chosen: NDArray[np.bool_]) -> Whole:
    """Count persons from the first of a stretch, and take those who are not of it out of the chosen."""
    numbers = person.astype(np.int64)
    numbers -= persons.start
    if len(numbers) and not 0 <= int(numbers.min()) <= int(numbers.max()) < len(persons):
        chosen &= (numbers >= 0) & (numbers < len(persons))
    return numbers


def in_order(most: int, parts: Iterable[Whole]) -> Whole:
    """Return numbers that come in parts, so many at most, in order."""
    numbers = np.empty(most, np.int64)
    filled = 0
    for part in parts:
        numbers[filled : filled + len(part)] = part
        filled += len(part)
    numbers = numbers[:filled]
    numbers.sort()
    return numbers


def pieces(numbers: Whole, below: int) -> Iterator[Whole]:
    """Yield sorted numbers piece by piece; numbers that are the same above some bit stand in one piece."""
    heads = numbers[::PART] >> below << below
    edges = np.unique(np.searchsorted(numbers, heads)).tolist()
    for begin, end in pairwise([*edges, len(numbers)]):
        yield numbers[begin:end]


def worked_on(work: Callable[[Whole], Gives], numbers: Iterable[Whole]) -> list[Gives]:
    """Do the same with every piece, on as many threads as there are processors; numpy lets them run side by side."""
    todo = list(numbers)
    threads = min(processors(), len(todo))
    if threads < 2:
        return [work(piece) for piece in todo]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, todo))
