"""Two rows compared: the bits of each piece of evidence, and their sum."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import inner
from paradero.linking.glances import ANYTHING, WORD, bits_in, entries, glances, like_at_most
from paradero.linking.likeness import GLANCE, SAME, SCRIPT, word_facts
from paradero.linking.names import Room, entry_bits, may_join, name_bits
from paradero.linking.people import TRAITS, People
from paradero.linking.traits import AGAINST, agreement_bits, birth_bits, born_bits, same_day_bits
from paradero.linking.weights import (
    AGAINST_ALL,
    AGAINST_HALF,
    AGAINST_SOME,
    COMMON,
    LEFT_ONE_SIDE,
    MORE,
    RELATED,
    word_weights,
)

PIECES = ("name", "left", "birth", *TRAITS)  # of evidence, in the order of `pieces`
# Columns of `Evidence.row`, and how many traits there are.
YEAR, MONTH, DAY, EARLIEST, LATEST, ROLL, WITHIN, FIRST_TRAIT = range(8)
MANY, DOCUMENT = len(TRAITS), TRAITS.index("document")
# Who shares a family name and not the given one may be a relative. In a small table, where any two are likelier one
# person than in a large one, relatives are no rarer: all evidence together counts at most what its size is worth.
OVER_CHANCE = -1.0
TWINS = 1.0  # and the same day of birth counts so much: they may be twins
ROUNDING = 0.01  # of bits, which are added up in another order


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
    words, table = word_weights(people.vocabulary)
    table[RELATED] = min(table[RELATED], np.log2(max(len(people), 2) / 2) + OVER_CHANCE)
    facts[:, GLANCE] = glances(people.vocabulary, words[:, COMMON])
    entry = entries(people.word, people.role, facts, signs)
    return Evidence(people.of, entry, row, agree, facts, signs, words, table)


@inner
def pieces(i: int, j: int, rows: Evidence, room: Room, into: NDArray[np.float32]) -> float:
    """Write the bits of each piece of evidence about two rows into an array; return their sum.

    Unless a document is the same, the sum is 0 at most where the names have no word in common, and `RELATED` where
    given names differ.
    """
    a, b = rows.of[i], rows.of[j]
    m, n = rows.of[i + 1] - a, rows.of[j + 1] - b
    into[0], into[1] = name_bits(a, m, b, n, rows.entry, rows.facts, rows.signs, rows.words, rows.table, room)
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
        total = min(total, rows.table[RELATED])
    return float(total)


@inner
def at_most(i: int, j: int, rows: Evidence) -> float:
    """Return bits that `pieces` does not exceed, from what is seen of two rows at a glance.

    Nothing is spelt out: words that are not the same count with what words so much alike weigh at most.
    """
    bits = _born_bits(i, j, rows.row, rows.agree)
    for trait in range(MANY):
        one, other = rows.row[i, FIRST_TRAIT + trait], rows.row[j, FIRST_TRAIT + trait]
        if one >= 0 and other >= 0:
            bits += rows.agree[i, 1 + trait] if one == other else AGAINST[trait]
    a, b = rows.of[i], rows.of[j]
    return float(bits + _names_at_most(a, rows.of[i + 1] - a, b, rows.of[j + 1] - b, rows)) + ROUNDING


@inner
def _names_at_most(a: int, m: int, b: int, n: int, rows: Evidence) -> float:
    if m == 0 or n == 0:
        return 0.0
    if rows.facts[rows.entry[a] >> WORD, SCRIPT] != rows.facts[rows.entry[b] >> WORD, SCRIPT]:
        return ANYTHING
    left_a, left_b = (1 << m) - 1, (1 << n) - 1
    total, paired = 0.0, 0
    for p in range(m):
        for q in range(n):
            one, other = rows.entry[a + p], rows.entry[b + q]
            if one >> WORD == other >> WORD and left_b >> q & 1:
                bits = entry_bits(one, other, SAME, rows.facts, rows.words, rows.table)
                total += bits if paired == 0 else bits * rows.table[MORE]
                paired += 1
                left_a, left_b = left_a & ~(1 << p), left_b & ~(1 << q)
                break
    if left_a == 0 or left_b == 0:
        return float(total + rows.table[LEFT_ONE_SIDE] * bits_in(left_a | left_b))
    if may_join(a, left_a, b, left_b, rows.entry, rows.facts):
        return ANYTHING
    return float(total + _left_at_most(a, left_a, b, left_b, paired, rows))


@inner
def _left_at_most(a: int, left_a: int, b: int, left_b: int, paired: int, rows: Evidence) -> float:
    """Return what words that are not the same weigh at most, for and against."""
    like, alike_a, alike_b, place = 0.0, 0, 0, 0
    while left_a >> place:
        if left_a >> place & 1:
            best, other = 0.0, 0
            while left_b >> other:
                if left_b >> other & 1:
                    bits = like_at_most(rows.entry[a + place], rows.entry[b + other], rows.facts, rows.table)
                    best = max(best, bits)
                    alike_b |= (bits > 0) << other
                other += 1
            like += best
            alike_a += best > 0
        place += 1
    m, n, alike = bits_in(left_a), bits_in(left_b), min(alike_a, bits_in(alike_b))
    bits = like * rows.table[MORE] if paired else like
    bits += rows.table[LEFT_ONE_SIDE] * abs(m - n)
    if min(m, n) > alike:
        against = rows.table[AGAINST_HALF] + rows.table[AGAINST_SOME] * (min(m, n) - alike - 1)
        bits += against if paired else max(against, rows.table[AGAINST_ALL])
    return float(bits)


@inner
def _born_bits(i: int, j: int, row: NDArray[np.int32], agree: NDArray[np.float32]) -> float:
    one, other = row[i, YEAR], row[j, YEAR]
    if one and other:
        return birth_bits(one, row[i, MONTH], row[i, DAY], other, row[j, MONTH], row[j, DAY], agree[i, 0])
    return born_bits(row[i, EARLIEST], row[i, LATEST], row[j, EARLIEST], row[j, LATEST])
