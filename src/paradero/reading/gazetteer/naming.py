"""The gazetteer as what knows names for the ledger: places with their states, and for whom an office speaks."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from paradero.model.naming import Mentioned, Place
from paradero.reading.speakers.nouns import nouns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paradero.reading.gazetteer.entry import Entry
    from paradero.reading.gazetteer.gazetteer import Gazetteer

# Whose words are those of a state or a party; the head noun decides, not a name somewhere behind it.
_OFFICE = (
    r"government|regime|administration|authorit(?:y|ies)|officials?|ministr(?:y|ies)|minister|president|presidency"
    r"|state|army|military|police|prosecutors?|prosecutor's office|magistrate|judge|court|embassy|ambassador|secretary"
    r"|spokes(?:man|woman|person)|headquarters|service|agency|department|office|premier|chancellor|king|emir|side"
    r"|gobierno|régimen|ministerio|ministr[oa]|president[ea]|presidencia|autoridad(?:es)?|canciller(?:ía)?|fiscal(?:ía)?|ejército"
    r"|policía|embajador[a]?|embajada|secretari[oa]|portavo(?:z|ces)|voceros?|vocera|juzgado|tribunal|juez|jueza|rey|oficina"
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_HEAD = re.compile(rf"\b(?:{_OFFICE})\b", re.IGNORECASE)
_NOT_THEIRS = re.compile(
    r"\b(?:critics?|opponents?|opposition|famil(?:y|ies)|relatives?|lawyers?|activists?|prisoners?|former|exiled|mothers?"
    r"|críticos?|opositor(?:es)?|oposición|familias?|familiares|parientes|abogad[oa]s?|activistas|pres[oa]s|ex|exiliad[oa]s?|madres?)\b",
    re.IGNORECASE,
)
# A word in small letters that may name a people: Spanish writes "venezolanos" so.
_SMALL = re.compile(r"(?<![^\W_])[a-záéíóúüñ]{4,}(?![^\W_])")
# Words for peoples that mean something else in small letters: porcelain, native people of the Americas, the peninsula.
_NO_PEOPLE = frozenset({"china", "crimea", "india", "indias", "indio", "indios", "mongol"})
# An office that one state alone calls so.
_OFFICES = ((re.compile(r"\bsecretary of state\b(?! for)", re.IGNORECASE), "US"),)
_SPEAKING = ("state", "territory", "armed_group", "party")
_BODIES = (*_SPEAKING, "agency", "court")


class GazetteerNaming:
    """Names by a gazetteer; the same words are looked up once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.find = lru_cache(maxsize=65_536)(self._find)
        self.speaks_for = lru_cache(maxsize=65_536)(self._speaks_for)

    def _find(self, words: str) -> tuple[Mentioned, ...]:
        named = tuple(
            Mentioned(one.start, one.end, self._place(one.entry), one.how == "demonym")
            for one in self._gazetteer.find(words)
        )
        peoples = tuple(
            Mentioned(one.start(), one.end(), self._place(entry), True)
            for one in _SMALL.finditer(words)
            if (entry := self._gentilics.get(one[0])) is not None
            and not any(name.start <= one.start() < name.end for name in named)
        )
        return tuple(sorted((*named, *peoples), key=lambda one: one.start)) if peoples else named

    def tells_people(self, words: str) -> bool:
        """Tell whether words have a noun for people: "two pilots", "the crew"."""
        known = nouns()
        found = (known.get(one.casefold()) for one in _WORD.findall(words))
        return any(one is not None and one.sort in ("person", "collective") for one in found)

    @cached_property
    def _gentilics(self) -> Mapping[str, Entry]:
        """States and territories by the Spanish words for their peoples; not those that mean something else besides."""
        every = ((word, entry) for entry in reversed(self._gazetteer.entries) for word in entry.gentilics)
        return {word: entry for word, entry in every if word not in _NO_PEOPLE}

    def _speaks_for(self, words: str) -> str:
        entry = self._gazetteer.entry(words)
        if entry is not None:
            return self._party(entry) if entry.kind in _BODIES or entry.seat else ""
        if _NOT_THEIRS.search(words):
            return ""
        office = next((code for way, code in _OFFICES if way.search(words)), "")
        found = [one.entry for one in self._gazetteer.find(words)]
        found += [entry for one in _SMALL.findall(words) if (entry := self._gentilics.get(one)) is not None]
        parties = {party for one in found if (party := self._party(one)) and (one.kind in _BODIES or one.seat)}
        if len(parties) == 1 and (_HEAD.search(words) or any(one.kind in ("agency", "court") for one in found)):
            return parties.pop()
        state = self._gazetteer.state(office) if office and not parties else None
        return "" if state is None else state.name

    def _place(self, entry: Entry) -> Place:
        return Place(entry.name, entry.kind, self._state(entry))

    def _state(self, entry: Entry) -> str:
        if entry.kind in ("state", "territory"):
            return entry.name
        state = self._gazetteer.state(entry.country) if entry.country else None
        return "" if state is None else state.name

    def _party(self, entry: Entry) -> str:
        if entry.kind in ("armed_group", "party"):
            return entry.name
        return self._state(entry) or (entry.name if entry.kind == "agency" else "")
