"""Boxes: the words that a program recognised in a raster, set as type is: level lines, one size to a line.

A program tells the box of the ink of each word, and "no" is lower than "dog" in the same type. From the letters that
occur in a word follows how high its type is and where its line runs; a page that lay askew is turned level.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from paradero.intake.glyphs import Word, plain_letters
from paradero.intake.rasters import Raster

# Shares of the type's height, near enough for all faces that books and newspapers are set in.
_X_HEIGHT, _ASCENT, _DESCENT = 0.52, 0.72, 0.21
_RISING = frozenset("bdfhiklt!?\"'“”‘’()[]{}/&%$€£#|")
_FALLING = frozenset("gjpqyçþ()[]{}/|Q,;$")
_LEAST = 10.0  # per cent; below it a word is a guess at a speck
_SPECK = 60.0  # per cent that a word without letter or figure must have
_SURE = 60.0  # per cent of a word that shows that there is a text
_SURE_WORDS = 0.25  # of all words of a page that is one
_LEVEL = 0.001  # the slope of a page that lies straight
_ONE_SIZE = 0.13  # how far the sizes of lines of one type are apart when each is measured from its ink
_FEWEST = 4  # words from which the slope of a line is taken


@dataclass(frozen=True, slots=True)
class Seen:
    """A recognised word: its letters, its box in pixels from the top left, its confidence (0-100), its line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    line: tuple[str, ...]

    @property
    def size(self) -> float | None:
        """The height of its type; None when its letters do not tell."""
        if not any(c.isalnum() for c in self.text):
            return None
        share = (_ASCENT if _rises(self.text) else _X_HEIGHT) + (_DESCENT if _falls(self.text) else 0.0)
        return (self.bottom - self.top) / share

    def base(self, size: float) -> float:
        """Return where its line runs, for a size of its type."""
        return self.bottom - (_DESCENT * size if _falls(self.text) else 0.0)


def seen_in(table: str) -> tuple[Seen, ...]:
    """Return the words of a table as tesseract writes it, without guesses at specks and rules.

    Args:
        table: lines of level, page, block, paragraph, line, word, left, top, width, height, confidence and text.
    """
    words = []
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and (letters := plain_letters(cells[11].strip())):
            left, top, width, height, confidence = map(float, cells[6:11])
            least = _LEAST if any(c.isalnum() for c in letters) else _SPECK
            if confidence >= least and width > 0 and height > 0:
                words.append(Seen(letters, left, top, left + width, top + height, confidence, tuple(cells[1:5])))
    return tuple(words)


def confidence_of(words: Sequence[Seen]) -> float:
    """Return the mean confidence of some words, 0 to 1, longer ones counting for more; 0 when they are no text."""
    sure = sum(word.confidence >= _SURE and len(word.text) > 1 for word in words)
    if not sure or sure < _SURE_WORDS * len(words):
        return 0.0
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters / 100, 3)


def set_in_type(words: Sequence[Seen], raster: Raster) -> tuple[Word, ...]:
    """Return recognised words as words of a page: in points from the lower left corner, lines level."""
    lines: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    sizes = {line: _size(own) for line, own in lines.items()}
    usual = _weighted(((size, sum(len(w.text) for w in lines[line])) for line, size in sizes.items()), 1.0)
    slope = _slope(lines.values(), sizes)
    made = []
    for line, own in lines.items():
        size = usual if abs(sizes[line] / usual - 1) < _ONE_SIZE else sizes[line]
        base = median(word.base(size) - slope * (word.left + word.right) / 2 for word in own)
        made += [_word(word, base, size, slope, raster) for word in own]
    return tuple(made)


def _word(word: Seen, base: float, size: float, slope: float, raster: Raster) -> Word:
    height, turn = raster.height - base, slope * base
    return Word(
        word.text,
        (word.left + turn) * raster.point,
        (height - _DESCENT * size) * raster.point,
        (word.right + turn) * raster.point,
        (height + (1 - _DESCENT) * size) * raster.point,
    )


def _size(words: Sequence[Seen]) -> float:
    ink = median(word.bottom - word.top for word in words)
    return _weighted(((word.size, len(word.text)) for word in words if word.size is not None), ink)


def _slope(lines: Iterable[Sequence[Seen]], sizes: dict[tuple[str, ...], float]) -> float:
    """Return by how much the lines of a page fall, a pixel downwards for each to the right."""
    slopes = []
    for words in lines:
        if len(words) >= _FEWEST:
            size = sizes[words[0].line]
            middles = [(word.left + word.right) / 2 for word in words]
            bases = [word.base(size) for word in words]
            across, down = sum(middles) / len(words), sum(bases) / len(words)
            spread = sum((x - across) ** 2 for x in middles)
            falls = sum((x - across) * (y - down) for x, y in zip(middles, bases, strict=True))
            slopes.append((falls / max(spread, 1.0), len(words)))
    found = _weighted(slopes, 0.0)
    return found if abs(found) > _LEVEL else 0.0


def _weighted(values: Iterable[tuple[float, int]], otherwise: float) -> float:
    """Return the median of some values, each with its weight."""
    ordered = sorted(values)
    half = sum(weight for _, weight in ordered) / 2
    passed = 0
    for value, weight in ordered:
        passed += weight
        if passed >= half:
            return value
    return otherwise


def _rises(text: str) -> bool:
    return any(c in _RISING or c.isupper() or c.isdigit() or unicodedata.decomposition(c) for c in text)


def _falls(text: str) -> bool:
    return any(c in _FALLING for c in text)
