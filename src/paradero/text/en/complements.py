"""Noun phrases, objects and prepositional phrases of one sentence, by position: what follows a verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.text.en.phrases import Chunk, chunks
from paradero.text.en.tags import tag
from paradero.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = frozenset({";", ":", "—", "–", "(", ")"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with what hangs on it ("members of the gang"), as a stretch of chunks.

    Attributes:
        first, last: indices of its first and last chunk in the sentence.
        start, end: character offsets.
        head: the base noun phrase that it is about.
    """

    first: int
    last: int
    start: int
    end: int
    head: Chunk


@dataclass(frozen=True, slots=True)
class Prepositional:
    """A preposition, or several words that work as one ("in return for"), with its noun phrase."""

    preposition: str
    phrase: Phrase
    start: int


class Complements:
    """One sentence of a text, cut into chunks; every answer is an offset into the whole text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.words = tag(tokens(text, start, end))
        self.chunks = chunks(self.words)

    @cached_property
    def verb_groups(self) -> tuple[int, ...]:
        """Indices of the verb groups among the chunks."""
        return tuple(i for i, c in enumerate(self.chunks) if c.kind == "VG")

    def chunk_at(self, offset: int) -> int | None:
        """Return the index of the chunk that holds a character offset."""
        return next((i for i, c in enumerate(self.chunks) if c.start <= offset < c.end), None)

    def words_of(self, phrase: Phrase) -> str:
        """Return the words of a phrase."""
        return self.text[phrase.start : phrase.end]

    # -- noun phrases ---------------------------------------------------------------------------------------------

    def phrase(self, i: int, *, left: bool = False) -> Phrase:
        """Return the noun phrase at chunk i, grown to the right over "of ..." and, for subjects, to the left over
        it.
        """
        first = self.leftmost(i) if left else i
        last = self.grown(i)
        return Phrase(first, last, self.chunks[first].start, self._end(first, last), self.chunks[first])

    def _end(self, first: int, last: int) -> int:
        return max(self.chunks[first].end, self.chunks[last].end)

    def grown(self, i: int) -> int:
        """Return the last chunk of "X of Y of Z" and "X's Y"."""
        while i + 2 < len(self.chunks) and self.is_word(i + 1, "of") and self.chunks[i + 2].kind == "NP":
            i += 2
        return i

    def leftmost(self, i: int) -> int:
        """Return the first chunk of the phrase whose last noun is chunk i: over prepositions and "and"."""
        joined = False
        while i >= 2 and self.chunks[i - 2].kind == "NP":
            between = self.chunks[i - 1].kind
            if between == "CC" and not self._may_join(i - 2, i):
                break
            if between not in ("PREP", "CC") and not (joined and self.mark(i - 1, ",") and not self._fronted(i - 2)):
                break
            joined = joined or between == "CC"
            i -= 2
        return i

    def _fronted(self, i: int) -> bool:
        """Whether the noun before a comma closes a phrase of time or place: "after nine, A, B and C left"."""
        if i == 0 or self.chunks[i - 1].kind != "PREP" or self.is_word(i - 1, "of"):
            return False
        return i == 1 or self.chunks[i - 2].kind != "NP" or self.chunks[i].head.tag == "NUM"

    def _may_join(self, one: int, other: int) -> bool:
        """Two nouns after a verb or preposition may be its objects, not a joint subject."""
        before = self.chunks[one - 1] if one else None
        return before is None or before.kind not in ("VG",) or self.chunks[other].head.tag == "NAME"

    def is_word(self, i: int, *lowers: str) -> bool:
        """Tell whether chunk i is one word and that word is among these."""
        return 0 <= i < len(self.chunks) and self.chunks[i].words[0].lower in lowers and len(self.chunks[i].words) == 1

    def mark(self, i: int, marks: frozenset[str] | str) -> bool:
        """Tell whether chunk i is one of these punctuation marks."""
        return 0 <= i < len(self.chunks) and self.chunks[i].words[0].text in marks

    # -- object and prepositional phrases -------------------------------------------------------------------------

    def objects(self, k: int) -> tuple[Phrase, ...]:
        """Return the noun phrases right after the verb group at chunk k: none, one, or two ("gave him a list")."""
        i = k + 1
        while i < len(self.chunks) and self.chunks[i].kind in ("ADV", "QUOTE"):
            i += 1
        found: list[Phrase] = []
        while i < len(self.chunks) and self.chunks[i].kind == "NP" and len(found) < 2:
            found.append(self._with_joined(self.phrase(i)))
            i = found[-1].last + 1
        return tuple(found) or self._shared_objects(k)

    def _shared_objects(self, k: int) -> tuple[Phrase, ...]:
        """ "Neither arrested nor charged the men": the object of the second verb is the object of both."""
        second = k + 2
        if second >= len(self.chunks) or self.chunks[k + 1].kind != "CC" or self.chunks[second].kind != "VG":
            return ()
        alike = self.chunks[second].reduced and self.chunks[k].head.is_form("past", "part")
        return self.objects(second) if alike and not self.chunks[k].passive else ()

    def _with_joined(self, phrase: Phrase) -> Phrase:
        """Grow over "and Y" and ", Y, and Z" when no verb follows, so that a list is one object."""
        i = phrase.last
        while (following := self._joined_after(i)) is not None:
            if self.chunks[following].head.tag == "NUM" and phrase.head.head.tag != "NUM":
                break  # "under the act and 101 under ordinary orders"
            grown = self.grown(following)
            after = self._skip_adverbs(grown + 1)
            if after < len(self.chunks) and self.chunks[after].kind == "VG" and self.chunks[after].finite:
                break
            i = grown
        return Phrase(phrase.first, i, phrase.start, self._end(phrase.first, i), phrase.head)

    def _joined_after(self, i: int) -> int | None:
        """The noun phrase after "and", or after a comma in a list that an "and" closes."""
        j = i + 1
        comma = self.mark(j, ",")
        j += comma
        if j < len(self.chunks) and self.chunks[j].kind == "CC" and self.chunks[j].words[0].lower in ("and", "or"):
            j += 1
        elif not comma or not self._list_goes_on(j):
            return None
        return j if j < len(self.chunks) and self.chunks[j].kind == "NP" else None

    def _list_goes_on(self, j: int) -> bool:
        for i in range(j, min(j + 9, len(self.chunks))):
            if self.chunks[i].kind == "CC":
                return self.chunks[i].words[0].lower in ("and", "or")
            if self.chunks[i].kind != "NP" and not self.mark(i, ",") and not self.is_word(i, "of"):
                return False
        return False

    def _skip_adverbs(self, i: int) -> int:
        while i < len(self.chunks) and self.chunks[i].kind == "ADV":
            i += 1
        return i

    def prepositional(self, k: int) -> tuple[Prepositional, ...]:
        """Return the prepositional phrases to the right of chunk k, up to the end of its clause."""
        return tuple(self._prepositional(k))

    def _prepositional(self, k: int) -> Iterator[Prepositional]:
        i = k + 1
        while i < len(self.chunks) and not self._closes(i):
            if self.chunks[i].kind == "PREP" or self.bound_for(i):
                words, j = self._preposition(i)
                if j < len(self.chunks) and self.chunks[j].kind == "VG" and self.chunks[j].gerund:
                    yield Prepositional(words, self._gerund(j), self.chunks[i].start)
                    return
                if j < len(self.chunks) and self.chunks[j].kind == "NP":
                    phrase = self._with_joined(self.phrase(j))
                    yield Prepositional(words, phrase, self.chunks[i].start)
                    i = phrase.last + 1
                    continue
            i += 1

    def bound_for(self, i: int) -> bool:
        """Tell whether chunk i opens "bound for", "destined for", "headed for"."""
        return self.is_word(i, "bound", "destined", "headed") and self.is_word(i + 1, "for")

    def _gerund(self, j: int) -> Phrase:
        """ "Leading a mutiny", "belonging to a gang": an -ing form with its object or its first prepositional
        phrase.
        """
        found = [o.last for o in self.objects(j)]
        if (
            not found
            and j + 2 < len(self.chunks)
            and self.chunks[j + 1].kind == "PREP"
            and self.chunks[j + 2].kind == "NP"
        ):
            found = [self.grown(j + 2)]
        last = found[-1] if found else j
        return Phrase(j, last, self.chunks[j].start, self._end(j, last), self.chunks[j])

    def _preposition(self, i: int) -> tuple[str, int]:
        """Read a preposition of one or more words: "in return for", "out of", "on charges of"."""
        words, j = [self.chunks[i].words[0].lower], i + 1
        if j + 1 < len(self.chunks) and self.chunks[j].kind == "NP" and self.chunks[j + 1].kind == "PREP":
            bridge = " ".join(w.lower for w in self.chunks[j].words)
            if bridge in _BRIDGES:
                words += [bridge, self.chunks[j + 1].words[0].lower]
                j += 2
        while j < len(self.chunks) and self.chunks[j].kind in ("PREP", "QUOTE"):
            if self.chunks[j].kind == "PREP":
                words.append(self.chunks[j].words[0].lower)
            j += 1
        return " ".join(words), j

    def _closes(self, i: int) -> bool:
        chunk = self.chunks[i]
        if chunk.kind in ("SUB", "REL") or self.mark(i, STOPS):
            return True
        if chunk.kind == "VG":
            return not self.bound_for(i)
        if self.mark(i, ","):
            after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
            return after is None or after.kind != "PREP"
        return chunk.kind == "CC" and i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "VG"


_BRIDGES = frozenset(
    """return|exchange|charges|charge|suspicion|grounds|the
    basis|accusations|allegations|board|front|behalf|order|orders
    the orders|place|spite|view|connection|exchange|terms|the terms|the custody|custody|the hands""".replace(
        "\n    ", "|"
    ).split("|")
)
