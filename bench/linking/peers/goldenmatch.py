"""GoldenMatch as it configures itself, which is the way that it recommends; no language model.

Where nobody is compared outside a group, each group is given to it on its own: its longest list as the reference, the
rows of the others as what is looked for there, which is how it wants lists to be linked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from bench.linking.measures import joined, numbered
from bench.linking.peers import Answer
from bench.linking.sets import People

NEEDS = ("goldenmatch",)
LEFT_OUT = ("id", "list", "within")  # they tell nothing of the person


def ready() -> None:
    os.environ["GOLDENMATCH_AUTOCONFIG_MEMORY"] = "0"  # nothing learned from an earlier run
    import goldenmatch  # noqa: F401


def link(people: People) -> Answer:
    rows = people.table.num_rows
    if "within" in people.table.column_names:
        return Answer(joined(rows, list(_across(people.table))))
    import goldenmatch

    result: Any = goldenmatch.dedupe_df(_told(people.table), confidence_required=False)
    found = np.arange(rows)
    for cluster in result.clusters.values():
        found[cluster["members"]] = min(cluster["members"])
    return Answer(found)


def _across(table: pa.Table) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows: one that is looked for, and one of the longest list of its group."""
    import goldenmatch

    groups, lists = (numbered(table[name].to_pylist()) for name in ("within", "list"))
    for group in range(int(groups.max(initial=-1)) + 1):
        longest = np.bincount(lists[groups == group]).argmax()
        known = np.flatnonzero((groups == group) & (lists == longest))
        sought = np.flatnonzero((groups == group) & (lists != longest))
        if not len(sought):
            continue
        both = _told(table.take(pa.array(np.concatenate([sought, known]))))
        parts = both.slice(0, len(sought)), both.slice(len(sought))
        result: Any = goldenmatch.match_df(*parts, confidence_required=False)
        if result.matched is None or not result.matched.num_rows:
            continue
        columns = ("__target_row_id__", "__ref_row_id__")
        for one, other in zip(*(result.matched[name].to_pylist() for name in columns), strict=True):
            yield int(sought[one]), int(known[other - len(sought)])


def _told(table: pa.Table) -> pa.Table:
    """Leave out columns that tell nothing."""
    empty = [name for name in table.column_names if table[name].null_count == table.num_rows]
    return table.drop([*empty, *(name for name in LEFT_OUT if name in table.column_names)])
