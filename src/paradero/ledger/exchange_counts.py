"""The figures of an exchange held against each other: each leg's own, and what the whole case says of its people."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from paradero.ledger.accounts import Account
from paradero.ledger.claims import Claim
from paradero.ledger.exchange import DELIVERED, Exchange, Leg, attributed
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.intervals import TOLERANCE
from paradero.ledger.proposing import proposed
from paradero.ledger.reconciling import reconcile
from paradero.ledger.relations import Relation


def accounts_of(
    exchange: Exchange, relations: Iterable[Relation] | None = None, tolerance: Fraction | str = TOLERANCE
) -> tuple[tuple[Leg | None, Account], ...]:
    """Reconcile the figures of an exchange.

    Args:
        exchange: with its legs.
        relations: how its figures hang together, as people accepted them; proposed from their words when None. That the
            figures of what was delivered of one leg count one set follows from the leg itself.
        tolerance: as for ``reconcile``.

    Returns:
        The accounts, those of a leg with it, those of several legs with None.
    """
    figures: dict[str, AttributedFigure] = {}
    legs: dict[str, Leg] = {}
    for leg in exchange.legs:
        for claim in (*leg.movement.every, *leg.movement.subject.claims):
            figure = attributed(claim)
            if figure is not None:
                figures.setdefault(figure.id, figure)
                legs.setdefault(figure.id, leg)
    own = [relation for leg in exchange.legs for relation in _own(leg)]
    settled = {id for one in own for id in one.members}
    told = proposed(figures.values())[0] if relations is None else tuple(relations)
    others = [one for one in told if set(one.members) <= figures.keys() and not _said_already(one, settled)]
    made, _ = reconcile(figures.values(), [*own, *others], tolerance)
    return tuple((_leg(one, legs), one) for one in made)


def _own(leg: Leg) -> list[Relation]:
    """Return that the figures of what was delivered count one set, and what they fulfil."""
    done = _figures(claim for claim in leg.movement.claims if claim.state in DELIVERED and not claim.part_of)
    planned = [one for one in leg.movement.plans if one.state in ("offered", "agreed") and not one.part_of]
    found = [Relation("same", parts=done, why="they are told of one leg")] if len(done) > 1 else []
    found += [Relation("fulfils", id, done, why="offered or agreed of this leg") for id in _figures(planned) if done]
    return found


def _figures(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({figure.id for one in claims if (figure := attributed(one)) is not None}))


def _said_already(relation: Relation, settled: set[str]) -> bool:
    """Tell whether a proposal says of a leg's figures what the leg says itself."""
    return relation.kind in ("same", "fulfils") and len(settled & set(relation.members)) > 1


def _leg(account: Account, legs: dict[str, Leg]) -> Leg | None:
    of = {legs[id].id: legs[id] for id in account.figures if id in legs}
    return next(iter(of.values())) if len(of) == 1 else None
