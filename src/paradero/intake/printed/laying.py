"""Laying: the rows of what is found of a table on one page, ruled or not, as cells of words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from paradero.intake.columns import rows_of
from paradero.intake.glyphs import Word
from paradero.intake.printed.counting import Count, count_in, surest
from paradero.intake.printed.lattice import Lattice
from paradero.intake.printed.leaves import Leaf
from paradero.intake.printed.lined import Cell, Columns, Lined
from paradero.intake.printed.records import Record, is_several, records
from paradero.intake.printed.regions import Region

_ACROSS = 0.6  # of a table's width, that a ruled line between rows runs across


@dataclass(slots=True)
class Row:
    """A row: the words of each column, and which cells reach over others.

    Attributes:
        leaf: the page.
        cells: as many as the table has columns; in an empty one there are no words.
        over: column -> how many rows downwards and the last column that the cell reaches.
        then: how it goes on, on the pages after that.
    """

    leaf: Leaf
    cells: list[Cell]
    over: dict[int, tuple[int, int]] = field(default_factory=dict)
    then: list[Row] = field(default_factory=list)

    def words(self) -> list[str]:
        """Return the words of each cell, in the order of the lines; only to compare rows."""
        return [" ".join(word.text for word in cell) for cell in self.cells]


@dataclass(frozen=True)
class Ruled:
    """A lattice and the words in it."""

    leaf: Leaf
    lattice: Lattice
    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return self.lattice.ys[0]

    @cached_property
    def bands(self) -> list[tuple[Row, list[Lined]]]:
        """What stands between two level lines: as one row, and as lines; no lines where cells are taller than that."""
        return _bands(self)

    @cached_property
    def count(self) -> Count | None:
        """What counts its rows, where several of them stand between two lines."""
        return surest(count_in(lines) for _, lines in self.bands)

    @property
    def is_several(self) -> bool:
        """Whether several rows stand between two lines."""
        return any(is_several(lines, len(row.cells)) for row, lines in self.bands)

    def rows(self, several: bool = False, count: Count | None = None) -> list[Row]:
        """Return its rows.

        Args:
            several: whether several rows stand between two lines on some page.
            count: what counts them there.
        """
        xs = self.lattice.xs
        columns = Columns(tuple((left + 1, right - 1) for left, right in pairwise(xs)))
        found: list[Row] = []
        for i, (row, lines) in enumerate(self.bands):
            if is_several(lines, len(row.cells)) or (several and i and len(lines) > 1):
                made = records(lines, columns, count=count)
                found += [_row(self.leaf, record, len(row.cells)) for record in made]
            else:
                found.append(row)
        return found


Found = Ruled | Region


def rows_in(region: Region, columns: Columns, count: Count | None) -> list[Row]:
    """Return the rows of a region, with the columns that its table has on all pages, and what counts its rows there."""
    left, right = columns.cores[0][0], columns.cores[-1][1]
    cuts = [rule.at for rule in region.leaf.level if rule.covers(left, right, _ACROSS)]
    width = len(columns.cores)
    made = records(region.lined(columns), columns, cuts, count)
    return [_row(region.leaf, record, width) for record in made]


def _row(leaf: Leaf, record: Record, width: int) -> Row:
    cells: list[list[Word]] = [[] for _ in range(width)]
    over = {}
    for line in record:
        for column, words in line.cells.items():
            cells[column] += words
        over.update({column: (1, last) for column, last in line.over.items()})
    return Row(leaf, [tuple(cell) for cell in cells], over)


def _bands(found: Ruled) -> list[tuple[Row, list[Lined]]]:
    lattice, leaf = found.lattice, found.leaf
    width = len(lattice.xs) - 1
    held: defaultdict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in found.words:
        held[lattice.field(word)].append(word)
    fields = lattice.fields()
    tall = {row for top, _, bottom, _ in fields if bottom > top for row in range(top, bottom + 1)}
    bands: list[tuple[Row, list[Lined]]] = []
    for band in range(len(lattice.ys) - 1):
        row = Row(leaf, [()] * width)
        for top, left, bottom, right in (one for one in fields if one[0] == band):
            inside = [held[r, c] for r in range(top, bottom + 1) for c in range(left, right + 1)]
            row.cells[left] = tuple(word for words in inside for word in words)
            if bottom > top or right > left:
                row.over[left] = (bottom - top + 1, right)
        bands.append((row, [] if band in tall else _lines(row)))
    return bands


def _lines(row: Row) -> list[Lined]:
    """Return what stands between two ruled lines as lines."""
    if max(map(len, row.cells)) <= 1:
        return []
    place = {id(word): column for column, cell in enumerate(row.cells) for word in cell}
    lines = []
    for line in rows_of([word for cell in row.cells for word in cell], row.leaf.sheet.number):
        made = Lined(line)
        for word in line.words:
            made.put(place[id(word)], [word])
        lines.append(made)
    return lines
