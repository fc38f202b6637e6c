"""What is withheld of what was written already: statements about the rows of people who asked to be taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from paradero.casework.suppressing.guarding import Row, in_force, rows_of
from paradero.model import Document, Statement
from paradero.rolls import tables, without_examples
from paradero.store import Casebook, Found

BLANK, CELL_ENDS = "█", "\t\n"


def withheld_rows(casebook: Casebook) -> frozenset[Row]:
    """Return the rows of lists that are withheld; the key is not needed for it."""
    acts = in_force(casebook.suppressions())
    return frozenset(rows_of(casebook, acts)) if acts else frozenset()


def without_withheld(statements: Mapping[str, Statement], rows: frozenset[Row]) -> tuple[dict[str, Statement], int]:
    """Return the statements that are about none of the rows, and how many the others are."""
    if not rows:
        return dict(statements), 0
    kept = {id: one for id, one in statements.items() if _row(one) not in rows}
    return kept, len(statements) - len(kept)


def without_words(found: Iterable[Found], rows: frozenset[Row]) -> tuple[Found, ...]:
    """Return problems without the words of cells that they quote, where a row of their list is withheld."""
    documents = {document for document, _, _ in rows}
    return tuple(
        replace(one, problem=without_examples(one.problem)) if one.document in documents else one for one in found
    )


def shown_text(casebook: Casebook, document: Document) -> str:
    """Return the text of a document to be shown, in which the rows that are withheld are blank."""
    id = document.id
    rows = {(sheet, row) for of, sheet, row in withheld_rows(casebook) if of == id}
    if not rows:
        return document.text
    text = list(document.text)
    for table in tables(document):
        for sheet, row in rows:
            if sheet == table.name and row <= len(table.lines):
                start, end = table.row_span(row)
                text[start:end] = (c if c in CELL_ENDS else BLANK for c in text[start:end])
    return "".join(text)


def _row(statement: Statement) -> Row:
    return statement.document, statement.span.sheet or "", statement.span.row or 0
