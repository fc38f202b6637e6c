"""Spans: where something stands, kept as position and as quote, so that a shifted text can be found again.

The two selectors are those of the W3C Web Annotation model: TextPositionSelector and TextQuoteSelector.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from paradero.model.errors import InvalidValue
from paradero.model.identity import ADDED

CONTEXT = 32  # characters of prefix and suffix; enough to tell repeated sentences of a live blog apart

_ALIKE = {
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's frozen text, or a cell of a list.

    Attributes:
        start, end: character offsets into the frozen text, end not included.
        exact: the words themselves.
        prefix, suffix: up to 32 characters before and after.
        page: page number from 1, for PDF.
        sheet, row, column: the cell, for a list; row and column from 1.
        box: for a cell or row of a list in a PDF, where it stands on its page: left, top, right, bottom, in points from
            the upper left corner of the page as it is shown.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    box: tuple[int, int, int, int] | None = field(default=None, metadata={ADDED: True})

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValue(f"A span cannot run from {self.start} to {self.end}.")

    @classmethod
    def of(cls, text: str, start: int, end: int, page: int | None = None) -> Span:
        """Make the span of ``text[start:end]`` with its context."""
        return cls(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], page)

    def holds_in(self, text: str) -> bool:
        """Tell whether the words stand at the position, white space and typography aside."""
        return alike(text[self.start : self.end]) == alike(self.exact)

    def anchored_in(self, text: str) -> Span | None:
        """Find the span again in a text that has moved or been set differently.

        Returns:
            The span itself when it still holds; else the place of its words whose surroundings agree best with prefix
            and suffix (nearest to the old position among equals); None when the words are not there at all.
        """
        if self.holds_in(text):
            return self
        found = places(self.exact, text)
        if not found:
            return None
        start, end = min(found, key=lambda at: (-self._agreement(text, *at), abs(at[0] - self.start)))
        there = Span.of(text, start, end, self.page)
        return replace(there, sheet=self.sheet, row=self.row, column=self.column, box=self.box)

    def _agreement(self, text: str, start: int, end: int) -> int:
        before = _common(alike(text[max(0, start - CONTEXT) : start])[::-1], alike(self.prefix)[::-1])
        return before + _common(alike(text[end : end + CONTEXT]), alike(self.suffix))


def places(exact: str, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where words stand in a stretch of a text, white space and typography aside; offsets of the whole text."""
    if not exact.strip():
        return []
    return [(m.start(), m.end()) for m in _pattern(exact).finditer(text, start, len(text) if end is None else end)]


def alike(text: str) -> str:
    """Fold white space, quotation marks and dashes, so that two typesettings of the same words compare equal."""
    return " ".join("".join(_ALIKE.get(c, c) for c in text).split())


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@lru_cache(maxsize=256)
def _pattern(exact: str) -> re.Pattern[str]:
    classes = {'"': '["“”„‟«»＂]', "'": "['‘’‚‛ʼ`´]", "-": "[-‐‑‒–—―−]"}
    words = ("".join(classes.get(c, re.escape(c)) for c in word) for word in alike(exact).split(" "))
    return re.compile(r"\s+".join(words))
