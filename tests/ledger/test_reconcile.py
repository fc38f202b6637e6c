"""Accounts: what the desk concludes from figures and relations, one behaviour a test."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paradero.ledger import Account, AttributedFigure, Relation, desk_json, reconcile, series
from paradero.model import Figure, InvalidValue


def fig(name: str, number: str, about: str = "prisoners", state: str = "released", **more: Any) -> AttributedFigure:
    """Make a figure from its id and its number as written: "252", "~238", ">=245", "?"."""
    sign = number.rstrip("0123456789")
    figure = Figure(None, None) if number == "?" else Figure(sign or "=", int(number[len(sign) :]))  # type: ignore[arg-type]
    extra = {"unit": more.pop("unit", "persons"), "hour": more.pop("hour", "")}
    figure = Figure(figure.operator, figure.value, **extra)
    return AttributedFigure(name, more.pop("speaker", f"speaker of {name}"), about, state, figure, **more)


def only(figures: list[AttributedFigure], *relations: Relation, **more: Any) -> Account:
    """Return the one account of relations, those of single voices aside."""
    accounts, problems = reconcile(figures, relations, **more)
    assert problems == ()
    (account,) = (one for one in accounts if one.kind != "one_voice")
    return account


PARTS = Relation("parts", "w", ("a", "b"))


@pytest.mark.parametrize(
    ("whole", "one", "other", "verdict", "by"),
    [
        ("390", "270", "120", "consistent", 0),
        ("390", "270", "119", "differs", 1),
        ("390", "271", "120", "impossible", 1),  # parts larger than the whole
        ("~390", "270", "119", "consistent", 1),  # within five per cent
        ("~390", "270", "50", "differs", 70),
        (">=390", "270", "140", "consistent", 20),
        ("<390", "270", "120", "impossible", 0),  # fewer than 390 cannot hold 390
        ("390", "270", ">100", "consistent", 20),
        ("390", "?", "120", "unknown", 270),  # the unknown part is not zero: it would have to be 270
        ("390", "?", "391", "impossible", 1),  # whatever the other part is
        ("?", "270", "120", "unknown", None),
        ("390", "?", "?", "unknown", None),  # nothing is known of the parts, so nothing of what is missing
    ],
)
def test_parts_are_summed_against_their_whole(whole: str, one: str, other: str, verdict: str, by: int | None) -> None:
    account = only([fig("w", whole), fig("a", one), fig("b", other)], PARTS)
    assert account.verdict == verdict
    assert (None if account.difference is None else account.difference.value) == by


def test_a_working_names_the_figure_and_the_speaker_of_each_term() -> None:
    account = only([fig("w", "390"), fig("a", "270"), fig("b", "120")], PARTS)
    (line,) = account.working
    assert line.text == "270 + 120 = 390"
    assert [(term.figure, term.speaker) for term in line.terms] == [("a", "speaker of a"), ("b", "speaker of b")]
    assert line.result is not None
    assert line.result.figure == "w"


def test_parts_that_are_not_all_leave_a_rest() -> None:
    account = only(
        [fig("w", "390"), fig("a", "270"), fig("b", "100")], Relation("parts", "w", ("a", "b"), complete=False)
    )
    assert account.verdict == "consistent"
    assert account.difference is not None
    assert (account.difference.value, account.difference.meaning) == (20, "rest")


def test_a_range_is_summed_at_both_ends() -> None:
    low = AttributedFigure("a", "Ministry", "women", "released", Figure("=", 10, high=12))
    account = only([fig("w", "15"), low, fig("b", "4")], PARTS)
    assert account.verdict == "consistent"
    assert [line.text for line in account.working] == ["10..12 + 4 = 14..16", "15 - 10..12 - 4 = -1..1"]


def test_more_delivered_than_agreed_is_a_difference_and_nothing_impossible() -> None:
    figures = [fig("w", "100", state="agreed"), fig("a", "60", state="arrived"), fig("b", "50", state="arrived")]
    account = only(figures, Relation("stages", "w", ("a", "b")))
    assert (account.verdict, account.difference and account.difference.value) == ("differs", 10)


def test_about_is_taken_within_a_tolerance_that_the_account_carries() -> None:
    figures = [fig("a", "252"), fig("b", "~238")]
    narrow, wide = (
        only(figures, Relation("same", parts=("a", "b"))),
        only(figures, Relation("same", parts=("a", "b")), tolerance="0.1"),
    )
    assert (narrow.verdict, narrow.difference and narrow.difference.value) == ("differs", 14)
    assert narrow.difference is not None
    assert str(narrow.difference.number) == "3..25"
    assert (wide.verdict, str(wide.tolerance)) == ("consistent", "1/10")


def test_a_figure_without_a_number_contradicts_none_and_is_not_zero() -> None:
    account = only([fig("a", "252"), fig("b", "252"), fig("c", "?")], Relation("same", parts=("a", "b", "c")))
    assert (account.verdict, account.silent) == ("consistent", ("c",))
    assert account.reason is not None
    assert account.reason.code == "no_number"


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ({"unit": "persons"}, {"unit": "admissions"}, "persons_against_admissions"),
        ({"unit": "persons"}, {"unit": "bodies"}, "remains_against_persons"),
        ({"unit": "persons"}, {"unit": "names"}, "names_against_persons"),
        ({"unit": "persons"}, {"unit": "flights"}, "other_unit"),
        ({"scope": "all facilities"}, {"scope": "Camp VI"}, "one_facility_against_all"),
        ({"scope": "Camp V"}, {"scope": "Camp VI"}, "other_scope"),
        ({"hour": "midnight"}, {"hour": "any part of the day"}, "midnight_against_part_of_day"),
        ({"hour": "noon"}, {"hour": "08:00"}, "other_hour"),
        ({"state": "held"}, {"state": "released"}, "other_state"),
        ({"about": "prisoners freed"}, {"about": "people moved"}, "prisoners_against_people_moved"),
    ],
)
def test_what_cannot_be_compared_is_told_with_a_code(one: dict[str, str], other: dict[str, str], code: str) -> None:
    account = only([fig("a", "45", **one), fig("b", "87", **other)], Relation("same", parts=("a", "b")))
    assert account.verdict == "not_comparable"
    assert account.reason is not None
    assert account.reason.code == code
    assert account.reason.words
    assert account.difference is None


def test_what_one_of_two_leaves_unsaid_is_listed_as_assumed() -> None:
    account = only([fig("a", "45", hour="midnight"), fig("b", "45")], Relation("same", parts=("a", "b")))
    assert (account.verdict, [one.code for one in account.assumes]) == ("consistent", ["hour_unsaid"])


def test_names_leave_those_without_a_name() -> None:
    figures = [
        fig("w", "252"),
        fig("a", "238", unit="names", state="named"),
        fig("b", "7", unit="names", state="named"),
    ]
    account = only(figures, Relation("names", "w", ("a", "b")))
    assert [line.text for line in account.working] == ["238 + 7 = 245", "252 - 245 = 7", "238 + 7 + 7 = 252"]
    assert [term.worked_out for term in account.working[-1].terms] == [False, False, True]


def test_more_names_than_persons_is_a_difference_with_its_reason() -> None:
    account = only([fig("w", "10"), fig("a", "12", unit="names", state="named")], Relation("names", "w", ("a",)))
    assert account.verdict == "differs"
    assert account.reason is not None
    assert account.reason.code == "more_names_than_persons"


def test_more_gone_than_there_were_is_impossible() -> None:
    account = only([fig("w", "10", state="held"), fig("a", "12")], Relation("minus", "w", ("a",)))
    assert account.verdict == "impossible"


def test_a_rest_that_somebody_says_is_held_against_the_rest_worked_out() -> None:
    figures = [fig("w", "276", state="held"), fig("a", "57"), fig("r", "217", state="held")]
    account = only(figures, Relation("minus", "w", ("a",), rest="r"))
    assert (account.verdict, account.difference and account.difference.value) == ("differs", 2)


@pytest.mark.parametrize(("bound", "verdict"), [(">=245", "consistent"), (">252", "differs"), ("<=252", "consistent")])
def test_a_bound_is_held_against_a_number(bound: str, verdict: str) -> None:
    figures = [fig("w", "252"), fig("a", bound, state="held")]
    assert only(figures, Relation("bounds", "w", ("a",))).verdict == verdict


def test_unequal_terms_are_no_contradiction() -> None:
    figures = [fig("w", "50", state="agreed"), fig("a", "150", state="agreed")]
    account = only(figures, Relation("in_return", "w", ("a",)))
    assert (account.verdict, account.working[0].text) == ("consistent", "50 for 150")


SERIES = [
    fig("announced", "99", speaker="Government", said_on=date(2025, 12, 25)),
    fig("first", "75", state="verified", speaker="NGO", said_on=date(2025, 12, 26)),
    fig("second", "61", state="verified", speaker="NGO", said_on=date(2025, 12, 29)),
]
CHECKED = (Relation("verifies", "announced", ("first", "second")), Relation("replaces", "second", ("first",)))


@pytest.mark.parametrize(("day", "gap"), [(date(2025, 12, 27), 24), (date(2025, 12, 29), 38), (None, 38)])
def test_the_gap_is_that_of_what_was_known_on_the_day(day: date | None, gap: int) -> None:
    account = only(SERIES, *CHECKED, known_on=day)
    assert account.difference is not None
    assert (account.difference.value, account.difference.meaning) == (gap, "unverified")


def test_a_replaced_figure_stays_visible() -> None:
    assert only(SERIES, *CHECKED).replaced == ("first",)
    (told,) = series(SERIES, CHECKED)
    entries = [(str(step.day), one.level, one.written, one.falls) for step in told.steps for one in step.said]
    assert entries == [
        ("2025-12-25", "announced", "99", False),
        ("2025-12-26", "verified", "75", False),
        ("2025-12-29", "verified", "61", True),
    ]


def test_nothing_follows_from_what_was_not_known_yet() -> None:
    assert [one.kind for one in reconcile(SERIES, CHECKED, known_on=date(2025, 12, 25))[0]] == ["one_voice"]


def test_two_speakers_of_one_party_are_one_voice() -> None:
    figures = [fig("a", "10", party="Ministry"), fig("b", "10", party="Ministry")]
    accounts, _ = reconcile(figures, [Relation("same", parts=("a", "b"))])
    assert [one.voices for one in accounts if one.kind == "same"] == [("Ministry",)]
    assert [one.figures for one in accounts if one.kind == "one_voice"] == [("a", "b")]


def test_the_json_holds_the_figures_that_accounts_rest_on_and_no_others() -> None:
    figures = [fig("w", "390"), fig("a", "270"), fig("b", "120"), fig("z", "?")]
    shown = desk_json(figures, reconcile(figures, [PARTS])[0])
    assert [one["id"] for one in shown["figures"]] == ["a", "b", "w"]
    assert shown["accounts"][0]["working"][0]["text"] == "270 + 120 = 390"
    assert shown["accounts"][0]["tolerance"] is None


@pytest.mark.parametrize("tolerance", ["1", "-0.1"])
def test_a_tolerance_that_is_no_share_is_refused(tolerance: str) -> None:
    with pytest.raises(InvalidValue):
        reconcile([], [], tolerance)
