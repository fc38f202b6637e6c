"""The census of ten years, who was held on a day, and the check of all chains, beside DuckDB and pandas in one run.

    python -m bench.ledger.census [--stays 1000000] [--seed 1] [--rounds 3] [--no-range-join]

The stays are invented: 1,122 places, ten years, four stays a person on the average, eight in a hundred withdrawn later,
one in fifty still open, and defects: stays that end before they begin, days that cannot be, stays that overlap. Every
engine gets the columns that can be used, as integers, in its own memory, before the clock starts; all answers are
compared. The engines take turns, and the shortest times count, so that what else the machine does hits all of them.
Ours runs on one processor, but for the check of chains, which runs on all, as everything of DuckDB does.
``bench.ledger.memory`` measures the memory, ``bench.ledger.one_person`` one person's chain in a database, and
``bench.ledger.gate`` holds the ratios against their floors.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.ledger import Rule, Stays, census, check_chains, held_on, stays_of
from paradero.ledger.stays import number

PLACES, FIRST, LAST = 1122, date(2015, 1, 1), date(2024, 12, 31)
TODAY, ON, KNOWN = date(2025, 1, 1), date(2020, 5, 5), date(2020, 7, 1)
WITHDRAWN, OPEN, WRONG = 0.08, 0.02, 0.001
STAY = Rule(unit="stay")
T = TypeVar("T")


def invented(many: int, seed: int) -> pa.Table:
    """Make a table of so many stays."""
    chance = np.random.default_rng(seed)
    first, days = number(FIRST), number(LAST) - number(FIRST)
    start = (first + chance.integers(0, days, many)).astype(np.int32)
    end = start + np.minimum(chance.geometric(1 / 40, many), 900).astype(np.int32)
    recorded = start + chance.integers(0, 20, many).astype(np.int32)
    withdrawn = recorded + chance.integers(1, 60, many).astype(np.int32)
    wrong = chance.random(many)
    end = np.where(wrong < WRONG / 2, start - 3, end)
    start = np.where((wrong >= WRONG / 2) & (wrong < WRONG), 40_000, start).astype(np.int32)
    places = pa.array([f"place {n}" for n in range(PLACES)])
    return pa.table(
        {
            "person": pa.array(chance.integers(0, max(many // 4, 1), many)),
            "place": pa.DictionaryArray.from_arrays(
                pa.array(chance.integers(0, PLACES, many).astype(np.int32)), places
            ),
            "start": _days(start),
            "end": _days(end.astype(np.int32), chance.random(many) < OPEN),
            "recorded_on": _days(recorded),
            "withdrawn_on": _days(withdrawn, chance.random(many) >= WITHDRAWN),
        }
    )


def _days(days: NDArray[np.int32], absent: NDArray[np.bool_] | None = None) -> pa.Array:
    return pa.array(days, pa.int32(), mask=absent).cast(pa.date32())


def timed(what: str, work: Callable[[], T], times: int = 3) -> tuple[T, float]:
    """Do something a few times; tell the shortest, and return the answer with it."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        answer = work()
        taken.append(time.perf_counter() - began)
    print(f"  {what:44} {min(taken):9.3f} s", flush=True)
    return answer, min(taken)


SWEEP = """
with change as (
  select place, greatest("start", {first}) as day, 1 as n from stays
  where "end" > {first} and "start" <= {last} and "end" > "start"
  union all select place, "end", -1 from stays
  where "end" > {first} and "end" <= {last} and "start" <= {last} and "end" > "start"),
daily as (select place, day, sum(n) as n from change group by 1, 2)
select place, day, sum(n) over (partition by place order by day) as held from daily
"""
RANGE = """
select s.place, d.day, count(*) from range({first}, {last} + 1) d(day) join stays s
on s."start" <= d.day and s."end" > d.day group by 1, 2
"""
CHAINS = """
with reached as (select person, "start", max("end") over (
  partition by person order by "start" rows between unbounded preceding and 1 preceding) as until from stays)
select count(*) filter (where "start" < until), count(*) filter (where "start" > until + 1) from reached
"""


def duckdb_answers(stays: Stays, range_join: bool) -> dict[str, float]:
    import duckdb

    kept = stays.withdrawn == stays.withdrawn.max()
    columns: dict[str, NDArray[Any]] = {
        "person": stays.person,
        "place": stays.place,
        "start": stays.start,
        "end": stays.end,
    }
    database = duckdb.connect()
    current = pa.table({name: column[kept] for name, column in columns.items()})  # noqa: F841 - DuckDB sees it
    everything = pa.table({**columns, "recorded": stays.recorded, "withdrawn": stays.withdrawn})  # noqa: F841
    database.execute("create table stays as select * from current")
    database.execute("create table everything as select * from everything")
    span = {"first": number(FIRST), "last": number(LAST)}
    took = {}
    daily, took["sweep"] = timed("DuckDB, sweep", lambda: database.execute(SWEEP.format(**span)).fetchnumpy())
    if range_join:
        _, took["range"] = timed("DuckDB, range join", lambda: database.execute(RANGE.format(**span)).fetchnumpy(), 1)
    on, known = number(ON), number(KNOWN)
    scan = (
        f'select person from everything where "start" <= {on} and "end" > {on} and recorded <= {known} '
        f"and withdrawn > {known}"
    )
    held, took["held"] = timed(
        "DuckDB, who was held on a day", lambda: database.execute(scan).fetchnumpy()["person"], 5
    )
    chains, took["chains"] = timed("DuckDB, chains by windows", lambda: database.execute(CHAINS).fetchone())
    _agree(stays, daily, held, chains)
    return took


def _agree(stays: Stays, daily: Any, held: Any, chains: Any) -> None:
    """Stop when the answers are not the same."""
    counts = census(stays, FIRST, LAST, STAY).counts
    place, day, many = (np.asarray(daily[name]) for name in ("place", "day", "held"))  # so many from that day on
    assert (counts[place, day - number(FIRST)] == many).all(), "the censuses differ"
    assert len(held_on(stays, ON, Rule(known_on=KNOWN))) == len(held), "who was held differs"
    found = check_chains(stays)
    overlaps, gaps = int(found.overlaps.sum()), int((~found.overlaps).sum())
    assert (overlaps, gaps) == chains, "the findings differ"
    print(f"  the same answers; {overlaps:,} overlaps, {gaps:,} gaps")


def pandas_answer(stays: Stays) -> dict[str, float]:
    if find_spec("pandas") is None:
        print("  pandas is not installed, not measured")
        return {}
    import pandas

    kept = stays.withdrawn == stays.withdrawn.max()
    first, last = number(FIRST), number(LAST)
    frame = pandas.DataFrame({"place": stays.place[kept], "start": stays.start[kept], "end": stays.end[kept]})

    def counted() -> object:
        there = frame[(frame["end"] > first) & (frame["start"] <= last)]
        come = there.groupby(["place", there["start"].clip(lower=first)]).size()
        go = there[there["end"] <= last].groupby(["place", "end"]).size()
        change = come.unstack(fill_value=0).sub(go.unstack(fill_value=0), fill_value=0)
        return change.reindex(columns=range(first, last + 1), fill_value=0).cumsum(axis=1)

    return {"pandas": timed("pandas, cumulative sum", counted)[1]}


def our_answers(stays: Stays) -> dict[str, float]:
    """Return how long each of our answers takes."""
    took = {}
    _, took["census"] = timed("census of ten years, stays", lambda: census(stays, FIRST, LAST, STAY))
    _, took["persons"] = timed("census of ten years, persons", lambda: census(stays, FIRST, LAST))
    _, took["held"] = timed(
        "who was held on a day, as known on another", lambda: held_on(stays, ON, Rule(known_on=KNOWN)), 5
    )
    _, took["chains"] = timed("all chains checked", lambda: check_chains(stays))
    return took


RATIOS = {
    "census, DuckDB's sweep": ("sweep", "census"),
    "census, DuckDB's range join": ("range", "census"),
    "census, pandas' cumulative sum": ("pandas", "census"),
    "persons, DuckDB's sweep of stays": ("sweep", "persons"),
    "who was held, DuckDB's scan": ("held", "held"),
    "chains, DuckDB's windows": ("chains", "chains"),
}


def ratios(ours: dict[str, float], theirs: dict[str, float]) -> dict[str, float]:
    """Return how many times as fast ours is, for everything that was measured."""
    return {name: theirs[other] / ours[own] for name, (other, own) in RATIOS.items() if other in theirs}


def in_turns(stays: Stays, rounds: int, range_join: bool) -> dict[str, float]:
    """Let the engines answer in turns, and return how many times as fast ours is, by the shortest times."""
    ours: dict[str, float] = {}
    theirs: dict[str, float] = {}
    for turn in range(rounds):
        _keep_shortest(ours, our_answers(stays))
        _keep_shortest(theirs, duckdb_answers(stays, range_join and turn == 0))
        _keep_shortest(theirs, pandas_answer(stays))
    return ratios(ours, theirs)


def _keep_shortest(known: dict[str, float], took: dict[str, float]) -> None:
    known.update({what: min(seconds, known.get(what, seconds)) for what, seconds in took.items()})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure the ledger's kernels beside DuckDB and pandas.")
    parser.add_argument("--stays", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-range-join", action="store_true", help="leave out what takes a minute")
    asked = parser.parse_args(arguments)
    table = invented(asked.stays, asked.seed)
    print(f"{asked.stays:,} stays")
    read, _ = timed("read", lambda: stays_of(table, TODAY))
    print(f"  left out: { {code: len(rows) for code, rows in read.left_out.items()} }")
    for name, ratio in in_turns(read, asked.rounds, not asked.no_range_join).items():
        print(f"  {name:34} ours is {ratio:6.1f} times as fast")


if __name__ == "__main__":
    main()
