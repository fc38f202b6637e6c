"""Points of the calendar that name a date, a month, a season, a year or a decade."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from paradero.text.en.months import MONTH, MONTHS
from paradero.text.en.time_stretch import (
    ELSEWHERE,
    IMPOSSIBLE,
    SHORT_YEAR,
    UNKNOWN,
    YEAR_SAID,
    Ask,
    Stretch,
    days_of,
    months_of,
    nearest,
    part_of_month,
    part_of_year,
    recent_century,
    stretch,
    years_around,
)  # fmt: skip
from paradero.text.wordlist import listed

_MONTH = re.compile(MONTH, re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
ORDINALS = {
    word: number
    for number, word in enumerate(
        listed(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
            twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
            """
        ),
        start=1,
    )
}
ORDINAL = re.compile("|".join(sorted(ORDINALS, key=len, reverse=True)), re.IGNORECASE)
SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 15)}


def read_iso(ask: Ask) -> Stretch:
    """Read a date in ISO form."""
    year, month, day = (int(part) for part in ask.words.split("-"))
    return days_of(year, month, [day])


def read_numeric(ask: Ask) -> Stretch:
    """Day first or month first: when both can be, both are covered; full stops mean day first."""
    one, other, year = (int(part) for part in re.split("[/.-]", ask.words))
    if year < 100:
        year = recent_century(year, ask.anchor) if ask.anchor is not None else 2000 + year
    readings = [days_of(year, other, [one])] if 1 <= other <= 12 else []
    if 1 <= one <= 12 and "." not in ask.words:
        readings.append(days_of(year, one, [other]))
    readings = [reading for reading in readings if not reading.impossible]
    if not readings:
        return IMPOSSIBLE
    return readings[0] if len(readings) == 1 else readings[0].cover(readings[1])


def read_date(ask: Ask) -> Stretch:
    """Read a day of a month, or several ("9 or 10 March"), British or American."""
    name = _MONTH.search(ask.words)
    if name is None:
        return UNKNOWN
    month = MONTHS[name.group().lower().rstrip(".")]
    bare = YEAR_SAID.sub(" ", SHORT_YEAR.sub(" ", ask.words))
    days = [int(number) for number in _NUMBER.findall(bare)]
    days = days or [ORDINALS[word.lower()] for word in ORDINAL.findall(bare)[:1]]
    if not days or not all(1 <= day <= monthrange(2024, month)[1] for day in days):
        return IMPOSSIBLE
    year = ask.year
    if year is not None:
        return days_of(year, month, days)
    if ask.anchor is None:
        return stretch(None, partial=f"XXXX-{month:02}-{days[0]:02}" if len(days) == 1 else f"XXXX-{month:02}")
    tries = [found for y in years_around(ask) if not (found := days_of(y, month, days)).impossible]
    return nearest(tries, ask)


def read_month(ask: Ask) -> Stretch:
    """Read a month or a part of one ("late June")."""
    name = _MONTH.search(ask.words)
    if name is None:
        return UNKNOWN
    month = MONTHS[name.group().lower().rstrip(".")]
    first, last = part_of_month(ask.words[: name.start()])
    year = ask.year
    if year is not None:
        return days_of(year, month, [first, last])
    if ask.anchor is None:
        return stretch(None, partial=f"XXXX-{month:02}")
    return nearest([days_of(y, month, [first, last]) for y in years_around(ask)], ask)


def read_season(ask: Ask) -> Stretch:
    """Read a season; without a year the nearest one."""
    name = next(season for season in SEASONS if season in ask.words.lower())
    match = YEAR_SAID.search(ask.words)
    year = int(match.group()[:4]) if match is not None else None
    if year is not None:
        return _winter(year) if name == "winter" else months_of(year, *SEASONS[name])
    if ask.anchor is None or ask.relation in ELSEWHERE:
        return UNKNOWN
    return nearest([months_of(y, *SEASONS[name]) for y in years_around(ask)], ask)


def _winter(year: int) -> Stretch:
    return stretch(date(year - 1, 12, 1), date(year + 1, 3, 31))


def read_decade(ask: Ask) -> Stretch:
    """Read a decade ("the 1990s")."""
    match = re.search(r"(\d{4})", ask.words)
    if match is None:
        return UNKNOWN
    year = int(match[1])
    return stretch(date(year, 1, 1), date(year + 9, 12, 31))


def read_year(ask: Ask) -> Stretch:
    """Read a year, a part of one, or a stretch of years ("2020-2023", "'61")."""
    numbers = [int(number) for number in re.findall(r"\d+", ask.words)]
    if numbers[0] < 100:
        if ask.anchor is None:
            return stretch(None, partial=f"XX{numbers[0]:02}")
        return part_of_year(recent_century(numbers[0], ask.anchor), ask.words)
    if len(numbers) > 1:
        last = numbers[1] if numbers[1] > 99 else numbers[0] // 100 * 100 + numbers[1]
        return stretch(date(numbers[0], 1, 1), date(last, 12, 31)) if last >= numbers[0] else UNKNOWN
    return part_of_year(numbers[0], ask.words)
