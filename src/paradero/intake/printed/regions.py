"""Regions: the stretches of a page whose lines come apart into columns, without any ruled line to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from paradero.intake.columns import Line
from paradero.intake.printed.gaps import Cover, cover_of, gap_of, space_of
from paradero.intake.printed.leaves import Leaf
from paradero.intake.printed.lined import Columns, Lined, lined, pieces_of

_PARTED = 0.7  # of the type's height: a gap that is wide enough to part cells without looking at other lines
_MISSES = 6  # lines in one piece between lines in several: those of a cell, a title of a group; a wide one is two
_FEWEST = 3  # lines in several pieces
_FARTHEST = 3.2  # heights of the type to the next line of the same table
_TIGHT = 1.45  # heights of the type to a line that goes on in the same cell
_PROSE = 5.0  # words of a cell, on average, in every column: running text in columns
_ITEMS = 8.0  # the same of text whose lines have a mark or a number before them
_MARK = re.compile(r"\W*\w?\W*\Z|\W*\d+\W*\Z")
_LISTED = 5  # lines of a list that has no columns
_SHORT = 7  # words of such a line
_CAPITALS = 0.75  # of its words
_DEEPEST = 4


@dataclass(frozen=True)
class Region:
    """Lines of one page that are a table, or a piece of one that goes on over pages.

    ``slight`` is one of so few lines that it is a table only where one on the page before or after has its columns.
    """

    leaf: Leaf
    lines: tuple[Line, ...]
    cover: Cover
    gap: float
    slight: bool = False

    @property
    def top(self) -> float:
        """The height of its first line."""
        return self.lines[0].middle

    def columns(self) -> Columns:
        """Return its columns."""
        return self.cover.columns(self.gap)

    def lined(self, columns: Columns) -> list[Lined]:
        """Return its lines with their words in columns."""
        return [lined(line, columns, self.gap) for line in self.lines]


def regions_of(leaf: Leaf, lines: Sequence[Line], space: float) -> list[Region]:
    """Return the tables without lattice on a page, from top to bottom.

    Args:
        leaf: the page.
        lines: those of its lines that are in no lattice and no running head.
        space: the usual width of a space, in heights of the type.
    """
    found: list[Region] = []
    for run in _runs(lines, space):
        found += _tables(leaf, run, space, 0)
    return found


def region(leaf: Leaf, lines: Sequence[Line], space: float) -> Region:
    """Return lines as one region."""
    gap = gap_of(lines, space_of(lines, space))
    slight = sum(_is_parted(line, space) for line in lines) < _FEWEST
    return Region(leaf, tuple(lines), cover_of(lines, gap), gap, slight)


def plain_lists_of(leaf: Leaf, lines: Sequence[Line]) -> list[Region]:
    """Return the stretches of short lines under each other, such as names, from which no columns can be told.

    Args:
        leaf: the page.
        lines: those of its lines that are in no running head.
    """
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        under = last is not None and abs(line.left - last.left) <= line.size
        near = last is not None and last.middle - line.middle <= _FARTHEST * line.size
        alike = last is not None and abs(last.size - line.size) <= 0.1 * line.size
        if under and near and alike and _is_short(line):
            runs[-1].append(line)
        elif _is_short(line):
            runs.append([line])
    return [Region(leaf, tuple(run), Cover((), 0), 0.0) for run in runs if len(run) >= _LISTED and _are_names(run)]


def _is_short(line: Line) -> bool:
    return 1 < len(line.words) <= _SHORT and not line.text.endswith((".", ";", ":"))


def _are_names(run: Sequence[Line]) -> bool:
    """Whether most words begin with a capital letter, figures aside."""
    words = [word.text for line in run for word in line.words if word.text[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= _CAPITALS * len(words) > 0


def _is_parted(line: Line, space: float) -> bool:
    return len(pieces_of(line, max(_PARTED, 2.2 * space) * line.size)) > 1


def _runs(lines: Sequence[Line], space: float) -> Iterator[list[Line]]:
    """Yield lines in several pieces that stand close together, with the few in one piece between them."""
    run: list[Line] = []
    misses = 0
    for i, line in enumerate(lines):
        parted = _is_parted(line, space)
        if run and (misses >= _MISSES + parted or run[-1].middle - line.middle > _FARTHEST * line.size):
            yield from _ended(run, space)
            run, misses = [], 0
        if parted and not run:
            run += _begun(lines[:i], lines[i : i + 3], space)
        if parted or run:
            run.append(line)
            misses = 0 if parted else misses + 1 + _is_wide(line, run)
    yield from _ended(run, space)


def _is_wide(line: Line, run: Sequence[Line]) -> bool:
    return line.right - line.left >= 0.5 * max(one.right - one.left for one in run[-_MISSES:])


def _begun(above: Sequence[Line], first: Sequence[Line], space: float) -> list[Line]:
    """Return the lines over the first ones in several pieces that belong to one of their cells."""
    held = [first[0]]
    for line in above[::-1]:
        if line.middle - held[0].middle > _TIGHT * line.size or not _in_a_cell(line, first, space):
            break
        held.insert(0, line)
    return held[:-1]


def _in_a_cell(line: Line, near: Sequence[Line], space: float) -> bool:
    """Whether a line in one piece begins, ends or has its middle where a cell of the lines near it does."""
    widest = max(one.right - one.left for one in near)
    for piece in (piece for one in near for piece in pieces_of(one, gap_of(near, space))):
        left, right = piece[0].left, piece[-1].right
        apart = (line.left - left, line.right - right, (line.left + line.right - left - right) / 2)
        if min(map(abs, apart)) <= 2.0 and line.right - line.left < 0.5 * widest:
            return True
    return False


def _ended(run: list[Line], space: float) -> Iterator[list[Line]]:
    """A run ends with a line in several pieces, and what goes on in one of its cells."""
    last = max((i for i, line in enumerate(run) if _is_parted(line, space)), default=-1)
    body = run[: last + 1]
    for line in run[len(body) :]:
        if body[-1].middle - line.middle > _TIGHT * line.size or not _in_a_cell(line, body[-3:], space):
            break
        body.append(line)
    if body:
        yield body


def _tables(leaf: Leaf, run: list[Line], space: float, depth: int) -> Iterator[Region]:
    """Yield a run as one table or, where its parts have more columns than it has as a whole, those."""
    whole = region(leaf, run, space)
    count = len(whole.columns().cores)
    for cut in _cuts(run, space) if depth < _DEEPEST else ():
        upper, lower = run[:cut], run[cut:]
        parts = [region(leaf, part, space) for part in (upper, lower)]
        if min(sum(_is_parted(line, space) for line in part) for part in (upper, lower)) >= _FEWEST and (
            count < 2 or count < max(len(part.columns().cores) for part in parts)
        ):
            for part in (upper, lower):
                yield from (one for run in _runs(part, space) for one in _tables(leaf, run, space, depth + 1))
            return
    if count > 1 and not _is_prose(whole):
        yield whole


def _cuts(run: Sequence[Line], space: float) -> list[int]:
    """Return where a run may come apart: before and after lines in one piece, and where most room is left."""
    single = (i for i, line in enumerate(run) if not _is_parted(line, space))
    apart = [i for i in single if not _in_a_cell(run[i], [*run[max(i - 2, 0) : i], *run[i + 1 : i + 3]], space)]
    places = {place for i in apart for place in (i, i + 1)} - {0, len(run)}
    steps = [run[i - 1].middle - run[i].middle for i in range(1, len(run))]
    if steps and sum(step > 0.8 * max(steps) for step in steps) <= 2:
        places.add(steps.index(max(steps)) + 1)
    return sorted(places)[:8]


def _is_prose(found: Region) -> bool:
    """Whether running text stands in columns beside each other."""
    columns = found.columns()
    rows = found.lined(columns)
    cells = [[row.text(column) for row in rows if column in row.cells] for column in range(len(columns.cores))]
    told = [column for column in cells if mean(_MARK.match(cell) is not None for cell in column) <= 0.5]
    least = _PROSE if len(told) == len(cells) else _ITEMS
    return all(mean(len(cell.split()) for cell in column) >= least for column in told)
