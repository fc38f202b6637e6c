"""Mapping files: a mapping as TOML that a person can read, change and use again."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from paradero.model import InvalidValue
from paradero.rolls.fields import fields
from paradero.rolls.mapping import Column, Mapping, SheetMapping, faults

FORMAT = 1
_TOP = {"format": int, "list_date": date, "first_day": date, "last_day": date, "sheet": list}
_SHEET: dict[str, type] = {
    "name": str,
    "header_rows": list,
    "first_row": int,
    "last_row": int,
    "name_order": str,
    "column": list,
    "status": dict,
    "answer": dict,
}
_COLUMN: dict[str, type] = {"column": int, "heading": str, "field": str, "act": str, "date_order": str}
_HEAD = """\
# How a list is read: which column says what. Change what is wrong, and use it with --mapping.
# Fields: {fields}.
"""


def to_toml(mapping: Mapping) -> str:
    """Return a mapping as TOML, with the allowed fields in a comment."""
    lines = [_HEAD.format(fields=", ".join(fields())), f"format = {FORMAT}"]
    if mapping.list_date is not None:
        lines.append(f"list_date = {mapping.list_date.isoformat()}  # ages hang on this day")
    for key, day in (("first_day", mapping.first_day), ("last_day", mapping.last_day)):
        lines += [] if day is None else [f"{key} = {day.isoformat()}  # of the period that the list covers"]
    for sheet in mapping.sheets:
        lines += ["", "[[sheet]]", f"name = {_text(sheet.sheet)}", f"header_rows = {list(sheet.header_rows)}"]
        lines.append(f"first_row = {sheet.first_row}")
        lines += [] if sheet.last_row is None else [f"last_row = {sheet.last_row}"]
        lines.append(f"name_order = {_text(sheet.name_order)}  # given_first, family_first or unknown")
        for column in sheet.columns:
            lines += ["", "[[sheet.column]]", f"column = {column.column}", f"heading = {_text(column.heading)}"]
            lines.append(f"field = {_text(column.field)}")
            lines += [f"act = {_text(column.act)}"] if column.act else []
            lines += [f"date_order = {_text(column.date_order)}"] if column.date_order else []
        if sheet.status:
            lines += ["", "[sheet.status]", *(f"{_text(word)} = {_text(act)}" for word, act in sheet.status)]
        if sheet.answers:
            lines += ["", "[sheet.answer]", *(f"{_text(word)} = {_text(code)}" for word, code in sheet.answers)]
    return "\n".join(lines) + "\n"


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        InvalidValue: when it cannot be read or used; the message names the file, every key that is wrong, and what is
            allowed there.
    """
    try:
        return from_toml(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidValue(f"The mapping {path} cannot be read: {error}.") from error


def from_toml(text: str, name: str) -> Mapping:
    """Return the mapping of a TOML text; ``name`` is what messages call it. Raises as ``read_mapping`` does."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValue(f"The mapping {name} is not valid TOML: {error}.", "Mend the line that is named.") from error
    found = _misfits(data, _TOP, "")
    sheets = data.get("sheet", [])
    for n, sheet in enumerate(sheets if isinstance(sheets, list) else [], 1):
        where = f"sheet {n}, "
        found += _misfits(sheet, _SHEET, where)
        columns = sheet.get("column", []) if isinstance(sheet, dict) else []
        for m, column in enumerate(columns if isinstance(columns, list) else [], 1):
            found += _misfits(column, _COLUMN, f"{where}column entry {m}, ", required=("column", "field"))
    if data.get("format", FORMAT) != FORMAT:
        found.append(f"format is {data['format']!r}. Allowed: {FORMAT}.")
    if not sheets:
        found.append("no [[sheet]] stands in it.")
    if not found:
        days = (data.get(key) for key in ("list_date", "first_day", "last_day"))
        mapping = Mapping(tuple(map(_sheet, sheets)), *days)
        found = faults(mapping)
        if not found:
            return mapping
    raise InvalidValue(f"The mapping {name} cannot be used: {' '.join(found)}", "Mend these keys, or sniff it anew.")


def _sheet(data: dict[str, Any]) -> SheetMapping:
    columns = (Column(**column) for column in data.get("column", []))
    return SheetMapping(
        sheet=data.get("name", ""),
        columns=tuple(sorted(columns, key=lambda column: column.column)),
        header_rows=tuple(data.get("header_rows", [])),
        first_row=data.get("first_row", 1),
        last_row=data.get("last_row"),
        name_order=data.get("name_order", "unknown"),
        status=tuple(data.get("status", {}).items()),
        answers=tuple(data.get("answer", {}).items()),
    )


def _misfits(data: Any, known: dict[str, type], where: str, required: tuple[str, ...] = ()) -> list[str]:
    if not isinstance(data, dict):
        return [f"{where}a table was expected, not {data!r}."]
    found = [f"{where}{key} is missing." for key in required if key not in data]
    for key, value in data.items():
        if key not in known:
            found.append(f"{where}{key} is not known. Allowed: {', '.join(known)}.")
        elif not _is(value, known[key]):
            found.append(f"{where}{key} is {value!r}, which is not of type {known[key].__name__}.")
        elif key == "header_rows" and not all(type(row) is int and row > 0 for row in value):
            found.append(f"{where}header_rows is {value!r}. Allowed: numbers of rows, from 1.")
        elif key in ("status", "answer") and not all(isinstance(code, str) for code in value.values()):
            found.append(f"{where}{key}: every word needs a code.")
    return found


def _is(value: Any, kind: type) -> bool:
    return type(value) is kind  # a truth value is no number here


def _text(value: str) -> str:
    """Return a text as a TOML string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
