"""People's words on the ledger's proposals: which claims speak of the same people, and what belongs to one exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paradero.casework.actor import Actor
from paradero.casework.errors import WrongDecision
from paradero.casework.people.asking import MENTIONS
from paradero.model import Judgement
from paradero.model.judgement import known_by
from paradero.store import Act, Casebook

if TYPE_CHECKING:
    from paradero.ledger import Placing

ACT = "exchange"


def judge_mentions(casebook: Casebook, one: str, other: str, decision: str, reason: str, actor: Actor) -> Judgement:
    """Judge whether two statements speak of the same people.

    Args:
        casebook: where.
        one, other: ids of statements, or beginnings of them.
        decision: ``same``, ``different`` or ``unsure``.
        reason: why, in the person's words.
        actor: who judges.

    Raises:
        WrongDecision: for another decision, or one statement twice. InvalidValue: for an empty reason.
        IdTooShort, UnknownId, AmbiguousId: when a prefix does not name one statement.
    """
    if decision not in ("same", "different", "unsure"):
        raise WrongDecision(f"{decision!r} cannot be decided about two statements.", "Decide: same, different, unsure.")
    pair = tuple(sorted({casebook.resolve("statement", id) for id in (one, other)}))
    if len(pair) != 2:
        raise WrongDecision("A statement cannot be judged against itself.", "Give two different ones.")
    judgement = Judgement(decision, pair, actor.name, reason, casebook.now())
    details = {"decision": decision, "about": list(pair), MENTIONS: {"about": list(pair)}}
    casebook.record(Act("judge", judgement.by, judgement.made_at, details, judgements=(judgement,)))
    return judgement


def place(casebook: Casebook, one: str, other: str, together: bool, reason: str, actor: Actor) -> None:
    """Say that two things belong to one exchange, or do not: statements, or a list and a statement of a leg.

    Args:
        casebook: where.
        one, other: ids of statements, documents, figures or movements; what they are is worked out when it is used.
        together: whether they belong together. The last word on two things holds.
        reason: why, in the person's words.
        actor: who says so.

    Raises:
        WrongDecision: for an empty reason, or the same thing twice.
    """
    if one == other:
        raise WrongDecision("A thing cannot be put beside itself.", "Give two different ones.")
    _record(casebook, one, other, together, reason, actor)


def accept_exchange(casebook: Casebook, marker: str, accepted: bool, reason: str, actor: Actor) -> None:
    """Accept an exchange as it is put together, or take that back; it is named by the claim that marks it."""
    _record(casebook, marker, marker, accepted, reason, actor)


def _record(casebook: Casebook, one: str, other: str, together: bool, reason: str, actor: Actor) -> None:
    if not reason.strip():
        raise WrongDecision("A word on an exchange needs a reason.", "Give it with --reason.")
    how: dict[str, Any] = {"one": one, "other": other, "together": together}
    casebook.record(Act(ACT, actor.name, casebook.now(), {ACT: how, "reason": reason}))


def placings(casebook: Casebook, known_on: str = "") -> tuple[Placing, ...]:
    """Return people's words in force, oldest first: of several on one pair the last."""
    from paradero.ledger import Placing

    last: dict[frozenset[str], Placing] = {}
    for done in casebook.done(ACT, ACT):
        if known_by(done.at, known_on):
            how = done.how
            pair = frozenset((how["one"], how["other"]))
            last.pop(pair, None)
            last[pair] = Placing(how["one"], how["other"], how["together"], done.actor)
    return tuple(last.values())
