"""Words for peoples in all their forms: English plurals and the Spanish four, worked out from those that are listed."""

from __future__ import annotations

_NO_ENGLISH_PLURAL = ("ese", "sh", "ch", "s", "men", "man", "ois", "oise")
# Ending of the Spanish masculine singular, then the endings of the four forms.
_SPANISH = (
    ("és", ("és", "esa", "eses", "esas")),
    ("án", ("án", "ana", "anes", "anas")),
    ("ón", ("ón", "ona", "ones", "onas")),
    ("ol", ("ol", "ola", "oles", "olas")),
    ("o", ("o", "a", "os", "as")),
    ("í", ("í", "íes", "ís")),
    ("ú", ("ú", "úes", "ús")),
)


def english(listed: list[str]) -> tuple[str, ...]:
    """Return the listed English demonyms with the plurals that an -s makes ("Iraqi", "Iraqis")."""
    forms: dict[str, None] = {}
    for word in listed:
        forms[word] = None
        if not word.lower().endswith(_NO_ENGLISH_PLURAL) or (word.endswith("man") and word in _AN_ADJECTIVES):
            forms[f"{word}s"] = None
    return tuple(forms)


# End in "man" and are no compound of it.
_AN_ADJECTIVES = ("German", "Roman")


def spanish(listed: list[str]) -> tuple[str, ...]:
    """Return every form of the listed Spanish demonyms, which are given in the masculine singular."""
    return tuple(dict.fromkeys(form for word in listed for form in _spanish_forms(word)))


def _spanish_forms(word: str) -> tuple[str, ...]:
    for ending, endings in _SPANISH:
        if word.endswith(ending):
            return tuple(word.removesuffix(ending) + other for other in endings)
    return (word, f"{word}s" if word[-1] in "aeiou" else f"{word}es")
