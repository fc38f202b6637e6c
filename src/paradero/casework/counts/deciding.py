"""Decisions about relations: accepted, rejected, set by a person, or taken back. The last one in force holds.

Each is one act; its details keep the whole relation, so that it can be shown when nothing proposes it any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from paradero.model.judgement import known_by
from paradero.store import Casebook, Done

if TYPE_CHECKING:
    from paradero.ledger import Relation

ACT, PART = "relate", "relation"
Decision = Literal["accepts", "rejects", "sets", "withdraws"]
HOLDS = frozenset({"accepts", "sets"})
# What is claimed of each part by itself: rejecting some of them says nothing of the others.
_EACH = frozenset({"replaces", "relays", "verifies", "fulfils", "in_return", "bounds"})
_MOST_LEFT = 6  # proposals that may be left of one when several of its pairs were rejected


@dataclass(frozen=True, slots=True)
class RelationDecision:
    """One decision about one relation.

    Attributes:
        seq, at, by: number, moment and person of its audit entry.
        decision: what was decided. relation: about what. reason: why, in the person's words.
        proposed: what spoke for it when it was proposed; empty for a relation of a person's own.
    """

    seq: int
    at: str
    by: str
    decision: Decision
    relation: Relation
    reason: str
    proposed: str = ""


def decisions(casebook: Casebook, known_on: str = "") -> dict[str, RelationDecision]:
    """Return the decision in force about each relation that has one, by the relation's id.

    Args:
        casebook: where.
        known_on: an ISO day or instant after which nothing was decided; empty for everything.
    """
    made: dict[str, list[RelationDecision]] = {}
    for done in casebook.done(ACT, PART):
        if known_by(done.at, known_on):
            one = _read(done)
            about = made.setdefault(one.relation.id, [])
            if one.decision != "withdraws":
                about.append(one)
            elif about:
                about.pop()
    return {id: about[-1] for id, about in made.items() if about}


def kept(relation: Relation) -> dict[str, Any]:
    """Return a relation as the details of an act keep it."""
    return {**asdict(relation), "parts": list(relation.parts), "of_rest": list(relation.of_rest), "by": ""}


def _read(done: Done) -> RelationDecision:
    from paradero.ledger import Relation, accepted

    how = done.how
    written = {
        **how["relation"],
        "parts": tuple(how["relation"]["parts"]),
        "of_rest": tuple(how["relation"]["of_rest"]),
    }
    relation = Relation(**written)
    proposed = relation.why
    if how["decision"] in HOLDS:
        relation = accepted(relation, done.actor, how["reason"])
    return RelationDecision(done.seq, done.at, done.actor, how["decision"], relation, how["reason"], proposed)


def still_open(proposals: Iterable[Relation], made: Iterable[RelationDecision]) -> Iterator[Relation]:
    """Yield the proposals that nobody decided, without what people rejected or set already in them."""
    by_whole: dict[tuple[str, str], list[RelationDecision]] = {}
    for one in made:
        by_whole.setdefault((one.relation.kind, one.relation.whole), []).append(one)
    given: set[str] = set()
    for proposal in proposals:
        for left in _left(proposal, by_whole.get((proposal.kind, proposal.whole), ())):
            if left.id not in given:
                given.add(left.id)
                yield left


def _left(proposal: Relation, decided: Iterable[RelationDecision]) -> list[Relation]:
    """Return what a proposal still proposes; nothing where a decision covers it."""
    left = [proposal]
    for one in decided:
        left = [rest for before in left for rest in _without(before, one)][:_MOST_LEFT]
    return left


def _without(proposal: Relation, decided: RelationDecision) -> list[Relation]:
    mine, theirs = frozenset(proposal.parts), frozenset(decided.relation.parts)
    rests = (proposal.of_rest, proposal.rest) == (decided.relation.of_rest, decided.relation.rest)
    kind = proposal.kind
    if mine == theirs and rests:
        return []
    if kind in _EACH:
        return _with_parts(proposal, mine - theirs)
    if decided.decision in HOLDS:
        return [] if kind in ("same", "names") and mine <= theirs else [proposal]
    if kind == "same" and theirs <= mine:
        # Not all of them are one set; whoever else joined may be of the set of either.
        return [one for out in sorted(theirs) for one in _with_parts(proposal, mine - {out})]
    return [proposal]


def _with_parts(proposal: Relation, parts: frozenset[str]) -> list[Relation]:
    least = 2 if proposal.kind == "same" else 1
    kept_parts = tuple(part for part in proposal.parts if part in parts)
    return [replace(proposal, parts=kept_parts)] if len(kept_parts) >= least else []
