"""Looking at a list before it is imported: its table, read in a confined process, a mapping, and its entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.casework.suppressing import NOBODY, Guard, Sifted
from paradero.model import Document, Entry, Problem
from paradero.rolls import (
    Mapping,
    Trouble,
    entries,
    entries_of_export,
    has_answers,
    is_export,
    moved,
    problems_of,
    read_mapping,
    sniff,
    tables,
    with_answers,
)

if TYPE_CHECKING:
    from paradero.intake import GivenByPerson

Period = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a file would be as a list; nothing of it is kept.

    Attributes:
        document: the file as a table; None when it cannot be read.
        mapping: the one given, or the one sniffed, with the day on which ages hang.
        entries: its rows.
        troubles: what is wrong with cells and rows; the problems sum them up.
        day_assumed: whether nobody said the day of the list, so that ages hang on the day it was looked at.
        left_out: the rows of people who asked to be taken out: sheet, row, ids of the suppressions.
    """

    document: Document | None
    mapping: Mapping = field(default_factory=lambda: Mapping(()))
    entries: tuple[Entry, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    day_assumed: bool = False
    left_out: tuple[tuple[str, int, tuple[str, ...]], ...] = ()


def look_at(
    path: Path,
    given: GivenByPerson,
    mapping: Path | None = None,
    today: date | None = None,
    with_entries: bool = True,
    known: Guard = NOBODY,
    answered: bool = False,
    period: Period = (None, None),
) -> tuple[LookedAt, tuple[Problem, ...]]:
    """Read a file as a list, and keep nothing.

    Args:
        path: the file.
        given: what the person says about it.
        mapping: a mapping file; None has one sniffed.
        today: the day on which ages hang when neither the mapping nor a day of publication says one; None for now.
        with_entries: False only finds out how it is read.
        answered: whether the list answers name by name; then a column has to.
        known: who asked to be taken out of the casebook, when there is one; they are left out.
        period: the first and the last day that the list covers, where they are given; they go before the mapping's.

    Returns:
        The list as it would be imported, and every problem found.

    Raises:
        InvalidValue: when the mapping file cannot be read or used, or the period ends before it begins.
    """
    from paradero.intake import take_in

    asked = None if mapping is None else read_mapping(mapping)
    document, problems = take_in(path, given, table=True)
    if document is None or not document.sheets or not document.text.strip():
        unexplained = document is not None and not any(problem.severity == "error" for problem in problems)
        return LookedAt(document), (*problems, *((_no_list(path.name),) if unexplained else ()))
    if is_export(document):
        sifted = known.sift(entries_of_export(document))
        left_out = problems_of(document.name, sifted.troubles)
        return LookedAt(document, entries=sifted.entries), (*problems, _exported(document.name), *left_out)
    used, found = fitted(document, asked)
    if answered:
        used = with_answers(document, used)
        if used.sheets and not has_answers(used):
            return LookedAt(document, used), (*problems, *found, _no_answers(document.name))
    day = used.list_date or document.provenance.anchor
    used = used.dated(day or today or date.today()).covering(*period)
    sifted = known.sift(*entries(document, used)) if with_entries else Sifted((), ())
    assumed = _no_day(document.name, used.list_date) if day is None and used.sheets and with_entries else None
    told = (*problems, *found, *problems_of(document.name, sifted.troubles), *filter(None, (assumed,)))
    return LookedAt(document, used, sifted.entries, sifted.troubles, day is None, sifted.left_out), told


def fitted(document: Document, mapping: Mapping | None) -> tuple[Mapping, tuple[Problem, ...]]:
    """Return what a document is read with: the mapping given, fitted to its headings, or one that is sniffed."""
    if mapping is None:
        return sniff(document)
    fits, lost = moved(mapping, tables(document))
    return fits, (_lost(document.name, lost),) if lost else ()


def _lost(source: str, lost: list[str]) -> Problem:
    cause = f"The mapping names what is not in the list: {', '.join(lost[:8])}."
    hint = "Compare the headings with the mapping, or sniff the list anew."
    return Problem("column_not_found", source, cause, hint, severity="warning")


def _no_list(source: str) -> Problem:
    cause = "The file is of a kind in which no list can be read yet."
    return Problem("no_table", source, cause, "Save its table as .xlsx or .csv; or add it as a report.")


def _no_answers(source: str) -> Problem:
    cause = "No column answers, as far as headings and words tell."
    hint = 'Say in a mapping which column does (field = "answer"), and use it with --mapping.'
    return Problem("no_answer_column", source, cause, hint)


def _no_day(source: str, day: date | None) -> Problem:
    cause = f"Nobody said of what day the list is; ages hang on {day}, and nothing in it can have happened later."
    return Problem("list_day_unknown", source, cause, "Give it with --published YYYY-MM-DD.", severity="notice")


def _exported(source: str) -> Problem:
    cause = "The file is an export of a list that is in a casebook, and no list of its own; it cannot be imported."
    return Problem(
        "list_exported", source, cause, "To see what was changed: paradero list diff ID FILE.", severity="notice"
    )
