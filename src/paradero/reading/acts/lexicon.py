"""The patterns that name acts, read from ``lexicon/frames.toml`` and indexed by the word they open with."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["verbs", "subject", "nouns", "states"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to name an act.

    Attributes:
        act: code of the vocabulary ``acts``.
        kind: ``verbs`` (the object is the person concerned), ``subject`` (the subject is), ``nouns`` or ``states``.
        words: the words in order, verbs in their base form; ``_`` stands for an object in between.
        weak: an everyday word, which counts only for people and in a text about custody.
    """

    act: str
    kind: Kind
    words: tuple[str, ...]
    weak: bool = False


@cache
def patterns(kind: Kind) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns of a kind by their first word, the longest first, strong before weak."""
    table = tomllib.loads((files(__package__) / "lexicon" / "frames.toml").read_text(encoding="utf-8"))
    found: dict[str, list[Pattern]] = defaultdict(list)
    for act, row in table.items():
        for name, weak in ((kind, False), (f"weak_{kind}", True)):
            for words in filter(None, (entry.split() for entry in row.get(name, "").split(","))):
                found[words[0]].append(Pattern(act, kind, tuple(words), weak))
    return MappingProxyType({w: tuple(sorted(ps, key=lambda p: (-len(p.words), p.weak))) for w, ps in found.items()})


@cache
def nouns(name: str) -> frozenset[str]:
    """Return a list of ``lexicon/nouns.toml`` with its plurals: custody, person, officials, things, places, bases."""
    table = tomllib.loads((files(__package__) / "lexicon" / "nouns.toml").read_text(encoding="utf-8"))
    return frozenset(form for word in table[name].split() for form in (word, plural(word)))


def plural(noun: str) -> str:
    """Return the plural of an English noun."""
    for single, many in _IRREGULAR.items():
        if noun == single or (noun.endswith(single) and len(single) > 2):
            return noun[: -len(single)] + many
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "wife": "wives",
    "thief": "thieves",
    "half": "halves",
    "prisoner-of-war": "prisoners-of-war",
}
