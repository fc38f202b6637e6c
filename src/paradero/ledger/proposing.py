"""Proposing: relations between figures from what they say, each with why; a person accepts or corrects them.

Only words, states, units, days and speakers are looked at. The numbers decide nothing: two figures are not proposed to
be one set because they are equal, nor parts of a whole because they add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from paradero.ledger.comparing import family
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.likening import Places, Seen, akin, same_set, seen
from paradero.ledger.relations import Relation
from paradero.ledger.taking_apart import implied, names, parts, refusals, remainders, stages
from paradero.model import Problem

_MOST_SETS = 300  # sets in different words that are each compared with each; of more, only those in the same words
_MOST_PLANS = 50  # figures of one set that others are held against
_SOON = 3  # days after which somebody who names no day still speaks of what happened then
_BOUNDS = frozenset({">=", ">", "<=", "<"})


def proposed(figures: Iterable[AttributedFigure]) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """Propose how figures hang together.

    Args:
        figures: those of one case; their order makes no difference.

    Returns:
        The relations, each with ``why``, and problems where there was too much to compare.
    """
    every = seen({one.id: one for one in figures}.values())
    places = Places.of(one.figure.about for one in every)
    relays = list(_relays(every))
    repeating = {part for one in relays for part in one.parts}
    own = [one for one in every if one.figure.id not in repeating]
    replaced = list(_replaced(own))
    old = {part for one in replaced for part in one.parts}
    sets, problems = _sets(own, places)
    relations = [*relays, *replaced]
    for why, members in sets:
        current = [one for one in members if one.figure.id not in old]
        relations += [
            *_same(current, why),
            *_against_plans(current, own, places, why),
            *_verified(members, current, why),
        ]
        relations += [*_bounds(current, why), *refusals(current, own)]
    current = [one for one in own if one.figure.id not in old]
    alone = _one_of_each(sets, current)
    relations += parts(current)
    if not problems:
        relations += [*stages(current, alone, places), *names(current, places), *implied(alone, places)]
        relations += [*remainders(current, alone, places), *_in_return(current)]
    unique = {relation.id: relation for relation in relations}
    return tuple(unique.values()), tuple(problems)


def _relays(every: list[Seen]) -> Iterator[Relation]:
    """One number of one speaker, for one set in the same words, on one day: one figure, however often it is printed."""

    def key(one: Seen) -> tuple[str, ...]:
        figure = one.figure
        day = figure.said_on.isoformat() if figure.said_on else ""
        said = (figure.speaker.casefold(), day, one.words.plain, figure.state, figure.written, figure.unit)
        return (*said, figure.scope.casefold(), figure.figure.hour.casefold())

    for _, group in groupby(sorted(every, key=key), key):
        original, *others = sorted(group, key=lambda one: (bool(one.figure.relay), one.figure.id))
        if others:
            why = f"{original.figure.speaker} says the same number of the same set on the same day"
            yield Relation("relays", original.figure.id, tuple(one.figure.id for one in others), why=why)


def _replaced(every: list[Seen]) -> Iterator[Relation]:
    """A later number of the same speaker for the same set and state; a stock is counted anew and replaces none."""

    def key(one: Seen) -> tuple[str, ...]:
        figure = one.figure
        said = (figure.speaker.casefold(), one.words.plain, figure.state, figure.unit, figure.scope.casefold())
        return (*said, figure.figure.hour.casefold())

    dated = [one for one in every if one.figure.said_on is not None and family(one.figure.state) != "stock"]
    for _, group in groupby(sorted(dated, key=key), key):
        for old, new in pairwise(sorted(group, key=lambda one: (str(one.figure.said_on), one.figure.id))):
            if old.figure.said_on != new.figure.said_on:
                why = f"{new.figure.speaker} says it anew of the same set on {new.figure.said_on}"
                yield Relation("replaces", new.figure.id, (old.figure.id,), why=why)


def _sets(every: list[Seen], places: Places) -> tuple[list[tuple[str, list[Seen]]], list[Problem]]:
    """Put figures whose words may speak of one set together: each fits every other of its set."""
    by_words: dict[tuple[str, str], list[Seen]] = {}
    for one in every:
        by_words.setdefault((one.of, one.words.plain), []).append(one)
    problems = []
    if len(by_words) > _MOST_SETS:
        cause = f"The figures tell of {len(by_words):,} sets in different words, too many to compare each with each."
        hint = "Part the figures into cases; only sets in the same words, and parts that name their whole, are related."
        problems.append(Problem("too_many_sets", every[0].figure.source or "figures", cause, hint, "", "warning"))
        return [("their sets are told in the same words", members) for members in by_words.values()], problems
    sets: list[tuple[str, list[list[Seen]]]] = []
    for members in by_words.values():
        for at, (why, others) in enumerate(sets):
            reasons = [same_set(members[0], other[0], places) for other in others]
            if all(reasons):
                sets[at] = (why if len(others) > 1 else reasons[0], [*others, members])
                break
        else:
            sets.append(("their sets are told in the same words", [members]))
    flat = [(why, [one for group in groups for one in group]) for why, groups in sets]
    return _with_undated(flat, places), problems


def _with_undated(sets: list[tuple[str, list[Seen]]], places: Places) -> list[tuple[str, list[Seen]]]:
    """Put those that name no day together with those of the only day that is told of the same people."""
    kept = dict(enumerate(sets))
    for at, (_, members) in enumerate(sets):
        fitting = (
            []
            if members[0].days or not all(map(_told_of_late, members))
            else [
                (other, why)
                for other, (_, dated) in kept.items()
                if other != at and dated[0].words.days and (why := _on_its_day(members, dated, places))
            ]
        )
        if len(fitting) == 1:
            other, why = fitting[0]
            kept[other] = (why, [*kept[other][1], *members])
            del kept[at]
    return list(kept.values())


def _told_of_late(one: Seen) -> bool:
    """Tell whether it is of something that was carried out, and no total of several days."""
    return family(one.figure.state) == "carried_out" and not one.words.total and not one.words.ordinal and not one.of


def _on_its_day(members: list[Seen], dated: list[Seen], places: Places) -> str:
    """Return why figures that name no day may be of the day of others: they were said soon after it."""
    reasons = [same_set(one, other, places, whatever_day=True) for other in dated for one in members]
    days = {day for one in dated for day in one.words.days}
    said = [one.figure.said_on for one in members]
    soon = all(day is not None and 0 <= (day - max(days)).days <= _SOON for day in said)
    if not soon or not reasons or not all(reasons):
        return ""
    return f"{reasons[0]}; it was said within {_SOON} days of {max(days)}, the only day that is told"


def _same(members: list[Seen], why: str) -> Iterator[Relation]:
    """Figures of one set that tell of the same step: all that was carried out, or one state that is the same."""
    levels: dict[str, list[str]] = {}
    for one in members:
        level = family(one.figure.state)
        # A stock changes from day to day, and a plan from offer to agreement.
        day = str(one.figure.said_on) if level == "stock" else ""
        told = level if level == "carried_out" else f"{one.figure.state} {day}"
        levels.setdefault(told, []).append(one.figure.id)
    for ids in levels.values():
        if len(ids) > 1:
            yield Relation("same", parts=tuple(sorted(ids)), why=why)


def _against_plans(members: list[Seen], every: list[Seen], places: Places, why: str) -> Iterator[Relation]:
    """What was carried out, against what was asked, offered, agreed or set before."""
    plans = [one for one in members if family(one.figure.state) == "planned" and not one.of]
    outcomes = [one for one in members if family(one.figure.state) == "carried_out"]
    for plan in plans[:_MOST_PLANS]:
        apart = _told_apart(plan, every, places)
        later = [one.figure.id for one in [*outcomes, *apart] if not _before(one, plan)]
        if later:
            marks = ", ".join(repr(mark) for mark in sorted(plan.words.marks))
            because = f"the part of a wider set that is told of in the plan's word {marks}" if apart else why
            told = f"{plan.figure.state} before it was carried out; {because}"
            yield Relation("fulfils", plan.figure.id, tuple(sorted(set(later))), why=told)


def _told_apart(plan: Seen, every: list[Seen], places: Places) -> list[Seen]:
    """Return parts of wider sets that count just those whom a plan marks ("conflict-related detainees")."""
    if not plan.words.marks:
        return []
    whom = (plan.words.heads, plan.words.marks)
    parts = [one for one in every if one.of and family(one.figure.state) == "carried_out"]
    return [one for one in parts if (one.words.heads, one.words.marks) == whom and akin(plan, one, places)]


def _verified(members: list[Seen], current: list[Seen], why: str) -> Iterator[Relation]:
    """What was checked, person by person, against what was announced; earlier checks stay, for the series."""
    checks = [one.figure.id for one in members if one.figure.state == "verified"]
    for one in [one for one in current if family(one.figure.state) == "carried_out"][:_MOST_PLANS]:
        if checks:
            yield Relation("verifies", one.figure.id, tuple(sorted(checks)), why=f"announced and verified; {why}")


def _bounds(members: list[Seen], why: str) -> Iterator[Relation]:
    """At least or at most, against the numbers of the same set that are at another step."""
    limits = [one for one in members if one.figure.figure.operator in _BOUNDS]
    for one in [one for one in members if one.figure.known and one.figure.figure.operator not in _BOUNDS][:_MOST_PLANS]:
        held = [limit.figure.id for limit in limits if family(limit.figure.state) != family(one.figure.state)]
        if held and one.figure.state not in ("named", "verified"):
            yield Relation("bounds", one.figure.id, tuple(sorted(held)), why=f"a bound of the same set; {why}")


def _in_return(current: list[Seen]) -> Iterator[Relation]:
    """One group for another: the words say "in return", and one other group is spoken of that day."""
    plain = [one for one in current if not one.words.in_return and not one.of and not one.days]
    for counter in [one for one in current if one.words.in_return]:
        step = family(counter.figure.state)
        others = [one for one in plain if family(one.figure.state) == step and one.words.heads != counter.words.heads]
        same_day = [one for one in others if one.figure.said_on == counter.figure.said_on]
        by_same = [one for one in same_day if one.figure.speaker == counter.figure.speaker]
        found = by_same or (same_day if step == "planned" else [])
        if len(found) == 1:
            why = "said to be in return, on the same day" + (" by the same speaker" if by_same else "")
            yield Relation("in_return", found[0].figure.id, (counter.figure.id,), why=why)


def _one_of_each(sets: list[tuple[str, list[Seen]]], current: list[Seen]) -> list[Seen]:
    """Return one figure of each set and step, so that none is counted twice: the first with a number."""
    standing = {one.figure.id for one in current}
    chosen: dict[tuple[int, str, str, bool], Seen] = {}
    for at, (_, members) in enumerate(sets):
        for one in sorted(members, key=lambda one: not one.figure.known):
            if one.figure.id in standing:
                chosen.setdefault((at, family(one.figure.state), one.figure.unit, one.words.moved), one)
    ids = {one.figure.id for one in chosen.values()}
    return [one for one in current if one.figure.id in ids]


def _before(one: Seen, other: Seen) -> bool:
    """Tell whether one was said before the other; False when either day is not known."""
    first, second = one.figure.said_on, other.figure.said_on
    return first is not None and second is not None and first < second


def accepted(relation: Relation, by: str, why: str = "") -> Relation:
    """Return a proposal as a person's own; a correction is a relation of its own."""
    return replace(relation, by=by, why=why or relation.why)
