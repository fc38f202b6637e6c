"""Judging whether two entries of lists are one person: signed, with a reason, withdrawn only by a later judgement."""

from __future__ import annotations

from collections.abc import Callable

from paradero.casework.actor import Actor
from paradero.casework.lists.asking import ReadList, list_read, whole_list
from paradero.casework.people.judging import record_judgement
from paradero.model import Entry, InvalidValue, Judgement
from paradero.store import Casebook


def entry_at(casebook: Casebook, place: str) -> Entry:
    """Return an entry of an imported list by its place.

    Args:
        place: the list's id (or its first characters) and the row, as in ``3fa2c19b:12``; with the sheet between them
            where the list has several, as in ``3fa2c19b:Lista 2:12``.

    Raises:
        InvalidValue: when the place is not written so, or the list has no such entry, or several.
        IdTooShort, UnknownId, AmbiguousId: when the id does not name one document.
    """
    return _entry_in(casebook, place, list_read)


def whole_entry_at(casebook: Casebook, place: str) -> Entry:
    """Return an entry by its place, also of somebody who asked to be taken out; raises as ``entry_at``."""
    return _entry_in(casebook, place, whole_list)


def _entry_in(casebook: Casebook, place: str, read_list: Callable[[Casebook, str], ReadList]) -> Entry:
    list_id, _, rest = place.partition(":")
    sheet, _, row = rest.rpartition(":")
    if not list_id or not row.isdecimal():
        raise InvalidValue(f"{place!r} is no place of an entry.", "Write it as LIST:ROW, as in 3fa2c19b:12.")
    read = read_list(casebook, list_id)
    found = [one for one in read.entries if one.row == int(row) and sheet in ("", one.sheet)]
    if len(found) == 1:
        return found[0]
    name = read.listed.document.name
    if not found:
        where = f" on sheet {sheet!r}" if sheet else ""
        raise InvalidValue(
            f"The list {name} has no entry in row {row}{where}.", f"See them: paradero list show {list_id}"
        )
    sheets = ", ".join(repr(one.sheet) for one in found)
    raise InvalidValue(
        f"The list {name} has an entry in row {row} of several sheets: {sheets}.", "Write LIST:SHEET:ROW."
    )


def judge_entries(casebook: Casebook, one: str, other: str, decision: str, reason: str, actor: Actor) -> Judgement:
    """Judge whether two entries are one person.

    Args:
        one, other: places of the entries, as `entry_at` takes them.
        decision: ``same``, ``different`` or ``unsure``.
        reason: why, in the person's words.
        actor: who judges.

    Returns:
        The judgement. Its audit entry tells list, sheet and row of both, since entries themselves are not written.

    Raises:
        WrongDecision: for another decision, or the same entry twice.
        InvalidValue: for an empty reason, or what `entry_at` says.
    """
    entries = [entry_at(casebook, place) for place in (one, other)]
    places = {entry.id: entry.place for entry in entries}
    return record_judgement(casebook, places, decision, reason, actor)
