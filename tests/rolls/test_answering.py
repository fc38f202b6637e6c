"""Lists that answer: one statement for each answer, in the party's name, by its cell; no answer is no statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paradero.model import Statement
from paradero.model.vocabulary import codes
from paradero.rolls import Said, entries, from_toml, sniff, statements, to_toml, with_answers
from paradero.rolls.answering import SAYS
from tests.rolls.lists import document, read

MINISTRY = Said("answered", "Interior Ministry", "party")
HEAD = "No,Nombre,Nacimiento,Centro,Respuesta\n"


def said(text: str) -> list[Statement]:
    got = read(text)
    return list(statements(got.document, got.entries, MINISTRY))


def answers(text: str) -> list[tuple[int | None, str, str]]:
    """Row, act and polarity of what a list answers."""
    return [(one.span.row, one.act, one.polarity) for one in said(text)]


@pytest.mark.parametrize(
    ("words", "act", "polarity"),
    [
        ("Detenido", "held", "positive"),
        ("HELD", "held", "positive"),
        ("No está detenida", "held", "negative"),
        ("no se encuentra", "held", "negative"),
        ("Not held", "held", "negative"),
        ("fallecido", "died", "positive"),
        ("Deceased", "died", "positive"),
        ("Se desconoce", "not_known", "positive"),  # elsewhere such a cell is empty; here it is an answer
        ("sin información", "not_known", "positive"),
        ("unknown", "not_known", "positive"),
        ("Duplicado", "listed_twice", "positive"),
        ("duplicado de la fila 12", "listed_twice", "positive"),
        ("Duplicate of 7", "listed_twice", "positive"),
        ("Ya liberado", "released", "positive"),
        ("excarcelada", "released", "positive"),
    ],
)
def test_the_words_of_an_answer_in_english_and_spanish(words: str, act: str, polarity: str) -> None:
    assert answers(f"{HEAD}1,Ana Ruiz,1985,Norte,{words}\n2,Eva Paz,1990,Sur,detenida\n")[0] == (2, act, polarity)


def test_a_row_without_an_answer_says_nothing_and_is_told() -> None:
    silent = "1,Ana Ruiz,1985,Norte,\n2,Eva Paz,1990,Sur,detenida\n3,Luis Gil,1991,Sur,-\n"
    text = f"{HEAD}{silent}4,Leo Mar,1992,Sur,ver nota\n"
    assert answers(text) == [(3, "held", "positive")]
    assert read(text).codes == [("no_answer", 2), ("no_answer", 4), ("unknown_answer", 5)]


def test_an_answer_is_the_partys_word_cited_by_its_cell_and_by_nothing_that_was_asked() -> None:
    (one,) = said(f"{HEAD}7,Ana Ruiz,1985,Penal Norte,No está detenida\n")
    assert (one.speaker.name, one.speaker.kind, one.stance, one.channel) == (
        "Interior Ministry",
        "party",
        "asserts",
        "official_list",
    )
    assert (one.trigger.exact, one.trigger.row, one.trigger.column) == ("No está detenida", 2, 5)
    assert one.who is not None
    assert one.who.names == ("Ana Ruiz",)
    assert (one.at, one.when, one.figure) == (None, None, None)


def test_the_day_of_what_the_answer_tells_is_its_when() -> None:
    text = "Name,Released on,Answer\nAna Ruiz,2025-03-01,already released\nEva Paz,2025-03-02,held\n"
    freed, held = said(text)
    assert freed.when is not None
    assert (freed.when.earliest_start.isoformat() if freed.when.earliest_start else "", held.when) == (
        "2025-03-01",
        None,
    )


def test_the_mapping_keeps_the_words_and_may_change_them() -> None:
    got = document(f"{HEAD}1,Ana Ruiz,1985,Norte,negativo\n2,Eva Paz,1990,Sur,detenida\n")
    mapping = sniff(got)[0]
    assert mapping.sheets[0].answers == (("detenida", "held"),)
    sheet = replace(mapping.sheets[0], answers=(("Negativo", "not_held"), ("detenida", "")))
    changed = from_toml(to_toml(replace(mapping, sheets=(sheet,))), "m.toml")
    rows, troubles = entries(got, changed)
    assert [row.normal("answer") for row in rows] == ["not_held", ""]
    assert [one.code for one in troubles] == ["unknown_answer"]


def test_a_column_of_answers_is_known_by_its_values() -> None:
    text = "Ana Ruiz;not held\nEva Paz;unknown\nJosé Soto;held\nLuis Gil;duplicate\n"
    assert read(text).fields == ["name", "answer"]


def test_where_no_column_is_headed_so_a_status_answers() -> None:
    got = document("Nombre,Estado\nAna Ruiz,Detenida\nEva Paz,No se encuentra\nLuis Gil,Trasladado\n")
    mapping = with_answers(got, sniff(got)[0])
    rows, troubles = entries(got, mapping)
    assert [row.normal("answer") for row in rows] == ["held", "not_held", ""]
    assert [one.code for one in troubles] == ["unknown_answer"]


def test_what_is_no_answer_in_a_mapping_is_told() -> None:
    got = document(f"{HEAD}1,Ana Ruiz,1985,Norte,detenida\n")
    text = to_toml(sniff(got)[0]).replace('"detenida" = "held"', '"detenida" = "maybe"')
    with pytest.raises(Exception, match="answer 'detenida' is 'maybe'"):
        from_toml(text, "m.toml")


def test_every_answer_says_an_act() -> None:
    assert set(SAYS) == codes("answers")
    assert {act for act, _ in SAYS.values()} <= codes("acts")
