"""A process that has everything imported and forks children that work on casebooks until they are killed.

It says how many seconds one turn of adding and reading takes here and now. Then it takes one line a child,
``WHAT FOLDER SEED``, answers with the child's process number, and after the next line (any) with the signal that ended
the child.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from paradero.casework import add, new, open_casebook, verify
from paradero.casework.adding import add_with
from paradero.casework.reading import read_with
from tests.casework.material import ANA, NOTHING, TinyReader, here

STATEMENTS = 5  # in each document
FILES = 2  # in each call of add


def work(folder: Path, seed: str, through_workers: bool, turns: Iterable[int]) -> None:
    """Add and read small reports, turn by turn; the parser runs here, or in the worker processes of intake."""
    given = folder.parent / f"given-{seed}"
    with open_casebook(folder) as casebook:
        for turn in turns:
            batch = given / str(turn)
            batch.mkdir(parents=True)
            for number in range(FILES):
                (batch / f"{number}.txt").write_text(_report(f"{seed}-{turn}-{number}"))
            if through_workers:
                added, _ = add(casebook, [batch], NOTHING, ANA, workers=1)
            else:
                added, _ = add_with(here, casebook, [batch], NOTHING, ANA)
            read_with(TinyReader(), casebook, added.documents, "tiny", ANA)


def make(folder: Path) -> None:
    """Make casebooks without end."""
    for number in count():
        new(folder / str(number), ANA).close()


def _report(name: str) -> str:
    words = [f"Nine miners were freed in Portovel, says report {name}, page {page}." for page in range(STATEMENTS)]
    return "\n\n".join(words)


def _warm_up() -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        with new(folder, ANA) as casebook:
            verify(casebook)
        work(folder, "first", False, [0])
        began = time.perf_counter()
        work(folder, "second", False, range(3))
        return (time.perf_counter() - began) / 3


def _child(what: str, folder: Path, seed: str) -> None:
    try:
        if what == "make":
            make(folder)
        else:
            work(folder, seed, what == "workers", count())
    finally:
        os._exit(1)  # nothing of the parent's is flushed or closed twice; the test sees that it was not the signal


def main() -> None:
    """Serve until the input ends."""
    print(_warm_up(), flush=True)
    for line in sys.stdin:
        what, folder, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _child(what, Path(folder), seed)
        print(child, flush=True)
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, flush=True)


if __name__ == "__main__":
    main()
