"""Flow: the lines of a document in reading order come together into paragraphs, over columns and pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from paradero.intake.captions import ends_sentence
from paradero.intake.columns import Line
from paradero.intake.glyphs import SOFT_HYPHEN
from paradero.intake.hyphens import Hyphens
from paradero.intake.lines import is_item

NUMBERED_PICTURE = re.compile(
    r"^(?:fig(?:ure|\.|ura)?|photo(?:graph)?|image|picture|table|map|chart|foto|imagen|tabla|cuadro|mapa|gr[aá]fico)"
    r"\s*(?:\d+(?:[.-]\d+)*[a-z]?\s*[.:|–—-]|:)\s",
    re.I,
)
_USUAL_LEADING = 1.1  # of the type's height
_SPACED = 1.35  # of the usual distance between lines; a larger one parts paragraphs
_INDENT = 0.6  # of the type's height
_SHORT = 0.4  # of the column's width left white
_OTHER_TYPE = 1.1  # between the sizes of two lines


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a column, in points."""

    left: float
    right: float


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Part lines in reading order into paragraphs."""
    columns, leading = _edges(lines), _leading(lines)
    made: list[list[Line]] = []
    for line in lines:
        if made and not _begins(made[-1], line, columns, leading):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def joined(lines: Sequence[Line], hyphens: Hyphens) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of a paragraph, and where in it each page begins."""
    pieces, pages, length = [lines[0].text], [(0, lines[0].page)], 0
    for line in lines[1:]:
        words = line.text
        last, between = hyphens.joint(pieces[-1], words)
        pieces[-1] = last + between
        length += len(pieces[-1])
        if line.page != pages[-1][1]:
            pages.append((length, line.page))
        pieces.append(words)
    return "".join(pieces).removesuffix(SOFT_HYPHEN), tuple(pages)


def _edges(lines: Sequence[Line]) -> dict[tuple[int, int], Column]:
    held: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        held[line.page, line.column].append(line)
    return {at: Column(min(x.left for x in here), max(x.right for x in here)) for at, here in held.items()}


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance between lines, in heights of the type."""
    steps = [step for one, other in pairwise(lines) if (step := _step(one, other)) is not None]
    return median(steps) if steps else _USUAL_LEADING


def _step(one: Line, other: Line) -> float | None:
    if _place(one) != _place(other) or _differ(one, other):
        return None
    step = (one.middle - other.middle) / other.size
    return step if 0.5 < step < 3.0 else None


def _place(line: Line) -> tuple[int, int]:
    return line.page, line.column


def _differ(one: Line, other: Line) -> bool:
    smaller, larger = sorted((one.size, other.size))
    return larger > _OTHER_TYPE * smaller


def _begins(paragraph: Sequence[Line], line: Line, columns: dict[tuple[int, int], Column], leading: float) -> bool:
    """Whether a line begins a paragraph rather than going on with the one before it."""
    last, text = paragraph[-1], line.text
    if _differ(last, line) or is_item(text) or NUMBERED_PICTURE.match(text):
        return True
    if _place(last) != _place(line):
        return _begins_elsewhere(last, line, columns[_place(last)])
    if last.middle - line.middle > _SPACED * leading * line.size:
        return True
    if _is_centred(last, line, columns[_place(line)]):
        return ends_sentence(last.text)
    return _is_indented(paragraph, line) or _ends_short(last, line, columns[_place(line)])


def _begins_elsewhere(last: Line, line: Line, column: Column) -> bool:
    """At the head of the next column or page, a sentence that was not ended goes on."""
    if last.text.endswith(("-", SOFT_HYPHEN)):
        return False
    if ends_sentence(last.text) or last.text.endswith(":"):
        return True
    return not line.text[0].islower() and _fits(last, line, column)


def _is_centred(last: Line, line: Line, column: Column) -> bool:
    apart = abs(last.left + last.right - line.left - line.right) / 2
    return (
        apart < 0.3 * line.size and min(last.left, line.left) > column.left - 0.1 and abs(last.left - line.left) > 1.0
    )


def _is_indented(paragraph: Sequence[Line], line: Line) -> bool:
    last, step = paragraph[-1], line.left - paragraph[-1].left
    if step > _INDENT * line.size:
        return not (len(paragraph) == 1 and is_item(last.text))
    return step < -_INDENT * line.size and len(paragraph) > 1


def _ends_short(last: Line, line: Line, column: Column) -> bool:
    """Whether the line above was ended by its writer: the next word would have fitted."""
    if last.text.endswith(("-", SOFT_HYPHEN)) or not _fits(last, line, column):
        return False
    if ends_sentence(last.text) or last.text.endswith(":"):
        return True
    return column.right - last.right > _SHORT * (column.right - column.left) and not line.text[0].islower()


def _fits(last: Line, line: Line, column: Column) -> bool:
    first = line.words[0]
    return last.right + 0.6 * line.size + first.right - first.left < column.right
