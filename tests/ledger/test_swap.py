"""The exchange of 18 July 2025: the report, read by the program, and the figures that people keep, as one account."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.ledger import Exchange, Ledger, Leg, claims_of, claims_of_figures, figures_from_toml, resolved
from paradero.reading import read
from tests.ledger.saying import naming

SHARED = Path(__file__).parents[3] / "shared"
REPORT, CASE = SHARED / "reports" / "three_state_swap.txt", SHARED / "cases" / "swap_2025.toml"
SAID_ON = date(2025, 7, 18)

pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the shared report is not here")


@cache
def told(with_figures: bool) -> Ledger:
    """Read the report, with or without the figures that people keep."""
    given = GivenByPerson(published=SAID_ON.isoformat(), publisher="The Telegraph")
    document = parse(REPORT.read_bytes(), REPORT.name, given)[0]
    statements = {one.id: one for one in read(document, "classifier")[0]}
    text = {document.id: document.text}
    claims = claims_of(statements, naming(), {document.id: SAID_ON}, None, {document.id: "The Telegraph"}, text)
    figures, _ = figures_from_toml(CASE.read_text(encoding="utf-8"), CASE.name)
    return Ledger(resolved((*claims, *(claims_of_figures(figures, naming()) if with_figures else ()))))


def exchange(with_figures: bool) -> Exchange:
    (found,) = told(with_figures).exchanges
    return found


def leg(of: Exchange, sender: str, receiver: str) -> Leg:
    (found,) = [one for one in of.legs if (one.sender, one.receiver) == (sender, receiver)]
    return found


def sentences() -> list[str]:
    return list(tomllib.loads(CASE.read_text(encoding="utf-8"))["expected"]["legs"]) if CASE.exists() else []


@pytest.mark.parametrize("sentence", sentences())
def test_each_leg_that_the_case_asks_for_is_found(sentence: str) -> None:
    way, _, rest = sentence.partition(": ")
    of = exchange(with_figures=True)
    route = re.fullmatch(r"(.+) -> (.+?)(?: \(by way of (.+)\))?", way)
    found = leg(of, way, "") if route is None else leg(of, route[1], route[2])
    assert found.hubs == (() if route is None or route[3] is None else (route[3],))
    if number := re.search(r"\b(\d+)\b", rest):
        assert found.numbers == (number[1],)
    if "number unknown" in rest:
        assert found.numbers == ()
    if "confirmed by both" in rest:
        assert (found.standing, set(found.confirmed_by)) == ("confirmed by both", {found.sender, found.receiver})
    elif by := re.search(r"confirmed by (?:the )?([A-Z].*)", rest):
        assert found.confirmed_by == (by[1],)
    elif by := re.search(r"asserted by ([A-Z][\w ]+),", rest):
        assert (found.confirmed_by, set(found.asserted_by)) == ((), {by[1]})


def test_the_case_asks_for_legs() -> None:
    assert len(sentences()) == 3


@pytest.mark.parametrize("with_figures", [False, True])
def test_there_is_one_exchange_of_three_legs_and_three_parties(with_figures: bool) -> None:
    of = exchange(with_figures)
    assert set(of.parties) == {"El Salvador", "Venezuela", "United States"}
    assert of.roles()["El Salvador"] == ("sender", "hub")
    assert len(of.legs) == 3


def test_those_sent_in_march_are_no_leg_of_the_exchange() -> None:
    of = exchange(with_figures=True)
    words = [claim.words for one in of.legs for claim in one.movement.every]
    assert not any("March" in text or "2025-03" in text for text in words)


def test_what_was_given_in_return_is_told_with_how_it_is_known() -> None:
    of = exchange(with_figures=False)
    returned = {one.movement.subject.label: one.why_return for one in of.legs}
    assert returned["a considerable number of Venezuelan political prisoners"] == "said to be in return"
    assert returned["10 Americans"] == "told of in the same breath as those given in return"
    assert returned["252 Venezuelans"] == ""


def test_the_account_of_252_names_its_238_its_7_and_the_7_without_a_name() -> None:
    ledger = told(with_figures=True)
    accounts = [account.text for _, account in ledger.accounts(exchange(with_figures=True))]
    assert any("238 + 7 + 7 = 252" in text for text in accounts)
    assert any(text.startswith("differs by 14: 252 - ~238") for text in accounts)
    assert any(text.startswith("consistent: 137 + 101 = 238") for text in accounts)
    assert any(one.number == "7" and one.meaning == "counted, and not named" for one in ledger.remainders)


def test_the_political_prisoners_stay_without_a_number() -> None:
    ledger = told(with_figures=True)
    of = exchange(with_figures=True)
    silent = [account for one, account in ledger.accounts(of) if one is not None and not one.receiver]
    assert silent
    assert {account.verdict for account in silent} == {"unknown"}
    assert leg(of, "Venezuela", "").numbers == ()


def test_the_accusation_is_disputed_for_many() -> None:
    (disputed,) = [one for one in told(with_figures=False).disputes if one.denials]
    assert disputed.status == "denied"
    assert disputed.scopes == {"accusations": ("all",), "denials": ("many",)}
    assert [one.speaker for one in disputed.accusations] == ["Nayib Bukele"]
    assert [one.act for one in disputed.hearing] == ["denied_hearing"]
    charges = [one for one in told(with_figures=False).disputes if one.topic == "violence"]
    assert [(one.status, one.scopes) for one in charges] == [("alleged", {"accusations": ("many",)})]


def test_they_were_held_at_cecot_from_march_until_the_exchange() -> None:
    ledger = told(with_figures=False)
    ((subject, episode, sure),) = ledger.held_at("Cecot", date(2025, 6, 1))
    assert (subject.label, episode.holder, sure) == ("252 Venezuelans", "El Salvador", True)
    assert episode.start.bounds[:2] == (date(2025, 3, 1), date(2025, 3, 31))
    assert episode.end.bounds[2:] == (SAID_ON, SAID_ON)
    assert (episode.ended_by, episode.joined) == ("exchange", True)
    assert ledger.held_at("Cecot", date(2025, 2, 1)) == ()
    assert ledger.held_at("Cecot", date(2025, 7, 30)) == ()


def test_nothing_is_taken_from_the_advertisement_and_a_caption_confirms_nothing() -> None:
    ledger = told(with_figures=False)
    assert not any("newsletter" in one.words for one in ledger.claims)
    americans = leg(exchange(with_figures=False), "Venezuela", "United States")
    assert "outlet" not in americans.confirmed_by


def test_who_is_thanked_for_the_agreement_is_the_only_one_told_to_have_helped() -> None:
    (one,) = exchange(with_figures=True).intermediaries
    assert (one.name, one.called, one.party) == ("Nayib Bukele", ("Mr Bukele",), "El Salvador")
    (part,) = one.parts
    assert (part.role, part.words) == ("thanked", "thanked Mr Bukele for his help in securing the agreement")
    assert [claim.speaker for claim in part.claims] == ["Marco Rubio"]
    assert part.said_by == ("United States",)


def test_a_caption_alone_tells_by_what_they_went_and_only_of_one_leg() -> None:
    of = exchange(with_figures=True)
    told = {leg.movement.subject.label: leg.movement.carriers for leg in of.legs}
    carried = {label: carriers for label, carriers in told.items() if carriers}
    assert list(carried) == ["252 Venezuelans"]
    (one,) = carried["252 Venezuelans"]
    assert (one.carrier.kind, one.carrier.words, one.carrier.of) == ("aircraft", "a plane", "")
    assert [claim.speaker for claim in one.claims] == ["outlet"]


def test_the_report_tells_of_no_condition_and_no_stage() -> None:
    of = exchange(with_figures=False)
    assert (of.conditions, of.stages) == ((), ())
