"""Statements with the numbers a person calls them by: from 1 in each document, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from paradero.cli.screen import tell
from paradero.model.public import statement_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paradero.casework import Casebook, Judged, Standing
    from paradero.model.statement import Statement

WITHHELD = "somebody asked to be taken out (paradero suppress list)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement, its number within its document, what people decided, and whether rows beside it are withheld."""

    number: int
    statement: Statement
    standing: Standing
    beside_withheld: bool = False

    @property
    def verdict(self) -> str:
        """What to tell a person of the standing: empty when nobody has judged it."""
        status = "" if self.standing.status == "unjudged" else self.standing.status
        return f"{status}, contested" if self.standing.contested else status

    @property
    def valid(self) -> bool:
        """Whether it still counts: it was not rejected, corrected away or withdrawn."""
        return self.standing.stands


def number(judged: Iterable[Judged]) -> list[Numbered]:
    """Number statements that come document by document."""
    return [
        Numbered(position, item.statement, item.standing, item.beside_withheld)
        for _, group in groupby(judged, key=lambda item: item.statement.document)
        for position, item in enumerate(group, start=1)
    ]


def numbered(casebook: Casebook, document: str | None = None) -> list[Numbered]:
    """Return the statements of a document, or of all, numbered; tell on standard error how many are withheld."""
    from paradero.casework import statements_and_withheld

    judged, withheld = statements_and_withheld(casebook, document)
    if withheld:
        tell(f"{withheld:,} {'statement is' if withheld == 1 else 'statements are'} withheld: {WITHHELD}.")
    return number(judged)


def public(item: Numbered) -> dict[str, Any]:
    """Return the public JSON of a statement with what people decided about it."""
    verdict = "contested" if item.standing.contested else item.verdict
    return statement_json(item.statement, verdict, with_context=not item.beside_withheld)
