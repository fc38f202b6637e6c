"""Placing: where the words that a model gives stand in the text; what stands nowhere is refused.

The words must stand there to the letter, white space and typography aside, as whole words. Of several places the one
nearest to the trigger is taken, inside the quote before outside of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.model.public import ROLES
from paradero.model.span import alike, places
from paradero.reading.engines.llm.schema import QUOTE, TRIGGER

if TYPE_CHECKING:
    from paradero.reading.engines.llm.checking import Given
    from paradero.reading.engines.llm.portions import Portion

Stretch = tuple[int, int]

# Roles that may share their words with another field: who accuses is often who charges, a place is part of a name.
_PLACED = ("speaker", "cue", "who", *ROLES, "accusation", "accuser", "when", "figure", "hedge")
_WITHIN_OTHERS = frozenset({"figure", "hedge", "accuser"})
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Placed:
    """A given statement with the places of its words: field -> offsets."""

    given: Given
    at: dict[str, Stretch]


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A given statement some of whose words do not stand in the text.

    Attributes:
        start: where it would stand: its quote, or the portion when that stands nowhere.
        fault: which words.
    """

    start: int
    fault: str


class Placer:
    """Finds the places of statements of one portion, given in the order of the text.

    A statement that is given again word for word is taken to stand at the next place of the same words: the entries of
    a live blog repeat each other.
    """

    def __init__(self, text: str, portion: Portion) -> None:
        self._text, self._portion = text, portion
        self._seen: Counter[tuple[str, ...]] = Counter()

    def place(self, given: Given) -> Placed | Nowhere:
        """Return the statement with its places, or what of it stands nowhere."""
        quote = self._quote(given)
        if quote is None:
            return Nowhere(self._portion.start, _missing(QUOTE, given.words[QUOTE]))
        triggers = self._found(given.words[TRIGGER], *quote)
        if not triggers:
            return Nowhere(quote[0], _missing(TRIGGER, given.words[TRIGGER]))
        at = {QUOTE: quote, TRIGGER: triggers[0]}
        for name in (name for name in _PLACED if name in given.words):
            place = self._near(given.words[name], at, name)
            if place is None:
                return Nowhere(quote[0], _missing(name, given.words[name]))
            at[name] = place
        return Placed(given, at)

    def _quote(self, given: Given) -> Stretch | None:
        words, pieces = given.words[QUOTE], self._portion.pieces
        found = [p for a, b in pieces for p in self._found(words, a, b)]
        found = found or self._found(words, pieces[0][0], pieces[-1][1])  # it runs over the end of a paragraph
        found = found or [p for a, b in self._portion.context for p in self._found(words, a, b)]
        if not found:
            return None
        same = (words, *(given.words.get(name, "") for name in (TRIGGER, "who", "when")), *given.codes.values())
        number = self._seen[same]
        self._seen[same] += 1
        return found[number % len(found)]

    def _near(self, words: str, at: dict[str, Stretch], name: str) -> Stretch | None:
        quote, trigger = at[QUOTE], at[TRIGGER]
        taken = () if name in _WITHIN_OTHERS else [s for other, s in at.items() if other != QUOTE]
        for stretch in (quote, *self._around()):
            found = self._found(words, *stretch)
            if found:
                free = [p for p in found if not any(p[0] < e and s < p[1] for s, e in taken)]
                target = at.get("who", trigger) if name == "figure" else trigger
                return min(free or found, key=lambda p: abs(p[0] - target[0]))
        return None

    def _around(self) -> Iterator[Stretch]:
        if self._portion.context:
            yield self._portion.context[0][0], self._portion.end
        else:
            yield self._portion.start, self._portion.end

    def _found(self, words: str, start: int, end: int) -> list[Stretch]:
        if len(alike(words)) > end - start:  # also keeps a huge answer from becoming a huge pattern
            return []
        return list(_whole(self._text, places(words, self._text, start, end)))


def _whole(text: str, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Leave out what begins or ends inside a word: "he" is not in "the"."""
    for start, end in found:
        inside = text[start : start + 1].isalnum() and text[start - 1 : start].isalnum()
        if not inside and not (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum()):
            yield start, end


def _missing(name: str, words: str) -> str:
    folded = " ".join(words.split())
    shown = folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN]} ..."
    return f"its {name} “{shown}” stands nowhere in the text"
