"""How fast a list is linked with a register that was indexed, and what it finds of what linking everything anew finds.

The index is built and saved in one process and opened in another, so that nothing of it is in memory; its files may be,
in the system's cache. Our own code is compiled before. The share is of pairs of an even chance or better that have a
row of the list.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from bench.linking import spanish
from bench.linking.apart import most, processor
from bench.linking.peers.ours import ENOUGH
from bench.linking.sets import PERSON
from paradero.linking import Links, index, link, open_index

Gives = TypeVar("Gives")


@dataclass(frozen=True)
class Step:
    """What one step took, and the most megabytes that its process held until its end."""

    name: str
    seconds: float
    processor: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.name:24} {self.seconds:7.2f} {self.processor:7.2f} {self.megabytes:6.0f}"


@dataclass(frozen=True)
class Added:
    """Steps, and pairs of rows of the list: those that linking everything anew proposes, and those of them found."""

    steps: tuple[Step, ...]
    wanted: int
    found: int

    def __str__(self) -> str:
        share = 100 * self.found / max(self.wanted, 1)
        head = f"{'':24} {'s':>7} {'CPU s':>7} {'MB':>6}"
        return "\n".join([head, *map(str, self.steps), f"found {self.found:,} of {self.wanted:,} pairs, {share:.1f} %"])


def added(table: pa.Table, more: int) -> Added:
    """Split the last rows off a table and link them with an index of the others."""
    register, last = table.slice(0, len(table) - more), table.slice(len(table) - more)
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder) / "index"
        steps = _apart(_built, register, at)
        opened, found = _apart(_opened, last, at)
    wanted = _apart(_anew, table, last["id"].to_pylist())
    return Added((*steps, *opened), len(wanted), len(wanted & found))


def _built(register: pa.Table, at: Path) -> list[Step]:
    links = _clocked("link the register", lambda: link(register))
    built = _clocked("build its index", lambda: index(links[1]))
    return [links[0], built[0], _clocked("save it", lambda: built[1].save(at))[0]]


def _opened(more: pa.Table, at: Path) -> tuple[list[Step], set[frozenset[str]]]:
    opened = _clocked("open it", lambda: open_index(at))
    linked = _clocked(f"link {len(more):,} rows", lambda: opened[1].link(more))
    again = _clocked("link them once more", lambda: opened[1].link(more))
    return [opened[0], linked[0], again[0]], _likely(linked[1], more["id"].to_pylist())


def _anew(table: pa.Table, new: list[str]) -> set[frozenset[str]]:
    return _likely(link(table), new)


def _likely(links: Links, of: Iterable[str]) -> set[frozenset[str]]:
    new = set(of)
    pairs = (frozenset((pair["one"], pair["other"])) for pair in links.pairs.to_pylist() if pair["probability"] >= 0.5)
    return {pair for pair in pairs if pair & new}


def _clocked(name: str, step: Callable[[], Gives]) -> tuple[Step, Gives]:
    began, used = time.perf_counter(), processor()
    done = step()
    return Step(name, time.perf_counter() - began, processor() - used, most()), done


def _apart(step: Callable[..., Any], *given: object) -> Any:
    """Take a step in a process of its own, in which everything is compiled before."""
    context = multiprocessing.get_context("spawn")
    end, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(step, given, theirs))
    process.start()
    done = end.recv()
    process.join()
    return done


def _serve(step: Callable[..., Any], given: tuple[Any, ...], end: Connection) -> None:
    some = spanish.people(ENOUGH).drop([PERSON])
    index(some.slice(0, ENOUGH - 10)).link(some.slice(ENOUGH - 10))
    end.send(step(*given))
