"""How statements stand after people's judgements: a pure function of what is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from paradero.model import Judgement, Statement

Status = Literal["unjudged", "accepted", "rejected", "corrected", "withdrawn"]
STATUS: Mapping[str, Status] = MappingProxyType({"accepts": "accepted", "rejects": "rejected", "corrects": "corrected"})
STANDS: frozenset[Status] = frozenset({"unjudged", "accepted"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How one statement stands.

    Attributes:
        status: ``unjudged``; ``accepted``, ``rejected`` or ``corrected`` by the last judgement in force; a statement
            entered as a correction is ``accepted`` by that judgement, and ``withdrawn`` when the judgement is.
        judgement: the one that decides; None when unjudged.
        contested: whether people's last judgements in force disagree; the latest decides, and the other is not lost.
    """

    status: Status = "unjudged"
    judgement: Judgement | None = None
    contested: bool = False

    @property
    def stands(self) -> bool:
        """Whether the statement is to be used: accepted, or not judged yet."""
        return self.status in STANDS


def standing(statements: Iterable[Statement], judgements: Sequence[Judgement]) -> dict[str, Standing]:
    """Work out how each statement stands.

    Args:
        statements: those asked about.
        judgements: all of the casebook, in the order in which they were made.

    Returns:
        The standing by the statement's id.
    """
    return standing_by_id((statement.id for statement in statements), judgements)


def standing_by_id(ids: Iterable[str], judgements: Sequence[Judgement]) -> dict[str, Standing]:
    """Work out how each statement of an id stands; ids are dear to work out, and the store knows them."""
    about: defaultdict[str, list[Judgement]] = defaultdict(list)
    forced = in_force(judgements)
    for judgement in forced:
        if judgement.decision in STATUS:
            about[judgement.about[0]].append(judgement)
    makers = {judgement.replacement: judgement for judgement in judgements if judgement.replacement}
    makers.update({judgement.replacement: judgement for judgement in forced if judgement.replacement})
    holding = {judgement.id for judgement in forced}
    return {id: _one(about[id], makers.get(id), holding) for id in ids}


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that no later one in force withdraws, in order; a withdrawal can be withdrawn as well."""
    withdrawn: set[str] = set()
    holding: list[Judgement] = []
    for judgement in reversed(judgements):
        if judgement.id in withdrawn:
            continue
        if judgement.decision == "withdraws":
            withdrawn.update(judgement.about)
        holding.append(judgement)
    return tuple(reversed(holding))


def _one(own: Sequence[Judgement], maker: Judgement | None, in_force: set[str]) -> Standing:
    if own:
        last_words = {judgement.by: (judgement.decision, judgement.replacement) for judgement in own}
        return Standing(STATUS[own[-1].decision], own[-1], len(set(last_words.values())) > 1)
    if maker is None:
        return Standing()
    return Standing("accepted" if maker.id in in_force else "withdrawn", maker)
