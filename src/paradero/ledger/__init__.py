"""The ledger: what follows from what was said. Pure functions, no database.

Custody: ``stays_of`` reads a table of stays; ``census`` counts by place and day; ``held_on`` tells who was there;
``check_chains`` finds overlaps and gaps.

Movements: ``legs_from_entries`` makes a table of the rows of lists, ``legs_of`` reads a table of counted legs;
``in_transit`` counts who is between places, ``populations`` who came to each place and went.

The counts desk: ``figures_from_toml`` and ``figures_from_rows`` read attributed figures that people keep, ``figure_of``
takes one from a statement; ``proposed`` says how they may hang together; ``reconcile`` does the arithmetic and shows
it; ``series`` tells what was known when; ``as_json`` and ``desk_json`` give it for other programs.
"""

from __future__ import annotations

from paradero.ledger.accounts import Account, Difference, Line, Term
from paradero.ledger.census import Census, Rule, census, held_on
from paradero.ledger.checks import ChainCheck, check_chains
from paradero.ledger.comparing import Reason, assumed, hindrance
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.importing import figures_from_rows, figures_from_toml
from paradero.ledger.intervals import TOLERANCE, Interval, interval
from paradero.ledger.legs import Legs, WrongLegs, legs_of
from paradero.ledger.manifests import legs_from_entries
from paradero.ledger.populations import Populations, populations
from paradero.ledger.proposing import accepted, proposed
from paradero.ledger.reconciling import reconcile
from paradero.ledger.relations import KINDS, Relation
from paradero.ledger.showing import as_json, desk_json
from paradero.ledger.stated import figure_of
from paradero.ledger.stays import Stays, WrongStays, stays_of
from paradero.ledger.timeline import Entry, Series, Step, series
from paradero.ledger.transit import Transit, in_transit

__all__ = [
    "KINDS",
    "TOLERANCE",
    "Account",
    "AttributedFigure",
    "Census",
    "ChainCheck",
    "Difference",
    "Entry",
    "Interval",
    "Legs",
    "Line",
    "Populations",
    "Reason",
    "Relation",
    "Rule",
    "Series",
    "Stays",
    "Step",
    "Term",
    "Transit",
    "WrongLegs",
    "WrongStays",
    "accepted",
    "as_json",
    "assumed",
    "census",
    "check_chains",
    "desk_json",
    "figure_of",
    "figures_from_rows",
    "figures_from_toml",
    "held_on",
    "hindrance",
    "in_transit",
    "interval",
    "legs_from_entries",
    "legs_of",
    "populations",
    "proposed",
    "reconcile",
    "series",
    "stays_of",
]
