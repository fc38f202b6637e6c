"""Did police arrest someone? Sentence by sentence, on the IndiaPoliceEvents corpus.

    python -m bench.reading.police [--engine NAME ...] [--half even|odd] [--limit N] [--json]

Halterman, Keith, Sarwar and O'Connor, "Corpus-Level Evaluation for Event QA: The IndiaPoliceEvents Corpus Covering the
2002 Gujarat Violence", Findings of ACL 2021. A sentence has the label ARREST when it is indicative of a yes to "Did
police arrest someone?". The texts are in lower case and their quotation marks are broken; they are read as they are.
Nothing was trained on them. Documents with an even id may be looked at, those with an odd one are measured only.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reading.measure import Score, figures, total
from paradero.intake import GivenByPerson, parse
from paradero.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from paradero.model import Statement

    Engine = Callable[[str], Iterable[int]]
    """From a text to the offsets in it at which an arrest is told."""

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "police_events"
HALVES = {"even": 0, "odd": 1}

TAKEN = frozenset("arrested rearrested".split())
_DETENTION = re.compile(r"\bdet(?:ain|ention)", re.IGNORECASE)

# What a careful person would type into a search box.
_KEYWORDS = re.compile(
    r"\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|detentions?|custody|nab(?:s|bed)?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Report:
    """A document: its text, where each labelled sentence starts, and which sentences tell an arrest."""

    text: str
    starts: tuple[int, ...]
    gold: frozenset[int]


def corpus(half: str, folder: Path = CORPUS, limit: int | None = None) -> list[Report]:
    """Put the labelled sentences of the documents of one half together again, in the order of the documents' ids."""
    rows: dict[int, list[Mapping[str, object]]] = defaultdict(list)
    with (folder / "sents_dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc_id"] % 2 == HALVES[half]:
                rows[row["doc_id"]].append(row)
    return [_report(rows[key]) for key in sorted(rows)[:limit]]


def _report(rows: Iterable[Mapping[str, object]]) -> Report:
    text, starts, gold = "", list[int](), set[int]()
    for row in rows:
        said, labels = row["sent_text"], row["sent_labels"]
        if not isinstance(said, str) or not isinstance(labels, list):
            raise TypeError(f"not a labelled sentence: {row!r}")
        if "ARREST" in labels:
            gold.add(len(starts))
        starts.append(len(text))
        text += said if said.endswith("\n") else f"{said} "
    return Report(text, tuple(starts), frozenset(gold))


def keywords(text: str) -> Iterable[int]:
    """Find the words for arrests and custody, whatever is said of them."""
    return (match.start() for match in _KEYWORDS.finditer(text))


def reading(engine: str, text: str) -> Iterable[int]:
    """Read a text as a document and find the words by which its statements tell that someone was arrested."""
    given = GivenByPerson(published="2002-04-01", language="en")
    document, _ = parse(text.encode(), "report.txt", given)
    if document.text != text:
        raise ValueError("intake changed the text: the places of the labels no longer hold")
    statements, _ = read(document, engine=engine)
    return (s.trigger.start for s in statements if tells_arrest(s))


def tells_arrest(statement: Statement) -> bool:
    """Say whether a statement means that someone has been arrested: done, and neither negated nor denied.

    Being held tells it when the words are those for being detained, which English uses for both, or when the holder is
    named; a term in prison follows from a sentence, and "behind bars" tells nothing of how.
    """
    done = statement.modality == "actual" and statement.polarity == "positive" and statement.stance != "denies"
    held = statement.act == "held" and (_DETENTION.search(statement.trigger.exact) or statement.by is not None)
    return done and (statement.act in TAKEN or bool(held))


ENGINES: Mapping[str, Engine] = {
    "classifier": partial(reading, "classifier"),
    "rules": partial(reading, "rules"),
    "keywords": keywords,
}


def told_in(report: Report, engine: Engine) -> frozenset[int]:
    """Give the numbers of the sentences of a report in which an engine finds an arrest."""
    return frozenset(bisect_right(report.starts, at) - 1 for at in engine(report.text))


def measure(engine: Engine, reports: Iterable[Report]) -> Score:
    """Score an engine: right, given and wanted sentences."""
    pairs = ((report.gold, told_in(report, engine)) for report in reports)
    return total(Score(len(gold & told), len(told), len(gold)) for gold, told in pairs)


def table(results: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """Lay the results out, one engine a row for each half."""
    rows = [f"{'documents':10} {'engine':12} {'P':>6} {'R':>6} {'F':>6}"]
    for half, engines in results.items():
        rows += [
            f"{half:10} {name:12} {row['P']:6.1f} {row['R']:6.1f} {row['F']:6.1f}" for name, row in engines.items()
        ]
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure on police reports who was arrested, sentence by sentence.")
    parser.add_argument("--engine", nargs="+", choices=sorted(ENGINES), default=list(ENGINES))
    parser.add_argument("--half", choices=sorted(HALVES), help="by default both")
    parser.add_argument("--limit", type=int, help="so many documents of each half")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    results: dict[str, dict[str, dict[str, float]]] = {}
    for half in [asked.half] if asked.half is not None else HALVES:
        reports = corpus(half, limit=asked.limit)
        results[half] = {name: figures(measure(ENGINES[name], reports)) for name in asked.engine}
    print(json.dumps(results, indent=1) if asked.json else table(results))


if __name__ == "__main__":
    main()
