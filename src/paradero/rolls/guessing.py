"""Guessing what a column says from its values alone, and in which order names are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

from paradero.rolls.days import looks_like_day
from paradero.rolls.fields import Heading, sexes, statuses
from paradero.rolls.folding import folded
from paradero.rolls.normalising import nationality

_MOST = 0.9  # of the values; a list has slips
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’\-]*(?:[.'’\-]?[\s,]+[^\W\d_][^\W\d_.'’\-]*[.'’]?){1,7}")
_NUMBER = re.compile(r"(?!-?\d{1,3}[.]\d{4,}\Z)(?:[A-Z]{1,3}[-\s.]?)?\d[\d.\-\s]{4,16}\d(?:-?[A-Z0-9])?", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def guess(values: Sequence[str], column: int) -> Heading | None:
    """Return what a column says by its values; None when they do not tell.

    Args:
        values: its filled cells, or many of them.
        column: its number; row numbers stand in the first.
    """
    if not values:
        return None
    if column == 1 and _counts_up(values):
        return Heading("key")
    if _share(values, looks_like_day) >= _MOST:
        return Heading("birth_date" if _is_birth(values) else "date")
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("sex", lambda word: folded(word) in sexes()),
        ("status", lambda word: folded(word) in statuses()),
        ("nationality", lambda word: bool(nationality(word))),
        ("document_number", lambda word: _NUMBER.fullmatch(word) is not None),
    )
    for field, test in tests:
        if _share(values, test) >= _MOST and (field != "document_number" or len(set(values)) > 0.9 * len(values)):
            return Heading(field)
    if _share(values, _is_name) >= 0.8 and len(set(values)) > 0.5 * len(values):
        return Heading("name")
    return None


def name_order(values: Sequence[str]) -> str:
    """Return how names in one cell are ordered: a comma, capitals, or well-known given names at one end show it."""
    commas = sum("," in value for value in values)
    if values and commas >= 0.6 * len(values):
        return "family_first"
    first = last = 0
    for words in (re.split(r"[\s,]+", value.strip()) for value in values):
        if len(words) < 2:
            continue
        shout = [len(word) > 1 and word.isupper() for word in words]
        if shout[0] != shout[-1]:
            first, last = first + shout[-1], last + shout[0]
            continue
        given = [folded(word) in _given() for word in (words[0], words[-1])]
        first, last = first + (given[0] and not given[1]), last + (given[1] and not given[0])
    if first + last < 0.1 * len(values) or max(first, last) < 2 * min(first, last) + 1:
        return "unknown"
    return "given_first" if first > last else "family_first"


def _is_name(value: str) -> bool:
    return len(value) <= 80 and _NAME.fullmatch(value) is not None and any(c.isupper() for c in value)


def _counts_up(values: Sequence[str]) -> bool:
    numbers = [int(value) for value in values if value.isdigit() and len(value) < 9]
    steps = sum(b - a == 1 for a, b in pairwise(numbers))
    return len(numbers) >= _MOST * len(values) and len(numbers) > 1 and steps >= 0.8 * (len(numbers) - 1)


def _is_birth(values: Sequence[str]) -> bool:
    """Days of birth lie apart by decades; days of an event lie together."""
    years = [int(found[0]) for value in values if (found := _YEAR.search(value)) is not None]
    return len(years) >= 3 and max(years) - min(years) >= 10 and max(years) - median(years) >= 8


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values)


@cache
def _given() -> frozenset[str]:
    text = (files(__package__) / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(folded(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())
