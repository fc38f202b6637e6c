"""Which named place "the prison" or "that camp" stands for: the only one of its kind that the text named before."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

Span = tuple[int, int]

_NOUNS = (
    "prison|jail|gaol|camp|barracks|hospital|airport|base|port|school|stadium|police station|station|compound|embassy|"
    "consulate|fort|fortress|citadel|villa|farm|monastery|courthouse|court|detention centre|detention center|centre|"
    "center"
)
_CAPITAL = r"[A-ZÀ-ÞŠŽČĆŁ][\w’'-]*"
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<name>{_CAPITAL}(?: (?:(?:de la|de|del|al|of) )?{_CAPITAL})*?)[ -](?P<noun>(?i:{_NOUNS}))\b"
    rf"|\b(?P<of_noun>(?i:{_NOUNS})) (?:at|in|of|on|near) (?P<seat>{_CAPITAL}(?: {_CAPITAL})*)"
)
_POINTING = re.compile(rf"(?:the|this|that|the same) (?P<noun>{_NOUNS})", re.IGNORECASE)


class Places:
    """The places of one text that have a name and a noun for their kind ("Evin prison", "the camp at Sudi").

    Args:
        text: the whole text.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def stands_for(self, start: int, end: int) -> str:
        """Return the name of the place that words such as "the prison" stand for; "" when none or several fit."""
        pointing = _POINTING.fullmatch(" ".join(self._text[start:end].split()))
        if pointing is None:
            return ""
        earlier = [(key, words) for at, key, words in self._named[pointing["noun"].lower()] if at < start]
        return earlier[-1][1] if len({key for key, _ in earlier}) == 1 else ""

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, str, str]]]:
        """Noun -> where it has a name, the name folded, the words."""
        found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for match in _NAMED.finditer(self._text):
            name = match["name"] or match["seat"]
            if name[0].isupper() and name.lower() not in ("the", "a", "this", "that", "his", "her", "their", "its"):
                noun = (match["noun"] or match["of_noun"]).lower()
                words = " ".join(match[0].split())
                found[noun].append((match.start(), name.lower().removeprefix("the "), words))
        return found
