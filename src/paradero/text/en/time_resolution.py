"""What an English time expression says of the calendar: four bounds, against the day of publication.

Widths that the words leave open, each inclusive:

* a month or weekday without a year or date is the most recent one not after the anchor; for something planned, the next
  one not before it. "Last Friday" and "next Friday" cover both readings (this week's and the other week's);
* "early", "mid", "late" of a month: days 1-10, 10-20, 20-end; of a year: January-April, April-September,
  September-December;
* seasons name no hemisphere and are wide: spring March-June, summer June-September, autumn September-December, winter
  December-March, and the winter of a year may be at either end of it;
* a week runs from Monday to Sunday; "n days ago" is a day, weeks are 3 days wide on both sides, months 15, years 183;
* "for the past two years" starts that far back (same widths) and ends on the anchor.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

from paradero.model import InvalidValue, When
from paradero.text.en.time_lengths import ago_stretch, length_of
from paradero.text.en.time_points import points
from paradero.text.en.time_stretch import Stretch
from paradero.text.en.time_words import CLOCK, DAYPART, LENGTH, UNIT

_FLAGS = re.IGNORECASE
_HOUR = re.compile(
    rf"before\s+dawn|(?:the\s+)?(?:early|small)\s+hours|(?:shortly\s+|just\s+)?(?:before|after)\s+(?:noon|midnight|dawn|dusk|midday)|(?:{CLOCK})|(?<!\w){DAYPART}"
    r"|(?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.])|tonight|overnight",
    _FLAGS,
)
_SINCE = re.compile(r"(?:ever\s+|not\s+|back\s+)*(?:since|from|starting|as\s+of|with\s+effect\s+from)\b", _FLAGS)
_UNTIL = re.compile(r"(?:not\s+)?(?:until|till|up\s+to|through)\b", _FLAGS)
_BY = re.compile(r"by\b", _FLAGS)
_BEFORE = re.compile(r"(?:shortly\s+|just\s+|from\s+)?before\b(?!\s+(?:dawn|noon|midnight|dusk|midday))", _FLAGS)
_AFTER = re.compile(r"(?:shortly\s+|just\s+|soon\s+)?after\b(?!\s+(?:dawn|noon|midnight|dusk|midday))", _FLAGS)
_ENDS = re.compile(r"\b(?:to|until|till|through)\b|[-–—]", _FLAGS)
_BETWEEN = re.compile(r"\s*between\b", _FLAGS)
_NOW = re.compile(r"\b(?:now|the\s+present|today)\s*\Z", _FLAGS)
_LENGTH = re.compile(rf"{LENGTH}|(?:many\s+|several\s+)?(?:{UNIT})(?:\s+on\s+end)?", _FLAGS)
_PAST = re.compile(r"\b(?:past|last|recent)\s+", _FLAGS)
_LATER = re.compile(
    r"\b(?:later|earlier|afterwards|before\s+that|after\s+that)\b|\b(?:before|after)\s+(?:he|she|they|the|his|her|its|a)\b",
    _FLAGS,
)


def is_impossible(written: str) -> bool:
    """Tell whether the words name a day that no calendar has ("31 February")."""
    return any(point.impossible for point in points(written, None, False))


def resolve(written: str, anchor: date | None, planned: bool = False, clock: time | None = None) -> When:
    """Work out the bounds that a time expression sets; what it leaves open stays open.

    Args:
        written: the words, as ``times`` found them.
        anchor: the day of publication; without it, words that hang on it get no bounds, only ``partial``.
        planned: whether what is told lies ahead ("will be flown home on Friday").
        clock: the hour at which it was said, when known: "an hour ago" and "tonight" hang on it.

    Returns:
        A ``When`` that keeps the words, the hour as written, and a length as written; never an invented day or year.
    """
    plain = " ".join(written.split())
    hour = _hour(plain)
    try:
        return replace(_bounds(plain, anchor, planned, clock), written=written, hour=hour)
    except (InvalidValue, ValueError, OverflowError):
        return When(written, hour=hour)


def _hour(plain: str) -> str:
    found = list(_HOUR.finditer(plain))
    return plain[found[0].start() : found[0].end()] if found else ""


def _bounds(plain: str, anchor: date | None, planned: bool, clock: time | None) -> When:
    found = points(plain, anchor, planned, clock)
    if any(point.impossible for point in found):
        return When()
    if not found:
        return _without_points(plain, anchor, planned)
    if len(found) > 1 or _NOW.search(plain):
        joined = _range(plain, found, anchor)
        if joined is not None:
            return joined
    return _led(plain, _combined(plain, found), planned)


def _range(plain: str, found: list[Stretch], anchor: date | None) -> When | None:
    """Two points with "to" or "until" between them: it starts within the first and ends within the last."""
    first, last = found[0], found[-1]
    between = plain[first.end : last.start] if last is not first else plain[first.end :]
    if _BETWEEN.match(plain) and last is not first:
        return _within(first.first, last.last)
    if not _ENDS.search(between):
        return None
    if last is first and not _NOW.search(plain):
        return None
    if last is first:
        return When("", first.first, first.last, anchor, None)
    return When("", first.first, first.last, last.first, last.last)


def _combined(plain: str, found: list[Stretch]) -> Stretch:
    """Several points: those joined by "and" or "or" are covered together, others narrow each other."""
    whole = found[0]
    for other in found[1:]:
        between = plain[whole.end : other.start].lower()
        if re.search(r"\b(?:and|or)\b|,\s*\Z", between) and whole.kind == other.kind:
            whole = whole.cover(other)
        else:
            whole = whole.narrow(other)
    return whole


def _led(plain: str, point: Stretch, planned: bool) -> When:
    """Apply the word that leads a point in: since, until, by, before, after; any other puts it within."""
    first, last, partial = point.first, point.last, point.partial
    if point.open_start:
        return When("", None, None, None, last)
    lead = plain[: point.start + 1].lstrip("“\"'")
    if _SINCE.match(lead) and not _BEFORE.match(lead):
        if point.kind == "date" and _ENDS.search(plain, point.start, point.end):  # "from 3 to 9 May"
            return When("", first, first, last, last, partial)
        return When("", first, last, partial=partial)
    if _UNTIL.match(lead):
        return When("", None, None, first, last, partial)
    if _BY.match(lead):
        return When("", None, None, None, last, partial)
    if _BEFORE.match(lead):
        return When("", None, None, None, None if first is None else first - timedelta(days=1))
    if _AFTER.match(lead):
        return When("", first, None)
    return replace(_within(first, last), partial=partial)


def _within(first: date | None, last: date | None) -> When:
    return When("", first, last, first, last)


def _without_points(plain: str, anchor: date | None, planned: bool) -> When:
    match = _LENGTH.search(plain)
    if match is None or _LATER.search(plain):
        return When()
    length = length_of(match.group())
    if anchor is None or length is None or not (past := _PAST.search(plain)):
        return _ahead(plain, length, anchor, planned) or When(duration=plain)
    start = ago_stretch(length, anchor)
    if re.match(r"(?:in|within|during)\b", plain, _FLAGS):
        return _within(start[0], anchor)
    return When("", start[0], min(start[1], anchor), anchor, anchor, duration=plain) if past else When(duration=plain)


def _ahead(plain: str, length: tuple[float, str, bool] | None, anchor: date | None, planned: bool) -> When | None:
    """ "In two weeks" and "within 48 hours" of something planned count from the anchor."""
    if not planned or anchor is None or length is None:
        return None
    first, last = ago_stretch((-length[0], length[1], length[2]), anchor)
    if plain.lower().startswith("within "):
        return replace(_within(anchor, last), duration=plain)
    return replace(_within(max(first, anchor), last), duration=plain) if plain.lower().startswith("in ") else None
