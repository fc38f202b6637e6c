"""Underway: who is on the way on a day, between leaving one place and reaching the next. A pure function of movements.

Whoever is on the way is at no place. Of whom nobody tells that they arrived, nobody knows since when they no longer
travel: they are perhaps on the way, and stand among the unaccounted for too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from paradero.ledger.claims import REACHING, Claim
from paradero.ledger.movements import Movement
from paradero.ledger.presence import held_by_rule
from paradero.ledger.stay_census import Rule
from paradero.ledger.subjects import Subject
from paradero.model import When


@dataclass(frozen=True, slots=True)
class Underway:
    """One subject's way.

    Attributes:
        subject, movement: whose, and which movement.
        start: the bounds within which they left. end: those within which they arrived; open when nobody tells.
        sure: whether they were on the way on the day asked about; False where the bounds leave it open.
    """

    subject: Subject
    movement: Movement
    start: When
    end: When
    sure: bool = False

    @property
    def told_to_arrive(self) -> bool:
        """Whether anybody tells that they arrived."""
        return self.movement.arrived is True

    @property
    def figures(self) -> tuple[Claim, ...]:
        """The claims of the movement that say a number of the whole group; none for a person."""
        if self.subject.kind == "person":
            return ()
        own = self.movement.claims
        return tuple(one for one in own if one.figure is not None and one.figure.known and not one.part_of)


def ways(
    subjects: Mapping[str, Subject], movements: Mapping[str, Sequence[Movement]], place: str = ""
) -> tuple[Underway, ...]:
    """Return every way that somebody is told to have set out on, with the bounds of leaving and arriving.

    Args:
        subjects, movements: of a ledger. Who was let go, or handed over where they were held, is on no way.
        place: only from or to this place or state, by its canonical name; empty for all.
    """
    found = []
    for id, moved in movements.items():
        for one in moved:
            if not one.set_out or (not one.arrived and one.let_go) or not _concerns(one, place):
                continue
            left = _bounds([claim for claim in one.claims if claim.act not in REACHING])
            reached = _bounds([claim for claim in one.claims if claim.act in REACHING])
            start = When("", left[0], left[1])
            found.append(Underway(subjects[id], one, start, When("", None, None, *reached)))
    return tuple(found)


def _concerns(movement: Movement, place: str) -> bool:
    ends = (movement.origin, movement.destination)
    return not place or any(place in (spot.name, spot.state) for spot in ends if spot is not None)


def underway_on(
    subjects: Mapping[str, Subject],
    movements: Mapping[str, Sequence[Movement]],
    day: date,
    rule: Rule = Rule(),  # noqa: B008 - frozen
    place: str = "",
) -> tuple[Underway, ...]:
    """Return who is on the way on a day, those that are sure first.

    Args:
        subjects, movements: of a ledger.
        day: the day asked about. rule: at midnight, or for any part of the day.
        place: only from or to this place or state, by its canonical name; empty for all.
    """
    found = []
    for one in ways(subjects, movements, place):
        if (held := held_by_rule(one, day, rule)) is not False:
            found.append(Underway(one.subject, one.movement, one.start, one.end, bool(held)))
    return tuple(sorted(found, key=lambda one: (not one.sure, one.subject.label.casefold(), one.subject.id)))


def _bounds(claims: Iterable[Claim]) -> tuple[date | None, date | None]:
    """Return the bounds in which all claims that tell a day agree; all that any allows where they contradict."""
    told = [one for one in claims if one.modality == "actual"]
    firsts = [one.first for one in told if one.first is not None]
    lasts = [one.last for one in told if one.last is not None and (one.first is not None or not firsts)]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is not None and last is not None and last < first:
        return min(firsts), max(lasts)
    return first, last
