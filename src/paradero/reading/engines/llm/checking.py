"""Checking one statement of an answer against the form it must have: types and codes, nothing added, nothing left out.

A service that takes a schema keeps to it; others may answer anything, and anything may be in an answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from paradero.model.figure import OPERATORS
from paradero.model.vocabulary import codes
from paradero.reading.engines.llm.schema import (
    CODES,
    CONCERNED,
    FIGURE,
    POLARITIES,
    QUOTE,
    SAYING,
    TRIGGER,
    WHEN,
    statement_schema,
)

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Given:
    """A statement as a model gave it, in form.

    Attributes:
        words: field -> the words given for it; ``quote`` and ``trigger`` always among them, ``figure`` and ``when``
            with their written words.
        codes: field -> code, ``polarity`` included.
        operator, value: the model's own reading of the figure. day: of the time; both to be held against ours only.
        added: keys that the form does not have.
    """

    words: Mapping[str, str]
    codes: Mapping[str, str]
    operator: str | None = None
    value: float | None = None
    day: str | None = None
    added: tuple[str, ...] = ()


def checked(raw: Any) -> Given | str:
    """Return a statement in form, or what is wrong with it."""
    if not isinstance(raw, dict):
        return f"it is {_kind(raw)} and no object"
    fault = next(_faults(raw), "")
    if fault:
        return fault
    figure, when = raw.get("figure") or {}, raw.get("when") or {}
    words = {name: raw.get(name) for name in (QUOTE, TRIGGER, *SAYING, *CONCERNED)}
    words |= {"figure": figure.get("written"), "when": when.get("written")}
    return Given(
        {name: said for name, said in words.items() if isinstance(said, str) and said.strip()},
        {name: raw[name] for name in (*CODES, "polarity")},
        figure.get("operator"),
        figure.get("value"),
        when.get("day"),
        tuple(_added(raw)),
    )


def _faults(raw: Mapping[str, Any]) -> Iterator[str]:
    for name in (QUOTE, TRIGGER):
        if not isinstance(raw.get(name), str) or not raw[name].strip():
            yield f"{name!r} is {_kind(raw.get(name))} and no words"
    for name, vocabulary in CODES.items():
        if not isinstance(raw.get(name), str) or raw[name] not in codes(vocabulary):
            yield f"{name!r} is {_kind(raw.get(name))} and none of the codes"
    if raw.get("polarity") not in POLARITIES:
        yield f"'polarity' is {_kind(raw.get('polarity'))} and none of {', '.join(POLARITIES)}"
    for name in (*SAYING, *CONCERNED):
        yield from _not_words(name, raw.get(name))
    yield from _figure_faults(raw.get("figure"))
    yield from _when_faults(raw.get("when"))


def _figure_faults(figure: Any) -> Iterator[str]:
    if figure is None:
        return
    if not isinstance(figure, dict) or not isinstance(figure.get("written"), str):
        yield f"'figure' is {_kind(figure)} and no object with written words"
        return
    if figure.get("operator") not in (*OPERATORS, None):
        yield f"the operator of 'figure' is {_kind(figure.get('operator'))}"
    value = figure.get("value")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value)):
        yield f"the value of 'figure' is {_kind(value)} and no number"


def _when_faults(when: Any) -> Iterator[str]:
    if when is None:
        return
    if not isinstance(when, dict) or not isinstance(when.get("written"), str):
        yield f"'when' is {_kind(when)} and no object with written words"
        return
    yield from _not_words("day", when.get("day"))


def _not_words(name: str, value: Any) -> Iterator[str]:
    if value is not None and not isinstance(value, str):
        yield f"{name!r} is {_kind(value)} and no words"


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number too large for a float
        return False


def _added(raw: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name in raw if name not in statement_schema()["properties"])
    for field, known in (("figure", FIGURE), ("when", WHEN)):
        yield from (f"{field}.{name}" for name in (raw.get(field) or {}) if name not in known)


def _kind(value: Any) -> str:
    """What a value is, in words short enough for a message."""
    if value is None:
        return "missing"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    shown = repr(value) if not isinstance(value, int) or abs(value) < 10**12 else "a huge number"
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
