"""The gate of reading: no figure may fall below its floor in ``floors.toml``.

python -m bench.reading.gate [--only CORPUS ...] [--raise]

Measures both engines: attributions on PolNeAR dev, statements on the custody reports dev, arrests on a sample of the
police reports that nobody looks at, kidnappings on MUC-4 tst1 and tst2; and on a sample of articles, whether the whole
reading is as fast as textacy and keeps within its memory. What is not beside the checkout or not installed is named
and passed over: there is nothing to measure. ``--raise`` writes higher floors, never lower ones; a floor is lowered
only by a person who edits the file and says why.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reading import articles, attribution, muc, police, reports
from bench.reading.measure import figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FLOORS = Path(__file__).with_name("floors.toml")
ENGINES = ("classifier", "rules")
ROUNDING = 0.05  # figures are printed with one decimal
# The model's whole-number arithmetic differs a little between kinds of processor, and a few words with it: more in
# per cent where little is measured (31 kidnappings).
PROCESSOR = 0.5
FEW = {"police odd": 1.0, "muc4 tst1 tst2": 3.0}
# What is run at every test is a part of what the command measures.
ARTICLES = 24
SPEED = "articles"


def attributions() -> dict[str, float]:
    """Who says what, on PolNeAR dev."""
    cases, row = attribution.corpus(GOLD["polnear dev"]), {}
    for name in ENGINES:
        result = attribution.measured(attribution.ENGINES[name](), cases)
        row[f"{name} relation F"] = result["relation"]["F"]
        row[f"{name} content words F"] = result["content words"]["F"]
    return row


def statements() -> dict[str, float]:
    """What is told, on the custody reports."""
    results = {name: reports.measure(name, "dev/en") for name in ENGINES}
    return {f"{name} {kind} F": row[kind] for name, row in results.items() for kind in ("found", "strict", "whole")}


def arrests() -> dict[str, float]:
    """Who was arrested, on police reports, the odd half."""
    half = police.corpus("odd")
    return {f"{name} F": figures(police.measure(police.ENGINES[name], half))["F"] for name in ENGINES}


def kidnappings() -> dict[str, float]:
    """Who was kidnapped, on MUC-4."""
    messages = muc.held_out()
    results = {name: muc.measure(name, messages) for name in ENGINES}
    return {f"{name} {kind} F": figures(row[kind])["F"] for name, row in results.items() for kind in muc.PINNED}


GOLD = {
    "polnear dev": attribution.POLNEAR / "dev",
    "custody reports dev/en": reports.CORPUS / "dev" / "en",
    "police odd": police.CORPUS,
    "muc4 tst1 tst2": muc.CORPUS,
}
MEASURES: Mapping[str, Callable[[], dict[str, float]]] = {
    "polnear dev": attributions,
    "custody reports dev/en": statements,
    "police odd": arrests,
    "muc4 tst1 tst2": kidnappings,
}


def digest(folder: Path) -> str:
    """Return a digest over the names and bytes of all files of a corpus."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def measured(only: Iterable[str] = tuple(MEASURES)) -> dict[str, dict[str, float]]:
    """Return corpus -> figure -> value in per cent, for the corpora asked for that are there."""
    return {corpus: MEASURES[corpus]() for corpus in MEASURES if corpus in only and GOLD[corpus].is_dir()}


def speed() -> list[str]:
    """Measure a sample of articles, print it, and say where the whole reading is too slow or too large."""
    texts = articles.articles()
    if not texts:
        print(f"{SPEED}: not beside this checkout, not measured")
        return []
    runs = articles.measure(articles.spread(texts, ARTICLES))
    print(articles.table(runs))
    return articles.faults(runs)


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
            elif value < float(floor) - (FEW.get(corpus, PROCESSOR) if name.startswith("classifier") else ROUNDING):
                found.append(f"{corpus}: {name} is {value}, below its floor {floor}")
    return found


def raised(now: dict[str, dict[str, float]], floors: dict[str, dict[str, float | str]]) -> str:
    """Return the file with every floor at the higher of old and new; those of corpora not measured stay."""
    lines = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for corpus in {**floors, **now}:
        old = {name: float(value) for name, value in floors.get(corpus, {}).items() if name != "digest"}
        mark = digest(GOLD[corpus]) if corpus in now else floors[corpus]["digest"]
        lines += ["", f'["{corpus}"]', f'digest = "{mark}"']
        row = {name: max(value, old.get(name, 0.0)) for name, value in {**old, **now.get(corpus, {})}.items()}
        lines += [f'"{name}" = {value}' for name, value in row.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the accuracy and the speed of reading against their floors.")
    parser.add_argument("--raise", dest="higher", action="store_true", help="write higher floors")
    parser.add_argument("--only", nargs="+", choices=[*MEASURES, SPEED], default=[*MEASURES, SPEED])
    asked = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    now = measured(asked.only)
    for corpus, row in now.items():
        for name, value in row.items():
            print(f"{corpus:24} {name:28} {value:5.1f}  floor {floors.get(corpus, {}).get(name, '-')}")
    for corpus in [name for name in MEASURES if name in asked.only and name not in now]:
        print(f"{corpus}: not beside this checkout, not measured")
    slow = speed() if SPEED in asked.only else []
    if asked.higher:
        FLOORS.write_text(raised(now, floors), encoding="utf-8")
    found = [*([] if asked.higher else faults(now, floors)), *slow]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
