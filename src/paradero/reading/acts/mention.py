"""One act told at one place of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paradero.reading.acts.modality import Mood
    from paradero.reading.acts.roles import Stretch


@dataclass(frozen=True, slots=True)
class ActMention:
    """One act told at one place.

    Attributes:
        act: code of the vocabulary ``acts``.
        start, end: the clause that tells it; trigger: the words that name it.
        roles: role -> character offsets.
        mood: polarity, modality, hedge and stance.
        time: offsets of the time words; None when no time is said.
        sentence: offsets of the sentence.
        told_before: whether another sentence told the act, and the words here do not name it.
    """

    act: str
    start: int
    end: int
    trigger: Stretch
    roles: dict[str, Stretch] = field(hash=False)
    mood: Mood
    time: Stretch | None
    sentence: Stretch
    told_before: bool = False
