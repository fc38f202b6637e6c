"""The figures of a file, each with the place of its row: a pure function of the document and of how it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from paradero.casework.counts.tables import tables_at
from paradero.model import Document, Problem, Span
from paradero.rolls import tables
from paradero.rolls.table import Table

if TYPE_CHECKING:
    from paradero.ledger import AttributedFigure

SUFFIX = ".toml"
Placed = tuple["AttributedFigure", Span]


def figures_of(document: Document, how: Mapping[str, Any]) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """Return the figures of a file with the words of their rows, and what is wrong with rows.

    Args:
        document: the file.
        how: what the act of its import keeps: ``given`` (true of every row that does not say it) and ``today`` (the
            day after which nothing can have been said).
    """
    from paradero.ledger import figures_from_toml

    given, today = how["given"], date.fromisoformat(how["today"])
    if document.sheets:
        return _of_sheets(document, given, today)
    figures, problems = figures_from_toml(document.text, document.name, today, given)
    if not figures:
        return (), problems
    places = tables_at(document.text, tomllib.loads(document.text)["figures"])
    spans = (places[_number(one) - 1] for one in figures)
    return tuple((one, Span.of(document.text, *at)) for one, at in zip(figures, spans, strict=True)), problems


def _of_sheets(
    document: Document, given: Mapping[str, str], today: date
) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    from paradero.ledger import figures_from_rows

    sheets = tables(document)
    placed: list[Placed] = []
    problems: list[Problem] = []
    names: dict[str, str] = {}
    for table in sheets:
        name = table.name or "1" if len(sheets) > 1 else ""
        figures, wrong = figures_from_rows(_cells(table), document.name, given, today, name)
        problems += wrong
        for figure in figures:
            if names.setdefault(figure.id, figure.place) == figure.place:
                placed.append((figure, _span(document, table, _number(figure))))
            else:
                problems.append(_again(figure, names[figure.id]))
    return tuple(placed), tuple(problems)


def _cells(table: Table) -> list[list[str]]:
    """Return the rows of a sheet; a cell that is merged over several rows holds for each of them."""
    if not table.above:
        return [list(line) for line in table.lines]
    columns = range(1, table.width + 1)
    return [list(_merged(table, row, columns)) for row in range(1, len(table.lines) + 1)]


def _merged(table: Table, row: int, columns: range) -> Iterator[str]:
    for column in columns:
        cell = table.cell(row, column)
        yield "" if cell is None else cell.text


def _span(document: Document, table: Table, row: int) -> Span:
    span = Span.of(document.text, *table.row_span(row), table.page(row))
    return replace(span, sheet=table.name, row=row)


def _number(figure: AttributedFigure) -> int:
    """Return the number of the row or table that a figure's place names last."""
    return int(figure.place.rpartition(" ")[2])


def _again(figure: AttributedFigure, before: str) -> Problem:
    cause = f"The id {figure.id!r} was given to a figure before ({before}); this one is left out."
    return Problem("figure_id_repeated", figure.source, cause, "Give it an id of its own.", figure.place)
