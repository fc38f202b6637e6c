"""Underway: who has left and not arrived, surely or perhaps, by the two rules; and nobody who was let go."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paradero.ledger import Rule
from paradero.ledger.presence import WAY, through
from paradero.ledger.underway import underway_on
from tests.ledger.saying import Report, ledger, when

LEFT, CAME = when("on 3 March", "2025-03-03"), when("on 5 March", "2025-03-05")


def told(*said: str) -> Report:
    """A report of ten Venezuelans and of Ana Quiroz: who left Cecot on 3 March, arrived on 5 March, or was let go."""
    report = Report("report", "2025-03-09")
    for who, names in (("10 Venezuelans", ()), ("Ana Quiroz", ("Ana Quiroz",))):
        number = {} if names else {"number": "10"}
        whom: dict[str, Any] = {"who": who, "names": names, **number}
        if "left" in said:
            report.says(f"{who} left Cecot on 3 March", "departed", **whom, origin="Cecot", when=LEFT)
        if "came" in said:
            report.says(f"{who} reached Caracas on 5 March", "arrived", **whom, destination="Caracas", when=CAME)
        if "let go" in said:
            report.says(f"{who} were released from Cecot on 3 March", "released", **whom, origin="Cecot", when=LEFT)
    return report


@pytest.mark.parametrize(
    ("said", "day", "midnight", "any_part"),
    [
        (("left", "came"), 2, None, None),  # not yet
        (("left", "came"), 3, True, True),  # they left on the day, and are nowhere at night
        (("left", "came"), 4, True, True),
        (("left", "came"), 5, None, True),  # they arrive on the day, and stay the night there
        (("left", "came"), 6, None, None),
        (("left",), 3, False, False),  # nobody tells that they arrived: they may have, on the same day
        (("left",), 30, False, False),  # and still may not have
        (("left",), 2, None, None),
        (("came",), 4, None, None),  # nobody tells that they set out
        (("left", "let go"), 4, None, None),  # whoever is free is not on the way
        (("let go",), 4, None, None),
    ],
)
def test_who_has_left_and_not_arrived_is_on_the_way(
    said: tuple[str, ...], day: int, midnight: bool | None, any_part: bool | None
) -> None:
    of = ledger(told(*said))
    for at, expected in (("midnight", midnight), ("any_part", any_part)):
        rule = Rule("midnight") if at == "midnight" else Rule("any_part")
        found = underway_on(of.subjects, of.movements, date(2025, 3, day), rule)
        wanted = {} if expected is None else {"10 Venezuelans": expected, "Ana Quiroz": expected}
        assert {one.subject.label: one.sure for one in found} == wanted, at


def test_a_way_concerns_both_its_ends_and_keeps_its_numbers_and_whether_arrival_is_told() -> None:
    of = ledger(told("left", "came"))
    day = date(2025, 3, 4)
    for place, many in (("Cecot", 2), ("El Salvador", 2), ("Caracas", 2), ("Havana", 0), ("", 2)):
        assert len(underway_on(of.subjects, of.movements, day, place=place)) == many, place
    group, person = underway_on(of.subjects, of.movements, day)
    assert [one.figure.value for one in group.figures if one.figure is not None] == [10, 10]
    assert (person.figures, group.told_to_arrive) == ((), True)
    of = ledger(told("left"))
    assert not any(one.told_to_arrive for one in underway_on(of.subjects, of.movements, day))


def test_a_stretch_counts_the_ways_of_persons_day_by_day_as_each_day_does() -> None:
    of = ledger(told("left", "came"))
    travelling = underway_on(of.subjects, of.movements, date(2025, 3, 4))
    made = through(of.subjects, of.chains, date(2025, 3, 1), date(2025, 3, 8), Rule("midnight"), "", travelling)
    row = made.sure[made.places.index(WAY)]
    days = [date(2025, 3, number) for number in range(1, 9)]
    each = [underway_on(of.subjects, of.movements, day, Rule("midnight")) for day in days]
    assert list(row) == [sum(one.sure and one.subject.kind == "person" for one in found) for found in each]
    assert list(row) == [0, 0, 1, 1, 0, 0, 0, 0]
    without = through(of.subjects, of.chains, date(2025, 3, 1), date(2025, 3, 8))
    assert WAY not in without.places
