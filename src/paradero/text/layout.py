"""Paragraphs: the stretches of a text between empty lines."""

from __future__ import annotations

import re

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")


def paragraphs(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs of a text in order, as offsets without the white space around them.

    Only an empty line parts paragraphs; a single line break may be the wrapping of a mail or telegram.

    Args:
        text: the whole text.
        start, end: the stretch to look at; offsets stay those of the whole text.
    """
    end = len(text) if end is None else end
    cuts = [(m.start(), m.end()) for m in _GAP.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    bare = (trimmed(text, edges[i], edges[i + 1]) for i in range(0, len(edges), 2))
    return tuple((a, b) for a, b in bare if a < b)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch without the white space at its two ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
