"""The gazetteer as what knows names for the ledger: places with their states, and for whom an office speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.model.naming import Mentioned, Place

if TYPE_CHECKING:
    from paradero.reading.gazetteer.entry import Entry
    from paradero.reading.gazetteer.gazetteer import Gazetteer

# Whose words are those of a state or a party; the head noun decides, not a name somewhere behind it.
_OFFICE = (
    r"government|regime|administration|authorit(?:y|ies)|officials?|ministr(?:y|ies)|minister|president|presidency"
    r"|state|army|military|police|prosecutors?|prosecutor's office|magistrate|judge|court|embassy|ambassador|secretary"
    r"|spokes(?:man|woman|person)|headquarters|service|agency|department|office|premier|chancellor|king|emir|side|gobierno|ministerio|presidente"
)
_HEAD = re.compile(rf"\b(?:{_OFFICE})\b", re.IGNORECASE)
_NOT_THEIRS = re.compile(
    r"\b(?:critics?|opponents?|opposition|famil(?:y|ies)|relatives?|lawyers?|activists?|prisoners?|former|exiled|mothers?)\b",
    re.IGNORECASE,
)
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
        return tuple(
            Mentioned(one.start, one.end, self._place(one.entry), one.how == "demonym")
            for one in self._gazetteer.find(words)
        )

    def _speaks_for(self, words: str) -> str:
        entry = self._gazetteer.entry(words)
        if entry is not None:
            return self._party(entry) if entry.kind in _BODIES or entry.seat else ""
        if _NOT_THEIRS.search(words):
            return ""
        office = next((code for way, code in _OFFICES if way.search(words)), "")
        found = [one.entry for one in self._gazetteer.find(words)]
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
