"""Verbs of custody that have another sense: which one it is, by what stands around them.

"They were tried in Oran" and "they tried to call"; "charged with treason" and "charged visitors four dinars"; "nobody
has heard from them" and "we heard from them". A pattern that is not named here has one sense.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paradero.reading.acts.kinds import is_people
from paradero.reading.acts.lexicon import nouns

if TYPE_CHECKING:
    from paradero.reading.acts.lexicon import Pattern
    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk

_NO_WORDS = frozenset("no not never n't nor nothing nobody none neither without".split())
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}$")
_HARM = frozenset("unhurt unharmed uninjured unscathed injury death notice attention criticism arrest capture".split())
# Who is met after one of these is received; without one, visited.
_COMING = frozenset("arrive come cross disembark fly go land reach return sail step travel".split())
_WILLING = frozenset("offer promise agree volunteer pledge undertake refuse decline consent".split())
_OF_WILL = frozenset("try offer refuse propose request seek find".split())
# Acts whose everyday verbs tell them only of an object.
_NEEDS_OBJECT = frozenset("held arrested abducted visited received refused".split())
# Verbs that people also do without an object: "a hundred people marched in Oran".
_LABILE = frozenset("march drive sail shift move lead tour".split())


def has_sense(sentence: Sentence, k: int, pattern: Pattern, end: int) -> bool:
    """Tell whether the verb group at chunk k, matched up to character ``end``, has the sense of custody."""
    if pattern.negated and not is_negated(sentence, k, end):
        return False
    base, following = pattern.words[0], _following(sentence, k)
    if pattern.words == ("take", "off") and pattern.kind == "subject":
        return not sentence.chunks[k].passive  # planes take off; people are taken off
    if "where" in pattern.words:
        return _of_people_behind(sentence, end)
    if pattern.words in (("take",), ("take", "in")):
        return _taken_in(sentence, k, pattern) == (pattern.act == "received")
    if pattern.weak and pattern.act in _NEEDS_OBJECT and _has_none(sentence, k, pattern):
        return False
    if len(pattern.words) == 1:
        return _alone(sentence, k, base, following)
    if pattern.words[:2] in (("meet", "by"), ("greet", "by")):
        return any(v.base in _COMING for i in sentence.verb_groups if i < k for v in sentence.chunks[i].head.verbs)
    if pattern.words[:3] == ("be", "full", "of"):
        subject = sentence.subject(k)
        return subject is not None and subject.head.head.lower in nouns("cell")
    return True


def _has_none(sentence: Sentence, k: int, pattern: Pattern) -> bool:
    """Whether a transitive verb stands in the active with nothing that it is done to: "the train stops at Oran"."""
    chunk = sentence.chunks[k]
    active = chunk.finite and not chunk.passive and not chunk.reduced
    alone = pattern.kind == "verbs" and len(pattern.words) == 1
    return alone and active and not sentence.objects(k) and sentence.relative_object(k) is None


def _alone(sentence: Sentence, k: int, base: str, following: Chunk | None) -> bool:
    """The same for a pattern of one word."""
    if base in _OF_WILL and following is not None and following.infinitive:
        return False  # "tried to call", "refused to hand them over": the act is the one in the infinitive
    done = sentence.subject(k) if sentence.chunks[k].passive else next(iter(sentence.objects(k)), None)
    if base == "stay":
        return done is not None and done.head.head.lower in nouns("event")  # "a judge stayed the deportation"
    if base == "execute":
        return done is None or done.head.head.lower not in nouns("bases") | nouns("things")
    if base == "hold" and following is not None:
        objects = sentence.objects(k)  # "the court held that", "the court held the arrest unlawful"
        return following.kind != "SUB" and not (objects and objects[0].head.head.lower in nouns("event"))
    if base == "charge":
        return len(sentence.objects(k)) < 2  # "charged visitors four dinars"
    if base == "beat":
        return following is None or not _SCORE.match(following.words[0].text)
    if base == "escape":
        return following is None or not any(w.lower in _HARM for w in following.words)
    if base in _LABILE and not sentence.chunks[k].passive:
        return bool(sentence.objects(k))
    if base == "carry" and sentence.chunks[k].gerund:
        subject = sentence.subject(k)  # "a plane carrying ten men landed": the men landed
        return subject is None or subject.head.head.lower not in nouns("vehicle")
    return True


def _of_people_behind(sentence: Sentence, end: int) -> bool:
    """Whether the next noun is people: "nobody knows where they are", not "where the money went"."""
    behind = next((c for c in sentence.chunks if c.start >= end and c.kind == "NP"), None)
    return behind is not None and is_people(behind) is True


def _taken_in(sentence: Sentence, k: int, pattern: Pattern) -> bool:
    """Whether taking is receiving: "Oman took in 28 of them", "five states offered to take them"."""
    chunk, above = sentence.chunks[k], max((i for i in sentence.verb_groups if i < k), default=None)
    if len(pattern.words) == 2 and not chunk.passive:
        return True
    willing = above is not None and any(v.base in _WILLING for v in sentence.chunks[above].head.verbs)
    return chunk.infinitive and willing


def is_inherent(pattern: Pattern) -> bool:
    """Tell whether a negation is among the words of a pattern: "hear nothing", "not want to leave"."""
    return any(word in _NO_WORDS for word in pattern.words)


def is_negated(sentence: Sentence, k: int, end: int) -> bool:
    """Tell whether a clause is negated in its verb group, its subject, or between the verb and a character offset."""
    chunk, subject = sentence.chunks[k], sentence.subject(k)
    words = [w for w in sentence.words if chunk.start <= w.start < max(end, chunk.end)]
    opening = subject.head.words[:2] if subject is not None else ()
    before = sentence.chunks[k - 1].words[-1:] if k else ()
    return (
        chunk.negated or any(w.lower in _NO_WORDS for w in (*words, *opening)) or any(w.lower == "nor" for w in before)
    )


def _following(sentence: Sentence, k: int) -> Chunk | None:
    after = k + 1
    while after < len(sentence.chunks) and sentence.chunks[after].kind in ("ADV", "QUOTE"):
        after += 1
    return sentence.chunks[after] if after < len(sentence.chunks) else None
