"""Plain text: paragraphs by empty lines; single line breaks part lines unless the text is wrapped to a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from paradero.intake.material import Material, Stretch
from paradero.text.layout import paragraphs

_LINE = re.compile(r"[^\n]+")
_WIDEST = 100  # characters; mail, telegrams and typed pages are wrapped narrower, web text is not wrapped at all
_NARROWEST = 40


def read(text: str, source: str) -> Material:
    """Turn a plain text into material; the text stays as it is.

    Args:
        text: decoded text.
        source: the file's name.
    """
    return Material(text, tuple(_stretches(text)))


def _stretches(text: str) -> Iterator[Stretch]:
    width = _width(text)
    for block, (start, end) in enumerate(paragraphs(text)):
        for line_start, line_end in _joined(text, _lines(text, start, end), width):
            yield Stretch(line_start, line_end, "", block)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    for match in _LINE.finditer(text, start, end):
        words = match[0]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            lines.append((match.start() + lead, match.start() + len(words.rstrip())))
    return lines


def _joined(text: str, lines: list[tuple[int, int]], width: int) -> Iterator[tuple[int, int]]:
    """Join lines that the wrapping parted: the next line's first word would not have fitted."""
    at, *others = lines
    for line in others:
        if width and _wraps(text, (at[1] - _last_length(text, at), at[1]), line, width):
            at = (at[0], line[1])
        else:
            yield at
            at = line
    yield at


def _last_length(text: str, stretch: tuple[int, int]) -> int:
    return stretch[1] - max(stretch[0], text.rfind("\n", stretch[0], stretch[1]) + 1)


def _wraps(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width


def _width(text: str) -> int:
    """Return the width that a text is wrapped to, or 0 when it is not wrapped.

    It is when no line is longer than a typed line, and at most line breaks inside paragraphs the next word would not
    have fitted.
    """
    sample = text[:200_000]
    lengths = sorted(len(line.rstrip()) for line in sample.split("\n") if line.strip())
    if len(lengths) < 6 or lengths[-1] > _WIDEST:
        return 0
    width = lengths[int(0.9 * (len(lengths) - 1))]
    joints = _joints(sample)
    fitting = sum(_wraps(sample, one, other, width) for one, other in joints)
    return width - 6 if width >= _NARROWEST and len(joints) >= 4 and fitting >= 0.7 * len(joints) else 0


def _joints(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    joints: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for start, end in paragraphs(text):
        lines = _lines(text, start, end)
        joints.extend(pairwise(lines))
    return joints
