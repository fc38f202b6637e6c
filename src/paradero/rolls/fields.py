"""Fields: what a column of a list can say, and the headings by which it is known in English and Spanish.

``fields.toml`` holds them: a definition, labels, and headings; a heading may tell more than the field, such as the act
of a day ("date of arrest") or the order of names ("apellidos y nombres").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from paradero.rolls.folding import folded

NAMES = frozenset({"name", "family_name", "second_family_name", "given_names"})
DAYS = frozenset({"birth_date", "date"})
IGNORED, ANSWER = "ignored", "answer"
_OF_WHICH = re.compile(
    r"(\w+(?: entry)?)(?: (?:of|with|see|row|rows|line|entry|number|key|de|con|la|el|fila|filas|renglon|no|nro))*"
    r" \w*\d\w*"
)
_LONGEST = 12  # words of a heading
# They head a column when they stand alone; in a longer heading another word says what is meant ("camp name").
_GENERAL = frozenset(
    "name names nombre nombres place lugar estado status date fecha day dia country pais order".split()
)
ORDERS = ("given_first", "family_first", "unknown")
DATE_ORDERS = ("day_first", "month_first", "year_first")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its code, what it means, and what it is called."""

    code: str
    definition: str
    en: str
    es: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the field, the act for a day, and the order of names; empty when it says nothing of them."""

    field: str
    act: str = ""
    name_order: str = ""


@cache
def fields() -> Mapping[str, Field]:
    """Return every field by its code."""
    found = _data()["field"].items()
    return MappingProxyType({code: Field(code, row["definition"], row["en"], row["es"]) for code, row in found})


@cache
def headings() -> Mapping[str, Heading]:
    """Return what is known of headings, by their folded words."""
    known: dict[str, Heading] = {}
    for code, row in _data()["field"].items():
        known.update({folded(words): Heading(code) for words in row.get("headings", ())})
        for order in ORDERS:
            known.update({folded(words): Heading(code, name_order=order) for words in row.get(order, ())})
        for act, listed in row.get("acts", {}).items():
            known.update({folded(words): Heading(code, act) for words in listed})
    return MappingProxyType(known)


@cache
def statuses() -> Mapping[str, str]:
    """Return the act that a word of a status column tells, by the folded word."""
    return MappingProxyType({folded(word): act for act, words in _data()["status"].items() for word in words})


@cache
def answers() -> Mapping[str, str]:
    """Return the answer that a word of an answer column gives, by the folded word."""
    return MappingProxyType({folded(word): code for code, words in _data()["answer"].items() for word in words})


def answer_of(words: str) -> str:
    """Return the code of the answer that a cell gives, a duplicate also with its row behind it; empty for none."""
    bare = folded(words)
    found = answers().get(bare)
    if found is not None:
        return found
    of_which = _OF_WHICH.fullmatch(bare)
    named = "" if of_which is None else answers().get(of_which[1], "")
    return named if named == "duplicate" else ""


@cache
def sexes() -> Mapping[str, str]:
    """Return F, M or X by the folded word."""
    return MappingProxyType({folded(word): sex for sex, words in _data()["sex"].items() for word in words})


def heading_of(words: str) -> Heading | None:
    """Return what a heading says; None for one that is not known.

    Words in brackets are an explanation ("Edad (años)"). Of longer headings the longest known phrase in them counts.
    """
    whole = known_heading(words)
    parts = folded(words.partition("(")[0] or words).split()
    if whole is not None or len(parts) > _LONGEST:
        return whole
    telling = (phrase for phrase in _phrases(parts) if len(phrase) > 2 and phrase not in _GENERAL)
    return next((headings()[phrase] for phrase in telling if phrase in headings()), None)


def known_heading(words: str) -> Heading | None:
    """Return what a heading says that is known as it stands, or that holds a known phrase of several words."""
    bare = folded(words.partition("(")[0]) or folded(words)
    found = headings().get(bare) or headings().get(folded(words))
    parts = bare.split()
    if found is not None or len(parts) > _LONGEST:
        return found
    return next((headings()[p] for p in _phrases(parts) if " " in p and len(p) > 4 and p in headings()), None)


def _phrases(parts: list[str]) -> list[str]:
    """The phrases of some words, the longest first."""
    ends = ((i, j) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1))
    return [" ".join(parts[i:j]) for i, j in sorted(ends, key=lambda at: at[0] - at[1])]


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "fields.toml").read_text(encoding="utf-8"))
