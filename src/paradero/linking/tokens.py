"""Names of a table cut into words: the string work, done once for each distinct word of the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.linking.folding import fold

UNTOLD, GIVEN, FAMILY = 0, 1, 2  # what a word of a name is, as far as its column says

# Words of names that tell nobody apart: particles, titles, degrees, ranks and numbers.
PARTICLES = frozenset(
    """a al ad ar as at el ul de del della di da do dos das du des d la las los le les lo y e i und and of the van
    von vom zu zur der den ter ten bin bint ben ibn ibnu ou oul ap ab af av san santa st mr mrs ms miss dr prof
    sir dame lord lady hon drs dra ir msi sh mm mh mt se phd md mp qc cbe obe mbe baron earl duke viscount count
    1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th jr sr ii iii iv don dona sheikh sayyid haji""".split()
)
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
    text = pc.utf8_lower(pc.fill_null(column.cast(pa.large_string()), ""))
    text = pc.replace_substring_regex(text, r"\([^)]*\)|\[[^\]]*\]", " ")
    text = pc.replace_substring_regex(text, r"([גצז])['׳’]", r"\1׳")
    text = pc.replace_substring_regex(text, r"[\p{Cf}\p{Cc}'’‘`ʼʻ´]", "")
    text = pc.replace_substring_regex(text, r"[^\p{L}\p{N}\p{M}׳]+", " ")
    text = pc.replace_substring_regex(
        pc.utf8_trim_whitespace(text), r"^([\p{Han}\p{Hangul}])([\p{Han}\p{Hangul}]{1,3})$", r"\1 \2"
    )
    lists = pc.split_pattern(pc.utf8_trim_whitespace(text), " ")
    coded = pc.dictionary_encode(lists.flatten())
    return Words(
        np.asarray(lists.offsets, dtype=np.int64),
        coded.indices.to_numpy(zero_copy_only=False).astype(np.int32),
        coded.dictionary.to_pylist(),
    )


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
