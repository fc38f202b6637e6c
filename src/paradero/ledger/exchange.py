"""Exchanges: parties, legs and what each party says of every state of each leg. A pure function of movements.

An exchange is a proposal, assembled from claims that belong together: somebody says that people were given in return
for others, and legs of the same documents and days share its parties. A person accepts or corrects it. What only one
side says stands out; a number that nobody gave is unknown and never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from paradero.ledger.claims import Claim
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.groups import telling
from paradero.ledger.intermediaries import Intermediary, intermediaries_of
from paradero.ledger.movements import Movement
from paradero.ledger.terms import Condition, StageTold, conditions_of, stages_of
from paradero.model import When, digest

# In the order in which a leg goes through them; side exits stand behind.
STATES = (
    "requested",
    "offered",
    "agreed",
    "scheduled",
    "departed",
    "handed_over",
    "arrived",
    "released",
    "confirmed",
    "named",
    "verified",
)
EXITS = ("refused", "withheld", "substituted", "postponed", "not_held", "deceased", "already_released")
DELIVERED = ("handed_over", "arrived", "released", "confirmed", "verified")
Standing = Literal["confirmed by both", "confirmed by one side", "asserted by others only", "only planned", "not told"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party says of one state of a leg: the claims, each with the figure that it carries."""

    party: str
    state: str
    claims: tuple[Claim, ...]

    @property
    def numbers(self) -> tuple[AttributedFigure, ...]:
        """The figures of the whole leg, with a number or without; those that count a part of it stand apart."""
        return tuple(figure for one in self.claims if not one.part_of and (figure := attributed(one)) is not None)


@dataclass(frozen=True)
class Leg:
    """One leg of an exchange.

    Attributes:
        movement: who, from where to where, with all claims. also: movements of the same people that were put to it.
        in_return_for: ids of the legs in return for which it was given; why_return: how that is known.
    """

    movement: Movement
    in_return_for: tuple[str, ...] = ()
    why_return: str = ""

    @property
    def id(self) -> str:
        """The id of its movement."""
        return self.movement.id

    @property
    def label(self) -> str:
        """The words that show best who they are: those of the subject, unless its other movements are told of so."""
        words = self.movement.subject.label
        own = [one for one in self.movement.every if one.whom is not None and one.whom.label]
        if self.movement.subject.kind == "person" or any(one.whom and one.whom.label == words for one in own):
            return words
        best = max(own, key=telling, default=None)
        return words if best is None or best.whom is None else best.whom.label

    @property
    def sender(self) -> str:
        """The state or party that they leave; empty when nobody tells."""
        place = self.movement.origin
        return "" if place is None else place.state or place.name

    @property
    def receiver(self) -> str:
        """The state or party that they go to; empty when nobody tells."""
        place = self.movement.destination
        return "" if place is None else place.state or place.name

    @property
    def hubs(self) -> tuple[str, ...]:
        """The states by way of which they go."""
        return tuple(dict.fromkeys(place.state or place.name for place in self.movement.via))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What each party says of each state, in the order of states."""
        told: dict[tuple[str, str], list[Claim]] = {}
        for one in self.movement.every:
            for state in _states(one):
                told.setdefault((state, one.party or one.speaker), []).append(one)
        order = {state: at for at, state in enumerate((*STATES, *EXITS))}
        return tuple(
            Cell(party, state, tuple(claims))
            for (state, party), claims in sorted(told.items(), key=lambda one: (order.get(one[0][0], 99), one[0][1]))
        )

    def cell(self, party: str, state: str) -> Cell | None:
        """Return what a party says of a state; None when it says nothing."""
        return next((one for one in self.cells if (one.party, one.state) == (party, state)), None)

    @property
    def confirmed_by(self) -> tuple[str, ...]:
        """The leg's own sides, sender and receiver, that say it took place."""
        sides = (self.sender, self.receiver)
        saying = {one.party for one in self.cells if one.state in DELIVERED}
        return tuple(side for side in sides if side and side in saying)

    @property
    def asserted_by(self) -> tuple[str, ...]:
        """Everybody who says that it took place."""
        return tuple(dict.fromkeys(one.party for one in self.cells if one.state in (*DELIVERED, "departed")))

    @property
    def standing(self) -> Standing:
        """How well it is known to have taken place, by who says so."""
        if len(self.confirmed_by) == 2:
            return "confirmed by both"
        if self.confirmed_by:
            return "confirmed by one side"
        if self.asserted_by:
            return "asserted by others only"
        return "only planned" if self.cells else "not told"

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers said of its people who were delivered, as written, without those that give none."""
        told = [one for cell in self.cells if cell.state in DELIVERED for one in cell.numbers if one.known]
        return tuple(dict.fromkeys(one.written for one in told))


@dataclass(frozen=True)
class Exchange:
    """People given up by parties in return for others.

    Attributes:
        legs: in the order of their senders and days.
        day: within what bounds it took place.
        markers: the claims that say that it is an exchange. why: how its legs were put together, one reason each.
        apart: claims of its documents that may belong to it and to no leg: nobody is told whom they mean.
        by: who accepted it; empty for a proposal. problems are told beside it.
        talks: claims of its documents that belong to no leg and tell who mediated, conditions or stages.
        voices: claims of its documents, for who is meant by a short name.
    """

    legs: tuple[Leg, ...]
    day: When
    markers: tuple[Claim, ...]
    why: tuple[str, ...]
    apart: tuple[Claim, ...] = ()
    by: str = ""
    talks: tuple[Claim, ...] = ()
    voices: tuple[Claim, ...] = ()

    @cached_property
    def id(self) -> str:
        """The id, by the claim that says first that it is an exchange."""
        return digest("exchange", min(one.id for one in self.markers))

    @property
    def senders(self) -> tuple[str, ...]:
        """The parties who let people go."""
        return tuple(dict.fromkeys(leg.sender for leg in self.legs if leg.sender))

    @property
    def receivers(self) -> tuple[str, ...]:
        """The parties to whom people go."""
        return tuple(dict.fromkeys(leg.receiver for leg in self.legs if leg.receiver))

    @property
    def hubs(self) -> tuple[str, ...]:
        """The states by way of which people go."""
        return tuple(dict.fromkeys(hub for leg in self.legs for hub in leg.hubs))

    @property
    def parties(self) -> tuple[str, ...]:
        """Senders and receivers, once each."""
        return tuple(dict.fromkeys((*self.senders, *self.receivers)))

    @cached_property
    def intermediaries(self) -> tuple[Intermediary, ...]:
        """Who is said to have mediated, facilitated, guaranteed or hosted it, or is thanked for it; no party so."""
        return intermediaries_of(self._told, self.voices)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that somebody sets for it or for a leg, as said; none is judged to be met."""
        return conditions_of(self._told, self._legs_of)

    @cached_property
    def stages(self) -> tuple[StageTold, ...]:
        """The stages in which it, or a leg, is told to go."""
        return stages_of(self._told, self._legs_of)

    @cached_property
    def _told(self) -> tuple[Claim, ...]:
        """The claims of its legs, what marks it and the talks, once each, in the order of their reports."""
        every = [*(claim for leg in self.legs for claim in leg.movement.every), *self.markers, *self.talks]
        return tuple(sorted({one.id: one for one in every}.values(), key=lambda one: (one.document, one.start)))

    @cached_property
    def _legs_of(self) -> Mapping[str, tuple[str, ...]]:
        """The legs of each claim, by its id: those that it tells of, else those whose people it is about."""
        own = {claim.id: (leg.id,) for leg in self.legs for claim in leg.movement.every}
        about: dict[str, list[str]] = {}
        for leg in self.legs:
            for claim in leg.movement.subject.claims:
                about.setdefault(claim.id, []).append(leg.id)
        return {id: tuple(legs) for id, legs in about.items()} | own

    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each party the roles it has: sender, receiver, hub."""
        found: dict[str, list[str]] = {}
        for role, names in (("sender", self.senders), ("receiver", self.receivers), ("hub", self.hubs)):
            for name in names:
                found.setdefault(name, []).append(role)
        return {name: tuple(roles) for name, roles in found.items()}


def _states(claim: Claim) -> tuple[str, ...]:
    """Return the states that a claim tells; who confirms tells that as well as what is confirmed."""
    own = claim.state if claim.act != "in_transit" else "departed"
    confirms = ("confirmed",) if claim.confirms and own != "confirmed" else ()
    return (*((own,) if own else ()), *confirms)


def attributed(claim: Claim) -> AttributedFigure | None:
    """Return the figure of a claim as the counts desk takes it; "a number of" is a figure without a number."""
    if claim.told is not None:
        return claim.told
    if claim.figure is None or claim.whom is None:
        return None
    return AttributedFigure(
        claim.id,
        claim.speaker,
        claim.whom.label,
        claim.state,
        claim.figure,
        claim.said_on,
        quantifier=claim.scope,
        party=claim.party,
        source=claim.document,
    )
