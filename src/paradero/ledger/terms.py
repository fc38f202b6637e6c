"""Terms of an exchange: the conditions that somebody sets, and the stages in which it is told to go; each as said.

A condition is not judged: nothing here says that it was met. Whether what it asks for took place is told by the legs,
where somebody says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from paradero.ledger.claims import Claim


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as said.

    Attributes:
        words: of the condition ("on condition that Peru releases the thirty").
        legs: ids of the legs whose people the statements under it are about; empty where it concerns the exchange.
        claims: that stand under it.
    """

    words: str
    legs: tuple[str, ...]
    claims: tuple[Claim, ...]
    rules: tuple[str, ...] = ("condition_in_the_sentence",)


@dataclass(frozen=True, slots=True)
class StageTold:
    """A stage as said: its number, 0 where none is told, the words, the legs it concerns, and the claims told of it."""

    number: int
    words: tuple[str, ...]
    legs: tuple[str, ...]
    claims: tuple[Claim, ...]
    rules: tuple[str, ...] = ("stage_in_the_sentence",)


def conditions_of(claims: Iterable[Claim], legs: Mapping[str, tuple[str, ...]]) -> tuple[Condition, ...]:
    """Return the conditions that claims stand under, in the order told.

    Args:
        claims: of an exchange. legs: by the id of a claim, the ids of the legs whose people it is about.
    """
    found: dict[str, list[Claim]] = {}
    words: dict[str, str] = {}
    for claim in claims:
        for said in claim.conditions:
            found.setdefault(said.casefold(), []).append(claim)
            words.setdefault(said.casefold(), said)
    return tuple(Condition(words[key], _legs(own, legs), tuple(own)) for key, own in found.items())


def stages_of(claims: Iterable[Claim], legs: Mapping[str, tuple[str, ...]]) -> tuple[StageTold, ...]:
    """Return the stages that claims are told of, by their numbers; those without a number stand behind."""
    found: dict[tuple[int, str], list[Claim]] = {}
    words: dict[tuple[int, str], dict[str, None]] = {}
    for claim in claims:
        for stage in claim.stages:
            key = (stage.number, "" if stage.number else stage.words.casefold())
            own = found.setdefault(key, [])
            own.extend([] if claim in own else [claim])
            words.setdefault(key, {})[stage.words] = None
    ordered = sorted(found.items(), key=lambda one: (one[0][0] == 0, one[0][0]))
    return tuple(StageTold(key[0], tuple(words[key]), _legs(own, legs), tuple(own)) for key, own in ordered)


def _legs(claims: Iterable[Claim], legs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for claim in claims for id in legs.get(claim.id, ())))
