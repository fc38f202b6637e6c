"""Glyphs: the words of a page with their places; those of a PDF from the text layer that PDFium finds.

Only the letters are looked at. Scripts, links, forms and attachments of a PDF are never run, followed or opened.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

Place = tuple[float, float, float, float]  # left, bottom, right, top
SOFT_HYPHEN = "\xad"
_LETTERS = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    # PDFium gives the first two for a hyphen at the end of a line.
    0x2: "-",
    0xFFFE: "-",
    0x2010: "-",
    0x2011: "-",
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)),
    **dict.fromkeys(c for c in range(32) if c not in (2, 9, 10, 13)),
}
# PDFium takes the line's end away after such a hyphen, so the word is cut there again.
_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LOOKED_AT = 60  # words of a page whose direction is measured; a page is printed in one


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands on its page, in points from the lower left corner.

    Attributes:
        text: its letters, ligatures undone; a soft hyphen only at the end.
        left, bottom, right, top: its box; the height is that of the type and not of the letters that happen to occur.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """The height of its middle on the page."""
        return (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        """The height of its type."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it was found.

    Attributes:
        number: from 1.
        height: of the page, in points, as it is read.
        words: in the order in which they were drawn.
        drawn: whether anything at all is drawn on it; a page left white lacks nothing.
        quarter: by how many quarters of a circle its words were turned to run from left to right.
    """

    number: int
    height: float
    words: tuple[Word, ...]
    drawn: bool
    quarter: int = 0


def sheet_of(page: PdfPage, number: int) -> Sheet:
    """Return the words of an open page.

    Raises:
        PdfiumError: when the page's text cannot be loaded.
    """
    import pypdfium2.raw as raw

    layer = page.get_textpage()
    try:
        words, quarter = _words(layer)
    finally:
        layer.close()
    width, height = page.get_size()
    if (quarter in (1, 3)) != (page.get_rotation() in (90, 270)):
        width, height = height, width
    return Sheet(number, max(height, 1.0), words, bool(words) or raw.FPDFPage_CountObjects(page) > 0, quarter)


def plain_letters(word: str) -> str:
    """Return a word with its ligatures undone, and without what does not print; "" when nothing is left."""
    letters = word.translate(_LETTERS)
    bare = letters.replace(SOFT_HYPHEN, "")
    return bare + SOFT_HYPHEN if bare and letters[-1] == SOFT_HYPHEN else bare


def _words(layer: PdfTextPage) -> tuple[tuple[Word, ...], int]:
    import pypdfium2.raw as raw

    handle, letter = layer.raw, raw.FPDFText_GetUnicode  # asked once a letter: each look-up on the way would be felt
    text = "".join([_letter(letter(handle, at)) for at in range(layer.count_chars())])
    runs = [match.span() for match in _WORD.finditer(text)]
    quarter = _direction(layer, runs)
    box_of = _box_finder(layer)
    words = []
    for start, end, place in _placed(runs, box_of):
        letters = plain_letters(text[start:end])
        if letters:
            words.append(Word(letters, *turned(place, quarter)))
    return tuple(words), quarter


def _placed(runs: Iterable[tuple[int, int]], box_of: Callable[[int], Place | None]) -> Iterator[tuple[int, int, Place]]:
    """Yield each run of letters with its place; one without any is left out."""
    for start, end in runs:
        first = box_of(start)
        last = box_of(end - 1) if end - start > 1 else first
        if first is None or last is None:
            place = first or last
            if place is not None:
                yield start, end, place
        elif _leaps(first, last):
            yield from _cut(start, end, box_of)
        else:
            yield start, end, _around(first, last)


def _cut(start: int, end: int, box_of: Callable[[int], Place | None]) -> Iterator[tuple[int, int, Place]]:
    """Cut a run of letters that goes on in another line."""
    around = before = box_of(start)
    for at in range(start + 1, end):
        here = box_of(at)
        if around is not None and before is not None and here is not None and _leaps(before, here):
            yield start, at, around
            start, around = at, here
        elif here is not None:
            around = here if around is None else _around(around, here)
        before = here if here is not None else before
    if around is not None:
        yield start, end, around


def _leaps(one: Place, other: Place) -> bool:
    """Whether a letter stands neither beside nor under or over the one that it follows."""
    beside = other[0] < one[2] and one[0] < other[2]
    level = other[1] < one[3] and one[1] < other[3]
    return not beside and not level


def _letter(code: int) -> str:
    # Halves of a letter beyond the first plane cannot stand alone; NUL stands for a glyph that has no letter.
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _box_finder(layer: PdfTextPage) -> Callable[[int], Place | None]:
    """Return what gives the box of a letter: as high as its type, or None when it has no height or no place."""
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    handle, reference, loose = layer.raw, ctypes.byref(box), raw.FPDFText_GetLooseCharBox

    def box_of(at: int) -> Place | None:
        if not loose(handle, at, reference):
            return None
        place = (box.left, box.bottom, box.right, box.top)
        return place if math.isfinite(sum(place)) and abs(place[3] - place[1]) > 0.1 else None

    return box_of


def _around(one: Place, other: Place) -> Place:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _direction(layer: PdfTextPage, runs: list[tuple[int, int]]) -> int:
    """Return by how many quarters of a circle most of the page's words are turned."""
    import pypdfium2.raw as raw

    sample = runs[:: max(1, len(runs) // _LOOKED_AT)]
    # PDFium counts the angle clockwise.
    turns = Counter(round(-raw.FPDFText_GetCharAngle(layer, start) / (math.pi / 2)) % 4 for start, _ in sample)
    return turns.most_common(1)[0][0] if turns else 0


def turned(place: Place, quarter: int) -> Place:
    """Turn a box by so many quarters of a circle, so that words of that direction run from left to right."""
    left, bottom, right, top = place
    if quarter == 1:
        return bottom, -right, top, -left
    if quarter == 3:
        return -top, left, -bottom, right
    return (-right, -top, -left, -bottom) if quarter == 2 else place
