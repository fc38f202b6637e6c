"""Reports for tests: each sentence becomes a statement with its words at their true places; and their ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from paradero.ledger import AttributedFigure, Claim, Ledger, Placing, claims_of, claims_of_figures, resolved
from paradero.model import Accusation, Figure, Mention, Reader, Span, Speaker, Statement, When, Who
from paradero.model.naming import Naming
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.gazetteer.naming import GazetteerNaming

ROLES = ("by", "origin", "destination", "at", "in_return_for", "basis", "outcome", "reason")
DAY = "2025-07-18"


@cache
def naming() -> Naming:
    return GazetteerNaming(Gazetteer.default())


def when(text: str, first: str, last: str = "") -> When:
    return When.within(date.fromisoformat(first), date.fromisoformat(last or first), text)


@dataclass
class Report:
    """A report that is told sentence by sentence."""

    document: str = "report"
    published: str = DAY
    publisher: str = ""
    text: str = ""
    statements: dict[str, Statement] = field(default_factory=dict)

    def says(self, words: str, act: str, speaker: str = "outlet", **said: Any) -> str:
        """Add a sentence, and return the id of its statement. Roles and ``who`` are words of the sentence.

        ``number`` is the number said of ``who`` ("?" for none given), ``stands_for`` the fuller words for ``who``.
        """
        start = len(self.text)
        self.text += f"{words} "
        kind: Any = "outlet" if speaker == "outlet" else said.pop("kind", "person")
        roles: Any = {name: self._mention(words, start, said.pop(name)) for name in ROLES if name in said}
        who = said.pop("who", None)
        number, fuller, names = said.pop("number", None), said.pop("stands_for", ""), said.pop("names", ())
        figure = None if number is None else Figure(None, None) if number == "?" else _figure(number)
        mention = None if who is None else self._mention(words, start, who, fuller)
        trigger = said.pop("trigger", words.split()[0])
        at = start + words.index(trigger)
        accusation = said.pop("accusation", None)
        row = said.pop("row", None)
        span = Span(start, start + len(words), words, "", "", row=row)
        statement = Statement(
            document=self.document,
            part="body 1",
            span=span,
            trigger=Span(at, at + len(trigger), trigger),
            speaker=Speaker(speaker, kind, said.pop("as_written", "" if kind == "outlet" else speaker)),
            act=act,
            stance=said.pop("stance", "asserts"),
            reader=Reader("test", "1"),
            who=None if mention is None else Who(mention, names, figure),
            figure=figure,
            accusation=None if accusation is None else Accusation(accusation),
            **roles,
            **said,
        )
        self.statements[statement.id] = statement
        return statement.id

    def _mention(self, words: str, start: int, role: str, fuller: str = "") -> Mention:
        at = start + words.index(role)
        return Mention(role, at, at + len(role), fuller)


def _figure(number: str) -> Figure:
    for sign in (">=", "<=", ">", "<", "~"):
        if number.startswith(sign):
            return Figure(sign, int(number[len(sign) :]))
    return Figure("=", int(number))


def claims(
    *reports: Report, persons: Mapping[str, tuple[str, ...]] | None = None, figures: tuple[AttributedFigure, ...] = ()
) -> tuple[Claim, ...]:
    """Return the claims of reports and figures, resolved together."""
    statements = {id: one for report in reports for id, one in report.statements.items()}
    days = {report.document: date.fromisoformat(report.published) if report.published else None for report in reports}
    publishers = {report.document: report.publisher for report in reports}
    made = claims_of(statements, naming(), days, persons, publishers)
    return resolved((*made, *claims_of_figures(figures, naming())))


def ledger(*reports: Report, persons: Mapping[str, tuple[str, ...]] | None = None, **judged: Any) -> Ledger:
    """Return the ledger of reports."""
    today = date(2026, 1, 1)
    return Ledger(claims(*reports, persons=persons), today=today, **judged)


def together(one: str, other: str, by: str = "Ana") -> Placing:
    return Placing(one, other, True, by)


def apart(one: str, other: str, by: str = "Ana") -> Placing:
    return Placing(one, other, False, by)
