"""Lists that the tests make: invented people, and what was read in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paradero.intake import GivenByPerson, parse
from paradero.model import Document, Entry
from paradero.rolls import Mapping, Trouble, entries, sniff

DAY = date(2025, 7, 19)


@dataclass(frozen=True)
class Read:
    document: Document
    mapping: Mapping
    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...]

    @property
    def fields(self) -> list[str]:
        return [column.field for column in self.mapping.sheets[0].columns]

    @property
    def codes(self) -> list[tuple[str, int]]:
        return [(one.code, one.row) for one in self.troubles]

    def of(self, field: str) -> list[str]:
        return [entry.normal(field) for entry in self.entries]


def document(text: str | bytes, name: str = "list.csv", published: str = "2025-07-19") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return parse(data, name, GivenByPerson(published=published), table=True)[0]


def read(text: str | bytes, name: str = "list.csv", published: str = "2025-07-19") -> Read:
    """Sniff a list and read it with what was sniffed."""
    made = document(text, name, published)
    mapping = sniff(made)[0]
    return Read(made, mapping, *entries(made, mapping))
