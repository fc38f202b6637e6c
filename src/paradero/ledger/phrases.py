"""Phrases by which the ledger tells what words mean, in English and Spanish (``phrases.toml``)."""

from __future__ import annotations

import re
from functools import cache

from paradero.ledger.wordlists import any_of, wordlist


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the phrases of a table in both languages ("we"), in small letters."""
    table = wordlist("phrases")[name]
    return frozenset(str(one) for language in ("en", "es") for one in table[language])


@cache
def phrase(name: str) -> re.Pattern[str]:
    """Return the expression that finds a phrase of a table in words, but not before what the table keeps from it."""
    other = wordlist("phrases")[name].get("not_behind", [])
    behind = rf"(?!\s+{any_of(other)}\b)" if other else ""
    return re.compile(rf"\b{any_of(phrases(name))}\b{behind}", re.IGNORECASE)


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """Return one list of a table ("kinds", "general")."""
    return frozenset(str(one) for one in wordlist("phrases")[table][name])


@cache
def its_people() -> re.Pattern[str]:
    """Return the expression that finds people told of as somebody's own: "its own citizens", "sus ciudadanos"."""
    people = any_of(listed("its", "people"))
    return re.compile(rf"\b{any_of(phrases('its'))}\s+(?:\w+\s+)?{people}\b", re.IGNORECASE)
