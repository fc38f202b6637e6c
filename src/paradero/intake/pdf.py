"""PDF: the text layer of a PDF file in reading order, with the page of every word.

Nothing in the file is run, and nothing that it points to is fetched. Pages that are pictures are recognised when
that is asked for; a page with a text layer never is.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.intake import pdf_tables
from paradero.intake.glyphs import Sheet, sheet_of
from paradero.intake.material import Material
from paradero.intake.pdf_troubles import END, TAIL, damages, unopened, without_text
from paradero.intake.printed.leaves import Leaf, bare_leaf, leaf_of, scanned_leaf
from paradero.intake.provenance import said
from paradero.intake.rasters import of_page
from paradero.intake.recognition import Recognise, Scans, recognised_in
from paradero.intake.setting import blocks_of, set_down
from paradero.model.document import Provenance
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_CATALOG = re.compile(rb"\b(\d{1,9})\s+0\s+obj\b[^>]{0,500}?/Type\s*/Catalog\b")


def read_bytes(data: bytes, source: str, recognise: Recognise | None = None, table: bool = False) -> Material:
    """Turn the bytes of a PDF file into material.

    Args:
        data: the whole file.
        source: the file's name.
        recognise: what reads the pages that are pictures; without it they stay unread.
        table: whether its tables become sheets.
    """
    from pypdfium2 import PdfiumError

    scans = Scans(recognise, source) if recognise is not None else None
    try:
        document = _opened(data)
    except PdfiumError as error:
        return Material("", (), problems=(unopened(error, source),))
    with closing(document):
        found, title = _found(document)
        leaves, broken = _leaves(document, scans, table)
    sheets = [leaf.sheet for leaf in leaves]
    material = pdf_tables.material(leaves, title, source) if table else set_down(blocks_of(sheets, title))
    told = (*damages(data, broken, len(sheets), source), *_unread(sheets, scans, source), *material.problems)
    if scans is None:
        return replace(material, found=found, problems=told)
    recognised = recognised_in(material.text, material.pages, scans.confidence)
    return replace(
        material, found=found, problems=(*told, *scans.problems()), recognised=recognised, recogniser=scans.by
    )


def _unread(sheets: list[Sheet], scans: Scans | None, source: str) -> tuple[Problem, ...]:
    failed = {number for pages in scans.failed.values() for number in pages} if scans is not None else set()
    rest = [sheet for sheet in sheets if sheet.number not in failed]
    return tuple(without_text(rest, source, scans is not None))


def _opened(data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError:
        catalog = _CATALOG.search(data) if END not in data[-TAIL:] else None
        if catalog is None:
            raise
        # A file that was cut off has lost the entry that says where to begin; what is left is read from there.
        return PdfDocument(
            b"%b\nendstream\nendobj\ntrailer\n<< /Root %b 0 R >>\nstartxref\n0\n%%%%EOF\n" % (data, catalog[1])
        )


def _found(document: PdfDocument) -> tuple[Provenance, str]:
    """What the file says of itself; the day on which it was made is not the day of publication."""
    author, title = (_clean(document.get_metadata_value(key)) for key in ("Author", "Title"))
    return Provenance(author=said(author, "file")), title


def _clean(words: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe\ufeff]", " ", words).split())[:1_000]


def _leaves(document: PdfDocument, scans: Scans | None, table: bool) -> tuple[list[Leaf], list[int]]:
    """Return the pages, with their ruled lines where tables are asked for, and the numbers of those that are broken."""
    from pypdfium2 import PdfiumError

    leaves: list[Leaf] = []
    broken: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            with closing(document[number - 1]) as page:
                sheet = sheet_of(page, number)
                if not sheet.words and scans is not None:
                    leaves.append(scanned_leaf(page, _recognised(page, sheet, scans)))
                else:
                    leaves.append(leaf_of(page, sheet) if table else bare_leaf(sheet))
        except PdfiumError:
            broken.append(number)
    return leaves, broken


def _recognised(page: PdfPage, sheet: Sheet, scans: Scans) -> Sheet:
    """Return a page without text with the words that were recognised in it."""
    if not sheet.drawn:
        return sheet
    if scans.hopeless is not None:
        scans.give_up(scans.hopeless, sheet.number)
        return sheet
    return replace(sheet, height=max(page.get_height(), 1.0), words=scans.words(of_page(page), sheet.number))
