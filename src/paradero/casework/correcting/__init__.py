"""Correcting a statement: a new one, entered by a person, that says the same place of the document right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from paradero.casework.correcting.amounts import FIGURE, TIME, figure, when
from paradero.casework.correcting.fields import (
    ACCUSATION,
    CODES,
    ROLES,
    SPEAKER,
    WORDS,
    accusation,
    coded,
    roles,
    speaker,
    who,
    words,
)
from paradero.casework.errors import NothingCorrected, UnknownField
from paradero.model import Mention, Reader, Statement

Change = Callable[[Statement, str, Mapping[str, str]], dict[str, Any]]

# What a correction can change, by the names that the JSON of a statement uses.
CHANGEABLE = (*SPEAKER, *CODES, "polarity", "scope", *WORDS, "who", *ROLES, *ACCUSATION, *FIGURE, *TIME)
# In this order, because a new figure may change the group of a "who" that is new as well.
_CHANGES: tuple[Change, ...] = (speaker, coded, words, roles, accusation, who, figure, when)


def corrected(statement: Statement, text: str, changes: Mapping[str, str], person: str, at: str) -> Statement:
    """Make the statement that says it right; its span, trigger and document stay.

    Args:
        statement: the one that is wrong.
        text: the document's frozen text; words that stand in it are given their place, nearest to the span.
        changes: new words or codes by field of ``CHANGEABLE``; an empty text clears a field.
        person: who corrects; the new statement's reader.
        at: ISO instant.

    Raises:
        UnknownField: for a field that cannot be changed.
        UnknownCode, InvalidValue: for a value that the field cannot hold.
        NothingCorrected: when nothing is changed.
    """
    unknown = set(changes) - set(CHANGEABLE)
    if unknown:
        raise UnknownField(unknown, CHANGEABLE)
    typed = {name: value.strip() for name, value in changes.items()}
    right = statement
    for change in _CHANGES:
        right = replace(right, **change(right, text, typed))
    if right == statement:
        raise NothingCorrected(statement.id)
    return replace(right, worked_out=_worked_out(statement, right), reader=Reader("person", person), recorded_at=at)


def _worked_out(before: Statement, after: Statement) -> tuple[str, ...]:
    """A changed role that stands in the document is said; one that does not was worked out, if by a person."""
    inferred = dict.fromkeys(before.worked_out)
    for field in (*ROLES.values(), "who"):
        value = getattr(after, field)
        if value == getattr(before, field):
            continue
        mention: Mention | None = value if field != "who" or value is None else value.mention
        inferred.pop(field, None)
        if mention is not None and mention.start is None:
            inferred[field] = None
    return tuple(inferred)
