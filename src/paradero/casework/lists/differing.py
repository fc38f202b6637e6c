"""Two versions of a list compared: rows without a key that no name in nearly the same letters pairs are linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paradero.casework.lists.matching import ANSWERING, ASKED, LIKELY, ListOfEntries, links_of
from paradero.model import Entry
from paradero.rolls import Difference, difference


def versions_compared(old: ListOfEntries, new: ListOfEntries) -> Difference:
    """Compare two versions of a list.

    Args:
        old, new: their entries, each with the day on which ages hang.

    Returns:
        What was added, removed and changed. Rows that neither a key nor what they say pairs are linked across spellings
        and scripts: each with the likeliest row that is left, from an even chance on. A pair is no judgement.
    """

    def alike(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
        first, second = ListOfEntries(tuple(before), old.day), ListOfEntries(tuple(after), new.day)
        links = links_of(first, second)
        for pair in () if links is None else links.pairs.to_pylist():
            one, other = sorted((pair["one"], pair["other"]))
            if pair["probability"] >= LIKELY and (one[0], other[0]) == (ASKED, ANSWERING):
                yield first.entries[int(one[1:])], second.entries[int(other[1:])]

    return difference(old.entries, new.entries, alike)
