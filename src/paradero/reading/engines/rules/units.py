"""Units: sentences as the rules see them, a quotation with the words that introduce it kept together."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.tagging import LONGEST, Words, tagged
from paradero.text.layout import paragraphs
from paradero.text.quotations import Quotation, quotations
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENING = re.compile(r"(?:(?<=[\s(\[—–-])|^)''(?=[^\s.,;:!?)])", re.MULTILINE)
SCARE = 3  # a quotation of at most so many words, without a stop, is read like any other words of its sentence


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that one quotation holds together.

    Attributes:
        words: its words. tags: their tags, where the words of a longer quotation are all ``Q``.
        paragraph: number of its paragraph in the text.
        quoted: whether nothing stands outside quotation marks.
        runs_on: whether its last quotation goes on in the next paragraph.
    """

    words: Words
    tags: str
    paragraph: int
    quoted: bool
    runs_on: bool = False

    def __len__(self) -> int:
        return len(self.tags)

    def tag(self, at: int) -> str:
        """The tag at a place, "" outside the unit."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def low(self, at: int) -> str:
        """The word at a place in lower case, "" outside the unit."""
        return self.words.low[at] if 0 <= at < len(self.tags) else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The character offsets of the words from ``first`` up to ``last``, not included."""
        return self.words.start[first], self.words.end[last - 1]


@lru_cache(maxsize=4)
def units(text: str) -> tuple[Unit, ...]:
    """Cut a text into units, in order."""
    outer = [q for q in quotations(_paired(text)) if q.depth == 0]
    found: list[Unit] = []
    at = 0
    for number, (start, end) in enumerate(paragraphs(text)):
        while at < len(outer) and outer[at].end <= start:
            at += 1
        own = []
        while at < len(outer) and outer[at].start < end:
            own.append(outer[at])
            at += 1
        found.extend(_paragraph(text, start, end, number, own))
    return tuple(found)


def _paired(text: str) -> str:
    """Some archives set two apostrophes at both ends of a quotation; the opening ones become marks that open."""
    return _OPENING.sub("``", text) if "''" in text else text


def _paragraph(text: str, start: int, end: int, number: int, own: Sequence[Quotation]) -> Iterator[Unit]:
    starts = [q.start for q in own]
    edges = [start]
    for _, cut in sentences(text, start, end):
        at = bisect_left(starts, cut) - 1
        if at < 0 or cut >= own[at].end:
            edges.append(cut)
    if edges[-1] != end:
        edges.append(end)
    first_own = 0
    for first, last in pairwise(edges):
        while first_own < len(own) and own[first_own].end <= first:
            first_own += 1
        inside = own[first_own : bisect_left(starts, last)]
        words = tagged(text, first, last)
        if len(words):
            yield from _cut(_unit(words, number, inside))


def _unit(words: Words, number: int, inside: Sequence[Quotation]) -> Unit:
    tags = _masked(words, inside)
    return Unit(words, tags, number, not tags.strip("Qq.!?,"), bool(inside) and inside[-1].continues)


def _cut(unit: Unit) -> Iterator[Unit]:
    """Cut what has no full stop for hundreds of words, so that the rules stay linear in any text."""
    if len(unit) <= LONGEST:
        yield unit
        return
    words = unit.words
    for i in range(0, len(unit), LONGEST):
        j = i + LONGEST
        piece = Words(words.low[i:j], words.start[i:j], words.end[i:j], words.tags[i:j])
        yield Unit(piece, unit.tags[i:j], unit.paragraph, unit.quoted, unit.runs_on and j >= len(unit))


def _masked(words: Words, inside: Sequence[Quotation]) -> str:
    """Put ``Q`` for the words of quotations; the marks of a scare quotation become ``u``."""
    if not inside:
        return words.tags
    tags = list(words.tags)
    for quotation in inside:
        held = range(bisect_left(words.start, quotation.start), bisect_left(words.start, quotation.end))
        stopped = any(tags[i] in ".,!?" for i in held)
        scare = not stopped and sum(tags[i].isalpha() and tags[i] != "q" for i in held) <= SCARE
        for i in held:
            edge = words.start[i] < quotation.inner_start or words.end[i] > quotation.inner_end
            tags[i] = ("u" if scare else "q") if edge else tags[i] if scare else "Q"
    return "".join(tags)
