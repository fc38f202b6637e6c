"""Counting: the column whose numbers count the rows of a table, and how far its rows are apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from paradero.intake.printed.lined import Lined

_NUMBER = re.compile(r"(?:n[.°º]\s*)?(\d{1,6})\s*[.)°º-]?\Z", re.I)
_COUNTED = 0.8  # of the numbers of a column go up by one
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Count:
    """What counts the rows: its column, how many rows show it, and the step from the last line of one to the next."""

    column: int
    rows: int
    step: float

    def anchors(self, lines: Sequence[Lined]) -> list[int]:
        """Return the lines that hold a number of the column."""
        return [i for i, line in enumerate(lines) if _NUMBER.match(line.text(self.column))]


def count_in(lines: Sequence[Lined]) -> Count | None:
    """Return what counts the rows in some lines; None when no column does."""
    for column in (0, 1):
        numbers = {i: int(m[1]) for i, line in enumerate(lines) if (m := _NUMBER.match(line.text(column)))}
        values = list(numbers.values())
        filled = [i for i, line in enumerate(lines) if column in line.cells and i >= min(numbers, default=0)]
        steps = sum(b - a == 1 for a, b in pairwise(values))
        if len(values) >= _FEWEST and steps >= _COUNTED * (len(values) - 1) and len(values) >= 0.6 * len(filled):
            return Count(column, len(values), _row_step(lines, list(numbers)))
    return None


def surest(counts: Iterable[Count | None]) -> Count | None:
    """Return what most rows show."""
    return max((one for one in counts if one is not None), key=lambda one: one.rows, default=None)


def step(lines: Sequence[Lined], i: int) -> float:
    """Return the distance from a line to the next."""
    return lines[i].line.middle - lines[i + 1].line.middle


def _row_step(lines: Sequence[Lined], anchors: Sequence[int]) -> float:
    bare = [step(lines, a) for a, b in pairwise(anchors) if b == a + 1]
    widest = [max(step(lines, i) for i in range(a, b)) for a, b in pairwise(anchors)]
    return median(bare) if len(bare) >= max(2, 0.2 * len(widest)) else median(widest)
