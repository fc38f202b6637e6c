"""Grids: the rows of a table as a reader finds them, and the frozen text in which each cell has its place.

A line of the text is a row and a tab parts two cells, so that sheet, row and column follow from a position and the
other way round (``paradero.model.Sheet``). Nothing else is done to a value: it stands as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paradero.intake.material import Material, Stretch
from paradero.model.document import Provenance, Sheet
from paradero.model.problem import Problem

LINE_BREAK, TAB = "\N{LINE SEPARATOR}", "\N{SYMBOL FOR HORIZONTAL TABULATION}"
_WITHIN = str.maketrans({"\n": LINE_BREAK, "\r": LINE_BREAK, "\t": TAB})

Merged = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet, the first being row 1 of the sheet; ``hidden`` and ``merged`` as in ``Sheet``."""

    name: str
    rows: Sequence[Sequence[str]]
    hidden: bool = False
    merged: tuple[Merged, ...] = ()


def material(grids: Iterable[Grid], source: str, problems: tuple[Problem, ...] = ()) -> Material:
    """Turn grids into material: the text, a stretch and a ``Sheet`` for each.

    Args:
        grids: the sheets, in order.
        source: the file's name, for the problems.
        problems: what the reader met.
    """
    texts: list[str] = []
    sheets: list[Sheet] = []
    at = 0
    for grid in grids:
        text = "\n".join(map(line_of, grid.rows)).rstrip("\n")
        sheets.append(Sheet(" ".join(grid.name.split()), at, at + len(text), grid.hidden, grid.merged))
        texts.append(text)
        at += len(text) + 1
    whole = "\n".join(texts) + ("\n" if texts else "")
    filled = [sheet for sheet in sheets if whole[sheet.start : sheet.end].strip()]
    stretches = tuple(Stretch(sheet.start, sheet.end, "sheet", i) for i, sheet in enumerate(filled))
    hidden = [sheet.name for sheet in filled if sheet.hidden]
    told = [*problems, *([_hidden(hidden, source)] if hidden else []), *([] if filled else [_empty(source)])]
    return Material(whole, stretches, Provenance(), tuple(told), sheets=tuple(sheets))


def line_of(row: Sequence[str]) -> str:
    """Return the line of the text that a row becomes."""
    line = "\t".join(row)
    # A cell with a break or a tab inside is rare; only then is each looked at.
    if "\n" in line or "\r" in line or line.count("\t") >= len(row) > 0:
        line = "\t".join(cell.translate(_WITHIN) for cell in row)
    return line.rstrip("\t")


def _hidden(names: list[str], source: str) -> Problem:
    cause = f"Sheets that the file hides were read as well: {', '.join(names[:5])}."
    hint = "Look whether they belong to the list; leave them out of the mapping if not."
    return Problem("hidden_sheet", source, cause, hint, severity="notice")


def _empty(source: str) -> Problem:
    return Problem("empty_file", source, "No cell of the table holds anything.", "Check whether it is the right file.")
