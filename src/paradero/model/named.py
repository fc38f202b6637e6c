"""A person as one report names them, whatever its statements say of them; worked out and never written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from paradero.model.identity import digest


@dataclass(frozen=True)
class Named:
    """A person whom a report names.

    Attributes:
        document: id of the report.
        name: the fullest name that it gives, without titles.
        names: every form, in the order in which they come.
        statements: ids of the statements that concern the person or are theirs, in order.
        start, end: where the fullest name stands first in the document's text.
        age: in years, when the words beside the name tell it; None when none do, or when they disagree.
    """

    document: str
    name: str
    names: tuple[str, ...]
    statements: tuple[str, ...]
    start: int
    end: int
    age: int | None = None

    @cached_property
    def id(self) -> str:
        """The id: the document and the name in small letters, so that another reading of the same text keeps it."""
        return digest("named", self.document, " ".join(self.name.casefold().split()))
