"""The public JSON of a statement: the form that other programs build on, kept apart from the types.

``docs/statement-json.md`` explains every field; ``paradero.model.schema`` holds the JSON Schema. Absent is ``null``,
never an empty text and never zero; what stands in a role is the document's own words and nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from paradero.model.figure import Figure
    from paradero.model.span import Span
    from paradero.model.statement import Accusation, Corrected, Mention, Speaker, Statement, Who
    from paradero.model.when import When

# The roles that one mention fills: name in JSON -> attribute of the statement.
ROLES = {
    "by": "by",
    "from": "origin",
    "to": "destination",
    "at": "at",
    "in_return_for": "in_return_for",
    "basis": "basis",
    "outcome": "outcome",
    "reason": "reason",
}
_PUBLIC_NAMES = {attribute: name for name, attribute in ROLES.items()}


def statement_json(statement: Statement, standing: str = "", with_context: bool = True) -> dict[str, Any]:
    """Return a statement in its public form, ready for ``json.dumps``.

    Args:
        statement: the statement.
        standing: what people have decided about it so far (``accepted``, ``rejected``, ``corrected``, ``withdrawn``, or
            ``contested`` when they disagree); empty when nobody has.
        with_context: False leaves out the words before and after the span, which may be about somebody else.
    """
    span = statement.span if with_context else replace(statement.span, prefix="", suffix="")
    return {
        "id": statement.id,
        "document": statement.document,
        "part": statement.part,
        "span": _span(span),
        "trigger": _place(statement.trigger.start, statement.trigger.end, statement.trigger.exact),
        **_saying(statement),
        "act": statement.act,
        "who": _who(statement.who),
        **{name: _words(getattr(statement, attribute)) for name, attribute in ROLES.items()},
        "accusation": _accusation(statement.accusation),
        "figure": _figure(statement.figure),
        "when": when_json(statement.when),
        "denies": _text(statement.denies),
        "mentions": _mentions(statement),
        "worked_out": worked_out(statement),
        "judged": _text(standing),
        "reader": {"engine": statement.reader.engine, "version": statement.reader.version},
        "recorded_at": _text(statement.recorded_at),
        "said_on": when_json(statement.said_on),
        "corrects": _corrected(statement.corrects),
    }


def worked_out(statement: Statement) -> list[str]:
    """Return the public names of the fields that were inferred and not said, in the order of the reader's list.

    A role whose words stand nowhere in the document is inferred, whether its reader lists it or not; and so is every
    link from words to fuller ones, which is named by its place ("mentions.who.refers_to").
    """
    listed = [_PUBLIC_NAMES.get(name, name) for name in statement.worked_out]
    roles = role_mentions(statement).items()
    nowhere = [name for name, role in roles if role.start is None]
    links = [f"mentions.{name}.refers_to" for name, role in roles if role.refers_to]
    return list(dict.fromkeys([*listed, *nowhere, *links]))


def role_mentions(statement: Statement) -> dict[str, Mention]:
    """Return the mentions that fill a statement's roles by their public names, ``who`` first."""
    who = {} if statement.who is None else {"who": statement.who.mention}
    filled = {name: getattr(statement, attribute) for name, attribute in ROLES.items()}
    return {**who, **{name: mention for name, mention in filled.items() if mention is not None}}


def _saying(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": _speaker(statement.speaker),
        "relay": _text(statement.relay),
        "cue": _text(statement.cue),
        "channel": _text(statement.channel),
        "quoted": statement.quoted,
        "stance": statement.stance,
        "modality": statement.modality,
        "polarity": statement.polarity,
        "scope": _text(statement.scope),
        "hedge": _text(statement.hedge),
    }


def _mentions(statement: Statement) -> dict[str, Any]:
    places = {
        name: _place(role.start, role.end, role.text) | {"refers_to": _text(role.refers_to)}
        for name, role in role_mentions(statement).items()
    }
    accusation = statement.accusation
    if accusation is not None:
        places["accusation"] = _place(accusation.start, accusation.end, accusation.text) | {"refers_to": None}
    return places


def _span(span: Span) -> dict[str, Any]:
    cell = {"page": span.page, "sheet": span.sheet, "row": span.row, "column": span.column}
    box = {"box": None if span.box is None else list(span.box)}
    place = _place(span.start, span.end, span.exact) | {"prefix": span.prefix, "suffix": span.suffix}
    return place | {name: value for name, value in (cell | box).items() if value is not None}


def _place(start: int | None, end: int | None, exact: str) -> dict[str, Any]:
    return {"start": start, "end": end, "exact": exact}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "as_written": _text(speaker.as_written),
        "resolved": speaker.resolved,
        "position": _text(speaker.position),
        "description": _text(speaker.description),
    }


def _who(who: Who | None) -> dict[str, Any] | None:
    if who is None:
        return None
    return {"text": who.mention.text, "names": list(who.names), "group": _figure(who.group)}


def _accusation(accusation: Accusation | None) -> dict[str, Any] | None:
    return None if accusation is None else {"text": accusation.text, "by": _text(accusation.by)}


def _corrected(corrected: Corrected | None) -> dict[str, Any] | None:
    if corrected is None:
        return None
    place = {"start": corrected.start, "end": corrected.end}
    return {"statement": _text(corrected.statement), "words": _text(corrected.words)} | place


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {
        "operator": figure.operator,
        "value": figure.value,
        "unit": figure.unit,
        "of": _text(figure.of),
        "high": figure.high,
        "written": _text(figure.written),
        "hour": _text(figure.hour),
        "whole": _text(figure.whole),
    }


def when_json(when: When | None) -> dict[str, Any] | None:
    """Return a time in its public form; None for one that is not said."""
    if when is None:
        return None
    return {
        "written": _text(when.written),
        "earliest_start": _day(when.earliest_start),
        "latest_start": _day(when.latest_start),
        "earliest_end": _day(when.earliest_end),
        "latest_end": _day(when.latest_end),
        "partial": _text(when.partial),
        "hour": _text(when.hour),
        "duration": _text(when.duration),
    }


def _words(mention: Mention | None) -> str | None:
    return None if mention is None else mention.text


def _text(value: str) -> str | None:
    """Turn the model's empty text, which means "not said", into null."""
    return None if value == "" else value


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
