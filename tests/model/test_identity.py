from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.model import OUTLET, Corrected, Judgement, Part, Reader, Span, Statement, When, canonical, digest

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a.b", "c"), ("a", "b.c")),  # joined with dots they would be equal
        (("1",), (1,)),  # a text is not a number
        ((1,), (True,)),  # nor is a truth value
        ((None,), ("",)),  # unknown is not empty
        ((("a",), "b"), ("a", ("b",))),  # nesting counts
    ],
)
def test_different_fields_give_different_ids(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    assert digest("x", *one) != digest("x", *other)


@given(values, values)
def test_canonical_is_one_to_one(one: Any, other: Any) -> None:
    assert (canonical(one) == canonical(other)) == (_typed(one) == _typed(other))


def _typed(value: Any) -> Any:
    """Equality that knows True from 1."""
    if isinstance(value, list):
        return ["list", *[_typed(v) for v in value]]
    if isinstance(value, dict):
        return {k: _typed(v) for k, v in value.items()}
    return (type(value).__name__, value)


def test_an_id_does_not_hang_on_the_process() -> None:
    code = "from paradero.model import digest; print(digest('x', {'b': 1, 'a': [None, 'ñ']}, 2.5))"
    ids = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(ids) == 1


def test_what_has_no_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        canonical({1, 2})


def test_a_judgement_hangs_on_its_moment() -> None:
    one = Judgement("accepts", ("s1",), "Ana", "checked", "2025-07-19T10:00:00Z")
    other = Judgement("accepts", ("s1",), "Ana", "checked", "2025-07-19T10:00:01Z")
    assert one.id != other.id
    assert date(2025, 7, 19).isoformat() in one.made_at


def test_a_field_that_was_added_later_changes_no_older_id() -> None:
    part = Part("entry", 0, 9, 1)
    before = {"role": "entry", "start": 0, "end": 9, "number": 1, "credit": "", "relay": ""}
    assert canonical(part) == canonical(before)
    timed = Part("entry", 0, 9, 1, said_on=When(hour="14.32"))
    assert canonical(timed) == canonical({**before, "said_on": When(hour="14.32")})


def test_a_statement_without_added_fields_has_the_id_it_had() -> None:
    words = Span(0, 5, "freed")
    statement = Statement("d", "body 1", words, words, OUTLET, "asserts", "released", Reader("rules", "1"))
    older = [
        getattr(statement, f.name) for f in fields(Statement) if f.name not in ("recorded_at", "said_on", "corrects")
    ]
    assert statement.id == digest("statement", *older)
    assert len({s.id for s in (statement, replace(statement, said_on=When(hour="14.32")),
                               replace(statement, corrects=Corrected(words="freed")))}) == 3  # fmt: skip
