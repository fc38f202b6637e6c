"""Subjects, objects and prepositional phrases of verb groups, by position: a shallow analysis of one sentence.

The rules are those of English word order: the subject is the nearest noun phrase to the left that no preposition
governs,
past an apposition or a relative clause between commas; a relative pronoun stands for the noun before it; a second verb
after "and" shares the subject; "to" takes its subject from the verb or the object before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.text.en.phrases import Chunk, chunks
from paradero.text.en.tags import tag
from paradero.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOPS = frozenset({";", ":", "—", "–", "(", ")"})


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


class Sentence:
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
        first = self._leftmost(i) if left else i
        last = self._grown(i)
        return Phrase(first, last, self.chunks[first].start, self._end(first, last), self.chunks[first])

    def _end(self, first: int, last: int) -> int:
        return max(self.chunks[first].end, self.chunks[last].end)

    def _grown(self, i: int) -> int:
        """Return the last chunk of "X of Y of Z" and "X's Y"."""
        while i + 2 < len(self.chunks) and self._is(i + 1, "of") and self.chunks[i + 2].kind == "NP":
            i += 2
        return i

    def _leftmost(self, i: int) -> int:
        """Return the first chunk of the phrase whose last noun is chunk i: over prepositions and "and"."""
        joined = False
        while i >= 2 and self.chunks[i - 2].kind == "NP":
            between = self.chunks[i - 1].kind
            if between == "CC" and not self._may_join(i - 2, i):
                break
            if between not in ("PREP", "CC") and not (joined and self._mark(i - 1, ",")):
                break
            joined = joined or between == "CC"
            i -= 2
        return i

    def _may_join(self, one: int, other: int) -> bool:
        """Two nouns after a verb or preposition may be its objects, not a joint subject."""
        before = self.chunks[one - 1] if one else None
        return before is None or before.kind not in ("VG",) or self.chunks[other].head.tag == "NAME"

    def _is(self, i: int, *lowers: str) -> bool:
        return 0 <= i < len(self.chunks) and self.chunks[i].words[0].lower in lowers and len(self.chunks[i].words) == 1

    def _mark(self, i: int, marks: frozenset[str] | str) -> bool:
        return 0 <= i < len(self.chunks) and self.chunks[i].words[0].text in marks

    # -- subject --------------------------------------------------------------------------------------------------

    def subject(self, k: int, depth: int = 0) -> Phrase | None:
        """Return the subject of the verb group at chunk k, or None when none is said near it."""
        if depth > 4:
            return None
        j = self._skip_left(k - 1)
        if j < 0:
            return None
        chunk = self.chunks[j]
        if chunk.kind == "REL":
            return self.antecedent(j)
        if chunk.kind == "NP" and self.chunks[k].reduced and j == k - 1 and not self.objects(k):
            return self.phrase(self.of_head(j))
        if chunk.kind == "NP":
            return self._noun_before(j, k, depth)
        if chunk.kind == "VG":
            return self.subject(j, depth + 1)
        if self._mark(j, ","):
            return self._over_comma(j, k, depth)
        if chunk.kind in ("CC", "SUB", "PREP"):
            return self._shared(j, depth)
        return None

    def _noun_before(self, j: int, k: int, depth: int) -> Phrase | None:
        """The noun right before the verb, unless it closes a relative clause or a fronted phrase of its own."""
        if self.chunks[k].infinitive:
            verb = self._skip_left(self._leftmost(j) - 1)
            purpose = verb >= 0 and self.chunks[verb].kind == "VG" and not self._controls(self.chunks[verb])
            if purpose:
                return self.subject(verb, depth + 1)
        if self._governed(j, k):
            return self._farther(j, k, depth)
        before = self._skip_left(self._leftmost(j) - 1)
        if before > 0 and self.chunks[before].kind == "VG" and self.chunks[k].finite:
            opener = self._relative_opener(before)
            if opener is not None:
                return self.antecedent(opener)
        return self.phrase(j, left=True)

    def _controls(self, verb: Chunk) -> bool:
        """Whether the object of a verb is the subject of the "to" after it: "asked him to leave"."""
        return bool({v.base for v in verb.head.verbs} & _CONTROL)

    def where_antecedent(self, k: int) -> Phrase | None:
        """Return the place that "where" before the clause of the verb group at chunk k stands for."""
        subject = self.subject(k)
        i = subject.first - 1 if subject is not None and subject.first < k else -1
        return self.antecedent(i) if i > 0 and self._is(i, "where") else None

    def _relative_opener(self, k: int) -> int | None:
        """The relative pronoun before a chain of verbs: "who" in "who were found to have"."""
        while k >= 0 and self.chunks[k].kind in ("VG", "ADV", "QUOTE"):
            k -= 1
        return k if k >= 0 and self.chunks[k].kind == "REL" else None

    def _skip_left(self, j: int) -> int:
        while j >= 0 and (self.chunks[j].kind in ("ADV", "QUOTE", "ADJ") or self._is(j, "then", "also")):
            j -= 1
        return j

    def _governed(self, j: int, k: int) -> bool:
        """Whether the noun before the verb closes a fronted prepositional phrase with no noun before that."""
        first = self._leftmost(j)
        return first > 0 and self.chunks[first - 1].kind == "PREP"

    def _farther(self, j: int, k: int, depth: int) -> Phrase | None:
        first = self._leftmost(j)
        before = self._skip_left(first - 2)
        if before >= 0 and self.chunks[before].kind == "VG" and self.chunks[k].kind == "VG":
            relative = self._relative_opener(before) is not None
            bare = (
                relative or self.chunks[before].reduced or not self.chunks[before].finite or not self.chunks[k].finite
            )
            return self.subject(before, depth + 1) if bare else None
        if before >= 0 and self._mark(before, ","):
            return self._over_comma(before, k, depth)
        return None

    def _over_comma(self, j: int, k: int, depth: int) -> Phrase | None:
        """Past ", the secretary of state," or ", who ...,": the noun before the opening comma."""
        if self.chunks[k].gerund:
            return self._main_subject(k, depth)
        for i in range(j - 1, max(-1, j - 30), -1):
            if self._mark(i, _STOPS):
                return None
            if self._mark(i, ",") and i > 0 and self.chunks[i - 1].kind == "NP" and not self._governed(i - 1, k):
                return self.phrase(i - 1, left=True)
        return self._shared(j, depth)

    def _shared(self, j: int, depth: int) -> Phrase | None:
        """The subject of the verb before "and", a comma or a preposition with a gerund."""
        verbs = [i for i in self.verb_groups if i < j and not any(self._mark(m, _STOPS) for m in range(i, j))]
        return self.subject(verbs[-1], depth + 1) if verbs else None

    def _main_subject(self, k: int, depth: int) -> Phrase | None:
        main = [i for i in self.verb_groups if i < k and self.chunks[i].finite]
        return self.subject(main[0], depth + 1) if main else None

    def relative_object(self, k: int) -> Phrase | None:
        """Return the noun that a clause with no object of its own hangs on: "people that the regime had kept"."""
        subject = self.subject(k)
        if subject is None or self.objects(k) or self.chunks[k].passive or subject.first == 0 or subject.first > k:
            return None
        i = subject.first - 1
        while i > 0 and (self.chunks[i].kind in ("REL", "SUB", "QUOTE") or self._mark(i, ",")):
            i -= 1
        return self.phrase(self.of_head(i)) if self.chunks[i].kind == "NP" else None

    def antecedent(self, j: int) -> Phrase | None:
        """Return the noun phrase that the relative pronoun at chunk j stands for."""
        i = j - 1
        while i >= 0 and (self._mark(i, ",") or self.chunks[i].kind in ("PREP", "QUOTE")):
            i -= 1
        if i < 0 or self.chunks[i].kind != "NP":
            return None
        return self.phrase(self.of_head(i))

    def of_head(self, i: int) -> int:
        """Return the first chunk of "X of Y" for the noun phrase Y at chunk i."""
        while i >= 2 and self._is(i - 1, "of") and self.chunks[i - 2].kind == "NP":
            i -= 2
        return i

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
        return tuple(found)

    def _with_joined(self, phrase: Phrase) -> Phrase:
        """Grow over "and Y" and ", Y, and Z" when no verb follows, so that a list is one object."""
        i = phrase.last
        while (following := self._joined_after(i)) is not None:
            grown = self._grown(following)
            after = self._skip_adverbs(grown + 1)
            if after < len(self.chunks) and self.chunks[after].kind == "VG" and self.chunks[after].finite:
                break
            i = grown
        return Phrase(phrase.first, i, phrase.start, self._end(phrase.first, i), phrase.head)

    def _joined_after(self, i: int) -> int | None:
        """The noun phrase after "and", or after a comma in a list that an "and" closes."""
        j = i + 1
        comma = self._mark(j, ",")
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
            if self.chunks[i].kind != "NP" and not self._mark(i, ",") and not self._is(i, "of"):
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
            if self.chunks[i].kind == "PREP" or self._bound_for(i):
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

    def _bound_for(self, i: int) -> bool:
        return self._is(i, "bound", "destined", "headed") and self._is(i + 1, "for")

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
            found = [self._grown(j + 2)]
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
        if chunk.kind in ("SUB", "REL") or self._mark(i, _STOPS):
            return True
        if chunk.kind == "VG":
            return not self._bound_for(i)
        if self._mark(i, ","):
            after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
            return after is None or after.kind != "PREP"
        return chunk.kind == "CC" and i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "VG"


_CONTROL = frozenset(
    """ask tell order urge force allow help forbid persuade want let make get invite instruct authorise authorize permit
    enable cause lead send request require beg expect encourage compel warn call pressure press appoint teach
    leave""".split()
)
_BRIDGES = frozenset(
    """return|exchange|charges|charge|suspicion|grounds|the
    basis|accusations|allegations|board|front|behalf|order|orders
    the orders|place|spite|view|connection|exchange|terms|the terms|the custody|custody|the hands""".replace(
        "\n    ", "|"
    ).split("|")
)
