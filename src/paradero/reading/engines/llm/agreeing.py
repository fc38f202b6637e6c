"""Figures and days are read from the words by our own code; a model that reads them otherwise is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.model import Problem
from paradero.reading.numbered import figure_of
from paradero.text.en.dates import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.reading.engines.llm.placing import Placed

_HINT = "What is read from the words was kept; compare it with the text."


def disagreements(text: str, placed: Placed) -> Iterator[Problem]:
    """Yield a notice for each value that a model reads otherwise than we do."""
    given = placed.given
    if "figure" in placed.at:
        operator, value = _figure(text, *placed.at["figure"])
        same = given.value == value and (given.operator is None or given.operator == operator)
        if not same:
            yield _differs(
                placed, given.words["figure"], _written(operator, value), _written(given.operator, given.value)
            )
    if "when" in placed.at and given.day is not None:
        start, end = placed.at["when"]
        when = resolve(text[start:end], None)
        days = {str(bound) for bound in when.bounds if bound is not None}
        if days != {given.day}:
            yield _differs(placed, given.words["when"], " or ".join(sorted(days)) or "no whole day", given.day)


def _figure(text: str, start: int, end: int) -> tuple[str | None, float | None]:
    found = figure_of(text, (start, end), (start, end))
    return (found.operator, found.value) if found is not None else (None, None)


def _written(operator: str | None, value: float | None) -> str:
    if value is None:
        return "no number"
    return f"{'' if operator in (None, '=') else operator}{value:g}" if abs(value) < 10**15 else "a huge number"


def _differs(placed: Placed, words: str, ours: str, theirs: str) -> Problem:
    cause = f"Of “{' '.join(words.split())[:60]}” the language model made {theirs[:30]}; the words say {ours}."
    place = f"character {placed.at['trigger'][0]}"
    return Problem("llm_value_differs", "", cause, _HINT, place, severity="notice")
