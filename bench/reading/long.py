"""How long a long document takes from file to statements, and how much memory: is it more than in step with its length?

python -m bench.reading.long [--pages 75 150 300] [--engine rules classifier] [--file FILE]

Makes PDF files of invented prose (`bench.prose`), takes each in and reads it, each in a process of its own. Prints for
each engine and length: words, statements, seconds on the clock of intake and of reading, seconds of the processors in
reading, and the most memory that the worker of intake and the reading process held. With a file, that is read instead.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.intake.pdf import pages
from paradero.intake import take_in
from paradero.reading import read
from tests.intake.printing import pdf

ENGINES = ("rules", "classifier")


def measure(path: Path, engine: str) -> dict[str, float]:
    """Take in and read a file in a process of its own, so that the memory is that of this file alone."""
    command = [sys.executable, "-m", "bench.reading.long", "--alone", "--file", str(path), "--engine", engine]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ).stdout
    figures: dict[str, float] = json.loads(printed)
    return figures


def alone(path: Path, engine: str) -> dict[str, float]:
    """Take in and read a file here; the parts that are counted are those of this process and of its child."""
    began = time.perf_counter()
    document, problems = take_in(path)
    taken = time.perf_counter()
    if document is None:
        sys.exit(f"{path} cannot be read: {', '.join(problem.code for problem in problems)}")
    computed = time.process_time()
    statements, _ = read(document, engine=engine)
    return {
        "pages": max((page for _, page in document.pages), default=0),
        "words": len(document.text.split()),
        "statements": len(statements),
        "intake": taken - began,
        "reading": time.perf_counter() - taken,
        "processor": time.process_time() - computed,
        "intake_memory": _megabytes(resource.RUSAGE_CHILDREN),
        "reading_memory": _megabytes(resource.RUSAGE_SELF),
    }


def _megabytes(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1000  # kilobytes on Linux


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[75, 150, 300])
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--file", type=Path)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        print(json.dumps(alone(asked.file, asked.engine[0])))
        return
    print("engine      pages    words  statements  intake s  reading s  of processors  intake MB  reading MB")
    with TemporaryDirectory() as folder:
        made = [_made(Path(folder), count) for count in asked.pages] if asked.file is None else [asked.file]
        for engine in asked.engine:
            for path in made:
                print(f"{engine:10} {_row(measure(path, engine))}", flush=True)


def _made(folder: Path, count: int) -> Path:
    path = folder / f"{count}.pdf"
    path.write_bytes(pdf(list(pages(count))))
    return path


def _row(of: dict[str, float]) -> str:
    return (
        f"{of['pages']:6.0f} {of['words']:8,.0f} {of['statements']:11,.0f} {of['intake']:9.1f} {of['reading']:10.1f}"
        f" {of['processor']:14.1f}"
        f" {of['intake_memory']:10.0f} {of['reading_memory']:11.0f}"
    )


if __name__ == "__main__":
    main()
