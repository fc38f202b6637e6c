"""The ledger: what follows from what was said. Pure functions, no database.

Custody: ``stays_of`` reads a table of stays; ``census`` counts by place and day; ``held_on`` tells who was there;
``chains`` puts each person's stays in order, ``check_chains`` finds overlaps and gaps. Where only counts were kept,
``rosters_of`` reads them, and ``roster_census`` tells for each day whether its count was recorded, carried or unknown.

The counts desk: ``figures_from_toml`` and ``figures_from_rows`` read attributed figures that people keep, ``figure_of``
takes one from a statement; ``proposed`` says how they may hang together; ``reconcile`` does the arithmetic and shows
it; ``series`` tells what was known when; ``as_json`` and ``desk_json`` give it for other programs.
"""

from __future__ import annotations

from paradero.ledger.accounts import Account, Difference, Line, Term
from paradero.ledger.census import Census, Rule, census, held_on
from paradero.ledger.checks import ChainCheck, chains, check_chains
from paradero.ledger.comparing import Reason, assumed, hindrance
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.importing import figures_from_rows, figures_from_toml
from paradero.ledger.intervals import TOLERANCE, Interval, interval
from paradero.ledger.proposing import accepted, proposed
from paradero.ledger.reconciling import reconcile
from paradero.ledger.relations import KINDS, Relation
from paradero.ledger.roster_census import DayCount, RosterCensus, roster_census
from paradero.ledger.rosters import Rosters, WrongRosters, rosters_of
from paradero.ledger.showing import as_json, desk_json
from paradero.ledger.stated import figure_of
from paradero.ledger.stays import Stays, WrongStays, stays_of
from paradero.ledger.timeline import Entry, Series, Step, series

__all__ = [
    "KINDS",
    "TOLERANCE",
    "Account",
    "AttributedFigure",
    "Census",
    "ChainCheck",
    "DayCount",
    "Difference",
    "Entry",
    "Interval",
    "Line",
    "Reason",
    "Relation",
    "RosterCensus",
    "Rosters",
    "Rule",
    "Series",
    "Stays",
    "Step",
    "Term",
    "WrongRosters",
    "WrongStays",
    "accepted",
    "as_json",
    "assumed",
    "census",
    "chains",
    "check_chains",
    "desk_json",
    "figure_of",
    "figures_from_rows",
    "figures_from_toml",
    "held_on",
    "hindrance",
    "interval",
    "proposed",
    "reconcile",
    "roster_census",
    "rosters_of",
    "series",
    "stays_of",
]
