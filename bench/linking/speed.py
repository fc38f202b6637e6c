"""How fast and in how much memory large tables are linked, beside Splink, and pairs scored, beside recordlinkage.

    python -m bench.linking.speed ROWS [--peer splink ...] [--seed 1] [--json]     a table of invented people
    python -m bench.linking.speed census [--peer NAME ...]                         the sample of pseudopeople
    python -m bench.linking.speed pairs [--rows 100000]                            pairs scored a second
    python -m bench.linking.speed incremental [--rows 1000000] [--more 1000]       a list linked with a register

Each linker has a process of its own; see ``bench/linking/apart.py`` for what the clock covers. For pairs a second both
score the same pairs, those that our blocks bring together, and compare the same columns. Ours runs on all processors,
recordlinkage on one; so pairs a second of the processor are told beside pairs a second.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.util import find_spec

from bench.linking import census, incremental, spanish
from bench.linking.accuracy import installed, measure, show
from bench.linking.apart import processor
from bench.linking.peers import OURS, PEERS, lacking, ours
from bench.linking.sets import PERSON, People

PAIRS = 2_000_000  # the most pairs that recordlinkage is given


def invented(rows: int, seed: int) -> People:
    """Make a table of so many rows."""
    told = spanish.people(rows, seed)
    return People("spanish", told.drop([PERSON]), told[PERSON].combine_chunks())


def pairs_a_second(rows: int, seed: int) -> dict[str, tuple[int, float, float]]:
    """Return by linker: pairs scored, seconds, seconds of the processor."""
    people = invented(rows, seed)
    ours.ready()
    pairs, score = ours.pair_scorer(people.table)
    found = {OURS: _clocked(score)}
    if lacking("recordlinkage"):
        print("recordlinkage: left out, not installed", file=sys.stderr)
        return found
    import pandas

    from bench.linking.peers import recordlinkage

    frame, some = people.table.to_pandas(), pairs[:: -(-len(pairs) // PAIRS)]
    index = pandas.MultiIndex.from_arrays([some[:, 0], some[:, 1]])
    compare = recordlinkage.comparison(people.table.column_names, near=None)
    found["recordlinkage"] = _clocked(lambda: len(compare.compute(index, frame)))
    return found


def _clocked(score: Callable[[], int]) -> tuple[int, float, float]:
    began, used = time.perf_counter(), processor()
    many = score()
    return many, time.perf_counter() - began, processor() - used


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how fast large tables are linked.")
    parser.add_argument("what", metavar="ROWS|census|pairs|incremental")
    parser.add_argument("--peer", nargs="+", choices=PEERS, default=[])
    parser.add_argument(
        "--rows", type=int, default=100_000, help="of the table whose pairs are scored, or the register"
    )
    parser.add_argument("--more", type=int, default=1000, help="rows of the list that is added to the register")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one object a line")
    asked = parser.parse_args(arguments)
    if asked.what == "pairs":
        for linker, (many, seconds, used) in pairs_a_second(asked.rows, asked.seed).items():
            row = {"linker": linker, "pairs": many, "seconds": seconds, "processor": used}
            rates = f"{many / seconds:11,.0f}/s {many / used:11,.0f}/CPU s"
            print(
                json.dumps(row) if asked.json else f"{linker:14} {many:11,} {seconds:6.2f} s {used:6.2f} CPU s {rates}"
            )
        return
    if asked.what == "incremental":
        done = incremental.added(invented(asked.rows + asked.more, asked.seed).table, asked.more)
        print(json.dumps(asdict(done)) if asked.json else done)
        return
    if asked.what == "census" and find_spec(census.NEEDS) is None:
        sys.exit(f"{census.NEEDS} is not installed (requirements/bench.txt)")
    people = census.people() if asked.what == "census" else invented(int(asked.what), asked.seed)
    show(measure([people], [OURS, *installed(asked.peer)]), asked.json)


if __name__ == "__main__":
    main()
