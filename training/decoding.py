"""Search for what opening a span costs and how each kind leans, on PolNeAR dev, with the files of a model.

    python -m training.decoding --model DIR

Goes up one number at a time, twice, with smaller steps the second time, and prints the best: they are then written by
hand into `paradero/reading/engines/tagging.py`. The encoder runs once; a trial takes a few seconds.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reading.measure import relation_score, total
from paradero.reading.engines import tagging
from paradero.reading.engines.classifier import DATA, Words, attributions_of
from paradero.reading.engines.encoder import Encoder
from paradero.reading.linker import Attribution
from training.data import Article, read_polnear
from training.train import ROOT, open_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.engines.encoder import Reading

STEPS = (0.4, 0.4, 0.4, 0.4, 0.3, 0.3)


def place(numbers: Sequence[float]) -> None:
    """Put three costs and three leanings where decoding reads them."""
    source, cue, content = numbers[3:]
    tagging.OPENING = (numbers[0], numbers[1], numbers[2])
    tagging.LEANING = (0.0, source, source, cue, cue, content, content)


def f_of(numbers: Sequence[float], read: Sequence[tuple[Article, Reading]], words: Words) -> float:
    """Relation F with these numbers."""
    place(numbers)
    scores = []
    for article, reading in read:
        gold = [Attribution(said.source, said.cue, said.content) for said in article.said]
        scores.append(relation_score((article.text, gold, attributions_of(reading, article.text, words))))
    return total(scores).f


def search(read: Sequence[tuple[Article, Reading]], words: Words) -> list[float]:
    """Go up from where decoding stands."""
    numbers = [*tagging.OPENING, *tagging.LEANING[1::2]]
    best = f_of(numbers, read, words)
    for size in (1.0, 0.5):
        for index, step in enumerate(STEPS):
            for way in (step * size, -step * size):
                while True:
                    trial = [*numbers[:index], round(numbers[index] + way, 3), *numbers[index + 1 :]]
                    value = f_of(trial, read, words)
                    if value <= best + 1e-4:
                        break
                    best, numbers = value, trial
                    print(f"{best:.4f} {numbers}", flush=True)
    return numbers


def main() -> None:
    """Read dev with a model, search, print."""
    parser = argparse.ArgumentParser(description="Search for the costs of decoding.")
    parser.add_argument("--model", type=Path, default=DATA)
    parser.add_argument("--polnear", type=Path, default=ROOT.parent / "shared" / "data" / "polnear")
    options = parser.parse_args()
    encoder = Encoder(options.model)
    articles = read_polnear(options.polnear / "dev", open_tokenizer(options.model))
    read = [(article, encoder.read(article.text)) for article in articles]
    opening, leaning = [], []
    for number, value in enumerate(search(read, Words.load(options.model))):
        (opening if number < 3 else leaning).append(value)
    print(f"OPENING {opening}, leaning of source, cue, content {leaning}")


if __name__ == "__main__":
    main()
