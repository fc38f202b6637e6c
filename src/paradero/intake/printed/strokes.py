"""Strokes: the level and upright lines that are drawn on a page, whether as strokes or as thin filled shapes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paradero.intake.glyphs import Place

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_THICKEST = 3.0  # points; a thicker shape is a field of colour
_SHORTEST = 4.0
_SAME = 2.0  # lines nearer to each other than this are one, as the two of a double border
_BREAK = 3.0  # a gap in a line that is drawn piece by piece
_MOST = 20_000  # points of paths on one page; what has more is a drawing
_DEEPEST = 4  # drawings within each other

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: the height of a level one or the distance from the left of an upright one, and its two ends."""

    at: float
    start: float
    end: float

    def covers(self, start: float, end: float, share: float = 0.6) -> bool:
        """Whether it runs along most of a stretch."""
        return min(self.end, end) - max(self.start, start) >= share * (end - start)


def strokes_of(page: PdfPage) -> list[Place]:
    """Return the boxes of all straight lines of an open page, at most as many as a table could have."""
    import pypdfium2.raw as raw

    walk = _Walk(raw)
    walk.into(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, (1, 0, 0, 1, 0, 0), 0)
    return walk.found


def uprights_and_levels(strokes: Iterable[Place]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the upright lines and the level ones; pieces that touch end to end are one line."""
    upright: list[Rule] = []
    level: list[Rule] = []
    for left, bottom, right, top in strokes:
        if right - left >= top - bottom:
            level.append(Rule((bottom + top) / 2, left, right))
        else:
            upright.append(Rule((left + right) / 2, bottom, top))
    return _joined(upright), _joined(level)


def _joined(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if rows and rule.at - rows[-1][0].at <= _SAME:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return tuple(one for row in rows for one in _runs(row) if one.end - one.start >= _SHORTEST)


def _runs(row: Sequence[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in row) / len(row)
    ordered = sorted(row, key=lambda r: r.start)
    start, end = ordered[0].start, ordered[0].end
    for rule in ordered[1:]:
        if rule.start - end > _BREAK:
            yield Rule(at, start, end)
            start, end = rule.start, rule.end
        end = max(end, rule.end)
    yield Rule(at, start, end)


class _Walk:
    """Walks the objects of a page and those of the drawings in it."""

    def __init__(self, raw: Any) -> None:
        self.found: list[Place] = []
        self._raw, self._left = raw, _MOST
        self._x, self._y = ctypes.c_float(), ctypes.c_float()

    def into(self, parent: Any, count: Any, get: Any, matrix: Matrix, depth: int) -> None:
        """Look at the objects of a page or a drawing."""
        raw = self._raw
        for i in range(count(parent)):
            one = get(parent, i)
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(one, _after(self._matrix(one), matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _after(self._matrix(one), matrix)
                self.into(one, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)
            if self._left <= 0:
                return

    def _matrix(self, one: Any) -> Matrix:
        found = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(one, ctypes.byref(found)):
            return (1, 0, 0, 1, 0, 0)
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _path(self, path: Any, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        for points in self._outlines(path, matrix):
            if stroke.value:
                self.found += (box for box in map(_around, points, points[1:]) if _is_line(box, 1.0))
            elif _is_line(box := _around(*points), _THICKEST):
                self.found.append(box)

    def _outlines(self, path: Any, matrix: Matrix) -> Iterator[list[Point]]:
        """Yield the corners of each outline of a path; a closed one comes back to the first."""
        raw = self._raw
        points: list[Point] = []
        number = min(raw.FPDFPath_CountSegments(path), self._left)
        self._left -= number
        for i in range(number):
            segment = raw.FPDFPath_GetPathSegment(path, i)
            raw.FPDFPathSegment_GetPoint(segment, self._x, self._y)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            points.append(_moved(self._x.value, self._y.value, matrix))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1:
            yield points


def _around(*points: Point) -> Place:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _is_line(box: Place, thickest: float) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) <= thickest and max(wide, high) > min(wide, high) and max(wide, high) < 1e5


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _after(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does one after the other."""
    a, b, c, d, e, f = first
    (p, q), (r, s), (t, u) = ((second[i], second[i + 1]) for i in (0, 2, 4))
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
