"""What blocks cost in recall: pairs of one person that are not compared, and would have been proposed if they were.

    python -m bench.linking.missed ROWS [--seed 1]     a table of invented people

Of the others that are not compared nothing is lost: a common name alone does not reach the threshold.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import numpy as np

from bench.linking import spanish
from bench.linking.measures import true_pairs
from bench.linking.peers.ours import shared
from bench.linking.sets import PERSON
from paradero.linking import link

SAMPLE = 5000  # pairs that are explained


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Tell which pairs of one person are not compared.")
    parser.add_argument("rows", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    told = spanish.people(asked.rows, asked.seed)
    table, wanted = told.drop([PERSON]), true_pairs(told[PERSON].to_numpy())
    compared, links = shared(table, wanted), link(table)
    ids = table["id"].to_pylist()
    rest = wanted[~compared]
    some = rest[np.random.default_rng(asked.seed).permutation(len(rest))[:SAMPLE]]
    over = sum(links.explain(ids[one], ids[other]).probability >= 0.5 for one, other in some.tolist())
    lost = over / max(len(some), 1) * len(rest) / max(len(wanted), 1)
    print(f"pairs of one person {len(wanted):,}; compared {100 * compared.mean():.1f} %")
    print(f"not compared, and of an even chance or better {100 * lost:.1f} % (of {len(some):,} drawn)")


if __name__ == "__main__":
    main()
