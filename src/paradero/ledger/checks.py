"""Chains of custody checked: each person's stays in order of time, and where they overlap or leave days untold.

A pure function of stays. What is found is shown with the rows that it rests on; nothing is put right. Person, first day
and number of each stay are packed into one number; these are sorted, and gone through piece by piece, on
as many threads as there are processors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from paradero.ledger.packing import Packing, Whole, in_order, numbered, pieces, width, worked_on
from paradero.ledger.stay_census import Rule
from paradero.ledger.stays import OPEN, Stays

OVERLAP, GAP = "overlap", "gap"
LIFT, FAR = 31, 1 << 29  # bits for days below a person's number; more days than any stay or gap has
Findings = tuple[NDArray[np.bool_], NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]  # as of ``ChainCheck``


@dataclass(frozen=True)
class ChainCheck:
    """What is wrong with chains.

    Attributes:
        overlaps: for each finding whether it is an overlap; else it is a gap.
        before, row: the rows of the two stays in the table: the one that reaches furthest, and the one that follows.
        nights: how many nights the two share (``OPEN`` where both go on), or how many lie untold between them.
        unusable: rows that no chain holds, because they cannot be used, by code; as of ``Stays.left_out``.
    """

    overlaps: NDArray[np.bool_]
    before: NDArray[np.int32]
    row: NDArray[np.int32]
    nights: NDArray[np.int32]
    unusable: dict[str, NDArray[np.int32]]

    def __len__(self) -> int:
        return len(self.row)

    @property
    def code(self) -> NDArray[np.str_]:
        """Return for each finding ``overlap`` (a stay begins before an earlier one has ended) or ``gap``.

        In a gap lie nights between two stays of which nothing is told.
        """
        return np.where(self.overlaps, OVERLAP, GAP)


def check_chains(stays: Stays, gap_over: int = 1, rule: Rule = Rule()) -> ChainCheck:  # noqa: B008 - frozen
    """Look for overlaps and gaps in every person's chain.

    Args:
        stays: as ``stays_of`` reads them.
        gap_over: nights that may lie between two stays without being told of.
        rule: only ``known_on`` counts here.

    Returns:
        The findings in the order of persons and days. That one stay ends on the day on which the next begins is right.
    """
    none = np.zeros(0, np.int32)
    found = [(none.astype(bool), none, none, none)]
    chained = _chained(stays)
    for whole_chains in _in_order(stays, rule, chained):
        found += worked_on(partial(_findings, stays, gap_over, chained), whole_chains)
    overlaps, before, row, nights = (np.concatenate(column) for column in zip(*found, strict=True))
    return ChainCheck(overlaps, before, row, nights, dict(stays.left_out))


def chains(stays: Stays, rule: Rule = Rule()) -> NDArray[np.int32]:  # noqa: B008 - frozen
    """Return the rows of every person's chain, one person after another, each in the order of first days.

    Args:
        stays: as ``stays_of`` reads them.
        rule: only ``known_on`` counts here.
    """
    chained = _chained(stays)
    in_pieces = chain.from_iterable(_in_order(stays, rule, chained))
    rows = [stays.row[chained.packing.column(piece, 2)] for piece in in_pieces]
    return np.concatenate([np.zeros(0, np.int32), *rows])


@dataclass(frozen=True, slots=True)
class _Chained:
    """How person, first day and place in the columns are packed; the days are counted from the earliest."""

    early: int
    packing: Packing


def _chained(stays: Stays) -> _Chained:
    if not len(stays):
        return _Chained(0, Packing((0, 0)))
    early = int(stays.start.min())
    return _Chained(early, Packing((width(int(stays.start.max()) - early), width(len(stays) - 1))))


def _in_order(stays: Stays, rule: Rule, chained: _Chained) -> Iterator[Iterator[Whole]]:
    """Yield the stays packed and in order, in pieces that tear no chain apart; person by person where it needs bits."""
    packing = chained.packing
    spans = packing.spans(int(stays.person.min()), int(stays.person.max())) if len(stays) else ()
    for persons in spans:
        yield pieces(in_order(len(stays), _packed(stays, rule, chained, persons)), packing.below)


def _packed(stays: Stays, rule: Rule, chained: _Chained, persons: range) -> Iterator[Whole]:
    for part in stays.parts():
        known = stays.known_on(rule.known_on, part)
        person = numbered(stays.person[part], persons, known)
        at = np.flatnonzero(known)
        start = stays.start[part][at] - np.int32(chained.early)
        yield chained.packing.packed(person[at], start, at + part.start)


def _findings(stays: Stays, gap_over: int, chained: _Chained, piece: Whole) -> Findings:
    """Return the findings among whole chains."""
    person, start, at = (chained.packing.column(piece, column) for column in range(3))
    early = chained.early
    end, row = stays.end.take(at), stays.row.take(at)
    lifted = person << LIFT  # the running maximum begins anew with each person
    start += lifted
    reached = np.maximum.accumulate(lifted + (np.minimum(end, FAR) - np.int32(early)))
    between = start[1:] - reached[:-1]  # from one person to the next it is more than FAR
    wrong = np.flatnonzero((between < 0) | ((between > gap_over) & (between < FAR)))
    grew = np.ones(len(at), bool)
    grew[1:] = reached[1:] > reached[:-1]
    furthest = np.maximum.accumulate(np.where(grew, np.arange(len(at), dtype=np.int32), 0))[wrong]
    nights = between[wrong].astype(np.int32)
    overlaps = nights < 0
    both = wrong[overlaps] + 1
    until = np.minimum(end[furthest[overlaps]], end[both])
    nights[overlaps] = np.where(until == OPEN, OPEN, until - early - (start - lifted)[both])
    return overlaps, row[furthest], row[wrong + 1], nights
