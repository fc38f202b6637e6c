"""Finding the people that a text mentions: counted groups, names, and nouns with an article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.acts.lexicon import nouns as custody_nouns
from paradero.reading.chains.mention import described
from paradero.reading.names import person_names
from paradero.reading.speakers.nouns import noun_of
from paradero.text.en.number_words import number_heads
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.reading.chains.mention import Mention
    from paradero.reading.gazetteer import Gazetteer

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_][\w’'-]*")
_DETERMINERS = frozenset(
    """a an the this that these those his her their its our my your another one no every each some many several both all
    most few other more""".split()
)
_OPERATORS = frozenset("than least about around nearly almost roughly approximately over up to fewer less only".split())
_NUMBERS = number_heads() | frozenset("hundreds dozens scores thousands".split())
_FARTHEST = 6  # words from the noun back to its article or number
_RUN = re.compile(r"[A-ZÀ-ÞŠŽČĆŁ][\w’'-]*\.?(?:\s+(?:de la|de|del|al|bin|ibn|van|von|da)?\s?[A-ZÀ-ÞŠŽČĆŁ][\w’'-]*\.?)+")


def find(text: str, gazetteer: Gazetteer, concerned: Iterable[Span]) -> list[Mention]:
    """Return the mentions of people in a text in order; of two that overlap the one of whom an act is told.

    Args:
        text: the whole text.
        gazetteer: names of peoples, places and bodies.
        concerned: spans of the people of whom acts of custody are told, pronouns among them.
    """
    told = sorted(set(concerned))
    mentions = [described(text, start, end, gazetteer, concerned=True) for start, end in told]
    spans = sorted({*_nouns(text, gazetteer), *_names(text, gazetteer)}, key=lambda s: (s[0], -s[1]))
    taken, reached = iter(told), 0
    upcoming = next(taken, None)
    for start, end in spans:
        while upcoming is not None and upcoming[1] <= start:
            upcoming = next(taken, None)
        if start < reached or (upcoming is not None and upcoming[0] < end):
            continue
        reached = end
        mentions.append(described(text, start, end, gazetteer))
    return sorted(mentions, key=lambda m: (m.start, m.end))


def _nouns(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """Nouns for people with the article or number before them; a bare plural alone."""
    before: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if before and not text[before[-1].end() : match.start()].strip("-") == " ":
            before.clear()
        word = match[0].lower()
        if _is_people(word) or (word.endswith("s") and match[0][0].isupper() and gazetteer.people(match[0])):
            start = _opening(before)
            if start is not None:
                yield start, match.end()
        before.append(match)
        del before[:-_FARTHEST]


def _opening(before: list[re.Match[str]]) -> int | None:
    """Where the article or number before a noun stands; None when there is none near."""
    start = None
    for match in reversed(before):
        word = match[0].lower()
        if word in _DETERMINERS or word in _NUMBERS or word[0].isdigit() or (start is not None and word in _OPERATORS):
            start = match.start()
        elif start is not None or word in closed("preposition") or word in closed("pronoun") or word in closed("be"):
            break
    return start


@lru_cache(maxsize=8192)
def _is_people(word: str) -> bool:
    noun = noun_of(word)
    known = noun is not None and noun.sort in ("person", "collective") and word not in _DETERMINERS
    return known or word in custody_nouns("custody") or word in custody_nouns("person")


def _names(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    for match in _RUN.finditer(text):
        if person_names(text, match.start(), match.end(), gazetteer):
            yield match.span()
