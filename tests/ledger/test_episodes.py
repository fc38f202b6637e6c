"""Episodes: who held whom, where, from when to when, how it ended; what claims disagree on stays side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paradero.ledger import Episode
from tests.ledger.saying import Report, ledger, when

PERSON: dict[str, Any] = {"who": "Ana Roa", "names": ("Ana Roa",)}
MARCH = when("in March", "2025-03-01", "2025-03-31")


def chain(*reports: Report) -> list[Episode]:
    return [one for of in ledger(*reports).chains.values() for one in of]


def codes(*reports: Report) -> list[str]:
    return [one.problem.code for one in ledger(*reports).troubles]


def test_a_stay_runs_from_the_movement_that_began_it_to_the_one_that_ended_it() -> None:
    report = Report()
    report.says("Ana Roa was sent to El Salvador", "deported", destination="El Salvador", when=MARCH, **PERSON)
    report.says("Ana Roa is held at Cecot", "held", at="Cecot", **PERSON)
    report.says("Ana Roa was freed from Cecot", "released", origin="Cecot", when=when("today", "2025-07-18"), **PERSON)
    episode = chain(report)[-1]
    assert [place.name for place in episode.places] == ["Cecot"]
    assert (episode.start.bounds[:2], episode.end.bounds[2:]) == (
        (date(2025, 3, 1), date(2025, 3, 31)),
        (date(2025, 7, 18), date(2025, 7, 18)),
    )
    assert (episode.ended_by, episode.liberty) == ("release", "unconditional, as far as is told")
    assert [
        episode.holds_on(day) for day in (date(2025, 2, 1), date(2025, 3, 10), date(2025, 6, 1), date(2025, 8, 1))
    ] == [
        False,
        None,
        True,
        False,
    ]


def test_sightings_between_two_movements_are_one_stay_and_marked_as_joined() -> None:
    one, other = Report("a", "2025-05-01"), Report("b", "2025-06-01")
    one.says("Ana Roa is held at Evin in Iran", "held", at="Evin in Iran", **PERSON)
    other.says("Ana Roa is still at Evin", "held", at="Evin", **PERSON)
    (episode,) = chain(one, other)
    assert (episode.joined, episode.ended_by) == (True, "")
    assert (episode.start.latest_start, episode.end.earliest_end) == (date(2025, 5, 1), date(2025, 6, 1))
    assert [episode.holds_on(day) for day in (date(2025, 5, 15), date(2025, 7, 1))] == [True, None]
    (single,) = chain(one)
    assert not single.joined


def test_two_states_that_each_name_the_other_as_the_legal_custodian_stay_side_by_side() -> None:
    report = Report()
    report.says("Ana Roa is held at Cecot", "held", at="Cecot", **PERSON)
    report.says("El Salvador: Ana Roa is in the legal custody of the United States", "held",
                "Government of El Salvador", by="the United States", kind="party", trigger="custody",
                **PERSON)  # fmt: skip
    report.says("The United States: Ana Roa is in the legal custody of El Salvador", "held", "State Department",
                by="El Salvador", kind="party", trigger="custody", **PERSON)  # fmt: skip
    report.says("The United States pays for holding Ana Roa", "held", by="The United States", trigger="pays", **PERSON)
    kinds = {(one.kind, one.party): one.speakers for episode in chain(report) for one in episode.holdings}
    assert kinds["legal", "United States"] == ("El Salvador",)
    assert kinds["legal", "El Salvador"] == ("United States",)
    assert kinds["physical", "El Salvador"] == ("outlet",)
    assert kinds["payer", "United States"] == ("outlet",)
    assert any(episode.disputed for episode in chain(report))


def test_who_holds_is_worked_out_where_only_the_place_is_told() -> None:
    report = Report()
    report.says("Ana Roa is held at Cecot", "held", at="Cecot", **PERSON)
    ((holding,),) = [one.holdings for one in chain(report)]
    assert (holding.party, holding.said) == ("El Salvador", False)


def test_nobody_tells_when_it_began_so_it_is_open() -> None:
    report = Report()
    report.says("Ana Roa is held at Evin", "held", at="Evin", **PERSON)
    (episode,) = chain(report)
    assert (episode.start.earliest_start, episode.end.latest_end) == (None, None)


def test_who_is_taken_again_after_a_release_has_a_second_episode_linked_to_the_first() -> None:
    report = Report()
    for act, day, words in (
        ("arrested", "2024-01-10", "was arrested in Iran"),
        ("released", "2024-06-01", "was freed from Evin"),
        ("rearrested", "2025-02-01", "was arrested again in Iran"),
    ):
        at = {"at": "Iran"} if "Iran" in words else {"origin": "Evin"}
        report.says(f"Ana Roa {words}", act, when=when("then", day), **at, **PERSON)
    first, second = chain(report)
    assert (first.ended_by, second.again) == ("release", first.id)
    assert first.again == ""
    assert second.start.earliest_start == date(2025, 2, 1)


@pytest.mark.parametrize(
    ("act", "reason", "liberty"),
    [
        ("conditionally_released", "release", "conditional"),
        ("pardoned", "release", "unconditional, as far as is told"),
        ("died", "death", ""),
        ("escaped", "escape", ""),
        ("deported", "deportation", ""),
    ],
)
def test_how_it_ended_is_as_said(act: str, reason: str, liberty: str) -> None:
    report = Report()
    report.says("Ana Roa is held in Iran", "held", at="Iran", **PERSON)
    report.says("Ana Roa left Evin then", act, origin="Evin", when=when("then", "2025-07-18"), **PERSON)
    episode = chain(report)[0]
    assert (episode.ended_by, episode.liberty) == (reason, liberty)


def test_the_holder_that_says_so_itself_acknowledges_and_one_that_denies_does_not() -> None:
    report = Report()
    report.says(
        "Iran says it holds Ana Roa", "held", "Government of Iran", by="Iran", kind="party", trigger="holds", **PERSON
    )
    assert [one.acknowledged for one in chain(report)] == ["acknowledged"]
    other = Report()
    other.says("Ana Roa is held by Iran", "held", "her family", by="Iran", kind="collective", **PERSON)
    assert [one.acknowledged for one in chain(other)] == ["not told"]
    other.says("Iran denies that it holds Ana Roa", "held", "Government of Iran", by="Iran", kind="party",
               stance="denies", trigger="holds", **PERSON)  # fmt: skip
    assert [one.acknowledged for one in chain(other)] == ["denied"]


def test_contact_is_told_with_its_claims() -> None:
    report = Report()
    report.says("Ana Roa is held in Iran", "held", at="Iran", **PERSON)
    report.says("no lawyer saw Ana Roa", "visited", polarity="negative", trigger="saw", **PERSON)
    ((code, ids),) = chain(report)[0].contact
    assert (code, len(ids)) == ("not_visited", 1)


def test_a_stay_that_ends_before_it_starts_is_told_and_kept() -> None:
    report = Report()
    report.says("Ana Roa was arrested in Iran", "arrested", at="Iran", when=when("then", "2025-05-01"), **PERSON)
    report.says("Ana Roa was freed from Evin", "released", origin="Evin", when=when("then", "2025-03-01"), **PERSON)
    assert "released_before_arrest" in codes(report)
    assert chain(report)


def test_a_day_that_cannot_be_is_told() -> None:
    report = Report()
    report.says("Ana Roa was arrested", "arrested", when=when("in 1734", "1734-01-01", "1734-12-31"), **PERSON)
    report.says("Ana Roa was freed", "released", when=when("in 2045", "2045-01-01", "2045-12-31"), **PERSON)
    assert codes(report).count("impossible_day") == 2


def test_what_is_told_after_a_death_is_told_as_a_trouble() -> None:
    report = Report()
    report.says("Ana Roa died at Evin", "died", at="Evin", when=when("then", "2025-02-01"), **PERSON)
    report.says("Ana Roa was seen at Evin", "visited", at="Evin", when=when("then", "2025-04-01"), **PERSON)
    assert "told_of_after_death" in codes(report)


def test_two_admissions_without_a_release_between_them_are_told() -> None:
    report = Report()
    report.says("Ana Roa was arrested in Iran", "arrested", at="Iran", when=when("then", "2025-02-01"), **PERSON)
    report.says("Ana Roa was arrested in Iran again", "arrested", at="Iran", when=when("then", "2025-04-01"), **PERSON)
    assert "taken_twice" in codes(report)


def test_an_empty_ledger_says_nothing() -> None:
    empty = ledger()
    assert (empty.exchanges, empty.disputes, empty.troubles, empty.missing, empty.remainders) == ((), (), (), (), ())
