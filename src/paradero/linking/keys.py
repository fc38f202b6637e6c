"""Keys: names and document numbers in the one form in which two spellings of them are equal."""

from __future__ import annotations

import re
import unicodedata

from paradero.linking.folding import fold
from paradero.linking.tokens import PARTICLES

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_APOSTROPHES = frozenset("'’‘`ʼʻ´")
_UNSEEN = ("Cf", "Cc")


def name_key(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded to plain Latin letters, in the order of the alphabet.

    Accents, capitals, script, signs, the order of the words, particles and titles make no difference; a spelling with
    other letters does. Empty when no letter stands in the name.
    """
    words = [folded for word in _cut(name) if (folded := fold(word))]
    telling = [word for word in words if word not in PARTICLES]
    return tuple(sorted(telling or words))


def number_key(number: str) -> str:
    """Return the number of a document as plain letters and digits without the signs between them."""
    return "".join(fold(word) for word in re.split(r"[\W_]+", number))


def _cut(name: str) -> list[str]:
    bare = _ASIDE.sub(" ", name)
    kept = (c for c in bare if c not in _APOSTROPHES and (c.isspace() or unicodedata.category(c) not in _UNSEEN))
    return "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in kept).split()
