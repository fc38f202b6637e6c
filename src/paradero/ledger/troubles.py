"""What is wrong with chains that follow from statements, each with its claims; nothing is put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from paradero.ledger.claims import REACHING, TAKING, Claim
from paradero.ledger.episodes import Episode
from paradero.ledger.movements import Movement
from paradero.ledger.rows import EARLIEST
from paradero.ledger.subjects import Subject
from paradero.model import Problem
from paradero.model.problem import Severity

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a chain that cannot all be right, or that is not told: a problem, and the ids of its claims."""

    problem: Problem
    subject: str
    claims: tuple[str, ...]


def troubles(
    subject: Subject, moved: Sequence[Movement], episodes: Sequence[Episode], today: date | None = None
) -> tuple[Trouble, ...]:
    """Check a subject's chain.

    Args:
        subject, moved, episodes: as worked out.
        today: days more than a year after it are impossible; None for now.
    """
    found = [
        *_days(subject, (today or date.today()) + timedelta(days=366)),
        *_not_arrived(subject, moved),
        *_after_death(subject),
        *_backwards(subject, episodes),
    ]
    if subject.kind == "person":  # of a group, some may be here and some there
        found += [*_overlaps(subject, episodes), *_gaps(subject, episodes), *_freed_before_taken(subject)]
        found += [*_taken_twice(subject, moved), *_from_elsewhere(subject, episodes), *_came_back(subject, moved)]
    return tuple(found)


def _trouble(
    code: str, subject: Subject, cause: str, hint: str, claims: Iterable[Claim], severity: Severity = "warning"
) -> Trouble:
    of = list(claims)
    place = f"statement {of[0].statement[:12]}" if of else ""
    problem = Problem(code, of[0].document if of else subject.id, f"{subject.label}: {cause}", hint, place, severity)
    return Trouble(problem, subject.id, tuple(dict.fromkeys(one.id for one in of)))


def _days(subject: Subject, latest: date) -> Iterator[Trouble]:
    for one in subject.claims:
        bounds = () if one.when is None else one.when.bounds
        wrong = [day for day in bounds if day is not None and not EARLIEST <= day <= latest]
        if wrong:
            cause = f"it is told to have happened on {wrong[0]}, which cannot be."
            yield _trouble(
                "impossible_day", subject, cause, "Compare the day with the document, and correct the statement.", [one]
            )


def _not_arrived(subject: Subject, moved: Iterable[Movement]) -> Iterator[Trouble]:
    for one in moved:
        left = [claim for claim in one.claims if claim.act in ("departed", "in_transit", "stopped_over")]
        if left and one.arrived is None and not any(claim.state in ("handed_over", "released") for claim in one.claims):
            cause = "they are told to have left, and nobody tells that they arrived."
            hint = (
                "Look for a report or a list of those who arrived; until then they are in transit, as far as is told."
            )
            yield _trouble("departed_not_arrived", subject, cause, hint, left, "notice")


def _after_death(subject: Subject) -> Iterator[Trouble]:
    deaths = [one for one in subject.claims if one.act == "died" and not one.negative and one.stance != "denies"]
    alive = [
        one for one in subject.claims if one.act in TAKING | REACHING | {"held", "visited", "released", "transferred"}
    ]
    for death in deaths if subject.kind == "person" else ():
        later = [one for one in alive if one.first is not None and death.last is not None and one.first > death.last]
        if later:
            cause = f"something is told of them after the day of their death ({death.last})."
            yield _trouble(
                "told_of_after_death", subject, cause, "One of the two is wrong, or of another person.", [death, *later]
            )


def _backwards(subject: Subject, episodes: Iterable[Episode]) -> Iterator[Trouble]:
    for one in episodes:
        began, ended = one.start.earliest_start, one.end.latest_end
        if began is not None and ended is not None and ended < began:
            cause = f"a stay that began on {began} at the earliest ended on {ended} at the latest."
            yield _trouble(
                "stay_ends_before_it_starts", subject, cause, "Compare both days with their documents.", one.claims
            )


def _overlaps(subject: Subject, episodes: Sequence[Episode]) -> Iterator[Trouble]:
    for one, other in pairwise(episodes):
        sure, next_start = one.end.earliest_end, other.start.latest_start
        if sure is not None and next_start is not None and next_start < sure and one.holder != other.holder:
            cause = f"one stay lasts until {sure} at least, and another has begun by {next_start}."
            yield _trouble(
                "stays_overlap",
                subject,
                cause,
                "See who says which; one person may be two.",
                (*one.claims, *other.claims),
            )


def _gaps(subject: Subject, episodes: Sequence[Episode]) -> Iterator[Trouble]:
    for one, other in pairwise(episodes):
        ended, began = one.end.latest_end, other.start.earliest_start
        if ended is None or began is None or began - ended <= _DAY or one.ended_by in ("release", "exchange", "escape"):
            continue
        cause = f"nothing is told of {(began - ended).days - 1:,} days between two stays ({ended} to {began})."
        yield _trouble(
            "stays_gap", subject, cause, "Look for where they were between the two.", (*one.claims, *other.claims)
        )


def _freed_before_taken(subject: Subject) -> Iterator[Trouble]:
    freed = [
        one for one in subject.claims if one.act in ("released", "conditionally_released") and one.modality == "actual"
    ]
    taken = [one for one in subject.claims if one.act in TAKING and one.modality == "actual"]
    days = [one.first for one in taken if one.first is not None]
    held = [one for one in subject.claims if one.act == "held"]
    for one in freed:
        if taken and len(days) == len(taken) and one.last is not None and one.last < min(days) and not held:
            cause = f"they are told to be released by {one.last}, before they were first taken ({min(days)})."
            yield _trouble(
                "released_before_arrest", subject, cause, "Compare both days with their documents.", [one, *taken]
            )


def _taken_twice(subject: Subject, moved: Sequence[Movement]) -> Iterator[Trouble]:
    taken = [one for one in subject.claims if one.act in TAKING and one.modality == "actual" and one.first is not None]
    for one, other in pairwise(sorted(taken, key=lambda claim: str(claim.first))):
        if one.last is None or other.first is None or other.first <= one.last:
            continue
        freed = [
            leg
            for leg in moved
            if leg.day.latest_end is not None and one.first is not None and leg.day.latest_end >= one.first
        ]
        if not freed:
            cause = (
                f"they are told to be taken on {one.first} and again on {other.first}, with no release told in between."
            )
            hint = "Look for the release between the two, or for two persons under one name."
            yield _trouble("taken_twice", subject, cause, hint, [one, other])


def _from_elsewhere(subject: Subject, episodes: Iterable[Episode]) -> Iterator[Trouble]:
    for one in episodes:
        left = None if one.finishes is None else one.finishes.origin
        if left is None or not one.holder or left.state in ("", one.holder) or left.name == one.holder:
            continue
        held = [claim for claim in one.claims if claim.holder == one.holder]
        if held and any(claim.origin is not None for claim in (one.finishes.claims if one.finishes else ())):
            cause = f"they are told to leave {left.name}, and to be held by {one.holder} until then."
            yield _trouble(
                "impossible_move", subject, cause, "Look for the move between the two.", [*held, *one.claims]
            )


def _came_back(subject: Subject, moved: Sequence[Movement]) -> Iterator[Trouble]:
    for one, other in pairwise(moved):
        same = one.origin is not None and one.origin == other.origin and one.destination != other.destination
        if same and not any(claim.act in TAKING for claim in subject.claims):
            place = one.origin.name if one.origin is not None else ""
            cause = f"they are told to leave {place} twice, and never to be taken back there."
            hint = "It may be one admission with a return, or two; look for the day of the return."
            yield _trouble("returned_under_one_admission", subject, cause, hint, (*one.claims, *other.claims), "notice")
