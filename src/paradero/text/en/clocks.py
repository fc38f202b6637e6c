"""The time of day that words give: "14.32 GMT", "10:05pm ET", "0210 hrs", "9 a.m."; zones are kept as written."""

from __future__ import annotations

import re
from datetime import time

# Zones as newspapers write them; a fragment without a capturing group, to be matched without regard to case.
ZONE = (
    r"(?:GMT|UTC|BST|WES?T|CES?T|EES?T|MSK|TRT|IST|IDT|PKT|NPT|EAT|CAT|WAT|SAST|AES?T|AEDT|JST|KST|HKT|SGT|PHT|WIB"
    r"|[ECMP][SD]?T|BRT|ART|VET|COT|local(?:\s+time)?|hours|hrs|Z)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?(?!\w)"
)
HALF = r"(?:[ap]\.?\s?m\b\.?)"
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-4])[.:h][0-5]\d(?![\d%])(?:\s?{HALF})?(?:\s?{ZONE})?"
    rf"|(?:0?[1-9]|1[0-2])\s?{HALF}(?:\s?{ZONE}|(?=\s*(?:$|[\n|:–—)\]])))"
    rf"|(?:[01]\d|2[0-4])[0-5]\d\s?{ZONE})"
)
_PARTS = re.compile(rf"(?<![\d.:])(\d{{1,2}})(?:[.:h]?([0-5]\d))?(?::[0-5]\d)?(?:\.\d+)?\s?({HALF})?", re.IGNORECASE)


def clock_of(written: str) -> time | None:
    """Return the time of day that the first clock in some words gives, in the zone of the words.

    Args:
        written: the words of an hour, such as ``CLOCK`` matches, or an ISO time.

    Returns:
        The time, or None when the words give no number or one that no clock shows ("25:10", "13 pm"). Noon and
        midnight stay apart: "12.05am" is five past midnight. 24.00 is midnight.
    """
    found = _PARTS.search(written)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour == 24 and minute == 0:
        hour = 0
    return time(hour, minute) if hour < 24 else None


def has_half(written: str) -> bool:
    """Tell whether the words of a clock say which half of the day it is ("p.m."), or need not ("08:10", "14:10")."""
    clock = clock_of(written)
    if written.lstrip().startswith("0"):
        return True
    named = re.search(HALF, written, re.IGNORECASE) is not None
    return named or (clock is not None and not 1 <= clock.hour <= 12)
