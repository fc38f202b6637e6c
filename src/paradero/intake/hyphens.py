"""Hyphens at the ends of lines: undone where a printer set them, kept where a writer did."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from paradero.intake.glyphs import SOFT_HYPHEN
from paradero.text.wordlist import listed

_LAST = re.compile(r"[\w’'-]+-$")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First parts that a writer joins with a hyphen and that begin no longer word where a printer would part it ("co",
# "pre" and "re" are not among them), and second parts that hardly ever end one.
_FIRST = frozenset(
    listed(
        "all anti cross ex far first half high ill long low mid near non old one quasi second self semi short so state "
        "then third top two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty "
        "ninety vice well world year"
    )
)
_SECOND = frozenset(
    listed(
        "aged affiliated aligned appointed based born controlled elect general held known language law led level like "
        "long made minded month named off old out owned profile ranking related run scale sponsored style term week "
        "wide year years"
    )
)


class Hyphens:
    """Decides about hyphens at line ends by the words that the same document writes within its lines.

    Args:
        lines: the document's lines.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            whole = line[: line.rfind(" ") + 1] if line.endswith(("-", SOFT_HYPHEN)) else line
            self._words.update(word.lower() for word in _TOKEN.findall(whole))

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """Tell how two lines come together.

        Args:
            before: the first line.
            after: the second.

        Returns:
            The first line as it stands then, and what comes between: a space, or nothing when a hyphen ended it.
        """
        if before.endswith(SOFT_HYPHEN):
            return before[:-1], ""
        left = _LAST.search(before) if before.endswith("-") and not before.endswith("--") else None
        if left is None:
            return before, " "
        right = _TOKEN.match(after)
        return (before, "") if right is None or self._is_writers(left[0][:-1], right[0]) else (before[:-1], "")

    def _is_writers(self, left: str, right: str) -> bool:
        """Whether the hyphen belongs to the word."""
        if not right[0].islower() or not left.isalpha() or len(left) < 2 or left.isupper():
            return True
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        if self._words[whole] or self._words[parted]:
            return self._words[parted] > self._words[whole]
        if left.lower() in _FIRST or right.lower() in _SECOND or "-" in right:
            return True
        # Two words that both stand alone elsewhere make a compound more often than they make one longer word.
        return len(left) > 3 and bool(self._words[left.lower()] and self._words[right.lower()])
