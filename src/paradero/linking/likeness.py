"""How alike two words of names are: one of a few degrees, found once for a pair of words and then remembered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import inner
from paradero.linking.vocabulary import LETTERS, NUMBERED, Vocabulary

# Degrees of likeness. SPELT: other spelling of the same sounds; FORM: "José" and "Pepe"; SLIP, SLIPS: one and two
# letters
# typed, read or heard otherwise; HEARD: sounds that transliteration or hearing may have made of one name; FAR: less
# of that; INITIAL: "J." and "José"; CUT: "Guill" and "Guillermo".
NONE, SAME, SPELT, FORM, SLIP, SLIPS, HEARD, FAR, INITIAL, CUT = range(10)
DEGREES = 10

_NEAR = ("sCSJ", "ghkJ", "td", "bpf", "mn", "lr")  # sounds that transliteration and hearing mix up
_SOFT = "aeiou"


def sound_costs() -> NDArray[np.float32]:
    """Return what it costs to write one sound for another; row and column 0 stand for no sound."""
    costs = np.ones((len(NUMBERED) + 1, len(NUMBERED) + 1), np.float32)
    np.fill_diagonal(costs, 0)
    for group in _NEAR:
        for one in group:
            for other in group:
                if one != other:
                    costs[NUMBERED[one], NUMBERED[other]] = 0.5
    for one in _SOFT:
        costs[0, NUMBERED[one]] = costs[NUMBERED[one], 0] = 0.25
        for other in _SOFT:
            if one != other:
                costs[NUMBERED[one], NUMBERED[other]] = 0.3
    for one, other, cost in (("g", "J", 0.15), ("i", "J", 0.3), ("u", "f", 0.4), ("", "h", 0.3), ("", "J", 0.7)):
        a, b = NUMBERED.get(one, 0), NUMBERED[other]
        costs[a, b] = costs[b, a] = cost
    return costs


@inner
def slips(a: NDArray[np.uint8], m: int, b: NDArray[np.uint8], n: int, desk: NDArray[np.float32], at_most: int) -> int:
    """Count letters left out, added, changed or swapped with their neighbour (optimal string alignment).

    Args:
        desk: room for three rows of letters. at_most: where the count is over it, the result is just more.
    """
    before, above, here = 0, 1, 2
    for j in range(n + 1):
        desk[above, j] = j
    for i in range(1, m + 1):
        desk[here, 0] = i
        least = np.float32(i)
        for j in range(1, n + 1):
            changed = desk[above, j - 1] + (a[i - 1] != b[j - 1])
            best = min(desk[above, j] + 1, desk[here, j - 1] + 1, changed)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, desk[before, j - 2] + 1)
            desk[here, j] = best
            least = min(least, best)
        if least > at_most:
            return at_most + 1
        before, above, here = above, here, before
    return int(desk[above, n])


@inner
def apart(
    a: NDArray[np.uint8],
    m: int,
    b: NDArray[np.uint8],
    n: int,
    costs: NDArray[np.float32],
    desk: NDArray[np.float32],
    at_most: float,
) -> float:
    """Return the least cost of writing the sounds of one word for those of another.

    Args:
        desk: room for two rows of sounds. at_most: where the cost is over it, the result is just more.
    """
    above, here = 0, 1
    desk[above, 0] = 0.0
    for j in range(1, n + 1):
        desk[above, j] = desk[above, j - 1] + costs[0, b[j - 1]]
    for i in range(1, m + 1):
        letter = a[i - 1]
        gone = costs[letter, 0]
        least = desk[above, 0] + gone
        desk[here, 0] = least
        for j in range(1, n + 1):
            other = b[j - 1]
            best = min(
                desk[above, j] + gone, desk[here, j - 1] + costs[0, other], desk[above, j - 1] + costs[letter, other]
            )
            desk[here, j] = best
            least = min(least, best)
        if least > at_most:
            return float(at_most + 1)
        above, here = here, above
    return float(desk[above, n])


@inner
def _share_form(one: int, other: int) -> bool:
    for place in range(3):
        group = (one >> (10 * place)) & 1023
        if group and (group == (other & 1023) or group == ((other >> 10) & 1023) or group == ((other >> 20) & 1023)):
            return True
    return False


# What compiled code knows of a word: columns of `word_facts`.
LENGTH, SOUNDED, SCRIPT, VARIANT, MARKS, GLANCE = range(6)
COSTS = sound_costs()
DESK = (3, LETTERS + 1)  # the room that comparing two words takes
_KINDS = (
    "sCS",
    "gk",
    "td",
    "bp",
    "mn",
    "lr",
    "0123456789",
)  # of consonants; not h, f and J: they may be vowels, or nothing


def word_facts(words: Vocabulary) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Return what compiled code needs to know of each word: its facts, and its letters with its sounds behind them.

    Of the facts, ``MARKS`` has a bit for every kind of consonant in the sounds, and one for a kind that stands twice;
    ``GLANCE`` is 0 until it is filled; the others are as in `Vocabulary`.
    """
    facts = (words.length, words.sounded, words.script, words.variant, _marks(words), np.zeros_like(words.length))
    return np.stack([fact.astype(np.int64) for fact in facts], axis=1), np.concatenate(
        [words.letters, words.sounds], axis=1
    )


def _marks(words: Vocabulary) -> NDArray[np.int64]:
    marks = np.zeros(len(words.words), np.int64)
    for place, group in enumerate(_KINDS):
        many = np.isin(words.sounds, [NUMBERED[sound] for sound in group]).sum(axis=1)
        marks |= ((many > 0) << (2 * place)) | ((many > 1) << (2 * place + 1))
    return marks


@inner
def _begin_alike(a: NDArray[np.uint8], b: NDArray[np.uint8], letters: int) -> bool:
    same = 0
    while same < letters and a[same] == b[same]:
        same += 1
    return same == letters


@inner
def degree(i: int, j: int, facts: NDArray[np.int64], signs: NDArray[np.uint8], desk: NDArray[np.float32]) -> int:
    """Return the degree of likeness of two words of a vocabulary, as `word_facts` gives them."""
    a, b, m, n = signs[i, :LETTERS], signs[j, :LETTERS], facts[i, LENGTH], facts[j, LENGTH]
    if i == j:
        return SAME
    if m == 1 or n == 1:
        return INITIAL if a[0] == b[0] else NONE
    two = facts[i, SCRIPT] != facts[j, SCRIPT]
    if two and m == n and _begin_alike(a, b, m):
        return SAME
    p, q = facts[i, SOUNDED], facts[j, SOUNDED]
    cost = apart(signs[i, LETTERS:], p, signs[j, LETTERS:], q, COSTS, desk, 0.3 * max(p, q, 3))
    if cost <= 0.2:
        return SPELT
    if _share_form(facts[i, VARIANT], facts[j, VARIANT]):
        return FORM
    if not two and abs(m - n) <= 2:
        wrong = slips(a, m, b, n, desk, 2)
        if wrong == 1 and max(m, n) >= 4:
            return SLIP
        if wrong == 2 and max(m, n) >= 6:
            return SLIPS
    share = cost / max(p, q, 3)
    if share <= 0.16:
        return HEARD
    if min(m, n) >= 3 and abs(m - n) >= 2 and _begin_alike(a, b, min(m, n)):
        return CUT
    return FAR if share <= 0.3 else NONE
