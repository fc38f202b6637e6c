"""One row of figures: its cells are read one by one, and all that is wrong with it is told at once."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from paradero.ledger.figures import AttributedFigure
from paradero.model import OPERATORS, Figure, Operator, Problem
from paradero.model.problem import Severity
from paradero.model.vocabulary import codes

FIELDS = (
    *("id", "speaker", "said_on", "about", "state", "op", "value", "high", "unit", "number"),
    *("hour", "scope", "quantifier", "party", "relay", "note", "address"),
)
EARLIEST = date(1850, 1, 1)
_WORDS: dict[str, Operator] = {
    "": "=",
    "about": "~",
    "almost": "<",
    "approximately": "~",
    "around": "~",
    "at least": ">=",
    "at most": "<=",
    "exactly": "=",
    "fewer than": "<",
    "less than": "<",
    "more than": ">",
    "nearly": "<",
    "over": ">",
    "up to": "<=",
    "≈": "~",
    "≤": "<=",
    "≥": ">=",
}
_NUMBER = re.compile(
    r"(?P<op>[^\d\s?][^\d?]*?|)\s*(?P<low>\d[\d,. ]*?)\s*(?:(?:-|–|to)\s*(?P<high>\d[\d,. ]*))?\s*", re.DOTALL
)
_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+")


class Row:
    """The cells of one row, by the names of ``FIELDS``; ``problems`` fills while it is read."""

    def __init__(self, cells: dict[str, Any], source: str, place: str, today: date | None) -> None:
        self.cells, self.source, self.place, self.today = cells, source, place, today
        self.problems: list[Problem] = []

    def figure(self) -> AttributedFigure | None:
        """Return the figure, or None when a problem is an error."""
        for name in sorted(self.cells.keys() - set(FIELDS)):
            told = f"{name!r} is no field of a figure; it was left out."
            _tell(self, "figure_field_unknown", told, f"Known: {', '.join(FIELDS)}.", "notice")
        number = self._number()
        speaker, about = self._text("speaker"), self._text("about")
        for name, words in (("speaker", speaker), ("about", about)):
            if not words:
                _tell(self, "figure_incomplete", f"No {name} is given.", f"Fill in {name}.")
        unit = self._code("unit", "units", "persons")
        state = self._code("state", "figure_states", "")
        quantifier = self._code("quantifier", "scopes", "")
        said_on = self._day()
        if number is None or any(one.severity == "error" for one in self.problems):
            return None
        operator, low, high = number
        return AttributedFigure(
            self._text("id") or f"{self.source}: {self.place}",
            speaker,
            about,
            state,
            Figure(operator, low, unit, high=high, hour=self._text("hour")),
            said_on,
            quantifier=quantifier,
            **{name: self._text(name) for name in ("scope", "party", "relay", "note", "address")},
            source=self.source,
            place=self.place,
        )

    def _text(self, name: str) -> str:
        value = self.cells.get(name, "")
        return " ".join(value.split()) if isinstance(value, str) else "" if value is None else str(value)

    def _code(self, name: str, vocabulary: str, default: str) -> str:
        code = self._text(name).casefold().replace(" ", "_") or default
        if code and code not in codes(vocabulary):
            known = ", ".join(sorted(codes(vocabulary)))
            _tell(self, "figure_code_unknown", f"{self._text(name)!r} is no {name} that is known.", f"Known: {known}.")
        return code

    def _day(self) -> date | None:
        value = self.cells.get("said_on")
        if value is None or value == "":
            return None
        day = value.date() if isinstance(value, datetime) else value
        if isinstance(day, str):
            try:
                day = datetime.fromisoformat(day.strip()).date()
            except ValueError:
                day = None
        if not isinstance(day, date) or day < EARLIEST or (self.today is not None and day > self.today):
            cause = f"{value!s:.40} cannot be the day on which it was said; the day is left open."
            _tell(self, "figure_day_impossible", cause, "Write it as 2025-07-18.", "warning")
            return None
        return day

    def _number(self) -> tuple[Operator | None, int | float | None, int | float | None] | None:
        """Return operator, value and high; all None when no number was given, None when it cannot be read."""
        sign, written, top = self.cells.get("op", ""), self.cells.get("value", ""), self.cells.get("high", "")
        if "number" in self.cells and written in ("", None):
            sign, written = "", self.cells["number"]
        elif "number" in self.cells:
            sign = sign or _sign_of(str(self.cells["number"]))
        if str(sign).strip() in ("?", "") and (written in ("", None) or str(written).strip() == "?"):
            if top not in ("", None):
                _tell(self, "figure_number", f"A high end {top!s:.40} has no low end.", "Give the low end as value.")
                return None
            return None, None, None
        return self._given(str(sign), written, top)

    def _given(self, sign: str, written: Any, top: Any) -> tuple[Operator, int | float, int | float | None] | None:
        operator, low, high = _read(sign, written)
        if top not in ("", None):
            high = _plain(top)
        good = isinstance(operator, str) and low is not None and (top in ("", None) or high is not None)
        if not good or low is None or operator is None or low < 0 or (high is not None and high < low):
            shown = " ".join(str(one)[:40] for one in (sign, written, top) if one not in ("", None))
            cause = f"{shown!r} is no number of a set."
            hint = f"Give a value of 0 or more with one of {' '.join(OPERATORS)}, or ? and no value when none was said."
            _tell(self, "figure_number", cause, hint)
            return None
        return operator, low, high


def _read(sign: str, written: Any) -> tuple[Operator | None, int | float | None, int | float | None]:
    """Return operator, value and high of a number and of the sign that may stand before it or apart."""
    high = None
    low = _plain(written)
    if low is None and isinstance(written, str) and (parts := _NUMBER.fullmatch(written.strip())):
        sign = sign or parts["op"]
        low, high = _plain(parts["low"]), _plain(parts["high"])
    return _operator(sign), low, high


def _operator(sign: str) -> Operator | None:
    words = " ".join(sign.casefold().split())
    return next((one for one in OPERATORS if one == words), _WORDS.get(words))


def _sign_of(number: str) -> str:
    parts = _NUMBER.fullmatch(number.strip())
    return parts["op"] if parts else ""


def _plain(value: Any) -> int | float | None:
    """Return a number from a cell of a sheet or of TOML; None for what is none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        whole = isinstance(value, int) or (value == value and abs(value) != float("inf"))
        return None if not whole else int(value) if value == int(value) else value
    digits = str(value).strip()
    if _GROUPED.fullmatch(digits):
        digits = re.sub("[, ]", "", digits)
    if not re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", digits):
        return None
    return int(float(digits)) if float(digits) == int(float(digits)) else float(digits)


def _tell(row: Row, code: str, cause: str, hint: str, severity: Severity = "error") -> Problem:
    """Keep what is wrong with a row."""
    problem = Problem(code, row.source, cause, hint, row.place, severity)
    row.problems.append(problem)
    return problem
