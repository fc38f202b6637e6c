"""Entries: the rows of a list as a mapping reads them, a pure function of the two, with what is wrong with cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from statistics import quantiles

from paradero.model import Document, Entry, Figure, Value
from paradero.rolls.days import lies_outside
from paradero.rolls.fields import ANSWER, IGNORED, NAMES
from paradero.rolls.folding import folded, is_nothing
from paradero.rolls.headings import is_foot, repeats_headings
from paradero.rolls.mapping import Column, Mapping, SheetMapping
from paradero.rolls.naming import Named, named_in
from paradero.rolls.normalising import Reading, normalised
from paradero.rolls.table import Table, tables
from paradero.rolls.troubles import Trouble

Period = tuple[date | None, date | None]
OPEN_DAY = date(9998, 12, 31)  # nothing is known of the list's day; then no day lies after it
_SOMEBODY = Named((), Figure("=", 1))  # one person who is not named
_FEWEST = 20  # days that it takes to say that one is out of line


def entries(document: Document, mapping: Mapping) -> tuple[tuple[Entry, ...], tuple[Trouble, ...]]:
    """Read the rows of a list.

    Args:
        document: the list.
        mapping: what its columns say; ``list_date`` is the day after which nothing in it can have happened.

    Returns:
        The entries in the order of sheets and rows, and what is wrong with cells and rows.
    """
    by_name = {table.name: table for table in tables(document)}
    latest = mapping.list_date if mapping.list_date is not None else OPEN_DAY
    identity = document.id
    found: list[Entry] = []
    troubles: list[Trouble] = []
    for sheet in mapping.sheets:
        table = by_name.get(sheet.sheet)
        if table is not None:
            reader = _Reader(identity, table, sheet, latest, (mapping.first_day, mapping.last_day))
            found += reader.entries()
            troubles += reader.troubles
    return tuple(found), tuple(troubles)


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, document: str, table: Table, mapping: SheetMapping, latest: date, period: Period) -> None:
        self.troubles: list[Trouble] = []
        self._document, self._table, self._mapping, self._latest = document, table, mapping, latest
        self._columns = tuple(c for c in mapping.columns if c.field != IGNORED)
        self._read: dict[int, Callable[[str], Reading]] = {c.column: _reader(c, latest, period) for c in self._columns}
        self._days = () if period == (None, None) else mapping.of("date")
        self._status = {folded(word): act for word, act in mapping.status}
        self._answers = {folded(word): code for word, code in mapping.answers}
        self._names = any(c.field in NAMES for c in self._columns)
        self._counts = any(c.field == "persons" for c in self._columns)
        self._answer = next((c for c in self._columns if c.field == ANSWER), None)

    def entries(self) -> Iterator[Entry]:
        """Yield the entries; what is wrong stands in ``troubles`` when all are out."""
        last = self._mapping.last_row or len(self._table.lines)
        found = []
        for row in range(self._mapping.first_row, min(last, len(self._table.lines)) + 1):
            entry = self._entry(row)
            if entry is not None:
                found.append(entry)
        self.troubles += _repeated(found)
        self.troubles += _out_of_line(found)
        yield from found

    def _entry(self, row: int) -> Entry | None:
        filled = list(self._table.filled(row))
        if not filled:
            return None
        if self._is_no_entry(row, filled):
            self._trouble("row_left_out", row, 0, self._table.words(row, filled[0]))
            return None
        values = tuple(value for column in self._columns if (value := self._value(row, column)) is not None)
        if not values:
            return None
        named = self._who(row, values)
        self._compare_ages(row, values)
        if self._days and all(is_nothing(value.written) for value in values if value.field == "date"):
            self._trouble("no_day", row, self._days[0].column if len(self._days) == 1 else 0)
        if self._answer is not None and not any(value.field == ANSWER for value in values):
            self._trouble("no_answer", row, self._answer.column)
        start, end = self._table.row_span(row)
        return Entry(self._document, self._table.name, row, named.names, values, named.group, start, end)

    def _is_no_entry(self, row: int, filled: Sequence[int]) -> bool:
        """Headings written again, a total or a note, or a title that stands alone in a row of a wide list."""
        if is_foot(self._table, row, filled) or repeats_headings(self._table, row, self._mapping.header_rows):
            return True
        alone = len(filled) == 1 and len(self._columns) >= 3 and not self._table.above
        return alone and not any(c.column == filled[0] and c.field in NAMES for c in self._columns)

    def _value(self, row: int, column: Column) -> Value | None:
        cell = self._table.cell(row, column.column)
        if cell is None:
            return None
        reading = self._read[column.column](cell.text)
        if column.field == ANSWER:
            reading = replace(reading, normal=self._answers.get(folded(cell.text), reading.normal))
            if not reading.normal:
                self._trouble("no_answer" if is_nothing(cell.text) else "unknown_answer", row, column.column, cell.text)
        for code in reading.troubles:
            self._trouble(code, cell.row, cell.column, cell.text)
        act = column.act
        if column.field == "status":
            act = self._status.get(folded(cell.text), "")
            if not act and reading.normal:
                self._trouble("unknown_status", row, column.column, cell.text)
        place = (cell.row, cell.column, cell.start, cell.end)
        return Value(column.field, cell.text, reading.normal, *place, act, cell.page, cell.box)

    def _who(self, row: int, values: Sequence[Value]) -> Named:
        """Who the row stands for, by its names and by a column that counts people."""
        if not self._names and not self._counts:
            return _SOMEBODY
        parts = [value for value in values if value.field in NAMES]
        whole = [value for value in parts if value.field == "name"]
        named = named_in(whole[0].written) if whole else _from_parts(parts)
        if whole and not named.names and not (named.group and named.group.of):
            self._trouble("no_person", row, whole[0].column, whole[0].written)
        count = next((v for v in values if v.field == "persons"), None)
        if count is not None and count.normal:
            return Named(named.names, Figure("=", int(count.normal), written=count.written))
        if not parts and self._counts and not self._names:
            return Named((), Figure(None, None, written="" if count is None else count.written))
        if not parts and self._names:
            self._trouble("no_person", row, 0)
        return named if parts else _SOMEBODY

    def _compare_ages(self, row: int, values: Sequence[Value]) -> None:
        by_field = {value.field: value for value in values if value.normal}
        age, birth = by_field.get("age"), by_field.get("birth_date")
        if age is None or birth is None or self._latest == OPEN_DAY:
            return
        least = self._latest.year - int(birth.normal[:4]) - 1
        if not least - 1 <= int(age.normal) <= least + 2:
            self._trouble("age_disagrees", row, age.column, f"{age.written}, {birth.written}")

    def _trouble(self, code: str, row: int, column: int, written: str = "") -> None:
        self.troubles.append(Trouble(code, self._table.name, row, column, written, self._table.page(row)))


def _reader(column: Column, latest: date, period: Period) -> Callable[[str], Reading]:
    """Lists repeat themselves: each different cell of a column is read once."""

    def read(written: str) -> Reading:
        reading = normalised(written, column, latest)
        if column.field != "date" or not reading.normal or not lies_outside(reading.normal, *period):
            return reading
        return Reading("", (*reading.troubles, "day_outside_period"))

    return lru_cache(maxsize=4096)(read)


def _from_parts(values: Sequence[Value]) -> Named:
    """Join names in several columns, given names first; a group may stand in any of them."""
    order = ("given_names", "family_name", "second_family_name")
    ordered = sorted((v for v in values if v.field in order), key=lambda v: order.index(v.field))
    if not ordered:
        return _SOMEBODY
    if len(ordered) == 1:
        return named_in(ordered[0].written)
    read = [named_in(value.written) for value in ordered]
    name = " ".join(name for one in read for name in one.names)
    groups = [one.group for one in read if one.names and one.group is not None]
    return Named((name,), groups[0] if groups else None) if name else _SOMEBODY


def _repeated(found: Sequence[Entry]) -> Iterator[Trouble]:
    keys: defaultdict[str, list[Value]] = defaultdict(list)
    rows: defaultdict[tuple[tuple[str, str], ...], list[Entry]] = defaultdict(list)
    for entry in found:
        for value in entry.all("key"):
            keys[value.normal].append(value)
        if not entry.names:
            continue
        said = tuple((v.field, folded(v.written)) for v in entry.values if v.field != "key")
        if said:
            rows[said].append(entry)
    sheet = found[0].sheet if found else ""
    for key, values in keys.items():
        if key and len({value.row for value in values}) > 1:
            yield from (Trouble("repeated_key", sheet, v.row, v.column, v.written, v.page) for v in values)
    for same in rows.values():
        for one in same[1:]:
            yield Trouble("repeated_row", sheet, one.row, 0, " ".join(one.names), one.values[0].page)


def _out_of_line(found: Sequence[Entry]) -> Iterator[Trouble]:
    """Days of an event that lie far outside the half in the middle: three times its length and a year more."""
    by_column: defaultdict[int, list[tuple[int, Value]]] = defaultdict(list)
    for entry in found:
        for value in entry.all("date"):
            if len(value.normal) == 10:
                by_column[value.column].append((date.fromisoformat(value.normal).toordinal(), value))
    for days in by_column.values():
        if len(days) < _FEWEST:
            continue
        low, _, high = quantiles([day for day, _ in days], n=4)
        reach = 3 * (high - low) + 366
        for day, value in days:
            if not low - reach <= day <= high + reach:
                place = (found[0].sheet, value.row, value.column)
                yield Trouble("day_out_of_line", *place, value.written, value.page)
