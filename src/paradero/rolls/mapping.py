"""Mappings: what each column of a list says. A person's decision, proposed by ``sniff`` and kept as TOML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from paradero.model import InvalidValue
from paradero.model.vocabulary import codes
from paradero.rolls.fields import DATE_ORDERS, ORDERS, fields
from paradero.rolls.folding import folded
from paradero.rolls.table import Table


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        column: its number, from 1.
        field: what it says, a code of ``fields.toml``; ``ignored`` when it is not read.
        heading: the words over it, of two header rows joined by " / "; empty when there are none.
        act: for ``date``, the act that happened on the day; empty for the list's own act.
        date_order: for days in numbers: ``day_first``, ``month_first`` or ``year_first``.
    """

    column: int
    field: str
    heading: str = ""
    act: str = ""
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one sheet is read.

    Attributes:
        sheet: its name. columns: those that hold anything, in order.
        header_rows: the rows with headings. first_row: the first row of the list; last_row: the last, None for all.
        name_order: how names in one cell are written: ``given_first``, ``family_first`` or ``unknown``.
        status: which act each word of a status column tells, by the word as written.
        answers: which answer each word of an answer column gives; a word for no answer has an empty one.
    """

    sheet: str
    columns: tuple[Column, ...]
    header_rows: tuple[int, ...] = ()
    first_row: int = 1
    last_row: int | None = None
    name_order: str = "unknown"
    status: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()

    def of(self, field: str) -> tuple[Column, ...]:
        """Return the columns of a field."""
        return tuple(column for column in self.columns if column.field == field)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a list is read.

    Attributes:
        sheets: the sheets that are read; the others are left out.
        list_date: the day on which ages hang, and after which nothing can have happened; None until it is known.
        first_day, last_day: the period that the list covers, both days included; None where nobody bounds it. No day
            of an act follows from a cell that lies outside.
    """

    sheets: tuple[SheetMapping, ...]
    list_date: date | None = None
    first_day: date | None = None
    last_day: date | None = None

    def dated(self, day: date) -> Mapping:
        """Return the mapping with a list date, unless it has one."""
        return self if self.list_date is not None else replace(self, list_date=day)

    def covering(self, first: date | None, last: date | None) -> Mapping:
        """Return the mapping with the bounds of its period that are given; the others stay as they are.

        Raises:
            InvalidValue: when the period would end before it begins.
        """
        found = replace(self, first_day=first or self.first_day, last_day=last or self.last_day)
        if wrong := _period_fault(found):
            raise InvalidValue(wrong, "Give the first day first: --from and --until, or first_day and last_day.")
        return found


def faults(mapping: Mapping) -> list[str]:
    """Return what is wrong with a mapping, each fault with the key, what stands there and what is allowed."""
    found = [fault for sheet in mapping.sheets for fault in _sheet_faults(sheet)]
    wrong = _period_fault(mapping)
    return [*found, wrong] if wrong else found


def checked(mapping: Mapping) -> Mapping:
    """Return the mapping, or raise ``InvalidValue`` with everything that is wrong with it."""
    found = faults(mapping)
    if found:
        raise InvalidValue("The mapping cannot be used: " + " ".join(found))
    return mapping


def moved(mapping: Mapping, tables: tuple[Table, ...]) -> tuple[Mapping, list[str]]:
    """Fit a mapping to another version of its list, in which sheets were renamed or columns moved.

    Returns:
        The mapping with each column where its heading stands; and the headings that were not found, which are left
        out.
    """
    by_name = {table.name: table for table in tables}
    lost: list[str] = []
    sheets = []
    for number, sheet in enumerate(mapping.sheets):
        table = by_name.get(sheet.sheet)
        if table is None and len(mapping.sheets) == len(tables):
            table = tables[number]
        if table is None:
            lost.append(f"sheet {sheet.sheet!r}")
            continue
        sheets.append(_fitted(sheet, table, lost))
    return replace(mapping, sheets=tuple(sheets)), lost


def heading_at(table: Table, rows: tuple[int, ...], column: int) -> str:
    """Return the heading of a column, that of two rows joined by " / "; a merged heading holds for all its columns."""
    words = []
    for row in rows:
        cell = table.cell(row, column)
        text = " ".join(cell.text.split()) if cell is not None else ""
        if text and text not in words:
            words.append(text)
    return " / ".join(words)


def _period_fault(mapping: Mapping) -> str:
    first, last = mapping.first_day, mapping.last_day
    contrary = first is not None and last is not None and last < first
    return f"The period of the list cannot run from {first} to {last}." if contrary else ""


def _fitted(sheet: SheetMapping, table: Table, lost: list[str]) -> SheetMapping:
    if not sheet.header_rows:
        return replace(sheet, sheet=table.name)
    found: dict[str, int] = {}
    for column in range(1, table.width + 1):
        found.setdefault(folded(heading_at(table, sheet.header_rows, column)), column)
    columns = []
    for one in sheet.columns:
        wanted = folded(one.heading)
        if not wanted or folded(heading_at(table, sheet.header_rows, one.column)) == wanted:
            columns.append(one)
        elif wanted in found:
            columns.append(replace(one, column=found[wanted]))
        elif one.field != "ignored":
            lost.append(f"column {one.heading!r}")
    return replace(sheet, sheet=table.name, columns=tuple(sorted(columns, key=lambda c: c.column)))


def _sheet_faults(sheet: SheetMapping) -> list[str]:
    where = f"sheet {sheet.sheet!r}: "
    found = [where + fault for column in sheet.columns for fault in _column_faults(column)]
    numbers = [column.column for column in sheet.columns]
    twice = sorted({n for n in numbers if numbers.count(n) > 1})
    found += [f"{where}column {n} is listed more than once." for n in twice]
    found += _unknown(f"{where}name_order", sheet.name_order, ORDERS)
    for word, act in sheet.status:
        found += _unknown(f"{where}status {word!r}", act, sorted(codes("acts")))
    for word, answer in sheet.answers:
        found += _unknown(f"{where}answer {word!r}", answer, ["", *sorted(codes("answers"))])
    if sheet.first_row < 1 or (sheet.last_row is not None and sheet.last_row < sheet.first_row):
        found.append(f"{where}the rows cannot run from {sheet.first_row} to {sheet.last_row}.")
    if not any(column.field != "ignored" for column in sheet.columns):
        found.append(f"{where}no column is read.")
    return found


def _column_faults(column: Column) -> list[str]:
    where = f"column {column.column}"
    found = _unknown(f"{where}, field", column.field, sorted(fields()))
    found += _unknown(f"{where}, act", column.act, sorted(codes("acts"))) if column.act else []
    found += _unknown(f"{where}, date_order", column.date_order, DATE_ORDERS) if column.date_order else []
    found += [f"{where}: a column has a number from 1."] if column.column < 1 else []
    return found


def _unknown(where: str, value: Any, allowed: object) -> list[str]:
    known = list(allowed) if isinstance(allowed, (list, tuple)) else []
    return [] if value in known else [f"{where} is {value!r}. Allowed: {', '.join(known)}."]
