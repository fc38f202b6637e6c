"""Folding: words without case, accents and signs, so that two ways of writing them compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[\W_]+")
# What stands in a cell of which nothing is known, folded. "0000 00 00" is how a database writes no day.
NOTHING = frozenset(
    line.strip()
    for line in """
    na
    n a
    nd
    n d
    sd
    s d
    s i
    null
    none
    nil
    unknown
    unk
    not known
    not available
    no data
    desconocido
    desconocida
    se desconoce
    no consta
    no aplica
    sin dato
    sin datos
    sin informacion
    0000 00 00
    0000 00 00 00 00 00
    """.split("\n")
)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Return a text in small letters without accents, its signs and white space as single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _SIGNS.sub(" ", "".join(c for c in apart if not unicodedata.combining(c))).strip()


def is_nothing(text: str) -> bool:
    """Tell whether a cell says that nothing is known: empty, a dash, "n/a", "s/d", "unknown"."""
    return folded(text) in NOTHING
