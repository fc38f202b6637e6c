"""Stretches: which of many stretches of a text hold or meet a place, found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Span = tuple[int, int]

_SHELF = 1024  # characters; a stretch is kept under each shelf that it reaches


class Stretches:
    """Stretches of one text, each under a number, by where they stand.

    Args:
        found: ``(start, end, number)`` in any order; several may have one number, and they may overlap.
    """

    def __init__(self, found: Iterable[tuple[int, int, int]]) -> None:
        self._shelves: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for piece in sorted(found):
            self.add(*piece)

    def add(self, start: int, end: int, number: int) -> None:
        """Keep one more stretch, behind those that are there."""
        for shelf in range(start // _SHELF, end // _SHELF + 1):
            self._shelves[shelf].append((start, end, number))

    def holding(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers of the stretches around a place, those kept last first."""
        for first, last, number in reversed(self._shelves.get(start // _SHELF, ())):
            if first <= start and end <= last:
                yield number

    def meeting(self, start: int, end: int) -> list[int]:
        """Return the numbers of the stretches that share a character with a place, each once, in ascending order."""
        shelves = (self._shelves.get(shelf, ()) for shelf in range(start // _SHELF, end // _SHELF + 1))
        return sorted({number for held in shelves for a, b, number in held if a < end and start < b})
