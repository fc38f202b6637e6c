"""The gazetteer itself: what is known by name, looked up and found in texts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from paradero.reading.gazetteer.casebook import casebook_entries
from paradero.reading.gazetteer.entry import Entry, Found
from paradero.reading.gazetteer.folding import fold
from paradero.reading.gazetteer.forms import Form
from paradero.reading.gazetteer.match import build, find
from paradero.reading.gazetteer.shipped import shadows, shipped_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from paradero.model import Problem


class Gazetteer:
    """Places, facilities, bodies and groups by every name they go by. Never changed once made.

    Attributes:
        entries: all of them; of two that share a name the earlier is found.
    """

    __slots__ = ("_index", "_names", "entries")

    def __init__(self, entries: Iterable[Entry], shadowed: Iterable[str] = ()) -> None:
        self.entries = tuple(entries)
        self._names: _Names | None = None
        self._index = build((*_forms(self.entries), *(Form(None, phrase, "name") for phrase in shadowed)))

    @classmethod
    def default(cls) -> Gazetteer:
        """Return the gazetteer that comes with the package; made once."""
        return _default()

    def extended(self, path: Path) -> tuple[Gazetteer, tuple[Problem, ...]]:
        """Return this gazetteer with a casebook's own entries, which win over shipped ones of the same name.

        Args:
            path: the casebook's ``gazetteer.toml``; a file that does not exist adds nothing.

        Returns:
            The wider gazetteer, and a Problem for the file or for each row that could not be used. A row with name and
            kind of a known entry adds its aliases and demonyms to that entry.
        """
        own, problems = casebook_entries(path)
        if not own:
            return self, problems
        known = {(entry.name, entry.kind): entry for entry in self.entries}
        merged = [_merged(known.pop((entry.name, entry.kind), None), entry) for entry in own]
        return Gazetteer((*merged, *known.values()), shadows()), problems

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
        """Return everything named in ``text[start:end]``, in order, without overlap, the longest name first.

        A personal name that holds one ("Israel Katz") is not told apart here unless an honorific or a first name
        stands before it: what finds persons must win over this.
        """
        return tuple(find(self._index, text, start, len(text) if end is None else end))

    def entry(self, name: str) -> Entry | None:
        """Return the entry with a name or other name, case and accents aside, with or without "the"."""
        known = self._looked_up().entries
        return known.get(_key(name)) or known.get(_key(name.removeprefix("the ")))

    def people(self, word: str) -> Entry | None:
        """Return the state or territory of a demonym, English or Spanish, case and accents aside."""
        return self._looked_up().people.get(_key(word))

    def state(self, country: str) -> Entry | None:
        """Return the state, or the territory of unsettled state, with an ISO 3166 code."""
        return self._looked_up().states.get(country)

    def nationality(self, word: str) -> str | None:
        """Return the ISO code for a demonym ("Venezuelans", "venezolanas": "VE"), or None."""
        place = self.people(word)
        return None if place is None else place.country or None

    def country_of(self, name: str) -> str | None:
        """Return the ISO code of the state that a named place or body belongs to ("Caracas": "VE"), or None."""
        entry = self.entry(name)
        return None if entry is None else entry.country or None

    def _looked_up(self) -> _Names:
        # Made at the first look-up: finding does not need it, and it would be a third of the time that loading takes.
        if self._names is None:
            self._names = _Names.of(self.entries)
        return self._names


class _Names(NamedTuple):
    """Entries by folded name, states and territories by folded demonym, states by country code."""

    entries: dict[str, Entry]
    people: dict[str, Entry]
    states: dict[str, Entry]

    @classmethod
    def of(cls, entries: tuple[Entry, ...]) -> _Names:
        backwards = entries[::-1]  # so that the earlier of two entries stays
        return cls(
            {_key(name): entry for entry in backwards for name in (*entry.aliases, entry.name)},
            {_key(word): entry for entry in backwards for word in (*entry.gentilics, *entry.demonyms)},
            {e.country: e for kind in ("territory", "state") for e in backwards if e.kind == kind},
        )


@cache
def _default() -> Gazetteer:
    return Gazetteer(shipped_entries(), shadows())


def _forms(entries: Iterable[Entry]) -> Iterator[Form]:
    for entry in entries:
        yield Form(entry, entry.name, "name")
        for alias in entry.aliases:
            yield Form(entry, alias, "alias")
        for word in entry.demonyms:
            yield Form(entry, word, "demonym")


def _merged(known: Entry | None, own: Entry) -> Entry:
    if known is None:
        return own
    return replace(
        known,
        country=own.country or known.country,
        aliases=tuple(dict.fromkeys((*known.aliases, *own.aliases))),
        demonyms=tuple(dict.fromkeys((*known.demonyms, *own.demonyms))),
        needs_word=known.needs_word | own.needs_word,
    )


def _key(name: str) -> str:
    return " ".join(fold(name).lower().split())
