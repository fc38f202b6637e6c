"""The ledger: what follows from what was said. Pure functions, no database.

From statements: ``claims_of`` reads them, ``resolved`` tells who "we" and "those" are, and ``Ledger`` has what
follows: groups, movements, chains of episodes, exchanges with their accounts and lists, disputes, who is unaccounted
for, and what is wrong; ``explained`` goes from any answer back to the statements.

Custody in tables: ``stays_of`` reads a table of stays; ``census`` counts by place and day; ``held_on`` tells who was
there; ``chains`` puts each person's stays in order, ``check_chains`` finds overlaps and gaps. Where only counts were
kept, ``rosters_of`` reads them, and ``roster_census`` tells for each day whether its count was recorded, carried or
unknown.

Counted movements: ``legs_from_entries`` makes a table of the rows of lists, ``legs_of`` reads a table of counted legs;
``in_transit`` counts who is between places, ``populations`` who came to each place and went.

The counts desk: ``figures_from_toml`` and ``figures_from_rows`` read attributed figures that people keep, ``figure_of``
takes one from a statement; ``proposed`` says how they may hang together; ``reconcile`` does the arithmetic and shows
it; ``series`` tells what was known when; ``as_json`` and ``desk_json`` give it for other programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.exports import Exports
from paradero.ledger.accounts import Account, Difference, Line, Term
from paradero.ledger.assembling import Placing, exchanges
from paradero.ledger.carriers import Carrier
from paradero.ledger.claiming import claims_of
from paradero.ledger.claims import Claim
from paradero.ledger.comparing import Reason, assumed, hindrance
from paradero.ledger.disputes import Dispute, disputes
from paradero.ledger.episodes import Episode, chain
from paradero.ledger.exchange import DELIVERED, EXITS, STATES, Cell, Exchange, Leg
from paradero.ledger.exchange_counts import accounts_of
from paradero.ledger.explaining import Explained, explained, rule_words, way
from paradero.ledger.figure_claims import claims_of_figures
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.groups import Group, groups
from paradero.ledger.importing import figures_from_rows, figures_from_toml
from paradero.ledger.intermediaries import Intermediary, PartPlayed
from paradero.ledger.intervals import TOLERANCE, Interval, interval
from paradero.ledger.movements import CarriedBy, Movement
from paradero.ledger.moving import movements
from paradero.ledger.proposing import accepted, proposed
from paradero.ledger.reconciling import reconcile
from paradero.ledger.relations import KINDS, Relation
from paradero.ledger.resolving import resolved
from paradero.ledger.rolls_compared import Compared, OnRolls, Roll
from paradero.ledger.showing import as_json, desk_json
from paradero.ledger.stated import figure_of
from paradero.ledger.subjects import Subject, subjects
from paradero.ledger.terms import Condition, StageTold
from paradero.ledger.timeline import Entry, Series, Step, series
from paradero.ledger.troubles import Trouble
from paradero.ledger.unaccounted import Missing, Remainder, Watched
from paradero.ledger.whole import Ledger, as_said_by

if TYPE_CHECKING:
    from paradero.ledger.checks import ChainCheck, chains, check_chains
    from paradero.ledger.legs import Legs, WrongLegs, legs_of
    from paradero.ledger.manifests import legs_from_entries
    from paradero.ledger.population import Populations, populations
    from paradero.ledger.roster_days import DayCount, RosterCensus, roster_census
    from paradero.ledger.rosters import Rosters, WrongRosters, rosters_of
    from paradero.ledger.stay_census import Census, Rule, census, held_on
    from paradero.ledger.stays import Stays, WrongStays, stays_of
    from paradero.ledger.transit import Transit, in_transit
else:
    # Tables of stays and counts need numpy and Arrow, and who asks about a casebook must not wait for these.
    __getattr__ = Exports(
        __name__,
        {
            "checks": "ChainCheck chains check_chains",
            "legs": "Legs WrongLegs legs_of",
            "manifests": "legs_from_entries",
            "population": "Populations populations",
            "roster_days": "DayCount RosterCensus roster_census",
            "rosters": "Rosters WrongRosters rosters_of",
            "stay_census": "Census Rule census held_on",
            "stays": "Stays WrongStays stays_of",
            "transit": "Transit in_transit",
        },
    )


__all__ = [
    "DELIVERED",
    "EXITS",
    "KINDS",
    "STATES",
    "TOLERANCE",
    "Account",
    "AttributedFigure",
    "CarriedBy",
    "Carrier",
    "Cell",
    "Census",
    "ChainCheck",
    "Claim",
    "Compared",
    "Condition",
    "DayCount",
    "Difference",
    "Dispute",
    "Entry",
    "Episode",
    "Exchange",
    "Explained",
    "Group",
    "Intermediary",
    "Interval",
    "Ledger",
    "Leg",
    "Legs",
    "Line",
    "Missing",
    "Movement",
    "OnRolls",
    "PartPlayed",
    "Placing",
    "Populations",
    "Reason",
    "Relation",
    "Remainder",
    "Roll",
    "RosterCensus",
    "Rosters",
    "Rule",
    "Series",
    "StageTold",
    "Stays",
    "Step",
    "Subject",
    "Term",
    "Transit",
    "Trouble",
    "Watched",
    "WrongLegs",
    "WrongRosters",
    "WrongStays",
    "accepted",
    "accounts_of",
    "as_json",
    "as_said_by",
    "assumed",
    "census",
    "chain",
    "chains",
    "check_chains",
    "claims_of",
    "claims_of_figures",
    "desk_json",
    "disputes",
    "exchanges",
    "explained",
    "figure_of",
    "figures_from_rows",
    "figures_from_toml",
    "groups",
    "held_on",
    "hindrance",
    "in_transit",
    "interval",
    "legs_from_entries",
    "legs_of",
    "movements",
    "populations",
    "proposed",
    "reconcile",
    "resolved",
    "roster_census",
    "rosters_of",
    "rule_words",
    "series",
    "stays_of",
    "subjects",
    "way",
]
