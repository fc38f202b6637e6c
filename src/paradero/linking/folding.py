"""Words of names folded to plain Latin letters, and to the sounds that survive spelling and transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW", "GREEK", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "GEORGIAN", "ARMENIAN")

# Signs that Unicode's names do not give away, as they are read in names.
_READ = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "a"})

# Spellings of one sound, longest first. The signs on the right are letters that stand for themselves or, in capitals,
# for a sound that has no letter of its own.
_SOUNDS = (
    ("shch", "S"), ("tsch", "C"), ("dzh", "J"), ("sch", "S"), ("tch", "C"), ("chr", "kr"), ("sh", "S"), ("ch", "C"),
    ("zh", "J"), ("cz", "C"), ("sz", "S"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("qu", "k"), ("ts", "s"), ("tz", "s"), ("dj", "J"), ("ij", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"),
    ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("aw", "o"), ("au", "o"), ("ew", "u"), ("oe", "o"), ("ue", "u"),
    ("ae", "a"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ge", "Je"), ("gi", "Ji"), ("gy", "Ji"),
)  # fmt: skip
_ONE = str.maketrans({"q": "k", "c": "k", "x": "s", "z": "s", "v": "f", "w": "f", "y": "i", "j": "J"})
_SOUND = re.compile("|".join(spelt for spelt, _ in _SOUNDS))
_SOUND_OF = dict(_SOUNDS)
_TWICE = re.compile(r"(.)\1+")
_SOFT = re.compile(r"[aeiouhJ]")


def script_of(word: str) -> int:
    """Return the number of the script that a word's first letter is of, from 1; 0 for one not listed."""
    for letter in word:
        name = unicodedata.name(letter, "")
        for number, script in enumerate(SCRIPTS, 1):
            if name.startswith(script):
                return number
    return 0


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower-case Latin letters and digits, without accents; other scripts are transliterated."""
    if word.isascii():
        return "".join(c for c in word.lower() if c.isalnum())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).lower().translate(_READ))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(c for c in anyascii(bare).lower() if c.isalnum() and c.isascii())


def sounds(folded: str) -> str:
    """Return a folded word as its sounds: spellings of one sound alike, doubled letters once, silent h left out."""
    said = _SOUND.sub(lambda found: _SOUND_OF[found[0]], folded).translate(_ONE)
    once = _TWICE.sub(r"\1", said)
    return once[:1] + once[1:].replace("h", "") if once else folded


def skeleton(said: str) -> str:
    """Return the consonants of a word's sounds; a word with fewer than two of them is kept as it sounds."""
    hard = _TWICE.sub(r"\1", _SOFT.sub("", said))
    return hard if len(hard) > 1 else said
