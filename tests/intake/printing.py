"""PDF files for the tests and the bench, written from their syntax alone, so that no other program is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842  # A4, in points


@dataclass(frozen=True, slots=True)
class Set:
    """A line of type: where its baseline begins, its words, its size in points."""

    x: float
    y: float
    words: str
    size: float = 10.0


def column(x: float, y: float, lines: Iterable[str], size: float = 10.0, leading: float = 12.0) -> list[Set]:
    """Set lines below each other; a line that begins with a space is indented, an empty one leaves its room."""
    placed = ((x + 12.0 * line.startswith(" "), y - leading * i, line.strip()) for i, line in enumerate(lines))
    return [Set(left, height, words, size) for left, height, words in placed if words]


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many characters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf(
    pages: Sequence[Sequence[Set]], info: str = "", catalog: str = "", trailer: str = "", extra: Sequence[str] = ()
) -> bytes:
    """Return a PDF file with one page for each sequence of lines; a page of none is an empty picture.

    Args:
        pages: what stands on them.
        info, catalog, trailer: further entries of those dictionaries.
        extra: further objects, numbered from 5.
    """
    first = 5 + len(extra)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("cp1252"),
        *(one.encode() for one in extra),
    ]
    for i, page in enumerate(pages):
        place = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {place} /Contents {first + 2 * i + 1} 0 R >>".encode())
        drawn = b"\n".join(map(_drawn, page)) if page else b"10 10 500 700 re f"
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
    return _file(objects, trailer)


def locked(pages: Sequence[Sequence[Set]]) -> bytes:
    """Return a PDF that asks for a password; its keys are those of no password, so none opens it."""
    key = hashlib.sha256(b"key").hexdigest()
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<00> <00>]"
    return pdf(pages, trailer=encrypt)


def _drawn(line: Set) -> bytes:
    words = line.words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %g Tf %g %g Td (%b) Tj ET" % (line.size, line.x, line.y, words)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)
