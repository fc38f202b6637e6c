from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Statement
from paradero.reading import read
from paradero.reading.engines import Engine
from paradero.reading.engines.llm import LanguageModel
from tests.reading.answers import answering
from tests.reading.serving import serving
from tests.reading.table import ROWS, Row

HEADLINE = "Prison and hostage news from Zubara"
_MOODS = {"?": "planned", "!": "actual", "~": ""}
# What the engine with no model does not reach; everything else must come out of both.
ONLY_CLASSIFIER: frozenset[str] = frozenset()


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


@pytest.mark.parametrize("engine", ["classifier", "rules", "llm"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:50])
def test_what_a_sentence_says(row: Row, engine: str) -> None:
    if engine == "rules" and row.text in ONLY_CLASSIFIER:
        pytest.skip("needs the model")
    statements = read_row(row, engine)
    found = [f"{s.act} {s.span.exact!r}" for s in statements]
    assert len(statements) == len(row.says), found
    for said, statement in zip(row.says, statements, strict=True):
        _check(said, statement)


def _check(said: str, statement: Statement) -> None:
    act, speaker, who, *rest = (part.strip() for part in said.split("|"))
    mark = act[0] if act[0] in _MOODS else ""
    assert statement.act == act.removeprefix(mark)
    if mark != "~":
        assert statement.modality == _MOODS.get(mark, "actual")
    assert statement.polarity == ("negative" if mark == "!" else "positive")
    if speaker != "*":
        assert statement.speaker.name.lower() == speaker.lower()
    assert (statement.who.mention.text.lower() if statement.who is not None else "-") == who.lower()
    for key, words in _pairs(rest[0] if rest else ""):
        assert _field(statement, key) == words, key


def _pairs(text: str) -> list[tuple[str, str]]:
    """Read "by=the navy value=9"; a value runs to the next key."""
    keys = [w for w in text.split(" ") if "=" in w and w.split("=")[0].isidentifier()]
    pairs = []
    for i, key in enumerate(keys):
        start = text.index(key)
        end = text.index(keys[i + 1], start) if i + 1 < len(keys) else len(text)
        name, _, first = text[start:end].strip().partition("=")
        pairs.append((name, first))
    return pairs


def _field(statement: Statement, key: str) -> str:
    if key == "value":
        return str(statement.figure.value) if statement.figure is not None else ""
    if key == "op":
        return str(statement.figure.operator) if statement.figure is not None else ""
    if key == "when":
        return statement.when.written if statement.when is not None else ""
    if key == "accusation":
        return statement.accusation.text if statement.accusation is not None else ""
    value = getattr(statement, key)
    return value if isinstance(value, str) else value.text if value is not None else ""
