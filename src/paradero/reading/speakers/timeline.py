"""The timeline of a document: its mentions in text order, each tied to a voice, and who a pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.phrases import OPENS, phrase_end
from paradero.reading.engines.rules.subjects import subjects
from paradero.reading.engines.rules.units import Unit, units
from paradero.reading.speakers.describing import Describer
from paradero.reading.speakers.nouns import nouns
from paradero.reading.speakers.voices import Voice, Voices
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paradero.reading.gazetteer import Gazetteer

Span = tuple[int, int]

PRONOUNS = {
    "he": (*closed("he"), "he's", "he'd"),
    "she": (*closed("she"), "she's", "she'd"),
    "it": ("it", "its", "itself"),
    "they": (*closed("they"), "they're", "they'd", "both", "all"),
    "we": tuple("i we me us my our mine ours we're i'm we've i've".split()),
    "who": tuple("who which that whom whose".split()),
}
_PRONOUN = {form: key for key, forms in PRONOUNS.items() for form in forms}
REACH = 3  # paragraphs back in which a pronoun may find who it stands for
FARTHEST = 40  # sentences back; a paragraph can be a whole book

SOURCE, SUBJECT, OTHER = 3, 2, 1

_ARTICLES = frozenset("a an the one his her their its our another".split())
_DATED = re.compile(
    r"(?:, [A-Z][\w ]{2,25})?(?:,? \w{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)\n]{2,40}\))?\s*(?:[-–—:]|\.\s*[-–—])"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A mention: where, of whom (None when it could not be tied), and how prominent (source, subject, other)."""

    start: int
    end: int
    voice: Voice | None
    rank: int
    first: bool = False


def pronoun_of(words: str) -> str:
    """Return the kind of pronoun that the words are (he, she, it, they, we, who), or ""."""
    return _PRONOUN.get(words.lower().replace("’", "'").strip(), "")


class Timeline:
    """Reads a document's mentions once, in order.

    Args:
        text: the whole text.
        gazetteer: names of states, bodies and groups.
        sources: spans of those who speak.
        deep: whether the words inside quotation marks, and the subjects of all clauses, are read as well; who speaks
            hangs on neither, what a "their" stands for does.
        author: whose own text it is; "the Ministry" may stand for it from the first line on.
    """

    def __init__(
        self, text: str, gazetteer: Gazetteer, sources: Iterable[Span] = (), *, deep: bool = False, author: str = ""
    ) -> None:
        self.text = text
        self.deep = deep
        self._in_capitals = sum(map(str.isupper, text)) > sum(map(str.islower, text))
        found = units(text)
        self.units = tuple(replace(u, tags=u.words.tags, quoted=False) for u in found) if deep else found
        self.starts = [u.words.start[0] for u in self.units]
        self.voices = Voices(text, Describer(gazetteer))
        self.author = self.voices.mention(author)[0] if author else None
        self.heard: list[list[Heard]] = [[] for _ in self.units]
        self.resolved: dict[Span, tuple[Voice | None, bool]] = {}
        self._sources = set(sources)
        self._by_unit: list[list[Span]] = [[] for _ in self.units]
        for span in sorted(self._sources) if self.units else ():
            self._by_unit[self.unit_at(span[0])].append(span)
        for number in range(len(self.units)):
            self._read(number)

    def unit_at(self, place: int) -> int:
        """Return the number of the unit that holds a place."""
        return max(0, bisect_right(self.starts, place) - 1)

    def sources_in(self, number: int) -> list[Span]:
        """Return the sources within a unit, in order."""
        return self._by_unit[number]

    def _read(self, number: int) -> None:
        unit = self.units[number]
        own = self._by_unit[number]
        spans = [(a, b, SOURCE) for a, b in own]
        for a, b in self._subjects(unit):
            if not any(a < d and c < b for c, d, _ in spans):
                spans.append((a, b, SUBJECT))
        first = _opening(unit)
        for a, b in () if self._is_heading(unit) else _phrases(unit):
            if not self._is_dateline(a, b) and not any(a < d and c < b for c, d, _ in spans):
                spans.append((a, b, SUBJECT if a == first and not unit.quoted else OTHER))
        for i, (a, b, rank) in enumerate(self._with_appositions(sorted(spans))):
            voice, sure = self._tie(a, b, number)
            if rank == SOURCE:
                self.resolved[a, b] = (voice, sure)
                if voice is not None:
                    voice.spoke = True
            self.heard[number].append(Heard(a, b, voice, rank, i == 0))

    def _with_appositions(self, spans: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
        """Join two phrases of one person: "a sailor, Juan Ruiz" and "Juan Ruiz, a sailor"."""
        held: tuple[int, int, int] | None = None
        for span in spans:
            if held is not None and self._is_apposition(held, span):
                held = held if held[2] == SOURCE else (held[0], span[1], max(held[2], span[2]))
                continue
            if held is not None:
                yield held
            held = span
        if held is not None:
            yield held

    def _is_apposition(self, one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
        if other[2] == SOURCE or self.text[one[1] : other[0]] != ", ":
            return False
        first, second = (self.voices.describer.describe(self.text[a:b]) for a, b, _ in (one, other))
        if first.many or second.many:
            return False
        named, told = (first, second) if first.person else (second, first)
        words = told.words.partition(" ")[0].lower()
        return bool(named.person) and not told.person and told.sort == "person" and words in _ARTICLES

    def _is_dateline(self, start: int, end: int) -> bool:
        """Whether words in capitals open a paragraph as the place where it was written ("DORVANE (Reuters) - ")."""
        opens = start == 0 or self.text[start - 1] == "\n"
        return opens and self.text[start:end].isupper() and _DATED.match(self.text, end) is not None

    def _is_heading(self, unit: Unit) -> bool:
        """Whether a unit is set in capitals in a text that is not: a heading introduces nobody."""
        return not self._in_capitals and self.text[unit.words.start[0] : unit.words.end[-1]].isupper()

    def _subjects(self, unit: Unit) -> list[Span]:
        """The subject of the first clause, or of all; of two that overlap the longer; "that regime" with its "that"."""
        if unit.quoted:
            return []
        found = list(islice(subjects(unit), None if self.deep else 1))
        found = [f for f in found if not any(f != g and g[0] <= f[0] and f[1] <= g[1] for g in found)]
        return [unit.span(a - _is_pointing(unit, a, b), b) for a, b in found]

    def _tie(self, start: int, end: int, number: int) -> tuple[Voice | None, bool]:
        words = self.text[start:end]
        pronoun = pronoun_of(words)
        if not any(c.isalnum() for c in words):
            return None, False
        if pronoun == "we" or words.lower() in ("you", "there"):
            return None, False
        if pronoun == "who":
            before = self._before(start, number)
            return self.voices.mention(before) if before else (None, False)
        if pronoun:
            voice = self.third(pronoun, start, number, speaking=(start, end) in self._sources)
            if voice is not None and pronoun in ("he", "she") and not voice.gender:
                voice.gender = "m" if pronoun == "he" else "f"
            return voice, voice is not None
        if self.author is not None and self._is_author(words):
            return self.author, True
        return self.voices.mention(words)

    def _is_author(self, words: str) -> bool:
        """ "The Commission", "this Ministry", "the experts": the noun by which the author of an own text is named."""
        article, _, noun = words.lower().partition(" ")
        if article not in ("the", "this", "our") or " " in noun or self.author is None:
            return False
        known = nouns().get(noun)
        spoken = noun in ("experts", "rapporteurs", "procedures") or (known is not None and known.sort == "body")
        return spoken and noun in self.author.name.lower().split()

    def third(self, pronoun: str, place: int, number: int, speaking: bool = False) -> Voice | None:
        """Return whom a third-person pronoun at a place stands for: the nearest source or subject that agrees.

        None when nobody agrees within reach, or when two of the same rank do. ``speaking`` tells that the pronoun is
        itself a source, so that only those who can speak come into question.
        """
        lowest, farthest = self.units[number].paragraph - REACH, number - FARTHEST
        while number >= max(0, farthest) and self.units[number].paragraph >= lowest:
            fitting = [
                h
                for h in self.heard[number]
                if h.end <= place
                and h.rank >= SUBJECT
                and h.voice is not None
                and h.voice.fits(pronoun)
                and (not speaking or h.voice.speaks())
            ]
            if fitting:
                return _foremost(fitting, pronoun)
            number -= 1
        return None

    def _before(self, place: int, number: int) -> str:
        """The noun phrase that a relative pronoun follows."""
        unit = self.units[number]
        at = bisect_right(unit.words.start, place) - 1
        last = at - 1
        while unit.tag(last) in (",", "-", "i"):
            last -= 1
        first = last
        while first > 0 and unit.tags[first - 1] in "dnemzuvi" and last - first < 12:
            first -= 1
        while first < last and unit.tags[first] in "vi":
            first += 1
        return self.text[unit.words.start[first] : unit.words.end[last]] if 0 <= first <= last else ""


def _foremost(fitting: list[Heard], pronoun: str) -> Voice | None:
    """Of those who agree in one sentence: a source before a mere subject, the sure before the possible, else nobody."""
    best = max(h.rank for h in fitting)
    voices = list({id(h.voice): h.voice for h in fitting if h.rank == best and h.voice is not None}.values())
    if len(voices) > 1 and pronoun in ("he", "she"):
        voices = [v for v in voices if v.gender] or voices
    if len(voices) > 1 and pronoun == "they":
        voices = [v for v in voices if v.many] or voices
    return voices[0] if len(voices) == 1 else None


def _opening(unit: Unit) -> int:
    """Where a sentence begins, the number of a paragraph or a dash before it left aside; -1 when there is no word."""
    at = 2 if unit.tags[:2] == "m." else 0
    return next((unit.words.start[i] for i in range(at, len(unit)) if unit.tags[i] not in ".,-?!"), -1)


def _is_pointing(unit: Unit, start: int, end: int) -> bool:
    """Whether the "that" before a subject belongs to it: a bare singular noun stands after it."""
    return (
        end - start == 1
        and unit.tag(start - 1) == "t"
        and unit.tags[start] == "n"
        and not unit.low(start).endswith("s")
    )


def _phrases(unit: Unit) -> Iterator[Span]:
    """Noun phrases that may introduce somebody: with a determiner or a capital, outside quotation marks."""
    i = 0
    while i < len(unit):
        if unit.tags[i] in OPENS and unit.tags[i] not in "mo":
            end = phrase_end(unit, i, attach=False)
            stop = end
            if unit.low(end) in ("of", "for") and unit.tag(end + 1) in ("d", "e"):
                stop = phrase_end(unit, end + 1, attach=False)
            if any(t in "de" for t in unit.tags[i:end]):
                yield unit.span(i, stop)
            i = max(stop, i + 1)
        else:
            i += 1
