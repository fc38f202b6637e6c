"""The head nouns of those who speak, and what each says of number, gender and kind."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from paradero.text.en.inflection import plural


@dataclass(frozen=True, slots=True)
class Noun:
    """What a head noun tells of who it stands for.

    Attributes:
        lemma: its singular.
        sort: ``person``, ``body``, ``collective`` or ``paper``.
        gender: ``m``, ``f`` or "" when it does not show.
        many: whether it means several.
    """

    lemma: str
    sort: str
    gender: str = ""
    many: bool = False


@cache
def nouns() -> dict[str, Noun]:
    """Return every known head noun by its forms, in lower case."""
    table = _table()
    found: dict[str, Noun] = {}
    for word in table["paper"]["words"].split():
        found |= _forms(word, "paper")
    for word in table["body"]["words"].split():
        found |= _forms(word, "body")
    for key, gender in (("any", ""), ("male", "m"), ("female", "f")):
        for word in table["person"][key].split():
            found |= _forms(word, "person", gender)
    for word in table["collective"]["words"].split():
        known = found.get(word)
        found[word] = Noun(known.lemma if known is not None else word, "collective", "", True)
    return found


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """Return one list of the table as a set of words in lower case."""
    return frozenset(_table()[section][key].lower().split())


@cache
def any_of(section: str, key: str) -> str:
    """Return an expression for any word of a list; it is written in small letters, so compile it with IGNORECASE."""
    return rf"\b(?:{'|'.join(sorted(listed(section, key)))})\b"


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "nouns.toml").read_text(encoding="utf-8"))


def _forms(word: str, sort: str, gender: str = "") -> dict[str, Noun]:
    one = Noun(word, sort, gender)
    many = Noun(word, "collective" if sort == "person" else sort, "", True)
    return {word: one, plural(word): many}


def noun_of(word: str) -> Noun | None:
    """Return what is known of a head noun; of "vice-president" what is known of its last part."""
    known = nouns()
    return known.get(word) or known.get(word.rpartition("-")[2])
