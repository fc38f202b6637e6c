"""Sheets: a table over pages as one sheet, its headings once, its cells as texts with their page and box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paradero.intake.glyphs import SOFT_HYPHEN, Word
from paradero.intake.grid import Grid, Merged
from paradero.intake.hyphens import Hyphens
from paradero.intake.material import Block
from paradero.intake.printed.abreast import abreast
from paradero.intake.printed.laying import Row
from paradero.intake.printed.leaves import Leaf
from paradero.intake.printed.lined import lines_of
from paradero.intake.setting import Paged
from paradero.intake.tabled import PagedGrid, Spot

_HEAD = 6  # rows at the top of a table, among which those are that each page prints again
_NEAR = 40  # rows before the end of a page
_FILLED = 0.9  # of the rows have words in their first cell


@dataclass(frozen=True)
class Set:
    """A table as it comes into the text, and what its pages print again: headings, which stand behind it."""

    table: PagedGrid
    again: tuple[Paged, ...]


def sheet_of(pages: Sequence[Sequence[Row]], name: str, hyphens: Hyphens) -> Set:
    """Return a table over pages as one sheet.

    Args:
        pages: its rows on each page.
        name: what it is called.
        hyphens: what decides about hyphens at the ends of lines.
    """
    beside = abreast(pages)
    rows: list[Row] = []
    again: list[Row] = []
    for page in pages:
        own, left = list(page), list[Row]()
        if beside is not None and own:
            own, left = beside.stacked(own)
        own = _freed(rows, own)
        repeated = _repeated(rows, own)
        again += [*own[:repeated], *left]
        rest = own[repeated:]
        if rows and rest and _goes_over(rows, rest[0]):
            rows[-1].then.append(rest.pop(0))
        rows += rest
    return Set(_grid(rows, name, hyphens), tuple(_printed(row) for row in again))


def _repeated(rows: Sequence[Row], own: Sequence[Row]) -> int:
    """Return how many rows at the top of a page are those at the top of the table."""
    if not rows or not own:
        return 0
    heads = [row.words() for row in rows[:_HEAD]]
    tops = [row.words() for row in own[:_HEAD]]
    if tops[0] not in heads or any(words[:1].isdigit() for words in tops[0]):
        return 0
    first = heads.index(tops[0])
    count = 0
    for head, top in zip(heads[first:], tops, strict=False):
        if head != top or any(words[:1].isdigit() for words in top):
            break
        count += 1
    return count


def _freed(rows: Sequence[Row], own: list[Row]) -> list[Row]:
    """Part a heading that a page prints again from the end of a row, begun on the page before, that stands under it."""
    for head in rows[:_HEAD] if own else ():
        heading, rest = [], []
        for cell, words in zip(own[0].cells, head.words(), strict=True):
            ordered = [word for line in lines_of(cell) for word in line]
            count = len(words.split())
            if " ".join(word.text for word in ordered[:count]) != words:
                break
            heading.append(tuple(ordered[:count]))
            rest.append(tuple(ordered[count:]))
        else:
            if any(heading) and any(rest) and not _has_figure(head):
                return [Row(own[0].leaf, heading, own[0].over), Row(own[0].leaf, rest), *own[1:]]
    return own


def _has_figure(row: Row) -> bool:
    return any(words[:1].isdigit() for words in row.words())


def _goes_over(rows: Sequence[Row], row: Row) -> bool:
    """Whether the first row of a page goes on with the last of the page before: its first cell alone is empty."""
    last = rows[-_NEAR:]
    filled = sum(bool(one.cells[0]) for one in last)
    if row.cells[0] or row.over or filled < _FILLED * len(last) or rows[-1].over:
        return False
    return all(above or not here for above, here in zip(rows[-1].cells, row.cells, strict=True))


def _grid(rows: Sequence[Row], name: str, hyphens: Hyphens) -> PagedGrid:
    texts: list[list[str]] = []
    merged: list[Merged] = []
    spots: dict[tuple[int, int], Sequence[Spot]] = {}
    for number, row in enumerate(rows, 1):
        line = []
        for column in range(len(row.cells)):
            words, places = _cell(row, column, hyphens)
            line.append(words)
            if places:
                spots[number, column + 1] = places
        texts.append(line)
        merged += [(number, c + 1, number + tall - 1, last + 1) for c, (tall, last) in row.over.items()]
    return PagedGrid(Grid(name, texts, merged=tuple(merged)), spots)


def _cell(row: Row, column: int, hyphens: Hyphens) -> tuple[str, list[Spot]]:
    """Return the words of a cell, and where they stand: once for each page."""
    text = ""
    spots = []
    for one in (row, *row.then):
        cell = one.cells[column]
        if cell:
            said = _joined([" ".join(word.text for word in line) for line in lines_of(cell)], hyphens)
            text, between = hyphens.joint(text, said) if text else ("", "")
            spots.append(Spot(len(text) + len(between), one.leaf.sheet.number, _box(cell, one.leaf)))
            text += between + said
    return text.removesuffix(SOFT_HYPHEN), spots


def _joined(lines: Iterable[str], hyphens: Hyphens) -> str:
    text = ""
    for line in lines:
        before, between = hyphens.joint(text, line) if text else ("", "")
        text = before + between + line
    return text


def _box(cell: Sequence[Word], leaf: Leaf) -> tuple[int, int, int, int]:
    place = (
        min(word.left for word in cell),
        min(word.bottom for word in cell),
        max(word.right for word in cell),
        max(word.top for word in cell),
    )
    return leaf.shown.box(place)


def _printed(row: Row) -> Paged:
    return Paged(Block(" ".join(words for words in row.words() if words), "boilerplate"), ((0, row.leaf.sheet.number),))
