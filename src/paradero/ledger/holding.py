"""Holding: who holds, who answers for it by law, and who pays; each party with the claims that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from paradero.ledger.claims import HOLDING, TAKING, Claim
from paradero.ledger.movements import Movement

HoldingKind = Literal["physical", "legal", "payer"]
_LEGAL = re.compile(
    r"\b(?:legal (?:custod\w+|responsib\w+|authority)|jurisdiction|responsib(?:le|ility) for|on behalf of"
    r"|custodia legal|responsabilidad legal|jurisdicción|por cuenta de)\b",
    re.IGNORECASE,
)
_PAYING = re.compile(r"\b(?:pa(?:y|ys|id|ying)|financ\w+|funded|fees?|paga\w*|financia\w*)\b", re.IGNORECASE)
_CONTACT = ("visited", "denied_contact", "denied_counsel", "incommunicado")


@dataclass(frozen=True, slots=True)
class Holding:
    """A party that holds, by claims that say so.

    Attributes:
        kind: "physical" (keeps them), "legal" (they are under its jurisdiction or responsibility), "payer".
        party: the state or body.
        claims: ids of the claims that name it. speakers: those who say so, by party where that is known.
        said: whether a claim names it as who holds them; False when only the place is told, and who holds them there is
            worked out.
    """

    kind: HoldingKind
    party: str
    claims: tuple[str, ...]
    speakers: tuple[str, ...]
    said: bool = True


def holdings(before: Movement | None, after: Movement | None, claims: Iterable[Claim]) -> tuple[Holding, ...]:
    """Return who holds in a stretch between two movements, with the kind that the words tell; physical by default."""
    told: defaultdict[tuple[HoldingKind, str], list[Claim]] = defaultdict(list)
    for one in claims:
        if one.act in HOLDING | TAKING and one.holder and not _PAYING.search(one.words):
            told["legal" if _LEGAL.search(one.words) else "physical", one.holder].append(one)
    for movement, giving in ((after, True), (before, False)):
        place = None if movement is None else movement.origin if giving else movement.destination
        if movement is not None and place is not None and not (not giving and movement.home):
            party = place.state or place.name
            says = [one for one in movement.claims if _tells(one, party, giving)]
            if says or not told:
                told["physical", party] += says or list(movement.claims)
    return tuple(_holding(kind, party, of) for (kind, party), of in told.items())


def _holding(kind: HoldingKind, party: str, claims: list[Claim]) -> Holding:
    speakers = dict.fromkeys(one.party or one.speaker for one in claims)
    said = any(one.by is not None and (one.by.state or one.by.name) == party for one in claims)
    return Holding(kind, party, tuple(one.id for one in claims), tuple(speakers), said)


def _tells(claim: Claim, party: str, giving: bool) -> bool:
    place = claim.origin or claim.by if giving else claim.destination
    return place is not None and (place.state or place.name) == party


def payers(claims: Iterable[Claim]) -> tuple[Holding, ...]:
    """Return who is said to pay for their being held."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        if one.by is not None and _PAYING.search(one.words):
            told[one.by.state or one.by.name].append(one)
    return tuple(_holding("payer", party, of) for party, of in told.items())


def contact_of(every: Iterable[Claim], own: Iterable[Claim]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what is told of contact with relatives, counsel or delegates, by code; "not_visited" for its denial."""
    documents = {one.document for one in own}
    told: defaultdict[str, list[str]] = defaultdict(list)
    for one in every:
        if one.act in _CONTACT and one.modality == "actual" and one.document in documents:
            told[f"not_{one.act}" if one.negative else one.act].append(one.id)
    return tuple((code, tuple(ids)) for code, ids in told.items())
