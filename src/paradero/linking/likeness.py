"""How alike two words of names are: one of a few degrees, found once for a pair of words and then remembered."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.vocabulary import LETTERS, NUMBERED, Vocabulary

# Degrees of likeness. SPELT: other spelling of the same sounds; FORM: "José" and "Pepe"; SLIP, SLIPS: one and two letters
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
    for one, other, cost in (("i", "J", 0.3), ("u", "f", 0.4), ("", "h", 0.3), ("", "J", 0.7)):
        a, b = NUMBERED.get(one, 0), NUMBERED[other]
        costs[a, b] = costs[b, a] = cost
    return costs


@compiled
def slips(a: NDArray[np.uint8], m: int, b: NDArray[np.uint8], n: int) -> int:
    """Count letters left out, added, changed or swapped with their neighbour (optimal string alignment)."""
    before, above, here = np.zeros(LETTERS + 1, np.int32), np.zeros(LETTERS + 1, np.int32), np.zeros(LETTERS + 1, np.int32)
    for j in range(n + 1):
        above[j] = j
    for i in range(1, m + 1):
        here[0] = i
        for j in range(1, n + 1):
            best = min(above[j] + 1, here[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, before[j - 2] + 1)
            here[j] = best
        before, above, here = above, here, before
    return int(above[n])


@compiled
def apart(a: NDArray[np.uint8], m: int, b: NDArray[np.uint8], n: int, costs: NDArray[np.float32]) -> float:
    """Return the least cost of writing the sounds of one word for those of another."""
    above, here = np.zeros(LETTERS + 1, np.float32), np.zeros(LETTERS + 1, np.float32)
    for j in range(1, n + 1):
        above[j] = above[j - 1] + costs[0, b[j - 1]]
    for i in range(1, m + 1):
        gone = costs[a[i - 1], 0]
        here[0] = above[0] + gone
        for j in range(1, n + 1):
            here[j] = min(above[j] + gone, here[j - 1] + costs[0, b[j - 1]], above[j - 1] + costs[a[i - 1], b[j - 1]])
        above, here = here, above
    return float(above[n])


@compiled
def _share_form(one: int, other: int) -> bool:
    for place in range(3):
        group = (one >> (10 * place)) & 1023
        if group and (group == (other & 1023) or group == ((other >> 10) & 1023) or group == ((other >> 20) & 1023)):
            return True
    return False


class Spelt(NamedTuple):
    """The words of a vocabulary as compiled code sees them; fields as in `Vocabulary`."""

    letters: NDArray[np.uint8]
    length: NDArray[np.int32]
    said: NDArray[np.uint8]
    sounded: NDArray[np.int32]
    script: NDArray[np.int8]
    variant: NDArray[np.int32]
    costs: NDArray[np.float32]


def spelt(words: Vocabulary) -> Spelt:
    """Return the arrays of a vocabulary that `degree` needs."""
    return Spelt(words.letters, words.length, words.sounds, words.sounded, words.script, words.variant, sound_costs())


@compiled
def degree(i: int, j: int, words: Spelt) -> int:
    """Return the degree of likeness of two words of a vocabulary."""
    a, b, m, n = words.letters[i], words.letters[j], words.length[i], words.length[j]
    if i == j:
        return SAME
    if m == 1 or n == 1:
        return INITIAL if a[0] == b[0] else NONE
    if m == n and slips(a, m, b, n) == 0:
        return SAME
    p, q = words.sounded[i], words.sounded[j]
    cost = apart(words.said[i], p, words.said[j], q, words.costs)
    if cost == 0.0:
        return SPELT
    if _share_form(words.variant[i], words.variant[j]):
        return FORM
    longest = max(m, n)
    if words.script[i] == words.script[j] and abs(m - n) <= 2:
        wrong = slips(a, m, b, n)
        if wrong == 1 and longest >= 4:
            return SLIP
        if wrong == 2 and longest >= 6:
            return SLIPS
    share = cost / max(p, q, 3)
    if share <= 0.16:
        return HEARD
    if min(m, n) >= 3 and abs(m - n) >= 2 and slips(a, min(m, n), b, min(m, n)) == 0:
        return CUT
    return FAR if share <= 0.3 else NONE
