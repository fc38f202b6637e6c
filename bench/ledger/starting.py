"""How long each page of the ledger takes as a command, start included: the median of several runs.

    python -m bench.ledger.starting --casebook FOLDER [--runs 5]

Make a small casebook with ``paradero demo --keep FOLDER``. The first run of each command is not counted: it may write
bytecode, and the index of a large casebook.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

PAGES = (
    "show exchange",
    "exchange board",
    "show disputes",
    "show counts",
    "show person",
    "show group",
    "show unaccounted",
    "show released",
    "census",
    "chain check",
)


def took(casebook: Path, page: str) -> float:
    """Run a command once, and return the seconds that it took."""
    words = [sys.executable, "-m", "paradero", "--casebook", str(casebook), *page.split()]
    begun = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Print the median of each command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--casebook", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    for page in PAGES:
        took(given.casebook, page)
        median = statistics.median(took(given.casebook, page) for _ in range(given.runs))
        print(f"{page:20} {median:6.2f} s", flush=True)


if __name__ == "__main__":
    main()
