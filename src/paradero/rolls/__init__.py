"""Rolls: lists of people as evidence. A table goes in with a mapping; entries and statements come out.

``sniff`` proposes the mapping; ``entries`` reads the rows, each value with its cell; ``statements`` says what the list
says, in its publisher's name; ``normalised`` reads one cell; ``problems_of`` sums up what is wrong with cells;
``read_mapping`` and ``to_toml`` keep a mapping as a file; ``difference`` compares two versions of a list; ``to_csv``
and ``to_xlsx`` write entries for a spreadsheet program (``rows_to_csv`` and ``sheets_to_xlsx`` any texts, without
formulas), ``entries_of_export`` reads them back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.exports import Exports
from paradero.rolls.entries import entries
from paradero.rolls.mapping import Column, Mapping, SheetMapping, checked, moved
from paradero.rolls.mapping_file import from_toml, read_mapping, to_toml
from paradero.rolls.normalising import Reading, normalised
from paradero.rolls.statements import STATES, Said, citation, statements
from paradero.rolls.table import Cell, Table, tables
from paradero.rolls.troubles import Trouble, problems_of, without_examples

if TYPE_CHECKING:
    from paradero.rolls.answering import ANSWERED, SAYS, has_answers, with_answers
    from paradero.rolls.exporting import entries_of_export, is_export, rows_to_csv, sheets_to_xlsx, to_csv, to_xlsx
    from paradero.rolls.sniffing import sniff
    from paradero.rolls.versions import Change, Difference, How, Pair, difference
else:
    # Cells are read without a mapping being proposed, or a list compared or written.
    __getattr__ = Exports(
        __name__,
        {
            "answering": "ANSWERED SAYS has_answers with_answers",
            "exporting": "entries_of_export is_export rows_to_csv sheets_to_xlsx to_csv to_xlsx",
            "sniffing": "sniff",
            "versions": "Change Difference How Pair difference",
        },
    )


__all__ = [
    "ANSWERED",
    "SAYS",
    "STATES",
    "Cell",
    "Change",
    "Column",
    "Difference",
    "How",
    "Mapping",
    "Pair",
    "Reading",
    "Said",
    "SheetMapping",
    "Table",
    "Trouble",
    "checked",
    "citation",
    "difference",
    "entries",
    "entries_of_export",
    "from_toml",
    "has_answers",
    "is_export",
    "moved",
    "normalised",
    "problems_of",
    "read_mapping",
    "rows_to_csv",
    "sheets_to_xlsx",
    "sniff",
    "statements",
    "tables",
    "to_csv",
    "to_toml",
    "to_xlsx",
    "with_answers",
    "without_examples",
]
