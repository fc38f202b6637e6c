"""Presence: whom the chains put where on a day, surely or perhaps, and the groups with their figures as said.

A pure function of chains. Persons are counted one by one; a group is never counted, it stands with the numbers that
people said of it. Where the bounds of a stay, or several places told of it, leave it open, somebody is perhaps there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.ledger.claims import Claim
from paradero.ledger.episodes import Episode
from paradero.ledger.stay_census import Rule, census
from paradero.ledger.stays import stays_of
from paradero.ledger.subjects import Subject
from paradero.model import When
from paradero.model.naming import Place

NOWHERE = Place("", "")  # of a stay whose place nobody tells
WAY = Place("on the way", "way")  # of whoever is at no place, since they left one and have not reached the next


@dataclass(frozen=True, slots=True)
class Presence:
    """One subject's stay at one place, as of a day; ``sure`` is False where the bounds or the places leave it open."""

    subject: Subject
    episode: Episode
    sure: bool

    @property
    def figures(self) -> tuple[Claim, ...]:
        """The claims of the stay that say a number of the whole group; none for a person."""
        if self.subject.kind == "person":
            return ()
        return tuple(
            one for one in self.episode.claims if one.figure is not None and one.figure.known and not one.part_of
        )


@dataclass(frozen=True, slots=True)
class There:
    """Who is told to be at one place on a day.

    Attributes:
        place: the narrowest told, ``NOWHERE`` for stays without one.
        persons, groups: their stays there, those that are sure first.
        unit: as of the rule: each person once, or each stay.
    """

    place: Place
    persons: tuple[Presence, ...]
    groups: tuple[Presence, ...]
    unit: str = "person"

    @property
    def sure(self) -> int:
        """How many persons, or stays, are surely there."""
        return sum(one.sure for one in self._counted)

    @property
    def perhaps(self) -> int:
        """How many more are perhaps there."""
        return sum(not one.sure for one in self._counted)

    @property
    def _counted(self) -> tuple[Presence, ...]:
        return self.persons if self.unit == "stay" else _once(self.persons)


@dataclass(frozen=True)
class Through:
    """Persons of the register by place and day of a stretch.

    Attributes:
        places: in the order of the rows. first: the day of the first column.
        sure, perhaps: how many surely are there, and how many more perhaps.
        rule: what was counted.
    """

    places: tuple[Place, ...]
    first: date
    sure: NDArray[np.int32]
    perhaps: NDArray[np.int32]
    rule: Rule

    def runs(self) -> tuple[tuple[date, date, tuple[int, ...], tuple[int, ...]], ...]:
        """Return the stretches in which nothing changes: first and last day, and how many are at each place."""
        days = self.sure.shape[1]
        if not days:
            return ()
        both = np.concatenate([self.sure, self.perhaps])
        changes = np.flatnonzero((both[:, 1:] != both[:, :-1]).any(axis=0)) + 1
        bounds = [0, *map(int, changes), days]
        return tuple(
            (
                self.first + timedelta(begin),
                self.first + timedelta(end - 1),
                tuple(map(int, self.sure[:, begin])),
                tuple(map(int, self.perhaps[:, begin])),
            )
            for begin, end in pairwise(bounds)
        )


def there_on(
    subjects: Mapping[str, Subject],
    chains: Mapping[str, Sequence[Episode]],
    day: date,
    rule: Rule = Rule(),  # noqa: B008 - frozen
    place: str = "",
) -> tuple[There, ...]:
    """Return who is told to be where on a day, by place.

    Args:
        subjects, chains: of a ledger.
        day: the day asked about.
        rule: at midnight or for any part of the day; persons or stays. What was known when is the ledger's.
        place: only this place or state, by its canonical name; empty for all.
    """
    found: dict[Place, list[Presence]] = {}
    for id, episodes in chains.items():
        for one in episodes:
            if (held := held_by_rule(one, day, rule)) is False:
                continue
            spots = spots_of(one)
            for spot in spots:
                if _wanted(spot, place):
                    sure = bool(held) and len(spots) == 1
                    found.setdefault(spot, []).append(Presence(subjects[id], one, sure))
    return tuple(_there(spot, of, rule) for spot, of in sorted(found.items(), key=lambda item: _order(item[0])))


def through(
    subjects: Mapping[str, Subject],
    chains: Mapping[str, Sequence[Episode]],
    first: date,
    last: date,
    rule: Rule = Rule(),  # noqa: B008 - frozen
    place: str = "",
    travelling: Sequence[Travelling] = (),
) -> Through:
    """Count the persons at each place on each day of a stretch, both days included.

    Args:
        subjects, chains, rule, place: as for ``there_on``.
        first, last: the stretch.
        travelling: the ways of people, counted at ``WAY``, which is no place; none to leave them out.
    """
    sure: list[tuple[str, Place, date, date | None]] = []
    maybe: list[tuple[str, Place, date, date | None]] = []
    stretches: list[tuple[str, Stretched, tuple[Place, ...]]] = [
        (id, one, spots_of(one)) for id, episodes in chains.items() for one in episodes
    ]
    stretches += [(one.subject.id, one, (WAY,)) for one in travelling]
    for id, stretch, spots in stretches:
        if subjects[id].kind != "person":
            continue
        begun, over = stretch.start.latest_start, stretch.end.earliest_end
        for spot in (spot for spot in spots if spot is WAY or _wanted(spot, place)):
            earliest = stretch.start.earliest_start
            maybe.append((id, spot, first if earliest is None else earliest, stretch.end.latest_end))
            if len(spots) == 1 and begun is not None and over is not None and begun <= over:
                sure.append((id, spot, begun, over))
    places = tuple(sorted({spot for _, spot, _, _ in maybe}, key=_order))
    counted = _counted(sure, places, first, last, rule)
    return Through(places, first, counted, _counted(maybe, places, first, last, rule) - counted, rule)


class Stretched(Protocol):
    """What begins and ends within bounds: a stay, or a way."""

    @property
    def start(self) -> When:
        """Within what bounds it begins."""

    @property
    def end(self) -> When:
        """Within what bounds it ends."""


class Travelling(Stretched, Protocol):
    """Somebody's way."""

    @property
    def subject(self) -> Subject:
        """Whose it is."""


def held_by_rule(episode: Stretched, day: date, rule: Rule) -> bool | None:
    """Tell whether a day lies in a stay, or a way; at midnight, whoever leaves, or arrives, on the day is gone."""
    night = timedelta(1) if rule.at == "midnight" else timedelta(0)
    start, end = episode.start, episode.end
    if start.earliest_start is not None and day < start.earliest_start:
        return False
    if end.latest_end is not None and day + night > end.latest_end:
        return False
    begun = start.latest_start is not None and day >= start.latest_start
    lasts = end.earliest_end is not None and day + night <= end.earliest_end
    return True if begun and lasts else None


def spots_of(episode: Episode) -> tuple[Place, ...]:
    """Return the places of a stay, ``NOWHERE`` alone when none is told."""
    return episode.places or (NOWHERE,)


def _counted(
    stays: Iterable[tuple[str, Place, date, date | None]],
    places: Sequence[Place],
    first: date,
    last: date,
    rule: Rule,
) -> NDArray[np.int32]:
    """Count stays by place and day with the census of tables; a stay that ends before it starts is no stay."""
    rows = [(id, places.index(spot), begin, end) for id, spot, begin, end in stays if end is None or end >= begin]
    counts = np.zeros((len(places), (last - first).days + 1), np.int32)
    if not rows:
        return counts
    people, spots, starts, ends = zip(*rows, strict=True)
    columns = {"person": people, "place": [str(spot) for spot in spots]}
    days = {"start": pa.array(starts, pa.date32()), "end": pa.array(ends, pa.date32())}
    made = census(stays_of(pa.table({**columns, **days}), max(last, date.today())), first, last, _timeless(rule))
    for name, row in zip(made.places, made.counts, strict=True):
        counts[int(name)] = row
    return counts


def _timeless(rule: Rule) -> Rule:
    return Rule(rule.at, rule.unit)


def _there(spot: Place, of: Sequence[Presence], rule: Rule) -> There:
    ordered = sorted(of, key=lambda one: (not one.sure, one.subject.label.casefold(), one.subject.id))
    persons = tuple(one for one in ordered if one.subject.kind == "person")
    return There(spot, persons, tuple(one for one in ordered if one.subject.kind != "person"), rule.unit)


def _once(presences: Iterable[Presence]) -> tuple[Presence, ...]:
    """Return each person once; one of whom any stay is sure, surely."""
    first: dict[str, Presence] = {}
    for one in presences:
        if one.subject.id not in first or (one.sure and not first[one.subject.id].sure):
            first[one.subject.id] = one
    return tuple(first.values())


def _wanted(spot: Place, place: str) -> bool:
    return not place or place in (spot.name, spot.state)


def _order(spot: Place) -> tuple[bool, str, str]:
    return (not spot.name, spot.state.casefold(), spot.name.casefold())
