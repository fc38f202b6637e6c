"""Answers: what a party that was asked about a list says name by name, and what each answer says happened."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from paradero.model import Document
from paradero.model.statement import Polarity
from paradero.rolls.fields import ANSWER
from paradero.rolls.folding import folded
from paradero.rolls.mapping import Mapping, SheetMapping
from paradero.rolls.sniffing import answer_words
from paradero.rolls.table import Table, tables

ANSWERED = "answered"  # the state of a list that answers
# What an answer says happened, and whether it says so or plainly says no.
SAYS: MappingProxyType[str, tuple[str, Polarity]] = MappingProxyType(
    {
        "held": ("held", "positive"),
        "not_held": ("held", "negative"),
        "dead": ("died", "positive"),
        "unknown": ("not_known", "positive"),
        "duplicate": ("listed_twice", "positive"),
        "released": ("released", "positive"),
    }
)
# Statuses whose act an answer tells as well, for a mapping that says what the words of a status column mean.
_OF_ACTS = {"held": "held", "died": "dead", "released": "released"}


def with_answers(document: Document, mapping: Mapping) -> Mapping:
    """Return how a list that answers is read: where no column is headed so, its column of a status answers.

    Args:
        document: the list.
        mapping: how it would be read otherwise.
    """
    by_name = {table.name: table for table in tables(document)}
    return replace(mapping, sheets=tuple(_answering(sheet, by_name.get(sheet.sheet)) for sheet in mapping.sheets))


def has_answers(mapping: Mapping) -> bool:
    """Tell whether any column answers."""
    return any(sheet.of(ANSWER) for sheet in mapping.sheets)


def _answering(sheet: SheetMapping, table: Table | None) -> SheetMapping:
    status = [column.column for column in sheet.of("status")]
    if sheet.of(ANSWER) or not status or table is None:
        return sheet
    columns = tuple(replace(c, field=ANSWER) if c.column in status else c for c in sheet.columns)
    known = {folded(word): (word, code) for word, code in answer_words(table, status, sheet.first_row)}
    told = ((word, _OF_ACTS[act]) for word, act in sheet.status if act in _OF_ACTS)
    known.update({folded(word): (word, code) for word, code in told if folded(word) not in known})
    return replace(sheet, columns=columns, status=(), answers=(*known.values(), *sheet.answers))
