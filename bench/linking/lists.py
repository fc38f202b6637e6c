"""Two lists of about 8,000 names each, as intermediaries get them: how long until each name of A has its answer.

    python -m bench.linking.lists [--names 8000] [--seed 1] [--json]

The people are those of ``spanish.py``. Each list has people twice or more; one person in twenty of list A has died and
stands on no other list; one row in thirty is nobody (no name, "NN", a total, a date in the place of the name); some
names carry marks that cannot be seen. The clock runs from the table in memory to the answer sheet.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bench.linking import spanish
from bench.linking.measures import Numbers, numbered
from bench.linking.peers import ours
from bench.linking.sets import PERSON, People

DEAD, NOBODY, MARKED = 1 / 20, 1 / 30, 1 / 200
NO_NAMES = (None, "", " ", "NN", "N.N.", "desconocido", "sin identificar", "Total: 412", "12/05/1988", "???", "😀")
MARKS = ("\u200b", "\u200f", "\u00ad", "\ufeff")  # zero width space, right-to-left mark, soft hyphen, byte order mark


def two_lists(names: int = 8000, seed: int = 1) -> People:
    """Make lists A and B in one table, each of so many rows or a few less."""
    chance = np.random.default_rng(seed)
    nobodies = round(names * NOBODY)
    table = spanish.people(2 * (names - nobodies), seed)
    person = table[PERSON].to_numpy()
    of_a = chance.random(len(person)) < 0.5
    dead = chance.choice(person[of_a], round(len(np.unique(person[of_a])) * DEAD), replace=False)
    kept = of_a | ~np.isin(person, dead)
    rows = table.append_column("list", pa.array(np.where(of_a, "A", "B"))).filter(pa.array(kept)).to_pylist()
    for row in rows:
        if chance.random() < MARKED:
            at, mark = int(chance.integers(len(row["given"]))), str(chance.choice(MARKS))
            row["given"] = row["given"][:at] + mark + row["given"][at:]
    last = int(person.max(initial=0))
    for number in range(2 * nobodies):
        whose = "A" if number < nobodies else "B"
        name = NO_NAMES[int(chance.integers(len(NO_NAMES)))]
        rows.append({"id": f"n{number}", "given": None, "family": name, "list": whose, PERSON: last + 1 + number})
    mixed = pa.Table.from_pylist(rows, schema=table.schema.append(pa.field("list", pa.string())))
    mixed = mixed.take(pa.array(chance.permutation(len(rows))))
    return People("two lists", mixed.drop([PERSON]), mixed[PERSON].combine_chunks())


@dataclass(frozen=True)
class Sheet:
    """The answers for list A: for each of its rows, those of B that are the same person, and an earlier one of A."""

    on_b: dict[int, tuple[int, ...]]
    twice: dict[int, int]


def sheet(of_a: NDArray[np.bool_], cluster: Numbers) -> Sheet:
    """Answer for each row of list A."""
    theirs: dict[int, list[int]] = {}
    for row in np.flatnonzero(~of_a).tolist():
        theirs.setdefault(int(cluster[row]), []).append(row)
    first: dict[int, int] = {}
    on_b, twice = {}, {}
    for row in np.flatnonzero(of_a).tolist():
        one = int(cluster[row])
        on_b[row] = tuple(theirs.get(one, ()))
        if first.setdefault(one, row) != row:
            twice[row] = first[one]
    return Sheet(on_b, twice)


def told(given: Sheet, true: Sheet) -> Counter[str]:
    """Count the answers by what they say, and whether that is right."""
    counted: Counter[str] = Counter()
    for row, wanted in true.on_b.items():
        answer = given.on_b[row]
        if answer:
            counted["held on B, rightly" if set(answer) & set(wanted) else "held on B, wrongly"] += 1
        else:
            counted["not on B, wrongly" if wanted else "not on B, rightly"] += 1
    counted["twice on A, rightly"] = len(given.twice.keys() & true.twice.keys())
    counted["twice on A, wrongly"] = len(given.twice.keys() - true.twice.keys())
    counted["twice on A, missed"] = len(true.twice.keys() - given.twice.keys())
    return counted


def measure(names: int, seed: int) -> dict[str, float]:
    """Link the two lists and return the seconds until the sheet, and its answers counted."""
    people = two_lists(names, seed)
    of_a = np.array(people.table["list"].to_pylist()) == "A"
    ours.ready()
    began, used = time.perf_counter(), time.process_time()
    clusters, _ = ours.clusters_of(people.table)
    answers = sheet(of_a, clusters)
    took, processor = time.perf_counter() - began, time.process_time() - used
    true = sheet(of_a, numbered(people.person.to_pylist()))
    return {
        "seconds": round(took, 2),
        "seconds of the processor": round(processor, 2),
        "rows of A": int(of_a.sum()),
        "rows of B": int((~of_a).sum()),
        **told(answers, true),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how long two lists take until the answer sheet.")
    parser.add_argument("--names", type=int, default=8000, help="rows of each list")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    result = measure(asked.names, asked.seed)
    print(json.dumps(result) if asked.json else "\n".join(f"{name:34} {value:8,}" for name, value in result.items()))


if __name__ == "__main__":
    main()
