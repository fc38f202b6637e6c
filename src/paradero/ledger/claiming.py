"""Claiming: from statements to claims, with the places and parties by the one name each goes by. A pure function."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from paradero.ledger.beside import NOTHING, Beside, beside
from paradero.ledger.carriers import is_carrier
from paradero.ledger.claims import LEAVING, REACHING, Claim
from paradero.ledger.named import NamesTold, as_named
from paradero.ledger.people_words import said, whom_of
from paradero.ledger.phrases import phrase, phrases
from paradero.ledger.returning import counterpart, for_people, given_for, in_return
from paradero.ledger.stated import STATES, figure_of
from paradero.model import Mention, Statement
from paradero.model.naming import Naming, Place

_EXITS = {
    "refused": "refused",
    "substituted": "substituted",
    "withheld": "withheld",
    "postponed": "postponed",
    "died": "deceased",
}
_PLANNED = {"demands": "requested", "offers": "offered"}
# "entregamos", "hemos entregado": Spanish says "we" by the verb alone.
_WE_DID = re.compile(r"(?:[aei]mos|\bhemos \w+)$", re.IGNORECASE)


def claims_of(
    statements: Mapping[str, Statement],
    naming: Naming,
    published: Mapping[str, date | None] | None = None,
    persons: Mapping[str, tuple[str, ...]] | None = None,
    publishers: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
) -> tuple[Claim, ...]:
    """Return what statements say of people in custody, in the order given.

    Args:
        statements: by id; those that stand.
        naming: what knows the names of places, parties and peoples.
        published: the day of each document, by its id. publishers: who published it; a government's own paper speaks
            for it.
        persons: who is meant, in the register, by the id of the statement; what is not there is told by names alone.
        texts: the text of each document, to see what stands before a statement in its sentence; without it, as much as
            its span has.
    """
    days, known, whole = published or {}, persons or {}, texts or {}
    voices, names = _voices(statements.values(), naming, publishers or {}), NamesTold(statements, known)
    found: list[Claim] = []
    for id, one in statements.items():
        text = whole.get(one.document, "")
        told = beside(one, text, naming)
        meant = replace(one, modality="conditional") if told.within else one
        for claim in _claims(id, meant, naming, voices, days, known.get(id, ())):
            claim = _named(claim, one, names)
            if claim.returns and not given_for(claim, one, text, naming):
                continue
            marked = replace(claim, in_exchange=in_return(one, text) and for_people(one, naming))
            found.append(marked if claim.returns or told is NOTHING else _with(marked, told))
    return tuple(found)


def _named(claim: Claim, one: Statement, names: NamesTold) -> Claim:
    """Say who is meant where words have but a part of the name that their document has elsewhere."""
    whom = claim.whom
    if whom is None or whom.persons or whom.names or one.span.row is not None:
        return claim
    mention = one.in_return_for if claim.returns else None if one.who is None else one.who.mention
    found = names.meant(claim.document, mention)
    if not found:
        return claim
    named, persons = as_named(found)
    whole = whom.refers_to or (named[0] if len(named) == 1 and named[0] != whom.words else "")
    whom = replace(whom, names=named, persons=persons, refers_to=whole, human=True)
    figure = claim.figure if claim.figure is not None and claim.figure.known else None  # one who is named is no number
    return replace(claim, whom=whom, figure=figure, rules=(*claim.rules, "named_elsewhere"))


def _with(claim: Claim, told: Beside) -> Claim:
    """Add what the sentence of a statement says beside it."""
    return replace(
        claim,
        carriers=told.carriers,
        mediations=told.mediations,
        conditions=told.conditions,
        stages=told.stages,
        rules=(*claim.rules, "told_as_a_condition") if told.within else claim.rules,
    )


def _voices(
    statements: Iterable[Statement], naming: Naming, publishers: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """Return for whom each speaker of each document speaks, as their name, the words beside it or the paper tell."""
    found: dict[tuple[str, str], str] = {}
    for one in statements:
        key = (one.document, one.speaker.name)
        if not found.get(key):
            called = [one.speaker.name, one.speaker.as_written, one.speaker.description]
            if one.speaker.kind == "outlet" or one.speaker.name.casefold().removeprefix("the ") == "government":
                called.append(publishers.get(one.document, ""))
            found[key] = next((party for words in called if words and (party := naming.speaks_for(words))), "")
    return found


def _claims(
    id: str,
    one: Statement,
    naming: Naming,
    voices: Mapping[tuple[str, str], str],
    days: Mapping[str, date | None],
    persons: tuple[str, ...],
) -> Iterator[Claim]:
    party = voices.get((one.document, one.speaker.name), "")
    said_on = one.said_on.earliest_start if one.said_on is not None else days.get(one.document)
    claim = Claim(
        id,
        id,
        one.document,
        one.speaker.name,
        one.act,
        _state(one),
        party,
        one.span.start,
        said_on,
        one.stance,
        one.modality,
        one.polarity == "negative",
        one.scope,
        one.stance == "confirms",
        whom_of(one, naming, persons),
        one.figure,
        when=one.when,
        basis=said(one.basis),
        outcome=said(one.outcome),
        reason_words=said(one.reason),
        accusation="" if one.accusation is None else one.accusation.text,
        denies=one.denies,
        row=one.span.row,
        words=one.span.exact,
    )
    claim = _placed(replace(claim, told=figure_of(one, said_on)[0]), one, naming)
    yield claim
    if one.in_return_for is not None:
        yield counterpart(claim, one.in_return_for, naming)


def _state(one: Statement) -> str:
    state = _EXITS.get(one.act) or STATES.get(one.act, "")
    if one.stance in _PLANNED:
        return _PLANNED[one.stance]
    if one.modality != "actual" and state not in ("", "requested", "offered", "agreed", "postponed"):
        return "scheduled"
    return state


def _placed(claim: Claim, one: Statement, naming: Naming) -> Claim:
    """Name the places: "at" is where they are held, what they leave, or what they reach, as the act has it."""
    rules = list(claim.rules)
    did = one.by is None and bool(_WE_DID.search(one.trigger.exact))
    ours = did or said(one.by).casefold() in phrases("we") or bool(phrase("ours").search(said(one.at)))
    by = _speakers(claim, rules) if did else _by(one.by, claim, naming, rules)
    origin, destination = place_in(one.origin, naming), place_in(one.destination, naming)
    at, via = None if is_carrier(one.at) else place_in(one.at, naming), None  # "aboard a Red Cross plane" is no place
    if at is None and claim.party and phrase("ours").search(said(one.at)):
        at = Place(claim.party, "state", claim.party)
        rules.append("ours_is_the_speakers")
    home = bool(phrase("home").search(said(one.destination))) and destination is None
    if at is not None and one.act in REACHING:
        if destination is None and not home:
            destination, at = at, None
        else:
            via, at = at, None
    elif at is not None and one.act == "exchanged":
        via, at = at, None  # where people are exchanged is neither where they were held nor where they go
    elif at is not None and one.act in LEAVING and origin is None:
        origin, at = at, None
        rules.append("held_where_they_leave")
    if claim.whom is not None and claim.whom.vague and origin is None and one.act in LEAVING | {"in_transit"}:
        origin = _before_the_act(one, naming)
        rules += ["place_in_the_words_for_them"] if origin is not None else []
    placed = replace(claim, by=by, origin=origin, destination=destination, at=at, via=via)
    return replace(placed, home=home, ours=ours, rules=tuple(rules))


def _by(mention: Mention | None, claim: Claim, naming: Naming, rules: list[str]) -> Place | None:
    if mention is None:
        return None
    words = said(mention)
    if words.casefold() in phrases("we"):
        return _speakers(claim, rules)
    party = naming.speaks_for(words)
    return Place(party, "state", party) if party else place_in(mention, naming)


def _speakers(claim: Claim, rules: list[str]) -> Place | None:
    """Return the speaker's own side; None when nobody tells whose side that is."""
    if not claim.party:
        return None
    rules.append("we_are_the_speakers")
    return Place(claim.party, "state", claim.party)


def _before_the_act(one: Statement, naming: Naming) -> Place | None:
    """Return the place in the words between a pronoun and its act: "those freed in Venezuela were en route"."""
    if one.who is None or one.who.mention.end is None or one.trigger.start <= one.who.mention.end:
        return None
    words = one.span.exact[one.who.mention.end - one.span.start : one.trigger.start - one.span.start]
    return next((found.place for found in naming.find(words) if not found.people), None)


def place_in(mention: Mention | None, naming: Naming) -> Place | None:
    """Return the narrowest place that a mention names; of a name in apposition the one that stands first."""
    if mention is None:
        return None
    for words in (mention.text, mention.refers_to):
        every = naming.find(words) if words else ()
        found = [one.place for one in every if not one.people] or [one.place for one in every]  # "Venezuelan prisons"
        if found:
            return min(found, key=lambda place: place.kind == "state")
    return None
