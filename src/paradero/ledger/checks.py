"""Chains of custody checked: each person's stays in order of time, and where they overlap or leave days untold.

A pure function of stays. What is found is shown with the rows that it rests on; nothing is put right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.census import Rule, running_most, sorted_by
from paradero.ledger.stays import OPEN, Stays

OVERLAP, GAP = "overlap", "gap"


@dataclass(frozen=True)
class ChainCheck:
    """What is wrong with chains.

    Attributes:
        code: for each finding ``overlap`` (a stay begins before an earlier one has ended) or ``gap`` (of nights between
            two stays nothing is told).
        before, row: the rows of the two stays in the table: the one that reaches furthest, and the one that follows.
        nights: how many nights the two share, or how many lie untold between them.
        unusable: rows that no chain holds, because they cannot be used, by code; as of ``Stays.left_out``.
    """

    code: NDArray[np.str_]
    before: NDArray[np.int64]
    row: NDArray[np.int64]
    nights: NDArray[np.int32]
    unusable: dict[str, NDArray[np.int64]]

    def __len__(self) -> int:
        return len(self.code)


def check_chains(stays: Stays, gap_over: int = 1, rule: Rule = Rule()) -> ChainCheck:  # noqa: B008 - frozen
    """Look for overlaps and gaps in every person's chain.

    Args:
        stays: as ``stays_of`` reads them.
        gap_over: nights that may lie between two stays without being told of.
        rule: only ``known_on`` counts here.

    Returns:
        The findings in the order of persons and days. That one stay ends on the day on which the next begins is right.
    """
    known = stays.withdrawn == OPEN if rule.known_on is None else stays.known_on(rule.known_on)
    kept = np.flatnonzero(known)
    order = kept[sorted_by(stays.person[kept], None, stays.start[kept])]
    person, start, end = stays.person[order], stays.start[order], stays.end[order]
    if len(order) < 2:
        none = np.zeros(0, np.int64)
        return ChainCheck(np.zeros(0, np.str_), none, none, none.astype(np.int32), dict(stays.left_out))
    new = np.ones(len(order), bool)
    new[1:] = person[1:] != person[:-1]
    reached = running_most(end, new)
    furthest = np.maximum.accumulate(
        np.where(new | np.append(True, reached[1:] > reached[:-1]), np.arange(len(order)), 0)
    )
    between = start[1:].astype(np.int64) - reached[:-1]
    follows = ~new[1:]
    wrong = np.flatnonzero(follows & ((between < 0) | (between > gap_over)))
    overlaps = between[wrong] < 0
    shared = np.minimum(end[wrong + 1], reached[wrong]).astype(np.int64) - start[wrong + 1]
    rows = stays.row[order]
    return ChainCheck(
        np.where(overlaps, OVERLAP, GAP),
        rows[furthest[wrong]],
        rows[wrong + 1],
        np.where(overlaps, shared, between[wrong]).astype(np.int32),
        dict(stays.left_out),
    )
