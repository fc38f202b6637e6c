"""Contents: which attributions hold a place of the text in what they say, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paradero.reading.linker import Attribution


class Contents:
    """The contents of a text's attributions, by where they stand.

    Args:
        attributions: in any order; they are named by their number in it.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.sizes = [sum(end - start for start, end in one.content) for one in attributions]
        self._pieces = sorted((s, e, i) for i, one in enumerate(attributions) for s, e in one.content)
        self._longest = max((end - start for start, end, _ in self._pieces), default=0)

    def holding(self, start: int, end: int) -> Iterator[int]:
        """Yield the attributions with a stretch of content around a place, those that begin last first."""
        at = bisect_right(self._pieces, start, key=lambda piece: piece[0]) - 1
        while at >= 0 and self._pieces[at][0] + self._longest > start:
            if self._pieces[at][1] >= end:
                yield self._pieces[at][2]
            at -= 1
