"""How much each piece of evidence weighs, in bits: log2 of how much likelier it is of one person than of two.

The shares of the same person (``ONE_SCRIPT``, ``BOTH_SCRIPTS``) are set by hand from what the field knows of errors in
lists, not learned from a set; how often strangers agree is counted in the table itself, smoothed by what is common
everywhere.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.likeness import (
    CUT,
    DEGREES,
    DESK,
    FAR,
    FORM,
    HEARD,
    INITIAL,
    SAME,
    SLIP,
    SLIPS,
    SPELT,
    degree,
    word_facts,
)
from paradero.linking.variants import shares_elsewhere
from paradero.linking.vocabulary import Vocabulary

# Of two records of one person, the share whose words for one name stand in each degree; in one script, and in two.
ONE_SCRIPT = {
    SAME: 0.78,
    SPELT: 0.03,
    FORM: 0.03,
    SLIP: 0.04,
    SLIPS: 0.015,
    HEARD: 0.01,
    FAR: 0.005,
    INITIAL: 0.03,
    CUT: 0.008,
}
BOTH_SCRIPTS = {
    SAME: 0.30,
    SPELT: 0.30,
    FORM: 0.02,
    SLIP: 0.02,
    SLIPS: 0.02,
    HEARD: 0.25,
    FAR: 0.20,
    INITIAL: 0.02,
    CUT: 0.02,
}
# Of two strangers: what a small table is smoothed with, as if so many pairs more had been seen.
STRANGERS = {
    SAME: 0.002,
    SPELT: 0.002,
    FORM: 0.002,
    SLIP: 0.002,
    SLIPS: 0.004,
    HEARD: 0.006,
    FAR: 0.02,
    INITIAL: 0.06,
    CUT: 0.004,
}
# That a name is cut down to its initial says nothing; that the initial agrees does.
INITIAL_AGREES, INITIAL_BY_CHANCE = 0.9, 0.07
PAIRS_SEEN, SAMPLE = 3000, 200_000
WORDS_SEEN, RARE = 3000, 1 / 4000  # a word that a table has once may be less rare elsewhere


# Of whole names: a given name that is the other's family name; a word that the other name leaves out; no word in
# common; one word in common and others not; more in common and one not; each sound of words that are one when written
# together, and all of them at most; what a second word in common counts, since names go together; each word that is
# not alike in two scripts; what all evidence together counts at most where they may be relatives.
OTHER_PART, LEFT_ONE_SIDE, AGAINST_ALL, AGAINST_HALF, AGAINST_SOME, JOINED, JOINED_MOST, MORE, TWO_SCRIPTS, RELATED = (
    range(10)
)
NAMES = (-2.0, -0.4, -8.0, -6.0, -8.0, 1.8, 18.0, 0.85, -3.0, 13.0)


# Where things stand in the table of weights: those of whole names first, then bits for each degree (of words of one
# script, and of two), then log2 of the share of the same person alone.
LIKE = len(NAMES)
OWN = LIKE + 2 * DEGREES
SAME_WORD, COMMON = 0, 1  # columns of the weights of each word


def word_weights(vocabulary: Vocabulary, seed: int = 1) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weigh the words of a vocabulary by how often they stand, and degrees by how often strangers' words have them.

    Returns:
        For each word the bits when both records have it, and log2 of the share that words of its sounds have (no
        likeness weighs more than that allows); and the table of weights.
    """
    seen = vocabulary.total + WORDS_SEEN
    elsewhere = WORDS_SEEN * shares_elsewhere(vocabulary.words, RARE)
    share = (vocabulary.count + elsewhere) / seen
    sound_share = (vocabulary.sound_count + elsewhere) / seen
    words = np.stack([np.log2(ONE_SCRIPT[SAME] / share), np.log2(sound_share)], axis=1).astype(np.float32)
    drawn = _drawn(vocabulary, seed)
    among = np.array([STRANGERS.get(one, 1.0) for one in range(DEGREES)])
    among = (drawn + PAIRS_SEEN * among) / (drawn.sum() + PAIRS_SEEN)
    table = np.zeros(OWN + 2 * DEGREES, np.float32)
    table[:LIKE] = NAMES
    for row, shares in enumerate((ONE_SCRIPT, BOTH_SCRIPTS)):
        for one, of_same in shares.items():
            table[LIKE + row * DEGREES + one] = np.log2(of_same / among[one])
            table[OWN + row * DEGREES + one] = np.log2(of_same)
        table[LIKE + row * DEGREES + INITIAL] = np.log2(INITIAL_AGREES / INITIAL_BY_CHANCE)
    return words, table


def _drawn(vocabulary: Vocabulary, seed: int) -> NDArray[np.float64]:
    """Count degrees among words of pairs of strangers, drawn as often as they stand."""
    if len(vocabulary.words) < 2:
        return np.zeros(DEGREES)
    chance = np.random.default_rng(seed)
    share = vocabulary.count / vocabulary.total
    many = int(min(SAMPLE, 20 * len(vocabulary.words) + 1000))
    pairs = chance.choice(len(share), size=(many, 2), p=share).astype(np.int64)
    return _degrees_of(pairs, *word_facts(vocabulary))


@compiled
def _degrees_of(pairs: NDArray[np.int64], facts: NDArray[np.int64], signs: NDArray[np.uint8]) -> NDArray[np.float64]:
    counted, desk = np.zeros(DEGREES), np.zeros(DESK, np.float32)
    for k in range(len(pairs)):
        counted[degree(pairs[k, 0], pairs[k, 1], facts, signs, desk)] += 1
    return counted
