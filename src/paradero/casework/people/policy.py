"""The policy of a casebook: how many people must agree before two records are one, and what needs no person at all.

A policy is an act like any other: signed, dated, kept in the audit log, and the last one holds.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from paradero.casework.actor import Actor
from paradero.casework.errors import WrongPolicy
from paradero.model.judgement import known_by
from paradero.store import Act, Casebook

ACT = "policy"
DOCUMENT, UNCHANGED = "document_number", "unchanged_row"
MAY_ACCEPT = (DOCUMENT, UNCHANGED)
REVIEWERS_AT_MOST = 5


def signed(code: str) -> str:
    """Return in what name a policy signs what it accepts."""
    return f"policy: {code}"


SIGNED = tuple(map(signed, MAY_ACCEPT))


@dataclass(frozen=True, slots=True)
class Policy:
    """What a casebook asks for.

    Attributes:
        reviewers: how many people must judge two records "same" before they are one person.
        accepts: what is accepted without them: "document_number" for the same number of a document on two lists,
            "unchanged_row" for a row that a newer version of its list has unchanged.
    """

    reviewers: int = 1
    accepts: tuple[str, ...] = ()


def policy(casebook: Casebook, known_on: str = "") -> Policy:
    """Return the policy in force; one reviewer and nothing accepted when none was ever set."""
    done = casebook.done(ACT, ACT)
    last = [one for one in done if known_by(one.at, known_on)][-1:]
    return Policy(last[0].how["reviewers"], tuple(last[0].how["accepts"])) if last else Policy()


def set_policy(casebook: Casebook, reviewers: int, accepts: tuple[str, ...], reason: str, actor: Actor) -> Policy:
    """Set the policy from now on.

    Args:
        casebook: where.
        reviewers: from 1 to 5.
        accepts: codes of ``MAY_ACCEPT``.
        reason: why, in the person's words.
        actor: who sets it.

    Raises:
        WrongPolicy: for another number, another code, or an empty reason.
    """
    if not 1 <= reviewers <= REVIEWERS_AT_MOST:
        raise WrongPolicy(f"{reviewers} reviewers cannot be asked for.", f"Ask for 1 to {REVIEWERS_AT_MOST}.")
    unknown = sorted(set(accepts) - set(MAY_ACCEPT))
    if unknown:
        raise WrongPolicy(f"A policy cannot accept {unknown[0]!r}.", f"It can accept: {', '.join(MAY_ACCEPT)}.")
    if not reason.strip():
        raise WrongPolicy("A policy needs a reason.", "Give it with --reason.")
    set_ = Policy(reviewers, tuple(dict.fromkeys(accepts)))
    details = {ACT: {**asdict(set_), "accepts": list(set_.accepts)}, "reason": reason}
    casebook.record(Act(ACT, actor.name, casebook.now(), details))
    return set_
