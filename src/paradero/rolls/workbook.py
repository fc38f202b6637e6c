"""A workbook (XLSX) with one sheet of texts: the smallest that spreadsheet programs open."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from paradero.rolls.troubles import letters

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MADE = (1980, 1, 1, 0, 0, 0)  # the same entries give the same bytes
# What XML cannot hold, and what looks like the escape for it, as spreadsheet programs write them.
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def xlsx(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook; its first row stays in sight while the others are scrolled.

    Args:
        name: of the sheet.
        rows: the texts of the cells; empty ones are left out.
    """
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
        "_rels/.rels": _related("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _related("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": "".join(_sheet(rows)),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for member, text in members.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            info = zipfile.ZipInfo(member, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, head + text)
    return made.getvalue()


def _related(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


def _sheet(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    yield "<sheetData>"
    for number, row in enumerate(rows, 1):
        yield f'<row r="{number}">'
        for column, text in enumerate(row, 1):
            if text:
                kept = escape(_NO_XML.sub(_escaped, text))
                place = f"{letters(column)}{number}"
                yield f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>'
        yield "</row>"
    yield "</sheetData></worksheet>"


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"
