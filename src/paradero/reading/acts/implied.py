"""What the form of a clause tells of an act without a word for it: that it came so, is taken for granted, is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk

_UNABLE = frozenset("unable unwilling reluctant".split())
# "The third to be expelled", "only to be arrested again": an infinitive that tells what came so.
_SINGLING = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
_BEING = frozenset("is are was were be been am become became becomes".split())


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
