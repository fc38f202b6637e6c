"""Judging two records: one person, two, or open; signed, with a reason, taken back only by a later judgement."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from paradero.casework.actor import Actor
from paradero.casework.errors import WrongDecision
from paradero.model import Judgement
from paradero.store import Act, Casebook

if TYPE_CHECKING:
    from paradero.casework.people.records import Record

LINK_DECISIONS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a pair came before a person; kept in the audit entry, so that the scores can be measured afterwards.

    Attributes:
        probability: the score that it had. drawn: "order", or "chance".
    """

    probability: float
    drawn: Literal["order", "chance"] = "order"


def judge_pair(
    casebook: Casebook, one: Record, other: Record, decision: str, reason: str, actor: Actor, shown: Shown | None = None
) -> Judgement:
    """Judge whether two records are one person.

    Args:
        casebook: where.
        one, other: entries of lists or people of reports.
        decision: ``same``, ``different`` or ``unsure``.
        reason: why, in the person's words.
        actor: who judges.
        shown: how the pair came before them; None when they looked for it themselves.

    Returns:
        The judgement. Its audit entry tells where both records stand, since records themselves are not written.

    Raises:
        WrongDecision: for another decision, or one record twice. InvalidValue: for an empty reason.
    """
    places = {one.id: one.place, other.id: other.place}
    return record_judgement(casebook, places, decision, reason, actor, shown)


def record_judgement(
    casebook: Casebook, places: dict[str, str], decision: str, reason: str, actor: Actor, shown: Shown | None = None
) -> Judgement:
    """Record the judgement of two records, given by id with the place where each stands."""
    if decision not in LINK_DECISIONS:
        raise WrongDecision(
            f"{decision!r} cannot be decided about two records.", f"Decide: {', '.join(LINK_DECISIONS)}."
        )
    if len(places) != 2:
        raise WrongDecision("A record cannot be judged against itself.", "Give two different ones.")
    judgement = Judgement(decision, tuple(sorted(places)), actor.name, reason, casebook.now())
    details: dict[str, Any] = {
        "decision": decision,
        "about": list(judgement.about),
        "places": [places[id] for id in judgement.about],
    }
    if shown is not None:
        details["shown"] = {"about": list(judgement.about), **asdict(shown)}
    casebook.record(Act("judge", judgement.by, judgement.made_at, details, judgements=(judgement,)))
    return judgement
