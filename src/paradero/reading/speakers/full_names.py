"""Personal names of a document: their words, and which of them are one person's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.speakers.describing import RUN
from paradero.reading.speakers.nouns import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.speakers.describing import Describer


@lru_cache(maxsize=16384)
def key(name: str) -> tuple[str, ...]:
    """The words of a personal name in lower case, without honorifics and ranks."""
    dropped = listed("titles", "honorifics") | listed("titles", "ranks")
    words = [w.lower().strip(".,'’") for w in name.split()]
    return tuple(w for w in words if w not in dropped and w + "." not in dropped) or tuple(words)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """One name is a part of the other: its last word, or all of its words."""
    short, long = sorted((one, other), key=len)
    return set(short) <= set(long) and (len(short) > 1 or short[0] in (long[-1], long[0], *long[1:]))


def full_names(text: str, describer: Describer) -> dict[str, list[str]]:
    """Personal names of two words and more in the text, by their last word."""
    found: dict[str, list[str]] = {}
    for match in RUN.finditer(text):
        words = match[0].split()
        if not 2 <= len(words) <= 6 or any(w.isupper() and len(w) > 3 for w in words):
            continue
        person = describer.describe(match[0]).person
        words_of = key(person) if person else ()
        if len(words_of) >= 2:
            names = found.setdefault(words_of[-1], [])
            if all(key(n) != words_of for n in names):
                names.append(person)
    return found
