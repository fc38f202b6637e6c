"""Workbooks that the tests make: XLSX and ODS as XML, XLS as the records of BIFF8 in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from tests.intake.packing import zipped

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TABLE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


@dataclass(frozen=True)
class Formula:
    """A formula, with the value that it had when the file was saved; None when it had none."""

    words: str
    value: float | None = None


Value = str | int | float | date | bool | Formula | None
Rows = Sequence[Sequence[Value]]


def letters(column: int) -> str:
    """Return the letters of a column from 1: 28 is AB."""
    high, low = divmod(column - 1, 26)
    return (letters(high) if high else "") + chr(65 + low)


def serial(day: date) -> int:
    """Return the number that Excel keeps for a day."""
    return (day - date(1899, 12, 30)).days


def xlsx(sheets: dict[str, Rows], merged: Sequence[str] = (), hidden: Sequence[str] = ()) -> bytes:
    """Return a workbook; ``merged`` are ranges such as "A1:B1" of every sheet."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}" state="{_state(name, hidden)}"/>'
        for n, name in enumerate(names, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(names, 1)
    )
    styles = f'<styleSheet {MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"<workbook {MAIN} {REL}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}'
        f'<Relationship Id="rIdS" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": styles,
    }
    joined = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    for n, name in enumerate(names, 1):
        rows = "".join(f'<row r="{r}">{_cells(r, row)}</row>' for r, row in enumerate(sheets[name], 1))
        tail = f"<mergeCells>{joined}</mergeCells>" if joined else ""
        members[f"xl/worksheets/sheet{n}.xml"] = f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{tail}</worksheet>"
    return zipped({**members})


def _state(name: str, hidden: Sequence[str]) -> str:
    return "hidden" if name in hidden else "visible"


def _cells(row: int, values: Sequence[Value]) -> str:
    return "".join(_cell(f"{letters(c)}{row}", value) for c, value in enumerate(values, 1) if value is not None)


def _cell(place: str, value: Value) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    if isinstance(value, Formula):
        kept = "" if value.value is None else f"<v>{value.value}</v>"
        return f'<c r="{place}"><f>{escape(value.words)}</f>{kept}</c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{serial(value)}</v></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def ods(sheets: dict[str, Rows], spanned: dict[tuple[int, int], tuple[int, int]] | None = None) -> bytes:
    """Return an OpenDocument spreadsheet; ``spanned`` maps row and column from 1 to rows and columns reached over."""
    tables = ""
    for name, rows in sheets.items():
        lines = "".join(
            "<table:table-row>"
            + "".join(_ods_cell(value, (spanned or {}).get((r, c))) for c, value in enumerate(row, 1))
            + "</table:table-row>"
            for r, row in enumerate(rows, 1)
        )
        tables += f'<table:table table:name="{escape(name)}">{lines}</table:table>'
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    return zipped(
        {
            "mimetype": kind,
            "content.xml": f"<office:document-content {TABLE}>{body}</office:document-content>",
            "META-INF/manifest.xml": f"<manifest:manifest {space}>{manifest}</manifest:manifest>",
        },
        compression=0,
    )


def _ods_cell(value: Value, span: tuple[int, int] | None) -> str:
    reach = "" if span is None else f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    if value is None:
        return f"<table:table-cell{reach}/>"
    if isinstance(value, Formula):
        words = f'table:formula="of:{escape(value.words)}" office:value-type="float" office:value="{value.value}"'
        return f"<table:table-cell {words}/>"
    if isinstance(value, date):
        return f'<table:table-cell{reach} office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell{reach} office:value-type="float" office:value="{value}"/>'
    words = f"<text:p>{escape(value)}</text:p>"
    return f'<table:table-cell{reach} office:value-type="string">{words}</table:table-cell>'


def xls(name: str, rows: Rows) -> bytes:
    """Return a workbook of one sheet as Excel 97 wrote it, with texts and numbers."""
    end = _record(0x0A, b"")
    sheet = _record(0x809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                wide = value.encode("utf-16-le")
                sheet += _record(0x204, struct.pack("<HHHHB", r, c, 0, len(wide) // 2, 1) + wide)
            elif isinstance(value, (int, float)):
                sheet += _record(0x203, struct.pack("<HHHd", r, c, 0, value))
    head = _record(0x809, struct.pack("<HHHHII", 0x0600, 0x05, 0x0DBB, 0x07CC, 0, 6)) + _record(0x42, b"\xb0\x04")
    head += _record(0xE0, struct.pack("<HH", 0, 0) + bytes(16))
    bound = len(head) + 4 + 8 + len(name) + len(end)
    head += _record(0x85, struct.pack("<IHBB", bound, 0, len(name), 0) + name.encode("latin-1"))
    return _compound("Workbook", head + end + sheet + end)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(name: str, stream: bytes) -> bytes:
    """Return a compound file with one stream: header, allocation table, directory, stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    assert sectors <= 126, "one sector of the allocation table is enough for a test"
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    allocated = struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table)))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    root = _directory("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    entry = _directory(name, 2, 0xFFFFFFFF, 2, len(stream))
    return header + allocated + (root + entry).ljust(512, b"\0") + stream


def _directory(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    nobody = 0xFFFFFFFF
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(wide), kind, 1, nobody, nobody, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
