"""Words of names folded to plain Latin letters, and to the sounds that survive spelling and transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

SCRIPTS = (
    "LATIN",
    "CYRILLIC",
    "ARABIC",
    "HEBREW",
    "GREEK",
    "CJK",
    "HANGUL",
    "HIRAGANA",
    "KATAKANA",
    "GEORGIAN",
    "ARMENIAN",
)

# Signs that Unicode's names do not give away, as they are read in names.
_READ = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "a"}
)

# Spellings of one sound, longest first. The signs on the right are letters that stand for themselves or, in capitals,
# for a sound that has no letter of its own.
_SOUNDS = (
    ("shch", "S"), ("tsch", "C"), ("dzh", "J"), ("sch", "S"), ("tch", "C"), ("chr", "kr"), ("sh", "S"), ("ch", "C"),
    ("zh", "J"), ("cz", "C"), ("sz", "S"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("qu", "k"), ("ts", "s"), ("tz", "s"), ("dj", "J"), ("ij", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"),
    ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("aw", "o"), ("au", "o"), ("ew", "u"), ("oe", "o"), ("ue", "u"),
    ("ae", "a"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ge", "Je"), ("gi", "Ji"), ("gy", "Ji"),
)  # fmt: skip
_LATIN_ONLY = ("qu", "ce", "ci", "cy", "ge", "gi", "gy")  # what these say hangs on the language that writes them
_ONE = str.maketrans({"q": "k", "c": "k", "x": "s", "z": "s", "v": "f", "w": "f", "y": "i", "j": "J"})
_SOUND = re.compile("|".join(spelt for spelt, _ in _SOUNDS))
_SOUND_ELSEWHERE = re.compile("|".join(spelt for spelt, _ in _SOUNDS if spelt not in _LATIN_ONLY))
_SOUND_OF = dict(_SOUNDS)
_TWICE = re.compile(r"(.)\1+")
_SOFT = re.compile(r"[aeiouhJ]")


# Letters together that other scripts write for one sound of foreign names.
_TOGETHER = {
    "GREEK": {"τζ": "j", "τσ": "c", "ντ": "d", "μπ": "b", "γκ": "g", "γγ": "ng", "ου": "u",
              "αυ": "av", "ευ": "ev", "ει": "i", "οι": "i", "χ": "h", "υ": "i", "η": "i"},
    "HEBREW": {"ג׳": "j", "ג'": "j", "צ׳": "ch", "צ'": "ch", "ז׳": "zh", "ז'": "zh"},
    "CYRILLIC": {"дж": "j", "кс": "x", "ё": "yo", "х": "h", "ў": "u", "щ": "sh"},
    "ARABIC": {"تش": "ch", "چ": "ch", "گ": "g", "پ": "p", "ڤ": "v", "ع": "a"},
}  # fmt: skip
_SMALL_VOWELS = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo"}
_VOWEL_LETTERS = str.maketrans({"w": "u", "v": "u", "y": "i"})  # in Arabic and Hebrew, inside a word


def script_of(word: str) -> int:
    """Return the number of a word's script, its first letter's that is not Latin, from 2; 1 for Latin; 0 for others."""
    if word.isascii():
        return 1
    for letter in word:
        name = unicodedata.name(letter, "")
        for number, script in enumerate(SCRIPTS[1:], 2):
            if name.startswith(script):
                return number
    return 1 if any(unicodedata.name(letter, "").startswith("LATIN") for letter in word) else 0


def _script_name(number: int) -> str:
    return SCRIPTS[number - 1] if number else ""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower-case Latin letters and digits, without accents; other scripts are transliterated."""
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(c for c in word.lower() if c.isalnum())
    plain = unicodedata.normalize("NFKC", word).lower().translate(_READ)
    script = _script_name(script_of(plain))
    if script == "KATAKANA":
        return _kana(plain)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if script == "HANGUL":
        bare = unicodedata.normalize("NFC", bare)
    for spelt, read in _TOGETHER.get(script, {}).items():
        bare = bare.replace(spelt, read)
    return "".join(c for c in anyascii(bare).lower() if c.isalnum() and c.isascii())


def _kana(word: str) -> str:
    """Read Japanese syllables: a small vowel sign takes the place of the vowel before it."""
    read = ""
    for letter in word:
        small = _SMALL_VOWELS.get(letter)
        if small and read:
            read = read[:-1] + (small[-1] if read[-2:-1] in "hj" else small)
        else:
            read += anyascii(letter).lower()
    return "".join(c for c in read if c.isalnum())


def sounds(folded: str, script: int = 1) -> str:
    """Return a folded word as its sounds: spellings of one sound alike, doubled letters once, silent h left out."""
    of = _script_name(script)
    if of in ("ARABIC", "HEBREW"):
        folded = folded[:1] + folded[1:].translate(_VOWEL_LETTERS)
    elif of == "HANGUL":
        folded = folded[:1] + folded[1:].replace("eu", "").replace("eo", "o")
    elif of == "CJK":
        folded = folded.replace("q", "ch").replace("x", "sh")
    said = (_SOUND if script == 1 else _SOUND_ELSEWHERE).sub(lambda found: _SOUND_OF[found[0]], folded).translate(_ONE)
    once = _TWICE.sub(r"\1", said)
    return once[:1] + once[1:].replace("h", "") if once else folded


def skeleton(said: str) -> str:
    """Return the consonants of a word's sounds; a word with fewer than two of them is kept as it sounds."""
    hard = _TWICE.sub(r"\1", _SOFT.sub("", said))
    return hard if len(hard) > 1 else said
