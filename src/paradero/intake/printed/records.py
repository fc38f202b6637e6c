"""Records: which lines of a table are one row, where cells go on over several lines.

A ruled line between rows says so; else a column of numbers that count; else lines that stand closer together than the
others; else words of a line that would not have fitted into the one above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from paradero.intake.printed.counting import Count, count_in, step
from paradero.intake.printed.lined import Columns, Lined

_FEWEST = 3
_LINKED = 0.88  # of the step from row to row; closer lines are of one row
_JUMP = 1.2  # between the steps inside rows and those from row to row
_ONE_LINE = 0.75  # of the rows in several lines have a cell in one line
_SPACE = 0.24  # of the type's height
_DENSE = 0.8  # of the lines in which a column has words
_TIGHT = 1.45  # heights of the type between lines of one heading
_SEVERAL = 0.1  # of the cells of a column have several words
_MOST_RULED = 4  # lines of a row between ruled lines, mostly

Record = list[Lined]
Widths = dict[int, float]  # column -> where its right edge is


def records(
    lines: Sequence[Lined], columns: Columns, cuts: Sequence[float] = (), count: Count | None = None
) -> list[Record]:
    """Return the rows of a table, each as its lines.

    Args:
        lines: from top to bottom.
        columns: of the table.
        cuts: the heights of ruled lines that run across it.
        count: what counts its rows on other pages.
    """
    bands = _bands(lines, cuts)
    if len(bands) < 2:
        return _by_text(lines, columns, count)
    counted = [len(band) for band in bands[1:]]
    ruled = len(counted) >= _FEWEST and median(counted) <= _MOST_RULED
    found: list[Record] = []
    for i, band in enumerate(bands):
        short = len(band) <= 3 * _MOST_RULED if ruled else i == 0 and len(band) <= _MOST_RULED
        found += [band] if short and not _is_tiered(band) else _by_text(band, columns, count)
    return found


def is_several(lines: Sequence[Lined], width: int) -> bool:
    """Whether lines between two ruled lines are several rows: numbers count, or most columns have words in many."""
    if len(lines) <= _MOST_RULED:
        return False
    counts = [sum(column in line.cells for line in lines) for column in range(width)]
    filled = [count for count in counts if count]
    several = sum(count >= max(_FEWEST, 0.3 * len(lines)) for count in filled)
    return count_in(lines) is not None or several >= max(2, 0.75 * len(filled))


def _bands(lines: Sequence[Lined], cuts: Sequence[float]) -> list[Record]:
    bands: list[Record] = []
    before: int | None = None
    for line in lines:
        place = sum(cut > line.line.middle for cut in cuts)
        if place != before:
            bands.append([])
        bands[-1].append(line)
        before = place
    return bands


def _is_tiered(band: Sequence[Lined]) -> bool:
    """Whether a heading has rows of its own, one reaching over the columns of the other."""
    return len(band) > 1 and any(line.over for line in band)


def _by_text(lines: Sequence[Lined], columns: Columns, count: Count | None) -> list[Record]:
    if len(lines) < 2:
        return [[line] for line in lines]
    count = count_in(lines) or count
    anchors = [] if count is None else count.anchors(lines)
    if count is not None and anchors:
        return _around(lines, anchors, columns, count.step)
    head = _heading(lines)
    body = _by_steps(lines[head:]) or _by_fit(lines[head:], columns)
    return [*_as_heading(lines[:head]), *body]


def _around(lines: Sequence[Lined], anchors: Sequence[int], columns: Columns, apart: float) -> list[Record]:
    """Give the lines between two numbers to the row above or below them."""
    first = _before(lines, anchors[0], apart)
    width = _widths(lines, columns)
    found = [*_as_heading(lines[:first]), [*lines[first : anchors[0] + 1]]]
    for a, b in pairwise(anchors):
        below, above = _shared(lines, a, b, apart)
        found[-1] += lines[a + 1 : below]
        for line in lines[below:above]:
            found += _next(found, line, width)
        found.append([*lines[above : b + 1]])
    for i in range(anchors[-1] + 1, len(lines)):
        if step(lines, i - 1) <= _LINKED * apart and found[-1][-1] is lines[i - 1]:
            found[-1].append(lines[i])
        else:
            found += _next(found, lines[i], width)
    return found


def _before(lines: Sequence[Lined], anchor: int, apart: float) -> int:
    """Return where the lines over the first number begin that belong to its row, as it stands in the middle of it."""
    first = anchor
    while first and step(lines, first - 1) <= _LINKED * apart:
        first -= 1
    # All lines up to the heading: only those that overlap are sure to be of one row.
    unsure = first == 0 and any(step(lines, i) >= 0.9 * lines[i].line.size for i in range(anchor))
    return anchor if unsure else first


def _shared(lines: Sequence[Lined], a: int, b: int, apart: float) -> tuple[int, int]:
    """Return where the lines of the row of number a end, and where those of b begin."""
    below = a + 1
    while below < b and step(lines, below - 1) <= _LINKED * apart:
        below += 1
    above = b
    while above > below and step(lines, above - 1) <= _LINKED * apart:
        above -= 1
    if below == b and b - a > 1 and step(lines, b - 1) <= _LINKED * apart:
        widest = max(range(a, b), key=lambda i: step(lines, i))
        return widest + 1, widest + 1
    return below, above


def _next(found: Sequence[Record], line: Lined, width: Widths) -> list[Record]:
    """Add a line to the row above if its words would not have fitted there; else it is a row of its own."""
    if found and _goes_on(found[-1], line, width):
        found[-1].append(line)
        return []
    return [[line]]


def _widths(lines: Sequence[Lined], columns: Columns) -> Widths:
    """Return the columns in which words may go on in another line, since some lines hold several, and their edges."""
    found = {}
    for column, core in enumerate(columns.cores):
        cells = [line.cells[column] for line in lines if column in line.cells]
        if sum(len(cell) > 1 for cell in cells) >= _SEVERAL * len(cells) > 0:
            found[column] = core[1]
    return found


def _goes_on(record: Record, line: Lined, widths: Widths) -> bool:
    if line.over or any(one.over for one in record):
        return False
    for column, words in line.cells.items():
        above = next((one.cells[column] for one in reversed(record) if column in one.cells), None)
        if above is None or column not in record[-1].cells:
            return False
        if above[-1].text.endswith(("-", "\xad")):
            continue
        if column not in widths:
            return False
        width = words[0].right - words[0].left
        ends = max(word.right for word in above)
        if ends + _SPACE * words[0].size + width <= widths[column] - 0.5:
            return False
    return True


def _by_steps(lines: Sequence[Lined]) -> list[Record]:
    """Part lines where the step is wide, if there are two kinds of steps and they tell rows; else nothing."""
    steps = sorted(step(lines, i) for i in range(len(lines) - 1))
    widest = 2.0 * median(line.line.size for line in lines) if lines else 0.0
    jumps = {(a + b) / 2 for a, b in pairwise(steps) if b >= _JUMP * max(a, 0.1)}
    for between in sorted((jump for jump in jumps if jump <= widest), reverse=True):
        found: list[Record] = [[lines[0]]]
        for i, line in enumerate(lines[1:]):
            if step(lines, i) < between:
                found[-1].append(line)
            else:
                found.append([line])
        several = [record for record in found if len(record) > 1]
        if several and sum(_has_single(record, found) for record in several) >= _ONE_LINE * len(several):
            return found
    return []


def _has_single(record: Record, found: Sequence[Record]) -> bool:
    """Whether a column that nearly every row fills has words in but one line of a row."""
    columns = {column for one in record for column in one.cells}
    dense = [c for c in columns if sum(any(c in one.cells for one in r) for r in found) >= _DENSE * len(found)]
    return any(sum(column in one.cells for one in record) == 1 for column in dense)


def _by_fit(lines: Sequence[Lined], columns: Columns) -> list[Record]:
    """Add to the row above each line that lacks a column which most lines fill, and would not have fitted there."""
    dense = {c for c in range(len(columns.cores)) if sum(c in line.cells for line in lines) >= 0.5 * len(lines)}
    width = _widths(lines, columns)
    found: list[Record] = []
    for line in lines:
        if found and dense - line.filled and (dense & found[-1][0].filled) - line.filled:
            found += _next(found, line, width)
        else:
            found.append([line])
    return found


def _heading(lines: Sequence[Lined]) -> int:
    """Return how many lines at the top have no figure, when many of the others have one."""
    figures = [any(c.isdigit() for column in line.cells for c in line.text(column)) for line in lines]
    first = next((i for i, one in enumerate(figures) if one), 0)
    if not first < len(lines) / 2 or sum(figures[first:]) < 0.4 * (len(lines) - first):
        return 0
    steps = [step(lines, i) for i in range(first)]
    # What stands near the first line with a figure, and far from the lines above, is of the same row.
    return steps.index(max(steps)) + 1 if steps and max(steps) >= _JUMP * min(steps) else first


def _as_heading(lines: Sequence[Lined]) -> list[Record]:
    """Join the lines of a heading that stand close together, unless one reaches over the columns of the other."""
    found: list[Record] = []
    for line in lines:
        tight = bool(found) and found[-1][-1].line.middle - line.line.middle <= _TIGHT * line.line.size
        if tight and not line.over and not found[-1][-1].over and _fills_up(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _fills_up(record: Record, line: Lined) -> bool:
    """Whether two lines are no two rows: one lacks what the other has."""
    return record[-1].filled != line.filled or len(line.filled) == 1
