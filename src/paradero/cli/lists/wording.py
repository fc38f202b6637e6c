"""Entries put in words and in JSON: who, and each value as written, in one form, and with its cell."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from paradero.cli.screen import inline
from paradero.cli.wording import figure_words, label
from paradero.rolls.fields import IGNORED, NAMES, fields
from paradero.rolls.troubles import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from paradero.model.entry import Entry, Value
    from paradero.rolls import Change, Mapping, Trouble

NOBODY = "not named"
_FAULT = "bold red"


def who(entry: Entry, language: str) -> str:
    """Return who a row stands for: the names, and how many people when it is not one who is named."""
    names = "; ".join(map(inline, entry.names))
    if entry.group is None:
        return names
    many = figure_words(entry.group, language)
    if names:
        return f"{names} ({many})"
    told = inline(entry.group.of)
    return f"{many}, {NOBODY}: “{told}”" if told else f"{many}, {NOBODY}"


def field_label(field: str, act: str, language: str) -> str:
    """Return what a field is called; a day by its act."""
    if field == "date" and act:
        return label("acts", act, language)
    known = fields()[field]
    return known.es if language == "es" else known.en


def entry_table(entries: Sequence[Entry], troubles: Iterable[Trouble], language: str) -> Table:
    """Return entries as a table: row, who, and a column for each field; faulty cells are marked with "!"."""
    bad = {(one.sheet, one.row, one.column) for one in troubles if one.column and one.kind.severity != "notice"}
    columns = _columns(entries)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    paged = any(value.page is not None for entry in entries for value in entry.values)
    for title in ("page", "row") if paged else ("row",):
        table.add_column(title, justify="right", style="dim")
    table.add_column("who", overflow="fold")
    for field, act in columns:
        table.add_column(field_label(field, act, language), overflow="fold")
    for entry in entries:
        cells = [_cell(entry, place, bad) for place in columns]
        page = (_page(entry),) if paged else ()
        table.add_row(*page, f"{entry.row:,}", who(entry, language), *cells)
    return table


def mapping_lines(mapping: Mapping, language: str) -> Iterator[RenderableType]:
    """Yield the period that the list covers, where it is bounded, and how each sheet is read, column by column."""
    if mapping.first_day is not None or mapping.last_day is not None:
        yield Text(f"Period: {mapping.first_day or '…'} to {mapping.last_day or '…'}")
    for sheet in mapping.sheets:
        name = f"Sheet {inline(sheet.sheet)}" if sheet.sheet else "The list"
        rows = f"headings in row {', '.join(map(str, sheet.header_rows))}; " if sheet.header_rows else "no headings; "
        yield Text(f"{name}: {rows}first row {sheet.first_row}; names {sheet.name_order.replace('_', ' ')}")
        table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
        for column in sheet.columns:
            what = field_label(column.field, column.act, language)
            order = f" ({column.date_order.replace('_', ' ')})" if column.date_order else ""
            style = "dim" if column.field == IGNORED else ""
            table.add_row(letters(column.column), inline(column.heading), what + order, style=style)
        yield table


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return an entry ready for JSON; absent is null."""
    group = None if entry.group is None else asdict(entry.group)
    return {
        "id": entry.id,
        "document": entry.document,
        "sheet": entry.sheet or None,
        "row": entry.row,
        "names": list(entry.names),
        "group": group,
        "values": [value_json(value) for value in entry.values],
    }


def value_json(value: Value) -> dict[str, Any]:
    """Return a value ready for JSON, with the cell that it stands in."""
    return asdict(value) | {"normal": value.normal or None, "act": value.act or None}


def trouble_json(trouble: Trouble) -> dict[str, Any]:
    """Return what is wrong with a cell or a row ready for JSON."""
    kind = trouble.kind
    column = {
        "page": trouble.page,
        "column": trouble.column or None,
        "written": trouble.written or None,
        "sheet": trouble.sheet or None,
    }
    return {"code": trouble.code, "severity": kind.severity, "row": trouble.row, **column, "message": kind.cause}


def change_words(change: Change, language: str) -> str:
    """Return what changed in a cell: "status: held → released"."""
    before, after = (("–" if v is None else inline(v.written)) for v in (change.before, change.after))
    return f"{field_label(change.field, change.act, language)}: {before} → {after}"


def _page(entry: Entry) -> str:
    return str(next((value.page for value in entry.values if value.page is not None), ""))


def _columns(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    places = ((v.field, v.act if v.field == "date" else "") for entry in entries for v in entry.values)
    return [place for place in dict.fromkeys(places) if place[0] not in NAMES]


def _cell(entry: Entry, place: tuple[str, str], bad: set[tuple[str, int, int]]) -> Text:
    text = Text()
    for value in entry.values:
        if (value.field, value.act if value.field == "date" else "") == place:
            faulty = (entry.sheet, value.row, value.column) in bad
            text.append(", " if text else "").append(inline(value.written), _FAULT if faulty else "")
            text.append(" !" if faulty else "", _FAULT)
            if value.normal and value.normal != inline(value.written):
                text.append(f" ≈ {inline(value.normal)}", "dim italic")
    return text
