"""The gate of reading: no figure may fall below its floor in ``floors.toml``.

python -m bench.reading.gate [--raise]

Measures attributions on PolNeAR dev and statements on the custody reports dev, both engines. Where the corpora are not
beside the checkout the gate says so and passes: there is nothing to measure. ``--raise`` writes higher floors, never
lower ones; a floor is lowered only by a person who edits the file and says why.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path

from bench.reading import attribution, reports

FLOORS = Path(__file__).with_name("floors.toml")
GOLD = {"polnear dev": attribution.POLNEAR / "dev", "custody reports dev/en": reports.CORPUS / "dev" / "en"}
ROUNDING = 0.05  # figures are printed with one decimal
# The model's whole-number arithmetic differs a little between kinds of processor, and a few words with it.
PROCESSOR = 0.5


def digest(folder: Path) -> str:
    """Return a digest over the names and bytes of all files of a corpus."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def measured() -> dict[str, dict[str, float]]:
    """Return corpus -> figure -> value in per cent, for the corpora that are there."""
    out: dict[str, dict[str, float]] = {}
    if GOLD["polnear dev"].is_dir():
        cases = attribution.corpus(GOLD["polnear dev"])
        row = out.setdefault("polnear dev", {})
        for name in ("classifier", "rules"):
            result = attribution.measured(attribution.ENGINES[name](), cases)
            row[f"{name} relation F"] = result["relation"]["F"]
            row[f"{name} content words F"] = result["content words"]["F"]
    if GOLD["custody reports dev/en"].is_dir():
        row = out.setdefault("custody reports dev/en", {})
        for name in ("classifier", "rules"):
            result = reports.measure(name, "dev/en")
            row |= {f"{name} {figure} F": result[figure] for figure in ("found", "strict", "whole")}
    return out


def faults(now: dict[str, dict[str, float]], floors: dict[str, dict[str, float | str]]) -> list[str]:
    """Say what fell below its floor, has none, or was measured on other annotations than the floor."""
    found = []
    for corpus, row in now.items():
        pinned = floors.get(corpus, {})
        if pinned.get("digest") != digest(GOLD[corpus]):
            found.append(f"{corpus}: the annotations are not those of the floors; measure anew and say why")
        for name, value in row.items():
            floor = pinned.get(name)
            if floor is None:
                found.append(f"{corpus}: {name} has no floor (now {value})")
            elif value < float(floor) - (PROCESSOR if name.startswith("classifier") else ROUNDING):
                found.append(f"{corpus}: {name} is {value}, below its floor {floor}")
    return found


def raised(now: dict[str, dict[str, float]], floors: dict[str, dict[str, float | str]]) -> str:
    """Return the file with every floor at the higher of old and new."""
    lines = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for corpus, row in now.items():
        old = floors.get(corpus, {})
        lines += ["", f'["{corpus}"]', f'digest = "{digest(GOLD[corpus])}"']
        lines += [f'"{name}" = {max(value, float(old.get(name, 0)))}' for name, value in row.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the accuracy of reading against its floors.")
    parser.add_argument("--raise", dest="higher", action="store_true", help="write higher floors")
    higher = parser.parse_args().higher
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    now = measured()
    for corpus, row in now.items():
        for name, value in row.items():
            print(f"{corpus:24} {name:28} {value:5.1f}  floor {floors.get(corpus, {}).get(name, '-')}")
    for corpus in GOLD.keys() - now.keys():
        print(f"{corpus}: not beside this checkout, not measured")
    if higher:
        FLOORS.write_text(raised(now, floors), encoding="utf-8")
        return 0
    found = faults(now, floors)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
