"""Python Record Linkage Toolkit: blocks, Jaro-Winkler at 0.85 as in its guide, and its unsupervised classifier (ECM).

What hangs together by its links is a cluster; it makes none itself.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.linking.measures import among, joined
from bench.linking.peers import Answer
from bench.linking.sets import People

NEEDS = ("recordlinkage",)
NEAR = 0.85
BLOCKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "hist50k": (("given", "family"), ("family", "birth_date"), ("given", "birth_date"), ("residence", "family")),
    "rl10000": (("given", "family"), ("family", "birth_date"), ("given", "birth_date")),
    "two_lists_dev": (("within",),),
    "cross_script_dev": (("within",),),
    "spanish": (("given", "family"), ("family", "birth_date"), ("given", "birth_date")),
    "pseudopeople": (("given", "family"), ("family", "birth_date"), ("given", "birth_date")),
}


def ready() -> None:
    import recordlinkage  # noqa: F401


def link(people: People) -> Answer:
    import recordlinkage

    frame: Any = people.table.to_pandas()
    index = recordlinkage.Index()
    for columns in BLOCKS[people.kind]:
        index.block(list(columns))
    pairs = index.index(frame)
    if "list" in frame:
        lists = frame["list"].to_numpy()
        pairs = pairs[lists[pairs.get_level_values(0)] != lists[pairs.get_level_values(1)]]
    vectors = comparison(people.table.column_names, near=NEAR).compute(pairs, frame)
    links = recordlinkage.ECMClassifier().fit_predict((vectors > 0).astype(int))
    rows = len(frame)
    compared = _places(pairs)
    return Answer(joined(rows, _places(links)), lambda wanted: among(wanted, compared, rows), lambda: len(pairs))


def comparison(columns: list[str], near: float | None) -> Any:
    """Compare what a table has: names by likeness, the rest exactly."""
    import recordlinkage

    compare = recordlinkage.Compare()
    names = ("given", "family") if "given" in columns and "within" not in columns else ("name",)
    for name in names:
        compare.string(name, name, method="jarowinkler", threshold=near, label=name)
    for other in ("birth_date", "sex", "birth_place", "residence", "occupation", "document"):
        if other in columns:
            compare.exact(other, other, label=other)
    return compare


def _places(pairs: Any) -> NDArray[np.int64]:
    return np.stack([pairs.get_level_values(0), pairs.get_level_values(1)], axis=1).astype(np.int64)
