"""What is withheld of what was written already: statements about people who asked to be taken out.

Of lists those about their rows; of reports those that tell of somebody who is taken out by name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from paradero.casework.names import gazetteer_of
from paradero.casework.suppressing.guarding import Row, in_force, rows_of
from paradero.casework.suppressing.reports import guard_of_reports, taken_out, taken_out_of_reports
from paradero.model import Document, Statement
from paradero.rolls import tables, without_examples
from paradero.store import Casebook, Found

BLANK, CELL_ENDS = "█", "\t\n"


def withheld_rows(casebook: Casebook) -> frozenset[Row]:
    """Return the rows of lists that are withheld; the key is not needed for it."""
    acts = in_force(casebook.suppressions())
    return frozenset(rows_of(casebook, acts)) if acts else frozenset()


def withheld_statements(casebook: Casebook, statements: Mapping[str, Statement]) -> frozenset[str]:
    """Return the ids of the statements that tell of somebody who is taken out.

    Args:
        casebook: where. statements: all of some documents, in the order of the documents.

    Raises:
        KeyMissing, KeyOpen, KeyWrong: when a name alone is on the list, and the key cannot be used.
    """
    rows = withheld_rows(casebook)
    told = taken_out_of_reports(casebook, statements)
    return told.union(id for id, one in statements.items() if _row(one) in rows) if rows else told


def without_words(found: Iterable[Found], rows: frozenset[Row]) -> tuple[Found, ...]:
    """Return problems without the words of cells that they quote, where a row of their list is withheld."""
    documents = {document for document, _, _ in rows}
    return tuple(
        replace(one, problem=without_examples(one.problem)) if one.document in documents else one for one in found
    )


def shown_text(casebook: Casebook, document: Document) -> str:
    """Return the text of a document to be shown, in which withheld rows, and names of people taken out, are blank."""
    id = document.id
    if not document.sheets:
        return _without_names(casebook, document)
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


def _without_names(casebook: Casebook, document: Document) -> str:
    guarded = guard_of_reports(casebook)
    if not guarded.hashes:
        return document.text
    words = taken_out(document, casebook.statements(document.id), gazetteer_of(casebook), guarded).words
    if not words:
        return document.text
    longest_first = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.sub(rf"\b(?:{longest_first})\b", lambda found: re.sub(r"\S", BLANK, found[0]), document.text)


def _row(statement: Statement) -> Row:
    return statement.document, statement.span.sheet or "", statement.span.row or 0
