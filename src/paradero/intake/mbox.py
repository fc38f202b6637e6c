"""MBOX: a file of many messages, each to become a document of its own. The file itself has no text."""

from __future__ import annotations

import re

from paradero.intake.material import Inside, Material
from paradero.intake.zipped import MOST_MEMBERS
from paradero.model.problem import Problem

# A message begins with "From ", an address and a time of asctime's form, after an empty line or at the top.
# Its line is short; without that bound a hostile one of a million characters would be gone through a million times.
START = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]{1,200}?\d\d:\d\d(?::\d\d)?\b[^\r\n]{0,20}\d{4}[^\r\n]{0,20}\r?\n"
)
_MASKED = re.compile(rb"^>(>*From )", re.M)


def read_bytes(data: bytes, source: str) -> Material:
    """Take the messages out of a file.

    Args:
        data: the bytes of the file.
        source: its name, for the problems.
    """
    starts = [match.span() for match in START.finditer(data)]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    told = (_too_many(len(starts), source),) if len(starts) > MOST_MEMBERS else ()
    messages = [data[begin:end] for (_, begin), end in zip(starts, ends, strict=True)][:MOST_MEMBERS]
    # A line of a message that begins with "From " bears a ">" in the file, so that it is not taken for a start.
    inside = tuple(Inside(f"{n:04}.eml", _MASKED.sub(rb"\1", one)) for n, one in enumerate(messages, 1))
    return Material("", (), problems=told, inside=inside)


def _too_many(count: int, source: str) -> Problem:
    cause = f"{count:,} messages lie inside; the first {MOST_MEMBERS:,} were read."
    return Problem("unpacks_too_large", source, cause, "Split the file, and add the rest.", severity="warning")
