"""Showing: accounts, series and relations as JSON; what is absent is null, and no number is written that nobody has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from paradero.ledger.accounts import Account, Line
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.intervals import Interval


def as_json(value: Any) -> Any:
    """Return an answer of the ledger ready for ``json.dumps``; lines and accounts carry their ``text`` besides."""
    if isinstance(value, (str, bool, int)) or value is None:
        return None if value == "" and isinstance(value, str) else value
    if isinstance(value, Fraction):
        return int(value) if value == int(value) else f"{value.numerator}/{value.denominator}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Interval):
        return _interval(value)
    if is_dataclass(value) and not isinstance(value, type):
        shown = {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        return {"text": value.text, **shown} if isinstance(value, (Account, Line)) else shown
    if isinstance(value, (tuple, list, frozenset)):
        return [as_json(one) for one in value]
    return value


def desk_json(figures: Iterable[AttributedFigure], accounts: Iterable[Account]) -> dict[str, Any]:
    """Return accounts with the figures that they rest on, each with its words, its speaker and its place."""
    every = tuple(accounts)
    used = {name for one in every for name in (*one.figures, *one.relays, *one.replaced)}
    table = [
        as_json(one) | {"written": one.written} for one in sorted(figures, key=lambda one: one.id) if one.id in used
    ]
    return {"figures": table, "accounts": as_json(every)}


def _interval(value: Interval) -> dict[str, Any]:
    ends = {"low": as_json(value.low), "high": as_json(value.high)}
    opened = {"low_open": value.low_open, "high_open": value.high_open}
    return ends | ({name: True for name, is_open in opened.items() if is_open})
