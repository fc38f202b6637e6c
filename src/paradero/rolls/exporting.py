"""Exporting: a list's entries as one table for a spreadsheet program, and back again without loss.

Each row is an entry with its id, its place and its names; each field has three columns: the words as written, what
follows from them (headed "≈" and the field), and the cell with its place in the text (headed "cell" and the field).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from paradero.model import Document, Entry, Figure, InvalidValue, Value
from paradero.model.encoding import from_plain, to_plain
from paradero.rolls.table import Table, tables
from paradero.rolls.workbook import xlsx

FIRST = ("paradero entry", "document", "sheet", "row", "place", "names", "group")
# Row, column and place in the text; for a list in a PDF page and box; for a day or a status its act.
_PLACE = re.compile(r"(\d+):(\d+) (\d+)-(\d+)(?: p(\d+)(?: at ((?:-?\d+,){3}-?\d+))?)?(?: (\w+))?")
# What a spreadsheet program would take for a formula; and our own mark before it, so that it can be taken off again.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\u2028")
_WITHIN = str.maketrans({"\u2028": "\n", "\u2409": "\t"})
_WITHOUT = str.maketrans({"\n": "\u2028", "\t": "\u2409"})

Place = tuple[str, str, int]  # the field, the act of a day, and which of several such values of one entry


def table_of(entries: Sequence[Entry]) -> list[list[str]]:
    """Return entries as the rows of a table, the first row its headings."""
    placed = [dict(_placed(entry)) for entry in entries]
    places = sorted({place: None for one in placed for place in one}, key=lambda place: _order(placed, place))
    heads = [_heading(place) for place in places]
    rows = [[*FIRST, *(f"{mark}{head}" for head in heads for mark in ("", "≈ ", "cell "))]]
    for entry, values in zip(entries, placed, strict=True):
        rows.append([*_about(entry), *(cell for place in places for cell in _cells(values.get(place)))])
    return rows


def to_csv(entries: Sequence[Entry]) -> bytes:
    """Return entries as CSV in UTF-8; what a spreadsheet program would run as a formula has an apostrophe before it."""
    return rows_to_csv(table_of(entries))


def to_xlsx(entries: Sequence[Entry]) -> bytes:
    """Return entries as a workbook of one sheet, in which every cell is text and none is a formula."""
    return sheets_to_xlsx(("entries", table_of(entries)))


def rows_to_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows of texts as CSV in UTF-8, in which no cell is a formula."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(map(_safe, rows))
    return made.getvalue().encode("utf-8-sig")


def sheets_to_xlsx(*sheets: tuple[str, Sequence[Sequence[str]]]) -> bytes:
    """Return named sheets of texts as a workbook, in which every cell is text and none is a formula."""
    return xlsx(*((name, [_safe(row) for row in rows]) for name, rows in sheets))


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula, also when it is saved as CSV later."""
    return f"'{cell}" if cell.startswith(_ACTIVE) else cell


def _safe(row: Sequence[str]) -> list[str]:
    return [defused(cell).translate(_WITHIN) for cell in row]


def is_export(document: Document) -> bool:
    """Tell whether a table is one that was exported here."""
    found = tables(document)
    return len(found) == 1 and found[0].lines[0][: len(FIRST)] == FIRST


def entries_of_export(document: Document) -> tuple[Entry, ...]:
    """Return the entries of an exported table, as they were or as somebody changed them since.

    Raises:
        InvalidValue: when a row has lost its id, its place, or the place of a value.
    """
    (table,) = tables(document)
    heads = [words.strip() for words in table.lines[0]]
    return tuple(_entry(table, row, heads) for row in range(2, len(table.lines) + 1) if any(table.filled(row)))


def _placed(entry: Entry) -> Iterator[tuple[Place, Value]]:
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    for value in entry.values:
        kind = (value.field, value.act if value.field == "date" else "")
        seen[kind] += 1
        yield (*kind, seen[kind]), value


def _order(placed: Sequence[dict[Place, Value]], place: Place) -> tuple[int, Place]:
    return next(one[place].column for one in placed if place in one), place


def _heading(place: Place) -> str:
    field, act, number = place
    return " ".join([field, *([act] if act else []), *([str(number)] if number > 1 else [])])


def _about(entry: Entry) -> list[str]:
    joined = "; ".join(entry.names)
    plain = tuple(joined.split("; ")) == entry.names and not joined.startswith("[")
    names = joined if plain or not entry.names else json.dumps(entry.names, ensure_ascii=False)
    group = "" if entry.group is None else json.dumps(to_plain(entry.group), ensure_ascii=False)
    return [entry.id, entry.document, entry.sheet, str(entry.row), f"{entry.start}-{entry.end}", names, group]


def _cells(value: Value | None) -> tuple[str, str, str]:
    if value is None:
        return "", "", ""
    act = f" {value.act}" if value.act else ""
    page = "" if value.page is None else f" p{value.page}"
    box = "" if value.box is None else f" at {','.join(map(str, value.box))}"
    return value.written, value.normal, f"{value.row}:{value.column} {value.start}-{value.end}{page}{box}{act}"


def _entry(table: Table, row: int, heads: Sequence[str]) -> Entry:
    line = [_restored(cell) for cell in table.lines[row - 1]]
    line += [""] * (len(heads) - len(line))
    about = dict(zip(FIRST, line, strict=False))
    try:
        start, end = map(int, about["place"].split("-"))
        names = about["names"]
        listed = json.loads(names) if names.startswith("[") else names.split("; ") if names else []
        group = from_plain(Figure, json.loads(about["group"])) if about["group"] else None
        values = tuple(_values(line, heads))
        return Entry(about["document"], about["sheet"], int(about["row"]), tuple(listed), values, group, start, end)
    except (ValueError, InvalidValue) as error:
        hint = "Change only the words of values; leave the columns of places and ids as they were."
        raise InvalidValue(f"Row {row} of the exported list cannot be read back: {error}.", hint) from error


def _values(line: Sequence[str], heads: Sequence[str]) -> Iterator[Value]:
    """The values of a row in the order of their cells; words that somebody put into an empty cell have no place."""
    found = []
    for at in range(len(FIRST), len(heads) - 2, 3):
        written, normal, place = line[at : at + 3]
        if not written and not place:
            continue
        match = _PLACE.fullmatch(place)
        if match is None:
            raise ValueError(f"the place of {heads[at]!r} is {place!r}, not such as 2:3 10-20")
        row, column, start, end = (int(number) for number in match.groups()[:4])
        page = None if match[5] is None else int(match[5])
        cell = (row, column, start, end, match[7] or "", page, _box(match[6]))
        found.append(Value(heads[at].split(" ")[0], written, normal, *cell))
    yield from sorted(found, key=lambda value: value.column)


def _box(written: str | None) -> tuple[int, int, int, int] | None:
    if written is None:
        return None
    left, top, right, bottom = map(int, written.split(","))
    return left, top, right, bottom


def _restored(cell: str) -> str:
    text = cell.translate(_WITHOUT)
    return text[1:] if text.startswith("'") and text[1:].startswith(_ACTIVE) else text
