"""Parsing: from the bytes of one file to a document, in this process and without limits on time and memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from paradero.intake import (
    archive,
    delimited,
    docx,
    html,
    html_tables,
    mail,
    markdown,
    mbox,
    odt,
    pdf,
    picture,
    plain,
    workbook,
)
from paradero.intake.decoding import decode
from paradero.intake.entry_times import timed
from paradero.intake.layout import parts_of
from paradero.intake.material import Contained, Inside
from paradero.intake.provenance import NOTHING_GIVEN, GivenByPerson, merged
from paradero.intake.recognition import Recognise
from paradero.intake.sniff import CONTAINERS, CSV, DOCX, EML, MBOX, ODT, PDF, PICTURES, TSV, WORKBOOKS, ZIP, sniff
from paradero.intake.zipped import MOST_BYTES
from paradero.model.document import Document, Part, Provenance
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from paradero.intake.material import Material

DEEPEST = 4  # archives, mailboxes and messages within each other
MOST_FILES = 5_000  # that one file may hold, on all its levels together


class Format(Protocol):
    """The shape of a module for a format that is a text."""

    def read(self, text: str, source: str) -> Material:
        """Turn decoded text into material."""


class PackedFormat(Protocol):
    """The shape of a module for a format whose text, or whose files, lie packed in bytes."""

    def read_bytes(self, data: bytes, source: str) -> Material:
        """Turn the bytes of a file into material."""


class WrittenFormat(Protocol):
    """The shape of a module for a word processor's format."""

    def read_bytes(self, data: bytes, source: str, table: bool) -> Material:
        """Turn the bytes of a file into material, its tables into sheets if that is asked for."""


class SeenFormat(Protocol):
    """The shape of a module for a format in which words may stand as a picture."""

    def read_bytes(self, data: bytes, source: str, recognise: Recognise | None) -> Material:
        """Turn the bytes of a file into material, the letters of pictures by ``recognise``."""


@dataclass(slots=True)
class _Room:
    """What may still be taken out of one file, all that lies in it together, and what reads the pictures there."""

    size: int
    files: int
    recognise: Recognise | None

    def takes(self, data: bytes) -> bool:
        self.size -= len(data)
        self.files -= 1
        return self.size >= 0 and self.files >= 0


_FORMATS: dict[str, Format] = {
    "text/plain": plain,
    "text/markdown": markdown,
    "text/html": html,
    CSV: delimited,
    TSV: delimited,
}
# What is read otherwise as a table when that is asked for; CSV and workbooks are read as tables in any case.
_AS_TABLE: dict[str, Format] = {"text/plain": delimited, "text/markdown": delimited, "text/html": html_tables}
_PACKED: dict[str, PackedFormat] = {
    EML: mail,
    MBOX: mbox,
    ZIP: archive,
    **dict.fromkeys(WORKBOOKS, workbook),
}
_WRITTEN: dict[str, WrittenFormat] = {DOCX: docx, ODT: odt}
_SEEN: dict[str, SeenFormat] = dict.fromkeys(PICTURES, picture)
Whole = tuple[Document, tuple[Problem, ...], tuple[Contained, ...]]


def parse(
    data: bytes,
    name: str,
    given: GivenByPerson = NOTHING_GIVEN,
    recognise: Recognise | None = None,
    table: bool = False,
) -> tuple[Document, tuple[Problem, ...]]:
    """Turn the bytes of a file into a document; for tests and notebooks. What lies inside the file stays there.

    Args:
        data: the file's bytes.
        name: the file's name.
        given: what a person typed about it.
        recognise: what reads the letters of pictures; without it they stay unread.
        table: whether it is read as a list: a plain text line by line, a page, a PDF or an office file by its tables.

    Returns:
        The document, with text "" when the bytes could not be read as a text, and the problems met.
    """
    document, problems, _ = _parsed(data, name, given, recognise, table)
    return document, problems


def parse_all(
    data: bytes,
    name: str,
    given: GivenByPerson = NOTHING_GIVEN,
    recognise: Recognise | None = None,
    table: bool = False,
) -> Whole:
    """Turn the bytes of a file into a document, and the files inside it into documents of their own.

    Args:
        data, name, given, recognise, table: as for ``parse``; what a person typed holds for the files inside as well,
            and ``table`` does not.

    Returns:
        The document and the problems as from ``parse``; and each readable file inside, in order, an archive or a
        message before what lies in it.
    """
    return _whole(data, name, given, 1, _Room(MOST_BYTES, MOST_FILES, recognise), table)


def _whole(data: bytes, name: str, given: GivenByPerson, depth: int, room: _Room, table: bool = False) -> Whole:
    document, problems, inside = _parsed(data, name, given, room.recognise, table)
    contained: list[Contained] = []
    unread: list[str] = []
    unopened: list[str] = []
    for member in inside:
        kind, refused = sniff(member.data, member.name)
        if refused is not None:
            unread.append(member.name)
        elif (kind in CONTAINERS and depth >= DEEPEST) or not room.takes(member.data):
            unopened.append(member.name)
        else:
            inner, problems_inside, deeper = _whole(member.data, f"{name}/{member.name}", given, depth + 1, room)
            contained += [Contained(inner, problems_inside, member.data), *deeper]
    told = (_became(len(contained), name), _left(unread, name), _unopened(unopened, name))
    return document, (*problems, *(problem for problem in told if problem is not None)), tuple(contained)


def _parsed(
    data: bytes, name: str, given: GivenByPerson, recognise: Recognise | None, table: bool
) -> tuple[Document, tuple[Problem, ...], tuple[Inside, ...]]:
    kind, refused = sniff(data, name)
    if not data.strip(b" \t\r\n\f\x0b\0\xef\xbb\xbf\xff\xfe"):
        refused = _empty(name)
    document, problems = unread(data, name, given, kind)
    if refused is not None:
        return document, (refused, *problems), ()
    material = _material(data, name, kind, recognise, table)
    provenance, faults = merged(given, material.found, name)
    document = replace(
        document,
        text=material.text,
        parts=_parts(material, provenance.anchor),
        provenance=provenance,
        pages=material.pages,
        recognised=material.recognised,
        recogniser=material.recogniser,
        sheets=material.sheets,
        boxes=material.boxes,
    )
    return document, (*material.problems, *faults), material.inside


def _parts(material: Material, anchor: date | None) -> tuple[Part, ...]:
    if material.sheets:
        return tuple(Part(s.role, s.start, s.end, number) for number, s in enumerate(material.stretches, 1))
    titled = any(stretch.role == "headline" for stretch in material.stretches)
    untimed = parts_of(material.text, material.stretches, titled)
    return timed(material.text, untimed, material.stretches, anchor)


def _material(data: bytes, name: str, kind: str, recognise: Recognise | None, table: bool) -> Material:
    if kind in _SEEN:
        return _SEEN[kind].read_bytes(data, name, recognise)
    if kind == PDF:
        return pdf.read_bytes(data, name, recognise, table)
    if kind in _WRITTEN:
        return _WRITTEN[kind].read_bytes(data, name, table)
    if kind in _PACKED:
        return _PACKED[kind].read_bytes(data, name)
    decoded = decode(data, name, _declared(data) if kind == "text/html" else "")
    reader = _AS_TABLE.get(kind, _FORMATS[kind]) if table else _FORMATS[kind]
    material = reader.read(decoded.text, name)
    return replace(material, problems=(*decoded.problems, *material.problems))


def unread(data: bytes, name: str, given: GivenByPerson, kind: str) -> tuple[Document, tuple[Problem, ...]]:
    """Make the document of a file that could not be parsed: the original is kept, its text is empty."""
    provenance, faults = merged(given, Provenance(), name)
    return Document(hashlib.sha256(data).hexdigest(), name, kind, "", (), provenance), faults


def _declared(data: bytes) -> str:
    match = html.CHARSET.search(data[:4_000])
    return match[1].decode("ascii", "replace") if match is not None else ""


def _empty(name: str) -> Problem:
    return Problem(
        "empty_file",
        name,
        "The file holds no text: it is empty or only white space.",
        "Check whether the copy or the download was cut off, and add the file again.",
    )


def _became(count: int, name: str) -> Problem | None:
    cause = f"{count} files inside can be read; each is a document of its own."
    hint = "Their names begin with the name of this file; each is read like any other document."
    return Problem("files_inside", name, cause, hint, severity="notice") if count else None


def _left(names: list[str], name: str) -> Problem | None:
    cause = f"{len(names)} files inside are of kinds that cannot be read, and were left in it: {archive.listed(names)}."
    hint = "The original holds them; save the words of those that matter as .txt files, and add them."
    return Problem("left_inside", name, cause, hint, severity="warning") if names else None


def _unopened(names: list[str], name: str) -> Problem | None:
    cause = f"{len(names)} files inside lie too deep, or are too much together: {archive.listed(names)}."
    hint = "Take them out yourself, and add those that you need."
    return Problem("unpacks_too_large", name, cause, hint, severity="warning") if names else None
