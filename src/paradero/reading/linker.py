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
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from paradero.reading.engines.encoder import Pieces

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Range = tuple[int, int]
    Row = tuple[int, Floats]
    Projections = tuple[Floats, ...]

REACH = 254
"""Pieces between two spans beyond which they are not linked: no pair was further apart when linking was learned."""

TOGETHER = 256
"""Spans that choose at a time; all pairs of a book at once would fill the memory."""

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
class Block:
    """Pairs of some spans that choose with those that any of them may choose.

    Attributes:
        first: number of the first span to choose from.
        values: rows are the spans that choose, columns what they choose from; each pair has the values of `FEATURES`.
    """

    first: int
    values: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """How well spans go together; 0 is as good as none.

    For each span that chooses: the number of the first span within its reach, and the scores from that one on.
    """

    content_cue: Sequence[Row]
    content_source: Sequence[Row]
    cue_source: Sequence[Row]


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


def projected(
    links: Floats, contents: Sequence[Range], cues: Sequence[Range], sources: Sequence[Range], width: int
) -> Projections:
    """Average what the encoder projects of the pieces of each span.

    Args:
        links: for each piece five projections: content for cue, cue, content for source, source, cue for source.
        contents: ranges of pieces in order, as are the next two.
        cues: see above.
        sources: see above.
        width: columns of one projection.

    Returns:
        The five averages, in the order above; a row a span.
    """
    columns = np.split(links, range(width, 5 * width, width), axis=1)
    return tuple(map(averages, columns, (contents, cues, contents, sources, cues)))


def joined(projections: Iterable[Projections]) -> Projections:
    """Join the averages of the spans of parts of a text, in order."""
    return tuple(np.concatenate(parts) for parts in zip(*projections, strict=True))


def described(
    projections: Projections,
    contents: Sequence[Range],
    cues: Sequence[Range],
    sources: Sequence[Range],
    places: Places,
) -> list[Iterator[Block]]:
    """Describe contents with cues, contents with sources, and cues with sources, each with those within its reach.

    Args:
        projections: see `projected`.
        contents: ranges of pieces in order, as are the next two.
        cues: see above.
        sources: see above.
        places: see `places_of`.
    """
    for_cue, cue, for_source, source, cue_source = projections
    return [
        _blocks((for_cue, cue), contents, cues, places),
        _blocks((for_source, source), contents, sources, places),
        _blocks((cue_source, source), cues, sources, places),
    ]


def _blocks(
    projections: tuple[Floats, Floats], left: Sequence[Range], right: Sequence[Range], places: Places
) -> Iterator[Block]:
    asked, answers = projections
    scale = np.float32(asked.shape[1] ** 0.5)
    starts, ends = (np.array([span[edge] for span in right], dtype=np.int64) for edge in (0, 1))
    for row in range(0, len(left), TOGETHER):
        block = left[row : row + TOGETHER]
        first = int(np.searchsorted(ends, block[0][0] - REACH))
        last = int(np.searchsorted(starts, block[-1][1] + REACH, side="right"))
        encoder = asked[row : row + TOGETHER] @ answers[first:last].T / scale
        yield Block(first, features(encoder, (left, row), (right, first), places))


def features(
    encoder: Floats, choosing: tuple[Sequence[Range], int], chosen: tuple[Sequence[Range], int], places: Places
) -> Floats:
    """Describe every pair of some spans.

    Args:
        encoder: what the encoder says of each pair; a row for each span that chooses, a column for each to choose from.
        choosing: all ranges of pieces that choose, and the number of that of the first row.
        chosen: all ranges of pieces they choose from, and the number of that of the first column.
        places: see `places_of`.

    Returns:
        An array of rows, columns, and the values named in `FEATURES`.
    """
    (left, row), (right, column) = choosing, chosen
    a = np.array(left[row : row + encoder.shape[0]], dtype=np.int64).reshape(-1, 1, 2)
    b = np.array(right[column : column + encoder.shape[1]], dtype=np.int64).reshape(1, -1, 2)
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


def rows(blocks: Iterable[Block], weights: Floats) -> list[Row]:
    """Turn descriptions into the rows of `Scores`."""
    return [(block.first, row) for block in blocks for row in weighed(block.values, weights)]


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


def best(row: Row) -> int | None:
    """Give the number of the best choice, if it is better than none."""
    first, scores = row
    if not scores.size:
        return None
    number = int(np.argmax(scores))
    return first + number if scores[number] > 0 else None


def _source(scores: Scores, cue: int | None, contents: Sequence[int]) -> int | None:
    """What lies out of the reach of one content is out of that of all."""
    first, asked = _common([scores.content_source[content] for content in contents])
    mean = asked.mean(axis=0)
    if cue is None:
        return best((first, mean))
    # A cue finds its source more often than a content does (96 of 100 against 91), so its word counts twice.
    first, (of_contents, of_cue) = _common([(first, mean), scores.cue_source[cue]])
    return best((first, of_contents / 2 + of_cue))


def _common(found: Sequence[Row]) -> Row:
    """The columns that all rows have: the number of the first, and an array of these rows."""
    first = max(start for start, _ in found)
    last = max(first, min(start + len(row) for start, row in found))
    return first, np.stack([row[first - start : last - start] for start, row in found])
