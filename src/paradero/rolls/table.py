"""Tables: the sheets of a document as rows of cells, each with its place in the frozen text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from paradero.model import Document, Sheet

_MOST_MERGED = 1_000_000  # cells; a file may claim that all of a sheet is one cell
_ACROSS = 64


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words as written, and where they stand; ``page`` and ``box`` as in ``Span``."""

    text: str
    row: int
    column: int
    start: int
    end: int
    page: int | None = None
    box: tuple[int, int, int, int] | None = None


@dataclass(frozen=True)
class Table:
    """One sheet.

    Attributes:
        name: of the sheet; hidden: whether its file hides it.
        lines: the words of each row, of row 1 first; offsets: where each row begins in the text.
        above: for cells that a merged cell covers, the row and column of the cell that holds the words.
        document: whose sheet it is, if it has pages; they and the boxes are asked of it.
    """

    name: str
    lines: tuple[tuple[str, ...], ...]
    offsets: tuple[int, ...]
    hidden: bool = False
    above: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    document: Document | None = None

    @cached_property
    def width(self) -> int:
        """The number of columns of the longest row."""
        return max(map(len, self.lines), default=0)

    def words(self, row: int, column: int) -> str:
        """Return the words at a row and column, both from 1; empty where no cell is."""
        if not 0 < row <= len(self.lines):
            return ""
        line = self.lines[row - 1]
        return line[column - 1] if 0 < column <= len(line) else ""

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the filled cell that holds for a row and column; None where nothing stands.

        A cell merged over several rows holds for each of them, and keeps its own place.
        """
        if self.above and (row, column) in self.above:
            row, column = self.above[row, column]
        words = self.words(row, column)
        bare = words.strip()
        if not bare:
            return None
        line = self.lines[row - 1]
        start = self.offsets[row - 1] + sum(map(len, line[: column - 1])) + column - 1
        begin = start + words.index(bare)
        end = begin + len(bare)
        if self.document is None:
            return Cell(bare, row, column, begin, end)
        return Cell(bare, row, column, begin, end, self.document.page_at(begin), self.document.box_in(begin, end))

    def page(self, row: int) -> int | None:
        """Return the page on which a row begins; None where the list has no pages."""
        return None if self.document is None else self.document.page_at(self.offsets[row - 1])

    def row_span(self, row: int) -> tuple[int, int]:
        """Return where the filled part of a row begins and ends in the text."""
        line = self.lines[row - 1]
        whole = "\t".join(line)
        start = self.offsets[row - 1] + len(whole) - len(whole.lstrip())
        return start, max(start, self.offsets[row - 1] + len(whole.rstrip()))

    def filled(self, row: int) -> Iterator[int]:
        """Yield the numbers of the columns in which a row has words of its own."""
        for column, words in enumerate(self.lines[row - 1], 1):
            if words.strip():
                yield column


def tables(document: Document) -> tuple[Table, ...]:
    """Return the sheets of a document that hold anything; none for a document that is no table."""
    found = (_table(document, sheet) for sheet in document.sheets)
    return tuple(table for table in found if any(any(line) for line in table.lines))


def _table(document: Document, sheet: Sheet) -> Table:
    rows = document.text[sheet.start : sheet.end].split("\n")
    offsets = []
    at = sheet.start
    for row in rows:
        offsets.append(at)
        at += len(row) + 1
    lines = tuple(tuple(row.split("\t")) for row in rows)
    above = _above(sheet, len(lines))
    return Table(sheet.name, lines, tuple(offsets), sheet.hidden, above, document if document.pages else None)


def _above(sheet: Sheet, rows: int) -> dict[tuple[int, int], tuple[int, int]]:
    above: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in sheet.merged:
        right = min(right, left + _ACROSS)
        for row in range(top, min(bottom, rows) + 1):
            above.update({(row, column): (top, left) for column in range(left, right + 1)})
        if len(above) > _MOST_MERGED:
            break
    return above
