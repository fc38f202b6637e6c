"""Judging statements: accept, reject, correct, or withdraw an earlier judgement; signed, with a reason."""

from __future__ import annotations

from collections.abc import Mapping

from paradero.casework.actor import Actor
from paradero.casework.correcting import corrected
from paradero.casework.errors import AlreadyWithdrawn, WrongDecision
from paradero.casework.standing import in_force
from paradero.model import Judgement, Statement
from paradero.store import Act, Casebook

DECISIONS = ("accepts", "rejects", "corrects", "withdraws")


def judge(
    casebook: Casebook,
    target: str,
    decision: str,
    reason: str,
    actor: Actor,
    changes: Mapping[str, str] | None = None,
) -> Judgement:
    """Judge a statement, or withdraw a judgement.

    Args:
        casebook: where.
        target: id, or its first six characters or more, of the statement; of the judgement for ``withdraws``.
        decision: ``accepts``, ``rejects``, ``corrects`` or ``withdraws``.
        reason: why, in the person's words.
        actor: who judges.
        changes: for ``corrects``, the new words or codes by field (``casework.CHANGEABLE``); an empty text clears one.

    Returns:
        The judgement; for ``corrects`` its ``replacement`` is the id of the new statement.

    Raises:
        WrongDecision, UnknownField, NothingCorrected, AlreadyWithdrawn: as they say.
        InvalidValue, UnknownCode: for an empty reason, or a change that the field cannot take.
        UnknownId, AmbiguousId, IdTooShort: when the target does not name one thing.
    """
    _check(decision, changes)
    at = casebook.now()
    if decision == "withdraws":
        judgement = Judgement(decision, (_to_withdraw(casebook, target),), actor.name, reason, at)
        return _recorded(casebook, judgement)
    id = casebook.resolve("statement", target)
    if decision != "corrects":
        return _recorded(casebook, Judgement(decision, (id,), actor.name, reason, at))
    statement = casebook.statement(id)
    text = casebook.document(statement.document).text
    right = corrected(statement, text, changes or {}, actor.name, at)
    return _recorded(casebook, Judgement(decision, (id,), actor.name, reason, at, right.id), right)


def _check(decision: str, changes: Mapping[str, str] | None) -> None:
    if decision not in DECISIONS:
        raise WrongDecision(f"{decision!r} cannot be decided about a statement.", f"Decide: {', '.join(DECISIONS)}.")
    if changes and decision != "corrects":
        raise WrongDecision(f"{decision!r} changes nothing, but changes are given.", "Decide: corrects.")


def _to_withdraw(casebook: Casebook, target: str) -> str:
    id = casebook.resolve("judgement", target)
    if all(judgement.id != id for judgement in in_force(casebook.judgements())):
        raise AlreadyWithdrawn(id)
    return id


def _recorded(casebook: Casebook, judgement: Judgement, *statements: Statement) -> Judgement:
    details = {"decision": judgement.decision, "about": list(judgement.about)}
    act = Act("judge", judgement.by, judgement.made_at, details, statements=statements, judgements=(judgement,))
    casebook.record(act)
    return judgement
