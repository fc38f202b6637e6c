"""Reads the custody reports and scores the statements with the corpus's own ``score.py``.

python -m bench.reading.reports [--engine classifier|rules | --model FOLDER] [--split dev/en | --folder FOLDER]
                                [--verbose] [--json]
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.intake import GivenByPerson, parse
from paradero.model.public import statement_json
from paradero.reading import read
from paradero.reading.engines.trained import TrainedEngine

if TYPE_CHECKING:
    from paradero.reading.engines import Engine

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "custody_reports"
_ROW = re.compile(r"^(found|strict|whole)\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F\s+([\d.]+)", re.MULTILINE)


def read_reports(split: Path, out: Path, engine: str | Engine) -> tuple[int, float]:
    """Read every report of a split and write its statements as JSON; return the words read and the seconds taken."""
    words, seconds = 0, 0.0
    for path in sorted(split.glob("*.toml")):
        row = tomllib.loads(path.read_text(encoding="utf-8"))["document"]
        given = GivenByPerson(published=row.get("published", ""), language=row["language"])
        document, _ = parse(row["text"].encode(), path.stem + ".txt", given)
        began = time.perf_counter()
        statements, _ = read(document, engine=engine)
        seconds += time.perf_counter() - began
        words += len(document.text.split())
        plain = [statement_json(s) for s in statements]
        (out / f"{path.stem}.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    return words, seconds


def score(split: Path, read_folder: Path, verbose: bool = False) -> str:
    """Return what the corpus's scorer prints."""
    command = [sys.executable, str(CORPUS / "score.py"), str(split), str(read_folder), *(["-v"] if verbose else [])]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def measure(engine: str | Engine, split: str | Path = "dev/en") -> dict[str, float]:
    """Return the F of found, strict and whole on a split (or any other folder), and the words a second."""
    with tempfile.TemporaryDirectory() as folder:
        words, seconds = read_reports(CORPUS / split, Path(folder), engine)
        printed = score(CORPUS / split, Path(folder))
    figures = {name: float(f) for name, _, _, f in _ROW.findall(printed)}
    return {**figures, "words_per_second": words / seconds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="classifier")
    parser.add_argument("--model", type=Path, help="files of another trained model, for the engine classifier")
    parser.add_argument("--split", default="dev/en")
    parser.add_argument(
        "--folder", type=Path, help="a folder of reports in the form of the corpus, in place of a split"
    )
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    split = CORPUS / args.split if args.folder is None else args.folder.resolve()
    engine = args.engine if args.model is None else TrainedEngine(args.model)
    if args.json:
        print(json.dumps(measure(engine, split), indent=1))
        return
    with tempfile.TemporaryDirectory() as folder:
        words, seconds = read_reports(split, Path(folder), engine)
        print(score(split, Path(folder), args.verbose), end="")
    print(f"{words} words in {seconds:.1f} s: {words / seconds:.0f} words a second")


if __name__ == "__main__":
    main()
