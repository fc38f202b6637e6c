"""Groups: who is spoken of together, by words and by people's judgements, which go before every rule."""

from __future__ import annotations

import random

from paradero.ledger import Group, groups
from tests.ledger.saying import Report, claims, ledger


def told(*sentences: tuple[str, str, str], document: str = "report", published: str = "2025-07-18") -> Report:
    """Return a report of sentences, each with whom it is about and where."""
    report = Report(document, published)
    for words, who, at in sentences:
        report.says(words, "held", who=who, **({"at": at} if at else {}))
    return report


def labels(found: tuple[Group, ...]) -> list[str]:
    return [one.label for one in found]


def test_the_same_people_in_other_words_are_one_group() -> None:
    report = told(
        ("252 Venezuelans held in El Salvador", "252 Venezuelans", "El Salvador"),
        ("all the Venezuelan nationals in El Salvador", "all the Venezuelan nationals", "El Salvador"),
    )
    (group,) = groups(claims(report))
    assert group.why == "people of Venezuela in reports that share a place and a time"
    assert len(group.claims) == 2


def test_what_marks_people_parts_them() -> None:
    report = told(
        ("Venezuelan political prisoners in Venezuela", "Venezuelan political prisoners", "Venezuela"),
        ("Venezuelans in El Salvador", "Venezuelans", "El Salvador"),
        ("Salvadorans in El Salvador", "Salvadorans", ""),
    )
    assert len(groups(claims(report))) == 3


def test_women_and_children_of_a_people_are_their_own_group() -> None:
    report = told(
        ("40 Venezuelan women there", "40 Venezuelan women", ""), ("252 Venezuelans there", "252 Venezuelans", "")
    )
    assert sorted(labels(groups(claims(report)))) == ["252 Venezuelans", "40 Venezuelan women"]


def test_reports_that_share_a_place_speak_of_one_group() -> None:
    one = told(("Venezuelans in El Salvador", "Venezuelans", "El Salvador"), document="one")
    other = told(("252 Venezuelans at Cecot", "252 Venezuelans", "Cecot"), document="other", published="2025-07-20")
    elsewhere = told(("Venezuelans in Chile", "Venezuelans", "Chile"), document="third")
    found = groups(claims(one, other, elsewhere))
    assert sorted(len(group.claims) for group in found) == [1, 2]


def test_years_apart_nobody_says_that_they_are_the_same() -> None:
    one = told(("Venezuelans in El Salvador", "Venezuelans", "El Salvador"), document="one", published="2021-01-01")
    other = told(("Venezuelans in El Salvador", "Venezuelans", "El Salvador"), document="other")
    assert len(groups(claims(one, other))) == 2


def test_words_that_tell_nobody_join_only_within_a_document() -> None:
    one, other = (
        told(("They are held", "They", ""), document="one"),
        told(("They are held", "They", ""), document="two"),
    )
    assert len(groups(claims(one, other))) == 2


def test_a_judgement_parts_what_a_rule_joins_and_joins_what_it_parts() -> None:
    report = told(
        ("Venezuelans in El Salvador", "Venezuelans", "El Salvador"),
        ("Venezuelan deportees in El Salvador", "Venezuelan deportees", "El Salvador"),
        ("those men in Tecoluca", "those men", ""),
    )
    first, second, third = report.statements
    every = claims(report)
    assert len(groups(every)) == 2
    assert len(groups(every, different=[(first, second)])) == 3
    (joined,) = groups(every, same=[(first, third)])
    assert joined.why == "somebody judged their statements to speak of the same people"


def test_a_different_goes_before_a_same_that_would_join_them_by_way_of_others() -> None:
    report = told(
        ("those men there", "those men", ""), ("these people here", "these people", ""), ("them all", "them", "")
    )
    first, second, third = report.statements
    found = groups(claims(report), [(first, second), (second, third)], [(first, third)])
    assert sorted(len(one.claims) for one in found) == [1, 2]


def test_a_later_report_does_not_change_the_id_of_a_group() -> None:
    one = told(("252 Venezuelans in El Salvador", "252 Venezuelans", "El Salvador"), document="one")
    later = told(("Venezuelans at Cecot", "Venezuelans", "Cecot"), document="two", published="2025-07-20")
    (before,) = groups(claims(one))
    (after,) = groups(claims(one, later))
    assert before.id == after.id


def test_every_claim_about_people_without_a_name_is_in_one_group_whatever_the_order() -> None:
    report = told(
        ("252 Venezuelans in El Salvador", "252 Venezuelans", "El Salvador"),
        ("Venezuelans at Cecot", "Venezuelans", "Cecot"),
        ("ten Americans in Venezuela", "ten Americans", "Venezuela"),
        ("They are held", "They", ""),
    )
    every = list(claims(report))
    expected = {frozenset(one.claims) for one in groups(every)}
    for seed in range(5):
        random.Random(seed).shuffle(every)
        found = groups(every)
        assert {frozenset(one.claims) for one in found} == expected
        assert sorted(id for one in found for id in one.claims) == sorted(one.id for one in every)


def test_a_named_person_is_no_group_and_is_not_counted_twice() -> None:
    report = told(("252 Venezuelans in El Salvador", "252 Venezuelans", "El Salvador"))
    report.says("Ana Roa is held at Cecot", "held", who="Ana Roa", names=("Ana Roa",), at="Cecot")
    found = ledger(report).subjects.values()
    assert [(one.kind, one.label) for one in found] == [("person", "Ana Roa"), ("group", "252 Venezuelans")]
