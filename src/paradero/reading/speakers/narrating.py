"""Narrating: who speaks where no attribution does: a labelled turn, the author of an own text, or the outlet."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.model import OUTLET, Speaker
from paradero.reading.speakers.describing import Describer
from paradero.reading.speakers.labels import ANSWERS, ASKS, labels
from paradero.reading.speakers.own import as_author, author
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer


class Narrators:
    """Answers who speaks at a place of a document that no attribution covers.

    Args:
        text: the whole text.
        gazetteer: names of states, bodies and groups.
    """

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._describer = Describer(gazetteer)
        self._labels = labels(text)
        self._starts = [label.span[0] for label in self._labels]
        self._paragraphs = paragraphs(text)
        self._author = author(text, gazetteer)

    def at(self, place: int) -> Speaker:
        """Return the speaker: the label of the turn, or the author, or ``OUTLET``."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and self._runs_to(number, place):
            return self._of_label(number)
        return as_author(self._author, self._describer)

    def _of_label(self, number: int) -> Speaker:
        label = self._labels[number]
        name = " ".join(self._text[slice(*label.name)].split())
        if not name:
            return OUTLET
        person = self._describer.describe(name).sort == "person"
        known = name.upper().rstrip(".") not in ANSWERS | ASKS  # a bare "A" names nobody
        return Speaker(name, "person" if person else "unknown", self._text[slice(*label.span)], resolved=known)

    def _runs_to(self, number: int, place: int) -> bool:
        """Whether the turn goes on to a place: no paragraph before it closes the record ("The session rose at six")."""
        if number + 1 < len(self._labels):
            return True
        return self._closed is None or place < self._closed

    @cached_property
    def _closed(self) -> int | None:
        """Where the first paragraph after the last label begins that closes the record."""
        start = self._labels[-1].span[0]
        return next((a for a, b in self._paragraphs if start < a and _CLOSING.match(self._text, a, b)), None)


_CLOSING = re.compile(
    r"[\[(*—–_]|ENDS?\b|Notes?\b|(?:This|The) (?:transcript|interview|briefing|session|hearing|meeting|record|page)\b|"
    r"(?:Edited|Transcribed|Translated|Photo|Image|Interview)\b"
)
