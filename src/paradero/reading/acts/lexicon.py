"""The patterns that name acts, read from ``lexicon/frames.toml`` and indexed by the word they open with."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from paradero.text.en.inflection import plural

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
        turned: the words name the contrary of the act ("allowed to see a lawyer" for counsel denied), so that they
            tell it when they are negated and its negative when they are not.
        negated: they name the act only when negated ("did not survive", "nobody has heard from them").
    """

    act: str
    kind: Kind
    words: tuple[str, ...]
    weak: bool = False
    turned: bool = False
    negated: bool = False


@cache
def patterns(kind: Kind) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns of a kind by their first word, the longest first, strong before weak."""
    table = tomllib.loads((files(__package__) / "lexicon" / "frames.toml").read_text(encoding="utf-8"))
    found: dict[str, list[Pattern]] = defaultdict(list)
    for act, row in table.items():
        for mark in ("", "weak", "turned", "negated"):
            entries = row.get(f"{mark}_{kind}" if mark else kind, "").split(",")
            for words in filter(None, (entry.split() for entry in entries)):
                weak, negated = mark == "weak", mark == "negated"
                found[words[0]].append(Pattern(act, kind, tuple(words), weak, mark in ("turned", "negated"), negated))
    return MappingProxyType({w: tuple(sorted(ps, key=lambda p: (-len(p.words), p.weak))) for w, ps in found.items()})


@cache
def _forms(wanted: str) -> frozenset[str]:
    """The words that a word of a pattern stands for: itself and its plural, or a list ("@cell")."""
    return nouns(wanted[1:]) if wanted.startswith("@") else frozenset({wanted, plural(wanted)})


def stands_for(word: str, wanted: str) -> bool:
    """Tell whether a word, in lower case, is the word of a pattern, its plural, or one of the list that it names."""
    return word in _forms(wanted)


@cache
def nouns(name: str) -> frozenset[str]:
    """Return a list of ``lexicon/nouns.toml`` with its plurals: custody, person, officials, things, places, bases."""
    table = tomllib.loads((files(__package__) / "lexicon" / "nouns.toml").read_text(encoding="utf-8"))
    return frozenset(form for word in table[name].split() for form in (word, plural(word)))
