"""Headings: in which rows they stand, and where the list under them begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paradero.rolls.days import looks_like_day
from paradero.rolls.fields import known_heading
from paradero.rolls.folding import folded
from paradero.rolls.table import Table

_DEEPEST = 30  # rows; above the headings stand a title, an authority, a day
_FOOT = re.compile(
    r"(?:(?:sub)?totals?|gran total|sum|suma|source|sources|fuente|fuentes|note|notes|nota|notas|observaciones?"
    r"|prepared by|elaborado por|actualizado|updated|leyenda|legend|page|pagina|firma|signed)\b"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The rows with headings, empty when there are none, and the first row of the list."""

    header_rows: tuple[int, ...]
    first_row: int


def frame(table: Table) -> Frame:
    """Find the headings: the row near the top in which most cells are known as headings, or the row over the data.

    A second row belongs to them when a cell of the first reaches over several columns, as merged cells do.
    """
    depth = min(len(table.lines), _DEEPEST)
    known = {row: _known(table, row) for row in range(1, depth + 1)}
    best = max(known, key=lambda row: (known[row], -row), default=0)
    first_filled = next((row for row in range(1, len(table.lines) + 1) if any(table.filled(row))), 1)
    if not best or known[best] == 0:
        bare = _heads_by_shape(table, first_filled)
        return Frame((first_filled,), first_filled + 1) if bare else Frame((), first_filled)
    if known[best] == 1 and len(list(table.filled(best))) > 2 and _has_data(table, best):
        return Frame((), first_filled)
    rows = _with_second(table, best, known)
    return Frame(rows, rows[-1] + 1)


def is_foot(table: Table, row: int, filled: Sequence[int]) -> bool:
    """Tell whether a row is a total, a source or a note: it begins with such a word, and few cells are filled."""
    if not filled or len(filled) > max(2, table.width // 3):
        return False
    return _FOOT.match(folded(table.words(row, filled[0]))) is not None


def repeats_headings(table: Table, row: int, header_rows: tuple[int, ...]) -> bool:
    """Tell whether a row writes the headings again, as on each printed page."""
    if not header_rows:
        return False
    here, heads = table.lines[row - 1], table.lines[header_rows[-1] - 1]
    if len(here) != len(heads) or here[0].casefold() != heads[0].casefold():
        return False
    words = [folded(w) for w in here]
    return any(words) and words == [folded(w) for w in heads]


def _known(table: Table, row: int) -> int:
    words = [table.words(row, column) for column in table.filled(row)]
    # A long text that only holds such a word is a title ("List of detainees in Tocorón").
    return sum(len(word) <= 60 and _is_heading(word) for word in words)


def _is_heading(words: str) -> bool:
    return not any(c.isdigit() for c in words) and known_heading(words) is not None


def _heads_by_shape(table: Table, row: int) -> bool:
    """Without a known word, a row of words alone heads the list when numbers or days stand under it."""
    filled = list(table.filled(row))
    if len(filled) < 2 or _has_data(table, row):
        return False
    under = range(row + 1, min(len(table.lines), row + 20) + 1)
    return any(_is_data(table.words(below, column)) for below in under for column in filled)


def _has_data(table: Table, row: int) -> bool:
    return any(_is_data(table.words(row, column)) for column in table.filled(row))


def _is_data(words: str) -> bool:
    return words.strip().replace(".", "").isdigit() or looks_like_day(words)


def _with_second(table: Table, best: int, known: dict[int, int]) -> tuple[int, ...]:
    below, over = best + 1, best - 1
    if known.get(below, 0) and _reaches_over(table, best) and not _has_data(table, below):
        return (best, below)
    if over >= 1 and known[over] and _reaches_over(table, over):
        return (over, best)
    if over >= 1 and _reaches_over(table, over) and len(list(table.filled(over))) > 1 and not _has_data(table, over):
        return (over, best)
    return (best,)


def _reaches_over(table: Table, row: int) -> bool:
    """Whether a cell is merged over columns, or stands before an empty one under which something stands."""
    if any(at[0] == row == place[0] and at != place for place, at in table.above.items()):
        return True
    filled = set(table.filled(row))
    gaps = [c for c in range(2, table.width + 1) if c not in filled and c - 1 in filled]
    return any(table.words(row + 1, column).strip() and table.words(row + 1, column - 1).strip() for column in gaps)
