"""Anchors: the day, or the days, that "today" and "an hour ago" hang on, and the hour when it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from paradero.model import When
from paradero.text.en.clocks import clock_of
from paradero.text.en.time_resolution import resolve


@dataclass(frozen=True, slots=True)
class Anchor:
    """When something was said, as far as it is known.

    Attributes:
        first, last: the earliest and the latest day that it may have been said on.
        clock: the time of day at which it was said; None when it is not known.
    """

    first: date
    last: date
    clock: time | None = None


def anchor_of(said_on: When | None, published: date | None) -> Anchor | None:
    """Return the anchor of words: the time of their entry before the day of the document; None when neither is known.

    Args:
        said_on: when the entry that holds the words was set down; None when they stand in none.
        published: the day of publication.
    """
    clock = clock_of(said_on.hour) if said_on is not None and said_on.hour else None
    if said_on is not None and said_on.earliest_start is not None and said_on.latest_end is not None:
        return Anchor(said_on.earliest_start, said_on.latest_end, clock)
    return None if published is None else Anchor(published, published, clock)


def resolve_at(written: str, anchor: Anchor | None, planned: bool = False) -> When:
    """Work out the bounds that a time expression sets when it was said on a day known within bounds.

    Args:
        written: the words, as ``times`` found them.
        anchor: when they were said; None when that is not known.
        planned: whether what is told lies ahead.

    Returns:
        As ``resolve``; where the anchor may be several days, whatever one of them would make of the words is covered.
    """
    if anchor is None:
        return resolve(written, None, planned)
    first = resolve(written, anchor.first, planned, anchor.clock)
    return first if anchor.first == anchor.last else first.cover(resolve(written, anchor.last, planned, anchor.clock))
