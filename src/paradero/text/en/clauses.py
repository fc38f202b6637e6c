"""Subjects of verb groups, by position: a shallow analysis of one sentence.

The rules are those of English word order: the subject is the nearest noun phrase to the left that no preposition
governs, past an apposition or a relative clause between commas; a relative pronoun stands for the noun before it; a
second verb after "and" shares the subject; "to" takes its subject from the verb or the object before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.text.en.complements import STOPS, Complements, Phrase, Prepositional
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.text.en.phrases import Chunk

__all__ = ["Phrase", "Prepositional", "Sentence"]


class Sentence(Complements):
    """One sentence of a text, cut into chunks, with the subjects and objects of its verbs."""

    # -- subject --------------------------------------------------------------------------------------------------

    def subject(self, k: int, depth: int = 0) -> Phrase | None:
        """Return the subject of the verb group at chunk k, or None when none is said near it."""
        if depth > 4:
            return None
        j = self._skip_left(k - 1)
        if j < 0:
            return self._main_clause_subject(k, depth)
        chunk = self.chunks[j]
        shared = self.shared_infinitive(k)
        if shared is not None:
            return self.subject(shared, depth + 1)
        if chunk.kind == "REL":
            return self.antecedent(j)
        reduced = self.chunks[k].reduced and j == k - 1 and not self.objects(k) and not self._is_main(k)
        if chunk.kind == "NP" and reduced and not self._listed(j):
            return self._counted_pair(self.phrase(self._from_head(self.of_head(j))))
        if chunk.kind == "NP":
            return self._noun_before(j, k, depth)
        if chunk.kind == "VG":
            whom = self._object_relative(j) if chunk.finite and self.chunks[k].finite else None
            return self.antecedent(whom) if whom is not None else self.subject(j, depth + 1)
        if self.mark(j, ","):
            return self._set_off(j, k) or self._over_comma(j, k, depth)
        if chunk.kind in ("CC", "SUB", "PREP"):
            return self._shared(j, depth)
        return None

    def shared_infinitive(self, k: int) -> int | None:
        """Return the infinitive whose "to" the bare verb at chunk k shares: "to quash the verdict, free the ten and
        pay them".
        """
        while (before := self._joined_bare(k)) is not None:
            if self.chunks[before].infinitive:
                return before
            k = before
        return None

    def _joined_bare(self, k: int) -> int | None:
        """The verb before a bare one that "and" or a comma joins to it."""
        bare = self.chunks[k].kind == "VG" and len(self.chunks[k].words) == 1 and self.chunks[k].head.is_form("base")
        if not bare or not k or not (self.chunks[k - 1].kind == "CC" or self.mark(k - 1, ",")):
            return None
        return next((i for i in reversed(self.verb_groups) if i < k), None)

    def _counted_pair(self, phrase: Phrase) -> Phrase:
        """Grow over the first of two nouns with one number or article: "the 15 sailors and marines captured"."""
        i = phrase.first
        bare = len(phrase.head.words) == 1 and phrase.head.head.tag == "NOUN" and self.is_word(i - 1, "and")
        if not bare or i < 2 or self.chunks[i - 2].kind != "NP" or not self.chunks[i - 2].tagged("NUM", "DET"):
            return phrase
        return Phrase(i - 2, phrase.last, self.chunks[i - 2].start, phrase.end, self.chunks[i - 2])

    def _listed(self, j: int) -> bool:
        """Whether the noun at chunk j closes a list that is the subject of the only verb: "A, B and C left"."""
        only = sum(self.chunks[i].finite for i in self.verb_groups) == 1
        names = self.chunks[j].head.tag == "NAME" and self.chunks[self.leftmost(j)].head.tag == "NAME"
        return only and names and self.is_word(j - 1, "and")

    def _is_main(self, k: int) -> bool:
        """Whether what looks like a participle is the verb of its sentence, since another participle stands before it
        and no other verb can be: "three men connected with the bakery disappeared".
        """
        earlier = [i for i in self.verb_groups if i < k and self.chunks[i].finite]
        others = [i for i in self.verb_groups if i != k and self.chunks[i].finite and not self.chunks[i].reduced]
        head = self.of_head(k - 1)
        return bool(earlier) and not others and head > 0 and self.chunks[head - 1].kind == "PREP"

    def _noun_before(self, j: int, k: int, depth: int) -> Phrase | None:
        """The noun right before the verb, unless it closes a relative clause or a fronted phrase of its own."""
        if self._called_on(j, k):
            return self.phrase(j)
        if self.chunks[k].infinitive:
            verb = self._skip_left(self.leftmost(j) - 1)
            purpose = verb >= 0 and self.chunks[verb].kind == "VG" and not self._controls(self.chunks[verb])
            if purpose:
                return self.subject(verb, depth + 1)
        if self._governed(j, k):
            return self._farther(j, k, depth)
        before = self._skip_left(self.leftmost(j) - 1)
        if before > 0 and self.chunks[before].kind == "VG" and self.chunks[k].finite:
            opener = self._relative_opener(before)
            if opener is not None:
                return self.antecedent(opener)
        return self.phrase(j, left=True)

    def _main_clause_subject(self, k: int, depth: int) -> Phrase | None:
        """ "Released on Tuesday, she went home": a participle at the head has the subject of the main verb."""
        return self.fronted_subject(k, depth) if self.chunks[k].reduced or self.chunks[k].gerund else None

    def fronted_subject(self, k: int, depth: int = 0) -> Phrase | None:
        """Return the subject of the main clause behind the comma that closes a fronted phrase at chunk k."""
        comma = next((i for i in range(k + 1, len(self.chunks)) if self.mark(i, ",")), None)
        main = next((i for i in self.verb_groups if comma is not None and i > comma and self.chunks[i].finite), None)
        if main is None or any(self.chunks[i].kind in ("SUB", "REL") for i in range(k, main)):
            return None
        return self.subject(main, depth + 1)

    def _set_off(self, j: int, k: int) -> Phrase | None:
        """ "The farmers, kidnapped in May, are held": a participle between commas belongs to the noun before them."""
        if not self.chunks[k].reduced or j == 0 or self.chunks[j - 1].kind != "NP" or self.objects(k):
            return None
        closing = next((i for i in range(k + 1, len(self.chunks)) if self.mark(i, ",")), None)
        after = self.chunks[closing + 1] if closing is not None and closing + 1 < len(self.chunks) else None
        inside = self.chunks[k + 1 : closing or k]
        between = any(c.kind in ("SUB", "REL") or (c.finite and c.kind == "VG") for c in inside)
        fits = after is not None and after.kind == "VG" and after.finite and not between
        return self.phrase(j - 1, left=True) if fits and not self._verb_before(j - 1) else None

    def _verb_before(self, i: int) -> bool:
        """Whether the noun at chunk i is the object of a verb, so that "and"-less verbs may go on behind it."""
        first = self.leftmost(i)
        return first > 0 and self.chunks[first - 1].kind == "VG"

    def _called_on(self, j: int, k: int) -> bool:
        """ "Called on Zubara to free them": the object of the preposition is the subject of the infinitive."""
        if not self.chunks[k].infinitive or j < 2 or not self.is_word(j - 1, "on", "upon", "for"):
            return False
        if self.is_word(j - 1, "for") and (self.chunks[j].head.tag != "NAME" or self.chunks[k].passive):
            return True  # "waited for the men to be freed"
        verb = self.chunks[j - 2]
        leaving = any(v.base == "leave" for v in verb.head.verbs)  # "left for Oran to see them"
        return verb.kind == "VG" and self._controls(verb) and not leaving

    def _controls(self, verb: Chunk) -> bool:
        """Whether the object of a verb is the subject of the "to" after it: "asked him to leave"."""
        return bool({v.base for v in verb.head.verbs} & _CONTROL)

    def where_antecedent(self, k: int) -> Phrase | None:
        """Return the place that "where" before the clause of the verb group at chunk k stands for."""
        subject = self.subject(k)
        i = subject.first - 1 if subject is not None and subject.first < k else -1
        inside = self.is_word(i, "which") and self.is_word(i - 1, "in", "at", "inside")
        return self.antecedent(i) if i > 0 and (inside or self.is_word(i, "where")) else None

    def _relative_opener(self, k: int) -> int | None:
        """The relative pronoun before a chain of verbs: "who" in "who were found to have"."""
        while k >= 0 and self.chunks[k].kind in ("VG", "ADV", "QUOTE"):
            k -= 1
        return k if k >= 0 and self.chunks[k].kind == "REL" else None

    def _object_relative(self, k: int) -> int | None:
        """The "whom" or "that" before the subject of a verb: "the miners whom the army had seized"."""
        subject = self._skip_left(k - 1)
        opener = self.leftmost(subject) - 1 if subject > 0 and self.chunks[subject].kind == "NP" else -1
        if opener <= 0 or self.chunks[opener].kind == "REL":
            return opener if opener > 0 else None
        that = self.is_word(opener, "that") and self.chunks[opener - 1].kind == "NP"
        return opener if that and not self.chunks[k].reduced and not self.objects(k) else None

    def _skip_left(self, j: int) -> int:
        while j >= 0 and (self.chunks[j].kind in ("ADV", "QUOTE", "ADJ") or self.is_word(j, *_FLOATING)):
            j -= 1
        return j

    def _governed(self, j: int, k: int) -> bool:
        """Whether the noun before the verb closes a fronted prepositional phrase with no noun before that."""
        first = self.leftmost(j)
        return first > 0 and self.chunks[first - 1].kind == "PREP"

    def _farther(self, j: int, k: int, depth: int) -> Phrase | None:
        first = self.leftmost(j)
        before = self._skip_left(first - 2)
        if before >= 0 and self.chunks[before].kind == "VG" and self.chunks[k].kind == "VG":
            whom = self._object_relative(before)
            if whom is not None and self.chunks[k].finite:
                return self.antecedent(whom)
            relative = self._relative_opener(before) is not None
            bare = (
                relative or self.chunks[before].reduced or not self.chunks[before].finite or not self.chunks[k].finite
            )
            return self.subject(before, depth + 1) if bare else None
        if before >= 0 and self.mark(before, ","):
            return self._over_comma(before, k, depth)
        return None

    def _over_comma(self, j: int, k: int, depth: int) -> Phrase | None:
        """Past ", the secretary of state," or ", who ...,": the noun before the opening comma."""
        if self.chunks[k].gerund:
            return self._main_subject(k, depth)
        for i in range(j - 1, max(-1, j - 30), -1):
            if self.mark(i, STOPS):
                return None
            if self.mark(i, ",") and i > 0 and self.chunks[i - 1].kind == "NP" and not self._governed(i - 1, k):
                return self.phrase(self.past_age(i - 1), left=True)
        return self._shared(j, depth)

    def _shared(self, j: int, depth: int) -> Phrase | None:
        """The subject of the verb before "and", a comma or a preposition with a gerund.

        Of several verbs before it, the last with the same auxiliary ("had been freed ... and had landed"); the bare
        verb of "let them go" is none of them.
        """
        k = j + 1
        while k < len(self.chunks) and self.chunks[k].kind != "VG":
            k += 1
        verbs = [i for i in self.verb_groups if i < j and not any(self.mark(m, STOPS) for m in range(i, j))]
        verbs = [i for i in verbs if not self._bare(i) and not self.bound_for(i)]
        opener = self.chunks[k].words[0] if k < len(self.chunks) else None
        if opener is not None and opener.tag in ("AUX", "MODAL"):
            alike = [i for i in verbs if self.chunks[i].words[0].lower == opener.lower]
            verbs = alike or verbs
        return self.subject(verbs[-1], depth + 1) if verbs else None

    def _bare(self, k: int) -> bool:
        """Whether a verb group is the bare form after "let", "make" or "see" and an object: "let ten men go"."""
        chunk = self.chunks[k]
        if len(chunk.words) > 1 or not chunk.head.is_form("base") or k < 2 or self.chunks[k - 1].kind != "NP":
            return False
        before = self._skip_left(self.leftmost(k - 1) - 1)
        return before >= 0 and bool({v.base for v in self.chunks[before].head.verbs} & _PERCEIVING)

    def _main_subject(self, k: int, depth: int) -> Phrase | None:
        main = [i for i in self.verb_groups if i < k and self.chunks[i].finite]
        return self.subject(main[0], depth + 1) if main else None

    def relative_object(self, k: int) -> Phrase | None:
        """Return the noun that a clause with no object of its own hangs on: "people that the regime had kept"."""
        subject = self.subject(k)
        if subject is None or self.objects(k) or self.chunks[k].passive or subject.first == 0 or subject.first > k:
            return None
        i = subject.first - 1
        while i > 0 and (self.chunks[i].kind in ("REL", "SUB", "QUOTE") or self.mark(i, ",")):
            i -= 1
        return self.phrase(self.of_head(i)) if self.chunks[i].kind == "NP" else None

    def antecedent(self, j: int) -> Phrase | None:
        """Return the noun phrase that the relative pronoun at chunk j stands for."""
        i = j - 1
        while i >= 0 and (self.mark(i, ",") or self.chunks[i].kind in ("PREP", "QUOTE")):
            i -= 1
        if i < 0 or self.chunks[i].kind != "NP":
            return None
        return self.phrase(self.past_age(self.of_head(i)))

    def past_age(self, i: int) -> int:
        """Return the chunk of the name before an age: "Ana Reva, 34, was held"; else the chunk itself."""
        chunk = self.chunks[i]
        age = len(chunk.words) == 1 and chunk.head.text.isdigit() and len(chunk.head.text) < 3
        named = age and i >= 2 and self.mark(i - 1, ",") and self.chunks[i - 2].kind == "NP"
        return i - 2 if named and self.chunks[i - 2].tagged("NAME", "NOUN") else i

    def _from_head(self, i: int) -> int:
        """Return the chunk of "X" in "X from Oran": a participle is about the people, not about their town."""
        origin = i >= 2 and self.is_word(i - 1, "from") and self.chunks[i].head.tag == "NAME"
        return i - 2 if origin and self.chunks[i - 2].kind == "NP" else i

    def of_head(self, i: int) -> int:
        """Return the first chunk of "X of Y" for the noun phrase Y at chunk i."""
        while i >= 2 and self.is_word(i - 1, "of") and self.chunks[i - 2].kind == "NP":
            i -= 2
        return i


# Words between a subject and its verb that are no subject: "the men then left", "they themselves hold two".
_FLOATING = ("then", "also", *closed("reflexive"))
_PERCEIVING = frozenset("let make see hear watch help have".split())
_CONTROL = frozenset(
    """ask tell order urge force allow help forbid persuade want let make get invite instruct authorise authorize permit
    enable cause lead send request require beg expect encourage compel warn call pressure press appoint teach
    leave""".split()
)
