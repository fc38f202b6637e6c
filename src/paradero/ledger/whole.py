"""The ledger as a whole: what follows from claims and judgements, each part worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from paradero.ledger.accounts import Account
from paradero.ledger.assembling import Placing, exchanges
from paradero.ledger.claims import Claim
from paradero.ledger.disputes import Dispute, disputes
from paradero.ledger.episodes import Episode, chain
from paradero.ledger.exchange import Exchange, Leg
from paradero.ledger.exchange_counts import accounts_of
from paradero.ledger.groups import Group, groups
from paradero.ledger.movements import Movement
from paradero.ledger.moving import movements
from paradero.ledger.relations import Relation
from paradero.ledger.rolls_compared import Compared, Roll, compared, placed, rolls
from paradero.ledger.subjects import Subject, subjects
from paradero.ledger.troubles import Trouble, troubles
from paradero.ledger.unaccounted import Missing, Remainder, Watched, missing, remainders, watched
from paradero.model import Problem


@dataclass(frozen=True)
class Ledger:
    """What follows from what was said and judged. Nothing in it was written; all of it can be thrown away.

    Attributes:
        claims: as ``resolved`` gives them. names: what persons of the register are called, by id.
        same, different: pairs of statements that people judged to speak of the same people, or of others.
        placings: people's words on which movements belong to one exchange.
        relations: how figures hang together, as people accepted them; None to propose them.
        today: the day after which nothing can have happened; None for now.
    """

    claims: tuple[Claim, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    placings: tuple[Placing, ...] = ()
    relations: tuple[Relation, ...] | None = None
    today: date | None = None

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """The claims by their id."""
        return {one.id: one for one in self.claims}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """People spoken of together."""
        return groups(self.claims, self.same, self.different)

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """Persons and groups, by id."""
        return {one.id: one for one in subjects(self.claims, self.groups, self.names)}

    @cached_property
    def movements(self) -> Mapping[str, tuple[Movement, ...]]:
        """The movements of each subject, by its id."""
        return {id: movements(one) for id, one in self.subjects.items()}

    @cached_property
    def chains(self) -> Mapping[str, tuple[Episode, ...]]:
        """The episodes of each subject, by its id; an episode whose end belongs to an exchange ends by exchange."""
        legs = {leg.id for one in self.exchanges for leg in one.legs}
        found = {}
        for id, subject in self.subjects.items():
            episodes = chain(subject, self.movements[id])
            found[id] = tuple(
                replace(one, ended_by="exchange") if one.finishes is not None and one.finishes.id in legs else one
                for one in episodes
            )
        return found

    @cached_property
    def _assembled(self) -> tuple[tuple[Exchange, ...], tuple[Problem, ...]]:
        moved = [one for of in self.movements.values() for one in of]
        return exchanges(moved, self.claims, self.placings)

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The exchanges, in the order of their days."""
        return self._assembled[0]

    def accounts(self, exchange: Exchange) -> tuple[tuple[Leg | None, Account], ...]:
        """Return the figures of an exchange held against each other."""
        return accounts_of(exchange, self.relations)

    @cached_property
    def rolls(self) -> tuple[Roll, ...]:
        """The lists."""
        return rolls(self.claims)

    def compared(self, exchange: Exchange) -> tuple[Compared, ...]:
        """Return the lists of each leg of an exchange compared, person by person; legs without a list are left out."""
        where = placed(self.rolls, exchange.legs, self.placings)
        found = []
        for leg in exchange.legs:
            own = [(one, where[one.document][1]) for one in self.rolls if where.get(one.document, (None,))[0] is leg]
            if own:
                found.append(compared(leg, own, self.subjects))
        return tuple(found)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """What is accused and denied."""
        about = {one.id: (id, subject.label) for id, subject in self.subjects.items() for one in subject.claims}
        return disputes(about, self.claims)

    @cached_property
    def troubles(self) -> tuple[Trouble, ...]:
        """What cannot all be right in the chains, or is not told."""
        return tuple(
            trouble
            for id, subject in self.subjects.items()
            for trouble in troubles(subject, self.movements[id], self.chains[id], self.today)
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of chains and exchanges."""
        return (*(one.problem for one in self.troubles), *self._assembled[1])

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """Of whom nothing is told behind leaving, or behind being agreed."""
        return missing(self.subjects.values())

    @cached_property
    def watched(self) -> tuple[Watched, ...]:
        """Persons who were let go, and whether they were taken again."""
        return watched(self.subjects.values(), self.chains)

    @cached_property
    def remainders(self) -> tuple[Remainder, ...]:
        """What the accounts of exchanges leave over."""
        return remainders(account for one in self.exchanges for _, account in self.accounts(one))

    def held_at(self, place: str, day: date) -> tuple[tuple[Subject, Episode, bool | None], ...]:
        """Return who is told to be held at a place or in a state on a day, and whether that is sure.

        Args:
            place: the canonical name of a place or state.
            day: the day asked about.

        Returns:
            Subject, episode, and True, or None where the bounds leave it open, or several places are told.
        """
        found = []
        for id, episodes in self.chains.items():
            for one in episodes:
                there = any(place in (spot.name, spot.state) for spot in one.places)
                if there and (held := one.holds_on(day)) is not False:
                    found.append((self.subjects[id], one, held if len(one.places) == 1 else None))
        return tuple(found)


def as_of(claims: Sequence[Claim], day: date) -> tuple[Claim, ...]:
    """Return the claims of what had taken place, or had been said, by the end of a day.

    What is told to have happened later is left out, whoever says so and when; so is what was said later of no day,
    since nobody knows whether it had happened by then. What was planned counts from the day on which it was said.
    """
    return tuple(one for one in claims if (known := _begun(one)) is None or known <= day)


def _begun(claim: Claim) -> date | None:
    """Return the day from which on a claim counts; None for what has no day at all."""
    if claim.modality != "actual" or claim.stance in ("demands", "offers"):
        return claim.said_on or claim.first
    return claim.first or claim.said_on


def as_said_by(claims: Sequence[Claim], day: date) -> tuple[Claim, ...]:
    """Return the claims that were said by the end of a day; one whose day nobody knows is not among them."""
    return tuple(one for one in claims if one.said_on is not None and one.said_on <= day)
