"""Leaves: a page with its words and its ruled lines, turned so that the words run from left to right.

Places are in points from the lower left corner of the page as its words are read; ``Shown`` tells where they are on the
page as it is shown, which may lie on its side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import TYPE_CHECKING

from paradero.intake.glyphs import Place, Sheet, Word, turned
from paradero.intake.printed.strokes import Rule, strokes_of, uprights_and_levels

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """How to get from a place on a leaf to the box on the page as it is shown.

    Attributes:
        quarter: by how many quarters the words were turned. turn: by how many the file says the page is shown turned.
        edges: the page's box in the file: left, bottom, right, top.
        shift: what was added to turned places, so that they count from the leaf's lower left corner.
    """

    quarter: int
    turn: int
    edges: Place
    shift: tuple[float, float]

    def place(self, place: Place) -> Place:
        """Return where a place of the file is on the leaf."""
        left, bottom, right, top = turned(place, self.quarter)
        across, up = self.shift
        return left + across, bottom + up, right + across, top + up

    def box(self, place: Place) -> Box:
        """Return left, top, right and bottom of a leaf's place, from the upper left corner of the page as shown."""
        across, up = self.shift
        moved = place[0] - across, place[1] - up, place[2] - across, place[3] - up
        left, bottom, right, top = turned(moved, (4 - self.quarter) % 4)
        west, south, east, north = self.edges
        seen = {
            0: (left - west, north - top, right - west, north - bottom),
            1: (bottom - south, left - west, top - south, right - west),
            2: (east - right, bottom - south, east - left, top - south),
            3: (north - top, east - right, north - bottom, east - left),
        }[self.turn]
        return floor(seen[0] + 0.01), floor(seen[1] + 0.01), ceil(seen[2] - 0.01), ceil(seen[3] - 0.01)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its words as a ``Sheet``, its ruled lines, level ones by height and upright ones from the left."""

    sheet: Sheet
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    shown: Shown

    def holding(self, words: Iterable[Word]) -> Sheet:
        """Return the page with these words alone."""
        return replace(self.sheet, words=tuple(words))


def leaf_of(page: PdfPage, sheet: Sheet) -> Leaf:
    """Return a page whose text layer is read, with its ruled lines."""
    edges = page.get_bbox()
    turn = page.get_rotation() // 90 % 4
    corner = turned(edges, sheet.quarter)
    shown = Shown(sheet.quarter, turn, edges, (-corner[0], -corner[1]))
    if shown.shift != (0.0, 0.0):
        sheet = replace(sheet, words=tuple(_moved(word, *shown.shift) for word in sheet.words))
    upright, level = uprights_and_levels(map(shown.place, strokes_of(page)))
    return Leaf(sheet, level, upright, shown)


def bare_leaf(sheet: Sheet) -> Leaf:
    """Return a page of which only the words are asked for."""
    return Leaf(sheet, (), (), Shown(0, 0, (0.0, 0.0, 0.0, 0.0), (0.0, 0.0)))


def scanned_leaf(page: PdfPage, sheet: Sheet) -> Leaf:
    """Return a page whose letters were recognised, and are counted from the corner of the page as it is shown."""
    width, height = page.get_size()
    return Leaf(sheet, (), (), Shown(0, 0, (0.0, 0.0, width, height), (0.0, 0.0)))


def _moved(word: Word, across: float, up: float) -> Word:
    return Word(word.text, word.left + across, word.bottom + up, word.right + across, word.top + up)
