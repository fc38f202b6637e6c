from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Statement
from paradero.reading import read
from paradero.reading.engines import Engine
from paradero.reading.engines.llm import LanguageModel
from tests.reading.answers import answering
from tests.reading.rows.fields import FIELDS
from tests.reading.serving import serving
from tests.reading.table import FAILS, ROWS, Row, Said, said

HEADLINE = "Prison and hostage news from Zubara"


def read_row(row: Row, engine: str) -> tuple[Statement, ...]:
    """Read a row by an engine; a language model gives the answer that the row makes."""
    if engine != "llm":
        return read_text(row.text, engine)
    with serving([answering(row)]) as running:
        return read_text(row.text, LanguageModel(running.service()))


def read_text(text: str, engine: str | Engine) -> tuple[Statement, ...]:
    given = GivenByPerson(published="2025-07-19", language="en")
    document, _ = parse(f"{HEADLINE}\n\n{text}".encode(), "row.txt", given)
    statements, problems = read(document, engine=engine)
    assert problems == ()
    return statements


def _cases(engine: str) -> list[object]:
    fails = FAILS[engine]
    marks = {text: [pytest.mark.xfail(reason=cause, strict=True)] for text, cause in fails.items()}
    return [pytest.param(row, engine, id=f"{engine}-{row.text[:50]}", marks=marks.get(row.text, [])) for row in ROWS]


@pytest.mark.parametrize(("row", "engine"), [*_cases("rules"), *_cases("classifier"), *_cases("llm")])
def test_what_a_sentence_says(row: Row, engine: str) -> None:
    statements = read_row(row, engine)
    found = [f"{s.act} {s.span.exact!r}" for s in statements]
    assert len(statements) == len(row.says), found
    for line, statement in zip(row.says, statements, strict=True):
        _check(said(line), statement)


def test_every_row_that_fails_is_a_row_and_has_a_cause() -> None:
    texts = {row.text for row in ROWS}
    assert len(texts) == len(ROWS)
    for fails in FAILS.values():
        assert fails.keys() <= texts
        assert all(fails.values())


def _check(expected: Said, statement: Statement) -> None:
    assert statement.act in expected.acts
    assert expected.modality in (None, statement.modality)
    assert statement.polarity == ("negative" if expected.negative else "positive")
    if expected.speaker != "*":
        assert statement.speaker.name.lower() == expected.speaker.lower()
    if expected.who != "*":
        assert (statement.who.mention.text.lower() if statement.who is not None else "-") == expected.who.lower()
    for key, words in expected.roles.items():
        assert _field(statement, key) == words, key


def _field(statement: Statement, key: str) -> str:
    if key in FIELDS:
        return FIELDS[key](statement)
    if key in ("value", "op"):
        figure = statement.figure
        return "" if figure is None else str(figure.value if key == "value" else figure.operator)
    if key == "when":
        return statement.when.written if statement.when is not None else ""
    if key == "accusation":
        return statement.accusation.text if statement.accusation is not None else ""
    value = getattr(statement, key)
    return value if isinstance(value, str) else value.text if value is not None else ""
