"""Quotations: the stretches between quotation marks, nested ones and those that go on over paragraphs included."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice, takewhile

from paradero.text.layout import paragraphs, trimmed
from paradero.text.marks import Family, Mark, marks, next_strong_close, opening_marks


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks, within one paragraph.

    Attributes:
        start, end: offsets in the text, marks included.
        inner_start, inner_end: offsets of what is quoted, without the marks.
        continues: whether it goes on in the next paragraph (which then opens with a mark again).
        closed: whether a mark closes it; False when it goes on, and when the closing mark is missing.
        depth: 0 for an outer quotation, 1 for one inside it, ...
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    continues: bool = False
    closed: bool = True
    depth: int = 0


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order of their start, the outer before the inner.

    A paragraph that opens a quotation and does not close it goes on in the next one when that opens with the same mark.
    A quotation that nobody closes ends with its paragraph. Apostrophes and inch marks open and close nothing.
    """
    found: list[Quotation] = []
    stretches = paragraphs(text)
    for i, (start, end) in enumerate(stretches):
        following = opening_marks(text, *stretches[i + 1]) if i + 1 < len(stretches) else ()
        found.extend(_Paragraph(text, start, end, following).read())
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def runs(found: tuple[Quotation, ...]) -> tuple[tuple[Quotation, ...], ...]:
    """Join quotations that continue one another; a quotation that stands alone is a run of one.

    Args:
        found: what ``quotations`` returned.
    """
    joined: list[list[Quotation]] = []
    waiting: dict[int, list[Quotation]] = {}
    for quotation in found:
        run = waiting.pop(quotation.depth, None)
        if run is None:
            run = []
            joined.append(run)
        run.append(quotation)
        if quotation.continues:
            waiting[quotation.depth] = run
    return tuple(tuple(run) for run in joined)


class _Paragraph:
    """Reads one paragraph with a stack of the marks that are open; counts keep it linear in hostile texts."""

    def __init__(self, text: str, start: int, end: int, following: tuple[Family, ...]) -> None:
        self.text, self.start, self.end = text, start, end
        self.following = following
        self.marks = marks(text, start, end)
        self.open: list[Mark] = []
        self.depth: Counter[Family] = Counter()
        self.ahead = Counter((m.family, m.role) for m in self.marks)
        self.found: list[Quotation] = []

    def read(self) -> list[Quotation]:
        for i, mark in enumerate(self.marks):
            self.ahead[mark.family, mark.role] -= 1
            if mark.role == "open" or (mark.role == "either" and not self.depth[mark.family]):
                self._enter(mark)
            elif self.depth[mark.family] and not self._is_apostrophe(mark, i):
                self._leave(mark)
        self._finish()
        return self.found

    def _enter(self, mark: Mark) -> None:
        if mark.family == "single" and not self._has_closer(mark):
            return
        if self.depth[mark.family] and not self._can_nest(mark):
            self._cut(mark)
        self.open.append(mark)
        self.depth[mark.family] += 1

    def _has_closer(self, mark: Mark) -> bool:
        """A straight single mark that nothing closes is an apostrophe, unless the next paragraph goes on with one.

        A typographic one is kept even so: it is set on purpose.
        """
        return self.ahead["single", "close"] > 0 or mark.glyph == "‘" or self.following[:1] == ("single",)

    def _can_nest(self, mark: Mark) -> bool:
        """The same mark inside itself is believed only when enough closing marks are left for both."""
        return self.ahead[mark.family, "close"] - self.ahead[mark.family, "open"] > self.depth[mark.family]

    def _cut(self, mark: Mark) -> None:
        """Somebody forgot a closing mark: what was open ends before the new opening."""
        end = trimmed(self.text, self.start, mark.start)[1]
        while self.depth[mark.family]:
            self._end(self._pop(), end)

    def _is_apostrophe(self, mark: Mark, i: int) -> bool:
        """A possessive plural inside a quotation, when the mark that beyond doubt closes it comes later."""
        if not mark.weak:
            return False
        strong = next_strong_close(self.text, mark.end, self.end)
        if strong is None:
            return False
        between = takewhile(lambda m: m.start < strong, islice(self.marks, i + 1, None))
        return not any(m.family == "single" and m.role == "open" for m in between)

    def _leave(self, mark: Mark) -> None:
        while self.open[-1].family != mark.family:
            self._end(self._pop(), mark.start)
        opened = self._pop()
        self.found.append(Quotation(opened.start, mark.end, opened.end, mark.start, depth=len(self.open)))

    def _pop(self) -> Mark:
        mark = self.open.pop()
        self.depth[mark.family] -= 1
        return mark

    def _end(self, opened: Mark, end: int, continues: bool = False) -> None:
        if opened.end < end:
            depth = len(self.open)
            self.found.append(Quotation(opened.start, end, opened.end, end, continues, closed=False, depth=depth))

    def _finish(self) -> None:
        families = tuple(m.family for m in self.open)
        while self.open:
            goes_on = self.following[: len(self.open)] == families[: len(self.open)]
            self._end(self._pop(), self.end, goes_on)
