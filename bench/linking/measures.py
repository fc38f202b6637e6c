"""How clusters and blocks are scored: pure functions over numbers of persons and clusters, one for each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Quality:
    """Shares of pairs of rows (one person, one cluster), and B-cubed, over the fellows of each row; all from 0 to 1."""

    precision: float
    recall: float
    f: float
    b_cubed: float


def numbered(values: Iterable[object]) -> Numbers:
    """Number values in the order in which they come."""
    seen: dict[object, int] = {}
    return np.array([seen.setdefault(value, len(seen)) for value in values], np.int64)


def quality(person: Numbers, cluster: Numbers) -> Quality:
    """Score clusters against persons."""
    both = person * (cluster.max(initial=0) + 1) + cluster
    _, of_both, counts = np.unique(both, return_index=True, return_counts=True)
    persons, clusters = np.bincount(person), np.bincount(cluster)
    right = _pairs(counts)
    precision, recall = _share(right, _pairs(clusters)), _share(right, _pairs(persons))
    rows, squared = max(len(person), 1), counts.astype(float) ** 2
    b_precision = float((squared / clusters[cluster[of_both]]).sum()) / rows
    b_recall = float((squared / persons[person[of_both]]).sum()) / rows
    return Quality(precision, recall, _harmonic(precision, recall), _harmonic(b_precision, b_recall))


def true_pairs(person: Numbers) -> NDArray[np.int64]:
    """Return all pairs of rows that are one person, the first row before the second."""
    order = np.argsort(person, kind="stable")
    starts = np.flatnonzero(np.diff(person[order], prepend=-1))
    sizes = np.diff(np.append(starts, len(order)))
    found = [np.zeros((0, 2), np.int64)]
    for size in np.unique(sizes[sizes > 1]):
        rows = order[starts[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        found.append(np.stack([rows[:, one].ravel(), rows[:, other].ravel()], axis=1))
    return np.sort(np.concatenate(found), axis=1)


def among(wanted: NDArray[np.int64], compared: NDArray[np.int64], rows: int) -> int:
    """Count the pairs wanted that are among those compared, whichever of the two rows is named first."""
    ours, theirs = (np.sort(pairs, axis=1) @ np.array([rows, 1]) for pairs in (wanted, compared))
    return int(np.isin(ours, theirs).sum())


def joined(rows: int, pairs: Sequence[Sequence[int]] | NDArray[np.int64]) -> Numbers:
    """Return clusters: rows that hang together by pairs share a number."""
    first = list(range(rows))

    def root(row: int) -> int:
        while first[row] != row:
            first[row] = first[first[row]]
            row = first[row]
        return row

    for one, other in pairs:
        a, b = root(int(one)), root(int(other))
        first[max(a, b)] = min(a, b)
    return np.array([root(row) for row in range(rows)], np.int64)


def _pairs(sizes: NDArray[np.int64]) -> float:
    return float((sizes.astype(float) * (sizes - 1) / 2).sum())


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0
