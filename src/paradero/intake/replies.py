"""Replies: which lines of a mail are its own, and which are quoted from an earlier one or its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paradero.intake import plain
from paradero.intake.material import Stretch
from paradero.text.layout import trimmed

_QUOTED = re.compile(r"^\s?>")
_WROTE = re.compile(r"\b(?:wrote|writes|escribió|escribio)\s?:\s*$")
_OPENS = re.compile(r"^(?:On|El|At)\b")
_ORIGINAL = re.compile(r"^-{3,}\s*(?:Original Message|Mensaje original)\s*-{3,}\s*$", re.I)
_SIGNATURE = re.compile(r"^-- ?$")
_LONGEST_SIGNATURE = 15  # lines


def stretches_of(text: str) -> tuple[tuple[Stretch, ...], int]:
    """Return the stretches of a mail's text, and how many lines are quoted.

    What is quoted is another's words, mostly of a mail that can be added itself, and the signature belongs to the
    sender and not to the report: both are boilerplate, so that nothing is read from them in the sender's name.
    """
    lines = text.split("\n")
    foreign = _quoted(lines)
    marked = foreign | _signature(lines)
    # Blanks keep the places of what is left, and part its paragraphs as empty lines do.
    own = "\n".join(" " * len(line) if i in marked else line for i, line in enumerate(lines))
    found = [*plain.read(own, "").stretches, *_runs(text, lines, foreign), *_runs(text, lines, marked - foreign)]
    blocks = sorted(found, key=lambda s: s.start)
    return tuple(blocks), sum(1 for i in foreign if lines[i].strip())


def unflowed(text: str, delete_space: bool) -> str:
    """Join lines that end with a space, as RFC 3676 has it for a mail that says so ("format=flowed")."""
    joined: list[str] = []
    open_line = False
    for line in text.split("\n"):
        if open_line and _depth(line) == _depth(joined[-1]):
            joined[-1] = (joined[-1][:-1] if delete_space else joined[-1]) + line.lstrip(">").removeprefix(" ")
        else:
            joined.append(line)
        open_line = line.endswith(" ") and line != "-- "
    return "\n".join(joined)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(">"))


def _quoted(lines: list[str]) -> set[int]:
    """Return the numbers of the lines that are quoted, with the line that says whose they are."""
    original = next((i for i, line in enumerate(lines) if _ORIGINAL.match(line)), len(lines))
    quoted = {i for i, line in enumerate(lines) if i >= original or _QUOTED.match(line)}
    for i, line in enumerate(lines):
        following = next((j for j in range(i + 1, min(i + 3, len(lines))) if lines[j].strip()), None)
        if _WROTE.search(line) and following in quoted and i not in quoted:
            quoted.add(i)
            if not _OPENS.match(line) and i and _OPENS.match(lines[i - 1]):
                quoted.add(i - 1)  # the line was wrapped
    return quoted


def _signature(lines: list[str]) -> set[int]:
    last = max((i for i, line in enumerate(lines) if _SIGNATURE.match(line)), default=len(lines))
    return set(range(last, len(lines))) if len(lines) - last <= _LONGEST_SIGNATURE else set()


def _runs(text: str, lines: list[str], marked: set[int]) -> Iterator[Stretch]:
    """Yield each run of marked lines as one stretch."""
    at, begin = 0, -1
    for i, line in enumerate([*lines, ""]):
        inside = i in marked and i < len(lines)
        if inside and begin < 0:
            begin = at
        elif not inside and begin >= 0:
            start, end = trimmed(text, begin, min(at, len(text)))
            if start < end:
                yield Stretch(start, end, "boilerplate")
            begin = -1
        at += len(line) + 1
