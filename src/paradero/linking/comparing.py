"""Two rows compared: the bits of each piece of evidence, and their sum."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.likeness import Spelt, spelt
from paradero.linking.names import Memory, name_bits
from paradero.linking.people import TRAITS, People
from paradero.linking.traits import birth_bits, born_bits, trait_bits
from paradero.linking.weights import WordWeights, word_weights

PIECES = ("name", "birth", *TRAITS)  # of evidence, in the order of `pieces`


class Evidence(NamedTuple):
    """Everything of a table that is compared, as compiled code sees it; fields as in `People`."""

    of: NDArray[np.int64]
    word: NDArray[np.int32]
    role: NDArray[np.int8]
    birth: NDArray[np.int16]
    born: NDArray[np.int16]
    same_day: NDArray[np.float32]
    traits: NDArray[np.int32]
    commonness: NDArray[np.float32]
    told: NDArray[np.float32]
    roll: NDArray[np.int32]
    within: NDArray[np.int32]
    words: Spelt
    weights: WordWeights


def evidence_of(people: People) -> Evidence:
    """Weigh a table: how rare its words, days and values are."""
    return Evidence(
        people.of, people.word, people.role, people.birth, people.born, _shares_of_days(people.birth), people.traits,
        people.commonness, (people.traits >= 0).sum(axis=0).astype(np.float32), people.roll, people.within,
        spelt(people.vocabulary), word_weights(people.vocabulary),
    )  # fmt: skip


def _shares_of_days(birth: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return for each row the share of rows born on its day, smoothed as if some rows more were spread over all days."""
    number = birth[:, 0].astype(np.int64) * 10_000 + birth[:, 1] * 100 + birth[:, 2]
    told = number > 0
    _, place, counts = np.unique(number, return_inverse=True, return_counts=True)
    more = 2000
    shares = (counts[place] + more / 25_000) / (max(int(told.sum()), 1) + more)
    return shares.astype(np.float32)


@compiled
def pieces(i: int, j: int, rows: Evidence, known: Memory, into: NDArray[np.float32]) -> float:
    """Write the bits of each piece of evidence about two rows into an array; return their sum."""
    first, second = slice(rows.of[i], rows.of[i + 1]), slice(rows.of[j], rows.of[j + 1])
    into[0] = name_bits(
        rows.word[first], rows.role[first], rows.word[second], rows.role[second], rows.words, rows.weights, known
    )
    if rows.birth[i, 0] and rows.birth[j, 0]:
        into[1] = birth_bits(rows.birth[i], rows.birth[j], rows.same_day[i])
    else:
        into[1] = born_bits(rows.born[i], rows.born[j])
    total = into[0] + into[1]
    for trait in range(rows.traits.shape[1]):
        into[2 + trait] = trait_bits(
            trait, rows.traits[i, trait], rows.traits[j, trait], rows.commonness[i, trait], rows.told[trait]
        )
        total += into[2 + trait]
    return float(total)
