"""Statements put in words: the vocabularies' labels, the document's words, and apart from them what was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.cli.screen import inline
from paradero.model.public import role_mentions, worked_out
from paradero.model.vocabulary import terms

if TYPE_CHECKING:
    from datetime import date

    from paradero.model.figure import Figure
    from paradero.model.statement import Speaker, Statement
    from paradero.model.when import When

_OPERATORS = {"=": "", ">=": "at least ", ">": "more than ", "<=": "at most ", "<": "fewer than ", "~": "about "}
_ONE_PERSON = {"en": "person", "es": "persona"}
NO_NUMBER = "no number given"
_AFTER_WHO = ("by", "from", "to", "at", "in_return_for", "basis")


@dataclass(frozen=True, slots=True)
class Said:
    """One field of a statement in words.

    Attributes:
        name: the public name of the field ("in_return_for").
        label: what it is called.
        words: what stands in the document; empty when everything about it was worked out.
        derived: what was worked out beside the words: whom a pronoun stands for, the days of "in March".
    """

    name: str
    label: str
    words: str
    derived: str = ""


def label(vocabulary: str, code: str, language: str) -> str:
    """Return a code's label, or the code itself when a newer casebook knows one that we do not."""
    term = terms(vocabulary).get(code)
    return code if term is None else term.label(language)


def family(statement: Statement) -> str:
    """Return the family of a statement's act; empty when the act is not known here."""
    term = terms("acts").get(statement.act)
    return "" if term is None else term.family


def speaker_words(speaker: Speaker, language: str) -> str:
    """Return who speaks: the name, the outlet's label, or the words as written marked as unresolved."""
    if speaker.kind == "outlet" and speaker.name == "outlet":
        return label("speakers", "outlet", language)
    return inline(speaker.name) + ("" if speaker.resolved else " (unresolved)")


def act_words(statement: Statement, language: str) -> str:
    """Return the act with what turns it: negation, a modality that is not actual, the speaker's hedge."""
    negation = {"en": "not ", "es": "no "}[language] if statement.polarity == "negative" else ""
    planned = "" if statement.modality == "actual" else f" ({label('modalities', statement.modality, language)})"
    hedge = f" “{inline(statement.hedge)}”" if statement.hedge else ""
    return f"{negation}{label('acts', statement.act, language)}{planned}{hedge}"


def figure_words(figure: Figure, language: str) -> str:
    """Return a figure: "at least 250 persons", "10 to 12 flights"; a number nobody gave is never zero."""
    if figure.value is None:
        return f"{NO_NUMBER} (“{inline(figure.written)}”)" if figure.written else NO_NUMBER
    high = "" if figure.high is None else f" to {figure.high:,}"
    operator = "" if figure.operator is None or high else _OPERATORS[figure.operator]
    hour = f" at {inline(figure.hour)}" if figure.hour else ""
    unit = _ONE_PERSON[language] if (figure.unit, figure.value, high) == ("persons", 1, "") else None
    return f"{operator}{figure.value:,}{high} {unit or label('units', figure.unit, language)}{hour}"


def when_words(when: When) -> str:
    """Return the calendar of a time: its days, or what is unknown about them; empty when nothing follows from it."""
    if when.known:
        return _bounds(when)
    if not when.partial:
        return ""
    year, *rest = when.partial.split("-")
    unknown = [name for name, part in zip(("year", "month", "day"), (year, *rest), strict=False) if "X" in part]
    return " and ".join(f"{name} unknown" for name in unknown) or inline(when.partial)


def said(statement: Statement, language: str) -> list[Said]:
    """Return the fields of a statement in words, in reading order, without those that are not said.

    The act, the stance and the speaker are not among them: ``act_words`` and ``speaker_words`` give these.
    """
    fields = [*_who(statement, language), *_roles(statement, _AFTER_WHO, language)]
    accusation = statement.accusation
    if accusation is not None:
        by = f" (by {inline(accusation.by)})" if accusation.by else ""
        fields.append(Said("accusation", label("roles", "accusation", language), inline(accusation.text) + by))
    fields += _roles(statement, ("outcome", "reason"), language)
    if statement.denies:
        fields.append(Said("denies", label("stances", "denies", language), inline(statement.denies)))
    fields += [] if statement.when is None else [_when("when", label("roles", "when", language), statement.when)]
    fields += [] if statement.said_on is None else [_when("said_on", "said on", statement.said_on)]
    if statement.corrects is not None:
        fields.append(Said("corrects", "corrects", inline(statement.corrects.words)))
    inferred = set(worked_out(statement))
    return [_inferred(field) if field.name in inferred else field for field in fields]


def _who(statement: Statement, language: str) -> list[Said]:
    fields = _roles(statement, ("who",), language)
    if statement.scope:
        fields.append(Said("scope", "scope", label("scopes", statement.scope, language)))
    if statement.figure is not None:
        fields.append(Said("figure", "figure", figure_words(statement.figure, language)))
    return fields


def _roles(statement: Statement, names: tuple[str, ...], language: str) -> list[Said]:
    mentions = role_mentions(statement)
    return [
        Said(name, label("roles", name, language), inline(mentions[name].text), inline(mentions[name].refers_to))
        for name in names
        if name in mentions
    ]


def _when(name: str, called: str, when: When) -> Said:
    words: list[str] = []
    for part in (inline(when.written), inline(when.hour), inline(when.duration)):
        if not any(part in before for before in words):  # "for years" may be what is written and the duration as well
            words.append(part)
    return Said(name, called, ", ".join(filter(None, words)), when_words(when))


def _inferred(field: Said) -> Said:
    """Move the words to what was worked out, unless the field tells the two apart already."""
    return field if field.derived else Said(field.name, field.label, "", field.words)


def _bounds(when: When) -> str:
    first, last = when.earliest_start, when.latest_end
    if (when.earliest_end, when.latest_start) == (first, last):
        return _stretch(first, last)
    start = _stretch(when.earliest_start, when.latest_start)
    end = _stretch(when.earliest_end, when.latest_end)
    return "; ".join(f"{verb} {days}" for verb, days in (("started", start), ("ended", end)) if days)


def _stretch(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"by {last}" if first is None else f"on or after {first}"
    return str(first) if first == last else f"{first} to {last}"
