"""Finding what a person means who gives the beginning of an id, a name, or some words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from paradero.casework import AmbiguousId, IdTooShort, UnknownId, WrongDecision
from paradero.cli.ledger.wording import short
from paradero.cli.screen import inline
from paradero.model import ParaderoError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.casework import LedgerOf
    from paradero.ledger import Exchange, Ledger, Subject
    from paradero.model.naming import Place

_T = TypeVar("_T")
LEAST = 6  # characters of an id that a person must give
_SHOWN = 8  # of several that may be meant


class NotFound(UnknownId):
    """Nothing of the ledger is called so."""

    def __init__(self, message: str, hint: str) -> None:
        ParaderoError.__init__(self, message, hint)


class SeveralFound(AmbiguousId):
    """Several things of the ledger may be meant."""

    def __init__(self, asked: str, kind: str, found: Sequence[str]) -> None:
        listed = "; ".join(found[:_SHOWN]) + (f"; and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else "")
        ParaderoError.__init__(
            self, f"{asked!r} may be any of {len(found):,} {kind}: {listed}.", "Give more of the id or of the words."
        )


class TooManyFound(AmbiguousId):
    """So many people have a name that none of them is told."""

    def __init__(self, asked: str, most: int) -> None:
        ParaderoError.__init__(
            self,
            f"More than {most:,} statements are about people whose names have the words {asked!r}.",
            "Give more of the name, or an id.",
        )


def subject_of(of: LedgerOf, kind: str, asked: str) -> Subject:
    """Return the person or group that an id, the beginning of one, or words of the label name.

    A person has the ids of all records that people judged to be of one person.

    Raises:
        NotFound, SeveralFound: when that is none, or not one.
    """
    known = [one for one in of.ledger.subjects.values() if one.kind == kind]
    own = person_ids(of, asked) if kind == "person" else frozenset()
    found = [one for one in known if one.id in own or _begins(one.id, asked)]
    found = found or [one for one in known if plain(one.label) == plain(asked)]
    found = found or [one for one in known if _has(one.label, asked)]
    if len(found) == 1:
        return found[0]
    if not found:
        listed = f"List them with: paradero show {kind}"
        raise NotFound(f"No {kind} of the ledger has an id or words like {asked!r}.", listed)
    raise SeveralFound(asked, f"{kind}s", [f"{inline(one.label)} ({short(one.id)})" for one in found])


def person_ids(of: LedgerOf, asked: str) -> frozenset[str]:
    """Return the ids of the persons of whom a record has an id that begins so."""
    return frozenset(person for id, person in of.person_of.items() if _begins(id, asked))


def exchange_of(ledger: Ledger, asked: str) -> Exchange:
    """Return the exchange of an id, or of the beginning of one.

    Raises:
        IdTooShort, NotFound, SeveralFound: when that is none, or not one.
    """
    found = [one for one in ledger.exchanges if _begins(one.id, asked)]
    return _only(found, asked, "exchange", "List them with: paradero show exchange")


def place_of(places: Sequence[Place], named: Sequence[str], asked: str) -> str:
    """Return the canonical name of the place or state that words name, of those where somebody is told to be held.

    Args:
        places: all that the ledger tells. named: what the gazetteer finds in the words.
        asked: the words.

    Raises:
        NotFound, SeveralFound: when that is none, or not one.
    """
    names = list(dict.fromkeys(name for place in places for name in (place.name, place.state) if name))
    found = [name for name in names if plain(name) == plain(asked)] or [name for name in named if name in names]
    found = found or [name for name in names if _has(name, asked)]
    if len(found) == 1:
        return found[0]
    if found:
        raise SeveralFound(asked, "places", [inline(name) for name in found])
    told = ", ".join(map(inline, sorted(names))) or "none"
    raise NotFound(f"Nobody is told to be held at {asked!r}.", f"Places of which that is told: {told}.")


def thing_of(of: LedgerOf, asked: str) -> tuple[str, str]:
    """Return what may be put to an exchange, or taken from it: its id as it is written down, and what it is in words.

    A leg is written down by the claim that tells it first, which stays the same when more is told of the leg.

    Raises:
        IdTooShort, NotFound, SeveralFound: when that is none, or not one.
        WrongDecision: for a statement that tells of no movement, and a document that is no list.
    """
    found: dict[str, str] = {}
    for movements in of.ledger.movements.values():
        for one in movements:
            if _begins(one.id, asked):
                found[(one.claims or one.plans)[0].id] = f"the leg {short(one.id)} of {inline(one.subject.label)}"
    for id in of.statements:
        if _begins(id, asked):
            found[id] = f"the statement {short(id)}"
    for id in of.documents:
        if _begins(id, asked):
            found[id] = f"the document {inline(of.documents[id].name)}"
    where = "“show exchange” gives the ids of legs, “show statements” and “show document” the others."
    id = _only(list(found), asked, "statement, list or leg", where)
    moving = {one.statement for of_one in of.ledger.movements.values() for leg in of_one for one in leg.every}
    lists = {roll.document for roll in of.ledger.rolls}
    if id in of.statements and id not in moving:
        raise WrongDecision(f"{found[id].capitalize()} moves nobody.", "An exchange is put together of movements.")
    if id in of.documents and id not in lists:
        raise WrongDecision(f"{found[id].capitalize()} is no list.", "Name a list, a leg, or a statement of a leg.")
    return id, found[id]


def statement_of(of: LedgerOf, asked: str) -> str:
    """Return the id of a statement that the ledger rests on.

    Raises:
        IdTooShort, NotFound, SeveralFound: when that is none, or not one.
    """
    found = [id for id in of.statements if _begins(id, asked)]
    return _only(found, asked, "statement", "List them with: paradero show statements")


def too_short(kind: str, asked: str) -> None:
    """Make sure that enough of an id is given.

    Raises:
        IdTooShort: for fewer than six characters.
    """
    if len(asked) < LEAST:
        raise IdTooShort(kind, asked, LEAST)


def plain(words: str) -> str:
    """Return words without accents, capitals and double spaces, to be compared."""
    apart = unicodedata.normalize("NFKD", words)
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).casefold().split())


def _only(found: Sequence[_T], asked: str, kind: str, hint: str) -> _T:
    if len(found) == 1:
        return found[0]
    too_short(kind, asked)
    if not found:
        raise NotFound(f"No {kind} of the ledger has an id that starts with {asked!r}.", hint)
    ids = [short(getattr(one, "id", str(one))) for one in found]
    raise SeveralFound(asked, f"{kind}s", ids)


def _begins(id: str, asked: str) -> bool:
    return len(asked) >= LEAST and id.startswith(asked.casefold())


def _has(label: str, asked: str) -> bool:
    told = plain(label)
    return bool(plain(asked)) and all(word in told for word in plain(asked).split())
