"""Rasters: a page of a PDF or a picture as grey pixels, within limits, for a program that recognises letters."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.intake.pixels import BROKEN, opened
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

MOST_PIXELS = 25_000_000  # A3 at 300 dots an inch has 17 million
MOST_FRAMES = 1_000  # pages of a TIFF file that are looked at
_DOTS = 300 / 72  # pixels a point; what recognition is trained on
_LONGEST_SIDE = 20_000
_PAPER = 842.0  # points: a picture has no size of its own, and is taken for a sheet of A4
_SHORT_SIDE, _ENLARGED = 1_800, 3.0  # pixels; letters of a smaller picture are too low, and enlarging helps
_STANDS_OUT = 24  # of 255 levels of grey, from all pixels beside it
_DUSTY = 0.0005  # of the pixels; on a clean page it is under 0.00001, whatever is printed there
_REDUCED = 254  # the TIFF tag that says, in its first bit, that a frame is a small copy of another


@dataclass(frozen=True, slots=True)
class Raster:
    """A page in grey pixels.

    Attributes:
        width, height: in pixels.
        grey: one byte a pixel, row after row from the top.
        point: how many points of the page one pixel measures.
    """

    width: int
    height: int
    grey: bytes
    point: float


def of_page(page: PdfPage) -> Raster:
    """Draw an open page of a PDF. Forms are not filled and nothing is run.

    Raises:
        PdfiumError: when it cannot be drawn.
    """
    width, height = (max(1.0, side) for side in page.get_size())
    scale = _within(_DOTS, width, height)
    with closing(page.render(scale=scale, grayscale=True, may_draw_forms=False)) as bitmap:
        grey = _without_specks(bitmap.to_pil().convert("L"))
        return Raster(*grey.size, grey.tobytes(), 1 / scale)


def of_picture(data: bytes, source: str) -> Iterator[Raster]:
    """Yield a picture, or each page of a TIFF file, the right way up, until one cannot be decoded."""
    image = opened(data, source)
    if isinstance(image, Problem):
        return
    with image:
        for number in range(MOST_FRAMES if image.format == "TIFF" else 1):
            try:
                image.seek(number)
                if image.format == "TIFF" and number and int(image.getexif().get(_REDUCED, 0)) & 1:
                    continue
                made = _grey(image)
            except BROKEN:  # no further page is an EOFError, which is among them
                return
            yield made


def _grey(image: Image) -> Raster:
    from PIL import ImageOps

    width, height = image.size
    image.draft("L", (round(width * _within(1, width, height)), round(height * _within(1, width, height))))
    grey = ImageOps.exif_transpose(_on_white(image).convert("L"))
    width, height = grey.size
    grey = _without_specks(grey)
    wanted = min(_ENLARGED, max(1.0, _SHORT_SIDE / min(width, height)))
    scale = _within(wanted, width, height)
    if scale != 1:
        grey = grey.resize((max(1, round(width * scale)), max(1, round(height * scale))))
    return Raster(*grey.size, grey.tobytes(), _PAPER / max(grey.size))


def _without_specks(grey: Image) -> Image:
    """Smooth a page full of dust, on which recognition takes minutes and fails; a clean one stays as it is."""
    from PIL import ImageFilter

    width, height = grey.size
    sample = grey.crop((width // 3, height // 3, width - width // 3, height - height // 3))
    return grey.filter(ImageFilter.MedianFilter(3)) if _specks(sample) > _DUSTY else grey


def _specks(grey: Image) -> float:
    """Return the share of pixels that are darker or lighter than all eight beside them."""
    from PIL import ImageChops, ImageFilter

    darker, lighter = (grey.filter(ImageFilter.RankFilter(3, rank)) for rank in (1, 7))
    between = ImageChops.lighter(ImageChops.darker(grey, lighter), darker)
    return sum(ImageChops.difference(grey, between).histogram()[_STANDS_OUT:]) / (grey.width * grey.height)


def _on_white(image: Image) -> Image:
    """Put a picture that one can see through on white paper; black letters on nothing would be black on black."""
    from PIL import Image as Images

    if image.mode.startswith("I") or image.mode == "F":  # more than eight bits a pixel
        low, high = (float(value) for value in image.getextrema())  # type: ignore[arg-type]
        return image.convert("F").point(lambda value: (value - low) * (255.0 / max(1.0, high - low)) + 0.0)
    if not image.has_transparency_data:
        return image
    paper = Images.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper


def _within(scale: float, width: float, height: float) -> float:
    """Return a scale, or a smaller one at which the pixels are not too many."""
    most = math.sqrt(0.99 * MOST_PIXELS / (width * height))
    return min(scale, most, _LONGEST_SIDE / max(width, height))
