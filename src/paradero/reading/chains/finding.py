"""Finding the people that a text mentions: counted groups, names, and nouns with an article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.acts.lexicon import nouns as custody_nouns
from paradero.reading.chains.mention import described
from paradero.reading.names import person_names
from paradero.reading.speakers.nouns import noun_of
from paradero.text.en.months import MONTHS, WEEKDAYS
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
_MORE = frozenset(
    """patient patients lad lads baby babies pupil pupils sailor sailors pilot pilots cook cooks
    tailor tailors musician musicians stranger strangers defendant defendants suspect suspects convict convicts
    writer writers poet poets singer singers pensioner sister""".split()
)
_TITLES = frozenset("mr mrs ms miss dr prof madam capt supt".split())
_NO_NAMES = frozenset(
    """in on at by from to for of after before since until when while as if but and or not we our you your it its he she
    they this that these those there here then now no yes nobody everyone today yesterday tomorrow""".split()
) | frozenset((*MONTHS, *WEEKDAYS))
_OPERATORS = frozenset("than least about around nearly almost roughly approximately over up to fewer less only".split())
_NUMBERS = number_heads() | frozenset("hundreds dozens scores thousands".split())
_FARTHEST = 6  # words from the noun back to its article or number
_CAPITAL = r"[A-ZÀ-ÞŠŽČĆŁ][\w’'-]*"
# A full stop inside a name stands behind a title or an initial.
_LINK = r"(?:(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\bMrs)\.|(?<=\bProf)\.|(?<=\bCapt)\.|(?<=\bSupt)\.)?"
_RUN = re.compile(rf"(?<!\w){_CAPITAL}{_LINK}(?: (?:(?:de la|de|del|al|bin|ibn|van|von|da) )?{_CAPITAL}{_LINK})+")
# "Mamdouh, a tailor of 27," and "Farida, 31,": a lone name that an apposition or an age shows to be one.
_PRESENTED = re.compile(rf"(?<![\w.] )\b({_CAPITAL}), (?:an? (?:\w+ ){{1,5}}\w+,|\d\d,|\d\d-year-old)")
# "Patigul told us", "her husband Sajib sold": a lone capital before a verb or behind a noun for a relative.
_LONE = re.compile(
    rf"(?<![\w.’'-] )(?<![\w-])({_CAPITAL})"
    r"(?= (?:said|says|told|tells|was|had|has|is|did|went|came|saw|heard|got|lives|writes|who)\b)"
    rf"|(?<=\bhusband )({_CAPITAL})|(?<=\bbrother )({_CAPITAL})|(?<=\bson )({_CAPITAL})|(?<=\bher )({_CAPITAL})"
)
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|them|their)\b", re.IGNORECASE)


def find(text: str, gazetteer: Gazetteer, concerned: Iterable[Span]) -> list[Mention]:
    """Return the mentions of people in a text in order; of two that overlap the one of whom an act is told.

    Args:
        text: the whole text.
        gazetteer: names of peoples, places and bodies.
        concerned: spans of the people of whom acts of custody are told, pronouns among them.
    """
    told = sorted(set(concerned))
    mentions = [described(text, start, end, gazetteer, concerned=True) for start, end in told]
    found = {*_nouns(text, gazetteer), *_names(text, gazetteer), *(m.span() for m in _PRONOUN.finditer(text))}
    spans = sorted(found, key=lambda s: (s[0], -s[1]))
    several = {(m.start, m.end) for m in mentions if m.many and m.number is None and " and " in m.words}
    taken, reached = iter(told), 0
    upcoming = next(taken, None)
    for start, end in spans:
        while upcoming is not None and upcoming[1] <= start:
            upcoming = next(taken, None)
        inside = upcoming is not None and upcoming[0] < end
        if start < reached or (inside and upcoming not in several):
            continue
        reached = end
        mentions.append(described(text, start, end, gazetteer, concerned=inside))
    return sorted(mentions, key=lambda m: (m.start, m.end))


def _nouns(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """Nouns for people with the article or number before them; a bare plural alone."""
    before: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if before and text[before[-1].end() : match.start()].strip("-") != " ":
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
    return known or word in _MORE or word in custody_nouns("custody") or word in custody_nouns("person")


def _names(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    for match in _RUN.finditer(text):
        words = match[0].lower().split()
        named = words[0].rstrip(".") in _TITLES or person_names(text, match.start(), match.end(), gazetteer)
        if named and not any(w.rstrip(".,") in _NO_NAMES for w in words):
            yield match.span()
    for match in _PRESENTED.finditer(text):
        if match[1].lower() not in _NO_NAMES and gazetteer.entry(match[1]) is None:
            yield match.span(1)
    for match in _LONE.finditer(text):
        name = match[match.lastindex or 1]
        word = name.lower()
        known = word in _NO_NAMES or word in _DETERMINERS or noun_of(word) is not None
        if not known and gazetteer.entry(name) is None and gazetteer.people(name) is None:
            yield match.span(match.lastindex or 1)
