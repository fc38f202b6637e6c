"""Intermediaries of an exchange: who is said to have mediated, facilitated, guaranteed or hosted it, or is thanked.

They are no party to it: whoever is told to send or receive people as well is that besides, and by other statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paradero.ledger.claims import Claim

_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "president", "presidente", "presidenta", "señor", "señora", "sr", "sra", "don", "doña"}
)


@dataclass(frozen=True, slots=True)
class PartPlayed:
    """What somebody is said to have done: the code of ``intermediaries.toml``, the words, the claims beside them."""

    role: str
    words: str
    claims: tuple[Claim, ...]

    @property
    def said_by(self) -> tuple[str, ...]:
        """Who says so, by the party they speak for where that is known."""
        return tuple(dict.fromkeys(one.party or one.speaker for one in self.claims))


@dataclass(frozen=True, slots=True)
class Intermediary:
    """Somebody who is said to have helped an exchange, and is told to be no more by that.

    Attributes:
        name: the one name of a state or a body, the full name of a speaker, else the words.
        called: what they are called, each form once. parts: what they are said to have done, in the order told.
        party: for whom a speaker of this name speaks; empty when that is not known.
        rules: codes of what was worked out.
    """

    name: str
    called: tuple[str, ...]
    parts: tuple[PartPlayed, ...]
    party: str = ""
    rules: tuple[str, ...] = ("mediation_in_the_sentence",)

    @property
    def roles(self) -> tuple[str, ...]:
        """The codes of what they are said to have done."""
        return tuple(dict.fromkeys(one.role for one in self.parts))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All in whose sentences it is told."""
        return tuple({claim.id: claim for one in self.parts for claim in one.claims}.values())


def intermediaries_of(claims: Iterable[Claim], voices: Sequence[Claim] = ()) -> tuple[Intermediary, ...]:
    """Return who is said to have helped, in the order in which they are told of.

    Args:
        claims: of an exchange: its legs, what marks it, and the talks about it.
        voices: claims of the same reports, whose speakers tell who is meant by a short name ("Mr Bukele").
    """
    told: dict[str, dict[tuple[str, str], list[Claim]]] = {}
    called: dict[str, dict[str, None]] = {}
    full: dict[str, str] = {}
    for claim in claims:
        for one in claim.mediations:
            speaker, party = _speaker(one.name, voices) if one.name == one.called else ("", "")
            name = speaker or one.name
            if speaker:
                full[name] = party
            called.setdefault(name, {})[one.called] = None
            told.setdefault(name, {}).setdefault((one.role, one.words), []).append(claim)
    return tuple(_made(name, parts, tuple(called[name]), full) for name, parts in told.items())


def _made(
    name: str, parts: dict[tuple[str, str], list[Claim]], called: tuple[str, ...], full: dict[str, str]
) -> Intermediary:
    played = tuple(PartPlayed(role, words, tuple(claims)) for (role, words), claims in parts.items())
    rules = ("mediation_in_the_sentence", *(("name_of_a_speaker",) if name in full and name not in called else ()))
    return Intermediary(name, called, played, full.get(name, ""), rules)


def _speaker(called: str, voices: Sequence[Claim]) -> tuple[str, str]:
    """Return the one speaker whose name ends like a short name, and for whom they speak; both empty when none does."""
    words = [word for word in called.replace(".", "").split() if word.casefold() not in _TITLES]
    if not words or not words[-1][:1].isupper():
        return "", ""
    fitting = {one.speaker for one in voices if one.speaker.split()[-len(words) :] == words}
    if len(fitting) != 1:
        return "", ""
    (name,) = fitting
    parties = {one.party for one in voices if one.speaker == name and one.party}
    return name, parties.pop() if len(parties) == 1 else ""
