"""Tabled: tables and what stands around them in one frozen text, each cell with its place, and its page and box if any.

What stands in no table (who made the list, of what day it is, a signature) stays in the text, in parts of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from paradero.intake.grid import Grid, line_of
from paradero.intake.material import Material, Stretch
from paradero.intake.setting import Paged, runs
from paradero.model.document import Sheet

Box = tuple[int, int, int, int]
Boxes = list[tuple[int, int, int, int, int]]
Pages = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell, or what of it begins at an offset of its words, stands: the page, and the box on it."""

    offset: int
    page: int
    box: Box


@dataclass(frozen=True)
class PagedGrid:
    """A table, and by row and column, both from 1, where its cells stand."""

    grid: Grid
    spots: dict[tuple[int, int], Sequence[Spot]] = field(default_factory=dict)


Piece = Paged | PagedGrid


def frozen(pieces: Sequence[Piece]) -> Material:
    """Freeze blocks and tables, in the order given, as one text.

    Args:
        pieces: at least one table among them.
    """
    texts: list[str] = []
    stretches: list[Stretch] = []
    sheets: list[Sheet] = []
    pages: Pages = []
    boxes: Boxes = []
    at = 0
    for number, piece in enumerate(pieces):
        if isinstance(piece, PagedGrid):
            text = "\n".join(map(line_of, piece.grid.rows)).rstrip("\n")
            sheets.append(Sheet(piece.grid.name, at, at + len(text), piece.grid.hidden, piece.grid.merged))
            for spot in _spots(piece, at):
                pages.append((spot.offset, spot.page))
                boxes.append((spot.offset, *spot.box))
        else:
            text = piece.block.text
            pages += [(at + offset, page) for offset, page in piece.pages]
        stretches.append(_stretch(piece, at, at + len(text), number))
        texts.append(text)
        at += len(text) + 2
    whole = "\n\n".join(texts) + "\n"
    return Material(whole, tuple(stretches), pages=runs(pages), sheets=tuple(sheets), boxes=tuple(boxes))


def _stretch(piece: Piece, start: int, end: int, number: int) -> Stretch:
    if isinstance(piece, PagedGrid):
        return Stretch(start, end, "sheet", number)
    block = piece.block
    return Stretch(start, end, block.role or "body", number, block.credit, block.relay)


def _spots(piece: PagedGrid, at: int) -> Iterator[Spot]:
    """Yield the places of a table's cells with their offsets in the whole text."""
    for number, row in enumerate(piece.grid.rows, 1):
        begin = at
        for column, words in enumerate(row, 1):
            for spot in piece.spots.get((number, column), ()):
                yield Spot(begin + spot.offset, spot.page, spot.box)
            begin += len(words) + 1
        at += len(line_of(row)) + 1
