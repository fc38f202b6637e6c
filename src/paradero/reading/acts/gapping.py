"""Parts that share a verb said once: "nine came out of Oran, five out of Kelet"; "they are held, one here, two there".

Each part after the first has people of its own and one place, time or holder, and no verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.reading.acts.kinds import is_basis_noun, is_people, is_place_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.reading.acts.frame import Stretch
    from paradero.reading.acts.scene import Candidate, Scene
    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk

_OTHERS = frozenset("others other rest remainder another".split())
_PLACING = {"from": "from", "of": "from", "to": "to", "into": "to", "in": "at", "at": "at", "on": "at", "near": "at"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its people, what its preposition gives, and all its words.

    Attributes:
        who: the people. role: the role of the other phrase, or "when".
        phrase: the words for that role.
    """

    who: Stretch
    role: str
    phrase: Stretch


def parts(scene: Scene, candidate: Candidate) -> tuple[Part, ...]:
    """Return the parts that go on behind the clause of a trigger, in order; none when anything else follows."""
    chunks, trigger = scene.sentence.chunks, candidate.trigger
    if chunks[trigger.chunk].kind != "VG" or "who" not in candidate.roles.spans:
        return ()
    end = max((e for _, e in candidate.roles.spans.values() if e > trigger.end), default=trigger.end)
    end = max([end, *(e for s, e in scene.times if trigger.end <= s <= end + 5)])
    k = next((i for i, c in enumerate(chunks) if c.start >= end), len(chunks))
    return tuple(_parts(scene, candidate, k))


def _parts(scene: Scene, candidate: Candidate, k: int) -> Iterator[Part]:
    sentence, chunks = scene.sentence, scene.sentence.chunks
    while k < len(chunks):
        opened = k
        while k < len(chunks) and (sentence.mark(k, frozenset(",;:—–")) or sentence.is_word(k, "and", "but")):
            k += 1
        start, k = k, k + (k < len(chunks) and chunks[k].kind == "DET")  # "the others"
        if start == opened or k >= len(chunks) or not _is_part(chunks[k]):
            return
        people, k = chunks[k], k + 1
        while k < len(chunks) and sentence.is_word(k, "out", "of", "over"):
            k += 1
        if k < len(chunks) and chunks[k].kind == "PREP":
            preposition, k = chunks[k].words[-1].lower, k + 1
        else:
            preposition = chunks[k - 1].words[-1].lower
        if k >= len(chunks) or chunks[k].kind != "NP" or not _closes(sentence, k + 1):
            return
        role = _role(scene, candidate, preposition, k)
        if not role:
            return
        yield Part((chunks[start].start, _end(people)), role, (chunks[k].start, chunks[k].end))
        k += 1


def _is_part(chunk: Chunk) -> bool:
    """A number, with or without its noun, or "the others"."""
    if chunk.kind != "NP" or is_people(chunk) is False:
        return False
    counted = any(w.tag == "NUM" for w in chunk.words[:2]) and (chunk.head.tag == "NUM" or is_people(chunk) is True)
    return counted or chunk.head.lower in _OTHERS


def _end(chunk: Chunk) -> int:
    """Where the words for the people end: "five out" of "five out of Oran" is no number of people out of others."""
    return max(w.end for w in chunk.words if w.tag != "PREP")


def _closes(sentence: Sentence, k: int) -> bool:
    """Whether the part ends here: at a comma, an "and", or the end of the sentence."""
    if k >= len(sentence.chunks):
        return True
    chunk = sentence.chunks[k]
    return chunk.kind in ("PUNCT", "CC", "QUOTE")


def _role(scene: Scene, candidate: Candidate, preposition: str, k: int) -> str:
    """The role of the second phrase: a time, a place, or the holder or the law where the first part has one too."""
    chunk = scene.sentence.chunks[k]
    if any((s <= chunk.start and chunk.end <= e) or chunk.start <= s < chunk.end for s, e in scene.times):
        return "when"
    if preposition == "by" and "by" in candidate.roles.spans:
        return "by"
    if preposition == "under" and "basis" in candidate.roles.spans and is_basis_noun(chunk):
        return "basis"  # "137 under the act and 101 under ordinary orders"
    place = is_place_noun(chunk) or scene.is_place(chunk.start, chunk.end) or chunk.head.tag == "NAME"
    return _PLACING.get(preposition, "") if place else ""
