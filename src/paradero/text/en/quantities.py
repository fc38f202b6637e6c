"""Words that make up one number in a noun phrase: "more than 250", "between 30 and 40", "nine out of 40", "20-25"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.text.en.tags import Word

CENTURIES = ("17", "18", "19", "20")
# Words before a number that belong to it: "more than 250", "at least ten", "up to 40", "only seven".
_BEFORE_NUMBER = frozenset(
    """more than at least most about around some nearly almost roughly approximately over under up to fewer less only
    another close an estimated no as many just exactly""".split()
)
# "At least ten", "up to 40": without the second word the first belongs to what stands before it ("picked up 34").
_PAIRED = {"at": ("least", "most"), "up": ("to",)}
_TAKE_OVER = frozenset("hand turn give take hold pass".split())


def quantity(words: Sequence[Word], i: int) -> int:
    """Skip words before a number that belong to it; "over" after "hand" belongs to the verb."""
    if words[i].lower == "to":
        return i  # "sentenced to twenty years"
    if i and words[i].lower == "over" and {v.base for v in words[i - 1].verbs} & _TAKE_OVER:
        return i
    if _is_between(words, i):
        return i + 3
    j = i
    while j + 1 < len(words) and j - i < 4 and _opens_number(words, j):
        if words[j + 1].lower not in _PAIRED.get(words[j].lower, (words[j + 1].lower,)):
            break
        j += 1
    scaled = words[j].lower == "half" and j + 1 < len(words) and words[j + 1].tag == "NUM"
    return j if j > i and (words[j].tag == "NUM" or scaled) else i


def _is_between(words: Sequence[Word], i: int) -> bool:
    """ "Between 30 and 40 recruits" is one number, "between 2019 and 2021" a time."""
    if words[i].lower != "between" or i + 4 >= len(words) or words[i + 2].lower != "and":
        return False
    low, high = words[i + 1], words[i + 3]
    return low.tag == high.tag == "NUM" and not (low.text[:2] in CENTURIES and len(low.text) == 4)


def counted_out(words: Sequence[Word], start: int, j: int) -> bool:
    """What may stand inside a number: the dash of "20-25", the "out of" of "nine out of 40"."""
    if j <= start or words[j - 1].tag not in ("NUM", "ADV") or j + 1 >= len(words):
        return False
    before, word, after = words[j - 1], words[j], words[j + 1]
    if word.text in ("-", "–"):
        return before.tag == after.tag == "NUM" and before.end == word.start and word.end == after.start
    if word.lower == "out":
        return before.tag == "NUM" and after.lower == "of"
    return word.lower == "of" and before.lower == "out" and before.tag == "ADV"


def _opens_number(words: Sequence[Word], j: int) -> bool:
    """ "More than", "an estimated", and the article of "about a dozen"."""
    article = words[j].lower == "a" and words[j + 1].lower in ("dozen", "hundred", "thousand", "score", "million")
    return words[j].lower in _BEFORE_NUMBER or article


def others(words: Sequence[Word], j: int) -> bool:
    """ "Six others", "twelve more": the word after the number is the noun of its phrase."""
    more = words[j].lower == "more" and not (j + 1 < len(words) and words[j + 1].lower == "than")
    return (more or words[j].lower == "others") and words[j - 1].tag == "NUM"
