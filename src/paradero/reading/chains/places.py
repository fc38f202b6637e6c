"""Which named place "the prison" or "that camp" stands for: the only one of its kind that the text named before."""

from __future__ import annotations

import re
from bisect import bisect_left
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
        named = self._named.get(pointing["noun"].lower(), [])
        before = bisect_left(named, start, key=lambda place: place[0])
        return named[before - 1][2] if before and named[before - 1][1] == 1 else ""

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, int, str]]]:
        """Noun -> where it has a name, how many different names it has had by then, the words."""
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        names: dict[str, set[str]] = defaultdict(set)
        for match in _NAMED.finditer(self._text):
            name = match["name"] or match["seat"]
            if name[0].isupper() and name.lower() not in ("the", "a", "this", "that", "his", "her", "their", "its"):
                noun = (match["noun"] or match["of_noun"]).lower()
                words = " ".join(match[0].split())
                names[noun].add(name.lower().removeprefix("the "))
                found[noun].append((match.start(), len(names[noun]), words))
        return found
