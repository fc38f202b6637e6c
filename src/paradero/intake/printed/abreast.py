"""Abreast: lists set in several columns beside each other, one name under the other, become one list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from paradero.intake.printed.laying import Row

_NUMBER = re.compile(r"\W*(\d{1,6})\W*\Z")
_NUMBERED = re.compile(r"\W*(\d{1,6})[.)°º\s-]")  # a number and a name in one cell
_MOST = 5  # lists beside each other
_FEWEST = 3  # rows
_HEAD = 4  # rows among which the heading is looked for
_SHARED = 0.1  # of the words of one list that the one beside it has too; family names and given names share hardly any

Words = list[str]


@dataclass(frozen=True, slots=True)
class Abreast:
    """How lists stand beside each other: how many columns each has, and what is printed over each of them, if it is."""

    width: int
    heading: tuple[str, ...] = ()

    def stacked(self, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
        """Set the rows of one page below each other.

        Returns:
            The rows, and the headings over the second and further lists.
        """
        made: list[Row] = []
        left: list[Row] = []
        for at in range(0, len(rows[0].cells), self.width):
            for row in rows:
                cut = _cut(row, at, self.width)
                if any(cut.cells):
                    again = at and tuple(cut.words()) == self.heading
                    (left if again else made).append(cut)
        return made, left


def abreast(pages: Sequence[Sequence[Row]]) -> Abreast | None:
    """Tell whether a table is several lists beside each other; the first page that shows it decides."""
    for rows in pages:
        columns = len(rows[0].cells) if rows else 0
        for count in range(2, _MOST + 1):
            if columns % count == 0:
                found = _found([row.words() for row in rows], columns // count)
                if found is not None:
                    return found
    return None


def _found(rows: Sequence[Words], width: int) -> Abreast | None:
    lists = [[row[at : at + width] for row in rows] for at in range(0, len(rows[0]), width)]
    first = lists[0]
    for i in range(min(len(rows), _HEAD)):
        if any(first[i]) and not _has_figure(first[i]) and all(one[i] == first[i] for one in lists):
            return Abreast(width, tuple(first[i]))
    bodies = [[row for row in one if any(row)] for one in lists]
    if min(map(len, bodies)) < _FEWEST:
        return None
    if width > 1:
        return Abreast(width) if all(map(_counts, bodies)) else None
    if all(_counts(body, _NUMBERED) for body in bodies):
        return Abreast(width)
    return Abreast(width) if all(_share_words(one, other) for one, other in pairwise(bodies)) else None


def _has_figure(row: Sequence[str]) -> bool:
    return any(c.isdigit() for words in row for c in words)


def _counts(rows: Sequence[Words], number: re.Pattern[str] = _NUMBER) -> bool:
    """Whether a column of numbers goes up, without the heading."""
    found = [number.match(row[0]) for row in rows]
    numbers = [int(m[1]) for m in found if m is not None]
    return (
        len(numbers) >= 0.8 * (len(rows) - 1) and len(numbers) >= _FEWEST and all(a < b for a, b in pairwise(numbers))
    )


def _share_words(one: Sequence[Words], other: Sequence[Words]) -> bool:
    """Whether two columns are names in full: of several words, and some of them in both."""
    held, others = ({word.casefold() for (cell,) in rows for word in cell.split()} for rows in (one, other))
    several = all(sum(len(cell.split()) > 1 for (cell,) in rows) >= 0.8 * len(rows) for rows in (one, other))
    plain = not any(_has_figure(row) for rows in (one, other) for row in rows)
    return several and plain and len(held & others) >= max(2, _SHARED * min(len(held), len(others)))


def _cut(row: Row, at: int, width: int) -> Row:
    over = {c - at: (tall, min(last - at, width - 1)) for c, (tall, last) in row.over.items() if at <= c < at + width}
    return Row(row.leaf, row.cells[at : at + width], over)
