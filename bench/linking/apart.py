"""Has a linker link a table in a process of its own, and says how well, how fast and in how much memory.

The clock runs from the table in memory to the clusters; libraries are loaded, and our own code compiled, before.
Seconds are those of the wall and of the processor (all threads and child processes); the memory is the most that the
process held until then, the libraries and the table included.
"""

from __future__ import annotations

import logging
import multiprocessing
import resource
import time
import warnings
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from bench.linking import sets
from bench.linking.measures import Quality, numbered, quality, true_pairs
from bench.linking.peers import module

STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Run:
    """What a linker did with a table.

    Attributes:
        blocked: share of the pairs of one person that were compared at all, when it can be known.
        compared: pairs compared, when known.
    """

    quality: Quality
    blocked: float | None
    compared: int | None
    seconds: float
    processor: float
    megabytes: float


def run(linker: str, table: Path) -> Run:
    """Link what ``People.write`` kept.

    Raises:
        RuntimeError: the process ended before it had an answer.
    """
    context = multiprocessing.get_context("spawn")
    end, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(linker, table, theirs))
    process.start()
    theirs.close()
    try:
        done: Run = end.recv()
    except EOFError:
        process.join()
        raise RuntimeError(f"{linker}: its process ended with {process.exitcode} before it had an answer") from None
    process.join()
    return done


def _serve(linker: str, table: Path, end: Connection) -> None:
    warnings.simplefilter("ignore")  # what other libraries say of themselves
    logging.disable()
    people, peer = sets.read(table), module(linker)
    peer.ready()
    began, used = time.perf_counter(), processor()
    answer = peer.link(people)
    seconds, spent, megabytes = time.perf_counter() - began, processor() - used, most()
    person = numbered(people.person.to_pylist())
    scored = quality(person, numbered(list(answer.clusters)))
    blocked = None
    if answer.blocked is not None:
        wanted = true_pairs(person)
        blocked = answer.blocked(wanted) / max(len(wanted), 1)
    compared = answer.compared() if answer.compared is not None else None
    end.send(Run(scored, blocked, compared, seconds, spent, megabytes))


def processor() -> float:
    """Return the seconds of the processor that this process and those it has waited for have used."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


def most() -> float:
    """Return the most megabytes that this process held; what it held before it was started anew does not count."""
    if STATUS.is_file():
        line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
