"""How attributions are scored: pure functions from (gold, predicted) pairs to figures.

A predicted attribution meets a gold one when their contents share characters (white space aside) that make up at
least half of the gold content and at least half of the predicted one, and their sources overlap or both have none.
Pairs are one to one, the largest overlap first. The laxer measure asks for half of the gold content only: a reader that
takes whole paragraphs for one content passes it, so it is no headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paradero.reading.linker import Attribution

    Spans = Sequence[tuple[int, int]]
    Case = tuple[str, Sequence[Attribution], Sequence[Attribution]]

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers among those given and among those wanted; a half-right answer may count as half of one."""

    right: float
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of the answers given that are right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the answers wanted that were given."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.given + other.given, self.wanted + other.wanted)


def covered(spans: Spans, text: str) -> frozenset[int]:
    """Give the places of the characters in the spans, white space aside."""
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def sources_agree(gold: Spans, predicted: Spans) -> bool:
    """Say whether two sources overlap, or neither exists."""
    if not gold or not predicted:
        return not gold and not predicted
    return any(a < d and c < b for a, b in gold for c, d in predicted)


def relation_score(case: Case, *, lax: bool = False, ignore_source: bool = False) -> Score:
    """Score the attributions of one text.

    Args:
        case: the text, its gold attributions, the predicted ones.
        lax: ask for half of the gold content only.
        ignore_source: let any source do, to see what the contents alone would reach.
    """
    text, gold, predicted = case
    gold_places = [covered(item.content, text) for item in gold]
    places = [covered(item.content, text) for item in predicted]
    pairs: list[tuple[int, int, int]] = []
    for i, wanted in enumerate(gold_places):
        for j, given in enumerate(places):
            shared = len(wanted & given)
            enough = shared and 2 * shared >= len(wanted) and (lax or 2 * shared >= len(given))
            if enough and (ignore_source or sources_agree(gold[i].source, predicted[j].source)):
                pairs.append((-shared, i, j))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
    return Score(len(taken), len(predicted), len(gold))


def content_score(case: Case) -> Score:
    """Score the words (and marks of punctuation) that stand in any content."""
    text, gold, predicted = case
    words = [m.start() for m in _WORD.finditer(text)]
    wanted = covered([span for item in gold for span in item.content], text)
    given = covered([span for item in predicted for span in item.content], text)
    right = sum(w in wanted and w in given for w in words)
    return Score(right, sum(w in given for w in words), sum(w in wanted for w in words))


def total(scores: Iterable[Score]) -> Score:
    """Add up the scores of many texts."""
    return sum(scores, Score(0, 0, 0))


def figures(score: Score) -> dict[str, float]:
    """Precision, recall and F in per cent."""
    return {"P": round(100 * score.precision, 1), "R": round(100 * score.recall, 1), "F": round(100 * score.f, 1)}
