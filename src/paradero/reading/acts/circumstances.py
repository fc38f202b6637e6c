"""Where, from where, to where, in return for what, on what basis, of what: what prepositions say around a trigger."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts.kinds import PLACE_ADVERBS, is_basis_noun, is_people, is_place_noun
from paradero.reading.acts.lexicon import nouns
from paradero.text.en.clauses import Phrase, Prepositional
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paradero.reading.acts.frame import Frame

_RULE = re.compile(r"(\w*)(?: \[(\w+)\])?$")
_INVOKING = frozenset("invoke cite apply".split())
# After "by" these say how, where or by what measure: "by himself", "by force", "by a side door", "by our reckoning".
_NO_AGENTS = frozenset(
    """force book door gate ramp roadside road way reckoning count
    estimate mistake accident name pardon decree lot virtue means hand vote appointment turns ones instalments degrees
    stages coat arm arms hair throat neck collar wrist wrists leg legs feet scruff""".split()
) | closed("reflexive")
_GOALS = frozenset("home abroad".split())
_MOVING = frozenset({"move", "release", "deal"})
_COURTS = frozenset("court courts tribunal tribunals jury judge magistrate prosecutor".split())
_PARTICLES = frozenset("in over out up back off away down on".split())
_BESIDE = frozenset("near outside".split())
_CHARGES = frozenset("charge charges count counts suspicion grounds accusations allegations".split())
_RELATIONS = frozenset("membership involvement participation role part complicity links ties collaboration".split())
_MEANS = frozenset(
    "helicopter plane bus air sea road rail train ship boat land car lorry truck video phone foot name".split()
)


@cache
def prepositions(family: str) -> Mapping[str, str]:
    """Return preposition -> rule for a family of acts, the family's own rules over those for all."""
    table = tomllib.loads((files(__package__) / "lexicon" / "roles.toml").read_text(encoding="utf-8"))
    return MappingProxyType({**table["*"], **table.get(family, {})})


def circumstances(frame: Frame) -> None:
    """Fill the roles that prepositional phrases, adverbs of place and a law invoked elsewhere give."""
    rules = prepositions(term("acts", frame.trigger.act).family)
    _adverb(frame)
    _term(frame)
    _within_trigger(frame)
    for found in frame.sentence.prepositional(frame.trigger.after - 1):
        if _aside(frame, found):
            continue
        behind = found.start >= frame.trigger.end - len(found.preposition)
        if behind and found.preposition == "of" and _is_out(frame, found.start):
            frame.put("from", found.phrase)
        elif behind and found.preposition in ("to", "for", "of") and _is_sentence(frame, found.phrase):
            frame.put("outcome", found.phrase)
        elif behind and (_no_time(frame, found) or not frame.is_time(found.phrase.start, found.phrase.end)):
            _put(frame, found, rules)
    _fronted(frame, rules)
    if frame.chunk.kind == "VG":
        frame.put("at", frame.sentence.where_antecedent(frame.trigger.chunk))
    _invoked(frame)


def _put(frame: Frame, found: Prepositional, rules: Mapping[str, str]) -> None:
    phrase = found.phrase
    if _spells_out(frame, found):
        frame.roles.spans["accusation"] = frame.roles.spans["accusation"][0], phrase.end
        return
    if frame.trigger.act == "convicted" and found.preposition == "to":
        frame.put("accusation", phrase)  # "pleaded guilty to smuggling"
        return
    match = _RULE.match(_rule(rules, found.preposition))
    role, needs = (match[1], match[2]) if match is not None else ("", None)
    if role == "by" and not _is_agent(frame, phrase):
        return
    if role == "to" and "to" in frame.roles.spans and _fits(frame, "place", phrase):
        _past_home(frame)
    if role == "at" and found.preposition in ("in", "at") and _extends(frame, found):
        return
    if role and role != "counterpart" and _fits(frame, needs, phrase) and not frame.taken(phrase):
        frame.put(role, _described(frame, phrase) if role == "at" else phrase)
    elif found.preposition in ("on", "facing") and phrase.head.words[-1].lower in _CHARGES:
        frame.put("accusation", phrase)
    elif found.preposition in ("in", "under", "through", "after") and is_basis_noun(phrase.head):
        frame.put("basis", phrase)


def _aside(frame: Frame, found: Prepositional) -> bool:
    """What no goal or place of an act is: "walked out, to applause"; "came home in two buses"."""
    k = found.phrase.first - 1
    while k >= 0 and frame.sentence.chunks[k].start > found.start:
        k -= 1
    vehicle = found.preposition in ("in", "on") and found.phrase.head.head.lower in nouns("vehicle")
    moved = term("acts", frame.trigger.act).family in ("move", "release")
    goal = found.preposition in ("to", "into")
    return (goal and frame.sentence.mark(k - 1, ",")) or (vehicle and moved)


def _extends(frame: Frame, found: Prepositional) -> bool:
    """ "Freed from a prison in Oran", "by a court in Oran": the town right behind where they come from or go
    to, or behind a court, belongs to that.
    """
    by = frame.roles.heads.get("by")
    court = by is not None and by.head.lower in _COURTS
    for role in ("from", "to", "by") if court else ("from", "to"):
        start, end = frame.roles.spans.get(role, (0, 0))
        near = 0 < found.start - end <= 1 and not frame.is_time(found.phrase.start, found.phrase.end)
        if near and _fits(frame, "place", found.phrase):
            frame.roles.spans[role] = start, found.phrase.end
            return True
    return False


def _past_home(frame: Frame) -> None:
    """ "Sent home to Oran": the place that is said behind "home" is where they went."""
    start, end = frame.roles.spans["to"]
    if frame.sentence.text[start:end].lower() in _GOALS:
        frame.roles.drop("to")


def _is_out(frame: Frame, at: int) -> bool:
    """ "Walked out of the camp": the trigger ends with "out", and "of" stands right behind it."""
    words = frame.sentence.text[frame.trigger.start : at].lower().split()
    return bool(words) and words[-1] == "out"


def _rule(rules: Mapping[str, str], preposition: str) -> str:
    """The rule of a preposition; of "over to" that of its last word, since "over" belongs to the verb."""
    first, _, last = preposition.partition(" ")
    return rules.get(preposition) or (rules.get(last, "") if first in _PARTICLES else "")


def _term(frame: Frame) -> None:
    """ "Got ten years", "jailed for life": the length right behind the trigger words, "for" and "to" among them."""
    after = frame.trigger.after
    if after < len(frame.sentence.chunks) and frame.sentence.chunks[after].kind == "NP":
        phrase = frame.sentence.phrase(after)
        frame.put("outcome", phrase if _is_sentence(frame, phrase) else None)


def _within_trigger(frame: Frame) -> None:
    """ "Kept at a farm": the preposition belongs to the trigger, and the place stands right behind it."""
    after, words = frame.trigger.after, frame.sentence.words
    last = words[frame.trigger.words[-1]].lower if len(frame.trigger.words) > 1 else ""
    if last in ("at", "in") and after < len(frame.sentence.chunks) and frame.sentence.chunks[after].kind == "NP":
        phrase = frame.sentence.phrase(after)
        place = _fits(frame, "place", phrase) and not frame.is_time(phrase.start, phrase.end)
        frame.put("at", _described(frame, phrase) if place else None)


def _is_sentence(frame: Frame, phrase: Phrase) -> bool:
    """ "Sentenced to ten years", "jailed for life"."""
    return frame.trigger.act == "sentenced" and frame.is_term(phrase)


def _no_time(frame: Frame, found: Prepositional) -> bool:
    """ "Sentenced to twenty years", "freed in an earlier exchange": a penalty and a deal, though they name a time."""
    law = term("acts", frame.trigger.act).family == "law"
    return (found.preposition == "to" and law) or (found.preposition == "in" and is_basis_noun(found.phrase.head))


def _spells_out(frame: Frame, found: Prepositional) -> bool:
    """ "Membership in the gang", "involvement in a plot": the accusation goes on."""
    head, span = frame.roles.heads.get("accusation"), frame.roles.spans.get("accusation")
    adjacent = span is not None and 0 < found.start - span[1] <= 2
    return adjacent and head is not None and head.head.lower in _RELATIONS and found.preposition in ("in", "of", "with")


def _is_agent(frame: Frame, phrase: Phrase) -> bool:
    """ "By" names who does it in the passive and after nouns, and never a means of transport."""
    active = frame.trigger.pattern.kind == "verbs" and "by" in frame.roles.spans
    head = phrase.head.head
    means = head.lower in _MEANS and not phrase.head.tagged("DET")
    other = head.lower in _NO_AGENTS or (is_basis_noun(phrase.head) and head.tag != "NAME")
    own = frame.trigger.pattern.kind == "subject" and not frame.chunk.passive  # "went home by instalments"
    return not active and not own and not means and not other and head.tag != "NUM"


def _fits(frame: Frame, needs: str | None, phrase: Phrase) -> bool:
    people = is_people(phrase.head) is True
    if needs == "place":
        named = phrase.head.head.tag == "NAME" and not (people and not _only_named(phrase))
        return named or frame.is_place(phrase.start, phrase.end) or is_place_noun(phrase.head)
    if needs == "thing":
        return not people and phrase.head.head.tag != "NUM"
    if needs == "basis":
        return any(w.tag == "NAME" for w in phrase.head.words) or is_basis_noun(phrase.head)
    if needs == "body":  # "through the Red Cross"; "through Tessaro" is a way
        head = phrase.head
        named = head.words[0].lower == "the" and head.head.tag == "NAME" and not people
        return named and not frame.is_place(phrase.start, phrase.end) and not is_place_noun(head)
    return people if needs == "people" else True


def _only_named(phrase: Phrase) -> bool:
    """Whether nothing but its capitals makes a name one of people: "at Golden Hill"."""
    words = [w.lower for w in phrase.head.words]
    known = nouns("person") | nouns("custody") | nouns("officials")
    return not known.intersection(words) and not phrase.head.tagged("POSS")


def _described(frame: Frame, phrase: Phrase) -> Phrase:
    """ "A farm outside Dorvane": what a place without a name lies near belongs to it; the country it is in does not."""
    chunks, after = frame.sentence.chunks, phrase.last + 1
    if phrase.head.tagged("NAME") or after + 1 >= len(chunks) or not frame.sentence.is_word(after, *_BESIDE):
        return phrase
    if chunks[after + 1].kind != "NP" or frame.is_time(chunks[after + 1].start, chunks[after + 1].end):
        return phrase
    near = frame.sentence.phrase(after + 1)
    return Phrase(phrase.first, near.last, phrase.start, near.end, phrase.head)


def _fronted(frame: Frame, rules: Mapping[str, str]) -> None:
    """ "In Accra ten men were held": a phrase of place before the subject."""
    chunks, sentence, k = frame.sentence.chunks, frame.sentence, frame.trigger.chunk
    first = next((i for i, c in enumerate(chunks) if c.kind not in ("QUOTE", "CC", "ADV")), 0)
    if first + 1 >= k or chunks[first].kind != "PREP" or chunks[first + 1].kind != "NP":
        return
    if any(c.kind == "VG" for c in chunks[:k]):
        return
    found = Prepositional(chunks[first].words[0].lower, sentence.phrase(first + 1), chunks[first].start)
    place = rules.get(found.preposition, "").startswith("at") and _fits(frame, "place", found.phrase)
    if place and not frame.is_time(found.start, found.phrase.end) and not frame.taken(found.phrase):
        frame.put("at", found.phrase)


def _adverb(frame: Frame) -> None:
    """ "Held there", "flown here", "sent home": an adverb of place right behind the verb, or part of the trigger."""
    chunks, after = frame.sentence.chunks, frame.trigger.after
    family = term("acts", frame.trigger.act).family
    moved = family in _MOVING and frame.trigger.act != "exchanged"
    if moved:
        within = [w for w in frame.sentence.words if frame.trigger.start <= w.start < frame.trigger.end]
        goal = next((w for w in within if w.lower in _GOALS), None)
        if goal is not None:
            frame.roles.put("to", (goal.start, goal.end))
    if after >= len(chunks):
        return
    word, span = chunks[after].words[0].lower, (chunks[after].start, chunks[after].end)
    if word in PLACE_ADVERBS and len(chunks[after].words) == 1:
        frame.roles.put("to" if family == "move" and word != "nearby" else "at", span, chunks[after])
    elif word in _GOALS and moved:
        frame.roles.put("to", span, chunks[after])


def _invoked(frame: Frame) -> None:
    """ "After the president invoked the act of 1798": the law on which the act rests, in another clause."""
    for k in frame.sentence.verb_groups:
        if {v.base for v in frame.sentence.chunks[k].head.verbs} & _INVOKING:
            objects = frame.sentence.objects(k)
            if objects and is_basis_noun(objects[0].head) and not frame.taken(objects[0]):
                frame.put("basis", objects[0])
