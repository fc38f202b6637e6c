"""What a row has that others may have, as numbers: the consonants of its rarest words, its year, its day, a place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.people import TRAITS, People

WORDS = 5  # of a name, the rarest first
TOO_COMMON = 0.02  # a value that so many rows share is no feature


def features_of(people: People, first: int = 0) -> list[list[NDArray[np.int64]]]:
    """Return columns of features by kind: a number for each row, 0 where it has none; equal numbers, equal features.

    Args:
        first: the row to begin with; what is rare or too common is counted among all rows.
    """
    words = people.vocabulary
    hard = np.full((len(people) - first, WORDS), -1, np.int64)
    counts = np.bincount(words.hard, weights=words.count).astype(np.int64)
    _rarest(people.of[first:], people.word, words.hard, counts, hard)
    birth = people.birth[first:].astype(np.int64)
    whole = (birth > 0).all(axis=1)
    kinds = [[_kind(1, hard[:, place]) for place in range(WORDS)]]
    kinds.append([_kind(2, np.where(birth[:, 0] > 0, birth[:, 0], -1))])
    kinds.append([_kind(3, np.where(whole, birth[:, 1] * 100 + birth[:, 2], -1))])
    for place in range(len(TRAITS)):
        counts = np.bincount(people.traits[:, place] + 1)[1:]
        trait = people.traits[first:, place]
        telling = (trait >= 0) & (np.append(counts, 0)[trait] < TOO_COMMON * counts.sum())
        if telling.any():
            kinds.append([_kind(10 + place, np.where(telling, trait, -1).astype(np.int64))])
    group = people.within[first:].astype(np.int64) + 1
    return [[np.where(column == 0, 0, mixed(column, group)) for column in columns] for columns in kinds]


def group_keys(within: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return keys of the groups of rows, that are no key of any feature."""
    return _kind(9, within.astype(np.int64) + 1)


def _kind(kind: int, values: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.where(values >= 0, mixed(values, np.int64(kind)), 0)


def mixed(a: NDArray[np.int64], b: NDArray[np.int64] | np.int64) -> NDArray[np.int64]:
    """Mix two numbers into one of 63 bits; the order in which equal kinds come together does not matter."""
    with np.errstate(over="ignore"):
        both = (a ^ (a >> 31)) * np.int64(0x2127599BF4325C37) + (b ^ (b >> 29)) * np.int64(0x2127599BF4325C37)
        both ^= both >> np.int64(23)
    return np.abs(both) | 1


@compiled
def _rarest(
    of: NDArray[np.int64],
    word: NDArray[np.int32],
    hard: NDArray[np.int32],
    counts: NDArray[np.int64],
    into: NDArray[np.int64],
) -> None:
    """Write for each row the consonants of its rarest words, each once."""
    for row in range(len(of) - 1):
        filled = 0
        while filled < into.shape[1]:
            best = -1
            for k in range(of[row], of[row + 1]):
                one = hard[word[k]]
                taken = False
                for place in range(filled):
                    taken |= into[row, place] == one
                if not taken and (
                    best < 0 or counts[one] < counts[best] or (counts[one] == counts[best] and one < best)
                ):
                    best = one
            if best < 0:
                break
            into[row, filled] = best
            filled += 1
