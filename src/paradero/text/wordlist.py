"""Lists of words written as running text, so that they can be read and kept in order."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list in order, parted by white space."""
    return tuple(text.split())
