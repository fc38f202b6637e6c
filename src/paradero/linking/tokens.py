"""Names of a table cut into words: the string work, done once for each distinct word of the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.linking.compiled import compiled
from paradero.linking.folding import fold

UNTOLD, GIVEN, FAMILY = 0, 1, 2  # what a word of a name is, as far as its column says

# Words of names that tell nobody apart: particles, titles, degrees, ranks and numbers.
PARTICLES = frozenset(
    """a al ad ar as at el ul de del della di da do dos das du des d la las los le les lo y e i und and of the van
    von vom zu zur der den ter ten bin bint ben ibn ibnu ou oul ap ab af av san santa st mr mrs ms miss dr prof
    sir dame lord lady hon drs dra ir msi sh mm mh mt se phd md mp qc cbe obe mbe baron earl duke viscount count
    1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th jr sr ii iii iv don dona sheikh sayyid haji""".split()
)
READ = 64  # words of one cell at most
ARTICLES = ("al", "el", "ul")


@dataclass(frozen=True)
class Words:
    """The words of one column's names, row by row.

    Attributes:
        of: for each row of the table, where its words begin in ``word`` (one more than there are rows).
        word: numbers of words in ``distinct``.
        distinct: each word once, as written in lower case.
    """

    of: NDArray[np.int64]
    word: NDArray[np.int32]
    distinct: list[str]


def words_of(column: pa.Array) -> Words:
    """Cut a column of names into words: at white space, hyphens and signs; marks that cannot be seen are left out."""
    names = pc.dictionary_encode(pc.fill_null(column.cast(pa.large_string()), ""))
    of, word, distinct = _cut(names.dictionary)
    name = names.indices.to_numpy(zero_copy_only=False)
    many = np.diff(of)[name]
    ends = np.append(0, np.cumsum(many))
    place = np.arange(ends[-1]) + np.repeat(of[name] - ends[:-1], many)
    return Words(ends, word[place], distinct)


def _cut(names: pa.Array) -> tuple[NDArray[np.int64], NDArray[np.int32], list[str]]:
    """Cut names, each given once, into words."""
    text = pc.utf8_lower(names)
    text = pc.replace_substring_regex(text, r"\([^)]*\)|\[[^\]]*\]", " ")
    text = pc.replace_substring_regex(text, r"([גצז])['׳’]", r"\1׳")
    text = pc.replace_substring_regex(text, r"[\p{Cf}\p{Cc}'’‘`ʼʻ´]", "")
    text = pc.replace_substring_regex(text, r"[^\p{L}\p{N}\p{M}׳]+", " ")
    text = pc.replace_substring_regex(
        pc.utf8_trim_whitespace(text), r"^([\p{Han}\p{Hangul}])([\p{Han}\p{Hangul}]{1,3})$", r"\1 \2"
    )
    lists = pc.split_pattern(pc.utf8_trim_whitespace(text), " ")
    coded = pc.dictionary_encode(lists.flatten())
    word = coded.indices.to_numpy(zero_copy_only=False).astype(np.int32)
    return np.asarray(lists.offsets, dtype=np.int64), word, coded.dictionary.to_pylist()


def folded_words(distinct: list[str], others: Iterable[str] = ()) -> list[str]:
    """Fold words; a particle, a title or a word of no letters becomes the empty word; an Arabic article comes off.

    Args:
        others: folded words that are known beside these; an article comes off where a word without it is known.
    """
    plain = [fold(word) for word in distinct]
    known = {*plain, *others}
    return [_without_article("" if word in PARTICLES else word, known) for word in plain]


def _without_article(word: str, known: set[str]) -> str:
    if word[:2] in ARTICLES and len(word) > 5 and word[2:] in known:
        return word[2:]
    return word


@compiled
def joined_names(
    of: NDArray[np.int64], word: NDArray[np.int32], role: NDArray[np.int8], at_most: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int8]]:
    """Join the words of a row's columns; a word that stands in two columns is one, with the role that is told.

    Args:
        of, word: the words of column c in row i are ``word[of[c, i]:of[c, i + 1]]``; -1 for one that is not compared.
        role: of each column. at_most: words of a row that are kept.

    Returns:
        Where the words of each row begin, the words by where they stand in their column, and the role of each.
    """
    rows = of.shape[1] - 1
    starts, words, roles = np.zeros(rows + 1, np.int64), np.empty(len(word), np.int32), np.empty(len(word), np.int8)
    here = np.zeros((3, READ * of.shape[0]), np.int64)  # place, word and role of each word of a row
    for row in range(rows):
        found = 0
        for column in range(of.shape[0]):
            first = of[column, row]
            for place in range(min(of[column, row + 1] - first, READ)):
                one, k = word[first + place], 0
                while k < found and here[1, k] != one:
                    k += 1
                if one >= 0 and (k == found or role[column] > here[2, k]):
                    here[0, k], here[1, k], here[2, k] = place, one, role[column]
                    found += k == found
        _in_order(here, found)
        found = min(found, at_most)
        for k in range(found):
            words[starts[row] + k], roles[starts[row] + k] = here[1, k], here[2, k]
        starts[row + 1] = starts[row] + found
    return starts, words[: starts[rows]].copy(), roles[: starts[rows]].copy()


@compiled
def _in_order(here: NDArray[np.int64], found: int) -> None:
    """Put the words of a row in order: by place, then by number."""
    for k in range(1, found):
        while k and (here[0, k - 1], here[1, k - 1]) > (here[0, k], here[1, k]):
            for row in range(3):
                here[row, k - 1], here[row, k] = here[row, k], here[row, k - 1]
            k -= 1
