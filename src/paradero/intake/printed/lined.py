"""Lined: the lines of a table whose columns are known, each word in its column, and what a cell of some lines says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from paradero.intake.columns import Line, rows_of
from paradero.intake.glyphs import Word

Cell = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: where the words of each begin and end, from the left."""

    cores: tuple[tuple[float, float], ...]

    def at(self, word: Word) -> int:
        """Return the number of the column, from 0, in which the middle of a word lies."""
        edges = [(one[1] + other[0]) / 2 for one, other in pairwise(self.cores)]
        return bisect_right(edges, (word.left + word.right) / 2)

    def reached(self, left: float, right: float) -> list[int]:
        """Return the columns over which a stretch reaches."""
        return [i for i, core in enumerate(self.cores) if min(right, core[1]) - max(left, core[0]) > 1.0]


@dataclass(slots=True)
class Lined:
    """A line of a table: its words by column, and for a piece that reaches over several columns the last of them."""

    line: Line
    cells: dict[int, list[Word]] = field(default_factory=dict)
    over: dict[int, int] = field(default_factory=dict)

    def put(self, column: int, words: Iterable[Word]) -> None:
        """Add words to a cell."""
        self.cells.setdefault(column, []).extend(words)

    def text(self, column: int) -> str:
        """Return the words of a cell."""
        return " ".join(word.text for word in self.cells.get(column, ()))

    @property
    def filled(self) -> frozenset[int]:
        """The columns in which something stands."""
        return frozenset(self.cells)


def pieces_of(line: Line, gap: float) -> list[list[Word]]:
    """Part a line where words stand further apart."""
    pieces = [[line.words[0]]]
    for word in line.words[1:]:
        if word.left - max(one.right for one in pieces[-1]) > gap:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def lined(line: Line, columns: Columns, gap: float) -> Lined:
    """Put the words of a line into columns.

    Args:
        line: the line.
        columns: those of its table, further apart than ``gap``.
        gap: what parts two pieces of a line; a piece that reaches over several columns stands in the first.
    """
    made = Lined(line)
    for piece in pieces_of(line, gap - 0.1):
        reached = columns.reached(piece[0].left, max(word.right for word in piece)) or [columns.at(piece[0])]
        first = reached[0]
        made.put(first, piece)
        if reached[-1] > first:
            made.over[first] = reached[-1]
    return made


def lines_of(cell: Sequence[Word]) -> list[list[Word]]:
    """Return the lines of a cell, from the top."""
    if len(cell) < 2:
        return [list(cell)] if cell else []
    return [list(line.words) for line in rows_of(cell, 0)]
