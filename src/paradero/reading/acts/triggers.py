"""Finding the words that name an act of custody, by the patterns of the lexicon over a shallow analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.reading.acts.lexicon import Pattern, patterns, stands_for
from paradero.reading.acts.senses import has_sense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.reading.acts.lexicon import Kind
    from paradero.text.en.clauses import Sentence
    from paradero.text.en.phrases import Chunk
    from paradero.text.en.tags import Word

NONE = "none"
"""The table of expressions that look like acts and are none."""

_SKIPPED = frozenset({"DET", "ADV", "NEG", "QUOTE", "NUM", "ADJ"})
_OPENERS = frozenset("to from of in into by".split())
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


def find(sentence: Sentence) -> tuple[tuple[Trigger, ...], tuple[Trigger, ...]]:
    """Return the triggers of a sentence in order, and those of its words that are known to tell no act of their own.

    Where several overlap, the longest and strongest one counts. Words of the table ``none`` ("held talks") cover the
    words of acts in them.
    """
    found = [*_verbal(sentence), *_nominal(sentence), *_states(sentence), *_adjectival(sentence)]
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (t.pattern.weak, -len(t.pattern.words), t.start)):
        if not any(t.start < trigger.end and trigger.start < t.end for t in kept):
            kept.append(trigger)
    kept.sort(key=lambda t: t.start)
    acts = [t for t in kept if t.act != NONE]
    told = tuple(t for t in acts if not _doubled(sentence, t, acts))
    return told, tuple(t for t in kept if t not in told)


def _doubled(sentence: Sentence, trigger: Trigger, others: list[Trigger]) -> bool:
    """ "Died in custody", "kept in solitary confinement": of a verb and the state behind it one tells the act.

    The state is a circumstance of the verb, but where the verb says no more than that somebody is held.
    """
    if _is_circumstance(sentence, trigger):
        return any(_governs(sentence, other, trigger) for other in others)
    is_held = trigger.act == "held" and len(trigger.pattern.words) == 1
    states = [o for o in others if o.pattern.kind == "states" and o.act not in ("held", "charged")]
    return is_held and any(_governs(sentence, trigger, state) for state in states)


def _is_circumstance(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words say no more than where or how another act was done: "in custody", "from detention"."""
    if trigger.pattern.kind == "states":
        return trigger.act in ("held", "missing")
    before = sentence.chunks[trigger.chunk - 1] if trigger.chunk else None
    inside = before is not None and before.words[-1].lower in ("in", "into", "from")
    return trigger.pattern.kind == "nouns" and trigger.act == "held" and inside


def _governs(sentence: Sentence, verb: Trigger, state: Trigger) -> bool:
    """Whether the state stands in the clause behind the verb."""
    if sentence.chunks[verb.chunk].kind != "VG" or verb.chunk >= state.chunk:
        return False
    between = sentence.chunks[verb.chunk + 1 : state.chunk]
    return not any(c.kind in ("VG", "SUB", "REL", "CC", "PUNCT") for c in between)


def _verbal(sentence: Sentence) -> Iterator[Trigger]:
    for k in sentence.verb_groups:
        matched = next((m for base in _bases(sentence.chunks[k]) if (m := _best(sentence, k, base)) is not None), None)
        if matched is not None:
            yield matched


def _best(sentence: Sentence, k: int, base: str) -> Trigger | None:
    """The longest match; of two of one word, the one that fits the voice: "disappeared" with and without an object."""
    found = [*_matches(sentence, k, base, "verbs"), *_matches(sentence, k, base, "subject")]
    if len(found) < 2:
        return found[0] if found else None
    intransitive = not sentence.chunks[k].passive and not sentence.objects(k)
    order = {"verbs": intransitive, "subject": not intransitive}
    return min(found, key=lambda t: (-len(t.pattern.words), t.pattern.weak, order[t.pattern.kind]))


def _bases(chunk: Chunk) -> tuple[str, ...]:
    if chunk.head.tag == "AUX":
        return next(((base,) for base, forms in _AUXILIARIES.items() if chunk.head.lower in forms), ())
    return tuple(dict.fromkeys(v.base for v in chunk.head.verbs))


_AUXILIARIES = {
    "be": frozenset("be am is are was were been being 're 's".split()),
    "have": frozenset("have has had having".split()),
    "do": frozenset("do does did doing done".split()),
}


def _matches(sentence: Sentence, k: int, base: str, kind: Kind) -> Iterator[Trigger]:
    for pattern in patterns(kind).get(base, ()):
        if kind == "subject" and len(pattern.words) == 1 and sentence.chunks[k].passive:
            continue
        trigger = _match(sentence, k, pattern)
        if trigger is not None and has_sense(sentence, k, pattern, trigger.end):
            yield trigger


def _match(sentence: Sentence, k: int, pattern: Pattern) -> Trigger | None:
    """Match the words after the verb: straight on, over determiners and adverbs, or over the object."""
    head = sentence.chunks[k].head
    at = sentence.words.index(head)
    end, i, matched = at, at + 1, [at]
    for wanted in pattern.words[1:]:
        if wanted == "_":
            i = _over_object(sentence, i, grown="of" not in pattern.words)
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
    out_of = last.lower == "out" and sentence.words[end + 1 : end + 2] and sentence.words[end + 1].lower == "of"
    object_behind = pattern.words[-1] == "_"  # "heard from them": the preposition belongs to the verb
    opens_phrase = (
        last.lower in _OPENERS and not object_behind
    ) or out_of  # "taken to": what follows is still to be read
    closed_by = end - 1 if joined and opens_phrase else end
    after = _chunk_after(sentence, closed_by if joined else at)
    return Trigger(pattern, k, head.start, last.end, after, tuple(matched))


# "Is in a cold cell": these and what stands between belong to the noun at the end.
_NOMINAL = frozenset({"DET", "NUM", "ADJ", "NOUN", "NAME", "POSS"})


def _next(words: tuple[Word, ...], i: int, wanted: str) -> int | None:
    j = i
    while j < len(words) and j - i < 4:
        if _is(words[j], wanted):
            return _last_of(words, j, wanted)
        if words[j].tag not in (_NOMINAL if wanted.startswith("@") else _SKIPPED):
            return None
        j += 1
    return None


def _last_of(words: tuple[Word, ...], j: int, wanted: str) -> int:
    """The head of a compound of which the words of a list are the first: "a prison camp"."""
    while wanted.startswith("@") and j + 1 < len(words) and _is(words[j + 1], wanted):
        j += 1
    return j


def _is(word: Word, wanted: str) -> bool:
    return stands_for(word.lower, wanted) or any(v.base == wanted for v in word.verbs)


def _over_object(sentence: Sentence, i: int, *, grown: bool = True) -> int:
    chunk = next((c for c in sentence.chunks if c.first <= i <= c.last), None)
    if chunk is None or chunk.kind != "NP":
        return i
    index = sentence.chunks.index(chunk)
    return sentence.chunks[sentence.phrase(index).last].last + 1 if grown else chunk.last + 1


def _chunk_after(sentence: Sentence, word: int) -> int:
    return next((n for n, c in enumerate(sentence.chunks) if c.first > word), len(sentence.chunks))


def _nominal(sentence: Sentence) -> Iterator[Trigger]:
    for k, chunk in enumerate(sentence.chunks):
        if chunk.kind != "NP" or inside_preposition(sentence, k):
            continue
        for n, word in enumerate(chunk.words):
            pattern = _noun_pattern(sentence, chunk, n)
            if pattern is not None and (word is chunk.head or len(pattern.words) > 1):
                length = sum(w != "_" for w in pattern.words)
                last = sentence.words[chunk.first + n + length - 1]
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
    """Tell whether chunk k is the noun of "in return (for)", "on charges of": no act but a preposition."""
    chunks = sentence.chunks
    if k and len(chunks[k].words) == 1 and chunks[k - 1].words[-1].lower == "on" and sentence.is_word(k + 1, "of"):
        return chunks[k].head.lower in ("charge", "charges", "suspicion", "accusations", "allegations")
    framed = k > 0 and chunks[k - 1].words[-1].lower == "in" and len(chunks[k].words) <= 2
    return framed and chunks[k].words[-1].lower in ("return", "exchange", "trade") and chunks[k].words[0].tag != "DET"


def _noun_pattern(sentence: Sentence, chunk: Chunk, n: int) -> Pattern | None:
    at = chunk.first + n
    for pattern in patterns("nouns").get(chunk.words[n].lower, ()):
        fixed = tuple(w for w in pattern.words if w != "_")
        if tuple(w.lower for w in sentence.words[at : at + len(fixed)]) == fixed:
            return pattern
    return None


def _states(sentence: Sentence) -> Iterator[Trigger]:
    words = sentence.words
    for at, word in enumerate(words):
        for pattern in patterns("states").get(word.lower, ()):
            last = _state_end(sentence, at, pattern)
            if last is not None:
                chunk = next(n for n, c in enumerate(sentence.chunks) if c.first <= at <= c.last)
                yield Trigger(pattern, chunk, word.start, words[last].end, _chunk_after(sentence, last))
                break


def _state_end(sentence: Sentence, at: int, pattern: Pattern) -> int | None:
    """The last word of a state that opens at a word; one with a list of nouns is the predicate of its clause."""
    words = sentence.words
    noun = len(pattern.words) == 1 and at > 0 and words[at - 1].tag == "DET"
    if noun or len(words) < 3:
        return None  # "any of the missing"; a heading of one word
    if not any(wanted.startswith("@") for wanted in pattern.words):
        stretch = words[at : at + len(pattern.words)]
        return at + len(stretch) - 1 if tuple(w.lower for w in stretch) == pattern.words else None
    end: int | None = at
    for wanted in pattern.words[1:]:
        end = _next(words, end + 1, wanted) if end is not None else None
    return end if end is not None and _is_predicate(sentence, at) else None


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """Whether a phrase of place follows a form of "be", "stay" and the like, or stands in a sentence with no verb."""
    k = next(n for n, c in enumerate(sentence.chunks) if c.first <= at <= c.last) - 1
    while k >= 0 and (sentence.chunks[k].kind in ("ADV", "QUOTE", "ADJ", "NEG") or sentence.chunks[k].has(*_DAYTIMES)):
        k -= 1
    if k < 0 or sentence.chunks[k].kind != "VG":
        return k < 0 or not sentence.verb_groups
    head = sentence.chunks[k].head
    return "be" in _bases(sentence.chunks[k]) or any(v.base in _STAYING for v in head.verbs)


_DAYTIMES = ("morning", "afternoon", "evening", "night", "tonight", "today")
_STAYING = frozenset("remain stay sit languish lie rot".split())
