"""Judging relations between figures: accept or reject a proposal, set one of one's own, take a decision back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.counts.asking import Counts, counts
from paradero.casework.counts.deciding import ACT, PART, Decision, RelationDecision, decisions, kept
from paradero.casework.errors import WrongDecision, WrongRelation
from paradero.store import Act, Casebook
from paradero.store.resolving import one_of

if TYPE_CHECKING:
    from paradero.ledger import Relation
    from paradero.ledger.relations import Kind

RELATION_DECISIONS = ("accepts", "rejects", "withdraws")


def judge_relation(
    casebook: Casebook, relation: Relation | str, decision: Decision, reason: str, actor: Actor
) -> RelationDecision:
    """Accept or reject a relation, or take back the last decision about it.

    Args:
        casebook: where.
        relation: the relation, or the first six characters or more of its id.
        decision: ``accepts``, ``rejects`` or ``withdraws``.
        reason: why, in the person's words.
        actor: who decides.

    Raises:
        WrongDecision: for another decision, an empty reason, or nothing to take back.
        UnknownId, AmbiguousId, IdTooShort: when the prefix does not name one relation.
    """
    if decision not in RELATION_DECISIONS:
        told = f"{decision!r} cannot be decided about a relation."
        raise WrongDecision(told, f"Decide: {', '.join(RELATION_DECISIONS)}.")
    made = decisions(casebook)
    if isinstance(relation, str):
        known = {one.id: one for one in counts(casebook).relations} | {id: one.relation for id, one in made.items()}
        relation = known[one_of("relation", relation, known)]
    if decision == "withdraws" and relation.id not in made:
        told = f"Nobody has decided about the relation {relation.id[:12]}, or it was taken back already."
        raise WrongDecision(told, "Accept or reject it.")
    before = made.get(relation.id)
    plain = relation if before is None else replace(relation, why=before.proposed)
    return _recorded(casebook, plain, decision, reason, actor)


def relate(
    casebook: Casebook,
    kind: Kind,
    whole: str,
    parts: Sequence[str],
    reason: str,
    actor: Actor,
    of_rest: Sequence[str] = (),
    rest: str = "",
    complete: bool = True,
    basis: str = "",
) -> RelationDecision:
    """Set a relation of one's own; a correction is a rejection and a relation of one's own.

    Args:
        casebook: where.
        kind: as in ``paradero.ledger.Relation``.
        whole, parts, of_rest, rest: figures by name, or by the first six characters or more of their digest.
        reason: why, in the person's words.
        actor: who sets it.
        complete, basis: as in ``Relation``.

    Raises:
        WrongRelation: for a relation that cannot be worked with, with what is wrong with it.
        WrongDecision: for an empty reason.
        UnknownId, AmbiguousId, IdTooShort: when a word does not name one figure.
    """
    from paradero.ledger import Relation

    known = counts(casebook)

    def named(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(known.named(one) for one in words)

    one = Relation(kind, known.named(whole) if whole else "", named(parts), named(of_rest))
    relation = replace(one, rest=known.named(rest) if rest else "", complete=complete, basis=basis.strip())
    _check(known, relation)
    return _recorded(casebook, relation, "sets", reason, actor)


def _check(known: Counts, relation: Relation) -> None:
    """Refuse a relation that cannot be used, by itself or together with those that people set."""
    from paradero.ledger.relations import KINDS, sound

    if relation.kind not in KINDS:
        raise WrongRelation(f"{relation.kind!r} is no kind of relation.", f"Known: {', '.join(KINDS)}.")
    ids = [one.id for one in known.figures]
    _, wrong = sound([*(one.relation for one in known.decided.values()), relation], ids)
    place = f"relation {relation.id[:12]}"
    mine = next((problem for problem in wrong if problem.place == place), None)
    if mine is not None:
        raise WrongRelation(known.shown(mine.message), mine.hint)
    if relation.kind == "same" and len(relation.parts) < 2:
        raise WrongRelation("A single figure is the same as nothing.", "Name two figures or more.")


def _recorded(
    casebook: Casebook, relation: Relation, decision: Decision, reason: str, actor: Actor
) -> RelationDecision:
    if not reason.strip():
        raise WrongDecision("A decision about a relation needs a reason.", "Give it with --reason.")
    at, words = casebook.now(), " ".join(reason.split())
    how = {"decision": decision, "reason": words, "relation": kept(relation)}
    details = {"decision": decision, "about": relation.id, "kind": relation.kind, "reason": words, PART: how}
    seq = casebook.record(Act(ACT, actor.name, at, details)).seq
    return RelationDecision(seq, at, actor.name, decision, relation, words, relation.why)
