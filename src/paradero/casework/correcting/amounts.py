"""The figure and the time that a correction can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from paradero.casework.correcting.parsing import code, day, number, one_of
from paradero.model import OPERATORS, Figure, Statement, When

FIGURE = ("operator", "value", "high", "unit", "of")
BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
TIME = MappingProxyType({"when": "written"} | {name: name for name in BOUNDS})


def figure(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change the figure, and with it the group's number when the two were one.

    A value without an operator is exact, unless the figure had an operator before; a value that is cleared takes
    operator and range with it.
    """
    if not set(FIGURE) & set(changes):
        return {}
    before = statement.figure if statement.figure is not None else Figure(None, None)
    value = number("value", changes["value"]) if "value" in changes else before.value
    high = number("high", changes["high"]) if "high" in changes else before.high
    operator: Any = one_of("operator", changes.get("operator") or before.operator or "=", OPERATORS)
    unit = code("units", changes.get("unit", before.unit))
    bounded = {"operator": operator, "value": value, "high": high}
    after = replace(before, **(bounded if value is not None else dict.fromkeys(bounded)), unit=unit)
    after = replace(after, of=changes.get("of", before.of))
    if "value" in changes:
        # The words of the number before belong to the value before.
        after = replace(after, written=changes["value"] if changes["value"] in statement.span.exact else "")
    fields: dict[str, Any] = {"figure": after if after != Figure(None, None, after.unit) else None}
    if statement.who is not None and statement.who.group == statement.figure:
        fields["who"] = replace(statement.who, group=fields["figure"])
    return fields


def when(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change the time: its words, and each of its four bounds."""
    named = {field: changes[name] for name, field in TIME.items() if name in changes}
    if not named:
        return {}
    before = statement.when if statement.when is not None else When()
    given: dict[str, Any] = {field: day(field, value) if field in BOUNDS else value for field, value in named.items()}
    after = replace(before, **given)
    return {"when": None if after == When() else after}
