"""Governments by name: "the Venezuelan regime" and "Venezuela's government" are one party."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paradero.reading.gazetteer.entry import Entry
    from paradero.reading.gazetteer.gazetteer import Gazetteer

_BODY = r"(?:government|govt|regime|administration|authorities|junta|side|state)"
_STILL = r"(?:(?:federal|central|national|interim|transitional|provisional|caretaker|military|de facto)\s+)*"
_CUERPO = r"(?:gobierno|régimen|regimen|autoridades|administración|estado|parte|junta militar)"
_TODAVIA = r"(?:\s+(?:federal|central|nacional|interino|de transición|provisional|militar|de facto))*"
_WAYS = tuple(
    re.compile(way, re.IGNORECASE)
    for way in (
        rf"(?:the\s+|that\s+|this\s+)?{_STILL}(?P<name>\S.*?)(?:['’]s?)?\s+{_STILL}{_BODY}",
        rf"(?:the\s+)?{_STILL}{_BODY}\s+of\s+(?:the\s+)?(?P<name>\S.*)",
        r"(?:the\s+)?(?:government|regime)\s+in\s+(?P<name>\S.*)",
        rf"(?:el\s+|la\s+|las\s+)?{_CUERPO}{_TODAVIA}\s+(?P<name>[^\W\d_]+){_TODAVIA}",
        rf"(?:el\s+|la\s+|las\s+)?{_CUERPO}{_TODAVIA}\s+(?:de\s+la|de\s+los|de\s+las|del|de)\s+(?P<name>\S.*)",
    )
)
_PLACES = ("state", "territory")


def party_name(words: str, gazetteer: Gazetteer) -> str | None:
    """Return the canonical name of the government that the words stand for.

    Args:
        words: a noun phrase as written, English or Spanish ("the Venezuelan regime", "el Gobierno de Cuba").
        gazetteer: where names and demonyms are looked up.

    Returns:
        "Government of Venezuela", or None when the words name no state's government: a bare "the government", one
        known only by its head ("the Trump administration"), a former one, or a bare state or city, which may mean the
        place (see ``government_of``).
    """
    said = " ".join(words.strip(' \t\n.,;:"“”').split())
    for way in _WAYS:
        whole = way.fullmatch(said)
        place = _place(whole["name"], gazetteer) if whole is not None else None
        if place is not None:
            return _government(place)
    return None


def government_of(country: str, gazetteer: Gazetteer) -> str | None:
    """Return the canonical name of a state's government by its ISO code ("VE"), or None for an unknown code."""
    state = gazetteer.state(country)
    return None if state is None else _government(state)


def _government(place: Entry) -> str:
    return f"Government of {'the ' if place.article else ''}{place.name}"


def _place(name: str, gazetteer: Gazetteer) -> Entry | None:
    named = gazetteer.people(name) or gazetteer.entry(name)
    if named is not None and named.seat:
        return gazetteer.state(named.country)
    return named if named is not None and named.kind in _PLACES else None
