"""English word lists: closed classes, and the forms of common verbs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from paradero.text.en.inflection import ing, regular_forms, third

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion dozen dozens score scores""".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a word as a verb form: its base, and whether it is base, s, past, part(iciple) or ing."""

    base: str
    form: str


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "lexicon" / name).read_text(encoding="utf-8"))


@cache
def closed(name: str) -> frozenset[str]:
    """Return a closed class by its name in ``lexicon/closed.toml``."""
    return frozenset(_closed()[name].split())


@cache
def _closed() -> dict[str, str]:
    return _load("closed.toml")


@cache
def noun_first() -> frozenset[str]:
    """Return the verb forms that stand for a noun unless their neighbours call for a verb."""
    return frozenset(_load("verbs.toml")["noun_first"].split())


def readings(word: str) -> tuple[Verb, ...]:
    """Return the readings of a word, in lower case, as a verb form; an unknown word in -ed or -ing is taken for one.

    Names and nouns in -ed and -ing that the endings would mislead are listed.
    """
    known = verb_forms().get(word)
    if known is not None or word in _NO_VERBS or len(word) < 6 or not word.isalpha():
        return known or ()
    if word.endswith("ed"):
        return (Verb(word[:-2], "past"), Verb(word[:-2], "part"))
    return (Verb(word[:-3], "ing"),) if word.endswith("ing") else ()


_NO_VERBS = frozenset(
    """hundred indeed naked sacred wicked rugged biased exceed succeed proceed breed agreed morning evening building
    meeting
    hearing wedding spring string something nothing anything everything during ceiling clothing housing beijing sterling
    herring darling offspring feeling beginning training briefing ruling warning opening killing beating""".split()
)


@cache
def verb_forms() -> Mapping[str, tuple[Verb, ...]]:
    """Return, for every known form in lower case, its readings as a verb."""
    table = _load("verbs.toml")
    readings: dict[str, dict[Verb, None]] = {}
    for base in table["regular"].split():
        for form, word in regular_forms(base):
            readings.setdefault(word, {})[Verb(base, form)] = None
    for line in table["irregular"].strip().splitlines():
        base, past, part = line.split()
        singular, going = third(base), ing(base)
        for form, word in (("base", base), ("s", singular), ("past", past), ("part", part), ("ing", going)):
            readings.setdefault(word, {})[Verb(base, form)] = None
    return MappingProxyType({word: tuple(found) for word, found in readings.items()})
