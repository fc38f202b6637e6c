"""What a row may ask of a statement beside its roles: the parts of a figure, the bounds of a time, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.model.public import role_mentions, worked_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from paradero.model import Figure, Statement, When


def _figure(part: str) -> Callable[[Statement], str]:
    def read(statement: Statement) -> str:
        figure: Figure | None = statement.figure
        return "" if figure is None else str(getattr(figure, part))

    return read


def _bounds(first: str, last: str) -> Callable[[Statement], str]:
    def read(statement: Statement) -> str:
        when: When | None = statement.when
        return "" if when is None else f"{_day(getattr(when, first))}..{_day(getattr(when, last))}"

    return read


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else "-"


def _link(role: str) -> Callable[[Statement], str]:
    def read(statement: Statement) -> str:
        mention = role_mentions(statement).get(role)
        return mention.refers_to if mention is not None else ""

    return read


FIELDS: dict[str, Callable[[Statement], str]] = {
    **{part: _figure(part) for part in ("high", "written", "unit", "of", "whole")},
    "starts": _bounds("earliest_start", "latest_start"),
    "ends": _bounds("earliest_end", "latest_end"),
    "hour": lambda s: s.when.hour if s.when is not None else "",
    "duration": lambda s: s.when.duration if s.when is not None else "",
    "worked": lambda s: ",".join(worked_out(s)),
    "refers": _link("who"),
    "to_refers": _link("to"),
}
"""Key of a row -> what stands there; ``starts`` and ``ends`` are the earliest and latest day, "-" where none is known;
``refers`` and ``to_refers`` the words that ``who`` and ``to`` stand for; ``worked`` what was worked out."""
