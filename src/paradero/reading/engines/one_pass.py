"""One pass of the encoder over a text, taken block by block: what is not needed any more is not kept.

A block ends between two paragraphs. No span crosses the end of a paragraph, so each block is decoded alone; of the
projections that links are scored by, only the averages over spans remain.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from paradero.reading.engines.encoder import Pieces, windows
from paradero.reading.engines.tagging import CONTENT, CUE, SOURCE, attribution_spans
from paradero.reading.linker import joined, projected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from paradero.reading.engines.classifier import Words
    from paradero.reading.engines.encoder import Answer, Encoder, Window
    from paradero.reading.linker import Projections

    Floats = NDArray[np.float32]
    Range = tuple[int, int]


HELD = 4096
"""Pieces whose rows are held behind the last that were asked for; what is further back is encoded again when asked."""


class Block(NamedTuple):
    """The rows of the pieces from `first` on."""

    first: int
    tags: Floats
    roles: Floats


class OnePass:
    """Begins to encode a text when it is made, and gives the rows of its pieces as they are asked for, as `Rows`.

    Args:
        text: the whole text.
        encoder: the trained encoder.
        words: what the numbers of the model mean.

    Attributes:
        text: the same.
        pieces: those of the whole text.
        done: how many pieces are answered for.
        held: the last blocks of these.
    """

    def __init__(self, text: str, encoder: Encoder, words: Words) -> None:
        self.text = text
        self.pieces = encoder.pieces(text)
        self.done = 0
        self.held: deque[Block] = deque()
        self._encoder, self._words = encoder, words
        self._spans: dict[int, list[Range]] = {SOURCE: [], CUE: [], CONTENT: []}
        nothing = np.empty((0, 5 * words.link_width), dtype=np.float32)
        self._projections: list[Projections] = [self._projected(nothing, self._spans)]
        self._blocks = blocks(self.pieces, encoder.answers(self.pieces))

    def until(self, piece: int) -> None:
        """Wait until all pieces before this one are answered for."""
        while self.done < min(piece, len(self.pieces)):
            self._take(*next(self._blocks))

    def tags_of(self, first: int, end: int) -> Floats:
        """Give the rows of tags of some pieces."""
        return self._rows(first, end).tags

    def roles_of(self, first: int, end: int) -> Floats:
        """Give the rows of roles of some pieces."""
        return self._rows(first, end).roles

    def _rows(self, first: int, end: int) -> Block:
        self.until(end)
        if first < self.held[0].first:
            return self._again(first, end)
        return _between([one for one in self.held if one.first < end and first < one.first + len(one.tags)], first, end)

    def _again(self, first: int, end: int) -> Block:
        asked = [window for window in windows(self.pieces) if window.own < end and first < window.own_end]
        answers = [(window.own, self._encoder.answer(self.pieces, window)) for window in asked]
        return _between([Block(own, tags, roles) for own, (tags, _, roles) in answers], first, end)

    def spans(self) -> tuple[dict[int, list[Range]], Projections]:
        """Return the spans of the whole text, by kind, and the averages of their projections."""
        self.until(len(self.pieces))
        return self._spans, joined(self._projections)

    def _take(self, tags: Floats, links: Floats, roles: Floats) -> None:
        first, end = self.done, self.done + len(tags)
        self.held.append(Block(first, tags, roles))
        while len(self.held) > 1 and self.held[1].first <= end - HELD:
            self.held.popleft()
        found = attribution_spans(tags[:, self._words.columns("tags")], _part(self.pieces, first, end), self.text)
        self._projections.append(self._projected(links, found))
        for kind, spans in found.items():
            self._spans[kind] += [(first + start, first + stop) for start, stop in spans]
        self.done = end

    def _projected(self, links: Floats, spans: dict[int, list[Range]]) -> Projections:
        return projected(links, spans[CONTENT], spans[CUE], spans[SOURCE], self._words.link_width)


def blocks(pieces: Pieces, answers: Iterable[tuple[Window, Answer]]) -> Iterator[Any]:
    """Join the answers for windows, in order, to blocks that end between paragraphs: tags, links and roles of each."""
    held: list[Answer] = []
    for window, answer in answers:
        held.append(answer)
        if window.own_end == len(pieces) or window.own_end in pieces.breaks:
            yield tuple(np.concatenate(parts) for parts in zip(*held, strict=True))
            held = []


def _between(found: list[Block], first: int, end: int) -> Block:
    """The rows from `first` to `end` of blocks in order that cover them."""
    start = found[0].first
    tags, roles = (
        rows[0] if len(rows) == 1 else np.concatenate(rows)
        for rows in ([one.tags for one in found], [one.roles for one in found])
    )
    return Block(first, tags[first - start : end - start], roles[first - start : end - start])


def _part(pieces: Pieces, first: int, end: int) -> Pieces:
    kept = slice(first, end)
    breaks = pieces.breaks[slice(*np.searchsorted(pieces.breaks, (first, end)))] - first
    return Pieces(pieces.ids[kept], pieces.kinds[kept], pieces.starts[kept], pieces.ends[kept], breaks)
