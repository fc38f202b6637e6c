"""What a trained model thinks of the acts in a text, as the extractor asks for it; rules alone have no opinion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """The model's view of one stretch of words as the trigger of an act.

    Attributes:
        start, end: character offsets.
        told: share, 0 to 1, that these words tell an act of custody at all.
        act, act_share: the likeliest code and its share among the codes.
        shares: share of every code that has one worth naming.
        stance, modality, polarity: the likeliest codes.
        certain: share of each of these three: "stance", "modality", "polarity".
    """

    start: int
    end: int
    told: float
    act: str
    act_share: float
    stance: str
    modality: str
    polarity: str
    shares: Mapping[str, float] = field(default_factory=dict)
    certain: Mapping[str, float] = field(default_factory=dict)


class Opinion(Protocol):
    """A model's opinion on one text."""

    def view(self, start: int, end: int) -> View:
        """Return the view of given words."""
        ...

    def most(self, start: int, end: int) -> float:
        """Return the highest share, over the words of a stretch, that a word tells an act."""
        ...

    def roles(self, start: int, end: int, within: Stretch) -> Mapping[str, tuple[int, int, float]]:
        """Return role -> (start, end, share) of the likeliest words in a stretch for given trigger words."""
        ...

    def weighed(self, start: int, end: int, filled: Mapping[str, Stretch]) -> Mapping[str, float]:
        """Return, for roles that are filled, the share, 0 to 1, that the words filling each have that role."""
        ...

    def found(self, start: int, end: int) -> tuple[View, ...]:
        """Return the triggers that the model itself finds in a stretch, in order."""
        ...
