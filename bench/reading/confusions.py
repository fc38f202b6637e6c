"""What the reader confuses on annotated custody reports, counted: the list to work from.

    python -m bench.reading.confusions --folder FOLDER [--engine NAME] [--top 20] [--examples]

Statements are paired by the corpus's own ``score.py``. Every fault is named by what was wanted and what was given
("missed: law", "speaker: an agency -> the outlet"), so that many single mistakes add up to a few kinds; counts are
statements, and one statement may count under several kinds. `--examples` prints the words of one of each.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from bench.reading.reports import CORPUS, read_reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = Mapping[str, Any]
    Fault = tuple[str, str]
    """The kind of a fault, and the words that it was made on."""

PRONOUNS = frozenset("he she it they we i him her them his their our".split())
CORE = ("who", "by", "from", "to", "at")


def scorer() -> Any:
    """Open the corpus's scorer as a module, without its last line, which scores what the command line names."""
    source = (CORPUS / "score.py").read_text(encoding="utf-8")
    module = ModuleType("score")
    exec(source.rstrip().removesuffix("main()"), module.__dict__)
    return module


def family(score: Any, acts: set[str]) -> str:
    """Name the family of acts, the first where an act is of several."""
    return next((name for name, codes in score.FAMILIES.items() if acts & set(codes.split())), "other")


def voice(row: Row) -> str:
    """Say how a gold statement's speaker is given: by nobody, by a cue, by a pronoun, as author or by a label."""
    written = str(row.get("speaker_as_written") or "")
    if row["speaker"] == "outlet":
        return "the outlet"
    if written.lower() in PRONOUNS:
        return "a pronoun"
    if row.get("cue"):
        return "a name with a cue"
    return "a name without a cue" if written else "an author or speaker named elsewhere"


def kind_of_figure(row: Row) -> str:
    """Say what sort of figure a statement carries; one person is no figure."""
    if row.get("value") in (None, 1):
        return "none"
    return "exact" if (row.get("op") or "=") == "=" else "with an operator"


def faults(score: Any, path: Path, read: Path) -> Iterator[Fault]:
    """Give every fault of one report."""
    text, gold = score.gold_statements(path)
    rows = score.read_statements(read, text)
    met, spare = score.pair(text, gold, rows)
    for number, row in enumerate(gold):
        if row["optional"]:
            continue
        if number in met:
            yield from _of_met(score, row, rows[met[number]])
        else:
            yield f"missed: {family(score, row['acts'])}", row["quote"]
    for number in set(range(len(rows))) - set(met.values()) - spare:
        row = rows[number]
        yield f"not there: {family(score, row['acts'])}", text[row["start"] : row["end"]]


def _of_met(score: Any, gold: Row, read: Row) -> Iterator[Fault]:
    words = str(gold["quote"])
    if not score.same_speaker(gold["speaker"], read["speaker"]):
        given = "the outlet" if score.content_words(read["speaker"]) & score.OUTLET else "somebody else"
        yield f"speaker: {voice(gold)} -> {given}", words
    if not score.same_figure(gold, read):
        yield f"figure: {kind_of_figure(gold)} -> {kind_of_figure(read)}", words
    for name, usual in (("stance", ""), ("modality", "actual")):
        wanted, given = gold.get(name) or usual, read.get(name) or usual
        if wanted != given:
            yield f"{name}: {wanted} -> {given}", words
    for role in CORE:
        if not score.same_words(gold.get(role), read.get(role)):
            way = "missing" if not read.get(role) else "not said" if not gold.get(role) else "other words"
            yield f"role {role}: {way}", words


def confusions(folder: Path, engine: str) -> list[tuple[int, str, list[str]]]:
    """Read a folder of annotated reports and count the kinds of faults, most frequent first, each with its words."""
    score, kinds = scorer(), defaultdict[str, list[str]](list)
    with tempfile.TemporaryDirectory() as out:
        read_reports(folder, Path(out), engine)
        for path in sorted(folder.glob("*.toml")):
            for kind, words in faults(score, path, Path(out) / f"{path.stem}.json"):
                kinds[kind].append(f"{path.stem[:3]}: {words}")
    return sorted(((len(found), kind, found) for kind, found in kinds.items()), key=lambda row: (-row[0], row[1]))


def main() -> None:
    parser = argparse.ArgumentParser(description="Count what the reader confuses on annotated custody reports.")
    parser.add_argument("--folder", type=Path, default=CORPUS / "dev" / "en")
    parser.add_argument("--engine", default="classifier")
    parser.add_argument("--top", type=int, default=20)
    parser.add_argument("--examples", action="store_true", help="with the words of one of each kind")
    options = parser.parse_args()
    for count, kind, found in confusions(options.folder, options.engine)[: options.top]:
        print(f"{count:4}  {kind}")
        if options.examples:
            print(f"      {' '.join(found[len(found) // 2].split())[:160]}")


if __name__ == "__main__":
    main()
