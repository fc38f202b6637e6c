"""Guessing what a column says from its values alone, and in which order names are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

from paradero.rolls.days import looks_like_day
from paradero.rolls.fields import Heading, answer_of, sexes, statuses
from paradero.rolls.folding import folded
from paradero.rolls.naming import named_in
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
    if column == 1 and counts_up(values):
        return Heading("key")
    if _share(values, looks_like_day) >= _MOST:
        return Heading("birth_date" if _is_birth(values) else "date")
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("sex", lambda word: folded(word) in sexes()),
        ("answer", lambda word: bool(answer_of(word)) and _tells_answers(values)),
        ("status", lambda word: folded(word) in statuses()),
        ("nationality", lambda word: bool(nationality(word))),
        ("document_number", lambda word: _NUMBER.fullmatch(word) is not None),
    )
    for field, test in tests:
        if _share(values, test) >= _MOST and (field != "document_number" or len(set(values)) > 0.9 * len(values)):
            return Heading(field)
    if _share(values, _is_name) >= 0.8 and len(set(values)) > 0.5 * len(values) and not _are_given(values):
        return Heading("name")
    return Heading("given_names") if _are_given(values) else None


def may_be_family_names(values: Sequence[str]) -> bool:
    """Tell whether values are words with a capital, one to four, mostly different: family names, beside given ones."""
    return bool(values) and _share(values, _is_words) >= _MOST and len(set(values)) > 0.2 * len(values)


def counts_up(values: Sequence[str]) -> bool:
    """Tell whether values are the numbers of rows, one after the other."""
    numbers = [int(value) for value in values if value.isdecimal() and len(value) < 9]
    steps = sum(b - a == 1 for a, b in pairwise(numbers))
    return len(numbers) >= _MOST * len(values) and len(numbers) > 1 and steps >= 0.8 * (len(numbers) - 1)


def name_order(values: Sequence[str]) -> str:
    """Return how names in one cell are ordered: a comma, capitals, or well-known given names at one end show it."""
    commas = sum("," in value for value in values)
    if values and commas >= 0.6 * len(values):
        return "family_first"
    first = last = 0
    for words in (re.split(r"[\s,]+", name) for value in values for name in named_in(value).names):
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


def _tells_answers(values: Sequence[str]) -> bool:
    """Whether some values answer what no status tells: not held, unknown, duplicate."""
    return any(folded(value) not in statuses() for value in set(values))


def _is_name(value: str) -> bool:
    """A whole name of two words or more, after numbering, with or without others beside it."""
    if len(value) > 80 or not any(c.isalpha() for c in value):
        return False
    return any(_NAME.fullmatch(name) is not None and name != name.lower() for name in named_in(value).names)


def _is_words(value: str) -> bool:
    words = value.split()
    return (
        1 <= len(words) <= 4
        and all(word[0].isalpha() and not any(map(str.isdigit, word)) for word in words)
        and (value[0].isupper() or not value.islower())
    )


def _are_given(values: Sequence[str]) -> bool:
    """Given names alone: the first word is a common one, and so is the second where there are two."""
    share = _share(values, lambda value: all(folded(word) in _given() for word in value.split()[:2]))
    return share >= 0.6 and _share(values, _is_words) >= _MOST


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
