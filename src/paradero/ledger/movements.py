"""Movements: legs from one custody or place to another, with all that is said of leaving, travelling and arriving.

Claims of one subject belong to one movement when nothing in their places and days stands between them; that is worked
out. A movement keeps every claim by the state that it tells, so that departed and not arrived shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from paradero.ledger.carriers import Carrier
from paradero.ledger.claims import REACHING, Claim
from paradero.ledger.subjects import Subject
from paradero.model import When, digest
from paradero.model.naming import Place

ON_THE_WAY = frozenset({"in_transit", "stopped_over"})
_TRAVELLING = ON_THE_WAY | REACHING | {"departed", "transferred", "deported", "extradited"}
_BODIES = frozenset({"agency", "armed_group", "party", "organisation", "court"})
_DONE = frozenset({"handed_over", "arrived", "released"})


@dataclass(frozen=True, slots=True)
class CarriedBy:
    """By whom or what people were carried, with the claims that tell it in the same words."""

    carrier: Carrier
    claims: tuple[Claim, ...]

    @property
    def planned(self) -> bool:
        """Whether it is only told of what was still to come."""
        return all(one.modality != "actual" for one in self.claims)


@dataclass(frozen=True)
class Movement:
    """One leg.

    Attributes:
        subject: whose. id: by the claim that tells it first.
        origin, destination: where from and where to, the narrowest place told; None when nobody says. via: stops.
        claims: what is said of it, in order; plans: what was asked, offered, agreed or set of it before; lists: names
            of its people, and what was checked of them.
        rules: codes of what was worked out of its route.
    """

    subject: Subject
    origin: Place | None
    destination: Place | None
    via: tuple[Place, ...]
    claims: tuple[Claim, ...]
    plans: tuple[Claim, ...] = ()
    lists: tuple[Claim, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[Claim, ...]:
        """All that is said of it: plans, claims, names and checks."""
        return (*self.plans, *self.claims, *self.lists)

    @cached_property
    def id(self) -> str:
        """The id, by the subject and the claim that tells it first."""
        return digest("movement", self.subject.id, (self.claims or self.plans)[0].id)

    @property
    def states(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims by state, plans included."""
        found: dict[str, tuple[Claim, ...]] = {}
        for one in self.every:
            if one.state:
                found[one.state] = (*found.get(one.state, ()), one)
        return found

    @property
    def carried_out(self) -> bool:
        """Whether somebody says that it took place."""
        return any(one.state in _DONE or one.act in ON_THE_WAY or one.act == "departed" for one in self.claims)

    @property
    def arrived(self) -> bool | None:
        """Whether somebody says that they reached its end; None when they only left, or nothing is told of the way."""
        if any(one.act in REACHING or one.act == "received" for one in self.claims if one.modality == "actual"):
            return True
        return None

    @cached_property
    def carriers(self) -> tuple[CarriedBy, ...]:
        """By whom or what people are said to be carried, each with who says so; empty when nobody tells."""
        found: dict[tuple[str, str, str], tuple[Carrier, list[Claim]]] = {}
        for one in (*self.claims, *self.plans):
            for carrier in one.carriers:
                found.setdefault(carrier.key, (carrier, []))[1].append(one)
        return tuple(CarriedBy(carrier, tuple(claims)) for carrier, claims in found.values())

    @property
    def set_out(self) -> bool:
        """Whether somebody tells that they left for somewhere, or were on their way."""
        return any(one.act in ON_THE_WAY or one.act == "departed" for one in self.claims)

    @property
    def let_go(self) -> bool:
        """Whether somebody tells that they were handed over or let go, so that they no longer are on the way."""
        return any(one.state in ("handed_over", "released") for one in self.claims)

    @property
    def death(self) -> bool:
        """Whether all that is told of it is a death: an end, and no way to anywhere."""
        return bool(self.claims) and all(one.act == "died" for one in self.claims)

    @property
    def changes_holder_only(self) -> bool:
        """Whether the holder changed and nobody tells that people moved: they were handed to a body, not to a place."""
        travelled = any(one.act in _TRAVELLING for one in self.claims)
        handed = any(one.act in ("handed_over", "received") for one in self.claims)
        body = self.destination is not None and self.destination.kind in _BODIES
        return handed and body and not travelled

    @cached_property
    def day(self) -> When:
        """When it took place: within the bounds of the claims that tell a day, else by the day it was told."""
        firsts = [one.first for one in self.claims if one.first is not None]
        lasts = [one.last for one in self.claims if one.first is not None and one.last is not None]
        if firsts:
            first, last = max(firsts), min(lasts, default=None)
            if last is not None and last < first:  # claims contradict: all that any of them allows
                first, last = min(firsts), max(lasts)
            return When("", first, last, first, last)
        said = [one.said_on for one in self.claims if one.said_on is not None]
        return When("", None, min(said), None, min(said)) if said else When()

    @property
    def home(self) -> bool:
        """Whether it leads to the state whose people they are."""
        return self.destination is not None and self.destination.state in self.subject.peoples
