"""Words with a light tag each: closed classes from a list, the rest by shape; no model."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from paradero.reading.cues import forms

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[RDI]-[A-Z][a-z]{1,4}\.|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|St|Jr|Sr|Rev|Prof|Hon|Messrs|Dep|Insp|Supt)\."
    r"|[^\W_]+(?:[-'’.&/@,](?=[^\W_])[^\W_]+)*(?:['’](?=\s))?|[@#]\w+|''|``|--|\S"
)
_QUOTES = frozenset(['"', "“", "”", "„", "‟", "«", "»", "''", "``", "‘", "’", "'", "‚", "‛", "＂"])
_DASHES = frozenset(["-", "–", "—", "--", "―"])
_CONTRACTED = re.compile(r"(?:i|he|she|it|they|we|you|that|there|who|what)['’](?:s|re|ve|d|ll|m)$")
_KNOWN_N_ED = frozenset("need indeed speed seed deed breed feed bed red creed weed greed shed united hundred".split())
_KNOWN_N_ING = frozenset(
    "king thing something nothing anything everything ring spring morning evening meeting building hearing wing string "
    "briefing ruling killing warning feeling filing shooting bombing listing".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a stretch: parallel tuples, offsets into the whole text.

    Tags: ``d`` determiner, ``p`` subject pronoun, ``o`` object pronoun, ``w`` question or relative word, ``t`` "that",
    ``k`` "to", ``i`` preposition, ``c`` and/or, ``b`` but, ``s`` subordinator, ``x`` auxiliary, ``v`` verb form, ``g``
    -ing form, ``r`` adverb, ``y`` time word, ``m`` number, ``z`` possessive, ``e`` capitalised, ``n`` any other word,
    ``q`` quotation mark, ``-`` dash; other marks stand for themselves.
    """

    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    tags: str

    def __len__(self) -> int:
        return len(self.low)


def tagged(text: str, start: int, end: int) -> Words:
    """Cut a stretch of text into words and tag each."""
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    pairs = [_tag(word) for word, _, _ in found]
    tags = "".join(tag for _, tag in pairs)
    return Words(tuple(low for low, _ in pairs), tuple(a for _, a, _ in found), tuple(b for _, _, b in found), tags)


_TITLE = 0.8  # the share of longer words with a capital from which a line is taken for a headline
_SEEN: dict[str, tuple[str, str]] = {}
_MOST = 200_000  # words kept; a full memory is emptied, so that a hostile text cannot fill the machine


def _tag(word: str) -> tuple[str, str]:
    known = _SEEN.get(word)
    if known is None:
        if len(_SEEN) >= _MOST:
            _SEEN.clear()
        low = word.lower().replace("’", "'")
        known = _SEEN[word] = (low, _shape(word, low))
    return known


def _shape(word: str, low: str) -> str:
    if word in _QUOTES:
        return "q"
    if word in _DASHES:
        return "-"
    if not word[0].isalnum():
        return "e" if len(word) > 1 else word
    closed = _closed().get(low)
    if closed is not None:
        return "e" if closed in "yv" and word[0].isupper() and closed != "y" else closed
    if word[0].isdigit():
        return "m"
    if low.endswith(("'s", "s'")):
        return "p" if _CONTRACTED.match(low) else "z"
    if _CONTRACTED.match(low):
        return "p"
    if word[0].isupper():
        return "e"
    return _by_ending(low)


def _by_ending(low: str) -> str:
    cue = forms().get(low)
    if cue is not None and "base" not in cue.kinds and low not in _noun_forms():
        return "g" if "ing" in cue.kinds else "v"
    if low.endswith("ed") and len(low) > 4 and low not in _KNOWN_N_ED:
        return "v"
    if low.endswith("ing") and len(low) > 4 and low not in _KNOWN_N_ING:
        return "g"
    if low.endswith("ly") and len(low) > 4 and low not in ("family", "early", "daily", "weekly", "monthly", "ally"):
        return "r"
    return "n"


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


@cache
def _noun_forms() -> frozenset[str]:
    return frozenset(_table()["nouns"].split())


@cache
def _closed() -> dict[str, str]:
    table = _table()
    found: dict[str, str] = {}
    for tag in ("v", "y", "r", "i", "d", "s", "c", "b", "k", "t", "w", "x", "o", "p"):
        found.update(dict.fromkeys(table[tag].split(), tag))
    found["her"] = "d"
    found["one"] = "d"
    found["there"] = "p"
    return found


def lowered(text: str, words: Words) -> Words:
    """Tag a headline In Capital Letters as if it were written small; any other stretch comes back as it is."""
    long = [i for i in range(len(words)) if len(words.low[i]) > 3 and words.low[i].isalpha()]
    if len(long) < 3 or sum(text[words.start[i]].isupper() for i in long) < _TITLE * len(long):
        return words
    tags = list(words.tags)
    for i in range(1, len(words)):
        cue = forms().get(words.low[i])
        if tags[i] == "e" and cue is not None and "base" not in cue.kinds:
            tags[i] = "g" if "ing" in cue.kinds else "n" if "s" in cue.kinds else "v"
    return Words(words.low, words.start, words.end, "".join(tags))
