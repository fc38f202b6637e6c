"""Where, from where, to where, in return for what, on what basis, of what: what prepositions say around a trigger."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts.kinds import is_basis_noun, is_people, is_place_noun
from paradero.text.en.clauses import Prepositional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paradero.reading.acts.frame import Frame
    from paradero.text.en.clauses import Phrase

_RULE = re.compile(r"(\w*)(?: \[(\w+)\])?$")
_INVOKING = frozenset("invoke cite apply".split())
_PLACE_ADVERBS = frozenset("there here nearby abroad".split())
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
    for found in frame.sentence.prepositional(frame.trigger.after - 1):
        behind = found.start >= frame.trigger.end - len(found.preposition)
        if behind and (_no_time(frame, found) or not frame.is_time(found.phrase.start, found.phrase.end)):
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
    match = _RULE.match(rules.get(found.preposition, ""))
    role, needs = (match[1], match[2]) if match is not None else ("", None)
    if role == "by" and not _is_agent(frame, phrase):
        return
    if role and role != "counterpart" and _fits(frame, needs, phrase) and not frame.taken(phrase):
        frame.put(role, phrase)
    elif found.preposition in ("on", "facing") and phrase.head.words[-1].lower in _CHARGES:
        frame.put("accusation", phrase)
    elif found.preposition in ("in", "under", "through", "after") and is_basis_noun(phrase.head):
        frame.put("basis", phrase)


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
    means = phrase.head.head.lower in _MEANS and not phrase.head.tagged("DET")
    return not active and not means and phrase.head.head.tag != "NUM"


def _fits(frame: Frame, needs: str | None, phrase: Phrase) -> bool:
    people = is_people(phrase.head) is True
    if needs == "place":
        named = phrase.head.head.tag == "NAME" and not people
        return named or frame.is_place(phrase.start, phrase.end) or is_place_noun(phrase.head)
    if needs == "thing":
        return not people and phrase.head.head.tag != "NUM"
    if needs == "basis":
        return any(w.tag == "NAME" for w in phrase.head.words) or is_basis_noun(phrase.head)
    return people if needs == "people" else True


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
    chunks, after = frame.sentence.chunks, frame.trigger.after
    if after < len(chunks) and chunks[after].words[0].lower in _PLACE_ADVERBS:
        frame.roles.put("at", (chunks[after].start, chunks[after].end), chunks[after])


def _invoked(frame: Frame) -> None:
    """ "After the president invoked the act of 1798": the law on which the act rests, in another clause."""
    for k in frame.sentence.verb_groups:
        if {v.base for v in frame.sentence.chunks[k].head.verbs} & _INVOKING:
            objects = frame.sentence.objects(k)
            if objects and is_basis_noun(objects[0].head) and not frame.taken(objects[0]):
                frame.put("basis", objects[0])
