"""Pixels: a picture opened within limits, in four formats, and decoded once to see whether it is whole."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paradero.model.problem import Problem

if TYPE_CHECKING:
    from PIL.Image import Image

# What Pillow raises on files that are damaged in ways that it has not thought of.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
)
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_THUMBNAIL = (256, 256)  # a JPEG is decoded no larger than about this, which shows a missing end as well


@contextmanager
def without_warnings() -> Generator[None, None, None]:
    """Keep Pillow from warning of damage that becomes a problem anyway."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes, source: str) -> Image | Problem:
    """Open a picture without decoding its pixels, or tell why it stays shut: damaged, or too many pixels.

    Args:
        data: the bytes of the file.
        source: its name, for the problem.
    """
    from PIL import Image

    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError:
        return _too_many(source)
    except BROKEN:
        return _damaged(source, "its head cannot be read", "error")


def damage(image: Image, source: str) -> Problem | None:
    """Decode an open picture, and tell whether anything of it is missing."""
    from PIL import Image

    try:
        image.draft("L", _THUMBNAIL)
        image.load()
    except Image.DecompressionBombError:
        return _too_many(source)
    except BROKEN as error:
        return _damaged(source, str(error)[:100] or type(error).__name__, "warning")
    return None


def _too_many(source: str) -> Problem:
    from PIL import Image

    most = 2 * (Image.MAX_IMAGE_PIXELS or 0)  # where Pillow stops by itself
    cause = f"The picture unpacks to more than {most / 1e6:,.0f} million pixels; it was not read."
    hint = "If you trust it, make a smaller copy that keeps its fields, and add that as well."
    return Problem("unpacks_too_large", source, cause, hint)


def _damaged(source: str, cause: str, severity: str) -> Problem:
    cause = f"The picture is damaged or was cut off ({cause.rstrip('.')})."
    hint = "Get it again from where it came from; what could be read of its fields is in the text."
    return Problem("damaged_file", source, cause, hint, severity="error" if severity == "error" else "warning")
