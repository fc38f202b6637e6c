"""The sentence in which a statement stands, and the clause of it that its act belongs to, from the text alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from paradero.model import Statement

_REACH = 400  # characters before and behind a statement that may belong to its sentence
_END = re.compile(r"[.!?…][\"”»’)\]]*\s+(?=[\"“«‘¿¡(\[—–-]*[A-ZÁÉÍÓÚÜÑ\d])|\n")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Prof|St|Sr|Sra|Srta|No|vs)|\b[^\W\d_](?:\.[^\W\d_])*)\.$")
_SPLIT = (
    r"\b(?:and|but|while|when|after|before|as|since|where|because|until|y|e|pero|mientras|cuando|tras|después|antes"
    r"|donde|porque|hasta que)\b"
)
_BREAK = re.compile(rf"[;:.!?“”«»]|,\s|{_SPLIT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where the statement stands in it.

    Attributes:
        words: the sentence. start, end: where the statement's span stands in them. trigger: where its trigger ends.
    """

    words: str
    start: int
    end: int
    trigger: int

    @property
    def clause(self) -> str:
        """The words around the trigger that no comma, no "and" and no "after" parts from it; with a phrase before."""
        before = self.words[: self.start].rstrip(" ,")
        first = max((one.end() for one in _BREAK.finditer(before)), default=0)
        behind = _BREAK.search(self.words, max(self.trigger, self.start))
        return self.words[first : len(self.words) if behind is None else behind.start()].strip(" ,")


def sentence_of(one: Statement, text: str = "") -> Sentence:
    """Return the sentence of a statement.

    Args:
        one: a statement of a report, and of no row.
        text: of its document; without it, or where the span does not fit it, as much as the span has around it.
    """
    start, end = one.span.start, one.span.end
    if text[start:end] != one.span.exact:
        text, start = f"{one.span.prefix}{one.span.exact}{one.span.suffix}", len(one.span.prefix)
        end = start + len(one.span.exact)
    begins, closes = _ends(text)
    before, behind = bisect_right(begins, start) - 1, bisect_left(closes, end)
    begin = max(begins[before] if before >= 0 else 0, start - _REACH)
    close = min(closes[behind] if behind < len(closes) else len(text), end + _REACH)
    trigger = start + one.trigger.end - one.span.start
    return Sentence(text[begin:close].rstrip(), start - begin, end - begin, max(0, trigger - begin))


@lru_cache(maxsize=64)
def _ends(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the sentences of a text begin behind an end, and where each ends."""
    found = [cut for cut in _END.finditer(text) if not _SHORT.search(text[max(0, cut.start() - 12) : cut.start() + 1])]
    return tuple(cut.end() for cut in found), tuple(cut.start() + 1 for cut in found)
