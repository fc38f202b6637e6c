"""Explaining: from any answer of the ledger to the claims that it rests on, and the rules by which it was made."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from paradero.ledger.accounts import Account
from paradero.ledger.claims import Claim
from paradero.ledger.disputes import Dispute
from paradero.ledger.episodes import Episode
from paradero.ledger.exchange import Exchange, Leg
from paradero.ledger.intermediaries import Intermediary
from paradero.ledger.movements import Movement
from paradero.ledger.subjects import Subject
from paradero.ledger.terms import Condition, StageTold
from paradero.ledger.whole import Ledger


@dataclass(frozen=True, slots=True)
class Explained:
    """One answer, explained.

    Attributes:
        kind: "exchange", "leg", "movement", "episode", "dispute", "account", "person", "group" or "statement".
        id, says: its id, and what it says in one line.
        rules: codes of the rules by which it was worked out; reasons: why in words, where the rule has none.
        statements: ids of the statements it rests on, in order.
        parts: what it is made of, each explained in turn.
    """

    kind: str
    id: str
    says: str
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    parts: tuple[Explained, ...] = ()


@cache
def rule_words() -> dict[str, dict[str, str]]:
    """Return the words for the rules, by code and language."""
    return tomllib.loads((files(__package__) / "rules.toml").read_text(encoding="utf-8"))


def explained(ledger: Ledger, id: str) -> tuple[Explained, ...]:
    """Explain every answer whose id begins so; several when that does not tell them apart, none when unknown."""
    found: dict[str, Explained] = {}
    for one in _answers(ledger):
        if one.id.startswith(id) and one.id not in found:  # a leg comes before the movement whose id it has
            found[one.id] = _one(ledger, one)
    for name, claim in ledger.claim.items():
        of = claim.statement
        if of not in found and (name.startswith(id) or of.startswith(id)):  # what was worked out is told beside it
            found[of] = Explained("statement", of, claim.words, (), (), (of,))
    return tuple(found.values()) or _accounts(ledger, id)


def _accounts(ledger: Ledger, id: str) -> tuple[Explained, ...]:
    """Explain the accounts of exchanges whose id begins so."""
    every = (_account(ledger, account) for one in ledger.exchanges for _, account in ledger.accounts(one))
    return tuple({one.id: one for one in every if one.id.startswith(id)}.values())


_Answer = Exchange | Leg | Movement | Episode | Dispute | Subject


def _answers(ledger: Ledger) -> Iterator[_Answer]:
    for exchange in ledger.exchanges:
        yield exchange
        yield from exchange.legs
    for of in ledger.movements.values():
        yield from of
    for episodes in ledger.chains.values():
        yield from episodes
    yield from ledger.disputes
    yield from ledger.subjects.values()


def _one(ledger: Ledger, answer: _Answer) -> Explained:
    if isinstance(answer, Exchange):
        return _exchange(ledger, answer)
    if isinstance(answer, Leg):
        return _leg(answer)
    if isinstance(answer, Movement):
        return _movement(answer)
    if isinstance(answer, Episode):
        return _episode(answer)
    return _dispute(answer) if isinstance(answer, Dispute) else _subject(ledger, answer)


def way(movement: Movement) -> str:
    """Return from where to where a movement goes: "El Salvador -> Venezuela by way of ..."."""
    origin = "?" if movement.origin is None else movement.origin.name
    end = "?" if movement.destination is None else movement.destination.name
    by = ", ".join(place.name for place in movement.via)
    return f"{origin} -> {end}" + (f" by way of {by}" if by else "")


def _statements(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the ids of the statements, or of the figures, that claims are made of."""
    return tuple(dict.fromkeys(one.statement for one in claims))


def _exchange(ledger: Ledger, one: Exchange) -> Explained:
    says = f"an exchange of {', '.join(one.parties)}"
    accounts = tuple(_account(ledger, account) for _, account in ledger.accounts(one))
    reasons = tuple(dict.fromkeys(filter(None, one.why)))
    beside: tuple[Intermediary | Condition | StageTold, ...] = (*one.intermediaries, *one.conditions, *one.stages)
    rules = tuple(dict.fromkeys(rule for each in beside for rule in each.rules))
    marking = _statements((*one.markers, *(claim for each in beside for claim in each.claims)))
    return Explained("exchange", one.id, says, rules, reasons, marking, (*map(_leg, one.legs), *accounts))


def _leg(one: Leg) -> Explained:
    reasons = (one.why_return,) if one.why_return else ()
    return Explained("leg", one.id, f"{one.label}: {one.standing}", (), reasons, (), (_movement(one.movement),))


def _movement(one: Movement) -> Explained:
    ids = _statements(one.every)
    carried = dict.fromkeys(each.carrier.rule for each in one.carriers if each.carrier.rule)
    rules = (*one.rules, *(("same_way_and_days",) if len(one.every) > 1 else ()), *carried)
    return Explained("movement", one.id, f"{one.subject.label}, {way(one)}", rules, (), ids)


def _episode(one: Episode) -> Explained:
    rules = []
    if one.joined:
        rules.append("sightings_joined")
    if any(not holding.said for holding in one.holdings):
        rules.append("held_by_the_state_of_the_place")
    if one.ended_by == "exchange" and not any(claim.act == "exchanged" for claim in one.claims):
        rules.append("ended_in_an_exchange")
    held = ", ".join(dict.fromkeys(holding.party for holding in one.holdings)) or "nobody told"
    ids = _statements(one.claims)
    return Explained("episode", one.id, f"{one.subject.label}, held by {held}", tuple(rules), (), ids)


def _dispute(one: Dispute) -> Explained:
    says = f"{one.label}: {one.status}"
    reasons = (one.linked,) if one.linked else ()
    return Explained("dispute", one.id, says, (), reasons, _statements(one.claims))


def _account(ledger: Ledger, one: Account) -> Explained:
    relation = one.relation
    reasons = (relation.why,) if relation is not None and relation.why else ()
    id = relation.id if relation is not None else "-".join(one.figures)
    told = [ledger.claim[name] for name in one.figures if name in ledger.claim]
    return Explained("account", id, one.text, (), reasons, _statements(told))


def _subject(ledger: Ledger, one: Subject) -> Explained:
    parts = tuple(_episode(episode) for episode in ledger.chains[one.id])
    reasons = (one.why,) if one.why else ()
    return Explained(one.kind, one.id, one.label, (), reasons, _statements(one.claims), parts)
