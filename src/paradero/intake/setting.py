"""Setting: what stands on the pages of a document comes into blocks in reading order, with the page of every word.

In: the words of each page with their places, from a PDF or recognised in a picture. Out: paragraphs, headings and
captions. What is printed round the text of each page (running heads, page numbers, notes) stands after the paragraph
that it would have parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from paradero.intake.columns import Line, read_in_order, rows_of
from paradero.intake.flow import NUMBERED_PICTURE, joined, paragraphs
from paradero.intake.glyphs import Sheet
from paradero.intake.hyphens import Hyphens
from paradero.intake.material import Block, Material, assembled
from paradero.intake.running import Running, notes_from, outermost, usual_size

_LARGE, _LARGEST = 1.12, 1.3  # of the usual size: a heading, a headline
_LONGEST_HEADING = 30  # words


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, sorted by what they are."""

    number: int
    heads: tuple[Line, ...]
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    feet: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paged:
    """A block, and where in it each page begins."""

    block: Block
    pages: tuple[tuple[int, int], ...]
    size: float = 0.0


def blocks_of(sheets: Sequence[Sheet], title: str = "") -> list[Paged]:
    """Return the blocks of some pages in reading order.

    Args:
        sheets: the pages.
        title: what the file calls itself; the heading of that wording is the headline.
    """
    rows = [rows_of(sheet.words, sheet.number) for sheet in sheets]
    edges = [outermost(own, sheet.height) for own, sheet in zip(rows, sheets, strict=True) if own]
    running, body = Running(edges), usual_size(row for own in rows for row in own)
    pages = [_page(own, running, sheet.height, body) for own, sheet in zip(rows, sheets, strict=True) if own]
    hyphens = Hyphens(line.text for page in pages for line in (*page.body, *page.notes))
    return _titled(list(_in_order(pages, hyphens, body)), title, body)


def set_down(blocks: Sequence[Paged]) -> Material:
    """Freeze blocks as a text that knows its pages."""
    text, stretches = assembled(paged.block for paged in blocks)
    starts = (
        (stretch.start + offset, page)
        for stretch, paged in zip(stretches, blocks, strict=True)
        for offset, page in paged.pages
    )
    return Material(text, stretches, pages=runs(starts))


def _page(rows: Sequence[Line], running: Running, height: float, body: float) -> _Page:
    edges = [row for row in outermost(rows, height) if running.holds(row)]
    heads = tuple(row for row in edges if row.middle >= height / 2)
    feet = tuple(row for row in edges if row.middle < height / 2)
    rest = [row for row in rows if row not in edges]
    lines, notes = _noted(read_in_order(rest) if rest else [], body)
    return _Page(rows[0].page, heads, tuple(lines), tuple(notes), feet)


def _noted(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Part the notes at the foot of each column from its text."""
    kept: list[Line] = []
    notes: list[Line] = []
    for column in dict.fromkeys(line.column for line in lines):
        own = [line for line in lines if line.column == column]
        cut = notes_from(own, body)
        kept.extend(own[:cut])
        notes.extend(own[cut:])
    return kept, notes


def _in_order(pages: Sequence[_Page], hyphens: Hyphens, body: float) -> Iterator[Paged]:
    """Yield paragraphs; what stands round a page's text comes when no paragraph goes on over it."""
    heads, feet = list(pages), list(pages)
    for lines in paragraphs([line for page in pages for line in page.body]):
        while feet and feet[0].number < lines[0].page:
            yield from _round(heads, feet, hyphens)
        if heads and heads[0].number == lines[0].page:
            yield from _printed(heads.pop(0).heads)
        text, begun = joined(lines, hyphens)
        yield Paged(Block(text, _role(lines, text, body)), begun, lines[0].size)
    while feet:
        yield from _round(heads, feet, hyphens)


def _round(heads: list[_Page], feet: list[_Page], hyphens: Hyphens) -> Iterator[Paged]:
    """Yield what the first of the open pages still has: its head if no paragraph began on it, its notes, its foot."""
    page = feet.pop(0)
    if heads and heads[0].number == page.number:
        yield from _printed(heads.pop(0).heads)
    for lines in paragraphs(page.notes):
        text, begun = joined(lines, hyphens)
        yield Paged(Block(text, "body"), begun)
    yield from _printed(page.feet)


def _printed(rows: Iterable[Line]) -> Iterator[Paged]:
    for row in rows:
        yield Paged(Block(row.text, "boilerplate"), ((0, row.page),))


def _role(lines: Sequence[Line], text: str, body: float) -> str:
    if NUMBERED_PICTURE.match(text):
        return "caption"
    large = min(line.size for line in lines) >= _LARGE * body
    return "subhead" if large and len(text.split()) <= _LONGEST_HEADING else ""


def _titled(blocks: list[Paged], title: str, body: float) -> list[Paged]:
    """Find the headline: the words that the file calls its title, or the largest heading of the first page."""
    first = next((paged.pages[0][1] for paged in blocks if paged.size), 0)
    there = [i for i, paged in enumerate(blocks) if paged.size and paged.pages[0][1] == first]
    named = [i for i in there if title and _alike(blocks[i].block.text) == _alike(title)]
    large = [i for i in there if blocks[i].block.role == "subhead" and blocks[i].size >= _LARGEST * body]
    for i in [*named, *sorted(large, key=lambda i: -blocks[i].size)][:1]:
        blocks[i] = replace(blocks[i], block=replace(blocks[i].block, role="headline"))
    return blocks


def _alike(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def runs(starts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return where each stretch of one page begins, from places in order that may say the same page again."""
    kept: list[tuple[int, int]] = []
    for offset, page in starts:
        if not kept or kept[-1][1] != page:
            kept.append((offset, page))
    return tuple(kept)
