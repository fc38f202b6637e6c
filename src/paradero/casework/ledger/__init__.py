"""The ledger of a casebook: what follows from its statements and judgements, as known on any day.

In: a casebook, and a day. Out: a ``LedgerOf`` the casebook, rebuilt from what is written;
or, from a large casebook, only the part that a question is ``About``. The acts of this room record
people's words on what belongs together; they edit nothing.
"""

from __future__ import annotations

from paradero.casework.ledger.building import LedgerOf, ledger_of
from paradero.casework.ledger.parts import EVERYTHING, About, ledger_about, subjects_starting
from paradero.casework.ledger.placing import accept_exchange, judge_mentions, place, placings

__all__ = [
    "EVERYTHING",
    "About",
    "LedgerOf",
    "accept_exchange",
    "judge_mentions",
    "ledger_about",
    "ledger_of",
    "place",
    "placings",
    "subjects_starting",
]
