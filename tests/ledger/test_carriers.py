"""Carriers: by whom or what people were carried, from the words of a statement; and words that tell of none."""

from __future__ import annotations

from typing import Any

import pytest

from paradero.ledger import Movement, claims_of, resolved, rule_words
from paradero.ledger.carriers import kinds
from tests.ledger.saying import Report, ledger, naming

CREW = "the 30 Chileans"


def told(words: str, act: str, trigger: str, **said: Any) -> list[tuple[str, str, str]]:
    """Return kind, words and owner of each carrier that a sentence of one statement tells."""
    report = Report()
    report.says(words, act, trigger=trigger, **said)
    (claim,) = claims_of(report.statements, naming(), texts={report.document: report.text})
    return [(one.kind, one.words, one.of) for one in claim.carriers]


# words, act, trigger, then kind, words and owner of the carrier
ROWS = [
    # a body before the noun
    ("They flew home aboard a Red Cross plane", "returned", "flew", ("aircraft", "a Red Cross plane", "Red Cross")),
    # "by" wants no article
    ("They were taken by bus to the airport", "transferred", "taken", ("bus", "bus", "")),
    # an airline of the gazetteer, inside the words for the flight
    ("They were flown to Lima on a Qatar Airways flight", "transferred", "flown",
     ("aircraft", "a Qatar Airways flight", "Qatar Airways")),
    # an airline alone
    ("They left Sanaa on Yemenia", "departed", "left", ("", "Yemenia", "Yemenia")),
    # the carrier acts, and stands before the people
    ("Two planes carrying 252 Venezuelans landed in Caracas", "arrived", "landed", ("aircraft", "Two planes", "")),
    # who chartered it stands behind
    ("Two aircraft chartered by the International Committee of the Red Cross set them down", "arrived", "set",
     ("aircraft", "Two aircraft chartered by the International Committee of the Red Cross",
      "International Committee of the Red Cross")),
    # a phrase before its clause
    ("Aboard a Qatari jet, the four soldiers arrived", "arrived", "arrived", ("aircraft", "a Qatari jet", "Qatar")),
    # they board it
    ("A man boards a plane in El Salvador", "departed", "boards", ("aircraft", "a plane", "")),
    # they leave it at the end of their way
    ("Fifty stepped off an army plane at Senou", "arrived", "stepped", ("aircraft", "an army plane", "")),
    # the verb alone
    ("The 15 were flown to Baku", "transferred", "flown", ("aircraft", "flown", "")),
    ("The 15 were driven to the border", "transferred", "driven", ("vehicle", "driven", "")),
    # Spanish: the owner behind "de", a force that no list knows, no article behind "en"
    ("252 venezolanos llegaron en dos aviones de Conviasa", "arrived", "llegaron",
     ("aircraft", "dos aviones de Conviasa", "Conviasa")),
    ("Llegaron en un avión de la Fuerza Aérea", "arrived", "Llegaron",
     ("aircraft", "un avión de la Fuerza Aérea", "")),
    ("Fueron trasladados en un helicóptero facilitado por Brasil", "transferred", "trasladados",
     ("helicopter", "un helicóptero facilitado por Brasil", "Brazil")),
    ("Los presos salieron en autobús", "departed", "salieron", ("bus", "autobús", "")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "act", "trigger", "carrier"), ROWS)
def test_a_carrier_is_read(words: str, act: str, trigger: str, carrier: tuple[str, str, str]) -> None:
    assert told(words, act, trigger) == [carrier]


NONE = [
    ("They met their families at the bus station and were released", "released", "released"),  # a place
    ("They were released by the bus driver", "released", "released"),  # a man
    ("They were released, and a bomber killed ten on a Jerusalem bus", "released", "released"),  # another clause
    ("They arrived after a plane crash", "arrived", "arrived"),  # another thing, in another clause
    ("They were exchanged on the ship's deck", "exchanged", "exchanged"),  # a place on it
    ("They were freed in full flight", "released", "freed"),  # no article, no name
    ("They were pulled off buses", "transferred", "pulled"),  # they left it at no end of a way
    ("They were arrested on a bus", "arrested", "arrested"),  # no move
    ("He was killed by a bus", "died", "killed"),
    ("They were released to applause", "released", "released"),
]


@pytest.mark.parametrize(("words", "act", "trigger"), NONE)
def test_words_of_another_sense_are_no_carrier(words: str, act: str, trigger: str) -> None:
    assert told(words, act, trigger) == []


def test_who_carries_is_the_carrier_by_the_role_of_who_acts_and_is_not_worked_out() -> None:
    report = Report()
    report.says(
        "The 15 were flown home by the Red Cross", "returned", trigger="flown", who="The 15", by="the Red Cross"
    )
    (claim,) = claims_of(report.statements, naming())
    assert [(one.kind, one.words, one.of, one.rule) for one in claim.carriers] == [
        ("aircraft", "the Red Cross", "Red Cross", "")
    ]


def test_who_orders_a_deportation_is_no_carrier() -> None:
    assert told("They were deported by Peru", "deported", "deported", by="Peru") == []


def test_a_denied_flight_has_no_carrier() -> None:
    assert told("Peru denies that they left aboard a plane", "departed", "left", stance="denies") == []
    assert told("They did not leave by plane", "departed", "leave", polarity="negative") == []


def leg(report: Report) -> Movement:
    (one,) = [one for of in ledger(report).movements.values() for one in of]
    return one


def test_a_movement_has_each_carrier_once_with_all_who_tell_it() -> None:
    report = Report()
    first = report.says(f"{CREW} flew home aboard a Red Cross plane", "returned", who=CREW, destination="home")
    other = report.says(f"{CREW} came home on the Red Cross plane", "returned", "Ana Paz", who=CREW, destination="home",
                        trigger="came")  # fmt: skip
    (one,) = leg(report).carriers
    assert one.carrier.of == "Red Cross"
    assert [claim.statement for claim in one.claims] == [first, other]
    assert not one.planned


def test_what_is_planned_is_told_as_planned() -> None:
    report = Report()
    report.says(f"{CREW} will leave Peru by ship", "departed", who=CREW, origin="Peru", modality="planned",
                trigger="leave")  # fmt: skip
    (one,) = leg(report).carriers
    assert (one.carrier.kind, one.planned) == ("ship", True)


def test_nobody_tells_how_they_went() -> None:
    report = Report()
    report.says(f"{CREW} left Peru", "departed", who=CREW, origin="Peru", trigger="left")
    assert leg(report).carriers == ()


def test_a_carrier_is_no_place_on_the_way() -> None:
    report = Report()
    report.says(f"{CREW} flew home aboard a Red Cross plane", "returned", who=CREW, destination="home",
                at="a Red Cross plane", trigger="flew")  # fmt: skip
    (claim,) = resolved(claims_of(report.statements, naming()))
    assert (claim.at, claim.via) == (None, None)


def test_kinds_and_rules_have_labels_in_both_languages() -> None:
    assert all(one["en"] and one["es"] for one in kinds().values())
    assert {"carrier_in_the_words", "carried_as_the_verb_tells"} <= rule_words().keys()
