"""One sentence with all that is known of it before any act is read, and the candidates for acts found in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.reading.acts.events import about_events
from paradero.reading.acts.kinds import is_people
from paradero.reading.acts.lexicon import Kind, Pattern, nouns
from paradero.reading.acts.roles import Roles, Stretch, read_roles
from paradero.reading.acts.triggers import Trigger, find, inside_preposition
from paradero.text.en.dates import times

if TYPE_CHECKING:
    from paradero.reading.acts.opinion import Opinion, View
    from paradero.reading.gazetteer import Found, Gazetteer
    from paradero.text.en.clauses import Sentence

_PLACES = frozenset({"state", "territory", "city", "facility"})
# Acts whose person concerned is the subject of an active verb.
_OWN_ACTS = frozenset(
    """departed arrived returned escaped died missing in_transit stopped_over refused disappeared last_seen held
    denied_hearing denied_counsel denied_contact incommunicado""".split()
)


_SMALL = frozenset("in out off up down away back on over to into from at with has have had not been".split())
_NEAR = 20  # characters: a pronoun or an adverb may stand between

# The model alone may add an act only when it knows which: below this share of the likeliest code it does not.
NAMED = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may tell an act, with their roles and, where a model is asked, its view of them.

    ``listed`` tells whether the word lists know them; otherwise the model alone has found them.
    """

    trigger: Trigger
    roles: Roles
    view: View | None = None
    listed: bool = True


class Scene:
    """A sentence, the names and times in it, and what the whole text is about.

    Attributes:
        sentence: analysed.
        about_custody: whether everyday words may count.
        opinion: the model's; None for rules alone.
    """

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, about_custody: bool, opinion: Opinion | None) -> None:
        self.sentence, self.about_custody, self.opinion = sentence, about_custody, opinion
        self._gazetteer = gazetteer

    @cached_property
    def names(self) -> tuple[Found, ...]:
        """What the gazetteer finds in the sentence."""
        return self._gazetteer.find(self.sentence.text, self.sentence.start, self.sentence.end)

    @cached_property
    def times(self) -> list[Stretch]:
        """Stretches that are times; "after he was freed" is a time told by an act and no time of its own."""
        sentence = self.sentence
        return [(t.start, t.end) for t in times(sentence.text, sentence.start, sentence.end) if t.kind != "event"]

    def is_place(self, start: int, end: int) -> bool:
        """Tell whether a stretch ends in the name of a place: "Evin prison", not "US prisoner swap"."""
        ends = [n for n in self.names if start <= n.start and end - 1 <= n.end <= end and n.how != "demonym"]
        return any(n.entry.kind in _PLACES for n in ends)

    def in_name(self, trigger: Trigger) -> bool:
        """Tell whether the words are part of a name: "Centre for the Confinement of Terrorism"."""
        return any(n.start <= trigger.start and trigger.end <= n.end for n in self.names)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All candidates in order: those of the word lists, and those that only the model finds."""
        told, covered = find(self.sentence)
        listed = [t for t in told if not self.in_name(t)]
        found = [self._candidate(t, listed=True) for t in listed]
        if self.opinion is not None:
            alone = self.opinion.found(self.sentence.start, self.sentence.end)
            new = [v for v in alone if not any(v.start < t.end and t.start < v.end for t in (*listed, *covered))]
            new = [v for v in new if not self._is_rest(v, listed)]
            found += [self._candidate(t, listed=False) for v in new if (t := self._trigger(v)) is not None]
        return about_events(self.sentence, sorted(found, key=lambda c: c.trigger.start))

    def _candidate(self, trigger: Trigger, *, listed: bool) -> Candidate:
        view = self.opinion.view(trigger.start, trigger.end) if self.opinion is not None else None
        return Candidate(trigger, read_roles(self.sentence, trigger, self.is_place, self.times), view, listed)

    def _is_rest(self, view: View, listed: list[Trigger]) -> bool:
        """ "Marched them *off*", "came home *in* two buses": small words behind a verb that tells the act already."""
        words = self.sentence.text[view.start : view.end].lower().split()
        return _SMALL.issuperset(words) and any(0 <= view.start - t.end < _NEAR for t in listed)

    def _has_people(self, k: int) -> bool:
        """Whether the object of the verb at chunk k is people."""
        return any(is_people(o.head) is True for o in self.sentence.objects(k)[:1])

    def _trigger(self, view: View) -> Trigger | None:
        """Place a trigger that only the model knows: the verb, noun or state that its words are part of."""
        inside = [i for i, c in enumerate(self.sentence.chunks) if c.start < view.end and view.start < c.end]
        if not inside or view.act_share < NAMED or any(inside_preposition(self.sentence, i) for i in inside):
            return None
        k = next((i for i in inside if self.sentence.chunks[i].kind == "VG"), inside[0])
        chunk = self.sentence.chunks[k]
        kind: Kind = "nouns" if chunk.kind == "NP" else "states"
        if chunk.kind == "VG":
            own = view.act in _OWN_ACTS and not (view.act == "held" and self._has_people(k))  # "they still had him"
            kind = "subject" if own and not chunk.passive else "verbs"
        if kind == "nouns" and (is_people(chunk) is True or chunk.head.lower in nouns("vehicle")):
            return None  # a noun for people or for what carries them names no act
        word = self.sentence.words.index(chunk.head)
        return Trigger(Pattern(view.act, kind, (chunk.head.lower,)), k, view.start, view.end, inside[-1] + 1, (word,))
