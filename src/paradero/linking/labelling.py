"""What people's judgements say of the scores: how many of the pairs with a score are one person, with its interval."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from paradero.linking.registering import DIFFERENT, SAME, Pair, standing
from paradero.model import Judgement

BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0)
Z = 1.959964  # of a standard normal distribution: 95 of 100 lie so near to the middle


@dataclass(frozen=True, slots=True)
class Band:
    """The judged pairs with scores of one stretch.

    Attributes:
        low, high: the stretch; a score that is just ``high`` belongs to the next, except at 1.
        judged: how many pairs people have judged. same: how many of them are one person.
        expected: how many would be, if the scores were right.
    """

    low: float
    high: float
    judged: int
    same: int
    expected: float

    @property
    def precision(self) -> float | None:
        """The share that is one person; None when nothing was judged."""
        return self.same / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the share lies, 95 times of 100 (Wilson, 1927); None when nothing was judged."""
        return wilson(self.same, self.judged) if self.judged else None


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the interval of a share of which ``hits`` of ``of`` were seen (Wilson, 1927)."""
    share, spread = hits / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def labels(judgements: Iterable[Judgement], apart_from: Collection[str] = ()) -> Mapping[Pair, bool]:
    """Return the pairs of which people say one thing: True for one person, False for two.

    Args:
        judgements: all; of each person the last about a pair counts.
        apart_from: who signs and is no person: a policy.
    """
    told = {}
    for pair, of in standing(judgements).items():
        said = {one.decision for one in of if one.by not in apart_from and one.decision in (SAME, DIFFERENT)}
        if len(said) == 1:
            told[pair] = said == {SAME}
    return told


def bands(judged: Iterable[tuple[float, bool]]) -> tuple[Band, ...]:
    """Sum up judged pairs by their scores.

    Args:
        judged: for each pair the score that it had, and whether it is one person.
    """
    pairs = list(judged)
    found = []
    for low, high in pairwise(BANDS):
        own = [(score, same) for score, same in pairs if low <= score < high or (high == BANDS[-1] == score)]
        same = sum(same for _, same in own)
        found.append(Band(low, high, len(own), same, sum(score for score, _ in own)))
    return tuple(found)
