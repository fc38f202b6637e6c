"""The words of a stretch as the rules of attribution see them: those of ``paradero.text.en`` with one letter each.

A contraction and a possessive are one word here ("hasn't", "he's", "the families'").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from paradero.text.en.months import CALENDAR
from paradero.text.en.tags import tag
from paradero.text.en.words import closed
from paradero.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.text.en.tags import Word

LONGEST = 400  # words that are tagged at once; a longer stretch is a list, a telegram without stops, or hostile
_QUOTES = frozenset(['"', "“", "”", "„", "‟", "«", "»", "''", "``", "‘", "’", "'", "‚", "‛", "＂"])
_DASHES = frozenset(["-", "–", "—", "--", "―"])
_ENDINGS = frozenset("'s 're 've 'd 'll 'm n't".split())
_LETTERS = {
    "DET": "d",
    "NUM": "d",
    "ADJ": "n",
    "NOUN": "n",
    "NAME": "e",
    "PRON": "n",
    "POSS": "z",
    "AUX": "x",
    "MODAL": "x",
    "TO": "k",
    "NEG": "r",
    "ADV": "r",
    "PREP": "i",
    "CC": "c",
    "SUB": "s",
    "REL": "w",
    "VERB": "v",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch: parallel tuples, offsets into the whole text.

    Tags: ``d`` determiner or number in words, ``p`` subject pronoun, ``o`` object pronoun, ``w`` question or relative
    word, ``t`` "that", ``k`` "to", ``i`` preposition, ``c`` and/or, ``b`` but, ``s`` subordinator, ``x`` auxiliary,
    ``v`` verb, ``g`` -ing form, ``r`` adverb or "not", ``y`` time word, ``m`` figure, ``z`` possessive, ``e``
    capitalised, ``n`` any other word, ``q`` quotation mark, ``-`` dash; other marks stand for themselves.
    """

    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    tags: str

    def __len__(self) -> int:
        return len(self.low)


def tagged(text: str, start: int, end: int) -> Words:
    """Cut a stretch of text into words and tag each."""
    low: list[str] = []
    first: list[int] = []
    last: list[int] = []
    tags: list[str] = []
    for word in _words(text, start, end):
        if last and last[-1] == word.start and _is_ending(word) and tags[-1].isalpha() and tags[-1] != "q":
            low[-1] += word.lower
            last[-1] = word.end
            tags[-1] = _with_ending(tags[-1], word)
        else:
            low.append(word.lower)
            first.append(word.start)
            last.append(word.end)
            tags.append(_letter(word))
    return Words(tuple(low), tuple(first), tuple(last), "".join(tags))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    found = tokens(text, start, end)
    for at in range(0, len(found), LONGEST):
        yield from tag(found[at : at + LONGEST])


def _is_ending(word: Word) -> bool:
    return word.lower in _ENDINGS or (word.tag == "POSS" and word.lower == "'")


def _with_ending(letter: str, ending: Word) -> str:
    """The tag of a word with what is contracted to it ("he's") or with the mark of the possessive."""
    if ending.lower == "n't":
        return "x"
    if letter in "pwt":
        return "p"
    return "z" if ending.lower in ("'s", "'") else letter


def _letter(word: Word) -> str:
    if word.text in _QUOTES:
        return "q"
    if word.text in _DASHES:
        return "-"
    if word.tag in ("PUNCT", "QUOTE"):
        return word.text[0]
    own = _single().get(word.lower)
    if own is not None:
        return own
    if word.lower in _times() and word.tag not in ("VERB", "MODAL"):
        return "y"
    if word.text[0].isdigit():
        return "m"
    if word.tag == "PRON":
        return "p" if word.lower in closed("subject") else "o" if word.lower in _objects() else "n"
    if word.tag == "VERB" and word.is_form("ing"):
        return "e" if _is_capital(word.text) else "g"  # "Shipping lines say ..."
    return "e" if word.tag in ("NOUN", "ADJ") and _is_capital(word.text) else _LETTERS[word.tag]


def _is_capital(text: str) -> bool:
    return text[0].isupper() or text[0] in "@#"


@cache
def _single() -> dict[str, str]:
    """Words that have a tag of their own, whatever their class."""
    return {"that": "t", "to": "k", "but": "b", "more": "d", **dict.fromkeys(closed("question"), "w")}


@cache
def _times() -> frozenset[str]:
    return CALENDAR | closed("time")


@cache
def _objects() -> frozenset[str]:
    return closed("object") | closed("reflexive")
