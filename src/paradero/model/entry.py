"""Entries: the rows of a list as what they say of one person or group, each value with the cell that it stands in.

An entry is worked out from a document and a mapping (``paradero.rolls``) and never written: it can be had again at any
time from the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from paradero.model.figure import Figure
from paradero.model.identity import digest


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an entry.

    Attributes:
        field: a code of ``rolls/fields.toml``: family_name, nationality, birth_date, ...
        written: the cell to the letter.
        normal: what follows from it in one form: a day as 1985-03-12, with as much of it as is known (1985-03, 1985);
            a nationality as its ISO 3166 code; sex as F, M or X; a number in digits; empty when nothing follows.
        row, column: where it stands, from 1; the row is not the entry's where cells are merged.
        start, end: character offsets into the document's text.
        act: for a day, the act that happened on it ("arrested"); for a status, the act that it tells; else empty.
        page, box: the page that it stands on, from 1, and its place there, as in ``Span``; None without pages.
    """

    field: str
    written: str
    normal: str
    row: int
    column: int
    start: int
    end: int
    act: str = ""
    page: int | None = None
    box: tuple[int, int, int, int] | None = None


@dataclass(frozen=True)
class Entry:
    """One row of a list.

    Attributes:
        document: id of the list's document.
        sheet: name of the sheet; row: number of the row, from 1.
        names: the names in it, cleaned of what does not print, in the order in which the list writes them; none for
            somebody who is not named.
        values: in the order of the columns.
        group: for a row that stands for several people, or for somebody unnamed, how many; None for one person.
        start, end: where the row stands in the document's text.
    """

    document: str
    sheet: str
    row: int
    names: tuple[str, ...]
    values: tuple[Value, ...]
    group: Figure | None = None
    start: int = 0
    end: int = 0

    @cached_property
    def id(self) -> str:
        """The entry's id: the document, the sheet and the row, so that another mapping does not change it."""
        return digest("entry", self.document, self.sheet, self.row)

    @property
    def place(self) -> str:
        """Where it stands, to be cited: the document's id, the sheet where there are several, and the row."""
        return ":".join(filter(None, (self.document, self.sheet, str(self.row))))

    def all(self, field: str) -> tuple[Value, ...]:
        """Return every value of a field."""
        return tuple(value for value in self.values if value.field == field)

    def first(self, field: str) -> Value | None:
        """Return the first value of a field, or None."""
        return next((value for value in self.values if value.field == field), None)

    def normal(self, field: str) -> str:
        """Return what follows from the first value of a field; empty when nothing does."""
        value = self.first(field)
        return "" if value is None else value.normal
