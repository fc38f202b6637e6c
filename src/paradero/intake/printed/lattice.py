"""Lattices: tables whose ruled lines cross, each cell a field between lines, joined where no line parts two fields."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from paradero.intake.glyphs import Word
from paradero.intake.printed.leaves import Leaf
from paradero.intake.printed.strokes import Rule

_TOUCH = 3.0  # points by which crossing lines may miss each other
_MOST = 600  # lines in one direction; a page that has more is a drawing
_MOST_FIELDS = 20_000  # of one table on one page; what has more is squared paper


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table on one page.

    Attributes:
        xs: the edges of its columns, from the left; ys: those of its rows, from the top.
        level, upright: its lines.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def holds(self, word: Word) -> bool:
        """Whether the middle of a word lies in the table."""
        middle = (word.left + word.right) / 2
        return self.xs[0] <= middle <= self.xs[-1] and self.ys[-1] <= word.middle <= self.ys[0]

    def field(self, word: Word) -> tuple[int, int]:
        """Return the row and the column, both from 0, in which the middle of a word lies."""
        row = bisect_right([-y for y in self.ys], -word.middle) - 1
        column = bisect_right(self.xs, (word.left + word.right) / 2) - 1
        return min(max(row, 0), len(self.ys) - 2), min(max(column, 0), len(self.xs) - 2)

    def parted_right(self, row: int, column: int) -> bool:
        """Whether a line parts a field from the one to its right."""
        return _covered(self.upright, self.xs[column + 1], self.ys[row + 1], self.ys[row])

    def parted_below(self, row: int, column: int) -> bool:
        """Whether a line parts a field from the one under it."""
        return _covered(self.level, self.ys[row + 1], self.xs[column], self.xs[column + 1])

    def fields(self) -> list[tuple[int, int, int, int]]:
        """Return the cells: first row, first column, last row, last column, from 0."""
        taken: set[tuple[int, int]] = set()
        found = []
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in taken:
                    bottom, right = self._reach(row, column, taken)
                    taken.update((r, c) for r in range(row, bottom + 1) for c in range(column, right + 1))
                    found.append((row, column, bottom, right))
        return found

    def _reach(self, row: int, column: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
        right, bottom = column, row
        while right + 2 < len(self.xs) and (row, right + 1) not in taken and not self.parted_right(row, right):
            right += 1
        while bottom + 2 < len(self.ys) and not any(self.parted_below(bottom, c) for c in range(column, right + 1)):
            if any(self.parted_right(bottom + 1, c) for c in range(column, right)):
                break
            bottom += 1
        return bottom, right


def lattices_of(leaf: Leaf) -> list[Lattice]:
    """Return the ruled tables of a page from top to bottom."""
    if min(len(leaf.level), len(leaf.upright)) < 1 or max(len(leaf.level), len(leaf.upright)) > _MOST:
        return []
    found = [part for group in _groups(leaf) for part in _parts(*group)]
    whole = [one for one in found if len(one.xs) > 2 and (len(one.xs) - 1) * (len(one.ys) - 1) <= _MOST_FIELDS]
    return sorted(whole, key=lambda one: -one.ys[0])


def _groups(leaf: Leaf) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that cross or touch each other, together."""
    level, upright = leaf.level, leaf.upright
    leader = list(range(len(level) + len(upright)))

    def first(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for i, flat in enumerate(level):
        for j, tall in enumerate(upright, len(level)):
            if _meet(flat, tall):
                leader[first(i)] = first(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*level, *upright)):
        groups.setdefault(first(i), ([], []))[i >= len(level)].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _meet(flat: Rule, tall: Rule) -> bool:
    return flat.start - _TOUCH <= tall.at <= flat.end + _TOUCH and tall.start - _TOUCH <= flat.at <= tall.end + _TOUCH


def _parts(level: list[Rule], upright: list[Rule]) -> list[Lattice]:
    """Part a group where the columns above a line are others than those below it, as those of a form over a table."""
    ys = _apart([*(rule.at for rule in level), *_open_ends(upright)])[::-1]
    bands = [frozenset(round(u.at) for u in upright if u.covers(low, high)) for high, low in pairwise(ys)]
    cuts = [0]
    so_far = bands[0] if bands else frozenset()
    for i in range(1, len(bands)):
        if bands[i] <= so_far or so_far <= bands[i]:
            so_far = so_far | bands[i]
        else:
            cuts.append(i)
            so_far = bands[i]
    cuts.append(len(bands))
    return [_lattice(ys[a : b + 1], level, upright) for a, b in pairwise(cuts) if b > a]


def _open_ends(upright: list[Rule]) -> list[float]:
    """Return where several upright lines end together: there a table goes over the page, and no level line is drawn."""
    ends = [max(rule.end for rule in upright), min(rule.start for rule in upright)]
    high = sum(abs(rule.end - ends[0]) <= _TOUCH for rule in upright)
    low = sum(abs(rule.start - ends[1]) <= _TOUCH for rule in upright)
    return [end for end, count in zip(ends, (high, low), strict=True) if count > 1]


def _lattice(ys: Sequence[float], level: list[Rule], upright: list[Rule]) -> Lattice:
    high, low = ys[0] + _TOUCH, ys[-1] - _TOUCH
    flat = tuple(rule for rule in level if low <= rule.at <= high)
    tall = tuple(u for u in upright if any(u.covers(b, t) for t, b in pairwise(ys)))
    ends = [*(rule.start for rule in flat), *(rule.end for rule in flat)]
    xs = _apart([*(rule.at for rule in tall), min(ends), max(ends)])
    return Lattice(tuple(xs), tuple(ys), flat, tall)


def _apart(places: list[float]) -> list[float]:
    """Return places in order, those that touch as one."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _TOUCH:
            kept.append(place)
    return kept


def _covered(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    return any(abs(rule.at - at) <= _TOUCH and rule.covers(start, end) for rule in rules)
