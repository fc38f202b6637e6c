"""Gaps: the columns of a table without ruled lines, told by white strips that run through its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

from paradero.intake.columns import Line
from paradero.intake.glyphs import Word
from paradero.intake.printed.lined import Columns, pieces_of

BIN = 0.25  # points
_BINS = 16_000
_SPACE = 0.27  # of the type's height, where no words tell
_SPACES = 5  # that tell it
_WIDER = 1.2  # times a space: what parts columns; spaces of many lines that come to lie in one place are narrower
_CROSSING = 0.12  # of the lines; so many may lie over a strip
_TITLES = 0.34  # the same of lines in one piece, such as titles of groups
_EVEN = 1.5  # points by which the edges of a column differ
_EQUAL = 0.1  # by which the spaces of a line that fills its cell differ
_FEWEST = 3  # lines with words on both sides of a strip that others cross

Core = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cover:
    """How many lines stand over each place across a page.

    Attributes:
        counts: by bins of a quarter of a point.
        lines: how many lines are counted.
        loose: which lines of the table are not: they lie across strips that all others leave white.
    """

    counts: tuple[int, ...]
    lines: int
    loose: frozenset[int] = frozenset()

    def with_other(self, other: Cover) -> Cover:
        """Return the cover of both together."""
        longer, shorter = sorted((self.counts, other.counts), key=len, reverse=True)
        counts = [a + b for a, b in zip(longer, shorter, strict=False)]
        return Cover((*counts, *longer[len(shorter) :]), self.lines + other.lines)

    def without(self, strips: Sequence[tuple[float, float]]) -> Cover:
        """Return the cover as if something stood on some strips."""
        counts = list(self.counts)
        for left, right in strips:
            for at in range(int(left / BIN), min(int(right / BIN) + 1, len(counts))):
                counts[at] = max(counts[at], 1)
        return Cover(tuple(counts), self.lines, self.loose)

    def columns(self, gap: float, crossing: int = 0) -> Columns:
        """Return the columns between strips that at most so many lines cross."""
        cores = []
        start: int | None = None
        white = 0
        for at, count in enumerate((*self.counts, *([0] * (int(gap / BIN) + 2)))):
            if count > crossing:
                start = at if start is None else start
                white = 0
            elif start is not None:
                white += 1
                if white * BIN >= gap:
                    cores.append((start * BIN, (at - white + 1) * BIN))
                    start = None
        return Columns(tuple(cores))


def space_of(lines: Sequence[Line], otherwise: float = _SPACE) -> float:
    """Return the usual width of a space, in heights of the type; wider gaps between words part cells."""
    gaps = []
    for line in lines:
        for one, other in pairwise(line.words):
            share = (other.left - one.right) / max(line.size, 1.0)
            if 0.1 < share < 0.75:
                gaps.append(share)
    return min(quantiles(gaps, n=4)[0], 0.6) if len(gaps) > _SPACES else otherwise


def gap_of(lines: Sequence[Line], space: float) -> float:
    """Return what parts columns, in points."""
    return max(_WIDER * space * median(line.size for line in lines), 2.0)


def cover_of(lines: Sequence[Line], gap: float) -> Cover:
    """Return how a table's lines stand across the page, without those that lie over its columns."""
    whole = _cover(lines)
    single = sum(len(pieces_of(line, gap)) == 1 for line in lines) / max(len(lines), 1)
    share = _CROSSING + min(single, _TITLES - _CROSSING)
    most = max(1, int(share * len(lines))) if len(lines) > _FEWEST else 0
    loose: frozenset[int] = frozenset()
    for crossing in range(1, most + 1):
        strips = _strips(whole, gap, crossing)
        found = frozenset(i for strip in strips for i in _crossing(lines, strip, gap))
        if len(found) <= most and len(found) > len(loose):
            loose = found
    cover = _cover(lines, loose) if loose else whole
    kept = [line for i, line in enumerate(lines) if i not in loose]
    cores = cover.columns(gap).cores
    spaces = [(one[1], other[0]) for one, other in pairwise(cores) if _is_spacing(kept, one, other, gap)]
    return cover.without(spaces) if spaces else cover


def _cover(lines: Sequence[Line], loose: frozenset[int] = frozenset()) -> Cover:
    steps = [0] * (_BINS + 2)
    last = 0
    for i, line in enumerate(lines):
        if i not in loose:
            for start, end in _stretches(line):
                steps[start] += 1
                steps[end] -= 1
                last = max(last, end)
    counts = []
    held = 0
    for step in steps[:last]:
        held += step
        counts.append(held)
    return Cover(tuple(counts), len(lines) - len(loose), loose)


def _stretches(line: Line) -> list[tuple[int, int]]:
    """Return where a line has letters, as bins; boxes that overlap count once."""
    found: list[tuple[int, int]] = []
    for word in line.words:
        start = min(max(int(word.left / BIN + 0.5), 0), _BINS)
        end = min(max(int(word.right / BIN + 0.5), start + 1), _BINS + 1)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _strips(cover: Cover, gap: float, crossing: int) -> list[tuple[float, float]]:
    """Return the strips that some lines cross, but not more, and that hold no strip that none crosses."""
    cores = cover.columns(gap, crossing).cores
    bare = cover.columns(gap).cores
    edges = [(one[1], other[0]) for one, other in pairwise(bare)]
    strips = [(one[1], other[0]) for one, other in pairwise(cores)]
    return [strip for strip in strips if not any(a < strip[1] and strip[0] < b for a, b in edges)]


def _crossing(lines: Sequence[Line], strip: tuple[float, float], gap: float) -> list[int]:
    """Return the lines that cross a strip, if it parts the others."""
    found, parted = [], 0
    left, right = strip
    for i, line in enumerate(lines):
        if any(word.left < right - BIN and left + BIN < word.right for word in line.words):
            found.append(i)
        elif line.words[0].left < left and right < line.right:
            parted += 1
    return found if parted >= max(_FEWEST, 2 * len(found)) else []


def _is_spacing(lines: Sequence[Line], one: Core, other: Core, gap: float) -> bool:
    """Whether the strip between two cores is only the space between words that are set to the full width of their cell.

    Such words stand at equal distances, and few lines are long enough to reach over the strip.
    """
    alike = apart = 0
    beyond: list[list[Word]] = []
    for line in lines:
        left, right = _within(line, one), _within(line, other)
        beyond += [right] if right else []
        if not left or not right:
            continue
        across = right[0].left - left[-1].right
        beside = [b.left - a.right for words in (left, right) for a, b in pairwise(words)]
        if any(abs(step - across) <= max(_EQUAL * across, 0.3) for step in beside):
            alike += 1
        elif beside or across > 3 * gap:
            apart += 1
    return alike > apart or _only_ends_even(beyond)


def _only_ends_even(cells: Sequence[Sequence[Word]]) -> bool:
    """Whether words, which are no figures, end in one place and begin in several."""
    if len(cells) < 2 or sum(any(c.isdigit() for c in cell[0].text) for cell in cells) * 2 >= len(cells):
        return False
    lefts, rights = [cell[0].left for cell in cells], [cell[-1].right for cell in cells]
    return max(rights) - min(rights) <= _EVEN < max(lefts) - min(lefts) - _EVEN


def _within(line: Line, core: Core) -> list[Word]:
    return [word for word in line.words if core[0] - BIN <= word.left and word.right <= core[1] + BIN]
