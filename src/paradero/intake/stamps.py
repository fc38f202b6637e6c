"""Stamps: the hour, and sometimes the day, that stands before an entry of a live blog, a log or a blotter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from paradero.text.en.clocks import CLOCK, clock_of, has_half
from paradero.text.en.months import MONTH, WEEKDAY

_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d.:])"
_DAY = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:{_NUMBER}\s+{MONTH}(?:,?\s+\d{{4}})?|{MONTH}\s+{_NUMBER}(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})|{WEEKDAY})"
)
_AMENDED = re.compile(
    rf"\b(?:amended|corrected|updated|changed|revised|edited|correction)\s+(?:on|at|of)?\s*(?P<day>{_DAY})",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?P<day>{_DAY})\W*", re.IGNORECASE)
# What is measured with two decimals and is no hour.
_MEASURED = r"(?!\s*(?:%|per\s?cent|million|billion|metres?|meters?|km|kg|tonnes?|euros?|dollars?)(?!\w))"
_STAMP = re.compile(
    r"(?:[•·▪*]\s*)?[\[(]?(?:(?:last\s+)?(?:updated|posted|published)(?:\s+(?:at|on)|\s*:)?\s+)?"
    rf"(?:(?P<before>{_DAY}),?\s+(?:at\s+|[|–—-]\s*)?)?(?P<hour>{CLOCK}){_MEASURED}"
    rf"(?:,?\s+(?:on\s+)?(?P<after>{_DAY})(?=\s*(?:$|[\n|–—:.\])-])))?(?=\W|$)[\])]?[\s.:|–—-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The stamp of an entry.

    Attributes:
        length: characters from the beginning of the line to the first word after it.
        hour: the time of day with its zone, as written.
        day: the day as written; empty when the stamp has none.
    """

    length: int
    hour: str
    day: str = ""

    @property
    def clock(self) -> time | None:
        """The time of day; None when no clock shows it."""
        return clock_of(self.hour)

    @property
    def sure(self) -> bool:
        """Whether the hour itself tells morning from afternoon."""
        return has_half(self.hour)


def stamp_of(line: str) -> Stamp | None:
    """Return the stamp that begins a line ("14.32 GMT", "Updated at 10:05pm ET", "18 April, 23.10 —"), or None."""
    match = _STAMP.match(line)
    if match is None or clock_of(match["hour"]) is None:
        return None
    hour = match["hour"].strip()
    if not re.search(r"\.\s?m\.$", hour, re.IGNORECASE):
        hour = hour.rstrip(".")  # the stop of "1.30pm." is that of the stamp
    return Stamp(match.end(), hour, match["before"] or match["after"] or "")


def stamp_length(line: str) -> int:
    """Return the length of the stamp that begins a line ("18:52 ", "06.20 "), or 0."""
    stamp = stamp_of(line)
    return 0 if stamp is None else stamp.length


def day_alone(line: str) -> str:
    """Return the day that a line names and nothing else ("FRIDAY", "11 Nov 1956"), or ""."""
    match = _ALONE.fullmatch(line)
    return match["day"] if match is not None else ""


def amended_on(note: str) -> str:
    """Return the day on which a note says that a text was amended ("was amended on 12 March 2025"), or ""."""
    match = _AMENDED.search(note)
    return match["day"] if match is not None else ""
