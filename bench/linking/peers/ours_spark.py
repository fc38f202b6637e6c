"""Paradero's second engine: Splink on Spark, whose process is started anew for each table; that counts."""

from __future__ import annotations

from functools import partial

from bench.linking.peers.engines import clusters_by

NEEDS = ("splink", "duckdb", "pyspark")
link = partial(clusters_by, "splink-spark")


def ready() -> None:
    import splink  # noqa: F401
