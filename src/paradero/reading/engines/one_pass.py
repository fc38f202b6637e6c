"""One pass of the encoder over a text, taken block by block: what is not needed any more is not kept.

A block ends between two paragraphs. No span crosses the end of a paragraph, so each block is decoded alone; of the
projections that links are scored by, only the averages over spans remain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from paradero.reading.engines.encoder import Pieces, Reading
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


class OnePass:
    """Begins to encode a text when it is made; its arrays fill as they are asked for.

    Args:
        text: the whole text.
        encoder: the trained encoder.
        words: what the numbers of the model mean.

    Attributes:
        reading: pieces, tags and roles of the whole text; the rows from `done` on hold nothing yet. It has no links.
        done: how many pieces are answered for.
    """

    def __init__(self, text: str, encoder: Encoder, words: Words) -> None:
        self.text = text
        self.done = 0
        self._words = words
        self._spans: dict[int, list[Range]] = {SOURCE: [], CUE: [], CONTENT: []}
        pieces = encoder.pieces(text)
        self.reading = Reading(
            pieces,
            tags=np.empty((len(pieces), words.columns("polarities").stop), dtype=np.float32),
            links=np.empty((0, 5 * words.link_width), dtype=np.float32),
            roles=np.empty((len(pieces), 2 * words.role_weight.shape[1]), dtype=np.float32),
        )
        self._projections: list[Projections] = [self._projected(self.reading.links, self._spans)]
        self._blocks = blocks(pieces, encoder.answers(pieces))

    def until(self, piece: int) -> None:
        """Wait until all pieces before this one are answered for."""
        while self.done < min(piece, len(self.reading.pieces)):
            self._take(*next(self._blocks))

    def spans(self) -> tuple[dict[int, list[Range]], Projections]:
        """Return the spans of the whole text, by kind, and the averages of their projections."""
        self.until(len(self.reading.pieces))
        return self._spans, joined(self._projections)

    def _take(self, tags: Floats, links: Floats, roles: Floats) -> None:
        first, end = self.done, self.done + len(tags)
        self.reading.tags[first:end], self.reading.roles[first:end] = tags, roles
        pieces = _part(self.reading.pieces, first, end)
        found = attribution_spans(tags[:, self._words.columns("tags")], pieces, self.text)
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


def _part(pieces: Pieces, first: int, end: int) -> Pieces:
    kept = slice(first, end)
    breaks = pieces.breaks[slice(*np.searchsorted(pieces.breaks, (first, end)))] - first
    return Pieces(pieces.ids[kept], pieces.kinds[kept], pieces.starts[kept], pieces.ends[kept], breaks)
