"""Train the reader.

    python -m training.train --base DIR_OF_THE_BASE_WEIGHTS --out DIR

Checkpoints are written as it goes, `last.pt` at the end. They hold the running average of the weights, which is what is
exported: the average over the last few hundred steps generalises better than the last step, and costs one addition.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from tokenizers import Tokenizer

from paradero.reading.engines.encoder import STOP, windows
from training.data import Article, read_polnear, read_reports
from training.model import Example, Reader, example, losses

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

OWN = Path(__file__).resolve().parent / "reports" / "en"
"""Reports written for this project beside the corpus, in the same form."""

WEIGHTS = {"tags": 1.0, "links": 0.3, "acts": 0.6, "says": 0.15, "roles": 0.2}
BATCH, PORTIONS = 16, 4
REPEATS = 3
"""Reports are few and PolNeAR is large: each report is read three times an epoch, cut into other windows each time."""

RECASED = 0.15
"""Share of windows read in small letters, and as large a share in capitals: posts, telegrams and old data are so
written, and the pieces themselves know no case (see `paradero.reading.engines.encoder.KINDS`)."""

RATE, HEAD_RATE, DECAY = 1.5e-4, 5e-4, 0.01
AVERAGE = 0.998


def open_tokenizer(base: Path) -> Any:
    """Open the tokenizer of the base weights without its padding and truncation."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def batches(articles: list[Article], capitals: np.ndarray[Any, Any], chance: random.Random) -> Iterator[list[Example]]:
    """Cut every article into windows of varied size and give them in batches of like length."""
    cuts = []
    for article in articles:
        for _ in range(1 if article.events is None else REPEATS):
            size, context = chance.randint(200, 254), chance.randint(0, 48)
            cuts += [(article, window) for window in windows(article.pieces, size, context)]
    chance.shuffle(cuts)
    groups = []
    for first in range(0, len(cuts), BATCH * 8):
        chunk = sorted(cuts[first : first + BATCH * 8], key=lambda c: c[1].end - c[1].start)
        groups += [chunk[i : i + BATCH] for i in range(0, len(chunk), BATCH)]
    chance.shuffle(groups)
    for group in groups:
        yield [recased(example(article, window), capitals, chance) for article, window in group]


def capitals_of(tokenizer: Any) -> np.ndarray[Any, Any]:
    """Say for every piece how `kinds` numbers it in capitals: 0 without letters, 1 with one, 2 with more."""
    words = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    letters = [sum(map(str.isalpha, word.removeprefix("##")[:2])) * word[-1].isalpha() for word, _ in words]
    return np.array(letters)


def recased(read: Example, capitals: np.ndarray[Any, Any], chance: random.Random) -> Example:
    """Write a window in small letters or in capitals, now and then; its labels stay."""
    drawn = chance.random()
    if drawn >= 2 * RECASED:
        return read
    way = 0 if drawn < RECASED else capitals[read.ids]
    return replace(read, kinds=np.where(read.ids > STOP, read.kinds - read.kinds % 3 + way, read.kinds))


def optimizer_of(model: Reader) -> torch.optim.Optimizer:
    """AdamW with a higher rate for the heads, which start from nothing."""
    inner = list(model.encoder.parameters())
    known = {id(p) for p in inner}
    heads = [p for p in model.parameters() if id(p) not in known]
    return torch.optim.AdamW([{"params": inner, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY)


def share_of_rate(done: float) -> float:
    """Warm up over a twentieth of the way, then fall along a cosine to a fiftieth; `done` runs from 0 to 1."""
    if done < 0.05:
        return 0.02 + done / 0.05
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - 0.05) / 0.95)))


class Average:
    """Running average of a model's weights."""

    def __init__(self, model: Reader) -> None:
        self.values = {name: value.detach().clone() for name, value in model.state_dict().items()}
        self.steps = 0

    def add(self, model: Reader) -> None:
        """Take in the weights after a step."""
        self.steps += 1
        keep = min(AVERAGE, (1 + self.steps) / (10 + self.steps))
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.values[name].lerp_(value, 1 - keep)


class Trainer:
    """A model with what moves it.

    A batch is shared out in small portions to threads that each use one core. (Left to itself the library splits every
    multiplication over the cores and waits for the slower one, which takes twice as long when the machine is shared.)
    Gradients are summed as they come, so two runs differ in the last digits.
    """

    def __init__(self, model: Reader, threads: int, rate: float = 1.0) -> None:
        self.model, self.average, self.optimizer = model, Average(model), optimizer_of(model)
        self._rates = [rate * group["lr"] for group in self.optimizer.param_groups]
        torch.set_num_threads(1)
        self._pool = ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,))

    def step(self, batch: list[Example], done: float) -> dict[str, float]:
        """Learn from one batch; gives the loss of each task."""
        portions = [batch[first::PORTIONS] for first in range(PORTIONS) if batch[first::PORTIONS]]
        self.optimizer.zero_grad()
        jobs = [self._pool.submit(self._learn, portion, len(portion) / len(batch)) for portion in portions]
        found = [job.result() for job in jobs]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group, rate in zip(self.optimizer.param_groups, self._rates, strict=True):
            group["lr"] = rate * share_of_rate(done)
        self.optimizer.step()
        self.average.add(self.model)
        names = {name for part in found for name in part}
        return {n: fmean(part[n] for part in found if n in part) for n in names}

    def _learn(self, portion: list[Example], share: float) -> dict[str, float]:
        found = losses(self.model, portion)
        loss = share * torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return {name: float(value.detach()) for name, value in found.items()}


def train(
    trainer: Trainer, articles: list[Article], capitals: np.ndarray[Any, Any], options: argparse.Namespace
) -> None:
    """Go over the articles until the epochs, or the minutes, are over; save the averaged weights as they get better."""
    chance, began = random.Random(options.seed), time.monotonic()
    steps = options.epochs * sum(1 for _ in batches(articles, capitals, random.Random(options.seed)))
    totals: dict[str, float] = {}
    step, spent = 0, 0.0
    for epoch in range(1, options.epochs + 1):
        for batch in batches(articles, capitals, chance):
            step += 1
            spent = (time.monotonic() - began) / 60
            done = max(step / steps, spent / options.minutes)
            for name, value in trainer.step(batch, done).items():
                totals[name] = 0.95 * totals.get(name, value) + 0.05 * value
            if step % 20 == 0:
                line = " ".join(f"{name} {value:.3f}" for name, value in sorted(totals.items()))
                print(f"{spent:.1f} min, epoch {epoch}, step {step} of {steps}: {line}", flush=True)
            if step % options.save == 0 or done >= 1:
                save(trainer.average, options.out / "last.pt")
            if done >= 1:
                return
        save(trainer.average, options.out / f"epoch-{epoch}.pt")
    save(trainer.average, options.out / "last.pt")


def save(average: Average, path: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    torch.save(average.values, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def main() -> None:
    """Read the data and train."""
    options = arguments()
    torch.manual_seed(options.seed)
    tokenizer = open_tokenizer(options.base)
    articles = read_polnear(options.polnear / "train", tokenizer, options.limit)
    if options.articles is not None:
        articles = random.Random(options.seed).sample(articles, options.articles)
    articles += read_reports(options.reports / "train" / "en", tokenizer, tuning=False)[: options.limit]
    articles += read_reports(OWN, tokenizer, tuning=False)[: options.limit]
    model = Reader(options.base)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True))
    options.out.mkdir(parents=True, exist_ok=True)
    train(Trainer(model.train(), options.threads, options.rate), articles, capitals_of(tokenizer), options)


def arguments() -> argparse.Namespace:
    """Read the command line; the data lies beside the repository unless said otherwise."""
    parser = argparse.ArgumentParser(description="Train the reader.")
    data = ROOT.parent / "shared" / "data"
    parser.add_argument("--base", type=Path, required=True, help="folder of the base weights and tokenizer")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--polnear", type=Path, default=data / "polnear")
    parser.add_argument("--reports", type=Path, default=data / "custody_reports")
    parser.add_argument("--articles", type=int, help="PolNeAR articles, drawn by chance; all when not given")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=math.inf, help="finish within this time, with fewer epochs")
    parser.add_argument("--save", type=int, default=50, help="steps between checkpoints")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument(
        "--rate", type=float, default=1.0, help="share of the usual rate, for going on from a checkpoint"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="articles of each kind, for a trial")
    return parser.parse_args()


if __name__ == "__main__":
    main()
