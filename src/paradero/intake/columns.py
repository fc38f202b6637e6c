"""Columns: the words of a page come into lines, and the lines into the order in which a person reads them.

A gutter is a strip that few lines cross while lines stand on both of its sides. A line that crosses it (a headline over
two columns) parts what is above from what is below. To cut a page in turns is the idea of Nagy and Seth (1984).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from paradero.intake.glyphs import Word

_BIN = 2.0  # points; half of the narrowest gutter that printers use
_GUTTER = 0.7  # of the type's height; justified words stand closer in all but the narrowest columns
_NARROWEST = 8.0  # of the type's height; narrower columns are those of a table, which is read row by row
_WORDS = 2.5  # words that a line of running text has at the least, on average
_FEWEST = 3  # lines on each side of a gutter
_CROSSING = 0.25  # of the lines; more, and there is no gutter
_DEEPEST = 8  # columns beside each other


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column, its words from left to right.

    Attributes:
        words: at least one.
        page: number of the page.
        column: lines of one column of one page share a number; it grows in reading order.
        left, right, middle, size: where it begins and ends, its height on the page, the height of most of its type.
    """

    words: tuple[Word, ...]
    page: int
    column: int
    left: float
    right: float
    middle: float
    size: float

    @classmethod
    def of(cls, words: Sequence[Word], page: int, column: int = 0) -> Line:
        """Make the line of some words in order."""
        right = max(word.right for word in words)
        middle, size = median(word.middle for word in words), median(word.size for word in words)
        return cls(tuple(words), page, column, words[0].left, right, middle, size)

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)


def rows_of(words: Iterable[Word], page: int, column: int = 0) -> list[Line]:
    """Return the rows of a page from top to bottom: words that stand at one height, across all columns."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.middle, w.left)):
        if rows and _level(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line.of(sorted(row, key=lambda w: w.left), page, column) for row in rows]


def _level(one: Word, other: Word) -> bool:
    """Whether two words stand on one line; a raised mark of a note stands on its word's."""
    smaller, larger = sorted((one.size, other.size))
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= 0.6 * smaller and larger <= 2.2 * smaller


def read_in_order(rows: Sequence[Line]) -> list[Line]:
    """Return the lines of a page's rows in reading order, numbered by column."""
    pieces = [piece for row in rows for piece in _pieces(row)]
    ordered: list[Line] = []
    for column, block in enumerate(_columns(pieces, _DEEPEST)):
        words = (word for piece in block for word in piece.words)
        ordered.extend(rows_of(words, rows[0].page, column))
    return ordered


def _pieces(row: Line) -> Iterator[Line]:
    """Part a row at every gap that might be a gutter; within one column the pieces come together again."""
    begun = [row.words[0]]
    for word in row.words[1:]:
        if word.left - begun[-1].right > _GUTTER * min(word.size, begun[-1].size):
            yield Line.of(begun, row.page)
            begun = []
        begun.append(word)
    yield Line.of(begun, row.page)


def _columns(pieces: list[Line], depth: int) -> Iterator[list[Line]]:
    gutter = _gutter(pieces) if depth else None
    if gutter is None:
        if pieces:
            yield pieces
        return
    crossing = sorted((p for p in pieces if p.left < gutter < p.right), key=lambda p: -p.middle)
    rest = [p for p in pieces if not p.left < gutter < p.right]
    above: list[Line] = []
    for line in crossing:
        band = [p for p in rest if p.middle > line.middle]
        if band:
            yield from _flushed(above)
            yield from _sides(band, gutter, depth)
            above = []
            rest = [p for p in rest if p.middle <= line.middle]
        above.append(line)
    yield from _flushed(above)
    yield from _sides(rest, gutter, depth)


def _flushed(lines: list[Line]) -> Iterator[list[Line]]:
    if lines:
        yield lines


def _sides(band: list[Line], gutter: float, depth: int) -> Iterator[list[Line]]:
    yield from _columns([p for p in band if p.right <= gutter], depth - 1)
    yield from _columns([p for p in band if p.left >= gutter], depth - 1)


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Return the middle of the strip that fewest lines cross, or None when there is no gutter."""
    if len(pieces) < 2 * _FEWEST:
        return None
    size = median(p.size for p in pieces)
    first = min(p.left for p in pieces)
    covered = _coverage(pieces, first)
    limit = _CROSSING * len({round(p.middle / size) for p in pieces})
    best: tuple[int, float, float] | None = None
    for start, end, crossed in _strips(covered, limit):
        at = first + _BIN * (start + end) / 2
        if _BIN * (end - start) >= _GUTTER * size and _parts_text(pieces, at, size):
            rank = (-crossed, _BIN * (end - start), at)
            best = rank if best is None else max(best, rank)
    return best[2] if best is not None else None


def _coverage(pieces: Sequence[Line], first: float) -> list[int]:
    bins = min(int((max(p.right for p in pieces) - first) / _BIN) + 1, 20_000)
    covered = [0] * bins
    for piece in pieces:
        for i in range(max(0, int((piece.left - first) / _BIN)), min(bins, int((piece.right - first) / _BIN) + 1)):
            covered[i] += 1
    return covered


def _strips(covered: Sequence[int], limit: float) -> Iterator[tuple[int, int, int]]:
    """Yield the longest stretches with one coverage under the limit that is lower than on both sides."""
    start = 0
    for i in range(1, len(covered) + 1):
        if i < len(covered) and covered[i] == covered[start]:
            continue
        if covered[start] <= limit and start > 0 and i < len(covered):
            yield start, i, covered[start]
        start = i


def _parts_text(pieces: Sequence[Line], at: float, size: float) -> bool:
    """Whether running text stands on both sides of a strip, side by side."""
    left = [p for p in pieces if p.right <= at]
    right = [p for p in pieces if p.left >= at]
    if min(len(left), len(right)) < _FEWEST or not all(_is_text(side, size) for side in (left, right)):
        return False
    top = min(max(p.middle for p in side) for side in (left, right))
    bottom = max(min(p.middle for p in side) for side in (left, right))
    return top - bottom >= (_FEWEST - 1) * size


def _is_text(side: Sequence[Line], size: float) -> bool:
    width = max(p.right for p in side) - min(p.left for p in side)
    rows = len({round(p.middle / size) for p in side})
    return width >= _NARROWEST * size and sum(len(p.words) for p in side) >= _WORDS * rows
