"""The trained model's opinion on the acts of one text, from the arrays of one pass, as far as it has come."""

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
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from paradero.reading.engines.classifier import Words
    from paradero.reading.engines.one_pass import OnePass

# Codes below this share are not named in a view.
WORTH_NAMING = 0.02


class Considered:
    """Answers for any words of a text what the model thinks of them as a trigger."""

    def __init__(self, begun: OnePass, words: Words) -> None:
        self._pass, self._words, self._text = begun, words, begun.text
        self._starts = word_starts(begun.pieces, begun.text)
        self._shares = np.empty((len(self._starts), 1 + len(words.names["acts"])), dtype=np.float32)
        self._found: list[View] = []
        self._known = 0

    def _until(self, piece: int) -> None:
        """Know the words and the triggers of all pieces before this one, at least of the first."""
        while self._known < min(max(1, piece), len(self._pass.pieces)):
            self._pass.until(self._known + 1)
            self._learn(self._known, self._pass.done)

    def _learn(self, begin: int, end: int) -> None:
        self._known = end
        first, last = np.searchsorted(self._starts, (begin, end))
        starts = self._starts[first:last]
        acts = self._pass.tags_of(begin, end)[:, self._words.columns("acts")]
        widths = np.diff(np.append(starts, end))[:, None].astype(np.float32)
        self._shares[first:last] = shares(np.add.reduceat(acts, starts - begin, axis=0) / widths)
        self._found += self._telling(int(first), int(last))

    def _telling(self, first: int, last: int) -> Iterator[View]:
        """The views of the triggers among some words; they end between paragraphs, which no trigger crosses."""
        pieces, bounds = self._pass.pieces, np.append(self._starts, len(self._pass.pieces))[first : last + 1]
        starts = bounds[:-1]
        telling = (self._shares[first:last, 0] < 1 - THRESHOLD) & (pieces.starts[starts] < pieces.ends[starts])
        for _, a, b in runs(telling.astype(np.int64), np.zeros(len(telling), dtype=np.bool_)):
            yield self.view(*place((int(bounds[a]), int(bounds[b])), pieces, self._text))

    @cached_property
    def _places(self) -> NDArray[np.int64]:
        """For every word: its first character."""
        return self._pass.pieces.starts[self._starts]

    def most(self, start: int, end: int) -> float:
        """Return the highest share, over the words of a stretch, that a word tells an act."""
        first, last = np.searchsorted(self._places, (start, end))
        if first >= last:
            return 0.0
        self._until(int(self._starts[last - 1]) + 1)
        return float((1 - self._shares[first:last, 0]).max())

    def roles(self, start: int, end: int, within: tuple[int, int]) -> dict[str, tuple[int, int, float]]:
        """Return role -> (start, end, share) of the likeliest words in a stretch for given trigger words."""
        span, around = self._pieces(start, end), self._pieces(*within)
        found = roles_of(self._pass, self._text, self._words, span, self._starts, around)
        return {role: (spans[0].start, spans[0].end, spans[0].share) for role, spans in found.items()}

    def weighed(self, start: int, end: int, filled: Mapping[str, tuple[int, int]]) -> dict[str, float]:
        """Return, for roles that are filled, the highest share of the role in one of the words that fill it."""
        names, span = list(self._words.names["roles"]), self._pieces(start, end)
        weights = {}
        for role, stretch in filled.items():
            _, share = role_shares(self._pass, self._words, span, self._starts, self._pieces(*stretch))
            weights[role] = float(share[:, 1 + names.index(role)].max()) if len(share) else 1.0
        return weights

    def found(self, start: int, end: int) -> tuple[View, ...]:
        """Return the triggers that the model itself finds in a stretch, in order."""
        self._pieces(start, end)
        first, last = (bisect_left(self._found, place, key=lambda view: view.start) for place in (start, end))
        return tuple(self._found[first:last])

    def view(self, start: int, end: int) -> View:
        """Return the view of the words in a stretch; the word that tells most decides."""
        first, last = self._pieces(start, end)
        starts, share = self._starts, self._shares
        words = np.arange(np.searchsorted(starts, first, side="right") - 1, np.searchsorted(starts, last))
        row = share[words[np.argmin(share[words, 0])]] if len(words) else share[:1].mean(axis=0)
        codes = self._words.names["acts"]
        among = row[1:] / max(float(row[1:].sum()), 1e-6)
        best = int(np.argmax(among))
        says = {task: choice(self._pass, self._words, name, (first, last)) for task, name in _TASKS.items()}
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
        """The pieces that overlap a stretch of characters, at least one; they are waited for."""
        pieces = self._pass.pieces
        first = int(np.searchsorted(pieces.ends, start, side="right"))
        last = int(np.searchsorted(pieces.starts, end))
        found = (first, last) if first < last else (0, 1)
        self._until(found[1])
        return found


_TASKS = {"stance": "stances", "modality": "modalities", "polarity": "polarities"}
