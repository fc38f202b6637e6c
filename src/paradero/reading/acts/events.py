"""Acts about acts: a release that is put off, a trial that has a day, an appeal that is adjourned.

"The release of the seven has been put off" tells one thing, that it is put off, and it tells it of the seven.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.reading.acts.frame import Roles
from paradero.reading.acts.kinds import is_people
from paradero.reading.acts.lexicon import nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.acts.scene import Candidate
    from paradero.text.en.clauses import Sentence

_OF_EVENTS = frozenset({"postponed", "scheduled"})


def about_events(sentence: Sentence, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Give acts about events the people of the event, and leave out the event; what is no event is not put off here."""
    out: list[Candidate] = []
    events: list[Candidate] = []
    for candidate in candidates:
        who = candidate.roles.heads.get("who") if _is_of_events(candidate) else None
        if who is None or is_people(who) is True:
            out.append(candidate)
        elif who.head.lower in nouns("event"):
            event = _event(candidate, candidates)
            events += [event] if event is not None else []
            out.append(_of_people(sentence, candidate, event))
    return tuple(c for c in out if c not in events)


def _is_of_events(candidate: Candidate) -> bool:
    return candidate.trigger.act in _OF_EVENTS and candidate.trigger.pattern.kind == "verbs"


def _event(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    start, end = candidate.roles.spans["who"]
    inside = (c for c in candidates if start <= c.trigger.start < end and c.trigger.pattern.kind == "nouns")
    return next(inside, None)


def _of_people(sentence: Sentence, candidate: Candidate, event: Candidate | None) -> Candidate:
    """The candidate with the people of the event ("of the seven", "in the case of the nine", "their") or with none."""
    roles = Roles({k: v for k, v in candidate.roles.spans.items() if k != "who"}, dict(candidate.roles.heads))
    del roles.heads["who"]
    if event is not None and "who" in event.roles.spans:
        roles.put("who", event.roles.spans["who"], event.roles.heads.get("who"))
    else:
        start, end = candidate.roles.spans["who"]
        last = next(
            (k for k, c in reversed(list(enumerate(sentence.chunks))) if start <= c.start and c.end <= end), None
        )
        if last is not None and is_people(sentence.chunks[last]) is True:
            roles.put("who", (sentence.chunks[last].start, sentence.chunks[last].end), sentence.chunks[last])
    return replace(candidate, roles=roles)
