"""Narrating: who speaks where no attribution does: a labelled turn, the author of an own text, or the outlet."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from paradero.model import OUTLET, Speaker
from paradero.reading.speakers.describing import Describer
from paradero.reading.speakers.labels import ANSWERS, ASKS, labels
from paradero.reading.speakers.own import author
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer


_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|[Tt]his (?:institution|ministry|office|department))\b")


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
        self._author = author(text, self._describer)

    def at(self, place: int) -> Speaker:
        """Return the speaker: the label of the turn, or the author, or ``OUTLET``."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and self._runs_to(number, place):
            return self._of_label(number)
        if not self._author or place < self._first():
            return OUTLET
        person = self._describer.describe(self._author).person
        return Speaker(self._author, "person" if person else "agency")

    def _of_label(self, number: int) -> Speaker:
        label = self._labels[number]
        start, end = label.span
        names = self._labels[label.answers].span if label.answers is not None else label.span
        name = " ".join(self._text[names[0] : names[1]].split())
        kind = "person" if self._describer.describe(name).sort == "person" else "unknown"
        known = name.upper() not in ANSWERS | ASKS  # a bare "A" names nobody
        return Speaker(name, "person" if kind == "person" else "unknown", self._text[start:end], resolved=known)

    def _runs_to(self, number: int, place: int) -> bool:
        """Whether the turn goes on to a place: it is the label's paragraph, or another label is still to come."""
        if number + 1 < len(self._labels):
            return True
        start = self._labels[number].span[0]
        return any(a <= start and place < b for a, b in self._paragraphs)

    def _first(self) -> int:
        """Where the running text begins: a headline and a dateline are nobody's own words."""
        return self._paragraphs[1][0] if len(self._paragraphs) > 1 else 0
