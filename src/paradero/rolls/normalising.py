"""Values in one form: what follows from the words of a cell, by the field of its column."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from paradero.rolls.days import Fault, day_in
from paradero.rolls.fields import DAYS, NAMES, answer_of, sexes
from paradero.rolls.folding import folded, is_nothing
from paradero.rolls.mapping import Column
from paradero.rolls.naming import cleaned, has_odd, has_unseen, name_in

OLDEST = 120
_AGE = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*(?:years?(?:\s+old)?|yrs?|yo|y/o|a[ñn]os?|a\.?)?", re.I)
_COUNT = re.compile(r"(\d{1,3}(?:[., ]\d{3})+|\d+)(?:[.,]0+)?")
_DAY_FAULTS: dict[Fault, tuple[str, ...]] = {
    "": (),
    "impossible": ("impossible_day",),
    "unreadable": ("unreadable_day",),
    "other_order": ("other_day_order",),
}
_PERSONS = frozenset({*NAMES, "alias", "father", "mother"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What follows from a cell, and the codes of what is wrong with it."""

    normal: str
    troubles: tuple[str, ...] = ()


def normalised(written: str, column: Column, latest: date) -> Reading:
    """Read a cell.

    Args:
        written: its words.
        column: what it says.
        latest: the last day that is possible.
    """
    text = cleaned(written)
    unseen = ("hidden_characters",) if has_unseen(written) else ()
    if column.field == "answer":
        return Reading(answer_of(text), unseen)
    if is_nothing(text):
        return Reading("", unseen)
    if column.field in DAYS:
        day = day_in(text, column.date_order or "day_first", latest, column.field == "birth_date")
        return Reading(day.normal, (*unseen, *_DAY_FAULTS[day.fault]))
    if column.field in _PERSONS:
        name = name_in(text)
        odd = column.field in NAMES and has_odd(text) and not any(c.isdigit() for c in text)
        return Reading(name, (*unseen, *(("odd_name",) if odd else ())))
    reader = _READERS.get(column.field)
    reading = Reading(text) if reader is None else reader(text)
    return Reading(reading.normal, (*unseen, *reading.troubles))


def nationality(text: str) -> str:
    """Return the ISO code of a nationality, or two parted by "/" ("Venezuelan-Colombian"); empty when not known."""
    whole = nationalities().get(folded(text), "")
    if whole:
        return whole
    pieces = [nationalities().get(folded(piece), "") for piece in re.split(r"\s*(?:[/;,-]|\band\b|\by\b)\s*", text)]
    return "/".join(dict.fromkeys(pieces)) if len(pieces) > 1 and all(pieces) else ""


@cache
def nationalities() -> Mapping[str, str]:
    """Return the ISO code by the folded word, the codes themselves included."""
    rows = tomllib.loads((files(__package__) / "nationalities.toml").read_text(encoding="utf-8"))
    known = {folded(word): code for code, words in rows.items() for word in words}
    return MappingProxyType({**{code.lower(): code for code in rows}, **known})


def _age(text: str) -> Reading:
    found = _AGE.fullmatch(text)
    if found is None:
        return Reading("", ("unreadable_number",))
    years = int(found[1])
    return Reading(str(years)) if years <= OLDEST else Reading("", ("impossible_age",))


def _count(text: str) -> Reading:
    found = _COUNT.fullmatch(text)
    return Reading("", ("unreadable_number",)) if found is None else Reading(str(int(re.sub(r"\D", "", found[1]))))


def _nationality(text: str) -> Reading:
    code = nationality(text)
    return Reading(code, () if code else ("unknown_value",))


def _sex(text: str) -> Reading:
    sex = sexes().get(folded(text), "")
    return Reading(sex, () if sex else ("unknown_value",))


def _document_number(text: str) -> Reading:
    """Letters in capitals and digits, without the signs between them: "V-12.345.678" is V12345678."""
    return Reading(re.sub(r"[\W_]+", "", text).upper())


_READERS: dict[str, Callable[[str], Reading]] = {
    "age": _age,
    "persons": _count,
    "nationality": _nationality,
    "sex": _sex,
    "document_number": _document_number,
}
