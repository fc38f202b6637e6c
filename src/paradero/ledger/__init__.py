"""The ledger: what follows from who is said to have been where, when, and in whose hands. Pure functions, no database.

``stays_of`` reads a table of stays; ``census`` counts by place and day; ``held_on`` tells who was there;
``check_chains`` finds overlaps and gaps.
"""

from __future__ import annotations

from paradero.ledger.census import Census, Rule, census, held_on
from paradero.ledger.checks import ChainCheck, check_chains
from paradero.ledger.stays import Stays, WrongStays, stays_of

__all__ = [
    "Census",
    "ChainCheck",
    "Rule",
    "Stays",
    "WrongStays",
    "census",
    "check_chains",
    "held_on",
    "stays_of",
]
