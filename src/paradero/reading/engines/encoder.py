"""Text in, arrays out: word pieces with their places, and what the trained encoder says of each piece.

A window is always read alone and on one thread, so that the same text gives the same numbers whatever else is being
read and on however many workers or processors. (Quantised layers take their scale from the whole input: padding or a
neighbour in the batch would change the answer.)
"""

from __future__ import annotations

import re
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from paradero.machine import processors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]
    Answer = list[Floats]  # tags, links, roles of the pieces that a window answers for

START, STOP = 101, 102
"""Piece numbers of the marks at the start of a window and between paragraphs (BERT's [CLS] and [SEP])."""

WINDOW = 254
CONTEXT = 48
"""Pieces in a window, and how many of them repeat what stands before it, for pronouns and turns of speech."""

LOOKAHEAD = 32
"""When one paragraph is longer than a window, its last pieces are read again in the next one, with more around them."""

LONG = 64
"""Windows from which on a text is long, and spread over the processors."""

AHEAD = 64
"""Windows of a long text that are encoded at most before they are asked for: more would fill the memory."""

KINDS = 12
"""3 ways of writing (small, Capital, CAPITALS) x 2 (space before or not) x 2 (between quotation marks or not)."""

_PARAGRAPH = re.compile(r"[^\r\n]+")
_MARK = re.compile(r'["“”„«»]')


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text in order; between two paragraphs stands a piece of no width.

    Attributes:
        ids: vocabulary numbers.
        kinds: how each piece is written (see `KINDS`).
        starts: character offset of the first letter.
        ends: character offset after the last letter.
        breaks: index of the first piece of every paragraph.
    """

    ids: Ints
    kinds: Ints
    starts: Ints
    ends: Ints
    breaks: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` are read together; those from `own` to `own_end` are answered for."""

    start: int
    own: int
    own_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of each piece: one row a piece in every array."""

    pieces: Pieces
    tags: Floats
    links: Floats
    roles: Floats

    def tags_of(self, first: int, end: int) -> Floats:
        """Give the rows of tags of some pieces."""
        return self.tags[first:end]

    def roles_of(self, first: int, end: int) -> Floats:
        """Give the rows of roles of some pieces."""
        return self.roles[first:end]


class Rows(Protocol):
    """What can be asked for the rows of some pieces; a `Reading` has them all."""

    @property
    def pieces(self) -> Pieces:
        """The pieces of the whole text."""

    def tags_of(self, first: int, end: int) -> Floats:
        """Give the rows of tags of some pieces."""

    def roles_of(self, first: int, end: int) -> Floats:
        """Give the rows of roles of some pieces."""


def between_quotation_marks(text: str) -> NDArray[np.bool_]:
    """Say for every character whether it stands between double quotation marks; each paragraph starts outside."""
    inside = np.zeros(len(text) + 1, dtype=np.bool_)
    for paragraph in _PARAGRAPH.finditer(text):
        opened = -1
        for mark in _MARK.finditer(text, paragraph.start(), paragraph.end()):
            opens = opened < 0 if mark[0] == '"' else mark[0] in "“„«"
            if opens:
                opened = mark.start()
            elif opened >= 0:
                inside[opened : mark.end()] = True
                opened = -1
        if opened >= 0:
            inside[opened : paragraph.end()] = True
    return inside


def kinds_of(text: str, starts: Ints, ends: Ints) -> Ints:
    """Number how each piece is written: letters, space before it, quotation marks around it."""
    capital = np.fromiter((c.isupper() for c in text), dtype=np.int64, count=len(text))
    blank = np.fromiter((c.isspace() for c in text), dtype=np.int64, count=len(text))
    capital, blank = np.append(capital, [0, 0]), np.append(blank, [1])
    first = capital[starts]
    second = capital[starts + 1] * (ends - starts > 1)
    spaced = blank[starts - 1]
    quoted = between_quotation_marks(text)[starts].astype(np.int64)
    return (first + first * second) + 3 * spaced + 6 * quoted


def cut(text: str, tokenizer: Any) -> Pieces:
    """Cut a text into word pieces, paragraph by paragraph (a line is a paragraph)."""
    paragraphs = [m for m in _PARAGRAPH.finditer(text) if m[0].strip()]
    rows: list[tuple[int, int, int]] = []
    breaks: list[int] = []
    encoded = tokenizer.encode_batch([m[0] for m in paragraphs], add_special_tokens=False)
    for paragraph, pieces in zip(paragraphs, encoded, strict=True):
        breaks.append(len(rows))
        at = paragraph.start()
        rows += [(i, s + at, e + at) for i, (s, e) in zip(pieces.ids, pieces.offsets, strict=True)]
        rows.append((STOP, paragraph.end(), paragraph.end()))
    ids, starts, ends = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Pieces(ids, kinds_of(text, starts, ends), starts, ends, np.array(breaks, dtype=np.int64))


def windows(pieces: Pieces, size: int = WINDOW, context: int = CONTEXT) -> Iterator[Window]:
    """Divide the pieces into windows that end between paragraphs where they can, so that a paragraph is read whole."""
    total, own = len(pieces), 0
    while own < total:
        start = max(0, own - context)
        end = min(total, start + size)
        own_end = end
        if end < total:
            whole = int(pieces.breaks[np.searchsorted(pieces.breaks, end, side="right") - 1])
            own_end = end = whole if whole > own else end
            if whole <= own:
                own_end = end - LOOKAHEAD
        yield Window(start, own, own_end, end)
        own = own_end


class Encoder:
    """The trained encoder, opened when it is first used.

    Args:
        folder: holds `reader.onnx` and `tokenizer.json`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        # Where a processor has no instruction for sums of eight-bit products (AVX2 alone), the quick way lets them
        # overflow, and the same text would give other statements than elsewhere.
        options.add_session_config_entry("session.x64quantprecision", "1")
        path = str(self._folder / "reader.onnx")
        # The fused sum-and-norm of this runtime takes five times as long as the sum and the norm, one after the other.
        slow = ["SkipLayerNormFusion"]
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=slow)

    def pieces(self, text: str) -> Pieces:
        """Cut a text into word pieces."""
        return cut(text, self._tokenizer)

    def read(self, text: str) -> Reading:
        """Read a whole text.

        Args:
            text: any text; an empty one gives empty arrays.

        Returns:
            The pieces and, for each, the scores of its tags and the projections that links and roles are scored by.
        """
        pieces = self.pieces(text)
        whole = [np.zeros((0, 0), dtype=np.float32)] * 3
        for window, answer in self.answers(pieces):
            if not window.own:
                whole = [np.empty((len(pieces), part.shape[1]), dtype=np.float32) for part in answer]
            for rows, part in zip(whole, answer, strict=True):
                rows[window.own : window.own_end] = part
        return Reading(pieces, *whole)

    def answers(self, pieces: Pieces) -> Iterator[tuple[Window, Answer]]:
        """Encode window after window, each as if alone; those of a long text in threads, ahead of who asks for them.

        Args:
            pieces: those of the whole text.

        Returns:
            The windows in order, each with the answers for its own pieces.
        """
        found, threads = list(windows(pieces)), processors()
        if len(found) < LONG or threads < 2:
            return ((window, self.answer(pieces, window)) for window in found)
        self._session  # noqa: B018 - opened once, before the threads ask for it
        pool = ThreadPoolExecutor(threads)
        begun = deque(pool.submit(self.answer, pieces, window) for window in found[:AHEAD])
        return self._ahead(pool, begun, pieces, found)

    def _ahead(
        self, pool: ThreadPoolExecutor, begun: deque[Future[Answer]], pieces: Pieces, found: Sequence[Window]
    ) -> Iterator[tuple[Window, Answer]]:
        try:
            for number, window in enumerate(found):
                answer = begun.popleft().result()
                if number + AHEAD < len(found):
                    begun.append(pool.submit(self.answer, pieces, found[number + AHEAD]))
                yield window, answer
        finally:
            pool.shutdown(cancel_futures=True)

    def answer(self, pieces: Pieces, window: Window) -> Answer:
        """Encode one window."""
        ids = np.concatenate(([START], pieces.ids[window.start : window.end]))
        kinds = np.concatenate(([0], pieces.kinds[window.start : window.end]))
        answer: Answer = self._session.run(("tags", "links", "roles"), {"ids": ids[None], "kinds": kinds[None]})
        first = 1 + window.own - window.start
        return [part[0, first : first + window.own_end - window.own] for part in answer]
