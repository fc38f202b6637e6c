"""Presence: surely, perhaps, not; by the two rules; and the count of a stretch against that of each of its days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from paradero.ledger import Claim, Episode, Rule, Subject
from paradero.ledger.people_words import Whom
from paradero.ledger.presence import NOWHERE, Through, held_by_rule, there_on, through
from paradero.model import Figure, When
from paradero.model.naming import Place

MARCH = date(2025, 3, 1)
NORTH, SOUTH = Place("Penal Norte", "facility", "Alba"), Place("Penal Sur", "facility", "Alba")
Days = tuple[int | None, int | None, int | None, int | None]


def day(number: int | None) -> date | None:
    return None if number is None else MARCH + timedelta(number)


def subject(id: str, kind: str = "person", *claims: Claim) -> Subject:
    return Subject(id, kind, id.title(), frozenset(), claims)


def stay(of: Subject, days: Days, *places: Place, claims: tuple[Claim, ...] = ()) -> Episode:
    begins, begun, over, ends = map(day, days)
    own = claims or (Claim(f"{of.id}-{days}", f"{of.id}-{days}", "list", "Foro Alba", "held", "held"),)
    start, end = When("", begins, begun), When("", None, None, over, ends)
    return Episode(of, (), places, (), start, end, "", "", "not told", (), None, None, own)


@pytest.mark.parametrize(
    ("days", "on", "midnight", "any_part"),
    [
        ((0, 0, 9, 9), 0, True, True),  # the day of coming counts by both rules
        ((0, 0, 9, 9), 9, False, True),  # on the day of leaving they do not stay the night
        ((0, 5, 9, 9), 3, None, None),  # they may have come already
        ((0, 5, 9, 9), 5, True, True),  # they have come by now
        ((0, 0, 5, 9), 7, None, None),  # they may have left already
        ((0, 0, 9, None), 20, None, None),  # seen on the tenth, and nothing is told behind it
        ((0, 0, 9, None), 9, None, True),  # seen on that day: whether they stayed the night nobody tells
        ((None, 0, 9, 9), -3, None, None),  # nobody tells since when
        ((2, 2, 9, 9), 1, False, False),  # not yet
        ((0, 0, 9, 9), 10, False, False),  # gone
        ((None, None, None, 9), 3, None, None),  # of nothing but the end is anything told
    ],
)
def test_bounds_decide_who_is_surely_there(days: Days, on: int, midnight: bool | None, any_part: bool | None) -> None:
    one, when = stay(subject("ana"), days, NORTH), day(on)
    assert when is not None
    assert held_by_rule(one, when, Rule("midnight")) is midnight
    assert held_by_rule(one, when, Rule("any_part")) is any_part


def test_somebody_of_whom_two_places_are_told_is_perhaps_at_each() -> None:
    ana = subject("ana")
    found = there_on({"ana": ana}, {"ana": (stay(ana, (0, 0, 9, 9), NORTH, SOUTH),)}, MARCH)
    assert [(one.place.name, one.sure, one.perhaps) for one in found] == [("Penal Norte", 0, 1), ("Penal Sur", 0, 1)]


def test_a_place_that_nobody_tells_stands_last_and_a_state_can_be_asked_for() -> None:
    ana, eva = subject("ana"), subject("eva")
    chains = {"ana": (stay(ana, (0, 0, 9, 9)),), "eva": (stay(eva, (0, 0, 9, 9), SOUTH),)}
    subjects = {"ana": ana, "eva": eva}
    assert [one.place for one in there_on(subjects, chains, MARCH)] == [SOUTH, NOWHERE]
    assert [one.place for one in there_on(subjects, chains, MARCH, place="Alba")] == [SOUTH]


def test_persons_are_counted_once_and_stays_each() -> None:
    ana = subject("ana")
    chains = {"ana": (stay(ana, (0, 5, 9, 9), NORTH), stay(ana, (0, 0, 9, 9), NORTH))}
    (once,) = there_on({"ana": ana}, chains, MARCH)
    (each,) = there_on({"ana": ana}, chains, MARCH, Rule(unit="stay"))
    assert (once.sure, once.perhaps) == (1, 0)
    assert (each.sure, each.perhaps) == (1, 1)


def test_groups_keep_their_figures_as_said_and_are_never_counted() -> None:
    whom = Whom("the miners")
    said = [
        Claim("a", "a", "report", "Union", "held", "held", whom=whom, figure=Figure("=", 40)),
        Claim("b", "b", "report", "Ministry", "held", "held", whom=whom, figure=Figure("~", 30)),
        Claim("c", "c", "report", "Union", "held", "held", whom=whom, figure=Figure("=", 5), part_of="a"),
        Claim("d", "d", "report", "Outlet", "held", "held", whom=whom, figure=Figure(None, None, written="many")),
    ]
    miners = subject("miners", "group", *said)
    (found,) = there_on({"miners": miners}, {"miners": (stay(miners, (0, 0, 9, 9), NORTH, claims=tuple(said)),)}, MARCH)
    assert (found.sure, found.perhaps, found.persons) == (0, 0, ())
    assert [one.id for one in found.groups[0].figures] == ["a", "b"]  # neither the part nor what has no number


def test_a_stretch_that_nobody_is_told_of_has_no_rows() -> None:
    made = through({}, {}, MARCH, MARCH + timedelta(3))
    assert (made.places, made.sure.shape, [run[:2] for run in made.runs()]) == ((), (0, 4), [(MARCH, day(3))])


@pytest.mark.parametrize("unit", ["person", "stay"])
@pytest.mark.parametrize("at", ["midnight", "any_part"])
@pytest.mark.parametrize("seed", range(6))
def test_a_stretch_counts_what_each_of_its_days_counts(seed: int, at: str, unit: str) -> None:
    rule = Rule(at, unit)  # type: ignore[arg-type]
    subjects, chains = drawn(Random(seed))
    last = MARCH + timedelta(30)
    made = through(subjects, chains, MARCH, last, rule)
    for number in range(31):
        found = there_on(subjects, chains, MARCH + timedelta(number), rule)
        assert {one.place: (one.sure, one.perhaps) for one in found if one.persons} == on(made, number)
    runs = made.runs()
    assert (runs[0][0], runs[-1][1]) == (MARCH, last)
    assert all(one[2:] != other[2:] for one, other in pairwise(runs))


def on(made: Through, number: int) -> dict[Place, tuple[int, int]]:
    counts = {
        place: (int(made.sure[row, number]), int(made.perhaps[row, number])) for row, place in enumerate(made.places)
    }
    return {place: pair for place, pair in counts.items() if pair != (0, 0)}


def drawn(random: Random) -> tuple[dict[str, Subject], dict[str, tuple[Episode, ...]]]:
    subjects = {name: subject(name) for name in ("ana", "eva", "ivo", "luz", "noa")}
    subjects["miners"] = subject("miners", "group")
    chains = {}
    for name, one in subjects.items():
        episodes = []
        for _ in range(random.randint(0, 3)):
            begins, begun = sorted(random.choices(range(-5, 36), k=2))
            over, ends = sorted(random.choices(range(begins, 41), k=2))
            days = tuple(number if random.random() < 0.8 else None for number in (begins, begun, over, ends))
            places = random.sample((NORTH, SOUTH), random.choice((0, 1, 1, 1, 2)))
            episodes.append(stay(one, days, *places))  # type: ignore[arg-type]
        chains[name] = tuple(episodes)
    return subjects, chains
