"""Troubles of PDF files: locked, broken, cut off, or pictures of pages without a text layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paradero.intake.glyphs import Sheet
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
        yield Problem("broken_pdf", source, cause, hint, _listed(broken), "warning" if read_pages else "error")
    elif not read_pages:
        yield Problem("broken_pdf", source, "The PDF has no pages.", hint)
    elif END not in data[-TAIL:]:
        cause = (
            f"The PDF is cut off; {read_pages} {'page was' if read_pages == 1 else 'pages were'} found in what is left."
        )
        yield Problem("broken_pdf", source, cause, hint, severity="warning")


def without_text(sheets: Sequence[Sheet], source: str) -> Iterator[Problem]:
    """Name the pages on which something is drawn and no letter can be found."""
    bare = [sheet.number for sheet in sheets if sheet.drawn and not sheet.words]
    hint = "Let another program recognise the letters (OCR), and add the PDF or the text that it makes."
    if bare and any(sheet.words for sheet in sheets):
        cause = "These pages are pictures without a text layer; the other pages are read."
        yield Problem("no_text_layer", source, cause, hint, _listed(bare), "warning")
    elif sheets and not any(sheet.words for sheet in sheets):
        cause = "The PDF has no text layer: its pages are pictures, or white."
        yield Problem("no_text_layer", source, cause, hint, _listed([sheet.number for sheet in sheets]))


def _listed(numbers: Sequence[int]) -> str:
    """Write page numbers as a person does: "pages 1-3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    written = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {written}"
