"""Whatever is said, nothing crashes, nothing is lost, and nothing is worked out twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.ledger import Ledger, explained
from paradero.model import When
from tests.ledger.saying import Report, ledger

ACTS = (
    "held arrested released deported transferred departed arrived returned handed_over exchanged offered died escaped"
    " rearrested accused convicted visited received in_transit withheld refused verified missing located"
).split()
WHO = ("Ana Roa", "252 Chileans", "ten Peruvian women", "they", "its citizens", "people", "political prisoners")
PLACES = ("Chile", "Peru", "Evin", "Cecot", "Geneva", "home", "our country", "nowhere known")
SPEAKERS = ("outlet", "Government of Peru", "Families of many", "Nayib Bukele", "Hamas")
DAYS = st.dates(date(1700, 1, 1), date(2060, 1, 1))
STANCES = ("asserts", "denies", "confirms", "demands", "retracts", "alleges")


@st.composite
def sentence(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.none() | DAYS)
    length = timedelta(days=draw(st.integers(0, 40)))
    return {
        "act": draw(st.sampled_from(ACTS)),
        "speaker": draw(st.sampled_from(SPEAKERS)),
        "who": draw(st.sampled_from(WHO)),
        "roles": draw(st.dictionaries(st.sampled_from(["by", "at", "origin", "destination"]), st.sampled_from(PLACES))),
        "when": None if first is None else When.within(first, first + length, "then"),
        "number": draw(st.sampled_from([None, "?", "3", ">=40", "~7"])),
        "stance": draw(st.sampled_from(STANCES)),
        "modality": draw(st.sampled_from(["actual", "planned", "conditional"])),
        "polarity": draw(st.sampled_from(["positive", "negative"])),
        "accusation": draw(st.sampled_from([None, "gang membership", "murder", "something"])),
    }


def told(sentences: list[dict[str, Any]]) -> Ledger:
    reports = [Report("one"), Report("two", "2024-05-05")]
    for at, one in enumerate(sentences):
        said = dict(one)
        roles: dict[str, str] = said.pop("roles")
        words = f"{at}: {one['who']} {one['act']} " + " ".join(f"{name} {place}" for name, place in roles.items())
        names = ("Ana Roa",) if one["who"] == "Ana Roa" else ()
        act, speaker, accusation = said.pop("act"), said.pop("speaker"), said.pop("accusation")
        more = {} if accusation is None else {"accusation": accusation}
        reports[at % 2].says(words, act, speaker, trigger=act, names=names, **roles, **said, **more)
    return ledger(*reports)


@settings(deadline=None, max_examples=150)
@given(st.lists(sentence(), max_size=12))
def test_every_answer_follows_and_every_claim_stays(sentences: list[dict[str, Any]]) -> None:
    of = told(sentences)
    about = [one.id for subject in of.subjects.values() for one in subject.claims]
    assert sorted(about) == sorted(one.id for one in of.claims if one.whom is not None)
    for id, moved in of.movements.items():
        within = [one.id for movement in moved for one in movement.every]
        assert len(within) == len(set(within))
        assert set(within) <= {one.id for one in of.subjects[id].claims}
    for exchange in of.exchanges:
        assert exchange.markers
        assert all(account.text for _, account in of.accounts(exchange))
        assert all(leg.standing for leg in exchange.legs)
        assert of.compared(exchange) == ()  # nobody is on a list here
    legs = [leg.id for exchange in of.exchanges for leg in exchange.legs]
    assert len(legs) == len(set(legs))
    assert {one.id for dispute in of.disputes for one in dispute.claims} <= set(of.claim)
    assert {one.subject.id for one in of.missing} | {one.subject.id for one in of.watched} <= set(of.subjects)
    assert all(
        account in [found for one in of.exchanges for _, found in of.accounts(one)]
        for account in (one.account for one in of.remainders)
    )


@settings(deadline=None, max_examples=100)
@given(st.lists(sentence(), max_size=10))
def test_a_stay_that_ends_before_it_starts_is_always_told(sentences: list[dict[str, Any]]) -> None:
    of = told(sentences)
    wrong = {one.subject for one in of.troubles if one.problem.code == "stay_ends_before_it_starts"}
    for id, episodes in of.chains.items():
        for one in episodes:
            began, ended = one.start.earliest_start, one.end.latest_end
            if began is not None and ended is not None and ended < began:
                assert id in wrong


@settings(deadline=None, max_examples=60)
@given(st.lists(sentence(), min_size=1, max_size=8), DAYS)
def test_no_day_is_both_surely_and_surely_not_one_of_custody(sentences: list[dict[str, Any]], day: date) -> None:
    of = told(sentences)
    for episodes in of.chains.values():
        for one in episodes:
            held = one.holds_on(day)
            if held:
                assert one.start.latest_start is not None
                assert one.start.latest_start <= day
                assert one.end.earliest_end is not None
                assert day <= one.end.earliest_end


@settings(deadline=None, max_examples=40)
@given(st.lists(sentence(), min_size=1, max_size=8))
def test_every_answer_can_be_explained(sentences: list[dict[str, Any]]) -> None:
    of = told(sentences)
    ids = [one.id for one in of.exchanges] + [one.id for one in of.disputes] + list(of.subjects)
    ids += [one.id for moved in of.movements.values() for one in moved]
    ids += [one.id for episodes in of.chains.values() for one in episodes]
    for id in ids:
        found = explained(of, id)
        assert found
        assert any(one.statements or one.parts for one in found)
