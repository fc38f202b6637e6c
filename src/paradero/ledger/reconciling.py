"""Reconciling: figures and their relations go in, accounts come out; a pure function of both and of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import isfinite

from paradero.ledger.accounts import Account
from paradero.ledger.comparing import Reason
from paradero.ledger.figures import CARRIED_OUT, AttributedFigure
from paradero.ledger.intervals import TOLERANCE
from paradero.ledger.relations import Relation, sound
from paradero.ledger.working import Members, accounts_of
from paradero.model import InvalidValue, Problem, canonical


@dataclass(slots=True)
class Standing:
    """What counts on the day asked for.

    Attributes:
        figures: those known, by id.
        stands_for: for a relay its original, for a replaced figure the one that replaced it.
        relayed, replaced: the ids that each figure stands for.
    """

    figures: dict[str, AttributedFigure]
    stands_for: dict[str, str] = field(default_factory=dict)
    relayed: dict[str, list[str]] = field(default_factory=dict)
    replaced: dict[str, list[str]] = field(default_factory=dict)

    def current(self, name: str) -> str:
        """Return the id that counts in place of another: the original of a relay, the latest of a series."""
        seen = []
        while name in self.stands_for:
            seen.append(name)
            name = self.stands_for[name]
        self.stands_for.update(dict.fromkeys(seen, name))
        return name


def reconcile(
    figures: Iterable[AttributedFigure],
    relations: Iterable[Relation],
    tolerance: Fraction | str = TOLERANCE,
    known_on: date | None = None,
) -> tuple[tuple[Account, ...], tuple[Problem, ...]]:
    """Work out every account that the relations allow.

    Args:
        figures: as said; their order makes no difference.
        relations: as proposed or set by people; their order makes none either.
        tolerance: by what share of itself "about" may be off (``Fraction(1, 20)`` or ``"0.05"``).
        known_on: only what was said up to that day; None for all.
    """
    share = Fraction(tolerance)
    if not 0 <= share < 1:
        raise InvalidValue(f"A tolerance is a share from 0 up to 1, not {tolerance}.")
    every, problems = _once(figures)
    usable, wrong = sound(relations, every)
    standing, told = _standing(every, usable, known_on)
    accounts = []
    for relation in usable:
        members = _members(relation, standing)
        if members is not None:
            accounts += accounts_of(relation, members, share)
    accounts += _one_voice(standing, usable, accounts)
    return tuple(_with_history(account, standing, known_on) for account in accounts), (*problems, *wrong, *told)


def _once(figures: Iterable[AttributedFigure]) -> tuple[dict[str, AttributedFigure], list[Problem]]:
    """Return the figures by id, in an order of their own, and a problem for each id that two have."""
    by_id: dict[str, AttributedFigure] = {}
    problems: dict[str, Problem] = {}
    for figure in sorted(figures, key=lambda one: one.id):
        ends = (figure.figure.value, figure.figure.high)
        if any(end is not None and not (isfinite(end) and end >= 0) for end in ends):
            cause = f"{figure.written} is no number of a set; the figure was left out."
            hint = "Give a number of 0 or more, or none when none was said."
            place = figure.place or f"figure {figure.id}"
            problems[figure.id] = Problem("figure_number", figure.source or "figures", cause, hint, place)
            continue
        other = by_id.setdefault(figure.id, figure)
        if other != figure:
            by_id[figure.id] = min(other, figure, key=canonical)
            cause = f"Two figures have the id {figure.id!r}; one of them was left out."
            hint = "Give each figure an id of its own."
            source = by_id[figure.id].source or "figures"
            problems[figure.id] = Problem("figure_id_repeated", source, cause, hint, f"figure {figure.id}")
    return by_id, list(problems.values())


def _standing(
    every: dict[str, AttributedFigure], relations: tuple[Relation, ...], known_on: date | None
) -> tuple[Standing, list[Problem]]:
    problems: list[Problem] = []
    known = every
    if known_on is not None:
        known = {name: one for name, one in every.items() if one.said_on is not None and one.said_on <= known_on}
        for undated in (one for one in every.values() if one.said_on is None):
            cause = f"Nobody tells when {undated.id!r} was said, so that it cannot be known whether it was known then."
            hint = "Give the day (said_on), or ask without a day."
            place = undated.place or f"figure {undated.id}"
            problems.append(Problem("figure_day_unknown", undated.source or "figures", cause, hint, place, "warning"))
    standing = Standing(dict(known))
    for relation in relations:
        if relation.kind == "relays" and relation.whole in known:
            problems += _relay(relation, standing)
        if relation.kind == "replaces" and relation.whole in known:
            for old in relation.parts:
                _replace(old, relation.whole, standing)
    repeating = {part for one in relations if one.kind == "relays" for part in one.parts}
    for name in sorted(standing.stands_for.keys() & known.keys()):
        histories = standing.relayed if name in repeating else standing.replaced
        histories.setdefault(standing.current(name), []).append(name)
    return standing, problems


def _relay(relation: Relation, standing: Standing) -> list[Problem]:
    """Let an original stand for those that repeat it; one that gives another number is no relay."""
    problems = []
    original = standing.figures[relation.whole]
    for name in relation.parts:
        repeated = standing.figures.get(name)
        if repeated is None:
            continue
        if (repeated.written, repeated.unit) == (original.written, original.unit):
            standing.stands_for[name] = original.id
            continue
        cause = f"{name!r} is said to repeat {original.id!r}, and gives {repeated.written}, not {original.written}."
        hint = "Look at both; it is taken for a figure of its own."
        place = repeated.place or f"figure {name}"
        problems.append(Problem("relay_differs", repeated.source or "figures", cause, hint, place, "warning"))
    return problems


def _replace(old: str, new: str, standing: Standing) -> None:
    """Let the later figure stand for the earlier; of two that replace the same one, the later does."""
    before = standing.stands_for.get(old)
    if before is None or _when(standing.figures[new]) > _when(standing.figures[before]):
        standing.stands_for[old] = new


def _shown_first(figure: AttributedFigure) -> tuple[date, float, str]:
    """Return the order of a working: by day, the larger number first."""
    return (figure.said_on or date.max, -(figure.figure.value or 0), figure.id)


def _when(figure: AttributedFigure) -> tuple[date, str]:
    return (figure.said_on or date.min, figure.id)


def _members(relation: Relation, standing: Standing) -> Members | None:
    """Return the figures of a relation as they stand; None when its whole or all its parts were not known."""

    def those(names: tuple[str, ...]) -> tuple[AttributedFigure, ...]:
        current = {standing.current(name) for name in names if name in standing.figures}
        return tuple(sorted((standing.figures[name] for name in current), key=_shown_first))

    whole = those((relation.whole,)) if relation.whole else ()
    parts = tuple(part for part in those(relation.parts) if part not in whole)
    if not parts or (relation.whole and not whole) or relation.kind in ("relays", "replaces"):
        return None
    rest = those((relation.rest,)) if relation.rest else ()
    missing = any(name not in standing.figures for name in relation.parts)
    return Members(whole[0] if whole else None, parts, those(relation.of_rest), rest[0] if rest else None, missing)


def _with_history(account: Account, standing: Standing, known_on: date | None) -> Account:
    relays = sorted(one for name in account.figures for one in standing.relayed.get(name, ()))
    replaced = sorted(one for name in account.figures for one in standing.replaced.get(name, ()))
    return replace(account, relays=tuple(relays), replaced=tuple(replaced), known_on=known_on)


def _one_voice(standing: Standing, relations: tuple[Relation, ...], accounts: list[Account]) -> list[Account]:
    """Return an account for each set of which something carried out is said, with a number, by one side alone."""
    together = {name: one.figures for one in accounts if one.kind == "same" for name in one.figures}
    shared = {name for one in accounts if one.kind == "same" and len(one.voices) > 1 for name in one.figures}
    parts = {part for relation in relations if relation.kind == "parts" for part in relation.parts}
    alone: dict[tuple[str, ...], Account] = {}
    for name, figure in sorted(standing.figures.items()):
        skipped = name in shared or name in parts or name in standing.stands_for
        if skipped or not figure.known or figure.state not in CARRIED_OUT:
            continue
        side = figure.party or figure.speaker
        reason = Reason("one_voice", f"{figure.written} is said by {side} alone.")
        figures = together.get(name, (name,))
        alone.setdefault(figures, Account("one_voice", "unknown", figures, reason, voices=(side,)))
    return list(alone.values())
