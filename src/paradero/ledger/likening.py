"""Likening: do the words of two sets speak of the same people, at the same places, on the same days?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from paradero.ledger.figures import AttributedFigure
from paradero.ledger.sets import SetWords, named_figure, people, set_words, single

_NAME = r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
_INSIDE = re.compile(
    rf"\bto (?:the )?{_NAME}[^,;]*? held (?:in|at) (?:the )?{_NAME}|\b(?:in|at) {_NAME},? (?:in )?{_NAME}"
)
CITIZENS = ("residence", 0)
_HELD = frozenset({"captive", "detainee", "hostage", "inmate", "internee", "prisoner"})
_GENERAL = frozenset({"national", "citizen", "person", "people", "passenger"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with what its words say; ``of`` is the id of the whole that they name."""

    figure: AttributedFigure
    words: SetWords
    of: str

    @property
    def days(self) -> tuple[str, ...]:
        """The days or the ordinal that tell one stage from another; empty for a set that is no stage."""
        if self.words.days:
            return tuple(sorted(day.isoformat() for day in self.words.days))
        return (str(self.words.ordinal),) if self.words.ordinal else ()


@dataclass(frozen=True, slots=True)
class Places:
    """Which places of a case lie in which: two that some words set one in the other are taken for one."""

    inside: Mapping[str, str]

    @classmethod
    def of(cls, abouts: Iterable[str]) -> Places:
        """Learn from the words of all sets ("flown to El Salvador and held at Cecot")."""
        inside: dict[str, str] = {}
        for about in abouts:
            for match in _INSIDE.finditer(about):
                outer, inner = (match[1], match[2]) if match[1] else (match[4], match[3])
                if people(outer) != people(inner):
                    inside.setdefault(people(inner), people(outer))
        return cls(inside)

    def outermost(self, name: str) -> str:
        """Return the widest place that a place is known to lie in."""
        met = {name}
        while (outer := self.inside.get(name)) is not None and outer not in met:
            met.add(outer)
            name = outer
        return name


def seen(figures: Iterable[AttributedFigure]) -> list[Seen]:
    """Return figures with what their words say, in the order of the day and then of the id."""
    every = sorted(figures, key=lambda one: (one.said_on is not None, one.said_on or date.min, one.id))
    ids = {one.id for one in every}
    return [Seen(one, set_words(one.about), _of(one, ids)) for one in every]


def _of(figure: AttributedFigure, ids: set[str]) -> str:
    named = named_figure(figure.about, ids)
    return "" if named == figure.id else named


def same_people(one: SetWords, other: SetWords) -> bool:
    """Tell whether the words may speak of the same people: one noun, and no people or mark contradicts."""
    (heads, peoples), (others, theirs) = _whom(one), _whom(other)
    if heads and others and heads != others:
        # "American detainees" let go are "Americans" let go; "Ukrainian soldiers" are some of the Ukrainians only.
        return not one.marks and not other.marks and (_held_of(one) == others or _held_of(other) == heads)
    return _nested(peoples, theirs) and _nested(one.marks, other.marks)


def _held_of(words: SetWords) -> frozenset[str]:
    """Return the people of those who are held, where their noun says no more than that."""
    return words.peoples if words.heads <= _HELD else frozenset()


def unnamed(words: SetWords) -> bool:
    """Tell whether the words name nobody: a general noun ("its citizens") without its people."""
    return words.heads <= _GENERAL and not words.peoples and not words.marks


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def same_places(one: SetWords, other: SetWords, places: Places) -> bool:
    """Tell whether nothing in the places and parties named stands between the two."""
    for roles in (("at", "to"), ("by",), ("from",)):
        mine, theirs = _named(one, roles, places), _named(other, roles, places)
        if mine and theirs and not mine & theirs:
            return False
    return not (_against(one, other, places) or _against(other, one, places))


def _against(one: SetWords, other: SetWords, places: Places) -> bool:
    """Tell whether one set leaves whom the other goes to: those held by Russia are not those returned to Russia."""
    return bool(_named(one, ("by", "from"), places) & _named(other, ("to",), places))


def same_set(one: Seen, other: Seen, places: Places, whatever_day: bool = False) -> str:
    """Return why two figures may count one set; empty when their words give no ground for it.

    Args:
        one, other: the two.
        places: which places lie in which.
        whatever_day: whether a day that one of them names and the other does not is passed over.
    """
    first, second = one.words, other.words
    if one.of != other.of or (one.days != other.days and not (whatever_day and not (one.days and other.days))):
        return ""
    if first.plain == second.plain:
        return "their sets are told in the same words"
    if (_parts(first), first.exits, first.still) != (_parts(second), second.exits, second.still):
        return ""
    if (
        one.of
        or first.marks != second.marks
        or not same_people(first, second)
        or not same_places(first, second, places)
    ):
        return ""
    if first.total != second.total and (first.names, first.peoples) != (second.names, second.peoples):
        return ""
    if first.total and second.total and not one.days and first.moved != second.moved:
        return "both tell a total, one of prisoners and one of all who were moved"
    if unnamed(first) != unnamed(second):
        return ""
    if first.heads and second.heads:
        whom = _shown(first.heads & second.heads or first.heads, one.figure.about)
        return f"both count {whom} and no place, day or part parts them"
    if one.days and other.days and not (first.ordinal or second.ordinal):
        return f"both are of {', '.join(one.days)} and no people or place parts them"
    return ""


def _parts(words: SetWords) -> frozenset[tuple[str, int]]:
    """Return the ways of parting that words belong to; "Venezuelan citizens" are Venezuelans and no part of them."""
    return words.parts if not (words.heads <= _GENERAL and words.peoples) else words.parts - {CITIZENS}


def akin(whole: Seen, part: Seen, places: Places) -> bool:
    """Tell whether the people of one set may be among those of another, whatever the days."""
    return same_people(whole.words, part.words) and same_places(whole.words, part.words, places)


def _whom(words: SetWords) -> tuple[frozenset[str], frozenset[str]]:
    """Return heads and peoples, a general noun ("nationals") giving way to the people before it."""
    if words.heads <= _GENERAL:
        return words.peoples, frozenset()
    return words.heads, words.peoples


def _named(words: SetWords, roles: tuple[str, ...], places: Places) -> frozenset[str]:
    return frozenset(places.outermost(name) for role, name in words.names if role in roles)


def _shown(heads: Iterable[str], about: str) -> str:
    """Return the nouns for those who are counted as the words have them: "Venezuelans", not what they are known by."""
    written = {
        known: word for word in re.findall(r"[^\W\d_][\w'’.-]*", about) for known in (single(word), people(word))
    }
    return ", ".join(written.get(name, name) for name in sorted(heads))
