"""How well people are linked, beside other linkers: one run, the same tables, each linker at its default threshold.

    python -m bench.linking.accuracy [--set NAME ...] [--engine NAME ...] [--peer NAME ... | --alone] [--json]

Shares are in per cent: of pairs in one cluster that are one person (P), of pairs of one person that are in one cluster
(R), their harmonic mean (F), B-cubed (B3), and of pairs of one person that were compared at all (blocks). What is not
beside the checkout, or not installed, is named and left out. See ``bench/linking/apart.py`` for what the clock covers.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.linking import sets
from bench.linking.apart import Run, run
from bench.linking.peers import ENGINES, OURS, PEERS, lacking

HEAD = (
    f"{'table':17} {'linker':14} {'P':>5} {'R':>5} {'F':>5} {'B3':>5} {'blocks':>6} {'compared':>11} "
    f"{'s':>7} {'CPU s':>7} {'MB':>6}"
)


def installed(names: Iterable[str]) -> Iterator[str]:
    """Yield the linkers that can run; say of the others what they lack."""
    for name in names:
        if missing := lacking(name):
            print(f"{name}: left out, {', '.join(missing)} not installed", file=sys.stderr)
        else:
            yield name


def measure(tables: Iterable[sets.People], linkers: Sequence[str]) -> Iterator[tuple[str, str, Run]]:
    """Have each linker link each table, one after the other; yield kind of table, linker and what it did."""
    with tempfile.TemporaryDirectory() as folder:
        for people in tables:
            file = Path(folder) / "people.parquet"
            people.write(file)
            for linker in linkers:
                try:
                    yield people.kind, linker, run(linker, file)
                except RuntimeError as error:
                    print(f"{people.kind}: {error}", file=sys.stderr)


def line(table: str, linker: str, done: Run) -> str:
    """Lay out one result."""
    q = done.quality
    shares = " ".join(f"{100 * share:5.1f}" for share in (q.precision, q.recall, q.f, q.b_cubed))
    blocked = f"{100 * done.blocked:6.1f}" if done.blocked is not None else f"{'-':>6}"
    compared = f"{done.compared:11,}" if done.compared is not None else f"{'-':>11}"
    cost = f"{done.seconds:7.1f} {done.processor:7.1f} {done.megabytes:6.0f}"
    return f"{table:17} {linker:14} {shares} {blocked} {compared} {cost}"


def show(results: Iterable[tuple[str, str, Run]], as_json: bool) -> None:
    """Print each result when it is there."""
    if not as_json:
        print(HEAD, flush=True)
    for table, linker, done in results:
        whole = {"table": table, "linker": linker, **asdict(done)}
        print(json.dumps(whole) if as_json else line(table, linker, done), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how well people are linked.")
    parser.add_argument("--set", nargs="+", choices=list(sets.COLUMNS), default=list(sets.COLUMNS))
    parser.add_argument("--engine", nargs="+", choices=list(ENGINES), default=[OURS], help="our own")
    parser.add_argument("--peer", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--alone", action="store_true", help="without any peer")
    parser.add_argument("--json", action="store_true", help="one object a line")
    asked = parser.parse_args(arguments)
    there = sets.files()
    for name in asked.set:
        if name not in there:
            print(f"{name}: not beside this checkout, left out", file=sys.stderr)
    linkers = [*installed(asked.engine), *installed([] if asked.alone else asked.peer)]
    show(measure((sets.people(name) for name in asked.set if name in there), linkers), asked.json)


if __name__ == "__main__":
    main()
