"""Personal names inside a stretch of text: runs of capitalised words that are no place, body, people or title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer

_CAPITALISED = r"[^\W\d_a-z][\w’'-]*\.?"
_PARTICLES = r"(?:de la|de los|de|del|la|al|el|bin|ibn|van|von|da|dos|y)"
_RUN = re.compile(rf"{_CAPITALISED}(?:\s+{_PARTICLES}(?=\s+[^\W\d_a-z])|\s+{_CAPITALISED})+")
_TITLES = frozenset(
    """mr mrs ms dr sir lord lady president minister secretary general colonel captain lieutenant sergeant judge justice
    senator deputy governor mayor king queen prince father sister brother bishop imam sheikh professor reporter
    journalist
    commander ambassador chief police prime foreign interior defence defense immigration home finance health information
    vice deputy-president spokesman spokeswoman spokesperson lawyer activist""".split()
)


def person_names(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the personal names in ``text[start:end]``, in order, without titles.

    Args:
        text: the whole text.
        start, end: the stretch.
        gazetteer: what is named there as a place, body or people is no person.
    """
    taken = [(f.start, f.end) for f in gazetteer.find(text, start, end)]
    names = []
    for match in _RUN.finditer(text, start, end):
        if any(match.start() < e and s < match.end() for s, e in taken):
            continue
        words = match[0].split()
        while words and _is_title(words[0]):
            words = words[1:]
        if len(words) > 1:
            names.append(" ".join(words))
    return tuple(names)


def _is_title(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in _TITLES or bare in closed("determiner") or bare in closed("adjective")
