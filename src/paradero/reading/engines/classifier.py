"""The trained reader: who says what, and which words tell of an act of custody, from one pass over the text.

Runs without the library it was trained with: onnxruntime gives scores and projections, the rest is numpy. Everything it
returns is a suggestion with a share (0 to 1) and a place in the text; nothing here decides what is written.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from paradero.reading.engines.encoder import Encoder, Pieces, Reading, Rows
from paradero.reading.engines.one_pass import OnePass
from paradero.reading.engines.rolling import RoleSpan, roles_of
from paradero.reading.engines.tagging import (
    CONTENT,
    CUE,
    SOURCE,
    attribution_spans,
    place,
    runs,
    shares,
    word_means,
    word_starts,
)
from paradero.reading.linker import FEATURES, Attribution, Scores, described, group, places_of, projected, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from paradero.reading.linker import Block, Projections

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Range = tuple[int, int]

DATA = Path(__file__).resolve().parent.parent / "data"

RUNNERS_UP = 3

LINKS = ("content_cue", "content_source", "cue_source")
UNLEARNED = (1.0, *[0.0] * len(FEATURES))
"""Weights of links before they are learned: the encoder's word alone."""


class Choice(NamedTuple):
    """A code and its share."""

    code: str
    share: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an act.

    Attributes:
        start: character offset.
        end: character offset.
        act: the likeliest act and its share among all acts and none.
        others: the next likeliest acts.
        stance: how the speaker stands to it.
        modality: actual, planned, conditional, hypothetical.
        polarity: positive or negative.
        roles: for each role found, its words, the likeliest first.
    """

    start: int
    end: int
    act: Choice
    others: tuple[Choice, ...]
    stance: Choice
    modality: Choice
    polarity: Choice
    roles: Mapping[str, tuple[RoleSpan, ...]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one pass gives, each in document order."""

    attributions: tuple[Attribution, ...]
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the numbers of the model mean, and the layer that turns pairs of projections into roles."""

    names: Mapping[str, Sequence[str]]
    link_width: int
    link_weights: tuple[Floats, Floats, Floats]
    distance: Floats
    role_weight: Floats
    role_bias: Floats

    @classmethod
    def load(cls, folder: Path) -> Words:
        """Read what lies beside the model."""
        table = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        with np.load(folder / "reader.npz", allow_pickle=False) as arrays:
            layer = {name: arrays[name] for name in ("distance", "role_weight", "role_bias")}
        rows = table.get("link_weights", {})
        weights = [np.array(rows.get(name, UNLEARNED), dtype=np.float32) for name in LINKS]
        return cls(table, table["link_width"], (weights[0], weights[1], weights[2]), **layer)

    def columns(self, name: str) -> slice:
        """Give the columns of `Reading.tags` that score one task."""
        first = 0
        for task in ("tags", "acts", "stances", "modalities", "polarities"):
            width = len(self.names[task]) + (task == "acts")
            if task == name:
                return slice(first, first + width)
            first += width
        raise KeyError(name)


class Classifier:
    """Reads English text with the trained model.

    Args:
        folder: where the model's files are; by default those that come with the package.
    """

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder
        self._encoder = Encoder(folder)

    @cached_property
    def _words(self) -> Words:
        return Words.load(self._folder)

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Say who says what in a text, in document order."""
        return self.told(self.begin(text))

    def triggers(self, text: str) -> tuple[Trigger, ...]:
        """Find the words that tell of an act of custody, in document order."""
        return triggers_of(self._encoder.read(text), text, self._words)

    @cached_property
    def version(self) -> str:
        """A short digest of the model's files: other weights are another reader."""
        digest = hashlib.sha256()
        for name in ("reader.onnx", "reader.npz", "reader.json", "tokenizer.json"):
            digest.update((self._folder / name).read_bytes())
        return digest.hexdigest()[:8]

    @property
    def words(self) -> Words:
        """What the numbers of the model mean."""
        return self._words

    def begin(self, text: str) -> OnePass:
        """Begin to read a text; what is asked of the pass waits for it."""
        return OnePass(text, self._encoder, self._words)

    def told(self, by: OnePass) -> tuple[Attribution, ...]:
        """Say who says what in the text of a pass, in document order."""
        return linked(*by.spans(), by.pieces, by.text, self._words)

    def analyse(self, text: str) -> Analysis:
        """Give attributions and triggers from one pass."""
        reading = self._encoder.read(text)
        return Analysis(attributions_of(reading, text, self._words), triggers_of(reading, text, self._words))


def attributions_of(reading: Reading, text: str, words: Words) -> tuple[Attribution, ...]:
    """Decode the spans of a reading and link them."""
    if not len(reading.pieces):
        return ()
    spans = attribution_spans(reading.tags[:, words.columns("tags")], reading.pieces, text)
    averages = projected(reading.links, spans[CONTENT], spans[CUE], spans[SOURCE], words.link_width)
    return linked(spans, averages, reading.pieces, text, words)


def linked(
    spans: Mapping[int, Sequence[Range]], averages: Projections, pieces: Pieces, text: str, words: Words
) -> tuple[Attribution, ...]:
    """Link the spans of a text to attributions, given the averages of what the encoder projects of each."""
    if not len(pieces):
        return ()
    pairs = described(averages, spans[CONTENT], spans[CUE], spans[SOURCE], places_of(pieces, text))
    groups = group(Scores(*map(rows, pairs, words.link_weights)))

    def placed(kind: int, number: int | None) -> tuple[Range, ...]:
        return () if number is None else (place(spans[kind][number], pieces, text),)

    found = (
        Attribution(
            placed(SOURCE, g.source),
            placed(CUE, g.cue),
            tuple(place(spans[CONTENT][number], pieces, text) for number in g.contents),
        )
        for g in groups
    )
    return tuple(item for item in found if is_told(item, text))


def is_told(item: Attribution, text: str) -> bool:
    """Say whether enough was found to be an attribution: a cue, or else a source and more than two words.

    Without a cue, nine in ten were scraps of other contents.
    """
    if item.cue:
        return True
    return bool(item.source) and sum(len(text[start:end].split()) for start, end in item.content) > 2


def link_features(
    spans: Mapping[int, Sequence[Range]], reading: Reading, text: str, width: int
) -> list[Iterator[Block]]:
    """Describe contents with cues and sources, and cues with sources, that are within their reach."""
    places = places_of(reading.pieces, text)
    averages = projected(reading.links, spans[CONTENT], spans[CUE], spans[SOURCE], width)
    return described(averages, spans[CONTENT], spans[CUE], spans[SOURCE], places)


def triggers_of(reading: Reading, text: str, words: Words) -> tuple[Trigger, ...]:
    """Decode the triggers of a reading."""
    pieces = reading.pieces
    if not len(pieces):
        return ()
    starts = word_starts(pieces, text)
    bounds = np.append(starts, len(pieces))
    acts = reading.tags[:, words.columns("acts")]
    share = shares(word_means(acts, bounds))
    found = (share[:, 0] < 1 - THRESHOLD) & (pieces.starts[starts] < pieces.ends[starts])
    stretches = runs(found.astype(np.int64), np.zeros(len(found), dtype=np.bool_))
    return tuple(
        _trigger(reading, text, words, share[first:end].mean(axis=0), (int(bounds[first]), int(bounds[end])), starts)
        for _, first, end in stretches
    )


THRESHOLD = 0.5
"""A word belongs to a trigger when the acts together have more than this share (tuned on the reports kept for it)."""


def _trigger(reading: Reading, text: str, words: Words, share: Floats, span: Range, starts: Ints) -> Trigger:
    start, end = place(span, reading.pieces, text)
    order = np.argsort(-share[1:], kind="stable")
    acts = [Choice(words.names["acts"][i], float(share[1 + i])) for i in order[: 1 + RUNNERS_UP]]
    return Trigger(
        start,
        end,
        acts[0],
        tuple(acts[1:]),
        choice(reading, words, "stances", span),
        choice(reading, words, "modalities", span),
        choice(reading, words, "polarities", span),
        roles_of(reading, text, words, span, starts),
    )


def choice(reading: Rows, words: Words, task: str, span: Range) -> Choice:
    """Give the likeliest code of a task over a span."""
    share = shares(reading.tags_of(*span)[:, words.columns(task)].mean(axis=0))
    best = int(np.argmax(share))
    return Choice(words.names[task][best], float(share[best]))
