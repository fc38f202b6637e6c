"""Disputes: accusations and their denials, each with its scope, and how far a dispute has come."""

from __future__ import annotations

import pytest

from paradero.ledger import Dispute
from tests.ledger.saying import Report, ledger

GANG = {"accusation": "membership in a gang"}


def accused(report: Report, speaker: str = "A minister", **said: str) -> None:
    report.says("all the Chileans are accused", "accused", speaker, who="all the Chileans", trigger="accused",
                scope="all", **(GANG | said))  # fmt: skip


def only(report: Report) -> Dispute:
    (found,) = ledger(report).disputes
    return found


def test_an_accusation_alone_is_alleged() -> None:
    report = Report()
    accused(report)
    found = only(report)
    assert (found.status, found.topic, found.scopes) == ("alleged", "membership", {"accusations": ("all",)})


def test_a_denial_keeps_its_own_scope() -> None:
    report = Report()
    accused(report)
    report.says("they deny that the Chileans had gang ties", "accused", "Families of many of the Chileans",
                who="the Chileans", kind="collective", stance="denies", denies="had gang ties", trigger="deny",
                accusation="had gang ties")  # fmt: skip
    found = only(report)
    assert (found.status, found.scopes) == ("denied", {"accusations": ("all",), "denials": ("many",)})
    assert found.linked == "they speak of the same people and of the same topic"


def test_a_denial_of_another_accusation_does_not_answer_it() -> None:
    report = Report()
    accused(report)
    report.says("they deny that the Chileans killed", "accused", "Lawyers", who="the Chileans", kind="collective",
                stance="denies", denies="committed murder", accusation="murder", trigger="deny")  # fmt: skip
    found = {one.topic: one for one in ledger(report).disputes}
    assert {topic: one.status for topic, one in found.items()} == {"membership": "alleged", "violence": "denied"}
    assert found["violence"].accusations == ()


def test_a_denial_by_people_who_are_not_told_is_tied_by_its_report_and_topic() -> None:
    report = Report()
    accused(report)
    report.says("they deny that they belong to any gang", "accused", "Relatives", who="they", kind="collective",
                stance="denies", accusation="belong to any gang", trigger="deny")  # fmt: skip
    found = only(report)
    assert found.status == "denied"
    assert "who is meant is not told" in found.linked


def test_a_denial_in_another_report_by_nobody_known_answers_nothing() -> None:
    one, other = Report("one"), Report("other")
    accused(one)
    other.says("they deny that they belong to any gang", "accused", "Relatives", who="they", kind="collective",
               stance="denies", accusation="belong to any gang", trigger="deny")  # fmt: skip
    assert sorted(found.status for found in ledger(one, other).disputes) == ["alleged", "denied"]


@pytest.mark.parametrize("act", ["convicted", "acquitted"])
def test_what_a_court_found_makes_it_adjudicated_and_neither_true_nor_false(act: str) -> None:
    report = Report()
    accused(report)
    report.says(f"the court: all the Chileans {act}", act, "the court", who="all the Chileans", trigger=act)
    found = only(report)
    assert (found.status, [one.act for one in found.findings]) == ("adjudicated", [act])


def test_an_accusation_that_is_taken_back_is_withdrawn() -> None:
    report = Report()
    accused(report, stance="retracts")
    assert only(report).status == "withdrawn"


def test_what_is_told_of_a_hearing_stands_beside_it() -> None:
    report = Report()
    accused(report)
    report.says("no judge heard the Chileans", "denied_hearing", "Lawyers", who="the Chileans", trigger="heard")
    assert [one.act for one in only(report).hearing] == ["denied_hearing"]


def test_a_party_that_denies_holding_somebody_is_a_dispute_over_custody() -> None:
    report = Report()
    person = {"who": "Ana Roa", "names": ("Ana Roa",)}
    report.says("Ana Roa is held by Iran", "held", "her family", by="Iran", **person)
    report.says("Iran denies that it holds Ana Roa", "held", "Government of Iran", by="Iran", stance="denies",
                trigger="holds", **person)  # fmt: skip
    found = only(report)
    assert (found.kind, found.topic, found.status) == ("custody", "Iran", "denied")
    assert [len(found.accusations), len(found.denials)] == [1, 1]
