"""One row of the table of reading: a text, and the statements that must be read from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A text with what it says.

    Attributes:
        text: the words, as a report has them.
        says: the expected statements in text order, written as ``tests.reading.table`` explains.
    """

    text: str
    says: tuple[str, ...]


def row(text: str, *says: str) -> Row:
    """Make a row; without ``says`` nothing must be read from the text."""
    return Row(text, says)
