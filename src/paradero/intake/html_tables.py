"""Tables of HTML pages, read as tables: rows, cells, and the cells that reach over several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paradero.intake.grid import Grid, Merged, material
from paradero.intake.html import tree
from paradero.intake.material import Material
from paradero.intake.visible import take_out_unseen
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WIDEST, _TALLEST = 1_000, 65_534  # what a cell may reach over, as browsers have it


def read(text: str, source: str) -> Material:
    """Turn the tables of a page into material, a sheet each; a table that only frames others is passed.

    Args:
        text: the decoded page.
        source: the file's name, for the problems.
    """
    root, problems = tree(text, source)
    if root is None:
        return Material("", (), problems=(*problems, _none(source)))
    take_out_unseen(root)
    grids = [_grid(table, number) for number, table in enumerate(_tables(root), 1)]
    if not grids:
        return Material("", (), problems=(*problems, _none(source)))
    return material(grids, source, problems)


def _tables(root: HtmlElement) -> Iterator[HtmlElement]:
    for table in root.iter("table"):
        if next(table.iterdescendants("table"), None) is None and next(table.iterdescendants("tr"), None) is not None:
            yield table


def _grid(table: HtmlElement, number: int) -> Grid:
    lines = list(table.iterdescendants("tr"))
    rows: list[list[str]] = []
    merged: list[Merged] = []
    taken: dict[int, int] = {}  # column -> the last row that a cell from above reaches
    for r, line in enumerate(lines):
        row: list[str] = []
        for cell in line.iterchildren("td", "th"):
            while taken.get(len(row), -1) >= r:
                row.append("")
            width, height = _span(cell, "colspan", _WIDEST), min(_span(cell, "rowspan", _TALLEST), len(lines) - r)
            if width > 1 or height > 1:
                merged.append((r + 1, len(row) + 1, r + height, len(row) + width))
            taken.update(dict.fromkeys(range(len(row), len(row) + width), r + height - 1) if height > 1 else {})
            row += [_words(cell), *[""] * (width - 1)]
        rows.append(row)
    caption = table.find("caption")
    return Grid(f"table {number}" if caption is None else _words(caption), rows, merged=tuple(merged))


def _words(cell: HtmlElement) -> str:
    for line_break in cell.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = (" ".join(line.split()) for line in "".join(cell.itertext()).split("\n"))
    breaks = next(cell.iter("br"), None) is not None
    return ("\n" if breaks else " ").join(line for line in lines if line)


def _span(cell: HtmlElement, name: str, most: int) -> int:
    written = (cell.get(name) or "").strip()
    return max(1, min(int(written), most)) if written.isascii() and written.isdigit() and len(written) < 9 else 1


def _none(source: str) -> Problem:
    cause = "No table stands in the page."
    return Problem("no_table", source, cause, "Save the list as .csv or .xlsx, or add the page as a report.")
