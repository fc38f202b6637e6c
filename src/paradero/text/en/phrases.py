"""Noun phrases and verb groups over tagged words, in one left-to-right pass.

A chunk is a base noun phrase ("all the Venezuelan nationals"), a verb group ("had not been freed") or a single word of
another class. What hangs on what is worked out by ``paradero.text.en.clauses``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.text.en.months import CALENDAR
from paradero.text.en.quantities import CENTURIES, counted_out, others, quantity
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.text.en.tags import Word

_IN_PHRASE = frozenset({"DET", "NUM", "ADJ", "NOUN", "NAME", "POSS"})
_HEADS = frozenset({"NUM", "NOUN", "NAME", "PRON"})
_APPROXIMATING = frozenset("about around nearly almost roughly approximately over under".split())
_DAYTIMES = frozenset(
    "dawn daybreak sunrise noon midday sunset dusk nightfall midnight christmas easter ramadan".split()
)
# Nouns that a number follows as a name: "flight 907", "cell 12".
_NUMBERED = frozenset(
    """flight article section rule room cell block camp ward page phase chapter law case order resolution decree
    number no
    perm unit wing gate convoy battalion brigade regiment division platform paragraph annex line zone area
    group""".split()
)
_STAND_ALONE = frozenset(
    """this that these those all both some many most few several none each either neither any half
    more such""".split()
)


@dataclass(frozen=True)
class Chunk:
    """A stretch of words of one kind.

    Attributes:
        kind: ``NP``, ``VG``, or the tag of a single word.
        first, last: indices of its words in the sentence, both included.
        words: the words themselves.
    """

    kind: str
    first: int
    last: int
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Character offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Character offset after the last word."""
        return self.words[-1].end

    @cached_property
    def head(self) -> Word:
        """The noun of a noun phrase, the main verb of a verb group."""
        if self.kind == "VG":
            return next((w for w in reversed(self.words) if w.tag == "VERB"), self.words[-1])
        return next((w for w in reversed(self.words) if w.tag in _HEADS), self.words[-1])

    def has(self, *lowers: str) -> bool:
        """Tell whether one of these words is in it."""
        return any(w.lower in lowers for w in self.words)

    def tagged(self, *tags: str) -> bool:
        """Tell whether a word of one of these classes is in it."""
        return any(w.tag in tags for w in self.words)

    @cached_property
    def passive(self) -> bool:
        """A participle after a form of "be" or "get": "was freed", "got arrested", "has been held"."""
        before = [w for w in self.words if w.end <= self.head.start]
        carried = any(w.lower in closed("be") | closed("get") for w in before) and "having" not in self.head.lower
        return self.kind == "VG" and carried and self.head.is_form("part") and not self.head.lower.endswith("ing")

    @cached_property
    def reduced(self) -> bool:
        """A bare participle or past form with no auxiliary: "held" in "those held in Venezuela"."""
        return self.kind == "VG" and self.head.is_form("part", "past") and not self.tagged("AUX", "MODAL", "TO")

    @cached_property
    def infinitive(self) -> bool:
        """Opens with "to"."""
        return self.kind == "VG" and self.words[0].tag == "TO"

    @cached_property
    def gerund(self) -> bool:
        """An -ing form with no auxiliary."""
        return self.kind == "VG" and self.words[0].lower.endswith("ing") and self.words[0].tag in ("VERB", "AUX")

    @cached_property
    def finite(self) -> bool:
        """Neither infinitive nor gerund; a bare participle counts as finite here, see ``reduced``."""
        return self.kind == "VG" and not self.infinitive and not self.gerund

    @cached_property
    def negated(self) -> bool:
        """Holds "not", "never", "no longer", "have yet to"."""
        return self.tagged("NEG") or self.has("hardly", "barely", "no") or (self.has("yet") and self.tagged("TO"))


def chunks(words: Sequence[Word]) -> tuple[Chunk, ...]:
    """Cut the tagged words of a sentence into chunks, in order, none left out."""
    out: list[Chunk] = []
    i = 0
    while i < len(words):
        kind, stop = _chunk_at(words, i)
        out.append(Chunk(kind, i, stop - 1, tuple(words[i:stop])))
        i = stop
    return tuple(out)


def _chunk_at(words: Sequence[Word], i: int) -> tuple[str, int]:
    stop = _noun_phrase(words, i)
    if stop > i:
        return "NP", stop
    stop = _verb_group(words, i)
    if stop > i:
        return "VG", stop
    return ("SUB" if _opens_clause(words, i) else words[i].tag), i + 1


def _opens_clause(words: Sequence[Word], i: int) -> bool:
    """A preposition that opens a clause: "as he boards", "after the president invoked"."""
    if words[i].lower not in ("as", "after", "before", "since", "until", "till", "once"):
        return False
    j = _noun_phrase(words, i + 1) if i + 1 < len(words) else i + 1
    if all(w.tag == "NUM" or w.lower in CALENDAR | _DAYTIMES for w in words[i + 1 : j]):
        return False  # "since May", "after 2019", "before dawn": a time and no subject
    while j + 1 < len(words) and words[j].lower == "of" and _noun_phrase(words, j + 1) > j + 1:
        j = _noun_phrase(words, j + 1)
    while j < len(words) and words[j].tag == "ADV":
        j += 1
    return (
        j > i + 1 and j < len(words) and words[j].tag in ("VERB", "AUX", "MODAL") and not words[j].lower.endswith("ing")
    )


def _noun_phrase(words: Sequence[Word], i: int) -> int:
    """Return the index after the noun phrase that opens at i, or i when none does."""
    if words[i].tag == "PRON":
        return i + 1
    if _predicative(words, i):
        return i
    start = quantity(words, i)
    j = start
    while j < len(words) and (
        words[j].tag in _IN_PHRASE
        or _quoted_inside(words, start, j)
        or _joined(words, j)
        or (j > start and others(words, j))
        or counted_out(words, start, j)
    ):
        if (
            words[j].tag == "DET"
            and j > start
            and words[j].lower not in ("the", "other", "such", "their", "its", "his")
            and words[j - 1].lower != "half"
        ):
            break
        if j > start and _behind_noun(words, j):
            break
        if j > start and (_begins_anew(words[j - 1], words[j]) or _after_year(words, start, j)):
            break
        j += 1
    while j > start and words[j - 1].tag in ("QUOTE", "POSS") and not _quote_open(words, start, j):
        j -= 1
    if any(w.tag in ("NUM", "NOUN", "NAME") for w in words[start:j]):
        return j
    if j > start and words[start].lower in _STAND_ALONE and words[start].tag == "DET":
        return j
    return j if j > start and words[start].tag == "DET" and words[j - 1].tag == "ADJ" else i


def _predicative(words: Sequence[Word], i: int) -> bool:
    """ "Shot dead two men", "set free the crew": an adjective before a determiner belongs to the verb."""
    if words[i].tag != "ADJ" or i + 1 >= len(words):
        return False
    return words[i + 1].tag == "DET" or (words[i].lower in ("dead", "alive", "free") and words[i + 1].tag == "NUM")


def _behind_noun(words: Sequence[Word], j: int) -> bool:
    """ "Found the warden guilty": an adjective behind the noun is a predicate, unless another noun follows it."""
    closing = j + 1 >= len(words) or words[j + 1].tag not in _IN_PHRASE
    return words[j].tag == "ADJ" and words[j - 1].tag in ("NOUN", "NAME") and words[j].text[0].islower() and closing


def _begins_anew(before: Word, word: Word) -> bool:
    """A second noun phrase right after the first: "handed the consul two men", "in March Chad expelled"."""
    if word.tag == "DET" or word.lower in ("last", "next", "earlier"):
        return before.tag in ("NOUN", "NAME", "POSS", "NUM")
    if word.lower in _APPROXIMATING:  # in capitals: "BY NOON ROUGHLY 1,300"
        return before.tag in ("NOUN", "NAME")
    if word.lower == "go":
        return before.tag == "NUM"  # "let 173 go": no noun that anybody counts
    if word.tag == "NUM" and before.tag in ("NOUN", "NAME") and before.lower not in CALENDAR:
        return word.text.isalpha() or (before.tag == "NOUN" and before.lower not in _NUMBERED)
    if before.lower in CALENDAR and word.tag == "NUM" and word.text.isalpha():
        return True  # "in June forty came home"
    if before.lower in CALENDAR and word.tag == "NUM" and word.text.isdigit():
        return int(word.text) > 31 and len(word.text) != 4  # "on 28 February 47 of them"
    return before.lower in CALENDAR and word.tag == "NAME"


def _after_year(words: Sequence[Word], start: int, j: int) -> bool:
    """ "In 2023 Chad expelled": a year that opens the phrase, or closes a date, is a phrase of its own."""
    year = words[j - 1]
    opens = j - 1 == start or words[start].tag == "NUM" or words[start].lower in CALENDAR
    dated = words[start].tag in ("NUM", "NAME") and words[j - 2].lower in CALENDAR if j - 2 >= start else False
    follows = words[j].tag == "NAME" or (dated and words[j].tag in ("ADJ", "NOUN", "NUM"))
    return opens and len(year.text) == 4 and year.text.isdigit() and year.text[:2] in CENTURIES and follows


def _quoted_inside(words: Sequence[Word], start: int, j: int) -> bool:
    if words[j].tag != "QUOTE" or j == start:
        return False
    opens = words[j - 1].tag in ("DET", "ADJ", "NUM") and j + 1 < len(words) and words[j + 1].tag in _IN_PHRASE
    return opens or _quote_open(words, start, j)


def _quote_open(words: Sequence[Word], start: int, j: int) -> bool:
    return sum(w.tag == "QUOTE" for w in words[start:j]) % 2 == 1


def _joined(words: Sequence[Word], j: int) -> bool:
    """A comma between adjectives or numbers that still belong to one noun: not handled; "and" inside a name: "Search
    and
    Rescue"."""
    names = 0 < j < len(words) - 1 and words[j - 1].tag == "NAME" and words[j + 1].tag == "NAME"
    return (
        names
        and words[j].lower in ("de", "del", "al", "bin", "van", "von", "la", "el", "&", "of")
        and words[j].lower != "of"
    )


def _verb_group(words: Sequence[Word], i: int) -> int:
    if words[i].tag not in ("AUX", "MODAL", "TO", "VERB", "NEG"):
        return i
    j, verb = i, False
    while j < len(words) and words[j].tag in ("AUX", "MODAL", "TO", "VERB", "NEG", "ADV"):
        tag = words[j].tag
        if tag in ("VERB", "TO", "AUX", "MODAL") and verb:
            break
        if tag == "TO" and j > i and words[j - 1].lower not in closed("be") | closed("have") | {"yet"}:
            break
        verb = verb or tag == "VERB"
        j += 1
    while j > i and words[j - 1].tag == "ADV":
        j -= 1
    return j if any(w.tag in ("AUX", "VERB", "MODAL") for w in words[i:j]) else i
