"""A table of people as Splink compares it: names folded to words, births in parts, blocks, and how rare names are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.linking.blocking import blocks_of
from paradero.linking.people import TRAITS, People
from paradero.linking.splink.model import COMPARISONS, Comparison
from paradero.linking.variants import shares_elsewhere
from paradero.linking.weights import RARE, WORDS_SEEN


def rows_of(people: People) -> pa.Table:
    """Return the columns that Splink compares; what is not told is null.

    ``row`` is the place in the table; ``name`` the words of the name in the order of the alphabet, ``words`` the same
    as a list and ``sounds`` the numbers of their consonants; ``year``, ``month`` and ``day`` of birth, ``born_from``
    and ``born_to`` the years that it lies between; traits as numbers of their values; ``blocks`` as the own engine has
    them: rows that share one are compared. Who is not named is in none.
    """
    words = [
        sorted({people.vocabulary.words[one] for one in people.word[first:last].tolist()})
        for first, last in zip(people.of[:-1].tolist(), people.of[1:].tolist(), strict=True)
    ]
    blocks = blocks_of(people)
    named = np.diff(people.of) > 0
    into = np.where(named, np.diff(blocks.mine_of), 0)
    mine = blocks.mine[np.repeat(named, np.diff(blocks.mine_of))]
    return pa.table(
        {
            "row": pa.array(np.arange(len(people))),
            "name": pa.array([" ".join(some) or None for some in words], pa.string()),
            "words": pa.array(words, pa.list_(pa.string())),
            "sounds": _lists(people.of, people.vocabulary.hard[people.word]),
            **{part: _told(people.birth[:, place], 1) for place, part in enumerate(("year", "month", "day"))},
            "born_from": _told(people.born[:, 0], 1),
            "born_to": _told(people.born[:, 1], 1),
            **{trait: _told(people.traits[:, place]) for place, trait in enumerate(TRAITS)},
            "blocks": _lists(np.concatenate([[0], np.cumsum(into)]), mine),
        }
    )


def compared_of(rows: pa.Table) -> tuple[Comparison, ...]:
    """Return the comparisons for which a table tells anything."""
    return tuple(one for one in COMPARISONS if all(rows[column].null_count < rows.num_rows for column in one.told))


def frequencies_of(people: People, rows: pa.Table) -> Mapping[str, pa.Table]:
    """Return for each column that counts by how rare its values are, a table of values with the share of each.

    Two rows of one person make a whole name look common that no stranger bears. So its share is the product of the
    shares of its words, and what more than two bear it.
    """
    found = {}
    for one in compared_of(rows):
        if one.rarity:
            counted = pc.value_counts(rows[one.name].combine_chunks().drop_null())
            values, counts = counted.field("values"), counted.field("counts").to_numpy()
            told = rows.num_rows - rows[one.name].null_count
            shares = _of_names(people, rows, values, counts) if one.name == "name" else counts / told
            found[one.name] = pa.table({one.name: values, f"tf_{one.name}": pa.array(shares)})
    return found


def _of_names(people: People, rows: pa.Table, values: pa.Array, counts: NDArray[np.int64]) -> NDArray[np.float64]:
    vocabulary = people.vocabulary
    elsewhere = WORDS_SEEN * shares_elsewhere(vocabulary.words, RARE)
    share = np.log((vocabulary.count + elsewhere) / (vocabulary.total + WORDS_SEEN))
    row = np.repeat(np.arange(len(people)), np.diff(people.of))
    together = np.exp(np.bincount(row, weights=share[people.word], minlength=len(people)))
    by_name = np.zeros(len(values))
    numbers = pc.fill_null(pc.index_in(rows["name"], value_set=values), -1).to_numpy()
    by_name[numbers[numbers >= 0]] = together[numbers >= 0]
    shares: NDArray[np.float64] = np.minimum(by_name + np.maximum(counts - 2, 0) / len(people), 1.0)
    return shares


def _told(numbers: NDArray[np.signedinteger], least: int = 0) -> pa.Array:
    return pa.array(numbers.astype(np.int64), mask=numbers < least)


def _lists(of: NDArray[np.int64], numbers: NDArray[np.int32]) -> pa.Array:
    return pa.ListArray.from_arrays(pa.array(of.astype(np.int32)), pa.array(numbers.astype(np.int64)))
