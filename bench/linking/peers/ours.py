"""Paradero's own engine at its default threshold. The only place of the bench that knows how it is called."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bench.linking import spanish
from bench.linking.peers import Answer
from bench.linking.sets import PERSON, People
from paradero.linking import Links
from paradero.linking import link as link_table

NEEDS = ("numba",)
ENOUGH = 4000  # rows of the table that has everything compiled or read from what was compiled before


def clusters_of(table: pa.Table) -> tuple[NDArray[np.int64], Links]:
    """Link a table; return the cluster of each row as a number, and the whole answer."""
    links = link_table(table)
    return links.clusters.dictionary_encode().indices.to_numpy().astype(np.int64), links


def ready() -> None:
    clusters_of(spanish.people(ENOUGH).drop([PERSON]))


def link(people: People) -> Answer:
    clusters, links = clusters_of(people.table)
    return Answer(clusters, lambda wanted: _blocked(people.table, wanted), lambda: links.compared)


def pair_scorer(table: pa.Table) -> tuple[NDArray[np.int64], Any]:
    """Return the distinct pairs of rows that the blocks of a table bring together, and a call that scores all of them.

    The call begins with the rows and blocks as the engine has them by then, and returns how many pairs it compared.
    """
    from paradero.linking.blocking import blocks_of
    from paradero.linking.chances import worth_keeping
    from paradero.linking.comparing import evidence_of
    from paradero.linking.pairs import scored_pairs
    from paradero.linking.people import people_of

    known = people_of(table)
    rows, blocks, at_least = evidence_of(known), blocks_of(known), worth_keeping(known)
    return _pairs(blocks, len(known)), lambda: scored_pairs(rows, blocks, at_least)[2]


def _pairs(blocks: Any, rows: int) -> NDArray[np.int64]:
    found = [np.zeros(0, np.int64)]
    for first, last in zip(blocks.of[:-1].tolist(), blocks.of[1:].tolist(), strict=True):
        one, other = np.triu_indices(last - first, 1)
        members = np.sort(blocks.row[first:last].astype(np.int64))
        found.append(members[one] * rows + members[other])
    coded = np.unique(np.concatenate(found))
    return np.stack([coded // rows, coded % rows], axis=1)


def _blocked(table: pa.Table, wanted: NDArray[np.int64]) -> int:
    return int(shared(table, wanted).sum())


def shared(table: pa.Table, wanted: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which pairs of rows share a block."""
    from paradero.linking.blocking import blocks_of
    from paradero.linking.people import people_of

    blocks = blocks_of(people_of(table))
    many, width = np.diff(blocks.mine_of), len(blocks.of)
    there = np.repeat(np.arange(len(many)), many) * width + blocks.mine  # ascending
    share = np.zeros(len(wanted), bool)
    for place in range(int(many.max(initial=0))):
        ask = np.flatnonzero((many[wanted[:, 0]] > place) & ~share)
        code = wanted[ask, 1] * width + blocks.mine[blocks.mine_of[wanted[ask, 0]] + place]
        found = np.minimum(np.searchsorted(there, code), len(there) - 1)
        share[ask] = there[found] == code
    return share
