"""The frame of one trigger: its sentence, and the roles that are being filled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paradero.text.en.time_words import LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from paradero.reading.acts.triggers import Trigger
    from paradero.text.en.clauses import Phrase, Sentence
    from paradero.text.en.phrases import Chunk

Stretch = tuple[int, int]
_PEOPLE_ROLES = frozenset({"who", "by"})
UNITS = frozenset(
    """second minute hour day night week fortnight month year decade seconds minutes hours days nights weeks fortnights
    months years decades""".split()
)
# What a court gives: "ten years", "between nine months and twenty years", "life".
_TERM = re.compile(
    rf"(?:(?:of|between)\s+)?(?:{LENGTH})(?:\s+(?:and|to|or)\s+(?:{LENGTH}))?|life(?:\s+(?:imprisonment|in\s+\w+))?|death",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Roles:
    """The roles of one trigger as character offsets; ``heads`` keeps the base noun phrase of each."""

    spans: dict[str, Stretch] = field(default_factory=dict)
    heads: dict[str, Chunk] = field(default_factory=dict)

    def put(self, role: str, span: Stretch, head: Chunk | None = None) -> None:
        """Fill a role unless it is filled already: the nearest words win."""
        if role not in self.spans and span[0] < span[1]:
            self.spans[role] = span
            if head is not None:
                self.heads[role] = head

    def drop(self, role: str) -> None:
        """Leave a role open again, with its head."""
        self.spans.pop(role, None)
        self.heads.pop(role, None)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rules for roles look at.

    Attributes:
        sentence: analysed. trigger: one of its triggers.
        is_place: tells whether a stretch holds the name of a place.
        times: stretches that are times, which are never places or accusations.
        roles: filled in turn; the first words for a role win.
    """

    sentence: Sentence
    trigger: Trigger
    is_place: Callable[[int, int], bool]
    times: list[Stretch]
    roles: Roles = field(default_factory=Roles)

    @property
    def chunk(self) -> Chunk:
        """The chunk in which the trigger stands."""
        return self.sentence.chunks[self.trigger.chunk]

    def put(self, role: str, phrase: Phrase | None) -> None:
        """Fill a role with a phrase, if there is one."""
        if phrase is not None and not (role in _PEOPLE_ROLES and self._only_time(phrase)):
            self.roles.put(role, (phrase.start, phrase.end), phrase.head)

    def _only_time(self, phrase: Phrase) -> bool:
        """Whether a phrase is a time or a length of time, which nobody is: "three years", "Sunday"."""
        whole = any(begin <= phrase.start and phrase.end <= stop for begin, stop in self.times)
        return phrase.head.head.tag != "PRON" and (whole or self.is_length(phrase))

    def is_length(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a length of time: "four years"."""
        return phrase.head.head.lower in UNITS

    def is_time(self, start: int, end: int) -> bool:
        """Tell whether a stretch overlaps a time."""
        return any(start < stop and begin < end for begin, stop in self.times)

    def is_term(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a length of time or "life": after a verdict the sentence, and no time."""
        return _TERM.fullmatch(self.sentence.words_of(phrase)) is not None

    def taken(self, phrase: Phrase) -> bool:
        """Tell whether words of a phrase fill a role already."""
        return any(phrase.start < end and start < phrase.end for start, end in self.roles.spans.values())
