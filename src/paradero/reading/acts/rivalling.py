"""Figures that answer a figure: "The ministry said 40 were held. Their families say 61."

Such a clause names no act: a verb of telling or counting and a bare number. The act is that of the figure before it,
which is worked out and not said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.acts.kinds import is_people
from paradero.reading.acts.mention import ActMention
from paradero.reading.acts.modality import Mood
from paradero.text.en.numbers import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.reading.acts.frame import Stretch
    from paradero.reading.acts.scene import Scene
    from paradero.text.en.clauses import Sentence

_TELLING = frozenset(
    """say give claim count report list admit acknowledge record tally estimate speak talk mention declare announce
    maintain insist concede tweet""".split()
)
_FIGURES = frozenset("figure figures number numbers count total tally toll estimate estimates list lists".split())
_GROWING = frozenset("be stand rise grow fall drop climb settle run reach come go".split())
_AT = frozenset("at to of on".split())
# What the number would count if a noun followed; a number that anything hangs on is no bare one.
_BEHIND = frozenset({"PUNCT", "CC", "QUOTE", "SUB"})


# How many sentences a figure may be back that another answers.
_ANSWERED = 3


def with_rivals(told: Iterable[tuple[Scene, list[ActMention]]]) -> Iterator[ActMention]:
    """Add to the mentions of every sentence the figures that answer the last figure before them."""
    counted: ActMention | None = None
    back = 0
    for scene, mentions in told:
        found = mentions
        if not found and counted is not None and back < _ANSWERED:
            found = [_answering(scene, counted, *rival) for rival in _rivals(scene, scene.sentence)]
        yield from found
        last = next((m for m in reversed(found) if _is_counted(scene, m)), None)
        counted, back = (last, 0) if last is not None else (counted, back + 1)


def _answering(scene: Scene, counted: ActMention, clause: Stretch, number: Stretch) -> ActMention:
    span = (scene.sentence.start, scene.sentence.end)
    return ActMention(counted.act, *clause, number, {"who": number}, Mood(), None, span, told_before=True)


def _is_counted(scene: Scene, mention: ActMention) -> bool:
    """Whether a mention has a number of people that another source may contest; one person is none."""
    who = mention.roles.get("who")
    found = figures(scene.sentence.text, *who) if who is not None else ()
    return any(f.kind == "count" and f.value is not None and f.value > 1 for f in found)


def _rivals(scene: Scene, sentence: Sentence) -> Iterator[tuple[Stretch, Stretch]]:
    """The bare figures of a sentence that tells no act: (the clause, the number), in order."""
    for k in sentence.verb_groups:
        subject, number = sentence.subject(k), _number(sentence, k)
        if subject is None or number is None or subject.first > k:
            continue
        bases = {v.base for v in sentence.chunks[k].head.verbs} | (
            {"be"} if sentence.chunks[k].head.tag == "AUX" else set()
        )
        of_figures = subject.head.head.lower in _FIGURES
        if not (bases & _TELLING and not of_figures) and not (bases & _GROWING and of_figures):
            continue
        chunk = sentence.chunks[number]
        if _is_time(scene, (chunk.start, chunk.end)) or not _counts(sentence, number):
            continue
        start = subject.start if subject.end <= sentence.chunks[k].start else sentence.chunks[k].start
        yield (start, chunk.end), (chunk.start, chunk.end)


def _number(sentence: Sentence, k: int) -> int | None:
    """The bare number behind a verb, or behind "at", "to" and "of" after it."""
    chunks, i = sentence.chunks, k + 1
    while i < len(chunks) and (chunks[i].kind in ("ADV", "QUOTE") or sentence.mark(i, ":")):
        i += 1
    if i < len(chunks) and chunks[i].kind == "PREP" and chunks[i].words[-1].lower in _AT:
        i += 1
    if i >= len(chunks) or chunks[i].kind != "NP" or chunks[i].head.tag != "NUM":
        return None
    behind = chunks[i + 1] if i + 1 < len(chunks) else None
    return i if behind is None or behind.kind in _BEHIND else None


def _counts(sentence: Sentence, i: int) -> bool:
    chunk = sentence.chunks[i]
    found = figures(sentence.text, chunk.start, chunk.end)
    return len(found) == 1 and found[0].kind == "count" and found[0].value is not None and is_people(chunk) is True


def _is_time(scene: Scene, span: Stretch) -> bool:
    return any(span[0] < e and s < span[1] for s, e in scene.times)
