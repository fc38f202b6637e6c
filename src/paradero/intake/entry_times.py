"""Entry times: when each entry of a live blog or log was set down, and which parts stand under its stamp.

The markup's instant goes first. Without one, the hour is that of the stamp, and the day comes from the stamp, from the
day that stands over the entries ("FRIDAY"), or is worked out: entries follow each other forwards or backwards through
the clock, a step that goes the other way passes midnight, and the day of publication is one of the days passed. Where
that leaves several days open, all of them are kept; where the clock does not tell morning from afternoon, none is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from paradero.intake.instants import said_at
from paradero.intake.material import Stretch
from paradero.intake.stamps import Stamp, amended_on, day_alone, stamp_of
from paradero.model.document import Part
from paradero.model.when import When
from paradero.text.en.dates import resolve
from paradero.text.en.months import WEEKDAYS

_STAMPED = frozenset({"entry", "correction"})
_ENDS = frozenset({"headline", "byline", "dateline", "boilerplate", "sheet", "subhead"})
_DAY = 1440  # minutes


@dataclass(slots=True)
class _Entry:
    """A stamp in its place: the number of its part, the day written in or over it, and the days that it may be."""

    part: int
    stamp: Stamp
    day: date | None
    first: date | None = None
    last: date | None = None

    @property
    def minutes(self) -> int:
        clock = self.stamp.clock
        return 0 if clock is None else clock.hour * 60 + clock.minute


def timed(text: str, parts: Sequence[Part], stretches: Sequence[Stretch], published: date | None) -> tuple[Part, ...]:
    """Return the parts with the time at which they were set down, where they stand in an entry that has one.

    Args:
        text: the frozen text.
        parts: of the text, in order.
        stretches: what the text was made of; ``said`` is the markup's instant of the entry around a stretch.
        published: the day of publication; without it a stamp's hour has a day only where one is written.
    """
    parts = tuple(_as_amended(text, part, published) for part in parts)
    if any(stretch.said for stretch in stretches):
        return _as_marked(text, parts, stretches)
    entries = list(_entries(text, parts, published))
    if not entries:
        return parts
    forwards = _run_forwards(entries)
    for run in _runs(entries):
        _date_run(run, published, forwards)
    times = {entry.part: _time_of(entry, text, parts[entry.part]) for entry in entries}
    return tuple(_under_stamps(text, parts, times))


def _as_amended(text: str, part: Part, published: date | None) -> Part:
    """A note that names the day of the amendment ("was amended on 12 March") was set down on that day."""
    written = amended_on(text[part.start : part.end]) if part.role == "correction" else ""
    day = _day(written, published) if written else None
    return part if day is None else replace(part, said_on=When.within(day, day, written))


def _as_marked(text: str, parts: Sequence[Part], stretches: Sequence[Stretch]) -> tuple[Part, ...]:
    starts = [stretch.start for stretch in stretches]
    stamps: dict[int, Stamp | None] = {}
    made: list[Part] = []
    entry, before = -1, ""
    for part in parts:
        at = bisect_right(starts, part.start) - 1
        said = stretches[at].said if at >= 0 else ""
        if said != before:
            entry, before = entry + 1, said
        if said and stamps.get(entry) is None:
            stamps[entry] = stamp_of(text[part.start : part.end])
        made.append(replace(part, said_on=said_at(said, stamps[entry])) if said else part)
    return tuple(made)


# -- which day ----------------------------------------------------------------------------------------------------


def _entries(text: str, parts: Sequence[Part], published: date | None) -> Iterator[_Entry]:
    """The stamped parts, each with the day that is written in its stamp, or over it since the last such day."""
    near, over = published, None
    for number, part in enumerate(parts):
        words = text[part.start : part.end]
        if part.role in ("dateline", "subhead") and (heading := day_alone(words)):
            over = _day(heading, near)
            near = over or near
        stamp = stamp_of(words) if part.role in _STAMPED else None
        if stamp is not None:
            day = _day(stamp.day, near) if stamp.day else over
            near, over = day or near, None
            yield _Entry(number, stamp, day)


def _day(written: str, near: date | None) -> date | None:
    """The day that some words name; a day without a year, or a weekday, is the one nearest to another day."""
    around = 3 if written.lower() in WEEKDAYS else 182
    when = resolve(written, None if near is None else near + timedelta(days=around))
    return when.earliest_start if when.known and when.earliest_start == when.latest_end else None


def _runs(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Part the entries where a day is written: it holds from there on."""
    run: list[_Entry] = []
    for entry in entries:
        if entry.day is not None and run:
            yield run
            run = []
        run.append(entry)
    yield run


def _run_forwards(entries: Sequence[_Entry]) -> bool:
    """Whether the oldest entry stands first: by the days that are written, else by the steps of the clock."""
    days = [entry.day for entry in entries if entry.day is not None]
    if days and days[0] != days[-1]:
        return days[0] < days[-1]
    return sum(_pull(later.minutes - earlier.minutes) for earlier, later in pairwise(entries)) >= 0


def _date_run(run: Sequence[_Entry], published: date | None, forwards: bool) -> None:
    """Give the entries of a run their days: from the one that is written, or around the day of publication."""
    passed = _days_passed(run, forwards)
    day = run[0].day
    if passed is None:
        run[0].first = run[0].last = day
        return
    lowest, spread = min(passed), max(passed) - min(passed)
    base = day if day is not None else published
    if base is None:
        return
    for entry, days in zip(run, passed, strict=True):
        entry.first = base + timedelta(days=days if day is not None else days - lowest - spread)
        entry.last = base + timedelta(days=days if day is not None else days - lowest)


def _days_passed(run: Sequence[_Entry], forwards: bool) -> list[int] | None:
    """How many midnights lie between the first entry and each; None when the clocks do not tell."""
    steps = [later.minutes - earlier.minutes for earlier, later in pairwise(run)]
    crossed = [step < 0 if forwards else step > 0 for step in steps]
    if any(crossed) and not any(entry.stamp.sure for entry in run):
        return None
    passed = [0]
    for over in crossed:
        passed.append(passed[-1] + (0 if not over else 1 if forwards else -1))
    return passed


def _pull(step: int) -> int:
    """How strongly a step of the clock speaks for going forwards (more than 0) or backwards.

    The way round the dial is the shorter one; a step of nearly half a day says next to nothing.
    """
    shorter = (step + _DAY // 2) % _DAY - _DAY // 2
    return 0 if shorter == 0 else (_DAY // 2 - abs(shorter)) * (1 if shorter > 0 else -1)


# -- which parts --------------------------------------------------------------------------------------------------


def _time_of(entry: _Entry, text: str, part: Part) -> When:
    stamp = entry.stamp
    written = text[part.start : part.start + stamp.length].strip(" \t\n[]().:|–—-•·▪*")
    if entry.first is None or entry.last is None:
        return When(written, hour=stamp.hour)
    return When.within(entry.first, entry.last, written, stamp.hour)


def _under_stamps(text: str, parts: Sequence[Part], times: dict[int, When]) -> Iterator[Part]:
    """Give each part the time of the stamp it stands under, up to the next stamp or what ends the entries.

    A heading right over a stamp is that of the entry below it.
    """
    now: When | None = None
    edge = 0
    for number, part in enumerate(parts):
        if number in times:
            now, edge = times[number], part.end
        elif part.start >= edge and (part.role in _ENDS or part.role == "correction"):
            now = None
        heads = part.role == "subhead" and not day_alone(text[part.start : part.end]) and number + 1 in times
        said_on = times[number + 1] if heads else now
        yield part if said_on is None else replace(part, said_on=said_on)
