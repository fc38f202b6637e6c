from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from paradero.cli.wording import act_words, figure_words, label, said, speaker_words, when_words
from paradero.model import OUTLET, Figure, Speaker, When

if TYPE_CHECKING:
    from tests.cli.conftest import Case


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("=", 252), "252 persons"),  # as said
        (Figure("=", 1), "1 person"),  # one
        (Figure("=", 0), "0 persons"),  # somebody said that there were none
        (Figure(">=", 1250, unit="flights"), "at least 1,250 flights"),  # low bound
        (Figure("<", 10, unit="percent"), "fewer than 10 per cent"),  # high bound, another unit
        (Figure("~", 40, hour="midnight"), "about 40 persons at midnight"),  # with its hour
        (Figure("=", 10, high=12), "10 to 12 persons"),  # a range
        (Figure(None, None), "no number given"),  # unknown is not zero
        (
            Figure(None, None, written="many\nof them"),
            "no number given (“many of them”)",
        ),  # on one line
    ],
)
def test_figures(figure: Figure, words: str) -> None:
    assert figure_words(figure, "en") == words


MARCH = (date(2025, 3, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When.within(date(2025, 7, 18), date(2025, 7, 18)), "2025-07-18"),  # one day
        (When.within(*MARCH, "in March"), "2025-03-01 to 2025-03-31"),  # once, within a month
        (When("since March", *MARCH), "started 2025-03-01 to 2025-03-31"),  # end open
        (When("until July", None, None, None, date(2025, 7, 31)), "ended by 2025-07-31"),  # start open
        (When("", MARCH[0], MARCH[0], MARCH[1], MARCH[1]), "started 2025-03-01; ended 2025-03-31"),  # a known stretch
        (When("after March", date(2025, 4, 1)), "started on or after 2025-04-01"),  # one bound only
        (When("in March", partial="XXXX-03"), "year unknown"),  # no anchor
        (When("on 13 July", partial="XXXX-07-13"), "year unknown"),  # no anchor, a day
        (When("on the 13th", partial="XXXX-XX-13"), "year unknown and month unknown"),  # less still
        (When("in the winter", partial="2024-24"), "2024-24"),  # what EDTF says and we cannot say better
        (When("for years", duration="for years"), ""),  # nothing follows for the calendar
    ],
)
def test_times(when: When, words: str) -> None:
    assert when_words(when) == words


@pytest.mark.parametrize(
    ("speaker", "language", "words"),
    [
        (OUTLET, "en", "outlet"),  # the text names nobody
        (OUTLET, "es", "medio"),  # in Spanish
        (Speaker("he", "unknown", "he", resolved=False), "en", "he (unresolved)"),  # nobody is guessed
        (Speaker("Ana\x1b[2J Quispe", "person"), "en", "Ana␛[2J Quispe"),  # a name that would clear the screen
    ],
)
def test_speakers(speaker: Speaker, language: str, words: str) -> None:
    assert speaker_words(speaker, language) == words


@pytest.mark.parametrize(
    ("changes", "language", "words"),
    [
        ({}, "en", "handed over"),  # plain
        ({"polarity": "negative"}, "en", "not handed over"),  # negated
        ({"modality": "planned"}, "en", "handed over (planned)"),  # not yet
        ({"modality": "planned"}, "es", "entregado (previsto)"),  # in Spanish
        ({"hedge": "alleged"}, "en", "handed over “alleged”"),  # held back
        ({"act": "beamed_up"}, "en", "beamed_up"),  # a code of a newer version is shown as it is
    ],
)
def test_acts(case: Case, changes: dict[str, str], language: str, words: str) -> None:
    statement = replace(case.items[1].statement, **changes)  # type: ignore[arg-type]
    assert act_words(statement, language) == words


def test_words_and_what_was_worked_out_never_share_a_field(case: Case) -> None:
    fields = {field.name: field for field in said(case.items[1].statement, "en")}
    assert list(fields) == ["who", "scope", "figure", "by", "at", "when"]
    assert (fields["by"].words, fields["by"].derived) == ("Lima", "")  # said
    assert (fields["figure"].words, fields["figure"].derived) == ("", "41 persons")  # worked out
    assert (fields["when"].words, fields["when"].derived) == ("on Friday", "2025-07-18")  # words said, day worked out


def test_a_pronoun_keeps_its_word_beside_whom_it_stands_for(case: Case) -> None:
    who = said(case.items[4].statement, "en")[0]
    assert (who.words, who.derived) == ("They", "all the Bolivians held in Callao")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("on Friday"), "on Friday"),  # plain
        (When("this afternoon", hour="afternoon"), "this afternoon"),  # the hour stands in the words already
        (When("on Friday", hour="11:20 a.m."), "on Friday, 11:20 a.m."),  # it does not
        (When("for years", duration="for years"), "for years"),  # a length that is all there is
        (When("", duration="for years"), "for years"),  # nothing else written
    ],
)
def test_what_is_written_of_a_time_is_told_once(case: Case, when: When, words: str) -> None:
    fields = said(replace(case.items[1].statement, when=when, worked_out=()), "en")
    assert fields[-1].words == words


def test_accusations_name_the_accuser_when_said(case: Case) -> None:
    statement = case.items[2].statement
    assert statement.accusation is not None
    by = replace(statement, accusation=replace(statement.accusation, by="the police"))
    assert [f.words for f in said(statement, "en") if f.name == "accusation"] == ["belonging to a smuggling ring"]
    assert [f.words for f in said(by, "en") if f.name == "accusation"] == [
        "belonging to a smuggling ring (by the police)"
    ]


def test_labels_of_unknown_codes_are_the_codes() -> None:
    assert label("stances", "mumbles", "es") == "mumbles"
