"""PDF as a list: the tables that are printed on its pages, each cell with its page and box, and the text around them.

A table is what ruled lines or white strips part into columns. One that goes on over pages is one sheet; the headings
that its pages print again stand behind it, as do running heads and all other text that is in no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from paradero.intake.columns import rows_of
from paradero.intake.hyphens import Hyphens
from paradero.intake.material import Block, Material
from paradero.intake.printed.finding import OverPages, tables_of
from paradero.intake.printed.leaves import Leaf
from paradero.intake.printed.sheets import sheet_of
from paradero.intake.setting import Paged, blocks_of
from paradero.intake.tabled import Piece, frozen
from paradero.model.problem import Problem


def material(leaves: Sequence[Leaf], title: str, source: str) -> Material:
    """Turn pages into material in which each table is a sheet; without a table there is no text.

    Args:
        leaves: the pages.
        title: what the file calls itself.
        source: the file's name, for the problem.
    """
    tables = tables_of(leaves)
    if not tables:
        return Material("", (), problems=(_no_table(source),) if any(leaf.sheet.words for leaf in leaves) else ())
    pages = [table.rows() for table in tables]
    used = {id(word) for own in pages for rows in own for row in rows for cell in row.cells for word in cell}
    hyphens = Hyphens(row.text for leaf in leaves for row in rows_of(leaf.sheet.words, leaf.sheet.number))
    pieces: list[Piece] = [*_around(leaves, used, None, tables[0], title)]
    for i, rows in enumerate(pages):
        made = sheet_of(rows, f"table {i + 1}", hyphens)
        after = tables[i + 1] if i + 1 < len(tables) else None
        pieces += [made.table, *made.again, *_around(leaves, used, tables[i], after)]
    return frozen([*_one_headline(pieces)])


def _around(
    leaves: Sequence[Leaf], used: set[int], table: OverPages | None, after: OverPages | None, title: str = ""
) -> list[Paged]:
    """Return the blocks of text from where one table begins to where the next does."""
    start = (0, 0.0) if table is None else table.start
    end = (len(leaves) + 1_000_000, 0.0) if after is None else after.start
    sheets = []
    for leaf in leaves:
        number = leaf.sheet.number
        if start[0] <= number <= end[0]:
            words = (word for word in leaf.sheet.words if id(word) not in used)
            sheets.append(leaf.holding(word for word in words if start <= (number, -word.middle) < end))
    return blocks_of(sheets, title) if any(sheet.words for sheet in sheets) else []


def _one_headline(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Only the first headline is the document's."""
    titled = False
    for piece in pieces:
        if isinstance(piece, Paged) and piece.block.role == "headline":
            if titled:
                piece = replace(piece, block=Block(piece.block.text, "subhead"))
            titled = True
        yield piece


def _no_table(source: str) -> Problem:
    cause = "No table stands on the pages: nothing there comes apart into rows and columns."
    hint = "Save the list as .csv or .xlsx; or add the file as a report."
    return Problem("no_table", source, cause, hint)
