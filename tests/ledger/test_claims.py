"""Claims: whom, from where, to where, and for whom the speaker speaks; and what each rule works out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paradero.ledger import Claim, rule_words
from tests.ledger.saying import Report, claims, naming, when


def only(*reports: Report) -> Claim:
    (found,) = claims(*reports)
    return found


def names(claim: Claim) -> tuple[str, ...]:
    places = (claim.by, claim.origin, claim.destination, claim.via, claim.at)
    return tuple("" if place is None else place.name for place in places)


# words, act, roles; by, from, to, by way of, at
PLACES: list[tuple[str, str, dict[str, str], tuple[str, ...]]] = [
    # "at" of who is let go is where they leave
    ("252 men held in El Salvador were freed", "released", {"at": "El Salvador"}, ("", "El Salvador", "", "", "")),
    # "at" of who arrives is where they come to
    ("They landed at Caracas", "arrived", {"at": "Caracas"}, ("", "", "Caracas", "", "")),
    # ... and the stop, when the end is told as well
    ("They returned home through El Salvador", "returned", {"destination": "home", "at": "El Salvador"},
     ("", "", "", "El Salvador", "")),
    # "at" of who is held stays
    ("They are held at Cecot", "held", {"at": "Cecot"}, ("", "", "", "", "Cecot")),
    # a people before a word for a place is that state
    ("Ten were freed from Venezuelan prisons", "released", {"origin": "Venezuelan prisons"},
     ("", "Venezuela", "", "", "")),
    # of two places the narrower
    ("They are in Evin prison in Iran", "held", {"at": "Evin prison in Iran"}, ("", "", "", "", "Evin")),
    # a government holds for its state
    ("The Venezuelan regime holds them", "held", {"by": "The Venezuelan regime"}, ("Venezuela", "", "", "", "")),
    # words that name no place name none
    ("They were moved to another wing", "transferred", {"destination": "another wing"}, ("", "", "", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "act", "roles", "expected"), PLACES)
def test_places_are_what_the_act_makes_of_them(
    words: str, act: str, roles: dict[str, str], expected: tuple[str, ...]
) -> None:
    report = Report()
    report.says(words, act, who=words.split()[0], trigger=words.split()[1], **roles)
    assert names(only(report)) == expected


@pytest.mark.parametrize(
    ("called", "party"),
    [
        ("Marco Rubio, the secretary of state", "United States"),  # an office that one state alone calls so
        ("President Nayib Bukele of El Salvador", "El Salvador"),
        ("Two officials in Washington", "United States"),  # a seat of government
        ("Russian defence ministry", "Russia"),
        ("Octavio Rothschuh (magistrate, Managua)", "Nicaragua"),
        ("Hamas", "Hamas"),  # a party that is no state
        ("United Nations", "United Nations"),
        ("critics of the Venezuelan government", ""),  # they speak against it
        ("Family members of many of the Venezuelans", ""),
        ("Foro Penal", ""),  # of Venezuela, and not for it
        ("Ukraine and Russia", ""),  # two speak for neither alone
        ("Nayib Bukele, the country's president", ""),  # which country is not told
        ("a man in Caracas", ""),
    ],
)
def test_for_whom_somebody_speaks_follows_from_what_they_are_called(called: str, party: str) -> None:
    assert naming().speaks_for(called) == party


def test_we_are_the_speakers_side() -> None:
    report = Report()
    speaker = "President Nayib Bukele of El Salvador"
    report.says(
        "We handed over the men in our country", "handed_over", speaker, by="We", who="the men", at="our country"
    )
    found = only(report)
    assert names(found)[:2] == ("El Salvador", "El Salvador")
    assert {"we_are_the_speakers", "ours_is_the_speakers"} <= set(found.rules)


def test_we_are_of_the_state_that_others_say_held_them() -> None:
    report = Report()
    report.says("We handed over all the Venezuelans", "handed_over", "Nayib Bukele", by="We", who="all the Venezuelans")
    report.says(
        "252 Venezuelans held in El Salvador came", "released", "Ministry", who="252 Venezuelans", at="El Salvador"
    )
    bukele, ministry = claims(report)
    assert (bukele.party, names(bukele)[0]) == ("El Salvador", "El Salvador")
    assert "speaks_for_who_held_them" in bukele.rules
    assert ministry.party == ""


def test_two_states_that_held_them_leave_the_speakers_side_open() -> None:
    report = Report()
    report.says("We handed over all the Venezuelans", "handed_over", "Nayib Bukele", by="We", who="all the Venezuelans")
    report.says("Venezuelans held in El Salvador came", "released", "A", who="Venezuelans", at="El Salvador")
    report.says("Venezuelans held in Peru came", "released", "B", who="Venezuelans", at="Peru")
    assert claims(report)[0].party == ""


def test_what_another_report_tells_of_a_speaker_counts_everywhere() -> None:
    one, other = Report("one"), Report("other")
    one.says("President Nayib Bukele of El Salvador spoke", "negotiated", "Nayib Bukele",
             as_written="President Nayib Bukele of El Salvador")  # fmt: skip
    other.says("He said 252 men left", "released", "Nayib Bukele", who="252 men")
    assert [claim.party for claim in claims(one, other)] == ["El Salvador", "El Salvador"]


@pytest.mark.parametrize(
    ("words", "act", "speaker", "roles", "people"),
    [
        # whoever comes home comes to their own state
        ("We returned its nationals to Venezuela", "returned", "x", {"destination": "Venezuela"}, {"Venezuela"}),
        # a government that counts its own
        ("248 of its soldiers came back", "returned", "Russian defence ministry", {}, {"Russia"}),
        # who decries the custody of its citizens
        ("its citizens are held", "held", "Government of Venezuela", {}, {"Venezuela"}),
        # who takes back
        ("Venezuela took back its own citizens", "transferred", "outlet", {"by": "Venezuela"}, {"Venezuela"}),
    ],
)
def test_whose_its_people_are(words: str, act: str, speaker: str, roles: dict[str, Any], people: set[str]) -> None:
    report = Report()
    who = next(
        one for one in ("its nationals", "248 of its soldiers", "its own citizens", "its citizens") if one in words
    )
    report.says(words, act, speaker, who=who, trigger=words.split()[-1], **roles)
    found = only(report)
    assert found.whom is not None
    assert found.whom.peoples == people


def test_an_apposition_is_of_the_same_people() -> None:
    report = Report()
    report.says("We exchanged them in return for a number of Venezuelan political prisoners,", "exchanged", "A",
                in_return_for="a number of Venezuelan political prisoners")  # fmt: skip
    report.text = report.text.rstrip() + " "
    report.says("people that the regime had kept", "held", "A", who="people")
    counter, people = claims(report)[1:]
    assert counter.returns
    assert counter.figure is not None
    assert not counter.figure.known  # a number that nobody gave is unknown
    assert people.whom is not None
    assert counter.whom is not None
    assert people.whom.peoples == counter.whom.peoples == {"Venezuela"}
    assert "in_apposition" in people.rules


def test_those_who_go_home_are_the_one_foreign_people_that_was_held() -> None:
    report = Report()
    report.says("those freed in Venezuela were en route to El Salvador", "in_transit", "A", who="those",
                destination="El Salvador", trigger="en route")  # fmt: skip
    report.says("all the American citizens it was holding", "held", "A", who="all the American citizens", by="it",
                trigger="holding")  # fmt: skip
    assert claims(report)[0].whom is not None  # "it" is nobody here, so nothing follows
    assert claims(report)[0].whom.peoples == set()  # type: ignore[union-attr]
    other = Report()
    other.says("those freed in Venezuela were en route to El Salvador", "in_transit", "A", who="those",
               destination="El Salvador", trigger="en route")  # fmt: skip
    other.says("the American citizens held by Venezuela", "held", "A", who="the American citizens", by="Venezuela")
    found = claims(other)[0]
    assert found.whom is not None
    assert (set(found.whom.peoples), names(found)[1:3]) == ({"United States"}, ("Venezuela", "El Salvador"))
    assert {"place_in_the_words_for_them", "foreigners_going_home"} <= set(found.rules)


def test_what_is_said_and_what_is_worked_out_stand_apart() -> None:
    report = Report()
    report.says("Caracas freed ten Americans", "released", by="Caracas", who="ten Americans", number="10")
    found = only(report)
    assert found.rules == ()
    assert found.figure is not None
    assert (found.figure.value, found.told is not None) == (10, True)


def test_every_rule_has_its_words_in_both_languages() -> None:
    assert all(set(words) == {"en", "es"} and all(words.values()) for words in rule_words().values())


def test_a_claim_without_a_day_is_ordered_by_the_day_it_was_said() -> None:
    report = Report(published="2025-07-18")
    report.says("They were freed", "released", who="They")
    report.says("They came in March", "arrived", who="They", when=when("in March", "2025-03-01", "2025-03-31"))
    late, early = claims(report)
    assert (late.first, late.last, late.day) == (None, date(2025, 7, 18), date(2025, 7, 18))
    assert (early.first, early.last) == (date(2025, 3, 1), date(2025, 3, 31))


def test_what_is_only_planned_has_no_last_day_by_being_said() -> None:
    report = Report()
    report.says("They will be freed", "released", who="They", modality="planned")
    assert only(report).last is None
