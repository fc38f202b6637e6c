"""Workbooks: the sheets of XLSX, XLS and ODS files, each cell as its last value; formulas are never run.

A number, a day and a truth value are written as text in one form; how a program would have shown them is not kept in
the cell. Everything that holds for ZIP containers (limits, locks) is looked at before the library opens them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from paradero.intake.grid import Grid, Merged, material
from paradero.intake.material import Material
from paradero.intake.merging import merged_in
from paradero.intake.zipped import content, damaged, locked, opened
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_FORMULA = re.compile(rb"<f[ />]")
_UNCOUNTED = re.compile(rb"<f(?: [^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_FORMULA_ODS = re.compile(rb' table:formula="')


def read_bytes(data: bytes, source: str) -> Material:
    """Turn a workbook into material, a sheet of the text for each of its sheets.

    Args:
        data: the bytes of the file.
        source: its name, for the problems.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    problems: list[Problem] = []
    joined: dict[str, tuple[Merged, ...]] = {}
    if data.startswith(b"PK"):
        package = opened(data, source)
        if isinstance(package, Problem):
            return Material("", (), problems=(package,))
        with package:
            problems += _formulas(package, source)
            joined = merged_in(package)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            grids = list(_grids(workbook, joined))
    except PasswordError:
        return Material("", (), problems=(locked(source),))
    except (CalamineError, ValueError, OSError) as error:
        return Material("", (), problems=(damaged(source, str(error)[:200]),))
    except BaseException as panic:
        # What a damaged file makes the Rust of the library panic at is no Exception in Python.
        if type(panic).__name__ != "PanicException":
            raise
        return Material("", (), problems=(damaged(source, "its records do not fit together"),))
    return material(grids, source, tuple(problems))


def written(value: Any) -> str:
    """Return a cell's value as text: days as 2025-07-19, whole numbers without a point."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return _length(value) if isinstance(value, timedelta) else str(value)


def _length(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _grids(workbook: CalamineWorkbook, joined: dict[str, tuple[Merged, ...]]) -> Iterator[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        rows: Sequence[Sequence[Any]] = sheet.to_python(skip_empty_area=False)
        merged = joined.get(about.name) or _merged(sheet.merged_cell_ranges)
        texts = [[written(value) for value in row] for row in rows]
        yield Grid(about.name, texts, about.visible != SheetVisibleEnum.Visible, merged)


def _merged(ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None) -> tuple[Merged, ...]:
    found = ((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges or ())
    return tuple(sorted(found))


def _formulas(package: ZipFile, source: str) -> Iterator[Problem]:
    """Tell of formulas, which stand as their last value, and of those that have none."""
    count = bare = 0
    for name in package.namelist():
        if _SHEET.match(name) is not None:
            data = content(package, name) or b""
            count += len(_FORMULA.findall(data))
            bare += len(_UNCOUNTED.findall(data))
        elif name == "content.xml":
            count += len(_FORMULA_ODS.findall(content(package, name) or b""))
    if count:
        cause = f"{count:,} cells are formulas; what was read is the value that each had when the file was saved."
        hint = "No formula was run. Look at those that matter in the original."
        yield Problem("formulas", source, cause, hint, severity="notice")
    if bare:
        cause = f"{bare:,} formulas were saved without a value; their cells are empty."
        hint = "Open the file in a spreadsheet program, save it anew, and add that."
        yield Problem("formula_without_value", source, cause, hint, severity="warning")
