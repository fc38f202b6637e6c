"""nomenklatura's logic-v2, its name matching over scripts, at 0.7, the threshold of the service that it is made for.

Pairs are all those of a group where nobody is compared outside it, and else those that its own index gives. Where
there are several lists, pairs of one list are left out: its own cross-referencing discounts them below the threshold.
The best hit counts, as in screening. What hangs together is a cluster, as in its resolver.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from bench.linking.measures import among, joined, numbered
from bench.linking.peers import Answer
from bench.linking.sets import People

NEEDS = ("nomenklatura",)
THRESHOLD = 0.7
A_ROW = 20  # pairs that its index may give, for each row of the table; the best come first
PROPERTIES = {
    "name": "name", "given": "firstName", "family": "lastName", "birth_date": "birthDate", "sex": "gender",
    "birth_place": "birthPlace", "residence": "address", "nationality": "nationality", "occupation": "position",
    "document": "idNumber",
}  # fmt: skip


def ready() -> None:
    from nomenklatura.matching.logic_v2 import model  # noqa: F401


def link(people: People) -> Answer:
    from nomenklatura.matching import ScoringConfig, get_algorithm

    algorithm, settings = get_algorithm("logic-v2"), ScoringConfig.defaults()
    assert algorithm is not None
    entities = list(_entities(people))
    pairs, links = [], []
    for one, other in _pairs(people, entities):
        pairs.append((one, other))
        score = algorithm.compare(entities[one], entities[other], settings).score
        if score > THRESHOLD:
            links.append((score, one, other))
    rows = len(entities)
    compared = np.array(pairs, np.int64).reshape(-1, 2)
    return Answer(
        joined(rows, list(_best(people, links))), lambda wanted: among(wanted, compared, rows), lambda: len(pairs)
    )


def _best(people: People, links: list[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the links; where there are several lists, those that are the best of either row on the other's list."""
    if "list" not in people.table.column_names:
        yield from ((one, other) for _, one, other in links)
        return
    lists = people.table["list"].to_pylist()
    best: dict[tuple[int, str], float] = {}
    for score, one, other in links:
        for row, beside in ((one, other), (other, one)):
            best[row, lists[beside]] = max(score, best.get((row, lists[beside]), 0.0))
    for score, one, other in links:
        if score >= best[one, lists[other]] and score >= best[other, lists[one]]:
            yield one, other


def _entities(people: People) -> Iterator[Any]:
    from followthemoney import Dataset, StatementEntity

    dataset = Dataset.make({"name": "people", "title": "People"})
    for place, row in enumerate(people.table.to_pylist()):
        told = {theirs: [row[ours]] for ours, theirs in PROPERTIES.items() if row.get(ours)}
        if "name" not in told and (whole := " ".join(filter(None, (row.get("given"), row.get("family"))))):
            told["name"] = [whole]
        data = {"id": f"p{place}", "schema": "Person", "properties": told}
        yield StatementEntity.from_data(dataset, data, cleaned=False)


def _pairs(people: People, entities: list[Any]) -> Iterator[tuple[int, int]]:
    names = people.table.column_names
    if "within" not in names:
        yield from _indexed(entities)
        return
    groups = numbered(people.table["within"].to_pylist())
    lists = numbered(people.table["list"].to_pylist())
    for group in range(int(groups.max(initial=-1)) + 1):
        for one, other in combinations(np.flatnonzero(groups == group).tolist(), 2):
            if lists[one] != lists[other]:
                yield one, other


def _indexed(entities: list[Any]) -> Iterator[tuple[int, int]]:
    from followthemoney import Dataset
    from nomenklatura.blocker import Index
    from nomenklatura.resolver import Linker
    from nomenklatura.store import MemoryStore

    store: Any = MemoryStore(Dataset.make({"name": "people", "title": "People"}), Linker({}))
    with store.writer() as writer:
        for entity in entities:
            writer.add_entity(entity)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder))
        index.build()
        for (one, other), _ in index.pairs(max_pairs=A_ROW * len(entities)):
            yield int(one.id[1:]), int(other.id[1:])
        index.close()
