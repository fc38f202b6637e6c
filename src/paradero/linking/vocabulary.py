"""The vocabulary of a table: each distinct folded word with its letters, sounds, script and how often it stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from paradero.linking.folding import script_of, skeleton, sounds
from paradero.linking.variants import variant_groups

WORDS_AT_MOST = 10  # of one name that are compared
LETTERS = 24  # of a word that are compared; longer words are cut
NUMBERED = {c: i for i, c in enumerate("abcdefghijklmnopqrstuvwxyz0123456789SCJ", 1)}
_NUMBER_OF = np.zeros(256, np.uint8)
_NUMBER_OF[[ord(letter) for letter in NUMBERED]] = list(NUMBERED.values())


@dataclass(frozen=True)
class Vocabulary:
    """Words as arrays, one row a word; the words' numbers are the rows.

    Attributes:
        words: folded. said: their sounds.
        letters, sounds: numbers of letters from 1, padded with 0; length, sounded: how many there are.
        script: number of the script that it was written in.
        sound, hard: numbers of its sounds and of its consonants; words that share them share the number.
        variant: up to three numbers of groups of forms of one name ("jose", "pepe"), ten bits each; 0 for none.
        count: how often it stands in the table; sound_count: how often a word of its sounds does.
        total: of all counts.
    """

    words: list[str]
    said: list[str]
    letters: NDArray[np.uint8]
    length: NDArray[np.int32]
    sounds: NDArray[np.uint8]
    sounded: NDArray[np.int32]
    script: NDArray[np.int8]
    sound: NDArray[np.int32]
    hard: NDArray[np.int32]
    variant: NDArray[np.int32]
    count: NDArray[np.int32]
    sound_count: NDArray[np.int32]
    total: int


def vocabulary_of(
    distinct: list[str], folded: list[str], counts: NDArray[np.int64], known: Vocabulary | None = None
) -> tuple[Vocabulary, NDArray[np.int32]]:
    """Build the vocabulary of folded words.

    Args:
        distinct: the words as written; folded: the same words folded, empty where a word is not compared; counts: how
            often each stands; known: the vocabulary of what was read before, which is kept, and numbered on.

    Returns:
        The vocabulary, and for each written word its number in it (-1 where it is not compared). Words that are
        folded alike are one word unless they are of different scripts.
    """
    old = known or _EMPTY
    numbers = {both: number for number, both in enumerate(zip(old.words, old.script.tolist(), strict=True))}
    number_of = np.full(len(distinct), -1, np.int32)
    for place, (word, plain) in enumerate(zip(distinct, folded, strict=True)):
        if plain:
            number_of[place] = numbers.setdefault((plain, script_of(word)), len(numbers))
    new = list(numbers)[len(old.words) :]
    said = [sounds(word, script) for word, script in new]
    words, all_said = [*old.words, *(word for word, _ in new)], [*old.said, *said]
    sound, hard = _numbered(all_said), _numbered([skeleton(one) for one in all_said])
    count = np.append(old.count, np.zeros(len(new), np.int32)).astype(np.int64)
    np.add.at(count, number_of[number_of >= 0], counts[number_of >= 0])
    sound_count = np.bincount(sound, weights=count, minlength=1)[sound] if words else count
    letters, length = _packed([word for word, _ in new])
    packed, sounded = _packed(said)
    return Vocabulary(
        words, all_said, np.concatenate([old.letters, letters]), np.append(old.length, length),
        np.concatenate([old.sounds, packed]), np.append(old.sounded, sounded),
        np.append(old.script, np.array([script for _, script in new], np.int8)), sound, hard,
        np.append(old.variant, variant_groups([word for word, _ in new])),
        count.astype(np.int32), sound_count.astype(np.int32), int(count.sum()),
    ), number_of  # fmt: skip


def _numbered(keys: list[str]) -> NDArray[np.int32]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int32)


def _packed(words: list[str]) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    letters = "".join(word[:LETTERS].ljust(LETTERS) for word in words).encode("ascii", "replace")
    packed = _NUMBER_OF[np.frombuffer(letters, np.uint8).reshape(len(words), LETTERS)]
    return packed, np.array([min(len(word), LETTERS) for word in words], np.int32)


_NO_LETTERS, _NONE = np.zeros((0, LETTERS), np.uint8), np.zeros(0, np.int32)
_EMPTY = Vocabulary(
    words=[], said=[], letters=_NO_LETTERS, length=_NONE, sounds=_NO_LETTERS, sounded=_NONE,
    script=np.zeros(0, np.int8), sound=_NONE, hard=_NONE, variant=_NONE, count=_NONE, sound_count=_NONE, total=0,
)  # fmt: skip
