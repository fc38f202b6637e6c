"""The register: which records are one person, as people have judged. A pure function of judgements, without any score.

Records that "same" joins, directly or through others, are one person, unless a "different" stands between two of them:
that is a contradiction, which is shown and not resolved, and until somebody resolves it nobody of them is joined.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from paradero.model import Judgement
from paradero.model.judgement import known_by

SAME, DIFFERENT, UNSURE, WITHDRAWS = "same", "different", "unsure", "withdraws"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Judgements that cannot all be right.

    Attributes:
        records: the two that are said to be different, and are said, directly or through others, to be the same.
        judgements: ids of the judgements, those that join the two in order, then those that part them.
    """

    records: Pair
    judgements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Who is who, as judged.

    Attributes:
        persons: the records of each person who has two or more, in order; all other records are one person each.
        person_of: for each of these records the first of its person, by which the person goes.
        contradictions: what cannot all be right.
        different: pairs that somebody has judged to be two.
        waiting: pairs that fewer people have judged "same" than are asked for; or that somebody is unsure of.
    """

    persons: tuple[tuple[str, ...], ...]
    person_of: Mapping[str, str]
    contradictions: tuple[Contradiction, ...]
    different: tuple[Pair, ...]
    waiting: tuple[Pair, ...]

    def same(self, one: str, other: str) -> bool:
        """Tell whether two records are one person, as judged."""
        return one == other or self.person_of.get(one, one) == self.person_of.get(other, other)


def register(
    judgements: Iterable[Judgement], known_on: str = "", reviewers: int = 1, suffices: Collection[str] = ()
) -> Register:
    """Work out who is who.

    Args:
        judgements: of any kind; only "same", "different", "unsure" of two records and "withdraws" count.
        known_on: an ISO day or instant after which nothing is known; empty for everything.
        reviewers: how many people must say "same" before two records are one.
        suffices: who needs nobody else to say "same" too: a policy that signs.

    Returns:
        The register. The order of the judgements given makes no difference.
    """
    stand = standing(judgements, known_on)
    same: dict[Pair, list[Judgement]] = {}
    different: dict[Pair, list[Judgement]] = {}
    waiting = []
    for pair, of in sorted(stand.items()):
        saying = {decision: [one for one in of if one.decision == decision] for decision in (SAME, DIFFERENT, UNSURE)}
        if saying[DIFFERENT]:
            different[pair] = saying[DIFFERENT]
        enough = len(saying[SAME]) >= reviewers or any(one.by in suffices for one in saying[SAME])
        if enough or (saying[SAME] and saying[DIFFERENT]):
            same[pair] = saying[SAME]
        elif not saying[DIFFERENT]:
            waiting.append(pair)
    joined = _joined(same)
    contradictions = [found for pair in different if (found := _contradiction(pair, different[pair], joined, same))]
    contested = {record for found in contradictions for record in joined[found.records[0]]}
    persons = sorted({tuple(sorted(of)) for record, of in joined.items() if record not in contested})
    names = {record: person[0] for person in persons for record in person}
    return Register(tuple(persons), MappingProxyType(names), tuple(contradictions), tuple(different), tuple(waiting))


def standing(judgements: Iterable[Judgement], known_on: str = "") -> dict[Pair, list[Judgement]]:
    """Return for each pair what each person says of it last, without what has been withdrawn."""
    known = sorted(
        (one for one in judgements if known_by(one.made_at, known_on)),
        key=lambda one: (one.made_at, one.id),
    )
    withdrawn: set[str] = set()
    for one in reversed(known):  # a withdrawal that was itself withdrawn later withdraws nothing
        if one.decision == WITHDRAWS and one.id not in withdrawn:
            withdrawn.update(one.about)
    last: dict[tuple[Pair, str], Judgement] = {}
    for one in known:
        if one.decision in (SAME, DIFFERENT, UNSURE) and len(set(one.about)) == 2 and one.id not in withdrawn:
            first, second = sorted(one.about)
            last[(first, second), one.by] = one
    stand: dict[Pair, list[Judgement]] = {}
    for (pair, _), one in sorted(last.items()):
        stand.setdefault(pair, []).append(one)
    return stand


def _joined(same: Iterable[Pair]) -> dict[str, frozenset[str]]:
    """Return for each record all that "same" joins with it."""
    head: dict[str, str] = {}

    def first(record: str) -> str:
        while (before := head.setdefault(record, record)) != record:
            head[record] = head[before]
            record = before
        return record

    for one, other in same:
        head[first(one)] = first(other)
    members: dict[str, set[str]] = {}
    for record in head:
        members.setdefault(first(record), set()).add(record)
    return {record: whole for records in members.values() for whole in (frozenset(records),) for record in records}


def _contradiction(
    pair: Pair, parting: list[Judgement], joined: Mapping[str, frozenset[str]], same: Mapping[Pair, list[Judgement]]
) -> Contradiction | None:
    """Return what joins two records that are said to be different; None when nothing does."""
    if pair[1] not in joined.get(pair[0], ()):
        return None
    path = _path(pair, same)
    steps = [judgement.id for step in path for judgement in same[step]]
    return Contradiction(pair, (*steps, *(one.id for one in parting)))


def _path(pair: Pair, same: Iterable[Pair]) -> list[Pair]:
    """Return the shortest way from one record to another over pairs that are said to be the same."""
    beside: dict[str, list[str]] = {}
    for one, other in same:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    came_from: dict[str, str] = {pair[0]: ""}
    todo = deque([pair[0]])
    while todo:
        record = todo.popleft()
        for other in beside[record]:
            if other not in came_from:
                came_from[other] = record
                todo.append(other)
    path, record = [], pair[1]
    while came_from[record]:
        before = came_from[record]
        path.append((min(record, before), max(record, before)))
        record = before
    return path[::-1]
