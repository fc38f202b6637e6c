"""Merged cells of OpenDocument spreadsheets, which the library for workbooks does not tell."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from zipfile import ZipFile

from paradero.intake.trees import local, value
from paradero.intake.zipped import content

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPANNED = re.compile(rb'number-(?:rows|columns)-spanned="(?!1")')
_MOST = 10_000_000  # what a file may say that a row or a cell is repeated

Merged = tuple[int, int, int, int]


def merged_in(package: ZipFile) -> dict[str, tuple[Merged, ...]]:
    """Return the merged cells of each sheet by its name; nothing for a file of another kind."""
    data = content(package, "content.xml") if "content.xml" in package.namelist() else None
    if data is None or _SPANNED.search(data) is None:
        return {}
    from lxml import etree

    found: dict[str, list[Merged]] = defaultdict(list)
    place = _Place()
    try:
        events = etree.iterparse(io.BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True)
        for event, element in events:
            place.move(event, element, found)
    except etree.XMLSyntaxError:
        pass  # the library for workbooks says so
    return {name: tuple(ranges) for name, ranges in found.items()}


class _Place:
    """Where in which sheet the walk is."""

    def __init__(self) -> None:
        self._sheet, self._row, self._column = "", 1, 1

    def move(self, event: str, element: Element, found: dict[str, list[Merged]]) -> None:
        """Go into or out of an element, and note a cell that reaches over others."""
        name = local(element)
        if event == "start" and name == "table":
            self._sheet, self._row = value(element, "name"), 1
        elif event == "start" and name == "table-row":
            self._column = 1
        elif event == "start" and name in ("table-cell", "covered-table-cell"):
            rows, columns = _number(element, "number-rows-spanned"), _number(element, "number-columns-spanned")
            if rows > 1 or columns > 1:
                last = (self._row + rows - 1, self._column + columns - 1)
                found[self._sheet].append((self._row, self._column, *last))
            self._column += _number(element, "number-columns-repeated")
        elif event == "end" and name == "table-row":
            self._row += _number(element, "number-rows-repeated")
            element.clear()


def _number(element: Element, name: str) -> int:
    written = value(element, name, "1")
    return min(int(written), _MOST) if written.isascii() and written.isdigit() else 1
