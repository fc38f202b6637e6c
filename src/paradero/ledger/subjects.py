"""Subjects: whose custody a chain tells, a person of the register or a group; each with the claims about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from paradero.ledger.claims import Claim
from paradero.ledger.groups import Group


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody of whom custody is told.

    Attributes:
        id: of the person or the group. kind: "person" or "group".
        label: the name, or the words for the group. peoples: the states whose people they are.
        claims: what is said of them, in the order in which it happened as far as that is known.
        why: for a group, by what its claims were put together.
    """

    id: str
    kind: str
    label: str
    peoples: frozenset[str]
    claims: tuple[Claim, ...]
    why: str = ""


def subjects(
    claims: Iterable[Claim], groups: Iterable[Group], names: Mapping[str, str] | None = None
) -> tuple[Subject, ...]:
    """Return persons first, then groups, each with its claims.

    Args:
        claims: all.
        groups: what ``groups`` makes of them.
        names: what the persons of the register are called, by id; the name of the first claim when not given.
    """
    by_id = {one.id: one for one in claims}
    called = names or {}
    people: dict[str, list[Claim]] = {}
    for one in by_id.values():
        if one.whom is not None:
            for person in one.whom.persons or one.whom.names:
                people.setdefault(person, []).append(one)
    found = [_person(id, own, called) for id, own in people.items()]
    for group in groups:
        own = _ordered([by_id[id] for id in group.claims])
        found.append(Subject(group.id, "group", group.label, group.peoples, own, group.why))
    return tuple(found)


def _person(id: str, claims: Sequence[Claim], called: Mapping[str, str]) -> Subject:
    first = claims[0].whom
    label = called.get(id) or (first.names[0] if first is not None and first.names else first.label if first else id)
    peoples = frozenset[str]().union(*(one.whom.peoples for one in claims if one.whom is not None))
    return Subject(id, "person", label, peoples, _ordered(claims))


def _ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda one: (str(one.day or "9999"), one.document, one.start)))
