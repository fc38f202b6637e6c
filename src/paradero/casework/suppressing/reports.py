"""Reports that name somebody who asked to be taken out: which statements tell of them, and by which names.

A report seldom tells a birth, so only those are recognised in it who are on the suppression list by name alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from paradero.casework.names import gazetteer_of
from paradero.casework.suppressing.guarding import NOBODY, Guard, guard_by_hashes, in_force
from paradero.casework.suppressing.persons import NAME_ALONE, Person
from paradero.model import Document, Named, Statement
from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer


_LEAST = 3  # letters of a word that may be somebody's name


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Who of a report is taken out.

    Attributes:
        statements: the ids of those that tell of them.
        words: their names in every form that was read, and each word of these that is in nobody else's name.
    """

    statements: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def guard_of_reports(casebook: Casebook) -> Guard:
    """Return the guard by which people of reports are recognised; one that knows nobody when no name alone is on it.

    Raises:
        KeyMissing, KeyOpen, KeyWrong: when somebody is, and the key cannot be used.
    """
    alone = any(kind == NAME_ALONE for act in in_force(casebook.suppressions()) for kind, _ in act.how["hashes"])
    return guard_by_hashes(casebook) if alone else NOBODY


def taken_out(
    document: Document, statements: Mapping[str, Statement], gazetteer: Gazetteer, guarded: Guard
) -> TakenOut:
    """Tell who of a report is taken out.

    Args:
        document, statements: the report and all that was read in it, by id; also what somebody rejected.
        gazetteer: what is known there as a place or a body is no person. guarded: who is on the list.
    """
    from paradero.reading import people_named

    if not guarded.hashes or document.sheets or not statements:
        return TakenOut()
    people = people_named(document, statements, gazetteer)
    found = [one for one in people if guarded.ids_of(Person(one.names))]
    others = {word for one in people if one not in found for name in one.names for word in name.split()}
    names = frozenset(form for one in found for form in _forms(one, statements))
    told = {id for one in found for id in one.statements}
    told |= {id for id, one in statements.items() if any(name in words for name in names for words in _words(one))}
    lone = {word for name in names for word in name.split() if len(word) >= _LEAST} - others
    return TakenOut(frozenset(told), names | lone)


def taken_out_of_reports(casebook: Casebook, statements: Mapping[str, Statement]) -> frozenset[str]:
    """Return the ids of the statements of reports that tell of somebody who is taken out.

    Args:
        casebook: where. statements: all of some documents, those of one beside each other.
    """
    guarded = guard_of_reports(casebook)
    if not guarded.hashes:
        return frozenset()
    known, found = gazetteer_of(casebook), set[str]()
    for id, of in groupby(statements.items(), key=lambda one: one[1].document):
        own = dict(of)
        if any(one.span.row is None for one in own.values()):
            found |= taken_out(casebook.document(id), own, known, guarded).statements
    return frozenset(found)


def _forms(named: Named, statements: Mapping[str, Statement]) -> Iterator[str]:
    """Yield the names of somebody, and what statements about them call them by a part of these."""
    yield from named.names
    parts = {word for name in named.names for word in name.split()}
    for id in named.statements:
        yield from (words for words in _words(statements[id]) if words and set(words.split()) <= parts)


def _words(statement: Statement) -> Iterator[str]:
    """Yield the words of a statement, and those that they stand for."""
    yield from (statement.span.exact, statement.speaker.name, statement.speaker.as_written)
    who = statement.who.mention if statement.who is not None else None
    for mention in (who, statement.by, statement.origin, statement.destination, statement.at):
        if mention is not None:
            yield from (mention.text, mention.refers_to)
