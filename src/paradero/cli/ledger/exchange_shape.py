"""An exchange as JSON: legs with their cells, accounts with their arithmetic, lists compared person by person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paradero.cli.ledger.shapes import cited, claim_json, movement_json, rules_json, statements_of
from paradero.ledger import as_json
from paradero.model.public import when_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.casework import LedgerOf
    from paradero.ledger import Account, Cell, Claim, Compared, Exchange, Intermediary, Ledger, Leg


def exchange_json(one: Exchange, of: LedgerOf) -> dict[str, Any]:
    """Return an exchange ready for JSON."""
    return {
        "id": one.id,
        "day": when_json(one.day),
        "accepted_by": one.by or None,
        "roles": {party: list(roles) for party, roles in one.roles().items()},
        "intermediaries": [_intermediary(each) for each in one.intermediaries],
        "conditions": [
            {**_said(each.claims, each.rules), "words": each.words, "legs": list(each.legs)} for each in one.conditions
        ],
        "stages": [
            {
                **_said(each.claims, each.rules),
                "number": each.number or None,
                "words": list(each.words),
                "legs": list(each.legs),
            }
            for each in one.stages
        ],
        "legs": [leg_json(leg, why) for leg, why in zip(one.legs, one.why, strict=True)],
        "accounts": [_account(leg, account, of.ledger) for leg, account in of.ledger.accounts(one)],
        "lists": [compared_json(compared, of) for compared in of.ledger.compared(one)],
        "apart": [claim_json(claim) for claim in one.apart],
        "statements": statements_of(one.markers),
    }


def _intermediary(one: Intermediary) -> dict[str, Any]:
    return {
        "name": one.name,
        "called": list(one.called),
        "party": one.party or None,
        "parts": [{**_said(part.claims, ()), "role": part.role, "words": part.words} for part in one.parts],
        "rules": rules_json(one.rules),
        "statements": statements_of(one.claims),
    }


def _said(claims: Sequence[Claim], rules: Sequence[str]) -> dict[str, Any]:
    """Return who says something, with the statements; with the rules by which it was read, where there are any."""
    voices = list(dict.fromkeys(one.party or one.speaker for one in claims))
    said: dict[str, Any] = {"said_by": voices, "statements": statements_of(claims)}
    return said | ({"rules": rules_json(rules)} if rules else {})


def leg_json(leg: Leg, why: str = "") -> dict[str, Any]:
    """Return a leg with who says what of each of its states."""
    return {
        "id": leg.id,
        "label": leg.label,
        "subject": {"id": leg.movement.subject.id, "label": leg.movement.subject.label},
        "sender": leg.sender or None,
        "receiver": leg.receiver or None,
        "hubs": list(leg.hubs),
        "standing": leg.standing,
        "confirmed_by": list(leg.confirmed_by),
        "asserted_by": list(leg.asserted_by),
        "numbers": list(leg.numbers),
        "in_return_for": list(leg.in_return_for),
        "why_return": leg.why_return or None,
        "why": why or None,
        "cells": [cell_json(cell) for cell in leg.cells],
        "movement": movement_json(leg.movement),
    }


def cell_json(cell: Cell) -> dict[str, Any]:
    """Return what one party says of one state; a state that is told without a number has none, and never zero."""
    figures = [as_json(one) | {"written": one.written} for one in cell.numbers]
    return {
        "party": cell.party,
        "state": cell.state,
        "figures": figures,
        "claims": [claim_json(claim) for claim in cell.claims],
    }


def compared_json(compared: Compared, of: LedgerOf) -> dict[str, Any]:
    """Return the lists of a leg and what became of each person on them."""
    outcomes = dict.fromkeys(one.outcome for one in compared.persons)
    return {
        "leg": compared.leg.id,
        "lists": [
            {
                "document": roll.document,
                "state": roll.state or None,
                "party": roll.party or None,
                "persons": len(roll.persons),
                "rows_without_a_name": len(roll.unnamed),
                "without_a_name": roll.without_name if roll.unnamed else None,
                "why": why,
            }
            for roll, why in zip(compared.rolls, compared.why, strict=True)
        ],
        "counts": {outcome: compared.count(outcome) for outcome in outcomes},
        "against_names": [
            {"statements": cited(of.ledger, [one.figure]), "named": one.named, "unnamed": one.unnamed, "text": one.text}
            for one in compared.against_names
        ],
        "persons": [
            {
                "person": one.person,
                "label": of.ledger.subjects[one.person].label if one.person in of.ledger.subjects else None,
                "outcome": one.outcome,
                "lists": list(one.rolls),
                "statements": cited(of.ledger, one.claims),
            }
            for one in compared.persons
        ],
    }


def _account(leg: Leg | None, account: Account, ledger: Ledger) -> dict[str, Any]:
    told: dict[str, Any] = as_json(account)
    return {"leg": None if leg is None else leg.id, **told, "statements": cited(ledger, account.figures)}
