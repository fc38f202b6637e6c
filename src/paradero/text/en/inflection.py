"""The forms of regular English verbs, and the plurals of nouns, made by the rules of spelling."""

from __future__ import annotations

_VOWELS = "aeiou"
# Two-syllable verbs stressed on the last syllable double their consonant too; spelling alone does not show which.
_DOUBLING = frozenset(
    """admit commit compel confer control defer deter equip expel incur infer occur omit permit prefer propel rebut
    recur refer regret repel submit transfer transmit transmit kidnap program handicap worship outfit""".split()
)
_NOT_DOUBLING = frozenset(
    "offer suffer enter deliver gather happen open listen visit edit limit order consider".split()
)


def plural(noun: str) -> str:
    """Return the plural of a noun, in lower case."""
    for single, many in _IRREGULAR.items():
        if noun == single or (noun.endswith(single) and len(single) > 2):
            return noun[: -len(single)] + many
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "wife": "wives",
    "thief": "thieves",
    "life": "lives",
    "half": "halves",
    "prisoner-of-war": "prisoners-of-war",
}


def regular_forms(base: str) -> tuple[tuple[str, str], ...]:
    """Return (form, word) of a regular verb: base, s, past, part, ing."""
    past = _past(base)
    return (("base", base), ("s", third(base)), ("past", past), ("part", past), ("ing", ing(base)))


def third(base: str) -> str:
    """Return the form of a verb that goes with "he": "carries"."""
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


def ing(base: str) -> str:
    """Return the -ing form of a verb: "carrying"."""
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
