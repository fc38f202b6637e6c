"""Limits: how big a file may be, and how much time and memory its parser may take."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from paradero.model.errors import InvalidValue

MEGABYTE = 1_000_000
SETTING = "PARADERO_MAX_MEGABYTES"
_PACKING = 5  # a dense page of print has 6 kB of letters, and a PDF program makes 1 to 2 kB of them
_USUAL_SIZE = 50  # megabytes; the longest book is about 10 MB of text


def _size() -> int:
    written = os.environ.get(SETTING, "").strip()
    if not written:
        return _USUAL_SIZE * MEGABYTE
    if not written.isdecimal() or int(written) == 0:
        raise InvalidValue(f"{SETTING} is {written!r}.", "It has to be a whole number of megabytes, such as 200.")
    return int(written) * MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Every field can be raised by the person who trusts the file.

    Attributes:
        size: bytes of the file; a bigger one is refused unread. The setting ``PARADERO_MAX_MEGABYTES`` changes it.
        seconds: time of the processor for one file, and on the clock three times as much; ``seconds_per_megabyte``
            comes on top.
        seconds_per_megabyte: a long text is no sign of a parser that hangs.
        memory: bytes of address space of a worker process.
        files: files that one worker process parses before a fresh one takes its place.
        page_seconds, page_memory: what the program that recognises letters may take for one page, as for a file.
        pages: pages of one file, with all in it, that are recognised.

    Raises:
        InvalidValue: when the setting is no number.
    """

    size: int = field(default_factory=_size)
    seconds: float = 20.0
    seconds_per_megabyte: float = 4.0
    memory: int = 3_000 * MEGABYTE
    files: int = 500
    page_seconds: float = 60.0
    page_memory: int = 2_000 * MEGABYTE
    pages: int = 1_000

    def time_for(self, size: int, packed: bool = False) -> float:
        """Return the seconds that a file may take.

        Args:
            size: its bytes.
            packed: whether its text is packed inside, as that of a PDF is; then it is the longer.
        """
        return self.seconds + self.seconds_per_megabyte * (_PACKING if packed else 1) * size / MEGABYTE
