"""Instants: the moments that markup gives, and the day and hour that they are where the entry was written."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from paradero.intake.stamps import Stamp
from paradero.model.when import When

_CLOCK = re.compile(r"[T\s](\d{2}:\d{2})(?::\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$", re.I)
_QUARTER = 15  # minutes; the offsets of all zones are made of quarters of an hour


def instant_of(written: str) -> datetime | None:
    """Return the moment that a datetime attribute gives, or None when it is no ISO 8601 date."""
    try:
        return datetime.fromisoformat(written.strip())
    except ValueError:
        return None


def said_at(written: str, stamp: Stamp | None) -> When | None:
    """Return when an entry was set down, from its markup and the hour that readers see on it.

    Markup often writes the moment in Greenwich time. The hour that the page shows is that of the place where it was
    written, so the difference between the two gives the day there: "2025-04-19T01:10Z" beside "9.10pm" is 18 April.

    Args:
        written: the attribute, an ISO 8601 date or moment.
        stamp: the stamp that the page shows; None when it shows none.

    Returns:
        The day and the hour as written; None when the attribute is no date.
    """
    moment = instant_of(written)
    if moment is None:
        return None
    hour = _hour(written)
    if hour and stamp is not None and stamp.clock is not None:
        shown = stamp.clock.hour * 60 + stamp.clock.minute
        shift = (shown - moment.hour * 60 - moment.minute + 720) % 1440 - 720
        if stamp.sure and shift % _QUARTER == 0:
            moment, hour = moment + timedelta(minutes=shift), stamp.hour
    return When.within(moment.date(), moment.date(), written.strip(), hour)


def _hour(written: str) -> str:
    found = _CLOCK.search(written.strip())
    if found is None:
        return ""
    zone = (found[2] or "").upper()
    return f"{found[1]} {zone}".strip()
