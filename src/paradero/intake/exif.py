"""Exif: the fields that cameras write (CIPA DC-008); of their coordinates only that there are some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from paradero.intake.decoding import decode
from paradero.intake.embedded import SEVERAL, Embedded, cleaned
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from PIL.Image import Exif

_DESCRIPTION, _ARTIST, _COPYRIGHT = 0x010E, 0x013B, 0x8298
_DETAILS, _TAKEN = 0x8769, 0x9003
_COORDINATES = 0x8825
_DAY = re.compile(r"([0-9]{4}):([0-9]{2}):([0-9]{2})(?:\s|$)")
# What cameras write where a description should be, whatever the picture shows.
_OF_THE_CAMERA = re.compile(
    r"(?:OLYMPUS DIGITAL CAMERA|SONY DSC|MINOLTA DIGITAL CAMERA|KONICA MINOLTA DIGITAL CAMERA"
    r"|SAMSUNG(?: CAMERA PICTURES)?|DIGITAL CAMERA|default|DCIM\\.*|(?:DSC|IMG|DJI|MVIMG|PXL)_?\w*(?:\.jpe?g)?)",
    re.I,
)


def fields_in(exif: Exif, source: str) -> tuple[Embedded, bool, tuple[Problem, ...]]:
    """Read the fields.

    Args:
        exif: as Pillow gives them.
        source: the picture's name, for the problems.

    Returns:
        What the fields say; whether they hold coordinates; the problems met.

    Raises:
        OSError, SyntaxError, ValueError, struct.error, ...: when they are damaged.
    """
    description, artist, rights, taken = (
        _words(value, source)
        for value in (
            exif.get(_DESCRIPTION),
            exif.get(_ARTIST),
            exif.get(_COPYRIGHT),
            exif.get_ifd(_DETAILS).get(_TAKEN),
        )
    )
    day = _DAY.match(taken[0])
    said = Embedded(
        caption="" if _OF_THE_CAMERA.fullmatch(description[0]) else description[0],
        byline=artist[0],
        copyright=rights[0],
        created="-".join(day.groups()) if day is not None and day[1] != "0000" else "",
    )
    problems = dict.fromkeys(problem for value in (description, artist, rights) for problem in value[1])
    return said, _COORDINATES in exif, tuple(problems)


def _words(value: Any, source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a text field; Pillow reads its bytes one for one, and many programs write UTF-8."""
    if not isinstance(value, str):
        return "", ()
    # Two persons' rights are parted by a NUL.
    pieces = [piece.strip() for piece in value.split("\0") if piece.strip()]
    decoded = decode(SEVERAL.join(pieces).encode("latin-1", "replace"), source)
    return cleaned(decoded.text), decoded.problems
