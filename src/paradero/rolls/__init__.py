"""Rolls: lists of people as evidence. A table goes in with a mapping; entries and statements come out.

``sniff`` proposes the mapping; ``entries`` reads the rows, each value with its cell; ``statements`` says what the list
says, in its publisher's name; ``problems_of`` sums up what is wrong with cells; ``read_mapping`` and ``to_toml`` keep a
mapping as a file; ``difference`` compares two versions of a list.
"""

from __future__ import annotations

from paradero.rolls.entries import entries
from paradero.rolls.mapping import Column, Mapping, SheetMapping, checked, moved
from paradero.rolls.mapping_file import from_toml, read_mapping, to_toml
from paradero.rolls.sniffing import sniff
from paradero.rolls.statements import STATES, Said, citation, statements
from paradero.rolls.table import Cell, Table, tables
from paradero.rolls.troubles import Trouble, problems_of
from paradero.rolls.versions import Change, Difference, Pair, difference

__all__ = [
    "STATES",
    "Cell",
    "Change",
    "Column",
    "Difference",
    "Mapping",
    "Pair",
    "Said",
    "SheetMapping",
    "Table",
    "Trouble",
    "checked",
    "citation",
    "difference",
    "entries",
    "from_toml",
    "moved",
    "problems_of",
    "read_mapping",
    "sniff",
    "statements",
    "tables",
    "to_toml",
]
