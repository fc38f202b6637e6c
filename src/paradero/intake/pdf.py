"""PDF: the text layer of a PDF file in reading order, with the page of every word.

What is printed round the text of each page (running heads, page numbers, notes) stands after the paragraph that it
would have parted. Nothing in the file is run, and nothing that it points to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paradero.intake.columns import Line, read_in_order, rows_of
from paradero.intake.flow import NUMBERED_PICTURE, joined, paragraphs
from paradero.intake.glyphs import Sheet, sheet_of
from paradero.intake.hyphens import Hyphens
from paradero.intake.material import Block, Material, assembled
from paradero.intake.pdf_troubles import END, TAIL, damages, unopened, without_text
from paradero.intake.provenance import said
from paradero.intake.running import Running, notes_from, outermost, usual_size
from paradero.model.document import Provenance

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LARGE, _LARGEST = 1.12, 1.3  # of the usual size: a heading, a headline
_LONGEST_HEADING = 30  # words
_CATALOG = re.compile(rb"\b(\d{1,9})\s+0\s+obj\b[^>]{0,500}?/Type\s*/Catalog\b")


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, sorted by what they are."""

    number: int
    heads: tuple[Line, ...]
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    feet: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Paged:
    """A block, and where in it each page begins."""

    block: Block
    pages: tuple[tuple[int, int], ...]
    size: float = 0.0


def read_bytes(data: bytes, source: str) -> Material:
    """Turn the bytes of a PDF file into material.

    Args:
        data: the whole file.
        source: the file's name.
    """
    from pypdfium2 import PdfiumError

    try:
        document = _opened(data)
    except PdfiumError as error:
        return Material("", (), problems=(unopened(error, source),))
    with closing(document):
        found, title = _found(document)
        sheets, broken = _sheets(document)
    text, material = _material(sheets, title)
    problems = (*damages(data, broken, len(sheets), source), *without_text(sheets, source))
    return replace(material, text=text, found=found, problems=problems)


def _opened(data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError:
        catalog = _CATALOG.search(data) if END not in data[-TAIL:] else None
        if catalog is None:
            raise
        # A file that was cut off has lost the entry that says where to begin; what is left is read from there.
        return PdfDocument(
            b"%b\nendstream\nendobj\ntrailer\n<< /Root %b 0 R >>\nstartxref\n0\n%%%%EOF\n" % (data, catalog[1])
        )


def _found(document: PdfDocument) -> tuple[Provenance, str]:
    """What the file says of itself; the day on which it was made is not the day of publication."""
    author, title = (_clean(document.get_metadata_value(key)) for key in ("Author", "Title"))
    return Provenance(author=said(author, "file")), title


def _clean(words: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe\ufeff]", " ", words).split())[:1_000]


def _sheets(document: PdfDocument) -> tuple[list[Sheet], list[int]]:
    from pypdfium2 import PdfiumError

    sheets: list[Sheet] = []
    broken: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            with closing(document[number - 1]) as page:
                sheets.append(sheet_of(page, number))
        except PdfiumError:
            broken.append(number)
    return sheets, broken


def _material(sheets: Sequence[Sheet], title: str) -> tuple[str, Material]:
    rows = [rows_of(sheet.words, sheet.number) for sheet in sheets]
    edges = [outermost(own, sheet.height) for own, sheet in zip(rows, sheets, strict=True) if own]
    running, body = Running(edges), usual_size(row for own in rows for row in own)
    pages = [_page(own, running, sheet.height, body) for own, sheet in zip(rows, sheets, strict=True) if own]
    hyphens = Hyphens(line.text for page in pages for line in (*page.body, *page.notes))
    blocks = _titled(list(_in_order(pages, hyphens, body)), title, body)
    text, stretches = assembled(paged.block for paged in blocks)
    starts = (
        (stretch.start + offset, page)
        for stretch, paged in zip(stretches, blocks, strict=True)
        for offset, page in paged.pages
    )
    return text, Material(text, stretches, pages=_runs(starts))


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


def _in_order(pages: Sequence[_Page], hyphens: Hyphens, body: float) -> Iterator[_Paged]:
    """Yield paragraphs; what stands round a page's text comes when no paragraph goes on over it."""
    heads, feet = list(pages), list(pages)
    for lines in paragraphs([line for page in pages for line in page.body]):
        while feet and feet[0].number < lines[0].page:
            yield from _round(heads, feet, hyphens)
        if heads and heads[0].number == lines[0].page:
            yield from _printed(heads.pop(0).heads)
        text, begun = joined(lines, hyphens)
        yield _Paged(Block(text, _role(lines, text, body)), begun, lines[0].size)
    while feet:
        yield from _round(heads, feet, hyphens)


def _round(heads: list[_Page], feet: list[_Page], hyphens: Hyphens) -> Iterator[_Paged]:
    """Yield what the first of the open pages still has: its head if no paragraph began on it, its notes, its foot."""
    page = feet.pop(0)
    if heads and heads[0].number == page.number:
        yield from _printed(heads.pop(0).heads)
    for lines in paragraphs(page.notes):
        text, begun = joined(lines, hyphens)
        yield _Paged(Block(text, "body"), begun)
    yield from _printed(page.feet)


def _printed(rows: Iterable[Line]) -> Iterator[_Paged]:
    for row in rows:
        yield _Paged(Block(row.text, "boilerplate"), ((0, row.page),))


def _role(lines: Sequence[Line], text: str, body: float) -> str:
    if NUMBERED_PICTURE.match(text):
        return "caption"
    large = min(line.size for line in lines) >= _LARGE * body
    return "subhead" if large and len(text.split()) <= _LONGEST_HEADING else ""


def _titled(blocks: list[_Paged], title: str, body: float) -> list[_Paged]:
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


def _runs(starts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for offset, page in starts:
        if not kept or kept[-1][1] != page:
            kept.append((offset, page))
    return tuple(kept)
