"""What the form of a clause tells of an act without a word for it: that it came so, is taken for granted, is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paradero.reading.acts.frame import Stretch
    from paradero.reading.acts.triggers import Trigger
    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk

_UNABLE = frozenset("unable unwilling reluctant".split())
# "The third to be expelled", "only to be arrested again": an infinitive that tells what came so.
_SINGLING = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
_BEING = frozenset("is are was were be been am become became becomes".split())

# What is welcomed or condemned is taken for granted (Kiparsky and Kiparsky, "Fact", 1970), unless it is called planned.
_JUDGING = frozenset(
    "welcome praise hail applaud celebrate condemn criticise criticize denounce deplore lament regret".split()
)
_PROSPECTIVE = frozenset("planned expected promised proposed future possible imminent forthcoming coming".split())


def is_prospective(chunk: Chunk) -> bool:
    """Whether a noun is called something that is still to come: "the planned release"."""
    return any(w.lower in _PROSPECTIVE for w in chunk.words[:-1])


def is_granted(sentence: Sentence, k: int) -> bool:
    """Whether the noun at chunk k is judged as a fact: "their release was welcomed", "critics praised the return"."""
    chunks = sentence.chunks
    if chunks[k].kind != "NP" or is_prospective(chunks[k]):
        return False
    after = next((i for i in sentence.verb_groups if i > k), None)
    behind = after if after is not None and chunks[after].passive else None
    if behind is not None and any(c.kind in ("REL", "SUB", "CC", "PUNCT") for c in chunks[k:behind]):
        behind = None
    before = k - 1 if k and chunks[k - 1].kind == "VG" and not chunks[k - 1].passive else None
    judging = [chunks[i] for i in (behind, before) if i is not None]
    return any(not c.tagged("MODAL", "TO") and any(v.base in _JUDGING for v in c.head.verbs) for c in judging)


def that_be(sentence: Sentence, k: int) -> bool:
    """ "A resolution that the clan be rounded up": the bare "be" of a that-clause tells what somebody wants."""
    chunk = sentence.chunks[k]
    subject = sentence.subject(k) if chunk.kind == "VG" and chunk.words[0].lower == "be" else None
    return subject is not None and 0 < subject.first < k and sentence.is_word(subject.first - 1, "that")


def had(chunk: Chunk) -> bool:
    """Whether "'d" is short for "had": "they'd been freed", and not "they'd be freed"."""
    return chunk.has("been", "had") or (chunk.head.is_form("part") and not chunk.has("be", "have"))


def _is_past(above: Chunk | None) -> bool:
    """Whether the verb before only says what somebody is or was: "became the third", and not "expects the last"."""
    return above is not None and above.head.lower in _BEING and not above.tagged("MODAL")


def is_unable(sentence: Sentence, k: int) -> bool:
    """Whether an infinitive tells what did not come so: "was unable to free them"."""
    before = sentence.chunks[k - 1].words[-1].lower if k else ""
    return sentence.chunks[k].infinitive and before in _UNABLE


def presupposed(sentence: Sentence, k: int) -> bool:
    """Whether a question takes an act for granted: "did they name the men seized in May?"."""
    others = [c for i, c in enumerate(sentence.chunks) if i != k and c.finite and c.tagged("VERB")]
    return sentence.chunks[k].reduced and bool(others)


def came_so(sentence: Sentence, k: int, above: Chunk | None) -> bool:
    """ "The third to be expelled", "only to be seized", "used to free him", "unable to hold them"."""
    before = sentence.chunks[k - 1] if k else None
    if before is None:
        return False
    singled = before.kind == "NP" and any(w.lower in _SINGLING for w in before.words) and _is_past(above)
    only = before.words[-1].lower == "only" or is_unable(sentence, k)
    return singled or only or (above is not None and above.passive and any(v.base == "use" for v in above.head.verbs))


def was_able(sentence: Sentence, k: int) -> bool:
    """Whether the chunk before an infinitive says that it came so: "was able to arrest them", and not "is able"."""
    before = [w.lower for chunk in sentence.chunks[max(0, k - 2) : k] for w in chunk.words]
    return before[-1:] == ["able"] and bool({"was", "were", "been"} & set(before))


def of_relative(sentence: Sentence, time: Stretch, trigger: Trigger) -> bool:
    """Whether a time closes a relative clause before the act: "on terms that we put to Oran in May, they freed ten"."""
    chunks = sentence.chunks
    comma = next((k for k, c in enumerate(chunks) if c.start >= time[1]), len(chunks))
    if not sentence.mark(comma, ",") or trigger.start < chunks[comma].start:
        return False
    k, verbs = next((k for k, c in enumerate(chunks) if c.end > time[0]), 0) - 1, 0
    while k >= 0 and not sentence.mark(k, ","):
        if chunks[k].kind == "REL" or (sentence.is_word(k, "that") and k > 0 and chunks[k - 1].kind == "NP"):
            return verbs == 1  # a second verb is that of the main clause
        verbs += chunks[k].kind == "VG"
        k -= 1
    return False
