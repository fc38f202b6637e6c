"""Holders: the fullest words that a pronoun or a definite noun in any role stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.phrases import OPENS, phrase_end
from paradero.reading.speakers.describing import Describer
from paradero.reading.speakers.nouns import listed, nouns
from paradero.reading.speakers.timeline import FARTHEST, REACH, Timeline, pronoun_of
from paradero.text.en.words import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.reading.gazetteer import Gazetteer
    from paradero.reading.speakers.voices import Voice

Span = tuple[int, int]


class Holders:
    """Answers what a pronoun or a definite noun of a document stands for.

    Args:
        text: the whole text.
        gazetteer: names of states, bodies and groups.
        sources: spans of known speakers, when at hand; they are preferred over other subjects.
    """

    def __init__(self, text: str, gazetteer: Gazetteer, sources: Iterable[Span] = ()) -> None:
        self.text = text
        self._gazetteer, self._sources = gazetteer, tuple(sources)
        self._describer = Describer(gazetteer)

    @cached_property
    def _timeline(self) -> Timeline:
        """Read only when somebody asks for words that may stand for others."""
        return Timeline(self.text, self._gazetteer, self._sources, deep=True)

    def antecedent(self, start: int, end: int) -> str:
        """Return the fullest words of the document for the words at a place.

        Args:
            start, end: offsets of a pronoun ("their") or definite noun ("that regime", "the men").

        Returns:
            The fuller words, exactly as another place of the text has them or as a canonical name; "" when the words
            are full already, fit nobody, or fit several alike.
        """
        words = " ".join(self.text[start:end].split())
        if _OWNED.match(words) or (words.lower() in _POINTING and _WHICH.match(self.text, end)):
            return ""
        pronoun = pronoun_of(words)
        if not pronoun:
            said = self._describer.describe(words)
            if not (said.definite or said.person):
                return ""
        number = self._timeline.unit_at(start)
        if pronoun in ("he", "she", "it", "they"):
            voice = self._timeline.third(pronoun, start, number)
            sure = voice is not None and not (pronoun == "they" and self._holds_another(voice.name))
            return self._fuller(voice.name, words) if voice is not None and sure else ""
        if pronoun:
            return ""
        return self._fuller(self._by_noun(words, start, number), words)

    def _holds_another(self, name: str) -> bool:
        """Whether the phrase itself holds a second group that "they" may as well be ("lawyers for the women")."""
        inner = [self._timeline.voices.describer.describe(m[1]) for m in _INNER.finditer(name)]
        return any(said.many and said.sort in ("collective", "") for said in inner)

    def _by_noun(self, words: str, start: int, number: int) -> str:
        said = self._timeline.voices.describer.describe(words)
        if said.person:
            voice, _ = self._timeline.voices.mention(words)
            return voice.name if voice is not None else ""
        classes = listed("body", "states") if said.head in listed("body", "states") else frozenset({said.head})
        names: set[str] = set()
        before = self._named_before(classes, said.many, start)
        for name in (self._timeline.voices.part(voice, said).name for voice in before):
            if name.lower() != words.lower() and not _POINTS.match(name):
                names.add(name)
            if len(names) > 1:
                return ""
        return names.pop() if names else self._people(said.head, said.many, start, number)

    def _named_before(self, heads: Iterable[str], many: bool, start: int) -> Iterator[Voice]:
        """Those who were told of before a place by one of some nouns."""
        for head in heads:
            for ended, voice in self._by_head.get((head, many), ()):
                if ended > start:
                    break
                yield voice

    @cached_property
    def _by_head(self) -> dict[tuple[str, bool], list[tuple[int, Voice]]]:
        """Noun, and whether it means several -> where each voice it was used of was first told of, in order."""
        first: dict[Voice, int] = {}
        heard = ((h.end, h.voice) for of_unit in self._timeline.heard for h in of_unit if h.voice is not None)
        for end, voice in heard:
            first[voice] = min(end, first.get(voice, end))
        found: dict[tuple[str, bool], list[tuple[int, Voice]]] = defaultdict(list)
        for voice, end in sorted(first.items(), key=lambda told: told[1]):
            for head in voice.heads:
                found[head, voice.many].append((end, voice))
        return found

    def _people(self, head: str, many: bool, start: int, number: int) -> str:
        """ "the men" after "ten soldiers": the one group of people counted or named just before."""
        noun = nouns().get(head)
        if not many or noun is None or noun.sort not in ("person", "collective"):
            return ""
        lowest, farthest = self._timeline.units[number].paragraph - REACH, number - FARTHEST
        while number >= max(0, farthest) and self._timeline.units[number].paragraph >= lowest:
            groups = [g for g in self._groups(number, start) if g]
            if groups:
                return groups[0] if len(set(groups)) == 1 else ""
            number -= 1
        return ""

    def _groups(self, number: int, start: int) -> list[str]:
        """Counted groups of people in a sentence: a number, then a plural of people or a nationality."""
        unit = self._timeline.units[number]
        found = []
        last = bisect_left(unit.words.start, start)
        i = 0
        tags = unit.words.tags
        while i < last:
            counted = tags[i] == "m" or (tags[i] in "dn" and unit.words.low[i] in _COUNTS)
            if counted and i + 1 < last and tags[i + 1] in OPENS:
                end = phrase_end(unit, i, attach=False) if unit.tags[i] != "Q" else _plain_end(tags, i)
                final = unit.words.low[end - 1]
                if end > i + 1 and (self._is_people(final)):
                    found.append(self.text[unit.words.start[i] : unit.words.end[end - 1]])
                i = max(end, i + 1)
            else:
                i += 1
        return found

    def _is_people(self, word: str) -> bool:
        noun = nouns().get(word)
        if noun is not None:
            return noun.sort == "collective"
        return word.endswith("s") and self._timeline.voices.describer.gazetteer.people(word) is not None

    def _fuller(self, name: str, words: str) -> str:
        return name if name.lower() != words.lower() else ""


_INNER = re.compile(r"\b(?:of|for) ((?:the|these|those|many of the|some of the|his|her) [^,]+?)(?= and |,|$)")
_POINTS = re.compile(r"(?:that|this|these|those|its|his|her|their|our|my)\b", re.IGNORECASE)
# "Our men" and "its citizens" are named by whose they are; "those who are still held" by what follows.
_OWNED = re.compile(r"(?:our|my|your|their|his|her|its) \w", re.IGNORECASE)
_POINTING = frozenset("those these that they he she".split())
_WHICH = re.compile(
    r"\s+(?:who|whom|which|that|whose)\b"
    r"|\s+(?!were|had|did|could|would|said)\w+(?:ed|en)\s+(?:in|by|at|from|on)\b"
)
_COUNTS = NUMBER_WORDS - set("one thousand million millions billion dozen score scores".split())


def _plain_end(tags: str, at: int) -> int:
    end = at
    while end < len(tags) and tags[end] in "dnem":
        end += 1
    return end
