"""Figures from TOML, from sheets and from statements: what is read, and what is told of every row that is wrong."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from paradero.intake import delimited
from paradero.ledger import figure_of, figures_from_rows, figures_from_toml
from paradero.model import OUTLET, Figure, Mention, Reader, Span, Speaker, Statement, When, Who

CAMP = Path(__file__).parents[3] / "shared" / "data" / "guantanamo_2025" / "gitmo_camp.csv"
OWN = Figure("=", 252, of="its citizens", written="252")
OF_ITS_OWN = Who(Mention("252 of its citizens", 0, 19), group=OWN)
TOML = """
[[figures]]
id = "a"
speaker = "Ministry"
said_on = 2025-07-18
about = "prisoners"
state = "released"
op = "~"
value = 238
unit = "persons"
note = "said twice"
"""


def test_a_figure_keeps_all_that_its_table_says() -> None:
    (figure,), problems = figures_from_toml(TOML, "case.toml")
    assert problems == ()
    assert (figure.id, figure.speaker, figure.about, figure.state) == ("a", "Ministry", "prisoners", "released")
    assert (figure.figure, figure.said_on, figure.note) == (Figure("~", 238), date(2025, 7, 18), "said twice")
    assert (figure.source, figure.place, figure.written) == ("case.toml", "figure 1", "~238")


@pytest.mark.parametrize(
    ("field", "value", "code", "kept"),
    [
        ("value", "-3", "figure_number", False),
        ("value", "true", "figure_number", False),
        ("value", "inf", "figure_number", False),
        ("value", '"many"', "figure_number", False),
        ("op", '"<>"', "figure_number", False),
        ("op", '"?"', "figure_number", False),  # no number was given, and one was
        ("high", "200", "figure_number", False),  # below the low end
        ("unit", '"heads"', "figure_code_unknown", False),
        ("state", '"gone"', "figure_code_unknown", False),
        ("speaker", '""', "figure_incomplete", False),
        ("about", '"  "', "figure_incomplete", False),
        ("said_on", "1734-01-01", "figure_day_impossible", True),
        ("said_on", "2045-01-01", "figure_day_impossible", True),
        ("said_on", '"in spring"', "figure_day_impossible", True),
        ("colour", '"red"', "figure_field_unknown", True),
    ],
)
def test_what_is_wrong_with_a_table_is_told_with_its_place(field: str, value: str, code: str, kept: bool) -> None:
    lines = [line for line in TOML.splitlines() if not line.startswith(f"{field} =")]
    figures, problems = figures_from_toml("\n".join([*lines, f"{field} = {value}"]), "case.toml", date(2025, 12, 31))
    assert [(one.code, one.source, one.place) for one in problems] == [(code, "case.toml", "figure 1")]
    assert bool(figures) is kept


def test_an_impossible_day_is_left_open() -> None:
    (figure,), _ = figures_from_toml(TOML.replace("2025-07-18", '"31 February"'), "case.toml")
    assert figure.said_on is None


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    _, problems = figures_from_toml('[[figures]]\nvalue = -1\nunit = "heads"', "case.toml")
    assert sorted(one.code for one in problems) == [
        *("figure_code_unknown", "figure_incomplete", "figure_incomplete", "figure_number")
    ]


def test_a_repeated_id_is_told_and_the_first_figure_kept() -> None:
    figures, problems = figures_from_toml(TOML + TOML.replace("238", "240"), "case.toml")
    assert [one.written for one in figures] == ["~238"]
    assert [(one.code, one.place) for one in problems] == [("figure_id_repeated", "figure 2")]


@pytest.mark.parametrize(
    ("text", "code"),
    [("[[figures]", "figures_unreadable"), ("figures = 3", "figures_unreadable"), ("", "no_figures")],
)
def test_a_file_without_figures_is_a_problem(text: str, code: str) -> None:
    figures, problems = figures_from_toml(text, "case.toml")
    assert figures == ()
    assert [one.code for one in problems] == [code]


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("252", Figure("=", 252)),
        ("=10", Figure("=", 10)),
        (">30", Figure(">", 30)),
        (">= 245", Figure(">=", 245)),
        ("~40", Figure("~", 40)),
        ("at least 245", Figure(">=", 245)),
        ("about 1,200", Figure("~", 1200)),
        ("more than 1 000", Figure(">", 1000)),
        ("10-12", Figure("=", 10, high=12)),
        ("0", Figure("=", 0)),  # zero was said
        ("?", Figure(None, None)),
        ("", Figure(None, None)),  # nothing was said
    ],
)
def test_one_cell_may_hold_operator_and_number(cell: str, figure: Figure) -> None:
    (one,), problems = figures_from_rows([["Who", "Set", "Number"], ["Ministry", "prisoners", cell]], "sheet.csv")
    assert problems == ()
    assert one.figure == figure


@pytest.mark.parametrize("cell", ["some", "12 or so", "1.2.3", "= ", "10-", "12-10"])
def test_a_cell_that_is_no_number_is_told(cell: str) -> None:
    figures, problems = figures_from_rows([["who", "set", "number"], ["Ministry", "prisoners", cell]], "sheet.csv")
    assert figures == ()
    assert [(one.code, one.place) for one in problems] == [("figure_number", "row 2")]


def test_columns_and_cells_that_are_left_out_are_told() -> None:
    rows = [["who", "set", "number", "mood"], ["Ministry", "prisoners", "3", "good", "more"]]
    figures, problems = figures_from_rows(rows, "sheet.csv", sheet="May")
    assert [one.place for one in figures] == ["sheet 'May', row 2"]
    assert {one.code for one in problems} == {"figure_columns_ignored", "figure_cells_over"}


def test_what_is_given_for_all_rows_yields_to_what_a_row_says() -> None:
    rows = [["set", "number", "unit"], ["remains", "3", "bodies"], ["prisoners", "5", ""]]
    figures, _ = figures_from_rows(rows, "sheet.csv", {"speaker": "Ministry", "unit": "persons"})
    assert [(one.speaker, one.unit) for one in figures] == [("Ministry", "bodies"), ("Ministry", "persons")]


@pytest.mark.skipif(not CAMP.exists(), reason="the shared figures are not here")
def test_a_sheet_with_broken_quotes_is_read_to_its_end() -> None:
    text = CAMP.read_text(encoding="utf-8")
    material = delimited.read(text, CAMP.name)
    rows = list(csv.reader(material.text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    given = {"speaker": "the press", "about": "migrants held at Guantánamo", "state": "held"}
    figures, problems = figures_from_rows(rows, CAMP.name, given)
    assert [one.place for one in material.problems] == ["line 12"]
    assert problems == ()
    assert len(figures) == len([line for line in text.splitlines() if line.startswith("2025-")])
    assert [one.written for one in figures if one.said_on == date(2025, 2, 24)] == ["17"]


def statement(**changes: Any) -> Statement:
    """Make a statement of the outlet that 238 Venezuelans were handed over."""
    text = "238 Venezuelans were handed over by El Salvador"
    span = Span.of(text, 0, len(text))
    figure = Figure("~", 238, of="Venezuelans", written="about 238")
    values: dict[str, Any] = {
        "document": "d",
        "part": "body",
        "span": span,
        "trigger": Span.of(text, 21, 32),
        "speaker": Speaker("Nayib Bukele", "person"),
        "stance": "asserts",
        "act": "handed_over",
        "reader": Reader("person", "Ana"),
        "who": Who(Mention("238 Venezuelans", 0, 15), group=figure),
        "by": Mention("El Salvador", 36, 47),
        "figure": figure,
    }
    return Statement(**(values | changes))


def test_the_figure_of_a_statement_is_its_speakers() -> None:
    one = statement()
    figure, problems = figure_of(one, date(2025, 7, 19))
    assert problems == ()
    assert figure is not None
    assert (figure.id, figure.speaker, figure.state, figure.written) == (one.id, "Nayib Bukele", "handed_over", "~238")
    assert "Venezuelans" in figure.about
    assert "by El Salvador" in figure.about
    assert (figure.said_on, figure.source, figure.place) == (date(2025, 7, 19), "d", "character 0")


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({}, "Venezuelans handed over by El Salvador"),
        ({"basis": Mention("the act", 0, 7)}, "Venezuelans handed over by El Salvador under the act"),
        ({"act": "released", "at": Mention("Cecot", 0, 5)}, "Venezuelans released by El Salvador from Cecot"),
        ({"at": Mention("Ankara", 0, 6)}, "Venezuelans handed over by El Salvador at Ankara"),  # where they met
        (
            {"act": "transferred", "figure": OWN, "who": OF_ITS_OWN, "origin": Mention("a jail in Peru", 0, 14)},
            "its citizens (El Salvador) transferred to El Salvador from a jail in Peru",  # it took them back
        ),
        ({"destination": Mention("home", 0, 4)}, "Venezuelans handed over by El Salvador home"),
        (
            {"by": None, "speaker": Speaker("Government of Venezuela", "party"), "figure": OWN, "who": OF_ITS_OWN},
            "its citizens (Venezuela) handed over",
        ),
        ({"by": None, "figure": OWN, "who": OF_ITS_OWN}, "its citizens handed over"),  # whose, nobody tells
    ],
)
def test_the_set_of_a_statement_is_told_in_words(changes: dict[str, Any], about: str) -> None:
    figure, _ = figure_of(statement(**changes))
    assert figure is not None
    assert figure.about == about


def test_whose_they_are_may_be_told_elsewhere() -> None:
    figure, _ = figure_of(statement(by=None, figure=OWN, who=OF_ITS_OWN), owner="Peru")
    assert figure is not None
    assert figure.about == "its citizens (Peru) handed over"


def test_the_own_day_of_a_statement_goes_before_that_of_its_document() -> None:
    day = date(2025, 7, 18)
    figure, _ = figure_of(statement(said_on=When.within(day, day)), date(2025, 7, 19))
    assert figure is not None
    assert figure.said_on == day


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"act": "released", "stance": "confirms"}, "confirmed"),
        ({"act": "released", "modality": "planned"}, "scheduled"),
        ({"act": "released", "stance": "demands"}, "requested"),
        ({"act": "released", "stance": "offers"}, "offered"),
        ({"act": "arrived"}, "arrived"),
        ({"act": "held"}, "held"),
        ({"act": "mistreated"}, ""),  # an act that tells no step
    ],
)
def test_the_state_follows_from_act_stance_and_modality(changes: dict[str, str], state: str) -> None:
    figure, _ = figure_of(statement(**changes))
    assert figure is not None
    assert figure.state == state


@pytest.mark.parametrize("changes", [{"stance": "denies"}, {"polarity": "negative"}, {"stance": "retracts"}])
def test_a_number_that_is_denied_is_no_figure_and_is_told(changes: dict[str, str]) -> None:
    figure, problems = figure_of(statement(**changes))
    assert figure is None
    assert [one.code for one in problems] == ["figure_denied"]


def test_a_statement_without_a_figure_has_none() -> None:
    assert figure_of(statement(figure=None, speaker=OUTLET)) == (None, ())
