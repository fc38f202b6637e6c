from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.model import (
    Accusation,
    Document,
    Figure,
    Given,
    InvalidValue,
    Judgement,
    Mention,
    Part,
    Provenance,
    Reader,
    Span,
    Speaker,
    Statement,
    When,
    Who,
)
from paradero.model.encoding import from_plain, to_plain

# Lone surrogates too: file names that are not UTF-8 carry them.
words = st.text(max_size=12)
numbers = st.integers(0, 10**6) | st.floats(0, 1e6)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 500))
    row = draw(st.none() | st.integers(1, 9))
    return Span(start, start + draw(st.integers(0, 99)), draw(words), draw(words), draw(words), row=row)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    if draw(st.booleans()):
        return Figure(None, None, of=draw(words), written=draw(words))
    value = draw(numbers)
    high = draw(st.none() | st.just(value + 5))
    return Figure(draw(st.sampled_from(["=", ">=", "~"])), value, "persons", draw(words), high)


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    return draw(
        st.sampled_from([When.within(first, last, draw(words)), When(draw(words), first), When(partial="XXXX-03")])
    )


mentions = st.builds(Mention, words, st.none() | st.integers(0, 9), st.none() | st.integers(0, 9), words)
statements = st.builds(
    Statement,
    document=words,
    part=words,
    span=spans(),
    trigger=spans(),
    speaker=st.builds(Speaker, words, st.sampled_from(["person", "party", "outlet"]), words, st.booleans()),
    stance=words,
    act=words,
    reader=st.builds(Reader, words, words),
    polarity=st.sampled_from(["positive", "negative"]),
    quoted=st.booleans(),
    who=st.none() | st.builds(Who, mentions, st.lists(words, max_size=3).map(tuple), st.none() | figures()),
    origin=st.none() | mentions,
    accusation=st.none() | st.builds(Accusation, words, words),
    figure=st.none() | figures(),
    when=st.none() | whens(),
    worked_out=st.lists(words, max_size=3).map(tuple),
    recorded_at=words,
)
known = st.builds(Given, words, st.sampled_from(["person", "markup", "none"]))
documents = st.builds(
    Document,
    sha256=words,
    name=words,
    media_type=words,
    text=words,
    parts=st.lists(st.builds(Part, words, st.integers(0, 9), st.integers(0, 9), st.integers(1, 9)), max_size=3).map(
        tuple
    ),
    provenance=st.builds(Provenance, known, known, known, known, known, known, words),
    recorded_at=words,
    replaces=words,
)
filled = words.filter(str.strip)
judgements = st.builds(Judgement, st.just("accepts"), st.lists(words, max_size=2).map(tuple), filled, filled, words)


@given(statements | documents | judgements)
@settings(max_examples=300, deadline=None)
def test_what_went_through_json_is_equal_and_has_the_same_id(value: Statement | Document | Judgement) -> None:
    back = from_plain(type(value), json.loads(json.dumps(to_plain(value))))
    assert back == value
    assert back.id == value.id


@pytest.mark.parametrize("value", [252, 252.0])
def test_a_whole_number_and_a_decimal_stay_apart(value: float) -> None:
    back = from_plain(Figure, json.loads(json.dumps(to_plain(Figure("=", value)))))
    assert type(back.value) is type(value)


@pytest.mark.parametrize(
    ("cls", "plain", "said"),
    [
        (Given, {"value": "x", "origin": "rumour"}, "Given.origin: 'rumour' is not one of"),  # not in the Literal
        (Given, {"value": 3, "origin": "none"}, "Given.value: 3 is not of type str"),  # a number for a text
        (Given, {"valeu": "x"}, "no field valeu"),  # a field that does not exist
        (Mention, {}, "'text' is missing"),  # no default to take
        (Mention, ["text"], "The fields of Mention"),  # not a mapping at all
        (Figure, {"operator": "=", "value": True}, "Figure.value"),  # a truth value is no number
        (When, {"earliest_start": "2025-02-31"}, "When.earliest_start: '2025-02-31' is not an ISO date"),  # impossible
        (Who, {"mention": {"text": "ten men"}, "names": "Ana"}, "Who.names: A list was expected"),  # text for a list
        (Who, {"mention": {"text": 1}}, "Who.mention: Mention.text"),  # the path to the inner field is told
    ],
)
def test_a_plain_form_that_does_not_fit_is_refused_by_field(cls: type[Any], plain: Any, said: str) -> None:
    with pytest.raises(InvalidValue, match=said.replace(".", r"\.")):
        from_plain(cls, plain)


def test_a_missing_field_takes_its_default() -> None:
    assert from_plain(Mention, {"text": "ten men"}) == Mention("ten men")


@dataclass(frozen=True)
class Odd:
    pair: tuple[int, date]
    table: dict[str, list[Literal["a", "b"]]]


def test_fixed_tuples_mappings_and_lists_come_back() -> None:
    odd = Odd((1, date(2025, 7, 19)), {"x": ["a", "b"]})
    assert from_plain(Odd, json.loads(json.dumps(to_plain(odd)))) == odd
    with pytest.raises(InvalidValue, match="2 values were expected, not 1"):
        from_plain(Odd, {"pair": [1], "table": {}})


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_number_that_json_cannot_hold_is_refused(value: float) -> None:
    with pytest.raises(InvalidValue, match="can be written down"):
        to_plain({"value": value})


def test_a_type_without_a_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        to_plain({1, 2})
