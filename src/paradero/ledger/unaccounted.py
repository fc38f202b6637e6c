"""Unaccounted for: who was to come, or set out, and of whom nobody tells more; and the numbers without names.

Nobody's fate follows from silence: a person stands here because nothing later is told of them, and leaves it when a
later statement, or a person's judgement that two records are one, tells of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from paradero.ledger.accounts import Account
from paradero.ledger.claims import Claim
from paradero.ledger.episodes import Episode
from paradero.ledger.subjects import Subject

_BEFORE = {"requested": 0, "offered": 1, "agreed": 2, "scheduled": 3, "departed": 4}
_AFTER = frozenset({"handed_over", "arrived", "released", "verified", "deceased", "refused"})
_TOLD_AFTER = frozenset({"arrived", "received", "returned", "located", "identified", "verified", "visited", "released"})
_LET_GO = ("release", "exchange")
_MEANINGS = {"undelivered": "agreed or offered, and not delivered", "unnamed": "counted, and not named"}
_MEANINGS |= {"unverified": "announced, and not verified", "rest": "left over when all that is told is taken away"}


@dataclass(frozen=True, slots=True)
class Missing:
    """A person, or people counted without names, of whom nothing is told behind a state.

    Attributes:
        subject: who. state: the furthest state told ("departed"). since: the day of it, as far as that is known.
        claims: ids of the claims that tell of them, the last one at the end.
        how_many: for people without names, as said; None for a person.
        answers: what parties answered about them that accounts for nobody ("not_known").
    """

    subject: Subject
    state: str
    since: date | None
    claims: tuple[str, ...]
    how_many: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remainder:
    """A number that an account leaves over: how many, what they are, and by which account."""

    number: str
    meaning: str
    account: Account


def missing(subjects: Iterable[Subject]) -> tuple[Missing, ...]:
    """Return everybody of whom nothing is told behind departing, or behind being agreed, by state and name.

    Args:
        subjects: persons, and groups that are rows of a list.
    """
    found = []
    for subject in subjects:
        told = [one for one in subject.claims if one.stance not in ("denies", "retracts")]
        actual = [one for one in told if not one.negative]
        before = [one for one in actual if one.state in _BEFORE]
        if not before or any(_tells_more(one, before) for one in actual):
            continue
        if subject.kind == "group" and not all("#" in one.document or one.words for one in before):
            continue
        last = max(before, key=lambda one: (_BEFORE[one.state], str(one.day or "")))
        if subject.kind == "group" and (last.state != "departed" or last.figure is None or not last.figure.known):
            continue
        number = "" if subject.kind == "person" or last.figure is None else f"{last.figure.value}"
        answers = tuple(one.act for one in told if one.negative or one.act in ("not_known", "listed_twice"))
        claims = tuple(one.id for one in told)
        found.append(Missing(subject, last.state, last.day, claims, number, answers))
    return tuple(sorted(found, key=lambda one: (-_BEFORE[one.state], one.subject.label.casefold(), one.subject.id)))


def _tells_more(claim: Claim, before: Sequence[Claim]) -> bool:
    """Tell whether a claim says what became of somebody after they were asked for, agreed or had left."""
    if claim.modality != "actual" or not (claim.state in _AFTER or claim.act in _TOLD_AFTER):
        return False
    first = min((one.day for one in before if one.day is not None), default=None)
    return claim.day is None or first is None or claim.day >= first


@dataclass(frozen=True, slots=True)
class Watched:
    """A person who was let go, to be watched for being taken again.

    Attributes:
        subject, released: who, and the episode that ended so. liberty: as said; empty when nobody tells.
        again: the later episode, when they were taken again; None as far as is told.
    """

    subject: Subject
    released: Episode
    liberty: str
    again: Episode | None


def watched(subjects: Iterable[Subject], chains: Mapping[str, Sequence[Episode]]) -> tuple[Watched, ...]:
    """Return persons who were let go, those taken again first, then by name; the last release of each."""
    found = []
    for subject in subjects:
        ended = [one for one in chains[subject.id] if one.ended_by in _LET_GO]
        if subject.kind == "person" and ended:
            later = next((one for one in reversed(chains[subject.id]) if one.again == ended[-1].id), None)
            found.append(Watched(subject, ended[-1], ended[-1].liberty, later))
    return tuple(sorted(found, key=lambda one: (one.again is None, one.subject.label.casefold(), one.subject.id)))


def remainders(accounts: Iterable[Account]) -> tuple[Remainder, ...]:
    """Return the numbers that accounts leave over; what cannot be worked out is not among them, and is no zero."""
    found: dict[tuple[str, str, tuple[str, ...]], Remainder] = {}
    for one in accounts:
        difference = one.difference
        if difference is None or difference.meaning not in _MEANINGS or not difference.value or difference.value < 0:
            continue
        about = "~" if difference.number.exact is None else ""
        remainder = Remainder(f"{about}{difference.value}", _MEANINGS[difference.meaning], one)
        found.setdefault((remainder.number, difference.meaning, tuple(sorted(one.figures))), remainder)
    return tuple(found.values())
