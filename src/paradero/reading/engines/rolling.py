"""Who takes which role for a trigger, from the projections that the trained encoder gives of every piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from paradero.reading.engines.tagging import place, runs, shares, word_means
from paradero.reading.linker import REACH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from paradero.reading.engines.classifier import Words
    from paradero.reading.engines.encoder import Rows

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Range = tuple[int, int]


class RoleSpan(NamedTuple):
    """Words that take a role: character offsets and the share of that role."""

    start: int
    end: int
    share: float


def role_shares(
    reading: Rows, words: Words, span: Range, starts: Ints, around: Range | None = None
) -> tuple[Ints, Floats]:
    """Say of every word what share each role has in it for one trigger, none first.

    Args:
        reading, words: what was read, and what its numbers mean.
        span: the pieces of the trigger.
        starts: the first piece of every word of the text (`word_starts`).
        around: the pieces to ask about; those near the trigger when not given.

    Returns:
        the first piece of every word, with the end behind the last; one row of shares a word.
    """
    first, last = around if around is not None else (max(0, span[0] - REACH), min(len(reading.pieces), span[1] + REACH))
    ask, answer = reading.roles_of(*span), reading.roles_of(first, last)
    half = ask.shape[1] // 2
    distances = words.distance[distance_numbers(np.arange(first, last) - span[0])]
    hidden = ask[:, :half].mean(axis=0) + answer[:, half:] + distances
    scores = np.maximum(hidden, 0) @ words.role_weight.T + words.role_bias
    bounds = np.append(starts[slice(*np.searchsorted(starts, (first, last)))], last)
    return bounds, shares(word_means(scores, bounds - first))


def roles_of(
    reading: Rows, text: str, words: Words, span: Range, starts: Ints, around: Range | None = None
) -> dict[str, tuple[RoleSpan, ...]]:
    """Find who takes which role for one trigger: neighbouring words that have the same role, the likeliest first."""
    bounds, share = role_shares(reading, words, span, starts, around)
    kinds = np.argmax(share, axis=1)
    kinds[reading.pieces.starts[bounds[:-1]] == reading.pieces.ends[bounds[:-1]]] = 0
    found: dict[str, list[RoleSpan]] = {}
    for kind, begin, end in runs(kinds, np.zeros(len(kinds), dtype=np.bool_)):
        at = place((int(bounds[begin]), int(bounds[end])), reading.pieces, text)
        found.setdefault(words.names["roles"][kind - 1], []).append(RoleSpan(*at, float(share[begin:end, kind].mean())))
    return {role: tuple(sorted(spans, key=lambda s: -s.share)) for role, spans in found.items()}


def distance_numbers(offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number the signed distances: 0, then 1, 2-3, 4-7 ... 128 and more, on either side."""
    steps = np.minimum(np.log2(np.maximum(np.abs(offsets), 1)).astype(np.int64), 8) + 1
    return np.minimum(np.where(offsets > 0, 9 + steps, np.where(offsets < 0, steps, 0)), 18)
