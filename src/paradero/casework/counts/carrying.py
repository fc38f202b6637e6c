"""Carrying: what people decided of figures of statements that were corrected since, proposed anew of the corrections.

A correction makes another statement, and with it another figure: whoever decided saw the old one. So the decision
rests, and what it said is proposed of the new figure, with who decided so before; it comes back when the correction
goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.casework.counts.deciding import HOLDS, RelationDecision
from paradero.casework.counts.figures import SHORT
from paradero.casework.standing import in_force
from paradero.model import Judgement

if TYPE_CHECKING:
    from paradero.ledger import Relation


def corrections(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return for each statement that was corrected the last one that stands for it, by their ids."""
    made = {one.about[0]: one.replacement for one in in_force(tuple(judgements)) if one.replacement}
    found: dict[str, str] = {}
    for id in made:
        met = [id]
        while met[-1] in made and made[met[-1]] not in met:
            met.append(made[met[-1]])
        found[id] = met[-1]
    return found


def carried(
    decisions: Mapping[str, RelationDecision], ids: Collection[str], corrected: Mapping[str, str]
) -> tuple[dict[str, RelationDecision], tuple[Relation, ...]]:
    """Part decisions about figures that were corrected from the others, and propose what they said of the corrections.

    Args:
        decisions: those in force, by the id of the relation. ids: of all figures that there are.
        corrected: as ``corrections`` gives it.

    Returns:
        The other decisions; and proposals, for each decision that holds and whose missing figures are all corrected.
    """
    kept: dict[str, RelationDecision] = {}
    proposals: list[Relation] = []
    for id, one in decisions.items():
        gone = [member for member in one.relation.members if member not in ids]
        if not gone or not all(corrected.get(member, "") in ids for member in gone):
            kept[id] = one
        elif one.decision in HOLDS:
            told = ", ".join(member[:SHORT] for member in gone)
            why = f"{one.by} set it of {told}, which was corrected since: {one.reason.rstrip('.')}"
            proposals.append(replace(_renamed(one.relation, corrected), by="", why=why))
    return kept, tuple(proposals)


def together(carried: Iterable[Relation], proposals: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return proposals with those that were carried: one that is proposed already gets what speaks for it besides."""
    found = {one.id: one for one in proposals}
    for one in carried:
        before = found.get(one.id)
        found[one.id] = one if before is None else replace(before, why=f"{one.why}; {before.why}")
    return tuple(found.values())


def _renamed(relation: Relation, corrected: Mapping[str, str]) -> Relation:
    def new(id: str) -> str:
        return corrected.get(id, id)

    parts, of_rest = (tuple(map(new, each)) for each in (relation.parts, relation.of_rest))
    return replace(relation, whole=new(relation.whole), parts=parts, of_rest=of_rest, rest=new(relation.rest))
