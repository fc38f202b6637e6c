"""Who is concerned and who does it, by the kind of trigger: verb, noun or state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts.kinds import PLACE_ADVERBS, is_lockup, is_people
from paradero.reading.acts.lexicon import nouns
from paradero.reading.acts.nominal import POSSESSIVES, by_noun, tabulated
from paradero.text.en.complements import Phrase
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.reading.acts.frame import Frame
    from paradero.text.en.phrases import Chunk

_ACT_NOUNS = frozenset(
    """exchange exchanges swap swaps release releases transfer transfers pardon charge charges case conviction verdict
    judgment""".split()
)
_COUNTING = frozenset("one another other others both third fourth fifth".split())
_TERMS = frozenset("years months days weeks life".split())


def concerned(frame: Frame) -> None:
    """Fill ``who`` and ``by``, and ``to`` or ``outcome`` where a second object gives them."""
    {"verbs": _verb, "subject": _own_act, "nouns": by_noun, "states": _state}[frame.trigger.pattern.kind](frame)
    if frame.trigger.pattern.kind in ("verbs", "subject"):
        _term(frame)
    _place_told(frame)
    _apposed(frame)


def _apposed(frame: Frame) -> None:
    """ "One, a baker of Oran, was held": a bare number or "another" is told by the words set off behind it."""
    sentence, span = frame.sentence, frame.roles.spans.get("who")
    head = frame.roles.heads.get("who")
    if span is None or head is None or not _untold(head):
        return
    comma = next((i for i, c in enumerate(sentence.chunks) if c.start >= span[1]), len(sentence.chunks))
    closing = next((i for i in range(comma + 1, len(sentence.chunks)) if sentence.mark(i, ",")), comma)
    inside = sentence.chunks[comma + 1 : closing]
    counted = not head.tagged("NUM") and any(c.tagged("NUM") for c in inside)  # "another, one of ten brothers"
    told = bool(inside) and inside[0].kind == "NP" and not counted and not any(c.finite for c in inside)
    if sentence.mark(comma, ",") and told and inside[-1].end < frame.trigger.start:
        frame.roles.spans["who"] = span[0], inside[-1].end


def _untold(head: Chunk) -> bool:
    """Whether a phrase is a number or a pronoun that only counts: "two", "another", "the other", "a fourth"."""
    return head.head.tag == "NUM" or head.words[-1].lower in _COUNTING


def _verb(frame: Frame) -> None:
    k, sentence = frame.trigger.chunk, frame.sentence
    subject, objects = sentence.subject(k), _objects(frame)
    if k == 0 and frame.chunk.reduced and (counted := tabulated(frame)) is not None:
        frame.put("who", counted)
    if frame.trigger.pattern.words[-1] == "_" and objects:
        _put_objects(frame, objects)  # "nothing has been heard of them", "soldiers came for him"
        frame.put("by", subject if not frame.chunk.passive else None)
    elif (_only_carries(frame) and not frame.chunk.passive) or (not objects and _visits(frame)):
        frame.put("by", subject)
    elif frame.chunk.passive or (frame.chunk.reduced and not objects and (_by(frame) or not _relative_object(frame))):
        frame.put("who", subject)
        if objects and term("acts", frame.trigger.act).family == "law":
            frame.put("outcome", objects[0])
    elif objects and objects[0].head.head.lower in closed("reflexive"):
        frame.put("who", subject)  # "gave himself up": who acts and who is concerned are one
    elif objects:
        _put_objects(frame, objects)
        _put_agent(frame, subject)
    else:
        antecedent = sentence.relative_object(k)
        frame.put("who", antecedent)
        frame.put("by" if antecedent is not None else "who", subject)


def _visits(frame: Frame) -> bool:
    """Whether "visited" is the verb of its sentence and names nobody who was visited: "the Red Cross visited twice"."""
    others = [i for i in frame.sentence.verb_groups if frame.sentence.chunks[i].finite and i != frame.trigger.chunk]
    active = frame.chunk.finite and not frame.chunk.passive
    return frame.trigger.act == "visited" and active and not others and not _by(frame)


def _by(frame: Frame) -> bool:
    """Whether an agent stands behind the verb, which is then no active one: "the driver, tried by a military court"."""
    return any(p.preposition == "by" for p in frame.sentence.prepositional(frame.trigger.chunk)[:1])


def _put_agent(frame: Frame, subject: Phrase | None) -> None:
    """Who does it; a house that holds people is where they are: "the country's jails hold 39,000"."""
    house = subject is not None and is_lockup(subject.head) and frame.trigger.act == "held"
    frame.put("at" if house else "by", subject)


def _only_carries(frame: Frame) -> bool:
    """ "Carried out the exchange": the act is a noun, the verb only carries it."""
    words = frame.trigger.words
    last = frame.sentence.words[words[-1]]
    return len(words) > 1 and last.lower in _ACT_NOUNS and not _objects(frame)


def _relative_object(frame: Frame) -> bool:
    """Whether a past form with no object has one in the noun before its clause: "people that the regime kept"."""
    sentence, k = frame.sentence, frame.trigger.chunk
    antecedent, subject = sentence.relative_object(k), sentence.subject(k)
    if antecedent is None or subject is None:
        return False
    after_pronoun = subject.first > 0 and sentence.chunks[subject.first - 1].kind == "REL"
    return after_pronoun or is_people(antecedent.head) is True


def _objects(frame: Frame) -> tuple[Phrase, ...]:
    """The objects behind the verb or behind the trigger words, those left out that are trigger words themselves."""
    sentence, trigger = frame.sentence, frame.trigger
    found = sentence.objects(trigger.chunk)
    if trigger.after - 1 > trigger.chunk:
        found += tuple(o for o in sentence.objects(trigger.after - 1) if o not in found)
    found = tuple(o for o in found if o.head.head.lower not in PLACE_ADVERBS)
    found = tuple(_without_trigger(frame, o) for o in found)
    near = tuple(o for o in found if not frame.is_time(o.start, o.end) and not _holds_trigger(frame, o))
    return near or _late_object(frame)


def _without_trigger(frame: Frame, phrase: Phrase) -> Phrase:
    """The object of "cleared all four of terrorism" ends before the "of" that belongs to the verb."""
    chunks, first = frame.sentence.chunks, phrase.first
    head = any(chunks[first].first <= word <= chunks[first].last for word in frame.trigger.words)
    if head or not _holds_trigger(frame, phrase):
        return phrase
    return Phrase(first, first, chunks[first].start, chunks[first].end, chunks[first])


def _late_object(frame: Frame) -> tuple[Phrase, ...]:
    """A heavy object behind the place: "returned to Venezuela every one of its nationals"."""
    last = frame.sentence.words[frame.trigger.words[-1]].lower
    if len(frame.trigger.words) > 1 and last not in ("to", "from", "into"):
        return ()
    found = frame.sentence.prepositional(frame.trigger.chunk)
    behind = found[0].phrase.last + 1 if found and not frame.chunk.passive else len(frame.sentence.chunks)
    if behind >= len(frame.sentence.chunks) or frame.sentence.chunks[behind].kind != "NP":
        return ()
    late = frame.sentence.phrase(behind)
    return (late,) if is_people(late.head) is True and not frame.is_time(late.start, late.end) else ()


def _holds_trigger(frame: Frame, phrase: Phrase) -> bool:
    return any(phrase.head.first <= word <= phrase.head.last for word in frame.trigger.words)


def _put_objects(frame: Frame, objects: tuple[Phrase, ...]) -> None:
    """One object is the person concerned; of two, the first is who receives: "handed the consul two men"."""
    if len(objects) == 2 and is_people(objects[1].head) and _may_give(frame):
        frame.put("to", objects[0])
        frame.put("who", objects[1])
    elif len(objects) == 2 and frame.trigger.act == "offered":
        return  # "offered the coach a contract": nobody is offered
    elif "of" in frame.trigger.pattern.words and "_" in frame.trigger.pattern.words:
        head = objects[0].head  # "cleared three officers of torture"
        frame.roles.put("who", (head.start, head.end), head)
    else:
        frame.put("who", objects[0])


def _may_give(frame: Frame) -> bool:
    """Whether the verb takes a receiver and people: "handed the consul two men", but "shot them one by one"."""
    return term("acts", frame.trigger.act).family in ("move", "release", "deal")


def _term(frame: Frame) -> None:
    """ "Got ten years", "was given six months": the term among the words that tell a sentence is its outcome."""
    if frame.trigger.act == "sentenced" and frame.trigger.pattern.words[-1] in _TERMS:
        last = frame.sentence.words[frame.trigger.words[-1]]
        k = frame.sentence.chunk_at(last.start)
        frame.put("outcome", frame.sentence.phrase(k) if k is not None and k > frame.trigger.chunk else None)


def _place_told(frame: Frame) -> None:
    """ "Kept in its prisons": the place among the words of the act, where it says more than "prison"."""
    k = frame.sentence.chunk_at(frame.trigger.end - 1)
    chunk = frame.sentence.chunks[k] if k is not None and frame.trigger.pattern.kind != "nouns" else None
    if k is not None and chunk is not None and chunk.kind == "NP" and len(chunk.words) > 1:
        told = chunk.head.lower in nouns("cell") and chunk.head.end == frame.trigger.end
        if told and not is_lockup(chunk) and chunk.words[0].lower in POSSESSIVES:
            frame.roles.put("by", (chunk.start, chunk.words[0].end), chunk)
            return  # "in our custody": custody is no place, and whose it is holds them
        way = frame.sentence.chunks[k - 1].words[-1].lower if k else ""
        role = {"of": "from", "from": "from", "to": "to", "into": "to"}.get(way, "at")  # "walked out of Kelet prison"
        frame.put(role, frame.sentence.phrase(k) if told else None)


def _own_act(frame: Frame) -> None:
    frame.put("who", frame.sentence.subject(frame.trigger.chunk))
    if frame.trigger.act == "accused":
        after = frame.sentence.prepositional(frame.trigger.after - 1)
        end = after[0].phrase.end if after and after[0].preposition in ("to", "of", "with") else frame.trigger.end
        frame.roles.put("accusation", (frame.trigger.start, end), frame.chunk)


def _state(frame: Frame) -> None:
    """ "They are in custody", "the men in custody", "the ten freed men"."""
    sentence, trigger = frame.sentence, frame.trigger
    if trigger.pattern.words[-1] == "of" and trigger.after < len(sentence.chunks):
        holder = sentence.chunks[trigger.after]  # "in the hands of the militia"
        frame.put("by", sentence.phrase(trigger.after) if holder.kind == "NP" else None)
    if frame.chunk.kind == "VG":
        frame.put("who", sentence.subject(trigger.chunk))
        return
    if frame.chunk.kind == "NP" and trigger.words:
        frame.put("who", sentence.phrase(trigger.chunk))
        return
    k = trigger.chunk - 1
    while k >= 0 and sentence.chunks[k].kind in ("ADV", "QUOTE", "PREP"):
        k -= 1
    if sentence.mark(k, ",") and k == trigger.chunk - 1 - _bare(frame) and sentence.chunks[k - 1].kind == "NP":
        k = sentence.past_age(k - 1)  # "the driver, 34, in custody since May, ..."
    if k < 0:
        frame.put("who", sentence.fronted_subject(trigger.chunk))
        return
    if sentence.chunks[k].kind == "NP" and frame.is_length(sentence.phrase(k)):
        k -= 1  # "she had been four years in their hands"
    if trigger.pattern.words[0] == "without" and (verb := _verb_left(frame, k)) is not None:
        frame.put("who", sentence.subject(verb))
        return
    if k >= 0 and sentence.chunks[k].kind == "VG":
        objects = [o for o in sentence.objects(k) if o.end <= trigger.start and not frame.is_length(o)]
        frame.put("who", objects[0] if objects else sentence.subject(k))
    elif k >= 0 and sentence.chunks[k].kind == "NP":
        frame.put("who", sentence.phrase(sentence.of_head(k)))


def _bare(frame: Frame) -> bool:
    """Whether the chunk before the trigger is the preposition that opens it."""
    k = frame.trigger.chunk - 1
    return k >= 0 and frame.sentence.chunks[k].kind == "PREP"


def _verb_left(frame: Frame, k: int) -> int | None:
    """The verb whose object or adverbial the words before a "without" are: "signed a confession without ..."."""
    chunks = frame.sentence.chunks
    while k >= 0 and chunks[k].kind in ("NP", "PREP", "ADV"):
        k -= 1
    return k if k >= 0 and chunks[k].kind == "VG" else None
