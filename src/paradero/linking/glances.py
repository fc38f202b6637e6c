"""What is seen of words at a glance, and how much two words can weigh at most by it; most pairs of words cannot at all.

The functions take plain arrays and numbers, not objects: a call then costs nothing beside what it does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import inner
from paradero.linking.likeness import (
    CUT,
    FAR,
    FORM,
    GLANCE,
    HEARD,
    INITIAL,
    MARKS,
    SLIP,
    SLIPS,
    SOUNDED,
    SPELT,
    VARIANT,
)
from paradero.linking.vocabulary import NUMBERED, Vocabulary
from paradero.linking.weights import LIKE, OTHER_PART, OWN

# An entry of a name, in the bits of one number: its role, its first letter and its second, whether it has other
# forms, how many sounds, the marks of its consonants, and from WORD on the number of the word.
LETTER, SECOND, FORMS, SOUNDS, MARKED, WORD = 2, 8, 14, 15, 20, 36
# A glance at a word: which letters it has, how many, a number that words of one sound share, its script, and in steps
# of a bit how rare words of its sound are.
AT_LENGTH, AT_SOUND, AT_SCRIPT, AT_RARE, STEPS = 27, 32, 40, 44, 64
LETTERS_IN, MARKS_IN = (1 << AT_LENGTH) - 1, 0x3FFF
NOT_G = MARKS_IN & ~(0b11 << 2)  # the marks of all kinds but g and k: it costs little to write j for g
ANYTHING = 100.0  # what words of two scripts weigh at most

Entries = NDArray[np.int64]
Facts = NDArray[np.int64]
Signs = NDArray[np.uint8]
Weights = NDArray[np.float32]


def entries(word: NDArray[np.int32], role: NDArray[np.int8], facts: Facts, signs: Signs) -> Entries:
    """Return the entries of names, from the numbers of their words and their roles."""
    own = facts[:, SOUNDED] << SOUNDS | facts[:, MARKS] << MARKED | (facts[:, VARIANT] > 0).astype(np.int64) << FORMS
    own |= (
        signs[:, 0].astype(np.int64) << LETTER
        | signs[:, 1].astype(np.int64) << SECOND
        | np.arange(len(facts), dtype=np.int64) << WORD
    )
    return own[word] | role


def glances(words: Vocabulary, share: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return a glance at each word.

    Args:
        share: log2 of the share that words of its sounds have.
    """
    letters = np.where(words.letters <= 26, words.letters, 0).astype(np.int64)
    seen = np.bitwise_or.reduce(np.where(np.arange(letters.shape[1]) < words.length[:, None], 1 << letters, 0), axis=1)
    heard = np.where(words.sounds == NUMBERED["J"], NUMBERED["g"], words.sounds).astype(np.int64)
    number = (heard * [pow(31, place, 251) for place in range(heard.shape[1])]).sum(axis=1) % 251
    rare = np.clip(np.ceil(-share.astype(np.float64) * STEPS), 0, (1 << 12) - 1).astype(np.int64)
    glance: NDArray[np.int64] = (
        seen
        | words.length.astype(np.int64) << AT_LENGTH
        | number << AT_SOUND
        | words.script.astype(np.int64) << AT_SCRIPT
        | rare << AT_RARE
    )
    return glance


@inner
def bits_in(number: int) -> int:
    """Count the bits of a number."""
    many = 0
    while number:
        number &= number - 1
        many += 1
    return many


@inner
def like_at_most(one: int, other: int, facts: Facts, table: Weights) -> float:
    """Return bits that the entries of two different words do not exceed; 0 where the words do not count as alike.

    Each degree is left out only where it cannot be (see `likeness.degree`): a letter typed otherwise changes which
    letters there are by two, one left out by one; every kind of consonant that only one word has costs half a letter.
    """
    a, b = facts[one >> WORD, GLANCE], facts[other >> WORD, GLANCE]
    unlike = a ^ b
    if unlike >> AT_SCRIPT & 15:
        return ANYTHING
    m, n = a >> AT_LENGTH & 31, b >> AT_LENGTH & 31
    rare = min(a >> AT_RARE, b >> AT_RARE) / STEPS
    letters = bits_in(unlike & LETTERS_IN)
    best = 0.0
    if letters <= 4 and abs(m - n) <= 2 and max(m, n) >= 4:
        best = max(best, min(table[LIKE + SLIPS], table[OWN + SLIPS] + rare))
        if letters <= 2 and abs(m - n) <= 1:
            best = max(best, min(table[LIKE + SLIP], table[OWN + SLIP] + rare))
    longest = max(one >> SOUNDS & 31, other >> SOUNDS & 31, 3)
    kinds = bits_in((one ^ other) >> MARKED & NOT_G)
    if kinds <= 0.6 * longest:
        best = max(best, min(table[LIKE + FAR], table[OWN + FAR] + rare))
        if kinds <= 0.32 * longest:
            best = max(best, min(table[LIKE + HEARD], table[OWN + HEARD] + rare))
        if not unlike >> AT_SOUND & 255:
            best = max(best, min(table[LIKE + SPELT], table[OWN + SPELT] + rare))
    if one & other & 1 << FORMS:
        best = max(best, min(table[LIKE + FORM], table[OWN + FORM] + rare))
    begin = (one ^ other) >> LETTER & 0xFFF
    if begin == 0 and abs(m - n) >= 2:
        best = max(best, min(table[LIKE + CUT], table[OWN + CUT] + rare))
    if not begin & 63 and min(m, n) == 1:
        best = max(best, table[LIKE + INITIAL])
    p, q = one & 3, other & 3
    return float(best + table[OTHER_PART] if p and q and p != q else best)
