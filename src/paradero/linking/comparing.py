"""Two rows compared: the bits of each piece of evidence, and their sum."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.likeness import word_facts
from paradero.linking.names import entries, name_bits
from paradero.linking.people import TRAITS, People
from paradero.linking.traits import AGAINST, agreement_bits, birth_bits, born_bits, same_day_bits
from paradero.linking.weights import AGAINST_HALF, AGAINST_SOME, word_weights

PIECES = ("name", "left", "birth", *TRAITS)  # of evidence, in the order of `pieces`
# Columns of `Evidence.row`, and how many traits there are.
YEAR, MONTH, DAY, EARLIEST, LATEST, ROLL, WITHIN, FIRST_TRAIT = range(8)
MANY, DOCUMENT = len(TRAITS), TRAITS.index("document")
# Who shares a family name and not the given one may be a relative: all evidence together counts so much at most, ...
RELATIVES = 13.0
TWINS = 1.0  # ... and the same day of birth so much: they may be twins


class Evidence(NamedTuple):
    """Everything of a table that is compared, in few arrays, as compiled code sees it.

    Attributes:
        of, entry: the words of row i are ``entry[of[i]:of[i + 1]]``, as `names.entries` gives them.
        row: for each row birth, years of birth, list, group and traits, as numbers.
        agree: for each row the bits when the other row has its day of birth, and the value of each trait.
        facts, signs, words, table: of the vocabulary, as `word_facts` and `word_weights` give them.
    """

    of: NDArray[np.int64]
    entry: NDArray[np.int64]
    row: NDArray[np.int32]
    agree: NDArray[np.float32]
    facts: NDArray[np.int64]
    signs: NDArray[np.uint8]
    words: NDArray[np.float32]
    table: NDArray[np.float32]


def evidence_of(people: People) -> Evidence:
    """Weigh a table: how rare its words, days and values are."""
    row = np.concatenate(
        [people.birth, people.born, people.roll[:, None], people.within[:, None], people.traits], axis=1, dtype=np.int32
    )
    agree = np.concatenate([same_day_bits(people.birth)[:, None], agreement_bits(people.traits)], axis=1)
    facts, signs = word_facts(people.vocabulary)
    entry = entries(people.word, people.role, facts, signs)
    return Evidence(people.of, entry, row, agree, facts, signs, *word_weights(people.vocabulary))


@compiled
def pieces(
    i: int, j: int, rows: Evidence, known: NDArray[np.int64], bits: NDArray[np.float32], into: NDArray[np.float32]
) -> float:
    """Write the bits of each piece of evidence about two rows into an array; return their sum.

    Unless a document is the same, the sum is 0 at most where the names have no word in common, and `RELATIVES` where
    given names differ.
    """
    a, b = rows.of[i], rows.of[j]
    m, n = rows.of[i + 1] - a, rows.of[j + 1] - b
    into[0], into[1] = name_bits(a, m, b, n, rows.entry, rows.facts, rows.signs, rows.words, rows.table, known, bits)
    into[2] = _born_bits(i, j, rows.row, rows.agree)
    if into[0] > 0 and into[1] <= rows.table[AGAINST_HALF]:
        into[2] = min(into[2], TWINS)
    total = into[0] + into[1] + into[2]
    for trait in range(MANY):
        one, other = rows.row[i, FIRST_TRAIT + trait], rows.row[j, FIRST_TRAIT + trait]
        if one < 0 or other < 0:
            into[3 + trait] = 0.0
        else:
            into[3 + trait] = rows.agree[i, 1 + trait] if one == other else AGAINST[trait]
            total += into[3 + trait]
    if into[0] <= 0 and into[3 + DOCUMENT] <= 0:
        total = min(total, 0.0)
    if into[1] <= rows.table[AGAINST_SOME] and into[3 + DOCUMENT] <= 0:
        total = min(total, RELATIVES)
    return float(total)


@compiled
def _born_bits(i: int, j: int, row: NDArray[np.int32], agree: NDArray[np.float32]) -> float:
    one, other = row[i, YEAR], row[j, YEAR]
    if one and other:
        return birth_bits(one, row[i, MONTH], row[i, DAY], other, row[j, MONTH], row[j, DAY], agree[i, 0])
    return born_bits(row[i, EARLIEST], row[i, LATEST], row[j, EARLIEST], row[j, LATEST])
