"""Running heads: what is printed again on page after page, page numbers, and the notes at a page's foot."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from paradero.intake.columns import Line

_MARGIN = 0.15  # of the page's height, at its top and at its foot
_OUTERMOST = 3  # rows
_ALIKE = 4.0  # points between the heights of one running head on two pages
_SHARE = 0.2  # of the pages; heads differ from left to right pages and from chapter to chapter
_LONGEST = 160  # characters
_NUMBER = re.compile(
    r"[\s|–—-]*(?:(?:page|p\.|página|pág\.)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/|de)\s*\d{1,4})?[\s|–—-]*", re.I
)
_SAYS_PAGE = re.compile(r"(?:page|página|pág\.)\s*\d|\d\s*(?:of|/|de)\s*\d", re.I)
_NOTE = re.compile(r"^(?:\[?\d{1,3}[\]).]?\s*[A-ZÀ-Þ“\"'‘(]|\[?\d{1,3}[\]).]?\s+\S|\[?\d{1,3}[\]).]?$|[*†‡§]+\s*\S)")
_SMALL = 0.93  # of the body's size


class Running:
    """The running heads and feet of a document.

    Args:
        edges: for each page the rows that ``outermost`` gives.
    """

    def __init__(self, edges: Sequence[Sequence[Line]]) -> None:
        heights: dict[str, list[float]] = defaultdict(list)
        for row in (row for rows in edges for row in rows):
            heights[_masked(row.text)].append(row.middle)
        self._heights = {words: places for words, places in heights.items() if len(places) > 1}
        printed = len(edges)
        self._fewest = max(2 if printed <= 3 else 3, min(10, round(_SHARE * printed)))

    def holds(self, row: Line) -> bool:
        """Tell whether a row at a page's edge is a running head or foot."""
        if len(row.text) > _LONGEST:
            return False
        numbered = _NUMBER.fullmatch(row.text) is not None
        if numbered and _SAYS_PAGE.search(row.text):
            return True
        alike = sum(abs(height - row.middle) <= _ALIKE for height in self._heights.get(_masked(row.text), ()))
        return alike >= (2 if numbered else self._fewest)


def outermost(rows: Sequence[Line], height: float) -> list[Line]:
    """Return the rows that may be running heads: the first and last ones, if they stand near the page's edges."""
    edges = [*rows[:_OUTERMOST], *rows[max(_OUTERMOST, len(rows) - _OUTERMOST) :]]
    return [row for row in edges if not _MARGIN * height < row.middle < (1 - _MARGIN) * height]


def notes_from(lines: Sequence[Line], body: float) -> int:
    """Return where the notes at a column's foot begin: small lines, the first of them with a mark; or the length.

    Args:
        lines: of one column, from top to bottom.
        body: the usual size of the document's type.
    """
    start = len(lines)
    while start and lines[start - 1].size < _SMALL * body:
        start -= 1
    marked = (i for i in range(start, len(lines)) if _NOTE.match(lines[i].text))
    return next(marked, len(lines)) if start else len(lines)


def usual_size(rows: Iterable[Line]) -> float:
    """Return the size of most letters to half a point, or 1 when there are none."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[round(2 * row.size) / 2] += sum(len(word.text) for word in row.words)
    return max(1.0, letters.most_common(1)[0][0]) if letters else 1.0


def _masked(words: str) -> str:
    if _NUMBER.fullmatch(words):
        return re.sub(r"\d+|[ivxl]+", "#", words, flags=re.I)
    return re.sub(r"\d+", "#", words)
