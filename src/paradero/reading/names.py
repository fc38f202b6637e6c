"""Personal names inside a stretch of text: runs of capitalised words that are no place, body, people or title."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from paradero.reading.acts.lexicon import nouns
from paradero.text.en.words import closed, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.reading.gazetteer import Gazetteer

_CAPITALISED = r"[^\W\d_a-z][\w’'-]*\.?"
_PARTICLES = r"(?:de la|de los|de|del|la|al|el|bin|ibn|van|von|da|dos|y)"
_RUN = re.compile(rf"{_CAPITALISED}(?:\s+{_PARTICLES}(?=\s+[^\W\d_a-z])|\s+{_CAPITALISED})+")
_OWNERS = ("'s", "’s", "'S", "’S")  # "Carmen Lugo's husband": somebody else is meant
_TITLES = frozenset(
    """mr mrs ms dr sir lord lady president minister secretary general colonel captain lieutenant sergeant judge justice
    senator deputy governor mayor king queen prince father sister brother bishop imam sheikh professor reporter
    journalist
    commander ambassador chief police prime foreign interior defence defense immigration home finance health information
    vice deputy-president spokesman spokeswoman spokesperson lawyer activist""".split()
)


def person_names(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the personal names in ``text[start:end]``, in order, without titles.

    Args:
        text: the whole text.
        start, end: the stretch.
        gazetteer: what is named there as a place, body or people is no person.
    """
    taken = [(f.start, f.end) for f in gazetteer.find(text, start, end)]
    names = []
    for match in _RUN.finditer(text, start, end):
        if any(match.start() < e and s < match.end() for s, e in taken) or match[0].endswith(_OWNERS):
            continue
        for words in _in_capitals(match[0].split()) if match[0].isupper() else (match[0].split(),):
            name = list(itertools.dropwhile(_is_title, words))
            if len(name) > 1:
                names.append(" ".join(name))
    return tuple(names)


def _in_capitals(words: list[str]) -> Iterator[list[str]]:
    """Yield the runs of words that English has no other use for: nothing else marks a name in capitals."""
    for ordinary, run in itertools.groupby(words, _is_ordinary):
        if not ordinary:
            yield list(run)


def _is_ordinary(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return _is_title(bare) or bare in verb_forms() or any(bare in words for words in _ordinary_words())


@cache
def _ordinary_words() -> tuple[frozenset[str], ...]:
    classes = (closed(name) for name in ("preposition", "coordinator", "pronoun", "relative", "subordinator", "adverb"))
    return (*classes, *(nouns(name) for name in ("person", "custody", "officials", "places", "things", "bases")))


def _is_title(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in _TITLES or bare in closed("determiner") or bare in closed("adjective")
