"""A register that was linked, kept so that more rows are linked with it without starting over.

An index is worked out from a table and can be thrown away and built anew; nothing is written down in it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.linking import stored
from paradero.linking.chances import Tally, worth_keeping
from paradero.linking.comparing import evidence_of
from paradero.linking.engine import Links, link, proposed
from paradero.linking.people import People, followed, people_of
from paradero.linking.postings import Postings, near_pairs, postings_of


@dataclass(frozen=True)
class Index:
    """A register as far as comparing needs it; ``index`` builds one, ``open_index`` opens one that was saved."""

    _people: People = field(repr=False)
    _postings: Postings = field(repr=False)
    _heads: NDArray[np.int32] = field(repr=False)
    _tally: Tally = field(repr=False)

    def __len__(self) -> int:
        """Return how many rows the register has."""
        return len(self._people)

    def link(self, more: pa.Table) -> Links:
        """Propose which rows of a table are one person with rows of the register, or with each other.

        Words, days and values weigh by how often they stand in the register and the table together, and the threshold
        is that of both; the chances of pairs within the register are those of the time when it was linked.

        Args:
            more: a table as ``link`` takes it; none of its ids may stand in the register.

        Returns:
            The pairs of a row of the table with a row of the register or of the table; pairs within the register do
            not come again. ``clusters`` are for the rows of the table: the first row of a cluster is of the register
            where any is. ``explain`` knows the rows of both.

        Raises:
            WrongTable: as of ``link``, or an id stands in the register already.
        """
        new = people_of(more, self._people)
        people = followed(self._people, new)
        evidence = evidence_of(people)
        found = near_pairs(people, evidence, self._postings, len(self), worth_keeping(people))
        return proposed(people, evidence, found, self._heads, self._tally)

    def add(self, more: pa.Table) -> Index:
        """Return the index of the register with more rows; those of the register are not compared anew.

        Raises:
            WrongTable: as of ``link``.
        """
        return index(self.link(more))

    def save(self, folder: Path) -> None:
        """Write the index into a folder, which may hold an earlier index: that one is good until this one is whole.

        Raises:
            WrongIndex: the folder holds something else.
        """
        stored.save(folder, stored.arrays_of(self._people, self._postings, self._heads, self._tally))


def index(register: pa.Table | Links) -> Index:
    """Link a register and return its index.

    Args:
        register: a table as ``link`` takes it; or what ``link`` or ``Index.link`` gave, when it was linked already.

    Raises:
        WrongTable: as of ``link``.
    """
    links = link(register) if isinstance(register, pa.Table) else register
    people = links._people
    return Index(people, postings_of(people), links._heads, links._tally)


def open_index(folder: Path) -> Index:
    """Open an index that was saved; its arrays stay in the file until they are needed.

    Raises:
        WrongIndex: there is none, it is not whole, or another version of Paradero wrote it.
    """
    return Index(*stored.opened(folder))
