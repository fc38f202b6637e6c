"""Rolls of a leg compared: agreed against delivered against confirmed, person by person; what nobody tells stays open.

A list belongs to a leg by a person's word; else by a rule that is named: the receiver's own list of who arrived, within
days of the leg, or a list that shares a person, as judged, with one that belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from paradero.ledger.assembling import Placing
from paradero.ledger.claims import Claim
from paradero.ledger.exchange import Leg
from paradero.ledger.subjects import Subject

Outcome = Literal[
    "as agreed",
    "delivered",
    "substituted",
    "withheld",
    "extra",
    "refused",
    "not held",
    "deceased",
    "already released",
    "not known",
    "listed twice",
    "unaccounted for",
]
_AGREED = frozenset({"requested", "offered", "agreed", "scheduled"})
_LEFT = frozenset({"departed"})
_CAME = frozenset({"handed_over", "arrived", "released", "verified"})
_WITHIN = timedelta(days=10)


@dataclass(frozen=True)
class Roll:
    """A list as evidence: what it says of everybody on it.

    Attributes:
        document: its id. state: what it says of everybody ("departed"); party: the state or party that published it.
        persons: ids of the persons on it, in order. unnamed: rows that stand for people without names, as claims.
        said_on: its day, on the claims. claims: one for each row.
    """

    document: str
    state: str
    party: str
    persons: tuple[str, ...]
    unnamed: tuple[Claim, ...]
    claims: tuple[Claim, ...]

    @property
    def without_name(self) -> int | float | None:
        """How many people its unnamed rows count; None when one of them gives no number."""
        numbers = [one.figure.value if one.figure is not None else None for one in self.unnamed]
        told = [one for one in numbers if one is not None]
        return sum(told) if len(told) == len(numbers) else None


@dataclass(frozen=True, slots=True)
class OnRolls:
    """What became of one person, by the lists of a leg and by what else is said.

    Attributes:
        person: id. outcome: in one word or two. rolls: ids of the lists they stand on.
        claims: ids of the claims that tell it.
    """

    person: str
    outcome: Outcome
    rolls: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgainstNames:
    """A figure against names: how many are named, and how many are not; below zero there are too many names.

    ``figure`` is its id, ``written`` the number as said.
    """

    figure: str
    written: str
    named: int
    unnamed: int | float

    @property
    def text(self) -> str:
        """The arithmetic: "252 - 10 = 242"."""
        return f"{self.written} - {self.named} = {self.unnamed}"


@dataclass(frozen=True, slots=True)
class Compared:
    """The lists of a leg compared; ``why`` tells for each list, in order, how it came to the leg."""

    leg: Leg
    rolls: tuple[Roll, ...]
    why: tuple[str, ...]
    persons: tuple[OnRolls, ...]

    def count(self, outcome: Outcome) -> int:
        """Count those of an outcome."""
        return sum(one.outcome == outcome for one in self.persons)

    @property
    def without_name(self) -> int | float | None:
        """How many people the lists count without naming them; None when a row gives no number."""
        numbers = [one.without_name for one in self.rolls]
        told = [one for one in numbers if one is not None]
        return sum(told) if len(told) == len(numbers) else None

    @property
    def against_names(self) -> tuple[AgainstNames, ...]:
        """The numbers said of the leg against the names on its lists, each person once."""
        figures = {one.id: one for cell in self.leg.cells for one in cell.numbers if one.figure.operator == "="}
        named = len(self.persons)
        return tuple(
            AgainstNames(id, one.written, named, one.figure.value - named)
            for id, one in figures.items()
            if one.figure.value is not None and one.figure.high is None and one.unit == "persons"
        )


def rolls(claims: Iterable[Claim]) -> tuple[Roll, ...]:
    """Return the lists among claims, in the order in which they come."""
    by_document: dict[str, list[Claim]] = {}
    for one in claims:
        if one.row is not None:
            by_document.setdefault(one.document, []).append(one)
    return tuple(_roll(document, own) for document, own in by_document.items())


def _roll(document: str, claims: Sequence[Claim]) -> Roll:
    states = [one.state for one in claims if one.state]
    state = max(dict.fromkeys(states), key=states.count, default="")
    persons = tuple(dict.fromkeys(person for one in claims if one.whom is not None for person in _persons(one)))
    unnamed = tuple(one for one in claims if one.whom is not None and not _persons(one) and one.figure is not None)
    return Roll(document, state, claims[0].party, persons, unnamed, tuple(claims))


def _persons(claim: Claim) -> tuple[str, ...]:
    return () if claim.whom is None else claim.whom.persons or claim.whom.names


def placed(found: Sequence[Roll], legs: Sequence[Leg], placings: Sequence[Placing]) -> dict[str, tuple[Leg, str]]:
    """Return for each list that belongs to a leg the leg, and how that is known."""
    of_claim = {claim.id: leg for leg in legs for claim in leg.movement.every} | {leg.id: leg for leg in legs}
    of_claim |= {claim.statement: leg for leg in legs for claim in leg.movement.every}
    ids = {one.document for one in found}
    belongs: dict[str, tuple[Leg, str]] = {}
    refused: set[tuple[str, str]] = set()
    for word in placings:
        roll, claim = (word.one, word.other) if word.one in ids else (word.other, word.one)
        leg = of_claim.get(claim)
        if roll in ids and leg is not None:
            if word.together:
                belongs[roll] = (leg, f"{word.by} put it there")
            else:
                refused.add((roll, leg.id))
    for one in found:
        fitting = [leg for leg in legs if _receivers_own(one, leg) and (one.document, leg.id) not in refused]
        if one.document not in belongs and len(fitting) == 1:
            belongs[one.document] = (fitting[0], "the receiver's own list, within days of the leg")
    for one in found:
        shared = {belongs[other.document][0].id for other in found if other.document in belongs and _share(one, other)}
        leg = next((leg for leg in legs if leg.id in shared), None)
        if (
            one.document not in belongs
            and len(shared) == 1
            and leg is not None
            and (one.document, leg.id) not in refused
        ):
            belongs[one.document] = (leg, "it shares a person, as judged, with a list of the leg")
    return belongs


def _receivers_own(roll: Roll, leg: Leg) -> bool:
    if roll.state not in _CAME or not roll.party or roll.party != leg.receiver:
        return False
    said = [one.said_on for one in roll.claims if one.said_on is not None]
    day = leg.movement.day.latest_end or leg.movement.day.latest_start
    return bool(said) and day is not None and abs(said[0] - day) <= _WITHIN


def _share(one: Roll, other: Roll) -> bool:
    return one is not other and bool(set(one.persons) & set(other.persons))


def compared(leg: Leg, own: Sequence[tuple[Roll, str]], subjects: Mapping[str, Subject]) -> Compared:
    """Compare the lists of a leg, person by person.

    Args:
        leg: which. own: its lists, each with how it came to the leg.
        subjects: persons by id, with all that is said of them.
    """
    lists = [roll for roll, _ in own]
    people = dict.fromkeys(person for roll in lists for person in roll.persons)
    asked = any(roll.state in _AGREED for roll in lists)
    outcomes = tuple(_outcome(person, lists, subjects.get(person), asked) for person in people)
    return Compared(leg, tuple(lists), tuple(why for _, why in own), outcomes)


def _outcome(person: str, lists: Sequence[Roll], subject: Subject | None, asked: bool) -> OnRolls:
    on = tuple(roll.document for roll in lists if person in roll.persons)
    said = () if subject is None else subject.claims
    ids = tuple(one.id for one in said)
    agreed = any(roll.state in _AGREED for roll in lists if person in roll.persons)
    return OnRolls(person, _word(said, agreed, asked), on, ids)


def _word(said: Sequence[Claim], agreed: bool, asked: bool) -> Outcome:
    actual = [one for one in said if one.modality == "actual" and one.stance not in ("denies", "retracts", "demands")]
    positive = {one.act for one in actual if not one.negative}
    if {one.state for one in actual if not one.negative} & _CAME:
        return "as agreed" if agreed else "extra" if asked else "delivered"
    exits: tuple[tuple[str, Outcome], ...] = (
        ("died", "deceased"),
        ("refused", "refused"),
        ("withheld", "withheld"),
        ("substituted", "substituted"),
        ("listed_twice", "listed twice"),
        ("not_known", "not known"),
    )
    for act, outcome in exits:
        if act in positive:
            return outcome
    if any(one.act == "held" and one.negative for one in actual):
        return "not held"
    return "unaccounted for"
