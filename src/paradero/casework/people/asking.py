"""Asking who is who in a casebook: its records, what people have judged of them, and the proposals that wait."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.casework.people.calibrating import calibration
from paradero.casework.people.policy import SIGNED, Policy, policy
from paradero.casework.people.records import Record, records, table_of_records
from paradero.model import InvalidValue, Judgement, Named
from paradero.model.judgement import known_by
from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.linking import Calibrated, Explanation, Links, Queue, Register
    from paradero.linking.queueing import Proposal

MENTIONS = "mentions"  # the part of an audit entry's details that tells that a judgement is of two statements
LEAST = 6  # characters of an id that a person must give


@dataclass(frozen=True)
class People:
    """Everybody whom a casebook knows, and what is judged and proposed of them.

    Attributes:
        records: by id. policy: what the casebook asks for.
        judgements: all of the casebook, as known on the day asked about.
        register: who is who, as judged.
    """

    records: Mapping[str, Record]
    policy: Policy
    judgements: tuple[Judgement, ...]
    register: Register
    _links: Links | Calibrated | None = field(repr=False)

    @cached_property
    def queue(self) -> Queue:
        """The proposals, from which the next to be judged are taken."""
        from paradero.linking import Queue, no_pairs

        return Queue(no_pairs() if self._links is None else self._links.pairs)

    def explain(self, one: str, other: str) -> Explanation:
        """Tell what speaks for and against two records being one person."""
        from paradero.linking import UnknownRow

        if self._links is None:
            raise UnknownRow(one)
        return self._links.explain(one, other)

    def waiting_for(self, person: str, asked: int = 0, many: int = 1) -> tuple[Proposal, ...]:
        """Return the pairs that somebody should judge next, the best first.

        Args:
            person: who; what they have judged already is not asked again.
            asked: how many pairs were asked before; each tenth is drawn by chance.
            many: how many.
        """
        return self.queue.first(self.register, self.seen_by(person), asked, many)

    def left_for(self, person: str) -> int:
        """Count the pairs that wait for somebody."""
        return self.queue.left(self.register, self.seen_by(person))

    def seen_by(self, person: str) -> frozenset[tuple[str, str]]:
        """Return the pairs of which somebody's judgement is in force."""
        from paradero.linking import standing

        stand = standing(self.judgements)
        return frozenset(pair for pair, of in stand.items() if any(one.by == person for one in of))

    def person(self, id: str) -> tuple[str, ...]:
        """Return the ids of the person that a record is of, as judged; the record alone when it is joined to none."""
        return next((one for one in self.register.persons if id in one), (id,))

    def statements_of(self, id: str) -> tuple[str, ...]:
        """Return the ids of the statements of a report's person; none for the row of a list."""
        record = self.records.get(id)
        return record.source.statements if record is not None and isinstance(record.source, Named) else ()

    def judgements_about(self, person: Collection[str]) -> tuple[Judgement, ...]:
        """Return the judgements in force about any of some records, in order."""
        from paradero.linking import standing

        stand = (one for of in standing(self.judgements).values() for one in of)
        return tuple(sorted((one for one in stand if {*one.about} & {*person}), key=lambda one: one.made_at))

    def reason_of(self, judgement: Judgement) -> str:
        """Return why somebody judged so; empty when a record of it is shown no more, as the reason may quote its name.

        A record is shown no more when its person was taken out, or its list or report replaced.
        """
        return judgement.reason if all(id in self.records for id in judgement.about) else ""

    def candidates(self, person: Collection[str]) -> tuple[tuple[Proposal, str], ...]:
        """Return the undecided proposals about any of some records, the likeliest first, each with the other record."""
        waiting = (one for one in self.queue.in_order(self.register) if (one.one in person) != (one.other in person))
        found = [(one, one.other if one.one in person else one.one) for one in waiting]
        return tuple(sorted(found, key=lambda one: -one[0].probability))

    def with_judgement(self, *made: Judgement) -> People:
        """Return the same people after more judgements; nothing is linked anew."""
        judgements = (*self.judgements, *made)
        after = People(self.records, self.policy, judgements, _register(judgements, self.policy), self._links)
        after.__dict__["queue"] = self.queue
        return after

    def resolve(self, prefix: str) -> str:
        """Return the id of the one record that starts with a prefix of 6 characters or more.

        Raises:
            InvalidValue: when none does, or several.
        """
        found = [id for id in self.records if id.startswith(prefix.lower())] if len(prefix) >= LEAST else []
        if len(found) == 1:
            return found[0]
        cause = f"{len(found)} records begin" if found else "No record begins"
        hint = "Give at least 6 characters of an id that “people list” shows."
        raise InvalidValue(f"{cause} with {prefix!r}.", hint)


def people(casebook: Casebook, known_on: str = "", linked: bool = True) -> People:
    """Return everybody whom a casebook knows, linked anew; a pure function of what is written.

    Args:
        casebook: where.
        known_on: an ISO day or instant after which nothing is known; empty for everything.
        linked: False leaves out the proposals, for questions that only what is judged answers.
    """
    known = {one.id: one for one in records(casebook, known_on)}
    of_statements = {tuple(sorted(one.how["about"])) for one in casebook.done("judge", MENTIONS)}
    every = (one for one in casebook.judgements() if known_by(one.made_at, known_on))
    made = tuple(one for one in every if tuple(sorted(one.about)) not in of_statements)
    asked = policy(casebook, known_on)
    links = _links(casebook, known, known_on) if linked else None
    return People(MappingProxyType(known), asked, made, _register(made, asked), links)


def _register(judgements: tuple[Judgement, ...], asked: Policy) -> Register:
    from paradero.linking import register

    return register(judgements, reviewers=asked.reviewers, suffices=SIGNED)


def _links(casebook: Casebook, known: Mapping[str, Record], known_on: str) -> Links | Calibrated | None:
    from paradero.linking import Calibrated, link

    if not known:
        return None
    links = link(table_of_records(known.values()))
    weights = calibration(casebook, known_on)
    return links if weights is None else Calibrated(links, weights.weights)
