"""Scores of tags in, spans out: whole words, never across paragraphs, without stray marks at their edges."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from paradero.reading.engines.encoder import Pieces

    Floats = NDArray[np.floating[Any]]
    Ints = NDArray[np.int64]
    Range = tuple[int, int]

SOURCE, CUE, CONTENT = 1, 2, 3
"""Kinds of span, in the order of the tags: outside, then begin and inside of each kind."""

OPENING: tuple[float, ...] = (0.0, -0.7, 2.1)
LEANING: tuple[float, ...] = (0.0, 0.9, 0.9, 0.0, 0.0, -0.6, -0.6)
"""What opening a source, cue or content costs, and what is added to the score of each tag before decoding.

Found by a search on PolNeAR dev with the shipped model; worth 2 F there over no costs at all. A source too many does no
harm, since nobody chooses it; a source too few leaves its content to another, and contents fall into scraps when it
costs nothing to open one. Search again (`training/decoding.py`) after training.
"""

BARRIER = 50.0
"""Score that keeps spans from crossing the end of a paragraph."""

_EDGES = " \t,;:.-–—"


def shares(scores: Floats) -> Floats:
    """Turn scores into shares that sum to one in each row (softmax)."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def word_starts(pieces: Pieces, text: str) -> Ints:
    """Give the index of the first piece of every word; a mark of punctuation is a word of its own."""
    starts, ends = pieces.starts, pieces.ends
    touching = np.zeros(len(pieces), dtype=np.bool_)
    close = np.flatnonzero((starts[1:] == ends[:-1]) & (starts[1:] < ends[1:])) + 1
    touching[[i for i in close.tolist() if text[starts[i]].isalnum() and text[starts[i] - 1].isalnum()]] = True
    return np.flatnonzero(~touching)


def word_means(scores: Floats, bounds: Ints) -> Floats:
    """Average the rows of each word; the bounds are the first pieces of all words and the end of the last."""
    means: Floats = np.add.reduceat(scores, bounds[:-1], axis=0) / np.diff(bounds)[:, None].astype(np.float32)
    return means


def runs(kinds: Ints, begins: NDArray[np.bool_]) -> Iterator[tuple[int, int, int]]:
    """Give (kind, first, end) of each stretch of one kind; a kind of 0 is outside, a beginning opens a new stretch."""
    changed = np.ones(len(kinds), dtype=np.bool_)
    changed[1:] = (kinds[1:] != kinds[:-1]) | begins[1:]
    firsts = np.flatnonzero(changed)
    for first, end in zip(firsts, [*firsts[1:], len(kinds)], strict=True):
        if kinds[first]:
            yield int(kinds[first]), int(first), int(end)


def best_path(scores: Sequence[Sequence[float]], opening: Sequence[float]) -> list[int]:
    """Find the sequence of tags with the highest sum, in which inside follows begin or inside of the same kind.

    Args:
        scores: one row a word; columns are outside, then begin and inside of each kind.
        opening: what it costs to open a span of each kind. A cost keeps one content from falling into scraps.

    Returns:
        The number of a tag for each word (Viterbi's algorithm; only the best of all tags can precede outside or begin).
    """
    kinds = range(len(opening))
    values = [0.0] + [-math.inf] * (2 * len(opening))
    back: list[tuple[int, list[int]]] = []
    for row in scores:
        top = max(range(len(values)), key=values.__getitem__)
        inside = [2 * k + 1 if values[2 * k + 1] >= values[2 * k + 2] else 2 * k + 2 for k in kinds]
        back.append((top, inside))
        following = [values[top] + row[0]]
        for k in kinds:
            following += (values[top] - opening[k] + row[2 * k + 1], values[inside[k]] + row[2 * k + 2])
        values = following
    tag = max(range(len(values)), key=values.__getitem__)
    path = []
    for top, inside in reversed(back):
        path.append(tag)
        tag = inside[tag // 2 - 1] if tag and tag % 2 == 0 else top
    return path[::-1]


def attribution_spans(scores: Floats, pieces: Pieces, text: str) -> dict[int, list[Range]]:
    """Decode the tags of sources, cues and contents.

    Args:
        scores: one row a piece, seven columns: outside, then begin and inside of source, cue, content.
        pieces: the pieces of the text.
        text: the text.

    Returns:
        For each kind, ranges of pieces in order.
    """
    found: dict[int, list[Range]] = {SOURCE: [], CUE: [], CONTENT: []}
    if not len(pieces):
        return found
    starts = word_starts(pieces, text)
    bounds = np.append(starts, len(pieces))
    leaning = np.array(LEANING, dtype=np.float32)
    rows = np.log(shares(word_means(scores, bounds) + leaning) + 1e-9)
    rows[pieces.starts[starts] == pieces.ends[starts], 1:] = -BARRIER
    path = np.array(best_path(rows.tolist(), OPENING))
    for kind, first, end in runs((path + 1) // 2, path % 2 == 1):
        found[kind].append((int(bounds[first]), int(bounds[end])))
    return found


def characters(span: Range, pieces: Pieces) -> Range:
    """Turn a range of pieces into a span of characters."""
    return int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1])


def trimmed(span: Range, text: str) -> Range:
    """Take stray punctuation from the edges of a span; what remains may be empty."""
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip(_EDGES))
    return start, max(start, span[0] + len(words.rstrip(_EDGES)))


def place(span: Range, pieces: Pieces, text: str) -> Range:
    """Give the characters of a span of pieces, without stray marks unless nothing else is there."""
    whole = characters(span, pieces)
    start, end = trimmed(whole, text)
    return (start, end) if start < end else whole
