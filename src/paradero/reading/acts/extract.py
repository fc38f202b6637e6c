"""From sentences to act mentions: every act of custody that a text tells, with its roles, number, time and modality.

No speaker yet: who says it is added by ``paradero.reading.assemble``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts import kinds
from paradero.reading.acts.modality import Mood, mood
from paradero.reading.acts.roles import Roles, Stretch, read_roles
from paradero.reading.acts.triggers import Trigger, find
from paradero.text.en.clauses import Sentence
from paradero.text.en.dates import times
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.reading.gazetteer import Gazetteer

_PLACES = frozenset({"state", "territory", "city", "facility"})


@dataclass(frozen=True, slots=True)
class ActMention:
    """One act told at one place.

    Attributes:
        act: code of the vocabulary ``acts``.
        start, end: the clause that tells it; trigger: the words that name it.
        roles: role -> character offsets.
        mood: polarity, modality and hedge.
        time: offsets of the time words; None when no time is said.
        sentence: offsets of the sentence.
    """

    act: str
    start: int
    end: int
    trigger: Stretch
    roles: dict[str, Stretch] = field(hash=False)
    mood: Mood
    time: Stretch | None
    sentence: Stretch


def extract(text: str, stretches: Iterable[Stretch], gazetteer: Gazetteer) -> tuple[ActMention, ...]:
    """Return the act mentions of the given stretches of a text, in order.

    Args:
        text: the frozen text.
        stretches: the parts to read, as offsets; boilerplate and credits are left out by the caller.
        gazetteer: the names of places and bodies.
    """
    spans = [s for start, end in stretches for s in sentences(text, start, end)]
    analysed = [Sentence(text, start, end) for start, end in spans]
    about_custody = _about_custody(analysed)
    out = [m for s in analysed for m in _Extractor(s, gazetteer, about_custody).mentions()]
    return tuple(sorted(out, key=lambda m: (m.trigger, m.act)))


def _about_custody(analysed: list[Sentence]) -> bool:
    """Everyday words ("moved", "left") count only where several words of the text are about custody."""
    return sum(kinds.mentions_custody(w.lower) for s in analysed for w in s.words) >= 2


class _Extractor:
    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, about_custody: bool) -> None:
        self.sentence, self.about_custody = sentence, about_custody
        self.names = gazetteer.find(sentence.text, sentence.start, sentence.end)
        self.times = [(t.start, t.end) for t in times(sentence.text, sentence.start, sentence.end)]

    def mentions(self) -> Iterator[ActMention]:
        read = [(t, read_roles(self.sentence, t, self.is_place, self.times)) for t in find(self.sentence)]
        kept = [(t, r) for t, r in read if self._counts(t, r)]
        told = [(t, r) for t, r in kept if not self._carried(t, kept)]
        for trigger, roles in told:
            yield self._mention(trigger, roles, [t for t, _ in told])

    def is_place(self, start: int, end: int) -> bool:
        """Whether a stretch ends in the name of a place: "Evin prison", not "US prisoner swap"."""
        ends = [n for n in self.names if start <= n.start and end - 1 <= n.end <= end and n.how != "demonym"]
        return any(n.entry.kind in _PLACES for n in ends)

    # -- which triggers count ---------------------------------------------------------------------------------------

    def _counts(self, trigger: Trigger, roles: Roles) -> bool:
        if any(n.start <= trigger.start and trigger.end <= n.end for n in self.names):
            return False  # part of a name: "Centre for the Confinement of ..."
        who = roles.heads.get("who")
        people = kinds.is_people(who) if who is not None else None
        if trigger.pattern.weak:
            return self._weak_counts(trigger, roles, people)
        if people is False:
            return False
        if trigger.pattern.kind == "nouns":
            return self._noun_counts(trigger, roles)
        return who is not None or "by" in roles.spans or self.about_custody

    def _weak_counts(self, trigger: Trigger, roles: Roles, people: bool | None) -> bool:
        """An everyday word counts for people who are no officials; a movement of them also needs a place or a
        holder.
        """
        if not self.about_custody:
            return False
        who = roles.heads.get("who")
        if trigger.pattern.kind == "nouns":
            return people is not False
        if term("acts", trigger.act).family == "deal" and roles.spans.keys() & {"to", "in_return_for"}:
            return people is not False
        if who is None or people is not True or kinds.is_official(who):
            return False
        moved = trigger.pattern.kind == "subject" and term("acts", trigger.act).family == "move"
        return not moved or bool(roles.spans.keys() & {"from", "to", "at"}) or kinds.is_custody_noun(who)

    def _noun_counts(self, trigger: Trigger, roles: Roles) -> bool:
        if trigger.act == "accused":
            return bool(roles.spans.keys() & {"who", "accusation"})
        return self.about_custody or bool(roles.spans.keys() & {"who", "from"})

    def _carried(self, trigger: Trigger, kept: list[tuple[Trigger, Roles]]) -> bool:
        """Whether the words are no statement of their own.

        A deal named as the basis of another act, an accusation that spells out another, and a participle or a relative
        clause that only says which people another act is about, and where.
        """
        for other, roles in kept:
            if other is trigger:
                continue
            inside = {r for r, (s, e) in roles.spans.items() if s <= trigger.start and trigger.end <= e}
            if "accusation" in inside or (inside - {"who"} and trigger.pattern.kind == "nouns"):
                return True
        return self._only_says_which(trigger, kept)

    def _only_says_which(self, trigger: Trigger, kept: list[tuple[Trigger, Roles]]) -> bool:
        mine = next(r for t, r in kept if t is trigger)
        if mine.spans.keys() - {"who", "at"} or "who" not in mine.spans or self._dated(trigger):
            return False
        hosts = [(t, r) for t, r in kept if t is not trigger and self._names_which(trigger, mine, t, r)]
        if hosts and trigger.act == "held" and "at" in mine.spans:
            nearest = min(hosts, key=lambda host: abs(host[0].start - trigger.start))[1]
            if not nearest.spans.keys() & {"at", "from"}:
                nearest.put("at", mine.spans["at"])
        return bool(hosts)

    def _names_which(self, trigger: Trigger, mine: Roles, other: Trigger, roles: Roles) -> bool:
        """A participle right behind the people of another act, or "who were held in ..." behind those of a noun."""
        chunk = self.sentence.chunks[trigger.chunk]
        same = roles.spans.get("who", (0, 0))[0] == mine.spans["who"][0]
        adjacent = mine.spans["who"][1] <= trigger.start <= mine.spans["who"][1] + 3
        if chunk.reduced:
            return same and adjacent and other.start != trigger.start and term("acts", other.act).family != "law"
        relative = trigger.chunk > 0 and self.sentence.chunks[trigger.chunk - 1].kind == "REL"
        return same and relative and trigger.act == "held" and other.pattern.kind == "nouns"

    def _dated(self, trigger: Trigger) -> bool:
        return any(0 <= start - trigger.end < 40 for start, _ in self.times)

    # -- the mention ------------------------------------------------------------------------------------------------

    def _mention(self, trigger: Trigger, roles: Roles, triggers: list[Trigger]) -> ActMention:
        time = self._time(trigger, triggers)
        start, end = self._extent(trigger, roles, time)
        sentence = self.sentence
        return ActMention(
            trigger.act,
            start,
            end,
            (trigger.start, trigger.end),
            dict(roles.spans),
            mood(sentence, trigger, roles),
            time,
            (sentence.start, sentence.end),
        )

    def _noun_clause(self, trigger: Trigger) -> Stretch:
        """The noun phrase of a noun, and the verb whose subject it is."""
        chunks, k = self.sentence.chunks, trigger.chunk
        start = self.sentence.phrase(k, left=True).start
        verb = next((i for i in self.sentence.verb_groups if i > k), None)
        between = chunks[k + 1 : verb] if verb is not None else ()
        if verb is None or any(c.kind not in ("NP", "PREP", "ADV", "SUB", "ADJ") for c in between):
            return start, chunks[k].end
        return start, chunks[verb].end

    def _time(self, trigger: Trigger, triggers: list[Trigger]) -> Stretch | None:
        """The nearest time whose nearest trigger this is."""
        near = [t for t in self.times if min(triggers, key=lambda o: self._distance(t, o)) is trigger]
        return min(near, key=lambda t: self._distance(t, trigger), default=None)

    def _distance(self, time: Stretch, trigger: Trigger) -> int:
        """Characters between, times before a trigger counting double, with a toll for every clause border between."""
        low, high = min(time[1], trigger.end), max(time[0], trigger.start)
        borders = sum(
            c.kind in ("SUB", "REL", "CC") or c.words[0].text in (",", ";", "—")
            for c in self.sentence.chunks
            if low <= c.start < high
        )
        apart = time[0] - trigger.end if time[0] >= trigger.end else 2 * (trigger.start - time[1]) + 5
        return apart + 40 * borders

    def _extent(self, trigger: Trigger, roles: Roles, time: Stretch | None) -> Stretch:
        """The clause: from the first to the last word that says it, roles far to the left left out."""
        spans = [(trigger.start, trigger.end), *roles.spans.values()]
        if time is not None:
            spans.append(time)
        if trigger.pattern.kind == "nouns":
            spans.append(self._noun_clause(trigger))
        reach = [s for s in spans if abs(s[0] - trigger.start) < 160]
        return min(s for s, _ in reach), max(e for _, e in reach)
