"""Damaged lists in PDF, Word and OpenDocument files: does anything crash, and does each value stand where it should?

python -m bench.intake.lists [--minutes 5] [--seed 1]

Mangles, cuts and splices printed tables, and those of word processors, takes each in as a list in the confined worker,
sniffs it and reads its entries.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter

from bench.intake.fuzzing import mangled
from bench.rolls.pages import HEAD, LAYOUTS, people
from paradero.intake import Limits
from paradero.intake.process import ParserStopped, WorkerProcess
from paradero.intake.provenance import NOTHING_GIVEN
from paradero.model import Document
from paradero.rolls import Said, entries, sniff, statements
from tests.intake.packing import docx, odt, p

PRINTED = (
    "ruled, wrapped, middle",
    "lines between columns, wrapped",
    "no lines, wrapped",
    "titles of groups",
    "two lists abreast",
    "turned pages, ruled",
)


def originals() -> dict[str, bytes]:
    """Make the lists: printed ones of one to three pages, and one of each word processor."""
    rows = [list(HEAD), *people(60, random.Random(3))]
    files = {f"{name}.pdf": LAYOUTS[name](rows[1:]).data for name in PRINTED}
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    files["list.docx"] = docx(p("Lista") + "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>")
    held = ("".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row) for row in rows)
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in held)
    files["list.odt"] = odt(f"<table:table>{lines}</table:table>")
    return files


def looked_at(document: Document, seen: Counter[str]) -> None:
    """Read a document as a list; each value has to stand in the text where its cell is."""
    mapping, _ = sniff(document)
    rows, _ = entries(document, mapping)
    made = statements(document, rows, Said("held", "Bench"))
    values = [value for row in rows for value in row.values]
    seen["documents with a table"] += bool(document.sheets)
    seen["entries"] += len(rows)
    seen["statements"] += len(made)
    seen["not in the text"] += sum(document.text[value.start : value.end] != value.written for value in values)
    if document.pages:
        seen["without page or box"] += sum(value.page is None or value.box is None for value in values)


def run(minutes: float, seed: int) -> tuple[Counter[str], list[str]]:
    """Damage and read until the minutes are over; return the counts and what crashed."""
    seen: Counter[str] = Counter()
    crashes: list[str] = []
    chance, made, end = random.Random(seed), originals(), time.monotonic() + 60 * minutes
    with WorkerProcess(Limits()) as worker:
        while time.monotonic() < end:
            name = chance.choice(sorted(made))
            data = mangled(made[name], made[chance.choice(sorted(made))], chance)
            seen["files"] += 1
            try:
                document, problems, _ = worker.parse(data, name, NOTHING_GIVEN, False, True)
            except ParserStopped as stopped:
                seen[f"stopped: {stopped.message}"] += 1
                crashes.append(f"{name}: {stopped.message}")
                continue
            seen.update(f"problem {one.code}" for one in problems)
            try:
                looked_at(document, seen)
            except Exception:
                crashes.append(f"{name}\n{traceback.format_exc()}")
    return seen, crashes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    seen, crashes = run(asked.minutes, asked.seed)
    for name, count in sorted(seen.items()):
        print(f"{count:8,}  {name}")
    print(*crashes[:10], sep="\n")
    print(f"{len(crashes)} crashes")
    return 1 if crashes or seen["not in the text"] or seen["without page or box"] else 0


if __name__ == "__main__":
    sys.exit(main())
