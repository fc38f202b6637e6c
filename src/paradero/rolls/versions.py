"""Versions: what a newer list has more, less and otherwise than an older one, entry by entry and cell by cell.

An entry that was exported and read back is itself. Other rows are paired by the list's own key where it tells the same
people apart in both; else by all they say, by document number, by name, and last by names that differ in a few letters.
A pair is no judgement that two people are one: it only says which rows are compared, and how they were found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from paradero.model import Entry, Value
from paradero.rolls.folding import folded

How = Literal["entry", "key", "same", "document_number", "name", "near", "linked"]
Alike = Callable[[Sequence[Entry], Sequence[Entry]], Iterable[tuple[Entry, Entry]]]
_NEAR = 0.84  # of the letters of two names in order of their words; one typing slip in twelve letters stays above
_CROWD = 40  # entries with one word; a more common word finds nobody by itself
_TRUST = 0.6  # of the rows with one key must share a word of a name, or the key only numbers rows


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs: the field, the act of a day, and the values before and after; None for none."""

    field: str
    act: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the older list, the row of the newer that stands for it, how they were found, and what differs."""

    old: Entry
    new: Entry
    how: How
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a list.

    Attributes:
        added: entries of the newer list that the older has not; removed: the other way round.
        pairs: entries that both have, in the order of the newer list.
    """

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    pairs: tuple[Pair, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The pairs that differ in a cell."""
        return tuple(pair for pair in self.pairs if pair.changes)

    @property
    def unchanged(self) -> int:
        """How many pairs differ in nothing."""
        return len(self.pairs) - len(self.changed)


def difference(old: Sequence[Entry], new: Sequence[Entry], alike: Alike | None = None) -> Difference:
    """Compare two versions of a list.

    Args:
        old, new: their entries.
        alike: what pairs the rows that are left in both, the likeliest first; None leaves them.
    """
    pairing = _Pairing(old, new)
    pairing.by("entry", lambda entry: entry.id)
    keyed = _keys_tell_people(old, new)
    if keyed:
        pairing.by("key", lambda entry: entry.normal("key"))
    pairing.by("same", _everything, repeated=True)
    pairing.by("document_number", lambda entry: entry.normal("document_number"))
    pairing.by("name", _person)
    pairing.by("name", _name)
    pairing.near()
    if alike is not None and pairing.old and pairing.new:
        pairing.linked(alike)
    pairs = (
        Pair(a, b, how, tuple(_changes(a, b, keyed or how == "entry", _exactly if how == "entry" else _said)))
        for a, b, how in pairing.found
    )
    return Difference(
        tuple(pairing.new.values()),
        tuple(pairing.old.values()),
        tuple(sorted(pairs, key=lambda pair: pairing.order[pair.new.id])),
    )


class _Pairing:
    """Pairs entries step by step; ``old`` and ``new`` are those that are left, by id."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old = {entry.id: entry for entry in old}
        self.new = {entry.id: entry for entry in new}
        self.order = {id: number for number, id in enumerate(self.new)}
        self.found: list[tuple[Entry, Entry, How]] = []

    def by(self, how: How, sign: Callable[[Entry], Hashable], repeated: bool = False) -> None:
        """Pair entries with one sign, which only one has in each list; where it may be repeated, in their order."""
        theirs = _by_sign(self.new.values(), sign)
        for mark, ours in _by_sign(self.old.values(), sign).items():
            others = theirs.get(mark, [])
            if others and (repeated or len(ours) == len(others) == 1):
                for a, b in zip(ours, others, strict=False):
                    self._pair(a, b, how)

    def near(self) -> None:
        """Pair the rest by names that differ in a few letters, the likest first."""
        shelves: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.new.values():
            for word in _words(entry):
                shelves[word].append(entry)
        likely = sorted(self._likely(shelves), key=lambda one: -one[0])
        for _, a, b in likely:
            if a in self.old and b in self.new:
                self._pair(self.old[a], self.new[b], "near")

    def linked(self, alike: Alike) -> None:
        """Pair the rest as a linker proposes, each once."""
        for old, new in alike(tuple(self.old.values()), tuple(self.new.values())):
            if old.id in self.old and new.id in self.new:
                self._pair(old, new, "linked")

    def _likely(self, shelves: dict[str, list[Entry]]) -> Iterator[tuple[float, str, str]]:
        for entry in self.old.values():
            met = {b.id: b for word in _words(entry) if len(shelves[word]) <= _CROWD for b in shelves[word]}
            for other in met.values():
                score = _likeness(_name(entry), _name(other))
                if score >= _NEAR and not _contradict(entry, other):
                    yield score, entry.id, other.id

    def _pair(self, old: Entry, new: Entry, how: How) -> None:
        self.found.append((old, new, how))
        del self.old[old.id], self.new[new.id]


def _by_sign(entries: Iterable[Entry], sign: Callable[[Entry], Hashable]) -> dict[Hashable, list[Entry]]:
    found: defaultdict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        mark = sign(entry)
        if mark:
            found[mark].append(entry)
    return dict(found)


def _keys_tell_people(old: Sequence[Entry], new: Sequence[Entry]) -> bool:
    """Whether rows with one key mostly name one person in both lists; mere row numbers shift with each new row."""
    theirs = {entry.normal("key"): entry for entry in new if entry.normal("key")}
    shared = [(entry, theirs[key]) for entry in old if (key := entry.normal("key")) in theirs]
    named = [(a, b) for a, b in shared if a.names and b.names]
    if not named:
        return bool(shared)
    return sum(bool(_words(a) & _words(b)) for a, b in named) >= _TRUST * len(named)


def _everything(entry: Entry) -> Hashable:
    return tuple((v.field, v.act, folded(v.written)) for v in entry.values if v.field not in ("key", "answer"))


def _name(entry: Entry) -> str:
    return " ".join(sorted(word for name in entry.names for word in folded(name).split()))


def _person(entry: Entry) -> Hashable:
    birth = entry.normal("birth_date") or entry.normal("age")
    return (_name(entry), birth) if entry.names and birth else ""


def _words(entry: Entry) -> frozenset[str]:
    return frozenset(word for word in _name(entry).split() if len(word) > 1)


@lru_cache(maxsize=65_536)
def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _contradict(one: Entry, other: Entry) -> bool:
    """Whether two entries give different document numbers, or different days of birth."""
    for field in ("document_number", "birth_date"):
        a, b = one.normal(field), other.normal(field)
        if a and b and not (a.startswith(b) or b.startswith(a)):
            return True
    return False


def _changes(old: Entry, new: Entry, keyed: bool, said: Callable[[Value], Hashable]) -> Iterator[Change]:
    """The cells that differ in what is said; the key is no change where it only numbers rows."""
    ours, theirs = _by_field(old), _by_field(new)
    for place in dict.fromkeys([*ours, *theirs]):
        if place[0] == "key" and not keyed:
            continue
        before, after = ours.get(place, []), theirs.get(place, [])
        if Counter(map(said, before)) != Counter(map(said, after)):
            for n in range(max(len(before), len(after))):
                a = before[n] if n < len(before) else None
                b = after[n] if n < len(after) else None
                if a is None or b is None or said(a) != said(b):
                    yield Change(*place, a, b)


def _by_field(entry: Entry) -> dict[tuple[str, str], list[Value]]:
    found: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in entry.values:
        found[value.field, value.act if value.field == "date" else ""].append(value)
    return dict(found)


def _said(value: Value) -> str:
    """What a value says, its spelling but not its case and signs: "3/1/2024" and "2024-01-03" say the same."""
    return folded(value.normal or value.written)


def _exactly(value: Value) -> Hashable:
    """One entry, exported and changed by a person: each letter counts."""
    return value.written, value.normal
