"""Figures from TOML or from the rows of a sheet: each row becomes a figure, or problems that say why it did not.

A file is read elsewhere; what comes in is its text, or its cells. Nothing is guessed: a number that is not there is
unknown, a day that cannot be is left open and told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from paradero.ledger.figures import AttributedFigure
from paradero.ledger.rows import FIELDS, Row
from paradero.model import Problem

# What people write over such columns, beside the names of the fields themselves.
HEADINGS = {
    "authority": "speaker",
    "count": "value",
    "date": "said_on",
    "day": "said_on",
    "expression": "number",
    "figure": "number",
    "number": "number",
    "operator": "op",
    "outlet": "relay",
    "population": "value",
    "quote": "note",
    "said by": "speaker",
    "said on": "said_on",
    "set": "about",
    "source": "address",
    "upper": "high",
    "url": "address",
    "who": "speaker",
}


def figures_from_toml(
    text: str, source: str, today: date | None = None, given: Mapping[str, str] | None = None
) -> tuple[tuple[AttributedFigure, ...], tuple[Problem, ...]]:
    """Read the ``[[figures]]`` of a case.

    Args:
        text: the TOML.
        source: the name of the file, for places and problems.
        today: a day after which nothing can have been said; not looked at when None.
        given: what is true of every figure whose table does not say it.
    """
    try:
        rows = tomllib.loads(text).get("figures", [])
    except tomllib.TOMLDecodeError as error:
        cause = f"It is not valid TOML: {error}."
        return (), (Problem("figures_unreadable", source, cause, "Mend the line that is named."),)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        cause = "The figures are not a list of tables."
        return (), (Problem("figures_unreadable", source, cause, "Begin each figure with [[figures]]."),)
    every = given or {}
    return _all([(f"figure {at}", {**every, **row}) for at, row in enumerate(rows, start=1)], source, today)


def figures_from_rows(
    rows: Sequence[Sequence[str]],
    source: str,
    given: Mapping[str, str] | None = None,
    today: date | None = None,
    sheet: str = "",
) -> tuple[tuple[AttributedFigure, ...], tuple[Problem, ...]]:
    """Read the rows of a sheet; the first row that is not empty has the headings.

    Args:
        rows: the cells, row by row, as text.
        source: the name of the file.
        given: what is true of every row and stands in no column (``{"speaker": ..., "state": "held"}``).
        today: as for ``figures_from_toml``.
        sheet: the name of the sheet, when the file has several.
    """
    filled = [(at, row) for at, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    headings = [_field(cell) for cell in filled[0][1]] if filled else []
    problems = []
    if filled and (strange := [cell for cell, name in zip(filled[0][1], headings, strict=True) if cell and not name]):
        cause = f"These columns are none of a figure's: {', '.join(map(repr, strange))}; they were left out."
        hint = f"Name them with one of: {', '.join(FIELDS)}."
        problems.append(Problem("figure_columns_ignored", source, cause, hint, _place(sheet, filled[0][0]), "notice"))
    made = [(_place(sheet, at), _cells(headings, row, given or {})) for at, row in filled[1:]]
    for at, row in filled[1:]:
        if len(row) > len(headings) and any(cell.strip() for cell in row[len(headings) :]):
            cause = f"The row has {len(row)} cells under {len(headings)} headings; the last were left out."
            hint = "Compare it with the original: a quotation mark or a comma may have parted a cell."
            problems.append(Problem("figure_cells_over", source, cause, hint, _place(sheet, at), "warning"))
    figures, wrong = _all(made, source, today)
    return figures, (*problems, *wrong)


def _all(
    rows: list[tuple[str, dict[str, Any]]], source: str, today: date | None
) -> tuple[tuple[AttributedFigure, ...], tuple[Problem, ...]]:
    if not rows:
        hint = "Give each figure a row with at least speaker, about and a number."
        return (), (Problem("no_figures", source, "It holds no figures.", hint),)
    figures: dict[str, AttributedFigure] = {}
    problems: list[Problem] = []
    for place, cells in rows:
        row = Row(cells, source, place, today)
        figure = row.figure()
        problems += row.problems
        if figure is not None and figure.id in figures:
            cause = (
                f"The id {figure.id!r} was given to a figure before ({figures[figure.id].place}); this one is left out."
            )
            problems.append(Problem("figure_id_repeated", source, cause, "Give it an id of its own.", place))
        elif figure is not None:
            figures[figure.id] = figure
    return tuple(figures.values()), tuple(problems)


def _field(heading: str) -> str:
    name = " ".join(heading.replace("_", " ").casefold().split())
    return HEADINGS.get(name, name.replace(" ", "_") if name.replace(" ", "_") in FIELDS else "")


def _cells(headings: list[str], row: Sequence[str], given: Mapping[str, str]) -> dict[str, Any]:
    cells = {name: cell.strip() for name, cell in zip(headings, row, strict=False) if name and cell.strip()}
    return {**given, **cells}


def _place(sheet: str, row: int) -> str:
    return f"sheet {sheet!r}, row {row}" if sheet else f"row {row}"
