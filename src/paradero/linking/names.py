"""Two names compared: words paired off as they are most alike, and what is left over weighed against it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.likeness import INITIAL, NONE, SAME, Spelt, apart, degree
from paradero.linking.tokens import FAMILY, GIVEN
from paradero.linking.vocabulary import LETTERS
from paradero.linking.weights import AGAINST_ALL, AGAINST_HALF, AGAINST_SOME, JOINED, LEFT_ONE_SIDE, MORE, OTHER_PART, TWO_SCRIPTS, WordWeights


class Memory(NamedTuple):
    """Degrees of pairs of words already compared, by the remainder of their number; one for each thread."""

    pair: NDArray[np.int64]
    degree: NDArray[np.int8]


def memory(size: int = 1 << 18) -> Memory:
    """Return an empty memory for so many pairs (a power of two)."""
    return Memory(np.full(size, -1, np.int64), np.zeros(size, np.int8))


@compiled
def remembered(i: int, j: int, words: Spelt, known: Memory) -> int:
    """Return the degree of two words, compared at most once as long as it is remembered."""
    if i == j:
        return SAME
    if i > j:
        i, j = j, i
    number = i * np.int64(len(words.length)) + j
    place = (number * np.int64(0x9E3779B1)) >> 7 & (len(known.pair) - 1)
    if known.pair[place] != number:
        known.degree[place] = degree(i, j, words)
        known.pair[place] = number
    return int(known.degree[place])


@compiled
def word_bits(i: int, j: int, how: int, words: Spelt, weights: WordWeights) -> float:
    """Return the bits of two words that are alike in a degree."""
    if how == SAME and words.length[i] == 1:
        how = INITIAL
    elif how == SAME:
        if words.script[i] == words.script[j]:
            return float(min(weights.same[i], weights.same[j]))
    two = 0 if words.script[i] == words.script[j] else 1
    bits = weights.like[two, how]
    if how == INITIAL:
        return float(bits)
    return float(min(bits, weights.own[two, how] - max(weights.common[i], weights.common[j])))


@compiled
def _left_joined(
    a: NDArray[np.int32], left_a: NDArray[np.bool_], b: NDArray[np.int32], left_b: NDArray[np.bool_], words: Spelt
) -> bool:
    """Tell whether the words left on either side sound alike when they are written together."""
    one, other = np.zeros(LETTERS, np.uint8), np.zeros(LETTERS, np.uint8)
    m = n = 0
    for k in range(len(a)):
        if left_a[k]:
            for place in range(words.sounded[a[k]]):
                if m < LETTERS:
                    one[m] = words.said[a[k], place]
                    m += 1
    for k in range(len(b)):
        if left_b[k]:
            for place in range(words.sounded[b[k]]):
                if n < LETTERS:
                    other[n] = words.said[b[k], place]
                    n += 1
    if min(m, n) < 4 or abs(m - n) > 3:
        return False
    return apart(one, m, other, n, words.costs) <= 0.16 * max(m, n)


@compiled
def name_bits(
    a: NDArray[np.int32], roles_a: NDArray[np.int8], b: NDArray[np.int32], roles_b: NDArray[np.int8],
    words: Spelt, weights: WordWeights, known: Memory,
) -> float:  # fmt: skip
    """Return the bits of two names; 0 when one of them has no words."""
    m, n = len(a), len(b)
    if m == 0 or n == 0:
        return 0.0
    bits = np.full((m, n), np.float32(-99))
    for p in range(m):
        for q in range(n):
            how = remembered(a[p], b[q], words, known)
            if how != NONE:
                swapped = roles_a[p] != 0 and roles_b[q] != 0 and roles_a[p] != roles_b[q]
                bits[p, q] = word_bits(a[p], b[q], how, words, weights) + (weights.names[OTHER_PART] if swapped else 0)
    left_a, left_b = np.ones(m, np.bool_), np.ones(n, np.bool_)
    total, paired = 0.0, 0
    for _ in range(min(m, n)):
        best, at_p, at_q = np.float32(0.0), -1, -1
        for p in range(m):
            if left_a[p]:
                for q in range(n):
                    if left_b[q] and bits[p, q] > best:
                        best, at_p, at_q = bits[p, q], p, q
        if at_p < 0:
            break
        total += best if paired == 0 else best * weights.names[MORE]
        paired += 1
        left_a[at_p] = left_b[at_q] = False
    return total + _left_bits(a, roles_a, left_a, b, roles_b, left_b, paired, words, weights.names)


@compiled
def _left_bits(
    a: NDArray[np.int32], roles_a: NDArray[np.int8], left_a: NDArray[np.bool_],
    b: NDArray[np.int32], roles_b: NDArray[np.int8], left_b: NDArray[np.bool_], paired: int, words: Spelt,
    weigh: NDArray[np.float32],
) -> float:  # fmt: skip
    """Weigh the words that have no counterpart."""
    m, n = left_a.sum(), left_b.sum()
    if m and n and m + n > 2 and _left_joined(a, left_a, b, left_b, words):
        return float(weigh[JOINED])
    against = min(m, n)
    bits = float(weigh[LEFT_ONE_SIDE]) * (max(m, n) - against)
    if against == 0:
        return bits
    given = family = 0
    for k in range(len(a)):
        if left_a[k]:
            given |= roles_a[k] == GIVEN
            family |= roles_a[k] == FAMILY
    both_given = both_family = False
    for k in range(len(b)):
        if left_b[k]:
            both_given |= bool(given) and roles_b[k] == GIVEN
            both_family |= bool(family) and roles_b[k] == FAMILY
    if words.script[a[0]] != words.script[b[0]]:
        return bits + float(weigh[TWO_SCRIPTS]) * against
    if paired == 0:
        return bits + float(weigh[AGAINST_ALL])
    first = weigh[AGAINST_HALF] if paired == 1 or both_given or both_family else weigh[AGAINST_SOME]
    return bits + float(first) + float(weigh[AGAINST_SOME]) * (against - 1)
