"""How much memory the census and the check of chains take at most, in a process that begins with a file.

    python -m bench.ledger.memory [--stays 10000000] [--seed 1]

Writes the invented stays of ``bench.ledger.census`` as Parquet and as an Arrow file, and reads each in a process of its
own, which gives the table away when its columns are read. Prints what the process holds after each step and the most
that it held until then, everything counted: Python, the libraries, the table, the columns. Linux only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from bench.ledger.census import FIRST, LAST, ON, STAY, TODAY, invented
from paradero.ledger import census, check_chains, held_on, stays_of

FILES = ("stays.parquet", "stays.arrow")
Steps = dict[str, tuple[int, int]]  # by what was done: MB held now, and at most until now


def measured(many: int, seed: int = 1) -> dict[str, Steps]:
    """Return the steps for each kind of file."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in FILES]
        _write(invented(many, seed), paths)
        return {path.name: _asked(path) for path in paths}


def _write(table: pa.Table, paths: Sequence[Path]) -> None:
    import pyarrow.parquet

    pyarrow.parquet.write_table(table, paths[0])
    with pa.ipc.new_file(str(paths[1]), table.schema) as file:
        file.write_table(table)


def _asked(path: Path) -> Steps:
    """Ask a process of its own."""
    command = [sys.executable, "-m", "bench.ledger.memory", "--read", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    steps = (line.split("\t") for line in told.splitlines())
    return {what: (int(now), int(most)) for what, now, most in steps}


def _read(path: Path) -> None:
    """Go through all steps in this process, and print them."""
    import pyarrow.parquet

    _tell("start")
    arrow = path.suffix == ".arrow"
    table = pa.ipc.open_file(pa.memory_map(str(path))).read_all() if arrow else pyarrow.parquet.read_table(path)
    _tell("table")
    stays = stays_of(table, TODAY)
    del table
    pa.default_memory_pool().release_unused()  # what the reader of Parquet kept for later
    _tell("columns read, table given away")
    census(stays, FIRST, LAST, STAY)
    _tell("census of stays")
    census(stays, FIRST, LAST)
    _tell("census of persons")
    held_on(stays, ON)
    _tell("who was held")
    check_chains(stays)
    _tell("chains")


def _tell(what: str) -> None:
    # Not ``ru_maxrss``: it takes over what the process that started this one held.
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    now, most = (int(lines[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))
    print(what, now, most, sep="\t", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the memory of the ledger's kernels.")
    parser.add_argument("--stays", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        _read(asked.read)
        return
    for name, steps in measured(asked.stays, asked.seed).items():
        print(f"{name}, {asked.stays:,} stays")
        for what, (now, most) in steps.items():
            print(f"  {what:32} {now:6,} MB, at most {most:6,} MB")


if __name__ == "__main__":
    main()
