"""The gate of linking: no figure of our own engine may fall below its floor in ``floors.toml``.

python -m bench.linking.gate [--only SET ...] [--raise]

Links the four sets at the default threshold, in this process, without peers: F over pairs, B-cubed, and the share of
the pairs of one person that are compared at all. Sets that are not beside the checkout are named and passed over: there
is nothing to measure. ``--raise`` writes higher floors, never lower ones; a floor is lowered only by a person who edits
the file and says why.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from bench.linking import sets
from bench.linking.measures import numbered, quality, true_pairs
from bench.linking.peers import ours

FLOORS = Path(__file__).with_name("floors.toml")
ROUNDING = 0.05  # figures are printed with one decimal

Figures = dict[str, float]


def digest(file: Path) -> str:
    """Return a digest of the bytes of a set."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def measured(only: Iterable[str] = tuple(sets.COLUMNS)) -> dict[str, Figures]:
    """Return set -> figure -> value in per cent, for the sets asked for that are there."""
    return {name: _figures(sets.people(name)) for name in sets.files() if name in only}


def _figures(people: sets.People) -> Figures:
    answer, person = ours.link(people), numbered(people.person.to_pylist())
    scored, wanted = quality(person, numbered(list(answer.clusters))), true_pairs(person)
    compared = answer.blocked(wanted) / max(len(wanted), 1) if answer.blocked is not None else 0.0
    shares = {"F": scored.f, "B-cubed": scored.b_cubed, "compared": compared}
    return {name: round(100 * share, 1) for name, share in shares.items()}


def faults(now: dict[str, Figures], floors: dict[str, dict[str, float | str]]) -> list[str]:
    """Say what fell below its floor, has none, or was measured on another set than the floor."""
    found = []
    for name, row in now.items():
        pinned = floors.get(name, {})
        if pinned.get("digest") != digest(sets.files()[name]):
            found.append(f"{name}: the set is not that of the floors; measure anew and say why")
        for figure, value in row.items():
            floor = pinned.get(figure)
            if floor is None:
                found.append(f"{name}: {figure} has no floor (now {value})")
            elif value < float(floor) - ROUNDING:
                found.append(f"{name}: {figure} is {value}, below its floor {floor}")
    return found


def raised(now: dict[str, Figures], floors: dict[str, dict[str, float | str]]) -> str:
    """Return the file with every floor at the higher of old and new; those of sets not measured stay."""
    lines = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for name in {**floors, **now}:
        old = {figure: float(value) for figure, value in floors.get(name, {}).items() if figure != "digest"}
        mark = digest(sets.files()[name]) if name in now else floors[name]["digest"]
        lines += ["", f"[{name}]", f'digest = "{mark}"']
        row = {figure: max(value, old.get(figure, 0.0)) for figure, value in {**old, **now.get(name, {})}.items()}
        lines += [f"{figure} = {value}" for figure, value in row.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the accuracy of linking against its floors.")
    parser.add_argument("--raise", dest="higher", action="store_true", help="write higher floors")
    parser.add_argument("--only", nargs="+", choices=list(sets.COLUMNS), default=list(sets.COLUMNS))
    asked = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    now = measured(asked.only)
    for name, row in now.items():
        for figure, value in row.items():
            print(f"{name:17} {figure:9} {value:5.1f}  floor {floors.get(name, {}).get(figure, '-')}")
    for name in [name for name in sets.COLUMNS if name in asked.only and name not in now]:
        print(f"{name}: not beside this checkout, not measured")
    if asked.higher:
        FLOORS.write_text(raised(now, floors), encoding="utf-8")
    found = [] if asked.higher else faults(now, floors)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
