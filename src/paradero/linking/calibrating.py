"""Weights fitted to what reviewers decided, when asked: each kind of evidence counts more or less than shipped.

The chance of one person is a logistic function of the bits of the evidence (as in Fellegi and Sunter, 1969). Each kind
of evidence gets a factor and all together a shift; they are the likeliest under the labels, where a factor is taken to
be 1 give or take `SPREAD`, and the shift 0 give or take `SHIFT` bits, before anything is seen (Newton's method on the
penalised likelihood). So few labels change little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.linking.comparing import PIECES, Evidence, pieces
from paradero.linking.compiled import compiled
from paradero.linking.engine import UNLIKELY, Links
from paradero.linking.errors import FEWEST, TooFewLabels
from paradero.linking.explaining import Explanation, Reason
from paradero.linking.names import Room, room
from paradero.linking.people import TRAITS
from paradero.linking.registering import Pair

KINDS = ("name", "birth", *TRAITS)  # of evidence, each with a factor
SPREAD, SHIFT = 0.4, 3.0
TURNS, SETTLED = 50, 1e-9
FOLDS = 5
LN2 = float(np.log(2))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights as fitted to labels.

    Attributes:
        factors: for each kind of evidence what its bits are multiplied by.
        shift: bits added to every pair.
        labels: how many labels it was fitted to; same: how many of them say one person.
        before, after: mean surprise in bits per label (log loss) of the shipped weights, and of weights fitted without
            the labels that they are asked about (five parts in turn): less is better.
    """

    factors: Mapping[str, float]
    shift: float
    labels: int = 0
    same: int = 0
    before: float = 0.0
    after: float = 0.0


class Calibrated:
    """Links with other weights: the same pairs with other bits and chances. Clusters stay as they were proposed.

    Args:
        links: as the engine gives them. calibration: the weights.
    """

    def __init__(self, links: Links, calibration: Calibration) -> None:
        self._links, self._calibration = links, calibration
        self.clusters, self.needed, self.compared = links.clusters, links.needed, links.compared
        self.pairs = self._weighed()

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two rows being one person, under these weights."""
        shipped = self._links.explain(one, other)
        factors = self._calibration.factors
        reasons = [Reason(of.piece, of.bits * factors.get(of.piece, 1.0), of.words) for of in shipped.reasons]
        if self._calibration.shift:
            reasons.append(Reason("chance", self._calibration.shift, "what reviewers decided of pairs like these"))
        bits = sum(reason.bits for reason in reasons)
        return Explanation(tuple(reasons), bits, float(_chance(np.array(bits))))

    def _weighed(self) -> pa.Table:
        pairs = self._links.pairs
        bits = weighed(self._links, [*zip(pairs["one"].to_pylist(), pairs["other"].to_pylist(), strict=True)])
        over = bits @ _vector(self._calibration)
        chance = _chance(over)
        order = np.argsort(-chance, kind="stable")
        order = order[chance[order] >= UNLIKELY]
        evidence = (over - bits[:, -1]).astype(np.float32)
        return pa.table(
            {
                "one": pairs["one"].take(pa.array(order)),
                "other": pairs["other"].take(pa.array(order)),
                "bits": pa.array(evidence[order]),
                "probability": pa.array(chance[order]),
            }
        )


def fitted(links: Links, labels: Mapping[Pair, bool]) -> Calibration:
    """Fit weights to what people decided.

    Args:
        links: of the table whose rows the labels are about.
        labels: pairs of ids, True for one person; those with an id that the table does not have are left out.

    Raises:
        TooFewLabels: for fewer than 20 labels of either answer.
    """
    pairs = sorted(labels)
    here = links.has([id for pair in pairs for id in pair]).reshape(-1, 2)
    known = {pair: labels[pair] for pair, is_here in zip(pairs, here, strict=True) if is_here.all()}
    answers = np.array([*known.values()], float)
    many, same = len(answers), int(answers.sum())
    if min(same, many - same) < FEWEST:
        raise TooFewLabels(same, many - same)
    bits = weighed(links, [*known])
    found = _likeliest(bits, answers)
    parts = np.arange(many) % FOLDS
    over = np.zeros(many)
    for part in range(FOLDS):
        over[parts == part] = bits[parts == part] @ _likeliest(bits[parts != part], answers[parts != part])
    shipped = _surprise(bits @ _prior(bits.shape[1]), answers)
    factors = {kind: float(found[place]) for place, kind in enumerate(KINDS)}
    return Calibration(factors, float(found[-2]), many, same, shipped, _surprise(over, answers))


def weighed(links: Links, pairs: list[Pair]) -> NDArray[np.float64]:
    """Return for each pair the bits of each kind of evidence, then a 1 for the shift and the bits that are needed."""
    rows, own = links.rows(pairs)
    table = _table(links.evidence, rows.astype(np.int32), room(), len(PIECES))
    name = table[:, -1] - table[:, 2 : len(PIECES)].sum(axis=1)  # with what is taken off where they may be relatives
    needed = -np.array(links.needed)[own.astype(int)]
    return np.column_stack([name, table[:, 2 : len(PIECES)], np.ones(len(pairs)), needed]).astype(np.float64)


@compiled
def _table(rows: Evidence, pairs: NDArray[np.int32], room: Room, many: int) -> NDArray[np.float32]:
    found = np.zeros((len(pairs), many + 1), np.float32)
    for k in range(len(pairs)):
        found[k, many] = pieces(pairs[k, 0], pairs[k, 1], rows, room, found[k, :many])
    return found


def _prior(columns: int) -> NDArray[np.float64]:
    prior = np.ones(columns)
    prior[-2] = 0.0
    return prior


def _vector(calibration: Calibration) -> NDArray[np.float64]:
    return np.array([*(calibration.factors.get(kind, 1.0) for kind in KINDS), calibration.shift, 1.0])


def _likeliest(bits: NDArray[np.float64], answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the factors, the shift and a 1 under which the answers are likeliest."""
    prior = _prior(bits.shape[1])
    tied = 1 / np.array([SPREAD] * len(KINDS) + [SHIFT]) ** 2
    free = bits[:, :-1] * LN2
    found = prior[:-1].copy()
    for _ in range(TURNS):
        chance = _chance(bits[:, :-1] @ found + bits[:, -1])
        slope = free.T @ (answers - chance) - tied * (found - prior[:-1])
        bend = (free * (chance * (1 - chance))[:, None]).T @ free + np.diag(tied)
        step = np.linalg.solve(bend, slope)
        found = found + step * min(1.0, 1.0 / max(float(np.abs(step).max()), 1e-12))
        if np.abs(step).max() < SETTLED:
            break
    return np.append(np.maximum(found[:-1], 0.0), [found[-1], 1.0])  # no evidence is turned round


def _chance(over: NDArray[np.float64]) -> NDArray[np.float64]:
    chance: NDArray[np.float64] = 1 / (1 + np.exp2(np.clip(-over, -60, 60)))
    return chance


def _surprise(over: NDArray[np.float64], answers: NDArray[np.float64]) -> float:
    chance = np.clip(_chance(over), 1e-12, 1 - 1e-12)
    return float(-np.log2(np.where(answers == 1, chance, 1 - chance)).mean())
