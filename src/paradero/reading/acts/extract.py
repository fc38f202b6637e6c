"""From sentences to act mentions: every act of custody that a text tells, with its roles, time and mood.

No speaker yet: who says it is added by ``paradero.reading.assemble``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.reading.acts import kinds
from paradero.reading.acts.counting import VETO, told
from paradero.reading.acts.fitting import fits, is_right_denied
from paradero.reading.acts.gapping import Part, parts
from paradero.reading.acts.implied import is_granted, of_relative
from paradero.reading.acts.joined import joined
from paradero.reading.acts.mention import ActMention
from paradero.reading.acts.modality import Mood, mood
from paradero.reading.acts.nominal import POSSESSIVES
from paradero.reading.acts.rivalling import with_rivals
from paradero.reading.acts.roles import Stretch
from paradero.reading.acts.scene import Candidate, Scene
from paradero.text.en.clauses import Sentence
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paradero.reading.acts.opinion import Opinion, View
    from paradero.reading.acts.triggers import Trigger
    from paradero.reading.gazetteer import Gazetteer

# A role further from its trigger than this, in characters, is left out of the words of the statement.
REACH = 160
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def extract(
    text: str, stretches: Iterable[Stretch], gazetteer: Gazetteer, opinion: Opinion | None = None
) -> tuple[ActMention, ...]:
    """Return the act mentions of the given stretches of a text, in order.

    Args:
        text: the frozen text.
        stretches: the parts to read, as offsets; boilerplate and credits are left out by the caller.
        gazetteer: the names of places and bodies.
        opinion: a trained model's, which decides on doubtful triggers and adds those that no list knows.
    """
    spans = [s for start, end in stretches for s in sentences(text, start, end)]
    about_custody = _about_custody(text, spans)
    # What the model finds nothing in would be vetoed, so it need not be analysed.
    read = (s for s in spans if opinion is None or opinion.most(*s) >= VETO)
    scenes = (Scene(Sentence(text, *s), gazetteer, about_custody, opinion) for s in read)
    return tuple(sorted(with_rivals((s, list(_mentions(s))) for s in scenes), key=lambda m: (m.trigger, m.act)))


def _about_custody(text: str, spans: Iterable[Stretch]) -> bool:
    """Everyday words ("moved", "left") count only where several words of the text are about custody."""
    words = (match[0].lower() for start, end in spans for match in _WORD.finditer(text, start, end))
    return sum(map(kinds.mentions_custody, words)) >= 2


def _mentions(scene: Scene) -> Iterator[ActMention]:
    candidates = told(scene)
    triggers = [c.trigger for c in candidates]
    for candidate in candidates:
        others = parts(scene, candidate)
        told_of = _mention(scene, candidate, triggers)
        who = told_of.roles.get("who")
        for group in joined(scene.sentence.text, who) if who is not None else ():
            yield replace(told_of, roles={**told_of.roles, "who": group})
        if who is None:
            yield told_of
        for part in others:
            yield _of_part(told_of, part)


def _of_part(told_of: ActMention, part: Part) -> ActMention:
    """The mention told of another part: with its people and its place or time, and the rest shared."""
    roles = {r: s for r, s in told_of.roles.items() if r not in ("who", "at", "from", "to", part.role)}
    roles |= {"who": part.who} if part.role == "when" else {"who": part.who, part.role: part.phrase}
    time = part.phrase if part.role == "when" else None
    return replace(told_of, start=part.who[0], end=part.phrase[1], trigger=part.who, roles=roles, time=time)


def _mention(scene: Scene, candidate: Candidate, triggers: Sequence[Trigger]) -> ActMention:
    trigger, sentence = candidate.trigger, scene.sentence
    if scene.opinion is not None:
        _second(candidate, scene.opinion, scene)
    time = _time(scene, trigger, triggers, candidate.roles.spans.get("outcome"))
    start, end = _extent(scene, candidate, time)
    read, act = mood(sentence, trigger, candidate.roles), _act(candidate, _happened(sentence, time))
    if candidate.view is not None:
        read = _seconded(read, candidate, candidate.view, act, sentence)
    return ActMention(
        act=act,
        start=start,
        end=end,
        trigger=(trigger.start, trigger.end),
        roles=dict(candidate.roles.spans),
        mood=read,
        time=time,
        sentence=(sentence.start, sentence.end),
    )


# -- the model's opinion on acts, roles and mood ------------------------------------------------------------------

# How sure the model must be to overrule the word list, to fill a role that the rules left open, or to change the mood.
# Calibrated on the training reports kept for tuning.
ACT_SHARE = 0.75
ROLE_SHARE = 0.35
MOOD_SHARE = 0.8
STANCE_SHARE = 0.5
_FILLED = frozenset({"who", "by", "from", "to", "at", "in_return_for", "basis", "accusation", "outcome", "reason"})


# "Detained" tells both: being taken ("detained during the march") and being kept ("detained since May").
_DETAINED = ("held", "arrested")
_LASTING = re.compile(r"(?:since|for|until|still|already|now|over|during the past)\b", re.IGNORECASE)


def _happened(sentence: Sentence, time: Stretch | None) -> bool:
    """Whether the time is one at which something happened, not one since which or for which it lasted."""
    return time is not None and not _LASTING.match(sentence.text, *time)


def _act(candidate: Candidate, happened: bool) -> str:
    view, act = candidate.view, candidate.trigger.act
    if view is None and happened and act == "held" and candidate.trigger.pattern.words == ("detain",):
        return "arrested"
    if view is not None and act in _DETAINED and "detain" in candidate.trigger.pattern.words:
        return max(_DETAINED, key=lambda code: view.shares.get(code, 0.0))
    if view is None or view.act_share < ACT_SHARE or view.shares.get(act, 0.0) > 0.1 or _fixed(candidate):
        return act
    return "denied_hearing" if act == "tried" and view.act == "denied_counsel" else view.act  # what courts give


_LOOSE = frozenset("up out off over away back in down from to by for on of with at into _".split())


def _fixed(candidate: Candidate) -> bool:
    """An expression with two words of content has one sense, whatever its single words make a model think of."""
    words = candidate.trigger.pattern.words
    return candidate.listed and (len(words) > 2 or (len(words) == 2 and words[1] not in _LOOSE))


def _second(candidate: Candidate, opinion: Opinion, scene: Scene) -> None:
    """Fill roles that the rules left open with the words that the model is sure of, inside the sentence."""
    sentence = scene.sentence
    _doubt(candidate, opinion, sentence)
    roles = opinion.roles(candidate.trigger.start, candidate.trigger.end, (sentence.start, sentence.end))
    for role, (start, end, share) in sorted(roles.items(), key=lambda item: -item[1][2]):
        free = not any(start < e and s < end for s, e in candidate.roles.spans.values())
        if role == "by" and candidate.roles.spans.get("who") is not None and _unled(scene, candidate, start):
            continue
        if role in _FILLED and share >= ROLE_SHARE and free and fits(scene, candidate, role, start, end):
            candidate.roles.put(role, (start, end))


# Below these shares the model rules words out for a role: they are taken out of it, and the role is left to words that
# it is surer of. Calibrated on the same reports.
DOUBTED = {"who": 0.02, "by": 0.1}


# Beyond doubt are an agent behind "by" or "on the orders of", who has them ("in our custody"), and a subject with "had"
# between it and its verb.
_BY = re.compile(r"\b(?:by|orders? of)\s+$")
_HAD = re.compile(r"\s+(?:had|has|have)\s+")


def _doubt(candidate: Candidate, opinion: Opinion, sentence: Sentence) -> None:
    text, trigger, spans = sentence.text, candidate.trigger, candidate.roles.spans
    asked = {role: span for role, span in spans.items() if role in DOUBTED}
    start, end = asked.get("by", (0, 0))
    whose = trigger.start <= start < trigger.end and text[start:end].lower() in POSSESSIVES
    if _BY.search(text, sentence.start, start) or whose or _HAD.fullmatch(text, end, trigger.start):
        asked.pop("by", None)
    for role, share in opinion.weighed(trigger.start, trigger.end, asked).items():
        if share < DOUBTED[role]:
            candidate.roles.drop(role)


def _unled(scene: Scene, candidate: Candidate, start: int) -> bool:
    """Whether words before a passive verb are said to do it: who does what is passive stands behind "by"."""
    chunk = scene.sentence.chunks[candidate.trigger.chunk]
    return chunk.passive and start < candidate.trigger.start


def _seconded(read: Mood, candidate: Candidate, view: View, act: str, sentence: Sentence) -> Mood:
    trigger = candidate.trigger
    sure = view.certain["modality"] >= MOOD_SHARE and not is_granted(sentence, trigger.chunk)
    if read.modality == "actual" and view.modality != "actual" and sure:
        read = replace(read, modality=view.modality)
    if is_right_denied(candidate, act, sentence) and read.polarity == "negative":
        return replace(read, polarity="positive")
    denied = view.polarity == "negative" and view.certain["polarity"] >= MOOD_SHARE
    inherent = trigger.pattern.turned or trigger.pattern.words[0] in ("no", "not", "without")
    if read.polarity == "positive" and denied and not inherent and not trigger.act.startswith("denied_"):
        read = replace(read, polarity="negative")
    if view.certain["stance"] >= STANCE_SHARE:
        read = replace(read, leaning=view.stance)
    return read


# -- the words and the time of a statement ------------------------------------------------------------------------


# Adverbs that say whether something lasts or happens at all, and set no time.
_PHASE = re.compile(r"still|never|then|ever", re.IGNORECASE)


def _meets(one: Stretch, other: Stretch | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _time(scene: Scene, trigger: Trigger, triggers: Sequence[Trigger], outcome: Stretch | None) -> Stretch | None:
    """The nearest time whose nearest trigger this is; the length of a sentence and "still" are none."""
    free = [t for t in scene.times if not _PHASE.fullmatch(scene.sentence.text, *t) and not _meets(t, outcome)]
    free = [t for t in free if not _of_telling(scene.sentence, t, trigger)]
    free = [t for t in free if not of_relative(scene.sentence, t, trigger)]
    near = [t for t in free if min(triggers, key=lambda o: _distance(scene, t, o)) is trigger]
    return min(near, key=lambda t: _distance(scene, t, trigger), default=None)


def _of_telling(sentence: Sentence, time: Stretch, trigger: Trigger) -> bool:
    """Whether a time stands before the "that" of the clause: "on Monday he said that ten were freed"."""
    between = (c for c in sentence.chunks if time[1] <= c.start < trigger.start)
    return any(c.kind == "SUB" and c.words[-1].lower == "that" for c in between)


def _distance(scene: Scene, time: Stretch, trigger: Trigger) -> int:
    """Characters between, times before a trigger counting double, with a toll for every clause border between."""
    low, high = min(time[1], trigger.end), max(time[0], trigger.start)
    between = [c for c in scene.sentence.chunks if low <= c.start < high]
    borders = sum(c.kind in ("SUB", "REL", "CC") or c.words[0].text in (",", ";", "—") for c in between)
    apart = time[0] - trigger.end if time[0] >= trigger.end else 2 * (trigger.start - time[1]) + 5
    return apart + 40 * borders


def _extent(scene: Scene, candidate: Candidate, time: Stretch | None) -> Stretch:
    """The clause: from the first to the last word that says it, roles far away left out."""
    trigger = candidate.trigger
    spans = [(trigger.start, trigger.end), *candidate.roles.spans.values()]
    if time is not None:
        spans.append(time)
    if trigger.pattern.kind == "nouns":
        spans.append(_noun_clause(scene.sentence, trigger))
    spans = [s for s in spans if s[0] >= trigger.start or not _before_other_verb(scene.sentence, s, trigger)]
    near = [s for s in spans if abs(s[0] - trigger.start) < REACH]
    return min(s for s, _ in near), max(e for _, e in near)


def _before_other_verb(sentence: Sentence, span: Stretch, trigger: Trigger) -> bool:
    """ "Four were moved to a hotel and kept there": the subject belongs to the words of the first verb only."""
    k = trigger.chunk - 1
    while k >= 0 and sentence.chunks[k].kind == "ADV":
        k -= 1
    joined = k > 0 and (sentence.chunks[k].kind == "CC" or sentence.mark(k, ","))
    between = [c for c in sentence.chunks[: max(k, 0)] if c.start >= span[1]]
    verb = next((n for n, c in enumerate(between) if c.kind == "VG"), None)
    return joined and verb is not None and not any(c.kind in ("REL", "SUB") for c in between[:verb])


def _noun_clause(sentence: Sentence, trigger: Trigger) -> Stretch:
    """The noun phrase of a noun, and the verb whose subject it is."""
    chunks, k = sentence.chunks, trigger.chunk
    start = sentence.phrase(k, left=True).start
    verb = next((i for i in sentence.verb_groups if i > k), None)
    between = chunks[k + 1 : verb] if verb is not None else ()
    if verb is None or any(c.kind not in ("NP", "PREP", "ADV", "SUB", "ADJ") for c in between):
        return start, chunks[k].end
    return start, chunks[verb].end
