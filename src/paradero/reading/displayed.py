"""Displayed quotations: paragraphs that are a quotation, with nobody named in them, after the words that lead up to it.

"He told the Commission: ¶ "A neighbour took four months to die. ..."": the subject of the sentence that the colon ends
speaks. Without a colon, words in the first person are those of the person whom the sentence before is about; that is
worked out, and the statement says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from paradero.reading.contents import Contents
from paradero.reading.engines.rules.subjects import subjects
from paradero.reading.engines.rules.units import units
from paradero.reading.linker import Attribution
from paradero.reading.speakers.own import FIRST_PERSON
from paradero.text.layout import paragraphs
from paradero.text.quotations import quotations, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.text.quotations import Quotation

Span = tuple[int, int]
_PERSONAL = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey)$|[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]|(?:Mr|Mrs|Ms|Dr)\b")
_SHARE = 0.8  # of a paragraph that a quotation fills when it is displayed


def displayed(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with those of displayed quotations that had none, in text order."""
    stretches = paragraphs(text)
    before = {later: earlier for earlier, later in pairwise(stretches)}
    held = {start: (start, end) for start, end in stretches}
    found = list(attributions)
    contents = Contents(attributions)
    for run in runs(quotations(text)):
        paragraph = held.get(run[0].start)
        if run[0].depth or paragraph is None or paragraph not in before or not _fills(run[0], paragraph):
            continue
        content = tuple((q.inner_start, q.inner_end) for q in run)
        meeting = (attributions[i] for stretch in content for i in contents.meeting(*stretch))
        if any(_is_outside(attribution, content) for attribution in meeting):
            continue
        source = _leading(text, before[paragraph], text[run[0].start : run[-1].end])
        if source is not None:
            found.append(Attribution((source,), (), content))
    return tuple(sorted(found, key=lambda a: a.content[0] if a.content else (0, 0)))


def is_introduced(text: str, attribution: Attribution) -> bool:
    """Tell whether a quotation without a cue is handed over to: from its own paragraph, or by a colon before it."""
    if attribution.cue or not attribution.source or not attribution.content:
        return True
    between = text[attribution.source[-1][1] : attribution.content[0][0]]
    return "\n" not in between.strip("\n") or between.rstrip(" \n\"“‘'").endswith(":")


def _fills(quotation: Quotation, paragraph: Span) -> bool:
    return quotation.end - quotation.start >= _SHARE * (paragraph[1] - paragraph[0])


def _is_outside(attribution: Attribution, content: Sequence[Span]) -> bool:
    """Whether it says who speaks the quotation, rather than whom the one who speaks it quotes."""
    return not any(_meets(mark, part) for mark in (*attribution.source, *attribution.cue) for part in content)


def _leading(text: str, paragraph: Span, quoted: str) -> Span | None:
    """The subject of the last sentence of a paragraph, when it leads up to the quotation after it."""
    found = units(text)
    first, last = (bisect_left(found, edge, key=lambda unit: unit.words.start[0]) for edge in paragraph)
    own = [u for u in found[first:last] if not u.quoted]
    if not own or own[-1].words.end[-1] < paragraph[1] - 1:
        return None
    handed_over = text.endswith(":", 0, paragraph[1])
    if not handed_over and FIRST_PERSON.search(quoted) is None:
        return None
    subject = next(iter(subjects(own[-1])), None)
    if subject is None:
        return None
    span = own[-1].span(*subject)
    return span if handed_over or _PERSONAL.match(text[slice(*span)]) else None


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
