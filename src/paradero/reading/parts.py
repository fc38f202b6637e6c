"""Parts by place: the innermost part of a document at a place, found without looking at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.text.stretches import Stretches

if TYPE_CHECKING:
    from paradero.model import Document, Part


class Parts:
    """Answers as ``Document.part_at`` does; for many questions about one document."""

    def __init__(self, document: Document) -> None:
        self._parts = document.parts
        self._places = Stretches((part.start, part.end, i) for i, part in enumerate(document.parts))

    def at(self, place: int) -> Part | None:
        """Return the innermost part that holds a position, or None."""
        parts = self._parts
        best = min(
            self._places.holding(place, place + 1), key=lambda i: (parts[i].end - parts[i].start, i), default=None
        )
        return None if best is None else parts[best]
