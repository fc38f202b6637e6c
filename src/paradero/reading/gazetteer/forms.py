"""Forms: one way to write an entry's name, and the expression that recognises it in folded text.

Capitals are asked for as a proper noun has them: a word with a capital is found with a capital or all in capitals, an
acronym in capitals, a small word ("of", "de") in any case. Between words a space, a line break or a hyphen may stand.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from paradero.reading.gazetteer.entry import Entry, How
from paradero.reading.gazetteer.folding import fold

_PIECES = re.compile(r"[^\W_]+|[\W_]+")
_KEY = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")
_SPACE = r"(?:[^\S\n]*\n[^\S\n]*|[^\S\n]+|-)"
# An acronym from this length on is also written as a word ("Cecot", "Sebin"); shorter ones would hit plain words.
_SPOKEN = 5
# Names that without their accents or in capitals are plain English or Spanish words ("MALE", "US", "UN", "ICE").
_PLAIN_WORDS = (
    " america bird car chad dea ice ira is it jordan lao male mit nice pa pole polish sale sana turk turkey un us who "
)


class Form(NamedTuple):
    """One way to write one entry; without an entry it is a shadow, found only to be passed over."""

    entry: Entry | None
    written: str
    how: How


def key_of(written: str) -> tuple[str, int] | None:
    """Return the lower-case word by which a form is looked up and where it starts; None when no word has a capital.

    A word of a script without capitals counts as having one.
    """
    if written.isascii() and written.istitle() and written.isalpha():
        return written.lower(), 0
    for word in _KEY.finditer(fold(written)):
        if not word[0][0].islower():
            return word[0].lower(), word.start()
    return None


def is_plain_word(written: str) -> bool:
    """Tell whether the name is also a plain word, so that it counts only as written and not among capitals."""
    return f" {fold(written).lower()} " in _PLAIN_WORDS


@cache
def single(written: str) -> frozenset[str] | None:
    """Return the ways to write a form of one word, which needs no expression; None for a longer one."""
    folded = fold(written)
    return frozenset(_ways(folded)) if folded.isalnum() else None


@cache
def pattern(written: str) -> re.Pattern[str]:
    """Return the expression for a form, to be matched against folded text at the place where the form would start."""
    pieces = "".join(_word(p) if p[0].isalnum() else _gap(p) for p in _PIECES.findall(fold(written).rstrip(".")))
    stop = r"\.?" if written.endswith(".") else ""
    return re.compile(rf"(?<![^\W_]){pieces}(?![^\W_]){stop}")


def _ways(word: str) -> set[str]:
    if word.islower():
        return {word, word.capitalize(), word.upper()}
    if word.isupper() and len(word) >= _SPOKEN:
        return {word, word.capitalize()}
    return {word, word.upper()}


def _word(word: str) -> str:
    return f"(?:{'|'.join(re.escape(way) for way in sorted(_ways(word)))})"


def _gap(gap: str) -> str:
    if gap.isspace() or gap == "-":
        return _SPACE
    if "." in gap:
        return r"\.[^\S\n]?" if gap == "." else r"\.?[^\S\n]+"
    return r"\s+".join(re.escape(part) for part in gap.split(" "))
