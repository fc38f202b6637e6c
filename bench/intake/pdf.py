"""How long a long PDF takes and how much memory: 300 pages in two columns, made here and read as `paradero add` does.

python -m bench.intake.pdf [--pages 300] [FILE ...]

Prints pages, megabytes, seconds on the clock and the most memory that the worker process held. With files, those are
read instead. How long the statements take is measured by `bench.reading.long`.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import prose
from paradero.intake import take_in
from tests.intake.printing import Set, column, pdf, wrapped


def pages(count: int) -> Iterator[list[Set]]:
    """Make pages of invented prose in two columns, with a running head, a number at the foot and a note."""
    for number, told in enumerate(prose.pages(count), 1):
        lines = [line for paragraph in told for line in (*wrapped(paragraph, 46), "")][:112]
        half = (len(lines) + 1) // 2
        left, right = column(50, 760, lines[:half]), column(310, 760, lines[half:])
        round_it = [Set(50, 800, "Port Alba Watch: a year in the fort"), Set(290, 40, str(number))]
        yield [*round_it, *left, *right, Set(50, 70, f"{number} Letter to the governor.", 7.5)]


def measure(path: Path) -> str:
    """Read a file in a process of its own, so that the memory is that of this file alone."""
    command = [sys.executable, "-m", "bench.intake.pdf", "--alone", str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout.strip()


def alone(path: Path) -> str:
    before = time.perf_counter()
    document, problems = take_in(path)
    seconds = time.perf_counter() - before
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000  # kilobytes on Linux
    last = max((page for _, page in document.pages), default=0) if document is not None else 0
    told = "".join(f"; {problem.code}" for problem in problems)
    size = path.stat().st_size / 1e6
    return f"{path.name}: {last} pages, {size:.1f} MB: {seconds:.1f} s, at most {memory:.0f} MB{told}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        print(alone(asked.files[0]))
        return
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.pdf"
        if not asked.files:
            made.write_bytes(pdf(list(pages(asked.pages))))
        for path in asked.files or [made]:
            print(measure(path))


if __name__ == "__main__":
    main()
