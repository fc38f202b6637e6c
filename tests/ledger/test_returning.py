"""Returning: how many are given in return, who "13 hostages" are, and when the same is told of another time."""

from __future__ import annotations

import pytest

from paradero.ledger import Claim
from tests.ledger.saying import Report, claims, ledger, when

FRIDAY, SUNDAY = when("on Friday", "2023-11-24"), when("on Sunday", "2023-11-26")


@pytest.mark.parametrize(
    ("words", "number", "rules"),
    [
        ("150 prisoners", "=150", ("counted_in_the_words",)),
        ("about 150 prisoners", "~150", ("counted_in_the_words",)),
        ("the ten prisoners", "=10", ("counted_in_the_words",)),
        ("prisoners who had served 20 years", "", ()),  # a number of something else
        ("a number of prisoners", "", ()),
    ],
)
def test_the_words_for_those_given_in_return_tell_how_many(words: str, number: str, rules: tuple[str, ...]) -> None:
    report = Report()
    report.says(f"3 hostages were freed in exchange for {words}", "released", who="3 hostages", in_return_for=words)
    (back,) = [one for one in claims(report) if one.returns]
    figure = back.figure
    known = "" if figure is None or not figure.known else f"{figure.operator}{figure.value}"
    assert (known, back.rules) == (number, rules)


def _truce() -> Report:
    report = Report("report", "2023-11-26")
    report.says("13 Israeli hostages were freed by Hamas on Friday", "released", who="13 Israeli hostages", number="13",
                by="Hamas", when=FRIDAY)  # fmt: skip
    report.says(
        "13 hostages arrived in Israel", "arrived", "Israel", who="13 hostages", number="13", destination="Israel"
    )
    report.says("39 Palestinian prisoners were freed by Israel on Friday", "released", who="39 Palestinian prisoners",
                number="39", by="Israel", when=FRIDAY)  # fmt: skip
    back = "90 Palestinian prisoners"
    report.says(f"3 hostages were freed by Hamas for {back} on Sunday in an exchange", "released", who="3 hostages",
                number="3", by="Hamas", in_return_for=back, when=SUNDAY)  # fmt: skip
    return report


def _whose(claim: Claim) -> set[str]:
    return set() if claim.whom is None else set(claim.whom.peoples)


def test_the_same_number_of_the_same_people_is_of_one_people_within_a_document() -> None:
    told = {one.whom.words: one for one in claims(_truce()) if one.whom is not None}
    assert (_whose(told["13 hostages"]), told["13 hostages"].rules) == ({"Israel"}, ("same_number_of_the_same",))
    assert _whose(told["3 hostages"]) == set()  # another number
    other = _truce()
    other.says("13 Thai hostages were freed", "released", who="13 Thai hostages", number="13")
    told = {one.whom.words: one for one in claims(other) if one.whom is not None}
    assert _whose(told["13 hostages"]) == set()  # of either people
    elsewhere = Report("another", "2023-11-26")
    elsewhere.says("13 hostages are free", "released", who="13 hostages", number="13")
    assert [_whose(one) for one in claims(_truce(), elsewhere) if one.document == "another"] == [set()]


def test_another_number_on_another_day_is_another_leg_and_each_is_in_return_for_its_own() -> None:
    (exchange,) = ledger(_truce()).exchanges
    legs = {leg.label: leg for leg in exchange.legs}
    friday, sunday = legs["39 Palestinian prisoners"], legs["90 Palestinian prisoners"]
    assert friday.movement.subject == sunday.movement.subject
    assert (friday.numbers, sunday.numbers) == (("39",), ("90",))
    assert sunday.in_return_for == (legs["3 hostages"].id,)
    assert friday.in_return_for == ()


def test_people_who_left_and_others_who_arrived_the_day_after_are_of_one_leg() -> None:
    report = Report("report", "2023-11-26")
    report.says("252 Venezuelans left Cecot on Friday", "departed", who="252 Venezuelans", number="252", origin="Cecot",
                when=FRIDAY)  # fmt: skip
    report.says("250 Venezuelans arrived in Caracas on Sunday", "arrived", who="250 Venezuelans", number="250",
                destination="Caracas", when=SUNDAY)  # fmt: skip
    (moved,) = [one for of in ledger(report).movements.values() for one in of]
    assert len(moved.claims) == 2  # so that two stay missing
