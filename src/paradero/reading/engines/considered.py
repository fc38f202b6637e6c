"""The trained model's opinion on the acts of one text, from the arrays of one pass."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from paradero.reading.acts.opinion import View
from paradero.reading.engines.classifier import THRESHOLD, choice
from paradero.reading.engines.rolling import role_shares, roles_of
from paradero.reading.engines.tagging import place, runs, shares, word_starts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from paradero.reading.engines.classifier import Words
    from paradero.reading.engines.encoder import Reading

# Codes below this share are not named in a view.
WORTH_NAMING = 0.02


class Considered:
    """Answers for any words of a text what the model thinks of them as a trigger."""

    def __init__(self, reading: Reading, text: str, words: Words) -> None:
        self._reading, self._text, self._words = reading, text, words

    @cached_property
    def _word_shares(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """For every word: the index of its first piece, and the shares of "no act" and of each code."""
        pieces = self._reading.pieces
        starts = word_starts(pieces, self._text)
        acts = self._reading.tags[:, self._words.columns("acts")]
        widths = np.diff(np.append(starts, len(pieces)))[:, None].astype(np.float32)
        return starts, shares(np.add.reduceat(acts, starts, axis=0) / widths)

    @cached_property
    def _found(self) -> tuple[View, ...]:
        starts, share = self._word_shares
        pieces, bounds = self._reading.pieces, np.append(starts, len(self._reading.pieces))
        telling = (share[:, 0] < 1 - THRESHOLD) & (pieces.starts[starts] < pieces.ends[starts])
        stretches = runs(telling.astype(np.int64), np.zeros(len(telling), dtype=np.bool_))
        places = (place((int(bounds[a]), int(bounds[b])), pieces, self._text) for _, a, b in stretches)
        return tuple(self.view(*at) for at in places)

    @cached_property
    def _telling(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """For every word: its first character, and the share that it tells an act."""
        starts, share = self._word_shares
        return self._reading.pieces.starts[starts], 1 - share[:, 0]

    def most(self, start: int, end: int) -> float:
        """Return the highest share, over the words of a stretch, that a word tells an act."""
        places, telling = self._telling
        first, last = np.searchsorted(places, (start, end))
        return float(telling[first:last].max()) if first < last else 0.0

    def roles(self, start: int, end: int, within: tuple[int, int]) -> dict[str, tuple[int, int, float]]:
        """Return role -> (start, end, share) of the likeliest words in a stretch for given trigger words."""
        around, (starts, _) = self._pieces(*within), self._word_shares
        found = roles_of(self._reading, self._text, self._words, self._pieces(start, end), starts, around)
        return {role: (spans[0].start, spans[0].end, spans[0].share) for role, spans in found.items()}

    def weighed(self, start: int, end: int, filled: Mapping[str, tuple[int, int]]) -> dict[str, float]:
        """Return, for roles that are filled, the highest share of the role in one of the words that fill it."""
        names, span, (starts, _) = list(self._words.names["roles"]), self._pieces(start, end), self._word_shares
        weights = {}
        for role, stretch in filled.items():
            _, share = role_shares(self._reading, self._words, span, starts, self._pieces(*stretch))
            weights[role] = float(share[:, 1 + names.index(role)].max()) if len(share) else 1.0
        return weights

    def found(self, start: int, end: int) -> tuple[View, ...]:
        """Return the triggers that the model itself finds in a stretch, in order."""
        first, last = (bisect_left(self._found, place, key=lambda view: view.start) for place in (start, end))
        return self._found[first:last]

    def view(self, start: int, end: int) -> View:
        """Return the view of the words in a stretch; the word that tells most decides."""
        first, last = self._pieces(start, end)
        starts, share = self._word_shares
        words = np.arange(np.searchsorted(starts, first, side="right") - 1, np.searchsorted(starts, last))
        row = share[words[np.argmin(share[words, 0])]] if len(words) else share[:1].mean(axis=0)
        codes = self._words.names["acts"]
        among = row[1:] / max(float(row[1:].sum()), 1e-6)
        best = int(np.argmax(among))
        says = {task: choice(self._reading, self._words, name, (first, last)) for task, name in _TASKS.items()}
        return View(
            start,
            end,
            float(1 - row[0]),
            codes[best],
            float(among[best]),
            says["stance"].code,
            says["modality"].code,
            says["polarity"].code,
            {codes[i]: float(among[i]) for i in np.flatnonzero(among > WORTH_NAMING).tolist()},
            {task: said.share for task, said in says.items()},
        )

    def _pieces(self, start: int, end: int) -> tuple[int, int]:
        """The pieces that overlap a stretch of characters; at least one."""
        pieces = self._reading.pieces
        first = int(np.searchsorted(pieces.ends, start, side="right"))
        last = int(np.searchsorted(pieces.starts, end))
        return (first, last) if first < last else (0, 1)


_TASKS = {"stance": "stances", "modality": "modalities", "polarity": "polarities"}
