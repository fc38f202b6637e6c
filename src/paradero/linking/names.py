"""Two names compared: words paired off as they are most alike, and what is left over weighed against it.

The functions take plain arrays and numbers, not objects: a call then costs nothing beside what it does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import inner
from paradero.linking.glances import (
    LETTER,
    MARKED,
    SOUNDS,
    WORD,
    Entries,
    Facts,
    Signs,
    Weights,
    bits_in,
    like_at_most,
)
from paradero.linking.likeness import (
    COSTS,
    DEGREES,
    DESK,
    INITIAL,
    LENGTH,
    NONE,
    SAME,
    SCRIPT,
    SOUNDED,
    SPELT,
    apart,
    degree,
)
from paradero.linking.tokens import FAMILY, GIVEN
from paradero.linking.vocabulary import LETTERS, WORDS_AT_MOST
from paradero.linking.weights import (
    AGAINST_ALL,
    AGAINST_HALF,
    AGAINST_SOME,
    COMMON,
    JOINED,
    JOINED_MOST,
    LEFT_ONE_SIDE,
    LIKE,
    MORE,
    OTHER_PART,
    OWN,
    SAME_WORD,
    TWO_SCRIPTS,
)

Desk = NDArray[np.float32]


class Room(NamedTuple):
    """What comparing takes beside the rows; one for each thread.

    Attributes:
        known: a memory of degrees, for pairs of words. bits: of the words of two names.
        desk: for comparing two words. spelt: for words written one behind the other.
    """

    known: NDArray[np.int64]
    bits: NDArray[np.float32]
    desk: Desk
    spelt: NDArray[np.uint8]


def room(known: int = 1 << 20) -> Room:
    """Return room that remembers the degrees of so many pairs of words (a power of two)."""
    bits = np.zeros((WORDS_AT_MOST, WORDS_AT_MOST), np.float32)
    return Room(np.full(known, -1, np.int64), bits, np.zeros(DESK, np.float32), np.zeros((2, LETTERS), np.uint8))


@inner
def _first(left: int) -> int:
    """Return the place of the first word that is left."""
    place = 0
    while not left >> place & 1:
        place += 1
    return place


@inner
def remembered(
    one: int, other: int, facts: Facts, signs: Signs, table: Weights, known: NDArray[np.int64], desk: Desk
) -> int:
    """Return the degree of the words of two entries, compared at most once as long as it is remembered.

    It is `NONE` where they do not count as alike.
    """
    i, j = one >> WORD, other >> WORD
    if i == j:
        return SAME
    if like_at_most(one, other, facts, table) <= 0:
        return NONE
    if i > j:
        i, j = j, i
    number = i * np.int64(len(facts)) + j
    place = (number * np.int64(0x9E3779B1)) >> 7 & (len(known) - 1)
    if known[place] >> 4 != number:
        known[place] = number << 4 | degree(i, j, facts, signs, desk)
    return int(known[place] & 15)


@inner
def word_bits(i: int, j: int, how: int, facts: Facts, words: Weights, table: Weights) -> float:
    """Return the bits of two words that are alike in a degree."""
    two = 0 if facts[i, SCRIPT] == facts[j, SCRIPT] else 1
    if how == SAME and facts[i, LENGTH] == 1:
        how = INITIAL
    elif how == SAME and not two:
        return float(min(words[i, SAME_WORD], words[j, SAME_WORD]))
    bits = table[LIKE + two * DEGREES + how]
    if how == INITIAL:
        return float(bits)
    rare = table[OWN + two * DEGREES + how] - max(words[i, COMMON], words[j, COMMON])
    return float(rare if how == SAME or (two and how == SPELT) else min(bits, rare))


@inner
def entry_bits(one: int, other: int, how: int, facts: Facts, words: Weights, table: Weights) -> float:
    """Return the bits of two entries: of their words, less when one is a given and the other a family name."""
    bits = word_bits(one >> WORD, other >> WORD, how, facts, words, table)
    p, q = one & 3, other & 3
    return bits + table[OTHER_PART] if p and q and p != q else bits


@inner
def name_bits(
    a: int, m: int, b: int, n: int, entry: Entries, facts: Facts, signs: Signs, words: Weights, table: Weights,
    room: Room,
) -> tuple[float, float]:  # fmt: skip
    """Return the bits of the words that two names have in common, and of those that are left; 0 where a name is empty.

    Args:
        a, m, b, n: where the words of either begin in `entry`, and how many there are.
        facts, signs: of the words; words, table: their weights; room: as `room` gives it.
    """
    if m == 0 or n == 0:
        return 0.0, 0.0
    left_a, left_b = (1 << m) - 1, (1 << n) - 1  # a bit for each word that has no counterpart yet
    total, paired = 0.0, 0
    for p in range(m):
        for q in range(n):
            if entry[a + p] >> WORD == entry[b + q] >> WORD and left_b >> q & 1:
                more = entry_bits(entry[a + p], entry[b + q], SAME, facts, words, table)
                total += more if paired == 0 else more * table[MORE]
                paired += 1
                left_a, left_b = left_a & ~(1 << p), left_b & ~(1 << q)
                break
    joined = left_joined(a, left_a, b, left_b, entry, facts, signs, room) if left_a and left_b else 0
    if joined:
        return total + min(table[JOINED] * joined, table[JOINED_MOST]), 0.0
    if left_a and left_b:
        more, left_a, left_b, paired = _like_words(
            a, left_a, b, left_b, paired, entry, facts, signs, words, table, room
        )
        total += more
    return total, _left_bits(a, left_a, b, left_b, paired, entry, facts, table)


@inner
def _like_words(
    a: int, left_a: int, b: int, left_b: int, paired: int, entry: Entries, facts: Facts, signs: Signs, words: Weights,
    table: Weights, room: Room,
) -> tuple[float, int, int, int]:  # fmt: skip
    """Pair off words that are alike, the most telling first; return their bits, what is left, how many are paired."""
    found, bits = False, room.bits
    for p in range(WORDS_AT_MOST):
        if left_a >> p & 1:
            for q in range(WORDS_AT_MOST):
                bits[p, q] = 0.0
                if left_b >> q & 1:
                    how = remembered(entry[a + p], entry[b + q], facts, signs, table, room.known, room.desk)
                    if how != NONE:
                        found = True
                        bits[p, q] = entry_bits(entry[a + p], entry[b + q], how, facts, words, table)
    total = 0.0
    while found:
        best, at_p, at_q = np.float32(0.0), -1, -1
        for p in range(WORDS_AT_MOST):
            if left_a >> p & 1:
                for q in range(WORDS_AT_MOST):
                    if left_b >> q & 1 and bits[p, q] > best:
                        best, at_p, at_q = bits[p, q], p, q
        if at_p < 0:
            break
        total += float(best if paired == 0 else best * table[MORE])
        paired += 1
        left_a, left_b = left_a & ~(1 << at_p), left_b & ~(1 << at_q)
    return total, left_a, left_b, paired


@inner
def _left_bits(
    a: int, left_a: int, b: int, left_b: int, paired: int, entry: Entries, facts: Facts, table: Weights
) -> float:
    """Weigh the words that have no counterpart."""
    m, n = bits_in(left_a), bits_in(left_b)
    against = min(m, n)
    bits = table[LEFT_ONE_SIDE] * (max(m, n) - against)
    if against == 0:
        return float(bits)
    if facts[entry[a] >> WORD, SCRIPT] != facts[entry[b] >> WORD, SCRIPT]:
        return float(bits + table[TWO_SCRIPTS] * against)
    if paired == 0:
        return float(bits + table[AGAINST_ALL])
    both = _roles_left(a, left_a, entry) & _roles_left(b, left_b, entry)
    half = (paired == 1 or both & 1 << FAMILY) and not both & 1 << GIVEN
    first = table[AGAINST_HALF] if half else table[AGAINST_SOME]
    return float(bits + first + table[AGAINST_SOME] * (against - 1))


@inner
def _roles_left(start: int, left: int, entry: Entries) -> int:
    """Return the roles of the words that are left, a bit each."""
    roles = 0
    while left:
        if left & 1:
            roles |= 1 << (entry[start] & 3)
        left >>= 1
        start += 1
    return roles


@inner
def may_join(a: int, left_a: int, b: int, left_b: int, entry: Entries, facts: Facts) -> bool:
    """Tell quickly whether the words left on either side may sound alike when written together; most do not."""
    if bits_in(left_a) == bits_in(left_b):
        return False
    first, second = entry[a + _first(left_a)], entry[b + _first(left_b)]
    if facts[first >> WORD, SCRIPT] != facts[second >> WORD, SCRIPT]:
        return True
    return not (first ^ second) >> LETTER & 63


@inner
def left_joined(
    a: int, left_a: int, b: int, left_b: int, entry: Entries, facts: Facts, signs: Signs, room: Room
) -> int:
    """Return how many sounds the words left on either side have that sound alike when written together, or 0."""
    if not may_join(a, left_a, b, left_b, entry, facts):
        return 0
    m, marks = _sounds_left(a, left_a, entry, facts)
    n, also = _sounds_left(b, left_b, entry, facts)
    if min(m, n) < 4 or abs(m - n) > 2 or max(m, n) > LETTERS or bits_in(marks ^ also) > 1:
        return 0
    one, other = room.spelt[0], room.spelt[1]
    _write(a, left_a, entry, facts, signs, one)
    _write(b, left_b, entry, facts, signs, other)
    alike = apart(one, m, other, n, COSTS, room.desk, 0.16 * max(m, n)) <= 0.16 * max(m, n)
    return min(m, n) if alike else 0


@inner
def _sounds_left(start: int, left: int, entry: Entries, facts: Facts) -> tuple[int, int]:
    """Return how many sounds the words that are left have, and the marks of their consonants."""
    many, marks = 0, 0
    while left:
        if left & 1:
            marks |= entry[start] >> MARKED & 0x3FFF
            many += entry[start] >> SOUNDS & 31
        left >>= 1
        start += 1
    return many, marks


@inner
def _write(start: int, left: int, entry: Entries, facts: Facts, signs: Signs, into: NDArray[np.uint8]) -> None:
    """Write the sounds of the words that are left one behind the other."""
    m = 0
    while left:
        if left & 1:
            word = entry[start] >> WORD
            for place in range(facts[word, SOUNDED]):
                into[m] = signs[word, LETTERS + place]
                m += 1
        left >>= 1
        start += 1
