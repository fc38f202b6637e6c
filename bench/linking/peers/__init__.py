"""Linkers that are measured on the same table, each in a module of the same shape.

A module has ``NEEDS`` (what must be installed), ``ready()``, called before the clock starts, and ``link(people)``,
which is timed. Each links in the way its own documentation shows for such data, at the threshold that it has or that
its documentation gives; none sees the truth.

dedupe is left out: it learns from pairs that a person labels, and nobody does that here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

OURS = "paradero"
ENGINES = {OURS: "ours", "paradero-splink": "ours_splink", "paradero-spark": "ours_spark"}  # ours, with their modules
PEERS = ("splink", "nomenklatura", "goldenmatch", "recordlinkage")


@dataclass(frozen=True)
class Answer:
    """What a linker says of a table, and what can be counted of it when the clock has stopped.

    Attributes:
        clusters: a name of the cluster of each row, in the order of the table.
        blocked: counts how many of some pairs of rows were compared at all; nothing where that cannot be known.
        compared: counts all pairs compared, where that can be known.
    """

    clusters: list[Any] | NDArray[np.int64]
    blocked: Callable[[NDArray[np.int64]], int] | None = None
    compared: Callable[[], int] | None = None


def module(name: str) -> Any:
    """Return the module of a linker."""
    return import_module(f"bench.linking.peers.{ENGINES.get(name, name)}")


def lacking(name: str) -> list[str]:
    """Return what a linker needs and is not installed."""
    return [one for one in module(name).NEEDS if find_spec(one) is None]
