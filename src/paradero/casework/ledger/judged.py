"""What people judged of a statement: how it stands, and every judgement in force that names it."""

from __future__ import annotations

from collections.abc import Container

from paradero.casework.standing import in_force
from paradero.model import Judgement
from paradero.model.judgement import known_by
from paradero.store import Casebook

PAIRED = ("same", "different", "unsure")


def judgements_of(
    casebook: Casebook, statements: Container[str], known_on: str = ""
) -> dict[str, tuple[Judgement, ...]]:
    """Return the judgements in force about statements, by the id of each statement, in the order of making.

    Args:
        casebook: where.
        statements: ids of those that may be shown. A judgement of two of which one is not among them is left out: its
            reason may quote somebody who asked to be taken out.
        known_on: an ISO day or instant after which nothing is known; empty for everything.
    """
    known = [one for one in casebook.judgements() if known_by(one.made_at, known_on)]
    found: dict[str, tuple[Judgement, ...]] = {}
    for one in in_force(known):
        if one.decision in PAIRED and not all(id in statements for id in one.about):
            continue
        for id in dict.fromkeys((*one.about, one.replacement)):
            if id in statements and one.decision != "withdraws":
                found[id] = (*found.get(id, ()), one)
    return found
