"""Paradero's second engine: Splink on DuckDB."""

from __future__ import annotations

from functools import partial

from bench.linking.peers.engines import clusters_by, load

NEEDS = ("splink", "duckdb")
ready = partial(load, "splink")
link = partial(clusters_by, "splink")
