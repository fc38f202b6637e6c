"""Chains: every mention of the same people in one article tied together, or left open where two would fit.

The order is that of reading. A name goes with the same name, or the surname of one name only; "the ten" with the one
group of ten; "the men" with the one group nearby that men can be; a pronoun with the one person or group in the nearest
sentence that agrees in number and sex. Those of whom an act of custody was told come first, since what is told next is
mostly told of them (parallel function: Smyth, Grammatical determinants of ambiguous pronoun resolution, 1994).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from paradero.reading.chains.finding import find
from paradero.text.layout import paragraphs
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paradero.reading.chains.mention import Mention
    from paradero.reading.gazetteer import Gazetteer

Span = tuple[int, int]

REACH = 3  # sentences back in which a pronoun may find those concerned
ADJACENT = 1  # sentences back in which others than those concerned may be found
NEAR = 2  # sentences back in which "the men" are looked for first
_RENAMED = re.compile(r", (?:\d|an? |the )")
DEFINITE_REACH = 14  # sentences back for "the men"


@dataclass(slots=True, eq=False)
class Chain:
    """The same people, mentioned once or many times.

    Attributes:
        words: the fullest words for them in the text.
        many, number, sex, heads, name: what the mentions have shown so far.
        concerned: whether an act of custody was told of them.
        mentions: all of them in order.
    """

    words: str
    many: bool | None
    number: int | float | None
    sex: str
    heads: set[str]
    name: tuple[str, ...]
    concerned: bool
    mentions: list[Mention] = field(default_factory=list)

    def fits(self, mention: Mention) -> bool:
        """Tell whether number and sex allow a mention to be of these people."""
        alike = mention.many is None or self.many is None or mention.many == self.many
        counted = mention.number is None or self.number is None or mention.number == self.number
        return alike and counted and (not mention.sex or self.sex in ("", mention.sex))


class Chains:
    """The chains of people in one text.

    Args:
        text: the whole text.
        gazetteer: names of peoples, places and bodies.
        concerned: the words for people of whom acts of custody are told, pronouns among them.
    """

    def __init__(self, text: str, gazetteer: Gazetteer, concerned: Iterable[Span]) -> None:
        self._text, self._gazetteer, self._concerned = text, gazetteer, tuple(concerned)
        self._chains: dict[Span, Chain] = {}
        self._by_name: dict[str, list[Chain]] = defaultdict(list)
        self._by_number: dict[int | float, list[Chain]] = defaultdict(list)
        self._by_words: dict[str, Chain] = {}

    def stands_for(self, start: int, end: int) -> str:
        """Return the fullest words for the people at a place; "" when they are full already or fit several."""
        chain = self._read.get((start, end))
        words = " ".join(self._text[start:end].split())
        return chain.words if chain is not None and chain.words.lower() != words.lower() else ""

    def all(self) -> tuple[Chain, ...]:
        """Return every chain in the order in which its people are first mentioned."""
        return tuple({id(c): c for _, c in sorted(self._read.items())}.values())

    @cached_property
    def _read(self) -> dict[Span, Chain]:
        spans = [s for start, end in paragraphs(self._text) for s in sentences(self._text, start, end)]
        starts = [start for start, _ in spans]
        self._told: list[list[tuple[Mention, Chain | None]]] = [[] for _ in spans] or [[]]
        for mention in find(self._text, self._gazetteer, self._concerned):
            number = max(0, bisect_right(starts, mention.start) - 1)
            chain = self._tie(mention, number)
            self._told[number].append((mention, chain))
            if chain is not None:
                self._chains[mention.start, mention.end] = chain
        return self._chains

    def _tie(self, mention: Mention, number: int) -> Chain | None:
        if mention.form == "nobody":
            return None
        if mention.form == "pronoun":
            return self._add(self._antecedent(mention, number), mention)
        if mention.form == "name":
            return self._add(self._named(mention), mention) or self._new(mention)
        same = self._by_words.get(mention.words.lower())
        if same is not None and mention.number is not None and mention.form != "part":
            return self._add(same, mention)
        if mention.form == "definite":
            return self._definite(mention, number)
        return self._new(mention)

    def _new(self, mention: Mention) -> Chain:
        heads = {mention.head} if mention.head else set()
        chain = Chain(
            mention.words, mention.many, mention.number, mention.sex, heads, mention.name, mention.concerned, [mention]
        )
        self._by_words.setdefault(mention.words.lower(), chain)
        for word in mention.name:
            self._by_name[word].append(chain)
        if mention.number is not None and mention.many and mention.form == "new":
            self._by_number[mention.number].append(chain)
        return chain

    def _add(self, chain: Chain | None, mention: Mention) -> Chain | None:
        if chain is None:
            return None
        chain.mentions.append(mention)
        chain.concerned = chain.concerned or mention.concerned
        chain.sex = chain.sex or mention.sex
        if mention.form == "name" and len(mention.name) > len(chain.name):
            chain.name, chain.words = mention.name, mention.words
        return chain

    # -- names and nouns ------------------------------------------------------------------------------------------

    def _named(self, mention: Mention) -> Chain | None:
        """The person of that name; of a surname the only one who bears it."""
        if not mention.name:
            return None
        bearing = self._by_name[mention.name[-1]]
        known = _first_two(c for c in bearing if _same_name(c.name, mention.name) and c.fits(mention))
        return known[-1] if len(known) == 1 else None

    def _definite(self, mention: Mention, number: int) -> Chain | None:
        """ "The ten" is the one group of ten; "the men" the one group nearby that men can be."""
        if mention.number is not None:
            counted = _first_two(c for c in self._by_number[mention.number] if _may_be(c, mention))
            if len(counted) == 1:
                return self._add(counted[0], mention)
            return self._new(mention) if not counted and mention.head else None
        if not mention.head:
            return None  # no noun for people
        if _RENAMED.match(self._text, mention.end):
            return self._new(mention)  # told anew: "the group, 23 volunteers"
        lowest = max(0, number - DEFINITE_REACH)
        near = [c for k in range(number, lowest - 1, -1) for m, c in self._told[k] if c is not None]
        exact = _distinct(c for c in near if mention.head and mention.head in c.heads and c.fits(mention))
        if len(exact) == 1:
            return self._add(exact[0], mention)
        if exact or not mention.wide:
            return None if exact else self._new(mention)
        for back in (NEAR, DEFINITE_REACH):
            within = [
                c for k in range(number, max(0, number - back) - 1, -1) for _, c in self._told[k] if c is not None
            ]
            fitting = _distinct(c for c in within if c.concerned and _may_be(c, mention))
            if fitting:
                return self._add(fitting[0], mention) if len(fitting) == 1 else None
        return self._new(mention)

    # -- pronouns -------------------------------------------------------------------------------------------------

    def _antecedent(self, mention: Mention, number: int) -> Chain | None:
        """The one person or group that agrees, in the nearest sentence that has any; None when two do."""
        first = self._nearest(mention, number, concerned=True)
        other = self._nearest(mention, number, concerned=False)
        if first is None:
            return other[1] if other is not None and other[0] <= ADJACENT else None
        if other is not None and other[0] < first[0]:
            return None  # somebody else stands nearer
        return first[1] if first[0] <= REACH else None

    def _nearest(self, mention: Mention, number: int, *, concerned: bool) -> tuple[int, Chain | None] | None:
        """How many sentences back somebody agrees, and who; nobody (None) when several do."""
        for k in range(number, max(-1, number - 2 * REACH - 1), -1):
            told = [(m, c) for m, c in self._told[k] if m.end <= mention.start]
            fitting = _distinct(
                c for _, c in told if c is not None and c.concerned == concerned and _agrees(c, mention)
            )
            if fitting:
                return number - k, fitting[0] if len(fitting) == 1 else None
            if concerned and any(c is None and m.pronoun == mention.pronoun for m, c in told):
                return number - k, None  # the same pronoun was left open before
        return None


def _agrees(chain: Chain, mention: Mention) -> bool:
    """Whether a pronoun may stand for a chain: "he" for one person, "they" for several."""
    many = chain.many if chain.many is not None else False
    return many == mention.many and chain.fits(mention)


def _may_be(chain: Chain, mention: Mention) -> bool:
    """Whether "the men", "the ten" or "the ten sailors" may be a chain of people told of by another noun."""
    noun = mention.wide or not chain.heads or mention.head in chain.heads
    return noun and bool(chain.many) == bool(mention.many) and chain.fits(mention)


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and set(short) <= set(long) and (len(short) > 1 or short[0] in (long[-1], long[0]))


def _first_two(chains: Iterable[Chain]) -> list[Chain]:
    """At most two: a second one is enough to know that several fit."""
    return list(islice(chains, 2))


def _distinct(chains: Iterable[Chain]) -> list[Chain]:
    return list({id(c): c for c in chains}.values())
