"""The gate of the ledger's kernels: how many times as fast as DuckDB and pandas they are may not fall below a floor.

python -m bench.ledger.gate [--raise]

A million invented stays, all engines in this process and in turns, several rounds of which the shortest times count:
the ratios are then much the same on any machine, and the floors lie well below what was measured. Memory and the chain
of one person are held against ceilings. What is not installed is named and passed over. ``--raise`` writes higher
floors and lower ceilings, with the same distance to what it measures, and never the other way; a floor is lowered only
by a person who edits ``floors.toml`` and says why.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from bench.ledger import memory, one_person
from bench.ledger.census import RATIOS, TODAY, in_turns, invented
from paradero.ledger import Stays, stays_of

FLOORS = Path(__file__).with_name("floors.toml")
STAYS, PERSONS, ROUNDS = 1_000_000, 1000, 3
SLACK, ROOM = 0.6, 2.0  # times what is measured are floors and ceilings: rounds on a shared machine differ by a third

Figures = dict[str, float]
Pinned = Mapping[str, Mapping[str, float | str]]


def digest(stays: Stays) -> str:
    """Return a digest of the stays, which differ where numpy draws other numbers."""
    total = hashlib.sha256()
    for column in (stays.person, stays.place, stays.start, stays.end, stays.recorded, stays.withdrawn):
        total.update(np.ascontiguousarray(column).tobytes())
    return total.hexdigest()[:16]


def at_most() -> Figures:
    """Return what is held against ceilings."""
    steps = memory.measured(STAYS)["stays.arrow"]
    above = max(most for _, most in steps.values()) - steps["start"][1]
    ordered, _ = one_person.measured(invented(STAYS, 1), PERSONS)
    return {"MB above the start, table included": above, "ms for one person": float(np.median(ordered))}


def faults(floors: Pinned, mark: str, fast: Figures, most: Figures) -> list[str]:
    """Say what fell below its floor or rose above its ceiling, has none, or was measured on other stays."""
    found = [] if floors["stays"]["digest"] == mark else ["the stays are not those of the floors; measure anew"]
    for kind, now in (("floors", fast), ("ceilings", most)):
        for name, value in now.items():
            bound = floors[kind].get(name)
            if bound is None:
                found.append(f"{name} is not among the {kind} (now {value:.2f})")
            elif kind == "floors" and value < float(bound):
                found.append(f"{name} is {value:.2f} times as fast, below its floor {bound}")
            elif kind == "ceilings" and value > float(bound):
                found.append(f"{name} is {value:.2f}, above its ceiling {bound}")
    return found


def raised(floors: Pinned, mark: str, fast: Figures, most: Figures) -> str:
    """Return the file with every floor at the higher of old and new, every ceiling at the lower."""
    lines = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    higher = {name: round(SLACK * value, 1) for name, value in fast.items()}
    lower = {name: round(ROOM * value, 1) for name, value in most.items()}
    old_floors, old_ceilings = ({name: float(v) for name, v in floors[kind].items()} for kind in ("floors", "ceilings"))
    new_floors = {name: max(old_floors.get(name, 0.0), value) for name, value in {**old_floors, **higher}.items()}
    new_ceilings = {
        name: min(old_ceilings.get(name, value), value) for name, value in {**old_ceilings, **lower}.items()
    }
    lines += ["", "[stays]", f'digest = "{mark}"']
    for kind, row in (("floors", new_floors), ("ceilings", new_ceilings)):
        lines += ["", f"[{kind}]", *(f'"{name}" = {value}' for name, value in row.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the ledger's kernels against their floors.")
    parser.add_argument("--raise", dest="higher", action="store_true", help="write higher floors")
    asked = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    stays = stays_of(invented(STAYS, 1), TODAY)
    mark, fast, most = digest(stays), in_turns(stays, ROUNDS, range_join=False), at_most()
    for name, value in {**fast, **most}.items():
        kind = "floors" if name in RATIOS else "ceilings"
        print(f"{name:36} {value:7.1f}  {kind[:-1]} {floors[kind].get(name, '-')}")
    if asked.higher:
        FLOORS.write_text(raised(floors, mark, fast, most), encoding="utf-8")
        return 0
    found = faults(floors, mark, fast, most)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
