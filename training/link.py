"""Learn the weights by which contents choose cues, and both choose sources, from what the reader itself finds.

    python -m training.link --model DIR

Three conditional logits of a dozen weights each, over spans that the model found in PolNeAR dev and the reports kept
for tuning: on its training texts its word would look better than it is. Written into the model's `reader.json`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional as fn

from paradero.reading.engines.classifier import DATA, Words, link_features
from paradero.reading.engines.encoder import Encoder
from paradero.reading.engines.tagging import CONTENT, CUE, SOURCE, attribution_spans
from paradero.reading.linker import FEATURES
from training.data import Article, piece_span, read_polnear, read_reports
from training.train import ROOT, open_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.engines.encoder import Reading

    Range = tuple[int, int]
    Case = tuple[Any, int]

LINKS = (("content_cue", CONTENT, CUE), ("content_source", CONTENT, SOURCE), ("cue_source", CUE, SOURCE))
"""Name of a link, the kind of span that chooses and the kind it chooses from, in the order of `Scores`."""


def shared(a: Range, spans: Sequence[Range]) -> int:
    """Count the pieces that a span shares with others."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for b in spans)


def best_of(span: Range, many: Sequence[Sequence[Range]]) -> int:
    """Number of the one that shares most with a span; -1 when none shares anything."""
    counts = [shared(span, spans) for spans in many]
    return int(np.argmax(counts)) if counts and max(counts) > 0 else -1


def cases(article: Article, reading: Reading, words: Words) -> dict[str, list[Case]]:
    """Give, for each link, (descriptions of all choices, the right one or -1) of every span that meets a gold one."""
    found: dict[str, list[Case]] = {name: [] for name, _, _ in LINKS}
    spans = attribution_spans(reading.tags[:, words.columns("tags")], reading.pieces, article.text)
    gold = {
        kind: [[piece_span(reading.pieces, span) for span in getattr(said, name)] for said in article.said]
        for kind, name in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content"))
    }
    described = link_features(spans, reading, article.text, words.link_width)
    for (name, left, right), blocks in zip(LINKS, described, strict=True):
        rows = ((block.first, row) for block in blocks for row in block.values)
        for span, (first, row) in zip(spans[left], rows, strict=True):
            number = best_of(span, gold[left])
            if number >= 0 and len(row):
                counts = [shared(choice, gold[right][number]) for choice in spans[right][first : first + len(row)]]
                found[name].append((row, int(np.argmax(counts)) if max(counts) else -1))
    return found


def learned(rows: Sequence[Case]) -> tuple[list[float], float]:
    """Fit a conditional logit; gives its weights and the share of right choices."""
    widest = max(len(row) for row, _ in rows)
    values = torch.zeros(len(rows), widest + 1, len(FEATURES) + 1)
    closed = torch.full((len(rows), widest + 1), -1e9)
    wanted = torch.empty(len(rows), dtype=torch.int64)
    for number, (row, right) in enumerate(rows):
        values[number, : len(row), :-1] = torch.from_numpy(row)
        values[number, widest, -1] = 1
        closed[number, : len(row)] = closed[number, widest] = 0
        wanted[number] = right if right >= 0 else widest
    weights = torch.zeros(len(FEATURES) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=100)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = fn.cross_entropy(values @ weights + closed, wanted) + 1e-3 * (weights * weights).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)
    right = ((values @ weights + closed).argmax(1) == wanted).float().mean()
    return [round(float(w), 4) for w in weights.detach()], float(right)


def fit(read: Sequence[tuple[Article, Reading]], words: Words) -> dict[str, list[float]]:
    """Learn all three sets of weights and print how often each chooses right."""
    every = [cases(article, reading, words) for article, reading in read]
    result = {}
    for name, _, _ in LINKS:
        rows = [case for found in every for case in found[name]]
        result[name], right = learned(rows)
        print(f"{name:15} {len(rows):5} choices, {right:.3f} right")
    return result


def main() -> None:
    """Read what is kept for tuning with a model, fit, and write the weights beside it."""
    parser = argparse.ArgumentParser(description="Learn the weights of links.")
    data = ROOT.parent / "shared" / "data"
    parser.add_argument("--model", type=Path, default=DATA)
    parser.add_argument("--polnear", type=Path, default=data / "polnear")
    parser.add_argument("--reports", type=Path, default=data / "custody_reports")
    options = parser.parse_args()
    tokenizer, encoder = open_tokenizer(options.model), Encoder(options.model)
    articles = read_polnear(options.polnear / "dev", tokenizer)
    articles += read_reports(options.reports / "train" / "en", tokenizer, tuning=True)
    read = [(article, encoder.read(article.text)) for article in articles]
    path = options.model / "reader.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    table["link_weights"] = fit(read, Words.load(options.model))
    path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
