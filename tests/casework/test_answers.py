"""Answers to a list: paired with the rows that were asked about, side by side, with totals that add up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from paradero.casework import (
    AnswersTo,
    Casebook,
    answers_to,
    import_list,
    judge,
    list_read,
    lists,
    statements,
    suppress,
    whole_entry_at,
)
from paradero.intake import GivenByPerson
from paradero.model import InvalidValue
from paradero.rolls import Said
from tests.casework.material import ANA
from tests.casework.test_lists import GIVEN

ASKED = (
    "Key,Name,Born\nK1,Ana Ruiz,1985-03-12\nK2,José Soto,1990-01-05\nK3,Eva Paz,\nK4,Luis Gil,\n"
    "K5,Eva Paz,\nK6,Leo Mar,\n"
)
MINISTRY = (
    "Key,Name,Answer\nK6,Mar Leo,already released\nK1,Ruiz Ana,held\nK2,Jose Soto,not held\nK3,Eva Paz,unknown\n"
    "K5,Eva Paz,duplicate of K3\nK9,Somebody Else,held\n"
)
GUARD = "Nombre,Respuesta\nAna Ruís,\nSoto José,fallecido\nLuis Gil,ver anexo\n"
AnswersOf = Callable[..., str]


@pytest.fixture
def asked(casebook: Casebook, tmp_path: Path) -> str:
    (tmp_path / "asked.csv").write_text(ASKED, encoding="utf-8")
    said = Said("requested", "Families of Alba", "collective")
    return import_list(casebook, tmp_path / "asked.csv", said, GIVEN, ANA)[0].document


@pytest.fixture
def answer(casebook: Casebook, tmp_path: Path, asked: str) -> AnswersOf:
    def imported(text: str, publisher: str, day: str) -> str:
        path = tmp_path / f"{publisher}.csv"
        path.write_text(text, encoding="utf-8")
        said = Said("answered", publisher, "party")
        done, _ = import_list(casebook, path, said, GivenByPerson(published=day), ANA, answers=asked[:10])
        return done.document

    return imported


def table(found: AnswersTo) -> list[tuple[int, list[str | None]]]:
    return [(row.entry.row, [None if one is None else one.answer for one in row.given]) for row in found.rows]


def test_answers_stand_side_by_side_the_oldest_list_first(casebook: Casebook, asked: str, answer: AnswersOf) -> None:
    answer(MINISTRY, "Interior Ministry", "2025-07-21")
    answer(GUARD, "National Guard", "2025-07-20")
    found = answers_to(casebook, asked)
    assert [one.listed.said.publisher for one in found.lists] == ["National Guard", "Interior Ministry"]
    assert table(found) == [
        (2, ["no_answer", "held"]),
        (3, ["dead", "not_held"]),
        (4, [None, "unknown"]),
        (5, ["unclear", None]),
        (6, [None, "duplicate"]),
        (7, [None, "released"]),
    ]


def test_the_totals_of_each_list_add_up_to_the_rows_that_were_asked(
    casebook: Casebook, asked: str, answer: AnswersOf
) -> None:
    answer(MINISTRY, "Interior Ministry", "2025-07-21")
    answer(GUARD, "National Guard", "2025-07-20")
    found = answers_to(casebook, asked)
    guard, ministry = found.lists
    assert {name: n for name, n in guard.totals.items() if n} == {"dead": 1, "unclear": 1, "no_answer": 4}
    assert ministry.totals["no_answer"] == 1
    assert all(sum(one.totals.values()) == len(found.rows) == 6 for one in found.lists)
    assert [entry.names for entry in ministry.elsewhere] == [("Somebody Else",)]


def test_rows_are_paired_by_key_first_and_each_pair_says_how(casebook: Casebook, asked: str, answer: AnswersOf) -> None:
    answer(MINISTRY, "Interior Ministry", "2025-07-21")
    answer(GUARD, "National Guard", "2025-07-20")
    (ana, jose, *_) = answers_to(casebook, asked).rows
    assert [one and one.paired_by for one in (*ana.given, *jose.given)] == ["near", "key", "name", "key"]


def test_an_answer_leads_to_its_statement_and_its_words(casebook: Casebook, asked: str, answer: AnswersOf) -> None:
    id = answer(MINISTRY, "Interior Ministry", "2025-07-21")
    assert len(statements(casebook, id)) == 6
    twice = answers_to(casebook, asked).rows[4].given[0]
    assert twice is not None
    assert twice.written == "duplicate of K3"
    statement = casebook.statement(twice.statement)
    assert (statement.act, statement.trigger.exact, statement.trigger.row) == ("listed_twice", "duplicate of K3", 6)


def test_an_answer_whose_statement_was_rejected_is_set_aside(casebook: Casebook, asked: str, answer: AnswersOf) -> None:
    answer(MINISTRY, "Interior Ministry", "2025-07-21")
    given = answers_to(casebook, asked).rows[0].given[0]
    assert given is not None
    judge(casebook, given.statement, "rejects", "The cell was read wrong.", ANA)
    found = answers_to(casebook, asked)
    assert table(found)[0] == (2, ["set_aside"])
    assert sum(found.lists[0].totals.values()) == 6


def test_the_import_keeps_which_list_it_answers(casebook: Casebook, asked: str, answer: AnswersOf) -> None:
    id = answer(MINISTRY, "Interior Ministry", "2025-07-21")
    assert [one.answers for one in lists(casebook)] == ["", asked]
    assert list_read(casebook, id).listed.said.state == "answered"
    assert answers_to(casebook, id).lists == ()


def test_an_import_tells_what_has_no_answer_and_what_was_not_asked(
    casebook: Casebook, asked: str, tmp_path: Path
) -> None:
    path = tmp_path / "answer.csv"
    said = Said("answered", "Interior Ministry", "party")
    path.write_text(MINISTRY.replace("K2,Jose Soto,not held", "K2,Jose Soto,"), encoding="utf-8")
    done, found = import_list(casebook, path, said, GIVEN, ANA, answers=asked)
    assert (done.entries, len(done.statements)) == (6, 5)
    assert [(one.code, one.place) for one in found] == [
        ("no_answer", "column C, row 4"),
        ("answers_elsewhere", "rows 7"),
    ]
    again, _ = import_list(casebook, path, said, GIVEN, ANA, answers=asked)
    assert again.already


def test_a_list_without_a_column_of_answers_is_not_imported_as_one(
    casebook: Casebook, asked: str, tmp_path: Path
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Key,Name\nK1,Ana Ruiz\n", encoding="utf-8")
    done, found = import_list(casebook, path, Said("answered", "A", "party"), GIVEN, ANA, answers=asked)
    assert (done.document, [one.code for one in found]) == ("", ["no_answer_column"])


def test_only_an_answer_answers_and_only_a_list_is_answered(casebook: Casebook, asked: str, tmp_path: Path) -> None:
    path = tmp_path / "held.csv"
    path.write_text(MINISTRY, encoding="utf-8")
    with pytest.raises(InvalidValue, match="answers nobody"):
        import_list(casebook, path, Said("held", "A", "party"), GIVEN, ANA, answers=asked)
    report = tmp_path / "report.txt"
    report.write_text("Nine men came home.", encoding="utf-8")
    from paradero.casework import add

    (id,) = add(casebook, [report], GIVEN, ANA)[0].documents
    with pytest.raises(InvalidValue, match="not imported as a list"):
        import_list(casebook, path, Said("answered", "A", "party"), GIVEN, ANA, answers=id)


def test_who_asked_to_be_taken_out_is_answered_about_no_more(casebook: Casebook, asked: str, answer: AnswersOf) -> None:
    answer(MINISTRY, "Interior Ministry", "2025-07-21")
    suppress(casebook, "Her sister asked for it.", ANA, whole_entry_at(casebook, f"{asked}:2"))
    found = answers_to(casebook, asked)
    assert [row.entry.row for row in found.rows] == [3, 4, 5, 6, 7]
    assert sum(found.lists[0].totals.values()) == 5
