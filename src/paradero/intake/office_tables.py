"""Tables of word processors' files as rows and cells, with the cells that reach over several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from paradero.intake.grid import Grid, Merged
from paradero.intake.material import Block, Material
from paradero.intake.setting import Paged
from paradero.intake.tabled import PagedGrid, Piece, frozen
from paradero.model.problem import Problem

WIDEST, TALLEST = 1_000, 10_000  # columns and rows that a cell may reach over or stand for


@dataclass(slots=True)
class Laying:
    """Lays cells side by side and rows below each other."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    _open: dict[int, int] = field(default_factory=dict)  # column -> which merged cell goes on downwards there

    def row(self, before: int = 0) -> None:
        """Begin a row, so many columns from the left."""
        self.rows.append([""] * min(before, WIDEST))

    def cell(self, words: str, wide: int = 1, tall: int = 1, room: int = 1) -> None:
        """Put a cell at the end of the row; it reaches over so many columns and rows, and takes ``room`` columns."""
        top, left = len(self.rows), len(self.rows[-1]) + 1
        if wide > 1 or tall > 1:
            self.merged.append((top, left, top + tall - 1, left + wide - 1))
        self.rows[-1] += [words, *[""] * (room - 1)]

    def upright(self, words: str, wide: int, begins: bool) -> None:
        """Put a cell that begins a cell reaching downwards, or goes on with the one above; words are not lost."""
        column = len(self.rows[-1]) + 1
        at = self._open.get(column)
        if not begins and at is not None and self.merged[at][2] == len(self.rows) - 1:
            top, left, _, right = self.merged[at]
            self.merged[at] = (top, left, len(self.rows), right)
        else:
            self._open[column] = len(self.merged)
            self.merged.append((len(self.rows), column, len(self.rows), column + wide - 1))
        self.rows[-1] += [words, *[""] * (wide - 1)]

    def grid(self) -> Grid:
        """Return what was laid."""
        merged = (one for one in self.merged if one[0] < one[2] or one[1] < one[3])
        return Grid("", self.rows, merged=tuple(merged))


def number(written: str, most: int, least: int = 1) -> int:
    """Return a number of rows or columns as a file writes it; the least when it is none."""
    return (
        max(least, min(int(written), most)) if written.isascii() and written.isdigit() and len(written) < 9 else least
    )


def in_cell(paragraphs: Iterable[str]) -> str:
    """Return the words of a cell; its paragraphs begin new lines in it."""
    return "\n".join(words for words in paragraphs if words)


def material(blocks: Sequence[Block | Grid], source: str) -> Material:
    """Freeze blocks and tables as a text in which each table is a sheet; without a table there is no text.

    Args:
        blocks: the paragraphs and tables, in order.
        source: the file's name, for the problem.
    """
    pieces: list[Piece] = []
    count = 0
    for block in blocks:
        if isinstance(block, Block):
            pieces.append(Paged(block, ()))
        elif any(any(cell.strip() for cell in row) for row in block.rows):
            count += 1
            pieces.append(PagedGrid(Grid(f"table {count}", block.rows, merged=block.merged)))
    return frozen(pieces) if count else Material("", (), problems=(no_table(source),))


def no_table(source: str) -> Problem:
    """Say that a document holds no table."""
    cause = "No table stands in the document; its text is no list that can be read row by row."
    hint = "Save the list as .csv or .xlsx, or add the document as a report."
    return Problem("no_table", source, cause, hint)
