"""Who is concerned and who does it where a noun names the act: "the release of ten men", "their release", "arrests"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.acts.kinds import is_people
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.reading.acts.frame import Frame
    from paradero.text.en.complements import Phrase
    from paradero.text.en.phrases import Chunk

_GIVING = frozenset("grant give extend refuse deny allow offer".split())
_LIGHT = frozenset("make carry conduct perform effect complete stage".split())
_FACING = frozenset(
    "face faces faced facing await awaits awaiting awaited receive received receives is are was were".split()
)
# Acts whose nouns are counted, but not by people: "eleven visits", "three postponements".
_MEETINGS = frozenset("visited negotiated offered requested agreed scheduled postponed demanded accused".split())
POSSESSIVES = closed("possessive") | {"whose"}


def by_noun(frame: Frame) -> None:
    """ "The release of ten men", "their release", "eleven arrests"."""
    chunks, target = frame.sentence.chunks, frame.trigger.chunk + 2
    if target < len(chunks) and chunks[target - 1].kind == "PREP" and frame.is_time(*_stretch(chunks[target])):
        target += 2  # "the arrest on 9 May of the driver"
    if target < len(chunks) and frame.sentence.is_word(target - 1, "of", *frame.trigger.pattern.words[-2:-1]):
        while target < len(chunks) and chunks[target].kind == "QUOTE":
            target += 1
        if target < len(chunks) and chunks[target].kind == "NP":
            frame.put("who", frame.sentence.phrase(target))
    _past_agent(frame)
    _possessor(frame)
    _carried_out(frame)
    if "who" not in frame.roles.spans:
        frame.put("who", tabulated(frame) if frame.trigger.chunk == 0 else None)
        _unheard(frame) or _counted(frame) or _granted(frame) or _bestowed(frame) or _faced(frame)


def _past_agent(frame: Frame) -> None:
    """ "The release by Zubara of eight men", "the return to Oran of forty exiles": who comes behind another role."""
    chunks, k = frame.sentence.chunks, frame.trigger.chunk
    if k + 4 >= len(chunks) or not frame.sentence.is_word(k + 1, "by", "to", "from"):
        return
    between, people = chunks[k + 2], chunks[k + 4]
    of = frame.sentence.is_word(k + 3, "of") and between.kind == people.kind == "NP"
    counted = is_people(people) is True or people.tagged("NUM")
    if of and counted and between.tagged("NAME"):
        role = {"by": "by", "to": "to", "from": "from"}[chunks[k + 1].words[0].lower]
        frame.roles.put(role, (between.start, between.end), between)
        frame.put("who", frame.sentence.phrase(k + 4))


def _stretch(chunk: Chunk) -> tuple[int, int]:
    return chunk.start, chunk.end


def _carried_out(frame: Frame) -> None:
    """ "Police made 212 arrests": the subject of the light verb does it."""
    k, sentence = frame.trigger.chunk - 1, frame.sentence
    if k >= 0 and sentence.chunks[k].kind == "VG" and not sentence.chunks[k].passive:
        light = any(v.base in _LIGHT for v in sentence.chunks[k].head.verbs)
        frame.put("by", sentence.subject(k) if light else None)


def _possessor(frame: Frame) -> None:
    """Words before the noun: "their", "the Americans'"; of an accusation the possessor is who makes it."""
    before = [w for w in frame.chunk.words if w.end <= frame.trigger.start]
    marks = [n for n, w in enumerate(before) if w.tag == "POSS"]
    owned = before[: marks[-1]] if marks else [w for w in before if w.lower in POSSESSIVES]
    if owned and frame.is_time(owned[0].start, owned[-1].end):
        return  # "Sunday's arrests"
    if owned:
        holder = frame.trigger.act == "accused" or frame.chunk.head.lower == "custody"
        role = "by" if "who" in frame.roles.spans or holder else "who"
        frame.roles.put(role, (owned[0].start, owned[-1].end), frame.chunk)


def _counted(frame: Frame) -> bool:
    number = next((w for w in frame.chunk.words if w.tag == "NUM" and w.end <= frame.trigger.start), None)
    if number is not None and frame.trigger.act not in _MEETINGS:
        frame.roles.put("who", (number.start, number.end), frame.chunk)
    return number is not None


def _unheard(frame: Frame) -> bool:
    """ "No judge heard the men": of a right that nobody gave, the people are the object of its verb."""
    k, sentence = frame.trigger.chunk, frame.sentence
    active = k + 1 < len(sentence.chunks) and sentence.chunks[k + 1].kind == "VG" and not sentence.chunks[k + 1].passive
    objects = sentence.objects(k + 1)[:1] if active and frame.trigger.act.startswith("denied_") else ()
    people = [o for o in objects if is_people(o.head) is True]
    frame.put("who", people[0] if people else None)
    return bool(people)


def _granted(frame: Frame) -> bool:
    """ "Clemency was granted to five men"."""
    k, sentence = frame.trigger.chunk, frame.sentence
    after = next((i for i in sentence.verb_groups if i > k), None)
    if after is None or after - k > 2 or not _gives(sentence.chunks[after]):
        return False
    receivers = [p.phrase for p in sentence.prepositional(after) if p.preposition == "to"]
    frame.put("who", receivers[0] if receivers else None)
    return True


def _bestowed(frame: Frame) -> bool:
    """ "The president extended clemency to nine men"."""
    k, sentence = frame.trigger.chunk, frame.sentence
    if not k or not _gives(sentence.chunks[k - 1]) or sentence.chunks[k - 1].passive:
        return False
    receivers = [p.phrase for p in sentence.prepositional(k)[:1] if p.preposition == "to"]
    if receivers:
        frame.put("who", receivers[0])
        frame.put("by", sentence.subject(k - 1))
    return bool(receivers)


def _faced(frame: Frame) -> bool:
    """ "They were granted bail", "twelve men face execution"."""
    k, sentence = frame.trigger.chunk, frame.sentence
    before = next((i for i in reversed(sentence.verb_groups) if i < k), None)
    if before is None or any(c.kind in ("SUB", "REL", "CC") for c in sentence.chunks[before:k]):
        return False
    verb, subject = sentence.chunks[before], sentence.subject(before)
    if (_gives(verb) and verb.passive) or verb.head.lower in _FACING:
        frame.put("who", subject if subject is not None and is_people(subject.head) is True else None)
    return True


def _gives(chunk: Chunk) -> bool:
    return any(v.base in _GIVING for v in chunk.head.verbs)


def tabulated(frame: Frame) -> Phrase | None:
    """ "Held: 44": the number behind the colon of a line of a table."""
    sentence = frame.sentence
    number = next((i for i, c in enumerate(sentence.chunks) if i > 1 and c.kind != "PUNCT"), None)
    if number is None or not sentence.mark(1, frozenset({":", "–", "—", "-", ".", "..."})):
        return None
    return sentence.phrase(number) if sentence.chunks[number].tagged("NUM") else None
