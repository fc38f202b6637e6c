"""Withdrawing: where an outlet takes back what it published, and which words it takes back.

A note says whose claim it was (the outlet's own: "we", "an earlier version of this article", "the headline"), that it
was said ("said", "wrote", "gave"), and what. Such a frame counts in a note and on a page of corrections; elsewhere only
when it cannot mean anything else, for "as we reported on Monday" takes nothing back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.text.en.numbers import NumberMention, figures
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from paradero.model import Document

Stretch = tuple[int, int]

_WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately)"
_PIECE = (
    r"(?:versions?|headline|sub-?heading|standfirst|caption|article|report|story|paragraph|item|piece|post|entry"
    r"|dispatch|chart|graphic|table|bulletin)"
)
_EARLIER = rf"(?:an?|the|our)?\s*(?:earlier|previous|original|first|initial)\s+{_PIECE}\b[^.;:]{{0,70}}?"
_OWN = rf"(?P<we>we)|{_EARLIER}|(?:an?|the|one|our|this)\s+(?:[\w-]+\s+)?{_PIECE}\b[^.;:]{{0,70}}?"
_CUE = (
    r"(?:(?:had|have|has)\s+)?(?P<cue>said|wrote|written|stated|reported|gave|given|put|described|called|claimed"
    r"|suggested|implied|indicated)\b(?:(?:\s+(?:(?:at|on)\s+\S+|below|above|yesterday|earlier|last\s+\w+))?\s+that\b)?"
)
_ADVERBS = rf"(?:(?:{_WRONGLY}|originally|initially|earlier|also|had)\s+)*"
_FRAME = re.compile(rf"\b(?P<own>{_OWN})\s+{_ADVERBS}{_CUE}", re.I)
_PLAIN = re.compile(
    rf"\b(?P<own>{_EARLIER})\s+{_ADVERBS}{_CUE}"
    rf"|\b(?P<own2>we)\s+(?:had\s+|have\s+)?{_WRONGLY}\s+(?P<cue2>said|wrote|stated|reported|gave|put)\b",
    re.I,
)
_PAGE = re.compile(
    r"\W*(?:corrections?(?:\s+(?:and|&)\s+clarifications?)?|clarifications?|for\s+the\s+record|errata?"
    r"|(?:setting|putting)\s+(?:the\s+record|it)\s+straight|we\s+(?:were|got\s+it)\s+wrong)\W*",
    re.I,
)
# Where the withdrawn claim ends and what is right begins.
_TURN = re.compile(
    r";|\s[–—-]\s|,\s+(?:when|whereas|while|but|though|although|however|rather\s+than|instead\s+of|not)\b", re.I
)
_RIGHT = re.compile(
    r"[\s;,:–—-]*(?:(?:when|whereas|while|but|though|although|and)\s+)?(?:in\s+fact,?\s+|actually,?\s+)?"
    r"(?:(?:it|that|this|they|there|the\s+(?:(?:correct|right|true|actual|real)\s+)?(?:figure|number|total|toll|count))"
    r"\s+(?:was|were|is|are|should\s+(?:have\s+(?:been|said|read)|be|read))|(?:it\s+)?should\s+have\s+(?:said|read|been))"
    r"\s+(?:in\s+fact\s+|actually\s+|really\s+|only\s+|that\s+)*",
    re.I,
)
_NOT = re.compile(r"(?:,\s*(?:and\s+)?not|\brather\s+than|\binstead\s+of)\s+", re.I)
_SILENT = frozenset({"headline", "subhead", "byline", "dateline", "boilerplate", "credit", "quotation"})


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A frame that takes something back.

    Attributes:
        own: the words for the outlet's own work; cue: those that say that it was said.
        content: what is withdrawn, up to where the sentence turns to what is right, or ends.
        right: the number that is right, where one is set against it ("; it was 252"); its clause begins at ``turn``.
    """

    own: Stretch
    cue: Stretch
    content: Stretch
    right: NumberMention | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Contrast:
    """A right number with the wrong one behind it: "252, not 250". ``sentence`` holds both."""

    right: NumberMention
    wrong: NumberMention
    sentence: Stretch


def notes(document: Document) -> tuple[Stretch, ...]:
    """Return the stretches in which the outlet corrects itself: its notes, or the whole of a page of such notes."""
    titles = [p for p in document.parts if p.role in ("headline", "subhead")][:2]
    if any(_PAGE.fullmatch(document.text, title.start, title.end) for title in titles):
        return tuple((p.start, p.end) for p in document.parts if p.role not in _SILENT)
    return tuple((p.start, p.end) for p in document.parts if p.role == "correction")


def withdrawals(text: str, stretch: Stretch, *, in_note: bool) -> Iterator[Withdrawal]:
    """Yield what a stretch takes back, in order.

    Args:
        text: the whole text.
        stretch: the part to look at.
        in_note: whether it is a note that corrects; else only frames that cannot mean anything else count.
    """
    spans = sentences(text, *stretch)
    for number, (start, end) in enumerate(spans):
        found = (_FRAME if in_note else _PLAIN).search(text, start, end)
        if found is None:
            continue
        named = found.groupdict()
        own, cue = ("own", "cue") if named["own"] is not None else ("own2", "cue2")
        turn = _TURN.search(text, found.end(), end)
        stop = turn.start() if turn is not None else end
        after = spans[number + 1] if number + 1 < len(spans) else None
        right, at = _right(text, stop, end), stop
        if right is None and after is not None:
            right, at = _right(text, *after), after[0]
        yield Withdrawal(found.span(own), found.span(cue), (found.end(), stop), right, at)


def contrasts(text: str, stretch: Stretch) -> Iterator[Contrast]:
    """Yield the numbers of a note that are set against a wrong one ("68 children, not 86")."""
    for sentence in sentences(text, *stretch):
        counts = _counts(text, *sentence)
        for match in _NOT.finditer(text, *sentence):
            wrong = next((n for n in counts if n.start == match.end()), None)
            before = [n for n in counts if n.end <= match.start()]
            if wrong is not None and before and before[-1].value not in (None, wrong.value):
                yield Contrast(before[-1], wrong, sentence)


def _right(text: str, start: int, end: int) -> NumberMention | None:
    """The number that a clause gives as the right one."""
    found = _RIGHT.match(text, start, end)
    if found is None:
        return None
    return next((n for n in _counts(text, found.end(), end) if n.start == found.end() and n.value is not None), None)


def _counts(text: str, start: int, end: int) -> list[NumberMention]:
    return [n for n in figures(text, start, end) if n.kind == "count" and not n.is_whole]
