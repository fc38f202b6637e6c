"""Reports without a verb: "according to the ministry", "by the families' count", "his call for", "confident that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.cues import adjectives, holder_nouns, nouns, phrases
from paradero.reading.engines.rules.frames import complement
from paradero.reading.engines.rules.phrases import phrase_end
from paradero.reading.engines.rules.subjects import group_start, subject_before
from paradero.reading.engines.rules.verbs import Report
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.reading.engines.rules.units import Unit

_PHRASES = tuple(tuple(phrase.split()) for phrase in phrases())
_FIRST = frozenset(words[0] for words in _PHRASES)


def standing_reports(unit: Unit) -> Iterator[Report]:
    """Find the reports of a unit that no verb makes, in order."""
    named, held, states = nouns(), holder_nouns(), adjectives()
    for at, low in enumerate(unit.words.low):
        if unit.tags[at] in "Qq":
            continue
        found = None
        if low in _FIRST:
            found = _phrase(unit, at)
        if found is None and low in held and (unit.tag(at - 1) == "z" or unit.low(at - 1) in closed("possessive")):
            found = _count(unit, at)
        if found is None and low in named:
            found = _noun(unit, at)
        if found is None and low in states:
            found = _adjective(unit, at)
        if found is not None:
            yield found


def _phrase(unit: Unit, at: int) -> Report | None:
    for words in _PHRASES:
        if unit.words.low[at : at + len(words)] == words:
            start = at + len(words)
            return _aside(unit, at, (at, start), (start, _source_end(unit, start)))
    return None


def _source_end(unit: Unit, start: int) -> int:
    """The source after "according to", with a relative clause or an apposition that closes before a comma."""
    end = phrase_end(unit, start)
    if unit.tag(end) in ("w", "v", "g") and unit.tag(end) != "":
        while end < len(unit) and unit.tags[end] not in ",.;:qQ":
            end += 1
    return end


def _aside(unit: Unit, first: int, cue: tuple[int, int], source: tuple[int, int]) -> Report | None:
    """The content is what stands before the phrase, or after it when it leads its sentence."""
    after = max(source[1], cue[1])
    if source[0] >= source[1]:
        return None
    if first <= 1:
        start = after + 1 if unit.tag(after) == "," else after
        return Report(source, cue, "clause", start, None, False, 0) if start < len(unit) else None
    left = first - 1 if unit.tag(first - 1) in (",", "-", "(") else first
    return Report(source, cue, "aside", None, left, False, first)


def _count(unit: Unit, at: int) -> Report | None:
    """ "by the families' count", "in his words"."""
    opener = next((i for i in range(at - 1, max(-1, at - 9), -1) if unit.low(i) in ("by", "in", "on")), None)
    if opener is None or unit.tag(at + 1) in ("n", "e", "i"):
        return None
    if unit.tag(opener + 1) not in ("d", "z", "e", "n") or any(unit.tags[i] in ",;xv" for i in range(opener, at)):
        return None
    return _aside(unit, opener, (at, at + 1), (opener + 1, at))


def _noun(unit: Unit, at: int) -> Report | None:
    """ "the ministry's claim that ...", "his call for ...", "a warning from the judge that ..."."""
    cue = nouns()[unit.low(at)]
    right = complement(unit, at, cue)
    if right is None or right.frame not in ("clause", "of", "for", "quote"):
        return None
    i = at
    while unit.tag(i - 1) in ("n", "m", "e", "r", "v") and at - i < 3:
        i -= 1
    if unit.tag(i - 1) == "z" or (unit.low(i - 1) in closed("possessive") and unit.tag(i - 1) == "d"):
        start = i - 1
        while unit.tags[i - 1] == "z" and start > 0 and unit.tags[start - 1] in "dnem":
            start -= 1
        return Report((start, i), (i, right.cue_end), f"noun {right.frame}", right.start, None, False, start)
    return None


def _adjective(unit: Unit, at: int) -> Report | None:
    """ "The lawyers are confident that ..."."""
    cue = adjectives()[unit.low(at)]
    first = group_start(unit, at)
    right = complement(unit, at, cue)
    if first == at or right is None or right.frame not in cue.frames:
        return None
    source = subject_before(unit, first)
    return Report(source, (first, right.cue_end), right.frame, right.start, None, False, source[0]) if source else None
