"""The names that a casebook knows: the gazetteer that comes with the program, with the casebook's own entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer


def gazetteer_of(casebook: Casebook) -> Gazetteer:
    """Return the gazetteer of a casebook; what is wrong with its own entries is told when documents are read."""
    from paradero.reading.gazetteer import Gazetteer

    own = casebook.gazetteer
    return Gazetteer.default() if own is None else Gazetteer.default().extended(own)[0]
