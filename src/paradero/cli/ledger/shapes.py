"""Answers of the ledger as JSON: absent is null, ids are whole, and what was worked out is named as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paradero.ledger import rule_words
from paradero.model.public import when_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paradero.casework import LedgerOf
    from paradero.ledger import Claim, Episode, Ledger, Movement, Subject, Trouble
    from paradero.model.naming import Place


def place_json(place: Place | None) -> dict[str, Any] | None:
    """Return a place; None where nobody tells it."""
    if place is None or not place.name:
        return None
    return {"name": place.name, "kind": place.kind or None, "state": place.state or None}


def statements_of(claims: Iterable[Claim]) -> list[str]:
    """Return the ids of the statements of claims, once each."""
    return list(dict.fromkeys(one.statement for one in claims))


def cited(ledger: Ledger, ids: Iterable[str]) -> list[str]:
    """Return the ids of the statements of claims that are given by their ids."""
    return list(dict.fromkeys(ledger.claim[id].statement if id in ledger.claim else id for id in ids))


def rules_json(codes: Iterable[str]) -> list[dict[str, str]]:
    """Return rules by code, each in words."""
    words = rule_words()
    return [{"rule": code, **words.get(code, {})} for code in dict.fromkeys(codes)]


def claim_json(one: Claim) -> dict[str, Any]:
    """Return what one statement says of people in custody."""
    figure = one.figure
    number = None if figure is None else {"written": figure.written or None, "value": figure.value, "high": figure.high}
    return {
        "statement": one.statement,
        "document": one.document or None,
        "speaker": one.speaker,
        "party": one.party or None,
        "said_on": None if one.said_on is None else one.said_on.isoformat(),
        "act": one.act,
        "state": one.state or None,
        "stance": one.stance,
        "modality": one.modality,
        "negative": one.negative,
        "scope": one.scope or None,
        "whom": None if one.whom is None else one.whom.label,
        "figure": number if figure is None or number is None else {**number, "operator": figure.operator},
        "part_of": one.part_of or None,
        "when": when_json(one.when),
        "words": one.words or None,
        "rules": list(one.rules),
    }


def movement_json(one: Movement) -> dict[str, Any]:
    """Return a movement with what is said of each of its states."""
    return {
        "id": one.id,
        "from": place_json(one.origin),
        "to": place_json(one.destination),
        "by_way_of": [place_json(place) for place in one.via],
        "carriers": [
            {
                "kind": each.carrier.kind or None,
                "words": each.carrier.words,
                "of": each.carrier.of or None,
                "planned": each.planned,
                "rules": rules_json(filter(None, [each.carrier.rule])),
                "statements": statements_of(each.claims),
            }
            for each in one.carriers
        ],
        "day": when_json(one.day),
        "carried_out": one.carried_out,
        "arrived": one.arrived,
        "home": one.home,
        "changes_holder_only": one.changes_holder_only,
        "states": [
            {"state": state, "claims": [claim_json(claim) for claim in claims]} for state, claims in one.states.items()
        ],
        "rules": rules_json(one.rules),
        "statements": statements_of(one.every),
    }


def episode_rules(one: Episode) -> list[str]:
    """Return the codes of the rules by which an episode was worked out."""
    found = ["sightings_joined"] if one.joined else []
    if any(not holding.said for holding in one.holdings):
        found.append("held_by_the_state_of_the_place")
    if one.ended_by == "exchange" and not any(claim.act == "exchanged" for claim in one.claims):
        found.append("ended_in_an_exchange")
    return found


def episode_json(one: Episode, ledger: Ledger) -> dict[str, Any]:
    """Return an episode with who holds, by kind, and the statements of each thing told."""
    return {
        "id": one.id,
        "holders": [
            {
                "kind": holding.kind,
                "party": holding.party,
                "said": holding.said,
                "speakers": list(holding.speakers),
                "statements": cited(ledger, holding.claims),
            }
            for holding in one.holdings
        ],
        "disputed": one.disputed,
        "places": [place_json(place) for place in one.places],
        "bases": [{"words": words, "statements": cited(ledger, ids)} for words, ids in one.bases],
        "start": when_json(one.start),
        "end": when_json(one.end),
        "ended_by": one.ended_by or None,
        "liberty": one.liberty or None,
        "acknowledged": one.acknowledged,
        "contact": [{"code": code, "statements": cited(ledger, ids)} for code, ids in one.contact],
        "joined": one.joined,
        "again": one.again or None,
        "begins": None if one.begins is None else one.begins.id,
        "finishes": None if one.finishes is None else one.finishes.id,
        "rules": rules_json(episode_rules(one)),
        "statements": statements_of(one.claims),
    }


def subject_json(one: Subject) -> dict[str, Any]:
    """Return who a person or a group is, with how many statements tell of them."""
    return {
        "id": one.id,
        "kind": one.kind,
        "label": one.label,
        "peoples": sorted(one.peoples),
        "why": one.why or None,
        "statements": statements_of(one.claims),
    }


def trouble_json(one: Trouble, of: LedgerOf) -> dict[str, Any]:
    """Return something wrong in a chain, with its document by id and by name."""
    document = of.documents.get(one.problem.source)
    return {
        "code": one.problem.code,
        "severity": one.problem.severity,
        "subject": one.subject,
        "message": one.problem.message,
        "hint": one.problem.hint or None,
        "document": None if document is None else document.id,
        "document_name": None if document is None else document.name,
        "statements": cited(of.ledger, one.claims),
    }


def asked_json(of: LedgerOf, **more: Any) -> dict[str, Any]:
    """Return as of when an answer holds: what every answer of the ledger says of itself."""
    said = None if of.said_by is None else of.said_by.isoformat()
    day = None if of.as_of is None else of.as_of.isoformat()
    return {"known_on": of.known_on or None, "said_by": said, "withheld": of.withheld, "as_of": day, **more}
