"""Who did what to whom: the roles of a trigger, filled from subject, object and prepositional phrases.

A role holds words of the sentence and nothing else; what is not said stays empty. The table ``lexicon/roles.toml`` says
which role a preposition gives.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts.kinds import is_basis_noun, is_people, is_place_noun
from paradero.text.en.clauses import Prepositional

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from paradero.reading.acts.triggers import Trigger
    from paradero.text.en.clauses import Phrase, Sentence
    from paradero.text.en.phrases import Chunk

Stretch = tuple[int, int]
_RULE = re.compile(r"(\w*)(?: \[(\w+)\])?$")


@dataclass(slots=True)
class Roles:
    """The roles of one trigger as character offsets; ``heads`` keeps the base noun phrase of each."""

    spans: dict[str, Stretch] = field(default_factory=dict)
    heads: dict[str, Chunk] = field(default_factory=dict)

    def put(self, role: str, span: Stretch, head: Chunk | None = None) -> None:
        """Fill a role unless it is filled already: the nearest words win."""
        if role not in self.spans and span[0] < span[1]:
            self.spans[role] = span
            if head is not None:
                self.heads[role] = head

    @property
    def extent(self) -> Stretch | None:
        """From the first to the last character of any role."""
        if not self.spans:
            return None
        return min(s for s, _ in self.spans.values()), max(e for _, e in self.spans.values())


@cache
def prepositions(family: str) -> Mapping[str, str]:
    """Return preposition -> rule for a family of acts, the family's own rules over those for all."""
    table = tomllib.loads((files(__package__) / "lexicon" / "roles.toml").read_text(encoding="utf-8"))
    return MappingProxyType({**table["*"], **table.get(family, {})})


def read_roles(
    sentence: Sentence, trigger: Trigger, is_place: Callable[[int, int], bool], times: list[Stretch]
) -> Roles:
    """Fill the roles of a trigger.

    Args:
        sentence: the analysed sentence.
        trigger: one of its triggers.
        is_place: tells whether a stretch holds the name of a place, facility or party that can be a place.
        times: stretches that are times, which are never places or accusations.
    """
    reader = _Reader(sentence, trigger, is_place, times)
    {"verbs": reader.transitive, "subject": reader.intransitive, "nouns": reader.noun, "states": reader.state}[
        trigger.pattern.kind
    ]()
    reader.prepositional()
    return reader.roles


class _Reader:
    def __init__(
        self, sentence: Sentence, trigger: Trigger, is_place: Callable[[int, int], bool], times: list[Stretch]
    ) -> None:
        self.sentence, self.trigger, self.is_place, self.times = sentence, trigger, is_place, times
        self.roles = Roles()
        self.fronted: tuple[Stretch, Chunk] | None = None
        self.chunk = sentence.chunks[trigger.chunk]

    # -- who and by, by the kind of trigger -------------------------------------------------------------------------

    def transitive(self) -> None:
        k = self.trigger.chunk
        subject = self.sentence.subject(k)
        objects = self._objects()
        if self._light() and not self.chunk.passive:
            self._put("by", subject)
            return
        if self.chunk.passive or (self.chunk.reduced and not objects and self._no_direct_object(k)):
            self._put("who", subject)
            self._put_second_object(objects)
            return
        if objects:
            self._put_objects(objects)
            self._put("by", subject)
            return
        antecedent = self.sentence.relative_object(k)
        self._put("who", antecedent)
        self._put("by" if antecedent is not None else "who", subject)

    def _light(self) -> bool:
        """ "Carried out the exchange": the act is a noun, the verb only carries it."""
        last = self.sentence.words[self.trigger.words[-1]]
        return len(self.trigger.words) > 1 and last.lower in _ACT_NOUNS and not self._objects()

    def _no_direct_object(self, k: int) -> bool:
        antecedent = self.sentence.relative_object(k)
        return antecedent is None or (not self._relative_before(k) and is_people(antecedent.head) is not True)

    def _relative_before(self, k: int) -> bool:
        subject = self.sentence.subject(k)
        return subject is not None and subject.first > 0 and self.sentence.chunks[subject.first - 1].kind == "REL"

    def _objects(self) -> tuple[Phrase, ...]:
        """The objects behind the verb or behind the trigger words, those left out that are trigger words themselves."""
        found = self.sentence.objects(self.trigger.chunk)
        if self.trigger.after - 1 > self.trigger.chunk:
            found += tuple(o for o in self.sentence.objects(self.trigger.after - 1) if o not in found)
        return tuple(o for o in found if not self._is_time(o.start, o.end) and not self._holds_trigger(o))

    def _holds_trigger(self, phrase: Phrase) -> bool:
        first, last = self.sentence.chunks[phrase.first].first, self.sentence.chunks[phrase.last].last
        return any(first <= word <= last for word in self.trigger.words)

    def _put_objects(self, objects: tuple[Phrase, ...]) -> None:
        """One object is the person concerned; of two, the first is who receives: "handed the consul two men"."""
        if len(objects) == 2 and is_people(objects[1].head):
            self._put("to", objects[0])
            self._put("who", objects[1])
        else:
            self._put("who", objects[0])

    def _put_second_object(self, objects: tuple[Phrase, ...]) -> None:
        if objects and term("acts", self.trigger.act).family == "law":
            self._put("outcome", objects[0])

    def intransitive(self) -> None:
        self._put("who", self.sentence.subject(self.trigger.chunk))

    def noun(self) -> None:
        """ "The release of ten men", "their release", "a prisoner swap"; and who carries it out by a light verb."""
        chunk = self.chunk
        after = self.trigger.chunk + 1
        chunks = self.sentence.chunks
        if after + 1 < len(chunks) and chunks[after].words[0].lower == "of" and chunks[after].kind == "PREP":
            target = after + 1
            while target < len(chunks) and chunks[target].kind == "QUOTE":
                target += 1
            if target < len(chunks) and chunks[target].kind == "NP":
                self._put("who", self.sentence.phrase(target))
        self._possessor(chunk)
        if "who" not in self.roles.spans:
            self._counted_or_granted(chunk)

    def _counted_or_granted(self, chunk: Chunk) -> None:
        """ "Eleven arrests"; "clemency was granted to five men", "they were granted bail", "ten face execution"."""
        number = next((w for w in chunk.words if w.tag == "NUM" and w.end <= self.trigger.start), None)
        if number is not None:
            self.roles.put("who", (number.start, number.end), chunk)
            return
        k = self.trigger.chunk
        after = next((i for i in self.sentence.verb_groups if i > k), None)
        if after is not None and after - k <= 2 and _gives(self.sentence.chunks[after]):
            receivers = [p.phrase for p in self.sentence.prepositional(after) if p.preposition == "to"]
            self._put("who", receivers[0] if receivers else None)
            return
        before = next((i for i in reversed(self.sentence.verb_groups) if i < k), None)
        if before is None or any(c.kind in ("SUB", "REL", "CC") for c in self.sentence.chunks[before:k]):
            return
        verb = self.sentence.chunks[before]
        if (_gives(verb) and verb.passive) or verb.head.lower in _FACING:
            subject = self.sentence.subject(before)
            if subject is not None and is_people(subject.head) is True:
                self._put("who", subject)

    def _possessor(self, chunk: Chunk) -> None:
        """Words before the noun: "their", "the Americans'", or a noun of people: "prisoner"."""
        before = [w for w in chunk.words if w.end <= self.trigger.start]
        marks = [n for n, w in enumerate(before) if w.tag == "POSS"]
        owned = before[: marks[-1]] if marks else [w for w in before if w.lower in _POSSESSIVES]
        if owned:
            role = "by" if "who" in self.roles.spans or self.trigger.act == "accused" else "who"
            self.roles.put(role, (owned[0].start, owned[-1].end), chunk)

    def state(self) -> None:
        """ "They are in custody", "the men in custody"."""
        if self.chunk.kind == "VG":
            self._put("who", self.sentence.subject(self.trigger.chunk))
            return
        if self.chunk.kind == "NP" and self.trigger.words:
            self._put("who", self.sentence.phrase(self.trigger.chunk))
            return
        k = self.trigger.chunk - 1
        while k >= 0 and self.sentence.chunks[k].kind in ("ADV", "QUOTE", "PREP"):
            k -= 1
        if k < 0:
            return
        before = self.sentence.chunks[k]
        if before.kind == "VG":
            objects = self.sentence.objects(k)
            self._put(
                "who", objects[0] if objects and objects[0].end <= self.trigger.start else self.sentence.subject(k)
            )
        elif before.kind == "NP":
            self._put("who", self.sentence.phrase(self.sentence.of_head(k)))

    # -- the rest ---------------------------------------------------------------------------------------------------

    def prepositional(self) -> None:
        rules = prepositions(term("acts", self.trigger.act).family)
        self._fronted(rules)
        self._place_adverb()
        for found in self.sentence.prepositional(self.trigger.after - 1):
            phrase = found.phrase
            if self._is_time(phrase.start, phrase.end) or found.start < self.trigger.end - len(found.preposition):
                continue
            match = _RULE.match(rules.get(found.preposition, ""))
            role, needs = (match[1], match[2]) if match is not None else ("", None)
            if role == "by" and not self._takes_agent(phrase):
                continue
            if role and role != "counterpart" and self._fits(needs, found) and not self._overlaps(phrase):
                self.roles.put(role, (phrase.start, phrase.end), phrase.head)
            elif found.preposition in ("on", "facing") and phrase.head.words[-1].lower in _CHARGES:
                self.roles.put("accusation", (phrase.start, phrase.end), phrase.head)
            elif found.preposition in ("in", "under", "through", "after") and is_basis_noun(phrase.head):
                self.roles.put("basis", (phrase.start, phrase.end), phrase.head)
        if self.fronted is not None:
            self.roles.put("at", *self.fronted)
        if self.chunk.kind == "VG":
            self._put("at", self.sentence.where_antecedent(self.trigger.chunk))
        self._invoked()

    def _invoked(self) -> None:
        """ "After the president invoked the act of 1798": the law on which the act rests, in another clause."""
        for k in self.sentence.verb_groups:
            if {v.base for v in self.sentence.chunks[k].head.verbs} & _INVOKING:
                objects = self.sentence.objects(k)
                if objects and is_basis_noun(objects[0].head) and not self._overlaps(objects[0]):
                    self._put("basis", objects[0])

    def _fronted(self, rules: Mapping[str, str]) -> None:
        """ "In Accra ten men were held": a phrase of place before the subject."""
        chunks = self.sentence.chunks
        first = next((i for i, c in enumerate(chunks) if c.kind not in ("QUOTE", "CC", "ADV")), 0)
        if first + 1 < self.trigger.chunk and chunks[first].kind == "PREP" and chunks[first + 1].kind == "NP":
            found = Prepositional(chunks[first].words[0].lower, self.sentence.phrase(first + 1), chunks[first].start)
            only = not any(c.kind == "VG" for c in chunks[: self.trigger.chunk])
            place = rules.get(found.preposition, "").startswith("at") and not self._is_time(
                found.start, found.phrase.end
            )
            if only and place and self._fits("place", found) and not self._overlaps(found.phrase):
                self.fronted = (found.phrase.start, found.phrase.end), found.phrase.head

    def _place_adverb(self) -> None:
        after = self.trigger.after
        if after < len(self.sentence.chunks) and self.sentence.chunks[after].words[0].lower in _PLACE_ADVERBS:
            chunk = self.sentence.chunks[after]
            self.roles.put("at", (chunk.start, chunk.end), chunk)

    def _takes_agent(self, phrase: Phrase) -> bool:
        """ "By" names who does it in the passive and after nouns, and never a means of transport."""
        active = self.trigger.pattern.kind == "verbs" and "by" in self.roles.spans
        means = phrase.head.head.lower in _MEANS and not phrase.head.tagged("DET")
        return not active and not means and phrase.head.head.tag != "NUM"

    def _fits(self, needs: str | None, found: Prepositional) -> bool:
        phrase = found.phrase
        if needs == "place":
            named = phrase.head.head.tag == "NAME" and is_people(phrase.head) is not True
            return named or self.is_place(phrase.start, phrase.end) or is_place_noun(phrase.head)
        if needs == "thing":
            return is_people(phrase.head) is not True and phrase.head.head.tag != "NUM"
        if needs == "basis":
            return any(w.tag == "NAME" for w in phrase.head.words) or is_basis_noun(phrase.head)
        if needs == "people":
            return is_people(phrase.head) is True
        return True

    def _overlaps(self, phrase: Phrase) -> bool:
        return any(phrase.start < end and start < phrase.end for start, end in self.roles.spans.values())

    def _is_time(self, start: int, end: int) -> bool:
        return any(start < stop and begin < end for begin, stop in self.times)

    def _put(self, role: str, phrase: Phrase | None) -> None:
        if phrase is not None:
            self.roles.put(role, (phrase.start, phrase.end), phrase.head)


def _gives(chunk: Chunk) -> bool:
    return any(v.base in ("grant", "give", "extend", "refuse", "deny", "allow", "offer") for v in chunk.head.verbs)


_ACT_NOUNS = frozenset("exchange exchanges swap swaps release releases transfer transfers release pardon".split())
_INVOKING = frozenset("invoke cite apply".split())
_PLACE_ADVERBS = frozenset("there here nearby abroad".split())
_CHARGES = frozenset("charge charges count counts suspicion grounds accusations allegations".split())
_MEANS = frozenset(
    "helicopter plane bus air sea road rail train ship boat land car lorry truck video phone foot name".split()
)
_FACING = frozenset(
    "face faces faced facing await awaits awaiting awaited receive received receives is are was were".split()
)
_POSSESSIVES = frozenset("his her their its our my your whose".split())
