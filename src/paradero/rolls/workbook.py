"""A workbook (XLSX) of sheets of texts: the smallest that spreadsheet programs open."""

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


def xlsx(*sheets: tuple[str, Sequence[Sequence[str]]]) -> bytes:
    """Return a workbook; the first row of a sheet stays in sight while the others are scrolled.

    Args:
        sheets: each with its name, and the texts of its cells by row; empty ones are left out.
    """
    numbered = [(number, name, rows) for number, (name, rows) in enumerate(sheets, 1)]
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for number, _, _ in numbered
    )
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>' for number, name, _ in numbered
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": _related("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _related(
            "worksheet", *(f"worksheets/sheet{number}.xml" for number, _, _ in numbered)
        ),
        **{f"xl/worksheets/sheet{number}.xml": "".join(_sheet(rows)) for number, _, rows in numbered},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for member, text in members.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            info = zipfile.ZipInfo(member, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, head + text)
    return made.getvalue()


def _related(kind: str, *targets: str) -> str:
    every = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{every}</Relationships>'


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
