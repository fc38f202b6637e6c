"""Spans in, attributions out: which source and which cue belong to each content.

Each content chooses a cue, and each cue and content a source, by a weighted sum: how the two stand in the text, and
what the encoder says of the pair (the dot product of two projections). The weights are learned (`training/link.py`) and
come with the model. On PolNeAR dev a content finds its cue in 92 cases of 100 by places alone, in 63 by the encoder
alone, which sees what fits but does not count sentences, and in 92.5 by both; to relations the encoder adds 0.6 F.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from paradero.reading.engines.encoder import Pieces

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Range = tuple[int, int]

REACH = 254
"""Pieces between two spans beyond which they are not linked: no pair was further apart when linking was learned."""

FEATURES = (
    "encoder", "gap", "paragraphs", "sentences", "skipped", "passed", "after", "after_paragraphs", "quoted_after",
    "quoted_sentences", "adjacent",
)  # fmt: skip
"""What a pair is scored by; the last weight of a set is the score of choosing none."""

# A full stop after a title or a single capital ends no sentence.
_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSen)(?<!\bGov)(?<!\bRep)(?<!\bSt)(?<!\bJr)(?<!\bGen)(?<![A-Z])"
    r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source-cue-content relation; every list holds (start, end) character offsets into the text, in order."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together, as numbers in the lists of sources, cues and contents; `None` where there is none."""

    source: int | None
    cue: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """How well spans go together: rows are those that choose, columns what they choose from; 0 is as good as none."""

    content_cue: Floats
    content_source: Floats
    cue_source: Floats


@dataclass(frozen=True, slots=True)
class Places:
    """For each piece: the number of its sentence and of its paragraph, and whether it is in quotation marks."""

    sentences: Ints
    paragraphs: Ints
    quoted: NDArray[np.bool_]


def places_of(pieces: Pieces, text: str) -> Places:
    """Count sentences and paragraphs; a paragraph ends a sentence."""
    ends = np.array([m.end() for m in _SENTENCE.finditer(text)], dtype=np.int64)
    paragraphs = np.searchsorted(pieces.breaks, np.arange(len(pieces)), side="right")
    sentences = np.searchsorted(ends, pieces.starts, side="right") + paragraphs
    return Places(sentences, paragraphs, pieces.kinds >= 6)


def averages(rows: Floats, spans: Sequence[Range]) -> Floats:
    """Average the rows of each span."""
    if not spans:
        return np.zeros((0, rows.shape[1]), dtype=np.float32)
    return np.stack([rows[first:end].mean(axis=0) for first, end in spans])


def described(
    links: Floats,
    contents: Sequence[Range],
    cues: Sequence[Range],
    sources: Sequence[Range],
    places: Places,
    width: int,
) -> list[Floats]:
    """Describe every content with every cue, every content with every source, and every cue with every source.

    Args:
        links: for each piece five projections: content for cue, cue, content for source, source, cue for source.
        contents: ranges of pieces, as are the next two.
        cues: see above.
        sources: see above.
        places: see `places_of`.
        width: columns of one projection.
    """
    for_cue, cue, for_source, source, cue_source = np.split(links, range(width, 5 * width, width), axis=1)
    asked = (
        (for_cue, contents, cue, cues),
        (for_source, contents, source, sources),
        (cue_source, cues, source, sources),
    )
    scale = np.float32(width**0.5)
    return [
        features(averages(left, chooses) @ averages(right, chosen).T / scale, chooses, chosen, places)
        for left, chooses, right, chosen in asked
    ]


def features(encoder: Floats, left: Sequence[Range], right: Sequence[Range], places: Places) -> Floats:
    """Describe every pair of spans.

    Args:
        encoder: what the encoder says of each pair; a row for each span on the left.
        left: ranges of pieces that choose.
        right: ranges of pieces they choose from.
        places: see `places_of`.

    Returns:
        An array of rows, columns, and the values named in `FEATURES`.
    """
    a = np.array(left, dtype=np.int64).reshape(-1, 1, 2)
    b = np.array(right, dtype=np.int64).reshape(1, -1, 2)
    after = b[..., 0] >= a[..., 1]
    first, last = np.where(after, a[..., 1], b[..., 1]), np.where(after, b[..., 0], a[..., 0])
    gap = np.maximum(last - first, 0)
    edge = np.maximum(first - 1, 0)
    sentences = np.clip(places.sentences[last] - places.sentences[edge], 0, 4)
    paragraphs = np.clip(places.paragraphs[last] - places.paragraphs[edge], 0, 3)
    quoted = places.quoted[a[..., 0]]
    values = (
        np.clip(encoder, -20, 20), np.log1p(gap), paragraphs, sentences, _starting(right, first, last),
        _starting(left, first, last), after, after * paragraphs, quoted & after, quoted * sentences, gap <= 1,
    )  # fmt: skip
    return np.stack([np.asarray(value, dtype=np.float32) for value in values], axis=-1)


def _starting(spans: Sequence[Range], first: Ints, last: Ints) -> Ints:
    """Count the spans that start between two places, four at most."""
    starts = np.array([span[0] for span in spans], dtype=np.int64)
    count: Ints = np.clip(np.searchsorted(starts, last) - np.searchsorted(starts, first), 0, 4)
    return count


def weighed(values: Floats, weights: Floats) -> Floats:
    """Turn descriptions into scores against choosing none; what is out of reach gets minus infinity."""
    scores: Floats = values @ weights[:-1] - weights[-1]
    scores[values[..., FEATURES.index("gap")] > np.log1p(REACH)] = -np.inf
    return scores


def group(scores: Scores) -> list[Group]:
    """Let each content choose its cue; contents of one cue are one content in pieces; then all choose a source.

    Args:
        scores: see `Scores`.

    Returns:
        One group for each cue that has a content and for each content without a cue.
    """
    by_cue: dict[int, list[int]] = {}
    alone: list[list[int]] = []
    for content, row in enumerate(scores.content_cue):
        cue = best(row)
        if cue is None:
            alone.append([content])
        else:
            by_cue.setdefault(cue, []).append(content)
    groups = [Group(_source(scores, cue, contents), cue, tuple(contents)) for cue, contents in by_cue.items()]
    groups += [Group(_source(scores, None, contents), None, tuple(contents)) for contents in alone]
    return sorted(groups, key=lambda g: g.contents)


def best(row: Floats) -> int | None:
    """Give the number of the best choice, if it is better than none."""
    if not row.size:
        return None
    number = int(np.argmax(row))
    return number if row[number] > 0 else None


def _source(scores: Scores, cue: int | None, contents: Sequence[int]) -> int | None:
    row = scores.content_source[list(contents)].mean(axis=0)
    # A cue finds its source more often than a content does (96 of 100 against 91), so its word counts twice.
    return best(row if cue is None else row / 2 + scores.cue_source[cue])
