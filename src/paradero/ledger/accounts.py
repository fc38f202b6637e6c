"""Accounts: figures held against each other, with the verdict, the working, and every figure it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from paradero.ledger.comparing import Reason
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.intervals import UNKNOWN, Interval, Number, interval
from paradero.ledger.relations import Relation

Verdict = Literal["consistent", "differs", "impossible", "not_comparable", "unknown"]
Meaning = Literal["", "disagreement", "missing", "over", "rest", "unnamed", "unverified", "undelivered", "terms"]


@dataclass(frozen=True, slots=True)
class Term:
    """One number of a working.

    Attributes:
        written: as it is shown ("~238"); number: what it leaves open.
        value: the number itself, without its operator, of a range its low end; None when none was given or worked out.
        figure, speaker, said_on: whose it is; empty for what was worked out.
        sign: 1 when it is added, -1 when it is taken away.
    """

    written: str
    number: Interval
    value: Number | None
    figure: str = ""
    speaker: str = ""
    said_on: date | None = None
    sign: Literal[1, -1] = 1

    @property
    def worked_out(self) -> bool:
        """Whether nobody said it."""
        return not self.figure


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a working: terms, and what they come to; ``between`` is "=" or what stands instead ("for")."""

    terms: tuple[Term, ...]
    result: Term | None = None
    between: str = "="

    @property
    def text(self) -> str:
        """The line as it is read: "238 + 7 + 7 = 252"."""
        words = "".join(
            f" {'+' if term.sign > 0 else '-'} {term.written}" if at else term.written
            for at, term in enumerate(self.terms)
        )
        return words if self.result is None else f"{words} {self.between} {self.result.written}"


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much: ``value`` as the numbers stand, ``number`` as their operators leave it, and what it is."""

    value: Number | None
    number: Interval
    meaning: Meaning = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What came of one relation.

    Attributes:
        kind: that of the relation; ``one_voice`` for a figure that nobody else says.
        verdict: ``consistent``, ``differs``, ``impossible``, ``not_comparable`` or ``unknown``.
        reason: why, where there is more to tell than the working shows.
        difference: by how much, when numbers allow it.
        working: the arithmetic, line by line.
        figures: ids of the figures it rests on; voices: the sides that say them; relays: ids of those that repeat them.
        replaced: ids of figures that a later one replaced and that do not count any more.
        silent: ids of figures without a number: they contradict nothing and are never zero.
        never_added: the sum that would count one set twice; None where nobody would add.
        tolerance: of "about", when a figure says so; None otherwise.
        assumes: what is taken for granted.
        relation: the relation that it works out; None for ``one_voice``.
        known_on: the last day whose figures were looked at; None for all.
    """

    kind: str
    verdict: Verdict
    figures: tuple[str, ...]
    reason: Reason | None = None
    difference: Difference | None = None
    working: tuple[Line, ...] = ()
    voices: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    never_added: Number | None = None
    tolerance: Fraction | None = None
    assumes: tuple[Reason, ...] = ()
    relation: Relation | None = None
    known_on: date | None = None

    @property
    def text(self) -> str:
        """The account in one line: "differs by 14: 252 - ~238 = 14"."""
        head = self.verdict.replace("_", " ")
        if (
            self.difference is not None
            and self.difference.value is not None
            and self.verdict in ("differs", "impossible")
        ):
            head += f" by {abs(self.difference.value)}"
        lines = "; ".join(dict.fromkeys(line.text for line in self.working))
        told = f"{head}: {lines}" if lines else head
        if self.reason is None:
            return told
        words = self.reason.words.rstrip(".")
        return f"{told} because {words}" if self.verdict in ("unknown", "not_comparable") else f"{told} ({words})"


def said(figure: AttributedFigure, tolerance: Fraction, sign: Literal[1, -1] = 1) -> Term:
    """Return the term of a figure."""
    value = figure.figure.value
    exact = value if value is None or isinstance(value, int) else Fraction(str(value))
    number = interval(figure.figure, tolerance)
    return Term(figure.written, number, exact, figure.id, figure.speaker, figure.said_on, sign)


def found(terms: tuple[Term, ...]) -> Term:
    """Return what terms come to, which may be below zero; nothing at all comes to nothing known."""
    if not terms:
        return Term("?", UNKNOWN, None)
    signed = [term.number if term.sign > 0 else -term.number for term in terms]
    number = sum(signed[1:], start=signed[0])
    value = number.exact
    if all(term.value is not None for term in terms):
        value = sum(term.sign * term.value for term in terms if term.value is not None)
        value = int(value) if value == int(value) else value
    about = number.exact is None and value is not None and _about(terms)
    return Term(f"~{value}" if about else str(number), number, value)


def _about(terms: tuple[Term, ...]) -> bool:
    return all(term.number.exact is not None or term.written.startswith("~") for term in terms)
