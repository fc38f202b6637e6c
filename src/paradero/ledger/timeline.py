"""Series: what was announced, named and verified, by day and speaker; earlier numbers stay, any may fall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from paradero.ledger.accounts import Account
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.intervals import TOLERANCE
from paradero.ledger.reconciling import reconcile
from paradero.ledger.relations import Relation, sound

_KINDS = ("verifies", "names", "replaces")


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a series: ``level`` is announced, named or verified; ``falls`` tells that it went down."""

    level: str
    figure: str
    speaker: str
    written: str
    replaces: tuple[str, ...] = ()
    falls: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What a day brought, and what followed from all that was known on it."""

    day: date
    said: tuple[Entry, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one set through time; ``undated`` are ids of figures that nobody tells the day of."""

    about: str
    steps: tuple[Step, ...]
    undated: tuple[str, ...] = ()


def series(
    figures: Iterable[AttributedFigure], relations: Iterable[Relation], tolerance: Fraction | str = TOLERANCE
) -> tuple[Series, ...]:
    """Return a series for every figure that was announced and of which names or checks are told.

    Args:
        figures, relations, tolerance: as for ``reconcile``.
    """
    by_id = {one.id: one for one in figures}
    usable = [one for one in sound(relations, by_id)[0] if one.kind in _KINDS]
    replacing = [one for one in usable if one.kind == "replaces"]
    found = []
    for wholes in _announced(usable, replacing):
        about = [one for one in usable if one.kind != "replaces" and one.whole in wholes]
        names = wholes | {part for one in about for part in one.parts}
        names |= {part for one in replacing if one.whole in names for part in one.parts}
        inner = [*about, *(one for one in replacing if one.whole in names and names.issuperset(one.parts))]
        found.append(_series([by_id[name] for name in sorted(names)], inner, wholes, tolerance))
    return tuple(found)


def _announced(usable: list[Relation], replacing: list[Relation]) -> list[frozenset[str]]:
    """Return the announced figures, those together that replace one another."""
    older = {one.whole: one.parts for one in replacing}
    newer = {part: one.whole for one in replacing for part in one.parts}
    groups: dict[str, set[str]] = {}
    for relation in usable:
        if relation.kind != "replaces":
            last, seen = relation.whole, {relation.whole}
            while last in newer and newer[last] not in seen:
                last = newer[last]
                seen.add(last)
            groups.setdefault(last, set()).update(seen, older.get(relation.whole, ()))
    return [frozenset(groups[last]) for last in sorted(groups)]


def _series(
    figures: list[AttributedFigure], relations: list[Relation], wholes: frozenset[str], tolerance: Fraction | str
) -> Series:
    replaces = {one.whole: one.parts for one in relations if one.kind == "replaces"}
    by_id = {one.id: one for one in figures}
    days = sorted({one.said_on for one in figures if one.said_on is not None})
    steps = []
    for day in days:
        said = tuple(_entry(one, wholes, replaces, by_id) for one in figures if one.said_on == day)
        accounts, _ = reconcile([one for one in figures if one.said_on], relations, tolerance, day)
        steps.append(Step(day, said, tuple(one for one in accounts if one.kind in _KINDS)))
    about = next(by_id[name].about for name in sorted(wholes))
    return Series(about, tuple(steps), tuple(one.id for one in figures if one.said_on is None))


def _entry(
    figure: AttributedFigure,
    wholes: frozenset[str],
    replaces: dict[str, tuple[str, ...]],
    by_id: dict[str, AttributedFigure],
) -> Entry:
    level = "announced" if figure.id in wholes else "verified" if figure.state == "verified" else "named"
    before = [by_id[name].figure.value for name in replaces.get(figure.id, ()) if name in by_id]
    value = figure.figure.value
    falls = any(value is not None and old is not None and value < old for old in before)
    return Entry(level, figure.id, figure.speaker, figure.written, replaces.get(figure.id, ()), falls)
