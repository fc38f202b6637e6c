from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from paradero.model import (
    OUTLET,
    Accusation,
    Figure,
    Mention,
    Reader,
    Span,
    Speaker,
    Statement,
    When,
    Who,
)
from paradero.model.public import statement_json, worked_out
from paradero.model.schema import statement_schema

DOCS = Path(__file__).parents[2] / "docs" / "statement-json.md"
TEXT = "The ministry confirmed on Friday that 41 Bolivians held in Arica had been freed; they went home to Oruro."
READER = Reader("rules", "1")
DOCUMENT = "ab" * 32
KEYS = (  # in the order in which they come out
    "id document part span trigger speaker relay cue channel quoted stance modality polarity scope hedge act who "
    "by from to at in_return_for basis outcome reason accusation figure when denies mentions worked_out judged "
    "reader recorded_at said_on corrects"
)


def place(words: str, refers_to: str = "") -> Mention:
    start = TEXT.index(words)
    return Mention(words, start, start + len(words), refers_to)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


BARE = Statement(
    DOCUMENT, "body 1", span("they went home to Oruro"), span("went home"), OUTLET, "asserts", "returned", READER
)
FULL = Statement(
    DOCUMENT,
    "body 1",
    span("41 Bolivians held in Arica had been freed"),
    span("freed"),
    Speaker("Ministry of Justice", "party", "The ministry"),
    "confirms",
    "released",
    READER,
    scope="all",
    hedge="alleged",
    relay="EFE",
    cue="confirmed",
    channel="a statement",
    quoted=True,
    who=Who(place("41 Bolivians"), ("Ana Quispe",), Figure("=", 41, of="Bolivians", written="41")),
    by=Mention("Chile"),
    origin=place("Arica"),
    destination=place("Oruro"),
    at=place("Arica"),
    in_return_for=place("41 Bolivians"),
    basis=place("Friday"),
    outcome=place("freed"),
    reason=place("home"),
    accusation=Accusation("smuggling", "the prosecutor", 3, 12),
    figure=Figure("=", 41, of="Bolivians", written="41", hour="noon", whole="of the 60"),
    when=When.within(date(2025, 7, 18), date(2025, 7, 18), "on Friday", "noon"),
    denies="gang ties",
    worked_out=("origin", "when"),
    recorded_at="2025-07-19T10:00:00Z",
)


def test_every_key_of_the_agreement_is_there() -> None:
    for statement in (BARE, FULL):
        assert " ".join(statement_json(statement)) == KEYS


def test_absent_is_null_and_never_empty_or_zero() -> None:
    public = statement_json(BARE)
    kept = {"id", "document", "part", "span", "trigger", "speaker", "quoted", "stance", "modality", "polarity", "act"}
    assert {name for name, value in public.items() if value is not None} == kept | {"mentions", "worked_out", "reader"}
    assert public["speaker"] == {
        "name": "outlet",
        "kind": "outlet",
        "as_written": None,
        "resolved": True,
        "position": None,
        "description": None,
    }
    assert public["mentions"] == {}
    assert public["worked_out"] == []


@pytest.mark.parametrize(
    ("figure", "operator", "value"),
    [
        (Figure("=", 41), "=", 41),  # as said
        (Figure(None, None, written="a considerable number"), None, None),  # no number given is not zero
        (Figure("=", 0), "=", 0),  # nobody, when somebody says so, is a number
        (Figure(">=", 10, high=12), ">=", 10),  # a range
    ],
)
def test_figures_keep_unknown_apart_from_zero(figure: Figure, operator: str | None, value: int | None) -> None:
    public = statement_json(with_(BARE, figure=figure))
    assert (public["figure"]["operator"], public["figure"]["value"]) == (operator, value)
    jsonschema.Draft202012Validator(statement_schema()).validate(public)


def test_roles_hold_the_words_and_mentions_what_they_refer_to() -> None:
    who = Who(place("they", refers_to="41 Bolivians"))
    public = statement_json(with_(BARE, who=who, destination=place("Oruro")))
    assert public["who"] == {"text": "they", "names": [], "group": None}
    assert public["mentions"]["who"]["refers_to"] == "41 Bolivians"
    assert public["to"] == "Oruro"
    assert TEXT[public["mentions"]["to"]["start"] : public["mentions"]["to"]["end"]] == "Oruro"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (BARE, []),  # nothing inferred
        (FULL, ["from", "when", "by"]),  # public names; a role that stands nowhere is inferred though nobody listed it
    ],
)
def test_worked_out_names_the_public_fields(statement: Statement, expected: list[str]) -> None:
    assert worked_out(statement) == expected


@pytest.mark.parametrize("standing", ["", "accepted"])
@pytest.mark.parametrize("statement", [BARE, FULL])
def test_what_comes_out_is_valid_and_survives_a_round_trip(statement: Statement, standing: str) -> None:
    public = statement_json(statement, standing)
    jsonschema.Draft202012Validator(statement_schema()).validate(public)
    assert json.loads(json.dumps(public)) == public


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("relay",), ""),  # empty text instead of null
        (("speaker", "kind"), "journalist"),  # a kind that does not exist
        (("figure",), {"operator": None, "value": 0}),  # zero for unknown
        (("figure", "operator"), None),  # a value without an operator
        (("verdict",), "true"),  # a field that we never give
    ],
)
def test_the_schema_refuses(path: tuple[str, ...], value: object) -> None:
    public: dict[str, Any] = statement_json(FULL)
    at = public
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not jsonschema.Draft202012Validator(statement_schema()).is_valid(public)


def test_the_schema_is_a_schema_and_describes_every_field() -> None:
    jsonschema.Draft202012Validator.check_schema(statement_schema())
    assert [name for name, field in fields(statement_schema()) if not described(field)] == []


def test_the_document_explains_every_field() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert sorted({name for name, _ in fields(statement_schema()) if f"`{name}`" not in text}) == []


def test_the_example_in_the_document_is_valid() -> None:
    text = DOCS.read_text(encoding="utf-8")
    example = json.loads(text.split("```json\n")[1].split("```")[0])
    jsonschema.Draft202012Validator(statement_schema()).validate(example)


def with_(statement: Statement, **changes: Any) -> Statement:

    return replace(statement, **changes)


def fields(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every named field of a schema, at any depth."""
    found: list[tuple[str, dict[str, Any]]] = list(schema.get("properties", {}).items())
    below = [*schema.get("properties", {}).values(), *schema.get("anyOf", []), *schema.get("$defs", {}).values()]
    return found + [item for inner in below for item in fields(inner)]


def described(field: dict[str, Any]) -> bool:
    # the entries of "mentions" share one description, that of the definition they point to
    return "description" in field or field.get("$ref") == "#/$defs/mention"
