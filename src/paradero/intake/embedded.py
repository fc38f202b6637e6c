"""Embedded words: what a picture says of itself in its Exif, XMP and IPTC fields, and which goes first.

The order of preference is that of the Metadata Working Group ("Guidelines for Handling Image Metadata", version 2.0,
November 2010): Exif before the two others; XMP before IPTC, unless the check sum of the IPTC fields tells that a
program that knows nothing of XMP has changed them since. Unlike there, a value that is passed over is kept as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from paradero.model.problem import Problem

SEVERAL = "; "  # between the names or keywords of a field that may hold several
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# In bytes; a program that copies a longer value into IPTC cuts it (IIM 4.2, chapter 6).
_ROOM_IN_IPTC = {"caption": 2000, "headline": 256, "byline": 32, "credit": 32, "copyright": 128}
_LEAST_OF_LETTER = 3  # bytes that a last letter of UTF-8 may have missed the room by


@dataclass(frozen=True, slots=True)
class Embedded:
    """What one standard's fields say; "" where they say nothing.

    Attributes:
        headline, caption, byline, credit, copyright: as written, lines folded.
        created: the day on which the picture was taken, as much of YYYY-MM-DD as is known.
        place: from the smallest to the country, parted by commas.
        keywords: parted by semicolons, like several names in ``byline``.
        language: of the words, as a code. terms: of use.
    """

    headline: str = ""
    place: str = ""
    created: str = ""
    caption: str = ""
    byline: str = ""
    credit: str = ""
    copyright: str = ""
    keywords: str = ""
    language: str = ""
    terms: str = ""


NOTHING = Embedded()


@dataclass(frozen=True, slots=True)
class Sources:
    """The three standards as one file has them; ``iptc_changed`` when IPTC was changed after XMP was written."""

    exif: Embedded = NOTHING
    xmp: Embedded = NOTHING
    iptc: Embedded = NOTHING
    iptc_changed: bool = False

    def by_preference(self) -> tuple[tuple[str, Embedded], ...]:
        """Return the standards with their names, the preferred first."""
        both = (("IPTC", self.iptc), ("XMP", self.xmp))
        return ("Exif", self.exif), *(both if self.iptc_changed else both[::-1])


def cleaned(words: str) -> str:
    """Return words without what does not print, white space folded, empty lines left out."""
    lines = (" ".join(line.split()) for line in _CONTROLS.sub(" ", words.replace("\r", "\n")).split("\n"))
    return "\n".join(line for line in lines if line)


def reconciled(said: Sources, source: str) -> tuple[dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """Bring the standards together.

    Args:
        said: what each says.
        source: the picture's name, for the problems.

    Returns:
        For each field of ``Embedded`` the values that differ, the preferred first; and a problem that names the fields
        on which the standards disagree, with the values that were passed over.
    """
    values: dict[str, tuple[str, ...]] = {}
    passed_over: list[str] = []
    for field in (field.name for field in fields(Embedded)):
        given = [(name, one) for name, embedded in said.by_preference() if (one := getattr(embedded, field))]
        kept = _different(field, given)
        values[field] = tuple(value for _, value in kept)
        if len(kept) > 1:
            passed_over.append(f"{field} ({' and '.join(name for name, _ in kept)}, {kept[0][0]} goes first)")
    return values, (_disagreement(passed_over, source),) if passed_over else ()


def _different(field: str, given: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keep of values that agree the one that says most, where the preferred stood."""
    agree = _AGREEING.get(field, _same)
    kept: list[tuple[str, str]] = []
    for name, value in given:
        at = next((i for i, (_, other) in enumerate(kept) if agree(value, other) or _cut(field, value, other)), None)
        if at is None:
            kept.append((name, value))
        elif len(value) > len(kept[at][1]):
            kept[at] = (kept[at][0], value)
    return kept


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _within(parting: str) -> Callable[[str, str], bool]:
    def agree(one: str, other: str) -> bool:
        some, others = ({piece.strip() for piece in value.casefold().split(parting)} for value in (one, other))
        return some <= others or others <= some

    return agree


def _of_one_day(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


_AGREEING: dict[str, Callable[[str, str], bool]] = {
    "created": _of_one_day,
    "place": _within(","),
    "keywords": _within(SEVERAL.strip()),
    "byline": _within(SEVERAL.strip()),
}


def _cut(field: str, value: str, other: str) -> bool:
    """Whether one of two values is what fits into IPTC of the other; which of them came from IPTC need not be known."""
    room = _ROOM_IN_IPTC.get(field)
    if room is None:
        return False
    shorter, longer = sorted((value, other), key=len)
    return longer.startswith(shorter) and room - _LEAST_OF_LETTER <= len(shorter.encode("utf-8")) <= room


def without_impossible_day(said: Embedded, standard: str, source: str) -> tuple[Embedded, tuple[Problem, ...]]:
    """Leave out a day of taking that is not in the calendar, and tell it."""
    if not said.created or _is_day(said.created):
        return said, ()
    cause = f"The day on which the picture was taken, {said.created!r} ({standard}), is not in the calendar."
    hint = "It is left out of the text; look at the original in a program that shows such fields."
    return replace(said, created=""), (Problem("impossible_date", source, cause, hint, severity="warning"),)


def _is_day(written: str) -> bool:
    """Whether YYYY, YYYY-MM or YYYY-MM-DD is in the calendar."""
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        return False
    return True


def _disagreement(fields_named: list[str], source: str) -> Problem:
    cause = f"The Exif, XMP and IPTC fields of the picture disagree on: {', '.join(fields_named)}."
    hint = "Both are in the text, the preferred first; find out which is right, and reject what is read from the other."
    return Problem("metadata_disagree", source, cause, hint, severity="warning")
