"""Glyphs: the words of a PDF page with their places, from the text layer that PDFium finds.

Only the letters are looked at. Scripts, links, forms and attachments of a PDF are never run, followed or opened.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    """

    number: int
    height: float
    words: tuple[Word, ...]
    drawn: bool


def sheet_of(page: PdfPage, number: int) -> Sheet:
    """Return the words of an open page.

    Raises:
        PdfiumError: when the page's text cannot be loaded.
    """
    import pypdfium2.raw as raw

    layer = page.get_textpage()
    try:
        words, sideways = _words(layer)
    finally:
        layer.close()
    width, height = page.get_size()
    if sideways != (page.get_rotation() in (90, 270)):
        width, height = height, width
    return Sheet(number, max(height, 1.0), words, bool(words) or raw.FPDFPage_CountObjects(page) > 0)


def _words(layer: PdfTextPage) -> tuple[tuple[Word, ...], bool]:
    import pypdfium2.raw as raw

    count = layer.count_chars()
    letter = raw.FPDFText_GetUnicode
    text = "".join(_letter(letter(layer, i)) for i in range(count))
    runs = [match.span() for match in _WORD.finditer(text)]
    runs = [piece for run in runs for piece in _cut(layer, *run)]
    quarter = _direction(layer, runs)
    box = raw.FS_RECTF()
    words = []
    for start, end in runs:
        letters = text[start:end].translate(_LETTERS)
        bare = letters.rstrip(SOFT_HYPHEN).replace(SOFT_HYPHEN, "")
        letters = bare + SOFT_HYPHEN * letters.endswith(SOFT_HYPHEN)
        places = [place for at in {start, end - 1} if (place := _box(layer, at, box)) is not None]
        if bare and places:
            words.append(Word(letters, *_turned(_around(places), quarter)))
    return tuple(words), quarter in (1, 3)


def _cut(layer: PdfTextPage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of letters that goes on in another line, which PDFium leaves whole where it saw a hyphen."""
    import pypdfium2.raw as raw

    one, other = raw.FS_RECTF(), raw.FS_RECTF()
    if end - start > 1 and _leaps(_box(layer, start, one), _box(layer, end - 1, other)):
        for at in range(start + 1, end):
            if _leaps(_box(layer, at - 1, one), _box(layer, at, other)):
                yield start, at
                start = at
    yield start, end


def _leaps(one: Place | None, other: Place | None) -> bool:
    """Whether a letter stands before or wholly under or over the one that it follows, whichever way they run."""
    if one is None or other is None:
        return False
    beside = other[0] < one[2] and one[0] < other[2]
    level = other[1] < one[3] and one[1] < other[3]
    return not beside and not level


def _letter(code: int) -> str:
    # Halves of a letter beyond the first plane cannot stand alone; NUL stands for a glyph that has no letter.
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _box(layer: PdfTextPage, at: int, box: Any) -> Place | None:
    import pypdfium2.raw as raw

    if not raw.FPDFText_GetLooseCharBox(layer, at, ctypes.byref(box)):
        return None
    place = (box.left, box.bottom, box.right, box.top)
    return place if all(map(math.isfinite, place)) and abs(box.top - box.bottom) > 0.1 else None


def _around(places: list[Place]) -> Place:
    lefts, bottoms, rights, tops = zip(*places, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _direction(layer: PdfTextPage, runs: list[tuple[int, int]]) -> int:
    """Return by how many quarters of a circle most of the page's words are turned."""
    import pypdfium2.raw as raw

    sample = runs[:: max(1, len(runs) // _LOOKED_AT)]
    turns = Counter(round(raw.FPDFText_GetCharAngle(layer, start) / (math.pi / 2)) % 4 for start, _ in sample)
    return turns.most_common(1)[0][0] if turns else 0


def _turned(place: Place, quarter: int) -> Place:
    """Turn a box so that the page's words run from left to right."""
    left, bottom, right, top = place
    if quarter == 1:
        return bottom, -right, top, -left
    if quarter == 3:
        return -top, left, -bottom, right
    return (-right, -top, -left, -bottom) if quarter == 2 else place
