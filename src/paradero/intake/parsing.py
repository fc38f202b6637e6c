"""Parsing: from the bytes of one file to a document, in this process and without limits."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from paradero.intake import docx, html, markdown, odt, pdf, plain
from paradero.intake.decoding import decode
from paradero.intake.layout import parts_of
from paradero.intake.provenance import NOTHING_GIVEN, GivenByPerson, merged
from paradero.intake.sniff import DOCX, ODT, sniff
from paradero.model.document import Document, Provenance
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from paradero.intake.material import Material


class Format(Protocol):
    """The shape of a module for a format that is a text."""

    def read(self, text: str, source: str) -> Material:
        """Turn decoded text into material."""


class PackedFormat(Protocol):
    """The shape of a module for a format whose text lies packed in bytes."""

    def read_bytes(self, data: bytes, source: str) -> Material:
        """Turn the bytes of a file into material."""


_FORMATS: dict[str, Format] = {"text/plain": plain, "text/markdown": markdown, "text/html": html}
_PACKED: dict[str, PackedFormat] = {DOCX: docx, ODT: odt, "application/pdf": pdf}


def parse(data: bytes, name: str, given: GivenByPerson = NOTHING_GIVEN) -> tuple[Document, tuple[Problem, ...]]:
    """Turn the bytes of a file into a document; for tests, notebooks and the worker.

    Args:
        data: the file's bytes.
        name: the file's name.
        given: what a person typed about it.

    Returns:
        The document, with text "" when the bytes could not be read as a text, and the problems met.
    """
    kind, refused = sniff(data, name)
    if not data.strip(b" \t\r\n\f\x0b\0\xef\xbb\xbf\xff\xfe"):
        refused = _empty(name)
    document, problems = unread(data, name, given, kind)
    if refused is not None:
        return document, (refused, *problems)
    material = _material(data, name, kind)
    titled = any(stretch.role == "headline" for stretch in material.stretches)
    provenance, faults = merged(given, material.found, name)
    parts = parts_of(material.text, material.stretches, titled)
    document = replace(document, text=material.text, parts=parts, provenance=provenance, pages=material.pages)
    return document, (*material.problems, *faults)


def _material(data: bytes, name: str, kind: str) -> Material:
    if kind in _PACKED:
        return _PACKED[kind].read_bytes(data, name)
    decoded = decode(data, name, _declared(data) if kind == "text/html" else "")
    material = _FORMATS[kind].read(decoded.text, name)
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
