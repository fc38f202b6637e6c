"""What a reviewer's judgements find, pair by pair: our order against the likeliest first and against chance; and what
weights fitted to these judgements are worth.

    python -m bench.linking.review [--only SET ...] [--judged 50 200 1000]

The reviewer is the truth of each set: it answers every pair rightly. Counted are the wrong proposals found (scores on
the wrong side of one half), and the pairs of records that become known to be one person, with what follows from each
answer. The labels of our order are then fitted to, and the surprise of the scores (bits a pair) is measured on all the
proposals that were not judged: less is better.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np

from bench.linking import sets
from paradero.linking import Calibrated, Links, Proposal, Queue, TooFewLabels, fitted, link, register
from paradero.linking.engine import UNLIKELY
from paradero.model import Judgement

AT = "2025-07-19T12:00:00Z"
Truth = Callable[[str, str], bool]


def likeliest_first(links: Links) -> Iterator[tuple[str, str, float]]:
    for pair in links.pairs.to_pylist():
        yield pair["one"], pair["other"], pair["probability"]


def by_chance(links: Links) -> Iterator[tuple[str, str, float]]:
    pairs = links.pairs.to_pylist()
    for place in np.random.default_rng(1).permutation(len(pairs)).tolist():
        yield pairs[place]["one"], pairs[place]["other"], pairs[place]["probability"]


def judged_in_our_order(links: Links, same: Truth, many: int) -> list[tuple[Proposal, bool]]:
    """Judge so many pairs; the order is worked out anew after every answer, as in a sitting."""
    queue, judged = Queue(links.pairs), []
    made: list[Judgement] = []
    for number in range(many):
        first = queue.first(register(made), asked=number)
        if not first:
            break
        (pair,) = first
        right = same(pair.one, pair.other)
        judged.append((pair, right))
        made.append(Judgement("same" if right else "different", (pair.one, pair.other), "reviewer", "known", AT))
    return judged


def known_to_be_one(judged: Sequence[tuple[str, str, bool]]) -> int:
    made = [Judgement("same", (one, other), "reviewer", "known", AT) for one, other, right in judged if right]
    return sum(len(person) * (len(person) - 1) // 2 for person in register(made).persons)


def scores(links: Links | Calibrated) -> dict[frozenset[str], float]:
    return {frozenset((pair["one"], pair["other"])): pair["probability"] for pair in links.pairs.to_pylist()}


def surprise(pairs: Iterable[frozenset[str]], given: Mapping[frozenset[str], float], same: Truth) -> float:
    """Return the mean surprise of pairs; one that is no longer proposed has the score of the last that is."""
    bits = []
    for pair in pairs:
        chance = min(max(given.get(pair, UNLIKELY), 1e-6), 1 - 1e-6)
        bits.append(-np.log2(chance if same(*pair) else 1 - chance))
    return float(np.mean(bits))


def measure(name: str, counts: Sequence[int]) -> None:
    people = sets.people(name)
    person = dict(zip(people.table["id"].to_pylist(), people.person.to_pylist(), strict=True))

    def same(one: str, other: str) -> bool:
        return bool(person[one] == person[other])

    links = link(people.table)
    ours = judged_in_our_order(links, same, max(counts))
    orders = {
        "our order": [(pair.one, pair.other, pair.probability) for pair, _ in ours],
        "likeliest first": list(likeliest_first(links))[: max(counts)],
        "by chance": list(by_chance(links))[: max(counts)],
    }
    print(f"{name}: {links.pairs.num_rows:,} proposals")
    for order, pairs in orders.items():
        told = []
        for many in counts:
            wrong = sum((score >= 0.5) != same(one, other) for one, other, score in pairs[:many])
            joined = known_to_be_one([(one, other, same(one, other)) for one, other, _ in pairs[:many]])
            told.append(f"{many:>6,}: {wrong:>4,} wrong, {joined:>5,} pairs known")
        print(f"  {order:16}" + "   ".join(told))
    for many in counts:
        labels = {(pair.one, pair.other): right for pair, right in ours[:many]}
        try:
            fit = fitted(links, labels)
        except TooFewLabels:
            continue
        shipped = scores(links)
        left = shipped.keys() - {frozenset(pair) for pair in labels}
        before, after = surprise(left, shipped, same), surprise(left, scores(Calibrated(links, fit)), same)
        print(f"  weights fitted to {many:,}: {before:.3f} bits a pair before, {after:.3f} after")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure what judgements find in our order, and fitted weights.")
    parser.add_argument("--only", nargs="+", default=list(sets.COLUMNS), choices=list(sets.COLUMNS))
    parser.add_argument("--judged", nargs="+", type=int, default=[50, 200, 1000])
    asked = parser.parse_args(arguments)
    for name in sets.files():
        if name in asked.only:
            measure(name, asked.judged)


if __name__ == "__main__":
    main()
