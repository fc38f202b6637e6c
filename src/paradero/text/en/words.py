"""English word lists: closed classes, and the forms of common verbs made from their base forms."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion dozen dozens score scores""".split()
)
_VOWELS = "aeiou"
# Two-syllable verbs stressed on the last syllable double their consonant too; spelling alone does not show which.
_DOUBLING = frozenset(
    """admit commit compel confer control defer deter equip expel incur infer occur omit permit prefer propel rebut
    recur refer regret repel submit transfer transmit transmit kidnap program handicap worship outfit""".split()
)
_NOT_DOUBLING = frozenset(
    "offer suffer enter deliver gather happen open listen visit edit limit order consider".split()
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
        third, ing = _third(base), _ing(base)
        for form, word in (("base", base), ("s", third), ("past", past), ("part", part), ("ing", ing)):
            readings.setdefault(word, {})[Verb(base, form)] = None
    return MappingProxyType({word: tuple(found) for word, found in readings.items()})


def regular_forms(base: str) -> tuple[tuple[str, str], ...]:
    """Return (form, word) of a regular verb: base, s, past, part, ing."""
    past = _past(base)
    return (("base", base), ("s", _third(base)), ("past", past), ("part", past), ("ing", _ing(base)))


def _third(base: str) -> str:
    if base in ("have", "do", "go", "undergo"):
        return {"have": "has"}.get(base, base + "es")
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    closed_syllable = (
        len(base) >= 3 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    )
    one_syllable = sum(c in _VOWELS for c in base) == 1
    doubles = base in _DOUBLING or (base not in _NOT_DOUBLING and (one_syllable or base.endswith(("el", "al"))))
    return base + base[-1] if closed_syllable and doubles else base
