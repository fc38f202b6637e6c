"""Exporting a list for people who work with a spreadsheet; the audit log says who took it out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from paradero.casework.actor import Actor
from paradero.casework.errors import FileExists, UnknownExport
from paradero.casework.lists.asking import list_read
from paradero.rolls import to_csv, to_xlsx
from paradero.store import Act, Casebook

FORMATS = (".xlsx", ".csv")


def export_list(casebook: Casebook, id_or_prefix: str, path: Path, actor: Actor) -> int:
    """Write the entries of an imported list to a new file, and record who did.

    Args:
        casebook: where the list is.
        id_or_prefix: its document.
        path: the file, whose name ends with ``.xlsx`` or ``.csv``.
        actor: who takes it out.

    Returns:
        How many entries were written.

    Raises:
        UnknownExport, FileExists: for another ending; when something is there already.
        IdTooShort, UnknownId, AmbiguousId, InvalidValue: when the id does not name one imported list.
        OSError: when the file cannot be written.
    """
    check_place(path)
    found = list_read(casebook, id_or_prefix)
    data = (to_xlsx if path.suffix.lower() == ".xlsx" else to_csv)(found.entries)
    details = {"document": found.listed.document.id, "entries": len(found.entries), "to": path.name}
    take_out(casebook, actor, details, path, data)
    return len(found.entries)


def take_out(casebook: Casebook, actor: Actor, details: dict[str, Any], path: Path, data: bytes) -> None:
    """Write a new file of what is in a casebook, and record who took it out; raises OSError when it cannot be."""
    # First what is done is written down: a file that left without a trace would be worse than a trace without a file.
    casebook.record(Act("export", actor.name, casebook.now(), details))
    write_new(path, data)


def write_new(path: Path, data: bytes) -> None:
    """Write a file where nothing is yet."""
    with path.open("xb") as file:
        file.write(data)


def check_place(path: Path) -> None:
    """Make sure that a file of this name can be exported to: its ending is known, and nothing is there."""
    if path.suffix.lower() not in FORMATS:
        raise UnknownExport(path, FORMATS)
    if path.exists():
        raise FileExists(path)
