"""Names of places, prisons, agencies, courts, parties and groups: found in a text, and looked up.

In: a text and a ``Gazetteer`` (``Gazetteer.default()``, or ``.extended(path)`` with a casebook's own file). Out:
``Found`` values with offsets and the ``Entry`` they name; ``party_name`` and ``government_of`` give a government's
canonical name.
"""

from __future__ import annotations

from paradero.reading.gazetteer.entry import KINDS, Entry, Found, How, Kind
from paradero.reading.gazetteer.gazetteer import Gazetteer
from paradero.reading.gazetteer.parties import government_of, party_name

__all__ = ["KINDS", "Entry", "Found", "Gazetteer", "How", "Kind", "government_of", "party_name"]
