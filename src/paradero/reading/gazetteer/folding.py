"""Folding that keeps every offset: accents and typography go, letters and case stay, one character for one."""

from __future__ import annotations

import unicodedata

_TYPOGRAPHY = {**dict.fromkeys("‘’‚‛ʼʻ`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
# Letters that Unicode does not take apart into a base and a mark; each stands for one plain letter, so offsets hold.
_UNDIVIDED = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "ə": "e", "Ə": "E"}


def _bare(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0]


# Latin, Greek and Cyrillic letters with marks, and the Latin letters of Vietnamese.
_TABLE = str.maketrans(
    {chr(c): _bare(chr(c)) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if _bare(chr(c)) != chr(c)}
    | _UNDIVIDED
    | _TYPOGRAPHY
)


def fold(text: str) -> str:
    """Return the text without accents and with plain apostrophes and hyphens, of the same length and case."""
    return text if text.isascii() else text.translate(_TABLE)
