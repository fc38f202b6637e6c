"""The English names of months and weekdays, as expressions, and their numbers.

"May" and "March" must have a capital: the verbs have none.
"""

from __future__ import annotations

from collections.abc import Iterable

from paradero.text.wordlist import listed

_FULL = listed(
    """
    january february march april may june july august september october november december
    """
)
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")

CALENDAR = frozenset((*_FULL, *_DAYS))  # the full names, in lower case

MONTHS = {
    **{name: number for number, name in enumerate(_FULL, start=1)},
    **{name[:3]: number for number, name in enumerate(_FULL, start=1)},
    "sept": 9,
}
WEEKDAYS = {**{name: number for number, name in enumerate(_DAYS)}, **{name[:3]: n for n, name in enumerate(_DAYS)}}
WEEKDAYS |= {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}


def _capitalised(names: Iterable[str]) -> str:
    return "|".join(f"{name.title()}|{name.upper()}" for name in names)


# For expressions compiled with IGNORECASE: the case of these is looked at all the same.
MONTH = (
    rf"(?-i:(?:{_capitalised(_FULL)})(?!\w)|(?:{_capitalised(['sept', *(n[:3] for n in _FULL if n != 'may')])})"
    r"(?!\w)\.?)"
)
WEEKDAY = rf"(?-i:(?:{_capitalised(_DAYS)})(?!\w))"
WEEKDAYS_PLURAL = rf"(?-i:(?:{_capitalised([f'{name}s' for name in _DAYS])})(?!\w))"
