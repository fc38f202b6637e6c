"""Who speaks in each attribution, with relay and channel: the whole of it, for one document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.model import Speaker
from paradero.reading.contents import Contents
from paradero.reading.speakers.describing import Describer
from paradero.reading.speakers.labels import Label, labels
from paradero.reading.speakers.own import as_author, author
from paradero.reading.speakers.passing import channel, cited
from paradero.reading.speakers.source import Source
from paradero.reading.speakers.timeline import Timeline, pronoun_of
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.model import Part
    from paradero.model.statement import SpeakerKind
    from paradero.reading.gazetteer import Gazetteer
    from paradero.reading.linker import Attribution
    from paradero.reading.speakers.voices import Voice

Span = tuple[int, int]
_DEEPEST = 8  # nested speech followed to so many levels


def resolve(
    text: str, attributions: Sequence[Attribution], gazetteer: Gazetteer, parts: Sequence[Part] = ()
) -> tuple[Source, ...]:
    """Work out who speaks in each attribution.

    Args:
        text: the whole text. attributions: found in it, in any order.
        gazetteer: names of states, bodies and groups.
        parts: the document's parts; the words of a caption or headline without a source are the outlet's.

    Returns:
        One ``Source`` for each attribution, in the same order. A pronoun or definite noun that fits nobody, or several
        alike, stays as written with ``resolved`` False.
    """
    return _Resolver(text, attributions, gazetteer, parts).all()


class _Resolver:
    def __init__(
        self, text: str, attributions: Sequence[Attribution], gazetteer: Gazetteer, parts: Sequence[Part]
    ) -> None:
        self.text = text
        self.items = list(attributions)
        self.parts = parts
        self.spans = [(a.source[0][0], a.source[-1][1]) if a.source else None for a in self.items]
        self.labels = labels(text)
        known = [s for s in self.spans if s is not None]
        self.describer = Describer(gazetteer)
        self.author = author(text, gazetteer)
        spans = [*known, *(label.span for label in self.labels), *(x.name for x in self.labels if any(x.name))]
        self.timeline = Timeline(text, gazetteer, spans, author=self.author)
        self.order = sorted(range(len(self.items)), key=lambda i: _edges(self.items[i]))
        self.rank = {i: place for place, i in enumerate(self.order)}
        self.speakers: dict[int, Speaker] = {}
        self.names = {label.span: label.name for label in self.labels}
        self.contents = Contents(self.items)
        self.holders = [self._holder(i) for i in range(len(self.items))]

    def all(self) -> tuple[Source, ...]:
        return tuple(self._source(i) for i in range(len(self.items)))

    def _source(self, i: int) -> Source:
        speaker = self.speaker(i)
        start, end = self._around(i)
        relay = self._relay(i, speaker)
        at = cited(self.text, *self._tail(i))
        if at is not None:
            origin = self._cited(i, at)
            if origin is not None:
                speaker, relay = origin, speaker.name if speaker.kind != "outlet" else ""
        return Source(speaker, relay, channel(self.text, start, end))

    def speaker(self, i: int, depth: int = 0) -> Speaker:
        """Return the speaker of one attribution."""
        if i not in self.speakers:
            self.speakers[i] = self._work_out(i, depth)
        return self.speakers[i]

    def _work_out(self, i: int, depth: int) -> Speaker:
        span = self.spans[i]
        words = " ".join(self.text[slice(*span)].split()) if span is not None else ""
        if span is None or (_is_nobody(words) and span not in self.names):
            return self._without_source(i, depth)
        if pronoun_of(words) == "we":
            return self._first_person(i, words, depth)
        if words.lower() == "you":
            return self._addressed(i, words)
        span = self.names.get(span, span)
        voice, sure = self.timeline.resolved.get(span, (None, False))
        if voice is None:
            kind: SpeakerKind = "collective" if words.lower() in ("they", "their") else "unknown"
            return Speaker(_bare(words), kind, words, resolved=False)
        if voice is self.timeline.author:
            return as_author(self.author, self.describer, words)
        return self._of(voice, words, sure)

    def _of(self, voice: Voice, words: str, sure: bool) -> Speaker:
        kind = self.timeline.voices.kind(voice)
        return Speaker(voice.name, kind, words, resolved=sure, description=voice.description)

    def _first_person(self, i: int, words: str, depth: int) -> Speaker:
        """ "I" and "we" are whoever is being quoted there, or whose text it is."""
        told = self._outer(i, depth)
        if told is not None:
            return replace(told, as_written=words)
        return as_author(self.author, self.describer, words)

    def _addressed(self, i: int, words: str) -> Speaker:
        """ "You" in a turn is whoever had the turn before, if somebody else had it."""
        own = self._label(_edges(self.items[i])[0])
        at = self.labels.index(own) if own is not None else 0
        for label in reversed(self.labels[:at]):
            if own is not None and self.text[slice(*label.name)] != self.text[slice(*own.name)] and any(label.name):
                voice, sure = self.timeline.resolved[label.name]
                if voice is not None:
                    return self._of(voice, words, sure)
        return Speaker(words, "unknown", words, resolved=False)

    def _outer(self, i: int, depth: int) -> Speaker | None:
        """Who speaks around an attribution: that of the attribution that holds it, or of the labelled turn."""
        outer = self.holders[i]
        if outer is not None:
            return self.speaker(outer, depth + 1) if depth < _DEEPEST else None
        label = self._label(_edges(self.items[i])[0])
        if label is None or label.span == self.spans[i] or not any(label.name):
            return None
        voice, sure = self.timeline.resolved[label.name]
        return self._of(voice, "", sure) if voice is not None else None

    def _label(self, place: int) -> Label | None:
        """The label of the turn that a place stands in."""
        at = bisect_right(self.labels, place, key=lambda label: label.span[0]) - 1
        return self.labels[at] if at >= 0 else None

    def _without_source(self, i: int, depth: int) -> Speaker:
        """A quotation that goes on from the paragraph before has its speaker; else the text's author or the outlet."""
        place = self.rank[i]
        if place and depth < _DEEPEST:
            before = self.order[place - 1]
            if self._adjacent(before, i):
                told = self.speaker(before, depth + 1)
                return replace(told, as_written="")
        around = self._outer(i, depth)
        if around is not None:
            return replace(around, as_written="")
        return as_author(self.author, self.describer)

    def _adjacent(self, before: int, after: int) -> bool:
        """Whether no paragraph stands between the end of one attribution and the start of another."""
        gap = self.text[_edges(self.items[before])[1] : _edges(self.items[after])[0]]
        return len(paragraphs(gap)) == 0 or len(gap.strip()) < 3

    # -- who passes it on ------------------------------------------------------------

    def _holder(self, i: int) -> int | None:
        """The narrowest attribution whose content holds the source and cue of this one."""
        own = self.items[i]
        marks = [*own.source, *own.cue] or list(own.content[:1])
        best: int | None = None
        for j in self.contents.holding(*marks[0]):
            content, sizes = self.items[j].content, self.contents.sizes
            whole = j != i and all(any(s <= a and b <= e for s, e in content) for a, b in marks)
            if whole and (best is None or sizes[j] < sizes[best]):
                best = j
        return best

    def _relay(self, i: int, speaker: Speaker) -> str:
        outer = self._outer(i, 0)
        if outer is None or outer.kind == "outlet" or outer.name == speaker.name:
            return ""
        return outer.name

    def _cited(self, i: int, at: int) -> Speaker | None:
        unit = self.timeline.units[self.timeline.unit_at(at)]
        first = next((k for k in range(len(unit)) if unit.words.start[k] >= at), None)
        if first is None:
            return None
        last = first
        while last < len(unit) and unit.tags[last] in "dnemzuic" and last - first < 12:
            last += 1
        if last == first:
            return None
        words = self.text[unit.words.start[first] : unit.words.end[last - 1]]
        voice, sure = self.timeline.voices.mention(words)
        if voice is None or voice.sort not in ("person", "collective", "body", "paper"):
            return None
        return self._of(voice, words, sure)

    def _around(self, i: int) -> Span:
        """From source to cue, and the words up to the content."""
        own = self.items[i]
        marks = [*own.source, *own.cue]
        if not marks or not self.timeline.units:
            return (0, 0)
        start, end = min(marks)[0], max(b for _, b in marks)
        start = self._earlier(i, start)
        later = [a for a, _ in own.content if a >= end]
        unit = self.timeline.units[self.timeline.unit_at(start)]
        stop = min(later) if later else unit.words.end[-1]
        return start, min(stop, end + 120)

    def _earlier(self, i: int, start: int) -> int:
        """For "it" after "The office posted on social media ...", the beginning of that sentence."""
        span = self.spans[i]
        if span is None or pronoun_of(self.text[span[0] : span[1]]) not in ("he", "she", "it", "they"):
            return start
        number = self.timeline.unit_at(start)
        first = self.timeline.units[number].words.start[0]
        return start if any(first <= s[0] < start for s in self.timeline.sources_in(number)) else first

    def _tail(self, i: int) -> Span:
        """The rest of the sentence after an attribution's source and cue."""
        own = self.items[i]
        marks = [*own.source, *own.cue]
        if not marks or not self.timeline.units:
            return (0, 0)
        end = max(b for _, b in marks)
        unit = self.timeline.units[self.timeline.unit_at(end - 1)]
        return end, max(end, unit.words.end[-1])


def _edges(item: Attribution) -> Span:
    spans = [*item.source, *item.cue, *item.content]
    return min(spans)[0], max(b for _, b in spans)


_ADDRESSES = frozenset(
    "sir|madam|ma'am|gentlemen|folks|ladies and gentlemen|my lord|my lady|your honour|your honor|your excellency|"
    "mr speaker|mr. speaker|madam speaker|mr president|mr. president|mr chairman|mr. chairman".split("|")
)


def _is_nobody(words: str) -> bool:
    """Whether words name no speaker: nothing, an article alone, or a form of address ("Madam, the warrant ...")."""
    low = words.lower().replace("’", "'").strip(" ,")
    return not any(c.isalnum() for c in low) or low in ("the", "a", "an") or low in _ADDRESSES


def _bare(words: str) -> str:
    return words.strip(" ,")
