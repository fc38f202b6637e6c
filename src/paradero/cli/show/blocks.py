"""A document's text in blocks to lay out: paragraphs that end at an empty line or where another part begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from paradero.model.document import Document, Part

    Thing = TypeVar("Thing")

FULL_LINE = 50  # characters; a shorter line was ended by its writer and not by a typesetter, so its end is kept
_ITEM = re.compile(r"\s*([-*•–]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text to lay out as one paragraph.

    Attributes:
        start, end: offsets into the document's text.
        role: the role of the part it begins in; empty outside every part.
        joins: offsets of the line ends inside it that only a typesetter made; they are shown as spaces.
    """

    start: int
    end: int
    role: str
    joins: frozenset[int]


def blocks(document: Document) -> list[Block]:
    """Return the blocks of a document in order; together they hold everything but white space."""
    outer = _Outer(document.parts)
    made = []
    for lines in _paragraphs(document.text, outer):
        joins = frozenset(one.end() for one, after in pairwise(lines) if _joined(one.group(), after.group()))
        part = outer.at(_first_letter(lines[0]))
        made.append(Block(_first_letter(lines[0]), lines[-1].end(), "" if part is None else part.role, joins))
    return made


def touching(
    made: Sequence[Block], things: Iterable[Thing], place: Callable[[Thing], tuple[int, int]]
) -> list[list[Thing]]:
    """Return for each block the things that touch it, in one pass, so that ten thousand spans are no burden.

    Args:
        made: blocks in order.
        things: what has a place in the text, in any order.
        place: gives a thing's start and end.
    """
    waiting = deque(sorted(things, key=lambda thing: place(thing)[0]))
    begun: list[Thing] = []
    found = []
    for block in made:
        begun = [thing for thing in begun if place(thing)[1] > block.start]
        while waiting and place(waiting[0])[0] < block.end:
            begun.append(waiting.popleft())
        found.append([thing for thing in begun if place(thing)[1] > block.start])
    return found


class _Outer:
    """The parts that lie in no other part, to be looked up by position."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts: list[Part] = []
        for part in sorted(parts, key=lambda part: (part.start, -part.end)):
            if not self.parts or part.start >= self.parts[-1].end:
                self.parts.append(part)
        self.starts = [part.start for part in self.parts]

    def at(self, position: int) -> Part | None:
        before = bisect_right(self.starts, position)
        return self.parts[before - 1] if before and position < self.parts[before - 1].end else None


def _paragraphs(text: str, outer: _Outer) -> Iterator[list[re.Match[str]]]:
    lines: list[re.Match[str]] = []
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        if lines and not _goes_on(outer, lines[-1], line):
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _goes_on(outer: _Outer, line: re.Match[str], after: re.Match[str]) -> bool:
    if after.start() - line.end() > 1:
        return False
    return outer.at(_first_letter(line)) is outer.at(_first_letter(after))


def _joined(line: str, after: str) -> bool:
    return len(line) >= FULL_LINE and _ITEM.match(after) is None


def _first_letter(line: re.Match[str]) -> int:
    return line.start() + len(line.group()) - len(line.group().lstrip())
