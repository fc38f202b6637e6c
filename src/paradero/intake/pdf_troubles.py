"""Troubles of PDF files: locked, broken, cut off, or pictures of pages without a text layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paradero.intake.glyphs import Sheet
from paradero.intake.pages import named
from paradero.model.problem import Problem

END = b"%%EOF"
TAIL = 4_096  # bytes in which a whole file has its end mark


def unopened(error: Exception, source: str) -> Problem:
    """Say why a PDF could not be opened, from the error that PDFium gave."""
    import pypdfium2.raw as raw

    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        cause = "The PDF is encrypted and opens only with a password, or by a method that is not known here."
        return Problem(
            "encrypted_file", source, cause, "Save a copy without the password in a PDF reader, and add that."
        )
    cause = "The PDF is broken: its beginning or its list of pages cannot be read."
    return Problem("broken_pdf", source, cause, "Get the file again, or open it in a PDF reader and save a copy.")


def damages(data: bytes, broken: Sequence[int], read_pages: int, source: str) -> Iterator[Problem]:
    """Say what of a PDF is damaged.

    Args:
        data: the whole file.
        broken: the numbers of the pages that could not be read.
        read_pages: how many could.
        source: the file's name.
    """
    hint = "Compare it with the original, and get the file again if pages are missing."
    if broken:
        cause = "These pages are damaged and cannot be read." if read_pages else "No page of the PDF can be read."
        yield Problem("broken_pdf", source, cause, hint, named(broken), "warning" if read_pages else "error")
    elif not read_pages:
        yield Problem("broken_pdf", source, "The PDF has no pages.", hint)
    elif END not in data[-TAIL:]:
        cause = (
            f"The PDF is cut off; {read_pages} {'page was' if read_pages == 1 else 'pages were'} found in what is left."
        )
        yield Problem("broken_pdf", source, cause, hint, severity="warning")


def without_text(sheets: Sequence[Sheet], source: str, recognising: bool = False) -> Iterator[Problem]:
    """Name the pages on which something is drawn and no letter can be found.

    Args:
        sheets: the pages, without those whose recognition failed.
        source: the file's name.
        recognising: whether letters were looked for in the pictures.
    """
    bare = [sheet.number for sheet in sheets if sheet.drawn and not sheet.words]
    hint = "Add it again with --ocr, which needs the program tesseract; or let another program recognise the letters."
    if recognising:
        hint = "Look at the original; type what it says into a .txt file, and add that."
    found_none = ", and no letters were recognised in them" if recognising else ""
    if bare and any(sheet.words for sheet in sheets):
        cause = f"These pages are pictures without a text layer{found_none}; the other pages are read."
        yield Problem("no_text_layer", source, cause, hint, named(bare), "warning")
    elif sheets and not any(sheet.words for sheet in sheets):
        cause = f"The PDF has no text layer: its pages are pictures, or white{found_none}."
        yield Problem("no_text_layer", source, cause, hint, named([sheet.number for sheet in sheets]))
