"""Labels of turns: who is named before a colon in a transcript, and whom a bare "A" stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from paradero.reading.engines.rules.turns import turns
from paradero.reading.engines.rules.units import units

_ANSWERS = frozenset({"A", "ANSWER"})
_ASKS = frozenset({"Q", "QUESTION", "REPORTER"})


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one turn.

    Attributes:
        span: where it stands.
        answers: for a bare "A", the number of the earlier label that names who answers; None for any other label.
    """

    span: tuple[int, int]
    answers: int | None = None


@lru_cache(maxsize=4)
def labels(text: str) -> tuple[Label, ...]:
    """Return the labels of a transcript in order; nothing for any other text."""
    found: list[Label] = []
    named: int | None = None
    for number, turn in enumerate(turns(text, units(text))):
        word = text[turn.start : turn.end].upper()
        found.append(Label((turn.start, turn.end), named if word in _ANSWERS else None))
        if word not in _ANSWERS | _ASKS:
            named = number
    return tuple(found)
