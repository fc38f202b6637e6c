"""Scans for the tests: pages set in type, drawn as pixels, and put back into files as pictures without letters."""

from __future__ import annotations

import io
import random
import re
import shutil
from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from tests.intake.printing import Set, column, pdf, wrapped

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="the program tesseract is not installed")

ENGLISH = (
    "The ministry of justice said on Tuesday that 252 Venezuelans were held in the prison of Tecoluca. Their families "
    "had not been told where they were. A spokesman for the government, Aurelio Pinto, said the men had been handed "
    "over by the United States in March. Lawyers of the families asked the court for a list of names, and the court "
    "gave the government ten days to answer. On Friday nine of the men were allowed to write a letter home."
)
SPANISH = (
    "El Ministerio de Justicia informó el miércoles que 252 venezolanos están detenidos en la prisión de Tecoluca. "
    "Según la Defensoría, ningún preso ha podido hablar con un abogado. Los familiares añadieron que todavía no saben "
    "dónde están los más jóvenes. El señor Núñez, portavoz del Gobierno, dijo que la comisión publicará mañana una "
    "lista de nombres y que nueve jóvenes volverán a sus casas en avión."
)


def drawn(lines: Sequence[Set], dots: int = 300, askew: float = 0.0, specks: int = 0, blur: float = 0.0) -> Image.Image:
    """Return a page as a scanner sees it.

    Args:
        lines: what is printed on it.
        dots: pixels an inch.
        askew: degrees by which it lies turned.
        specks: dark and light dots for each thousand pixels.
        blur: how far ink runs, in pixels.
    """
    with pypdfium2.PdfDocument(pdf([lines or [Set(-50, -50, "off the page")]])) as made:
        page: Image.Image = made[0].render(scale=dots / 72, grayscale=True).to_pil().convert("L")
    if askew:
        page = page.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)
    if blur:
        page = page.filter(ImageFilter.GaussianBlur(blur))
    chance = random.Random(7)
    for _ in range(specks * page.width * page.height // 1_000):
        page.putpixel((chance.randrange(page.width), chance.randrange(page.height)), chance.choice((0, 90, 200)))
    return page


def article(text: str, size: float = 11.0, width: int = 84) -> list[Set]:
    """Set a text as one column of a page."""
    return column(70, 720, wrapped(text, width), size, size * 1.3)


def two_columns(left: str, right: str) -> list[Set]:
    """Set two texts beside each other."""
    return [*column(60, 720, wrapped(left, 40), 10, 13), *column(315, 720, wrapped(right, 40), 10, 13)]


def scanned(*pages: Image.Image, dots: int = 300) -> bytes:
    """Return a PDF whose pages are pictures."""
    held = io.BytesIO()
    pages[0].save(held, "PDF", resolution=dots, save_all=True, append_images=pages[1:])
    return held.getvalue()


def picture(page: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a page as the bytes of a picture."""
    held = io.BytesIO()
    page.save(held, kind, **options)
    return held.getvalue()


def error_rate(wanted: str, found: str) -> float:
    """Return the word error rate: words put in, left out or changed, for each word that was printed."""
    printed, read = wanted.split(), re.sub(r"\s+", " ", found).split()
    before = list(range(len(read) + 1))
    for i, word in enumerate(printed, 1):
        now = [i]
        for j, other in enumerate(read, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (word != other)))
        before = now
    return before[-1] / max(1, len(printed))
