"""The engines that link, by name: our own, and Splink, which is an extra, on DuckDB or on Spark."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from shutil import which
from typing import Protocol

import pyarrow as pa

from paradero.linking.engine import link
from paradero.linking.errors import LinkerMissing, UnknownLinker
from paradero.linking.explaining import Explanation


class Proposals(Protocol):
    """What every engine gives about a table; nothing of it is decided."""

    @property
    def pairs(self) -> pa.Table:
        """Pairs that may be one person, the likeliest first: ``one``, ``other``, ``bits``, ``probability``."""
        ...

    @property
    def clusters(self) -> pa.Array:
        """For each row, in the order of the table, the id of the first row of its cluster."""
        ...

    @property
    def needed(self) -> tuple[float, float]:
        """Bits at which a pair is as likely one person as two: of two lists, and of one list."""
        ...

    @property
    def compared(self) -> int | None:
        """How many pairs were compared; None where the engine does not tell."""
        ...

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two rows being one person."""
        ...


def link_by(engine: str, table: pa.Table) -> Proposals:
    """Propose which rows of a table are one person, by the engine of a name of ``ENGINES``.

    Raises:
        UnknownLinker: there is no such engine.
        LinkerMissing: it lacks what it needs; the message says what to install.
        WrongTable: as for ``paradero.linking.link``.
    """
    if engine not in ENGINES:
        raise UnknownLinker(engine, ENGINES)
    return ENGINES[engine](table)


def lacking(engine: str) -> tuple[str, ...]:
    """Return what an engine needs and is not here: packages, and ``java``."""
    return tuple(one for one in _NEEDS[engine] if not _there(one))


def _there(one: str) -> bool:
    if one == "java":
        return which("java") is not None or "JAVA_HOME" in os.environ
    return find_spec(one) is not None


def _splink(table: pa.Table) -> Proposals:
    _ready("splink", "splink")
    from paradero.linking.splink import link_on_duckdb

    return link_on_duckdb(table)


def _splink_on_spark(table: pa.Table) -> Proposals:
    _ready("splink-spark", "spark")
    from paradero.linking.splink import link_on_spark

    return link_on_spark(table)


def _ready(engine: str, extra: str) -> None:
    missing = lacking(engine)
    if missing:
        java = " Java, version 17 or later, comes from your system." if "java" in missing else ""
        raise LinkerMissing(engine, missing, f'Run: pip install "paradero[{extra}]".{java}')


ENGINES: Mapping[str, Callable[[pa.Table], Proposals]] = {
    "own": link,
    "splink": _splink,
    "splink-spark": _splink_on_spark,
}
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "own": (),
    "splink": ("splink", "duckdb"),
    "splink-spark": ("splink", "duckdb", "pyspark", "java"),
}
