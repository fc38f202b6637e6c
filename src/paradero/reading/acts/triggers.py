"""Finding the words that name an act of custody, by the patterns of the lexicon over a shallow analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.reading.acts.lexicon import Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk
    from paradero.text.en.tags import Word

_SKIPPED = frozenset({"DET", "ADV", "NEG", "QUOTE", "NUM", "ADJ"})
_PARTICLES = frozenset("over out up off away back home down go leave".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place that names an act.

    Attributes:
        pattern: what it matched.
        chunk: index of the chunk it stands in, in its sentence.
        start, end: character offsets of the trigger words.
        after: index of the first chunk after the trigger words, where objects begin.
        words: indices of the words it matched, in the sentence.
    """

    pattern: Pattern
    chunk: int
    start: int
    end: int
    after: int
    words: tuple[int, ...] = ()

    @property
    def act(self) -> str:
        """The code of the act."""
        return self.pattern.act


def find(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in order; where several overlap, the longest and strongest one."""
    found = [*_verbal(sentence), *_nominal(sentence), *_states(sentence), *_adjectival(sentence)]
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (t.pattern.weak, -len(t.pattern.words), t.start)):
        if not any(t.start < trigger.end and trigger.start < t.end for t in kept):
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda t: t.start))


def _verbal(sentence: Sentence) -> Iterator[Trigger]:
    for k in sentence.verb_groups:
        chunk = sentence.chunks[k]
        for base in _bases(chunk):
            matched = next((t for t in _matches(sentence, k, base) if t is not None), None)
            if matched is not None:
                yield matched
                break


def _bases(chunk: Chunk) -> tuple[str, ...]:
    if chunk.head.tag == "AUX":
        return ("be",) if chunk.head.lower in _BE else ("have",) if chunk.head.lower in _HAVE else ()
    return tuple(dict.fromkeys(v.base for v in chunk.head.verbs))


_BE = frozenset("be am is are was were been being 're 's".split())
_HAVE = frozenset("have has had having".split())


def _matches(sentence: Sentence, k: int, base: str) -> Iterator[Trigger | None]:
    for kind in ("verbs", "subject"):
        for pattern in patterns("verbs" if kind == "verbs" else "subject").get(base, ()):
            if not (pattern.kind == "subject" and len(pattern.words) == 1 and sentence.chunks[k].passive):
                yield _match(sentence, k, pattern)


def _match(sentence: Sentence, k: int, pattern: Pattern) -> Trigger | None:
    """Match the words after the verb: straight on, over determiners and adverbs, or over the object."""
    head = sentence.chunks[k].head
    at = sentence.words.index(head)
    end, i, matched = at, at + 1, [at]
    for wanted in pattern.words[1:]:
        if wanted == "_":
            i = _over_object(sentence, i)
            continue
        j = _next(sentence.words, i, wanted)
        if j is None and wanted in _PARTICLES:
            j = _next(sentence.words, _over_object(sentence, i), wanted)
        if j is None:
            return None
        end, i = j, j + 1
        matched.append(j)
    joined = end - at < len(pattern.words) + 2
    last = sentence.words[end] if joined else head
    opens_phrase = last.lower in ("to", "from", "of", "in", "into")  # "taken to": what follows is still to be read
    closed_by = end - 1 if joined and opens_phrase else end
    after = _chunk_after(sentence, closed_by if joined else at)
    return Trigger(pattern, k, head.start, last.end, after, tuple(matched))


def _next(words: tuple[Word, ...], i: int, wanted: str) -> int | None:
    j = i
    while j < len(words) and j - i < 4:
        if _is(words[j], wanted):
            return j
        if words[j].tag not in _SKIPPED:
            return None
        j += 1
    return None


def _is(word: Word, wanted: str) -> bool:
    return word.lower == wanted or any(v.base == wanted for v in word.verbs)


def _over_object(sentence: Sentence, i: int) -> int:
    chunk = next((c for c in sentence.chunks if c.first <= i <= c.last), None)
    if chunk is None or chunk.kind != "NP":
        return i
    index = sentence.chunks.index(chunk)
    return sentence.chunks[sentence.phrase(index).last].last + 1


def _chunk_after(sentence: Sentence, word: int) -> int:
    return next((n for n, c in enumerate(sentence.chunks) if c.first > word), len(sentence.chunks))


def _nominal(sentence: Sentence) -> Iterator[Trigger]:
    for k, chunk in enumerate(sentence.chunks):
        if chunk.kind != "NP" or inside_preposition(sentence, k):
            continue
        for n, word in enumerate(chunk.words):
            pattern = _noun_pattern(sentence, chunk, n)
            if pattern is not None and (word is chunk.head or len(pattern.words) > 1):
                last = sentence.words[chunk.first + n + len(pattern.words) - 1]
                yield Trigger(pattern, k, word.start, last.end, k + 1)
                break


def _adjectival(sentence: Sentence) -> Iterator[Trigger]:
    """ "The ten freed men" as a whole caption: with no verb in the sentence the participle is what is told."""
    if sentence.verb_groups:
        return
    for k, chunk in enumerate(sentence.chunks):
        for n, word in enumerate(chunk.words[:-1] if chunk.kind == "NP" else ()):
            bases = [v.base for v in word.verbs if v.form == "part"] if word.tag == "ADJ" else []
            known = next(
                (p for b in bases for p in patterns("verbs").get(b, ()) if len(p.words) == 1 and not p.weak), None
            )
            if known is not None:
                at = chunk.first + n
                yield Trigger(Pattern(known.act, "states", known.words), k, word.start, word.end, k + 1, (at,))


def inside_preposition(sentence: Sentence, k: int) -> bool:
    """Tell whether chunk k is the noun of "in return (for)", "in exchange (for)": no act but a preposition."""
    chunks = sentence.chunks
    framed = k > 0 and chunks[k - 1].words[-1].lower == "in" and len(chunks[k].words) <= 2
    return framed and chunks[k].words[-1].lower in ("return", "exchange", "trade") and chunks[k].words[0].tag != "DET"


def _noun_pattern(sentence: Sentence, chunk: Chunk, n: int) -> Pattern | None:
    at = chunk.first + n
    for pattern in patterns("nouns").get(chunk.words[n].lower, ()):
        stretch = sentence.words[at : at + len(pattern.words)]
        if tuple(w.lower for w in stretch) == pattern.words:
            return pattern
    return None


def _states(sentence: Sentence) -> Iterator[Trigger]:
    words = sentence.words
    for at, word in enumerate(words):
        for pattern in patterns("states").get(word.lower, ()):
            stretch = words[at : at + len(pattern.words)]
            if tuple(w.lower for w in stretch) == pattern.words:
                chunk = next(n for n, c in enumerate(sentence.chunks) if c.first <= at <= c.last)
                yield Trigger(
                    pattern, chunk, word.start, stretch[-1].end, _chunk_after(sentence, at + len(stretch) - 1)
                )
                break
