"""The people whom a report names, one of each, gathered from its statements: a pure function of both.

That "Mr Drost" and "Pavel Drost" of one report are one person is worked out here, by their words alone; that people of
two reports are one is for people to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paradero.model import Named
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.names import person_names
from paradero.reading.speakers.full_names import key, same_person
from paradero.reading.speakers.nouns import noun_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from paradero.model import Document, Statement

_ADDRESSED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sr|Sra|Srta|Don|Doña)\.? (?P<name>[^\W\d_a-z][\w’'-]+)")
_AGE_AFTER = re.compile(
    r",? ?\((?:aged )?(?P<bracket>\d{1,3})\)"
    r"|, (?:aged |de )?(?P<comma>\d{1,3})(?: años)?(?=[,.;)]| (?:and|y|who|from) )"
)
_AGE_BEFORE = re.compile(r"\b(?P<years>\d{1,3})-year-old (?:[\w’'-]+ ){0,3}$")
_OLDEST = 120


def people_named(
    document: Document, statements: Mapping[str, Statement], gazetteer: Gazetteer | None = None
) -> tuple[Named, ...]:
    """Return the people whom a report names, in the order in which they come.

    Args:
        document: the report.
        statements: what it says, by id.
        gazetteer: what is known there as a place or a body is no person; the built-in one when None.

    Returns:
        Everybody named as the one concerned, as the one who acts, or as a speaker. A short name is that of the one
        person of the report who has it; where several have it, it stands by itself.
    """
    known = gazetteer if gazetteer is not None else Gazetteer.default()
    found: dict[tuple[str, ...], _Found] = {}
    for said, statement in statements.items():
        for name in names_in(statement, known):
            words = key(name)
            one = found.setdefault(words, _Found(words))
            one.names[name] = None
            one.statements[said] = None
    id, text = document.id, document.text
    people = (_named(id, text, one) for one in _gathered(found.values()))
    return tuple(sorted(people, key=lambda one: (one.start < 0, one.start)))


@dataclass(slots=True)
class _Found:
    words: tuple[str, ...]
    names: dict[str, None] = field(default_factory=dict)
    statements: dict[str, None] = field(default_factory=dict)


def names_in(statement: Statement, known: Gazetteer) -> Iterator[str]:
    """Yield the names in a statement: of whom it is about, who acts and who speaks."""
    if statement.who is not None:
        yield from filter(None, map(_without_office, statement.who.names))
    if statement.speaker.kind == "person" and statement.speaker.resolved:
        yield from _told(statement.speaker.name, known)
    for mention in (statement.by, statement.origin, statement.destination):
        if mention is not None:
            yield from _told(mention.refers_to or mention.text, known)


def _told(words: str, known: Gazetteer) -> tuple[str, ...]:
    """Return the names in some words; of somebody who is addressed by one name, that one."""
    names = tuple(filter(None, map(_without_office, person_names(words, 0, len(words), known))))
    addressed = _ADDRESSED.fullmatch(words)
    return names or ((addressed["name"],) if addressed else ())


def _without_office(name: str) -> str:
    """Return a name without the words for an office before it; empty when it is an office and no name, or a body's."""
    words = name.split()
    last = max((place for place, word in enumerate(words) if noun_of(word.lower().rstrip("."))), default=-1)
    return " ".join(words[last + 1 :])


def _gathered(found: Iterable[_Found]) -> list[_Found]:
    """Join short names to the one longer name that has their words."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: -len(one.words)):
        fuller = [other for other in kept if same_person(one.words, other.words)]
        if len(fuller) == 1:
            fuller[0].names.update(one.names)
            fuller[0].statements.update(one.statements)
        else:
            kept.append(one)
    return kept


def _named(document: str, text: str, one: _Found) -> Named:
    name = max(one.names, key=lambda name: len(key(name)))
    start = text.find(name)
    ages = {age for form in one.names for age in _ages(text, form)}
    age = ages.pop() if len(ages) == 1 else None
    return Named(document, name, tuple(one.names), tuple(one.statements), start, start + len(name), age)


def _ages(text: str, name: str) -> Iterator[int]:
    """Yield the ages that stand beside a name, wherever the text has it."""
    for place in re.finditer(rf"\b{re.escape(name)}\b", text):
        after = _AGE_AFTER.match(text, place.end())
        before = _AGE_BEFORE.search(text, max(0, place.start() - 60), place.start())
        told = (after["bracket"] or after["comma"]) if after else before["years"] if before else ""
        if told and int(told) <= _OLDEST:
            yield int(told)
