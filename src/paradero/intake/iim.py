"""IPTC-IIM: the fields that agencies have written into pictures since the 1990s (version 4.2)."""

from __future__ import annotations

import hashlib
import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping

from paradero.intake.decoding import Decoded, decode
from paradero.intake.embedded import NOTHING, SEVERAL, Embedded, cleaned
from paradero.model.problem import Problem

RESOURCE = 0x0404  # of the image resources that Photoshop defined, where JPEG files keep these fields
_CHECK_SUM = 0x0425  # the MD5 of that resource when XMP was last brought into step with it
MARKER = b"\x1c"
_UTF8 = b"\x1b%G"
_CHARACTER_SET = (1, 90)
_APPLICATION = 2  # the record that tells of the content
_PLACE = (92, 90, 95, 101)  # sublocation, city, province or state, country
_FIELDS = {"caption": 120, "headline": 105, "credit": 110, "copyright": 116, "byline": 80, "keywords": 25}
_CREATED, _LANGUAGE = 55, 135
Sets = Mapping[tuple[int, int], list[bytes]]


def fields_in(data: bytes, source: str) -> tuple[Embedded, tuple[Problem, ...]]:
    """Read the fields, up to where they are damaged.

    Args:
        data: the data sets one after the other.
        source: the picture's name, for the problems.
    """
    sets: defaultdict[tuple[int, int], list[bytes]] = defaultdict(list)
    whole = False
    for key, value in _sets_in(data):
        whole = key is None
        if key is not None:
            sets[key].append(value)
    if not sets:
        return NOTHING, () if whole else (damaged(source, "IPTC"),)
    problems = [] if whole else [damaged(source, "IPTC")]
    said, troubles = _said(sets, source)
    return said, (*problems, *troubles)


def changed_since(resources: Mapping[int, bytes]) -> bool:
    """Tell by the check sum, if there is one, whether a program that knows nothing of XMP changed the fields."""
    kept = resources.get(_CHECK_SUM, b"")
    return len(kept) == 16 and kept != hashlib.md5(resources.get(RESOURCE, b""), usedforsecurity=False).digest()


def damaged(source: str, standard: str) -> Problem:
    """Tell that the fields of a standard cannot be read to their end."""
    cause = f"The {standard} fields of the picture are damaged or cut off; what could be read of them was."
    hint = "Get the picture again, or look at its fields in another program and type what is missing into a .txt file."
    return Problem("damaged_metadata", source, cause, hint, severity="warning")


def _sets_in(data: bytes) -> Iterator[tuple[tuple[int, int] | None, bytes]]:
    """Yield record, number and value of each data set; None when the end is reached as it should be."""
    at = 0
    while at + 5 <= len(data) and data[at : at + 1] == MARKER:
        record, number, length = struct.unpack_from(">BBH", data, at + 1)
        at += 5
        if length & 0x8000:  # the length of the length, for values beyond 32 kB
            width = length & 0x7FFF
            length = int.from_bytes(data[at : at + width], "big") if width <= 4 else len(data)
            at += width
        if at + length > len(data):
            return
        yield (record, number), data[at : at + length]
        at += length
    if not data[at:].strip(b"\0"):  # Photoshop fills up to an even length
        yield None, b""


def _said(sets: Sets, source: str) -> tuple[Embedded, tuple[Problem, ...]]:
    declared = "utf-8" if _UTF8 in sets.get(_CHARACTER_SET, []) else ""
    # All at once: of one file's values, which share an encoding, the encoding is told better than of each alone.
    numbers = sorted({number for record, number in sets if record == _APPLICATION})
    told = {number: sets[_APPLICATION, number] for number in numbers}
    decoded = decode(b"\x1e".join(value for number in numbers for value in told[number]), source, declared)
    words = iter(_split(decoded))
    values = {number: [cleaned(next(words, "")) for _ in told[number]] for number in numbers}
    one = {number: SEVERAL.join(filter(None, several)) for number, several in values.items()}
    said = Embedded(
        **{field: one.get(number, "") for field, number in _FIELDS.items()},
        place=", ".join(filter(None, (one.get(number, "") for number in _PLACE))),
        created=_day(one.get(_CREATED, "")),
        language=one.get(_LANGUAGE, ""),
    )
    return said, decoded.problems


def _split(decoded: Decoded) -> list[str]:
    return decoded.text.split("\x1e")


def _day(written: str) -> str:
    """Write CCYYMMDD with hyphens; the standard puts zeros for a month or a day that is not known."""
    digits = written.replace("-", "")
    if len(digits) != 8 or not digits.isascii() or not digits.isdecimal() or digits.startswith("0000"):
        return ""
    year, month, day = digits[:4], digits[4:6], digits[6:]
    return "-".join([year] + ([month] if month != "00" else []) + ([day] if "00" not in (month, day) else []))
