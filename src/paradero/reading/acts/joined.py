"""Groups joined without a total: "three women and 387 men" are two groups of one act, each with its own number."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from paradero.text.en.numbers import figures

if TYPE_CHECKING:
    from paradero.reading.acts.frame import Stretch
    from paradero.text.en.numbers import NumberMention

_JOINT = re.compile(
    r"(?P<noun>[^,;()]*\w)(?P<joint>\s*,?\s+(?:and|as\s+well\s+as|along\s+with|plus)\s+|\s*,\s+)(?:(?:the|his|her|their)\b)?"
    r"(?:\s*[\w-]+[’']s)?\s*\Z"
)


def joined(text: str, span: Stretch) -> tuple[Stretch, ...]:
    """Cut the words for people into groups that each have a number of their own.

    Args:
        text: the whole text.
        span: the words for the people concerned.

    Returns:
        The groups in order; the span alone when it is one group, or a total followed by its parts ("390 people, 270
        soldiers and 120 civilians"), which are counted in it.
    """
    counts = [f for f in figures(text, *span) if f.kind == "count" and f.value is not None and not f.is_whole]
    if len(counts) < 2 or text[span[0] : counts[0].start].strip().lower() not in ("", "the", "his", "her", "their"):
        return (span,)
    joints = [_JOINT.fullmatch(text, one.end, other.start) for one, other in itertools.pairwise(counts)]
    if _is_total(counts):
        return (span,)
    out, start = [], span[0]
    for joint in joints:
        if joint is None or not joint["noun"].strip():
            return (span,)
        out.append((start, joint.end("noun")))
        start = joint.end("joint")
    return (*out, (start, span[1]))


def _is_total(counts: list[NumberMention]) -> bool:
    first, *parts = [count.value or 0 for count in counts]
    return len(parts) > 1 and sum(parts) <= first
