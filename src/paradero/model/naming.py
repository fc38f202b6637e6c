"""Naming: places, parties and peoples by the one name they go by; what knows the names is given from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """A place or a body by its canonical name.

    Attributes:
        name: "Cecot", "El Salvador", "Hamas"; kind: "state", "city", "facility", "agency", "armed_group", ...
        state: the name of the state that it lies in or belongs to; empty when it belongs to none.
    """

    name: str
    kind: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Where words name a place, a body or a people.

    Attributes:
        start, end: character offsets into the words.
        place: what is named; for a people, its state. people: whether the people is named ("Venezuelans").
    """

    start: int
    end: int
    place: Place
    people: bool = False


class Naming(Protocol):
    """What knows names: a gazetteer."""

    def find(self, words: str) -> Sequence[Mentioned]:
        """Return everything that words name, in order and without overlap."""

    def speaks_for(self, words: str) -> str:
        """Return the state or party for whom somebody speaks who is called so; empty when the words do not tell."""

    def tells_people(self, words: str) -> bool:
        """Tell whether words have a noun for people: "two pilots", "the crew"."""
