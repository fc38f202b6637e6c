"""Agreeing: several figures of one set, held against each other; those that say the same are one number."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

from paradero.ledger.accounts import Account, Difference, Line, Term, found, said
from paradero.ledger.comparing import Reason, assumed, family, hindrance
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.relations import Relation

_MOST_PAIRED = 8  # different numbers of which each is held against each; of more, each against the next


def voices(figures: tuple[AttributedFigure, ...]) -> tuple[str, ...]:
    """Return the sides that say figures, each once, in the order of the alphabet."""
    sides = {one.voice: one.party or one.speaker for one in figures}
    return tuple(sides[voice] for voice in sorted(sides))


def same(relation: Relation, figures: tuple[AttributedFigure, ...], tolerance: Fraction) -> list[Account]:
    """Return an account for all that can be compared, and one for each pair of kinds that cannot."""
    groups = _comparable(figures)
    accounts = [one for group in groups if (one := _agreement(relation, group, tolerance)) is not None]
    for first, second in pairwise(groups):
        reason = hindrance(first[0], second[0])
        both = (first[0], second[0])
        ids = tuple(figure.id for figure in both)
        accounts.append(Account("same", "not_comparable", ids, reason, voices=voices(both), relation=relation))
    return accounts


def _comparable(figures: tuple[AttributedFigure, ...]) -> list[tuple[AttributedFigure, ...]]:
    """Part figures into groups within which nothing stands between any two."""
    alike: dict[tuple[str, str, str, str, str], list[AttributedFigure]] = {}
    for figure in figures:
        moved = str(hindrance(figures[0], figure) is None)
        key = (figure.unit, family(figure.state), figure.scope.casefold(), figure.figure.hour.casefold(), moved)
        alike.setdefault(key, []).append(figure)
    groups: list[list[list[AttributedFigure]]] = []
    for key in sorted(alike):
        fitting = (group for group in groups if all(hindrance(one[0], alike[key][0]) is None for one in group))
        group = next(fitting, None)
        if group is None:
            groups.append([alike[key]])
        else:
            group.append(alike[key])
    return [tuple(figure for kind in group for figure in kind) for group in groups]


def _agreement(relation: Relation, figures: tuple[AttributedFigure, ...], tolerance: Fraction) -> Account | None:
    """Return the account of comparable figures; None for a single one, which agrees with nothing."""
    if len(figures) < 2:
        return None
    silent = tuple(one.id for one in figures if not one.known)
    terms = tuple(said(one, tolerance) for one in figures if one.known)
    distinct = {term.written: term for term in reversed(terms)}
    values = sorted(distinct.values(), key=lambda term: (term.value or 0, term.written), reverse=True)
    many = len(values) > _MOST_PAIRED
    pairs = [(values[0], values[-1]), *pairwise(values)] if many else list(combinations(values, 2))
    apart = [(one, other) for one, other in pairs if not one.number.meets(other.number)]
    lines = tuple(_line(one, other) for one, other in pairs)
    lines += tuple(Line((distinct[term.written],), term) for term in terms if term is not distinct[term.written])
    widest = max(apart or pairs, key=lambda pair: _gap(*pair), default=None)
    reason = None
    if silent:
        reason = Reason("no_number", f"{', '.join(silent)} (without a number) contradicts none and is not zero.")
    return Account(
        "same",
        "differs" if apart else "consistent" if len(terms) > 1 else "unknown",
        tuple(one.id for one in figures),
        reason,
        None if widest is None else _difference(*widest),
        lines,
        voices(figures),
        silent=silent,
        never_added=sum(term.value for term in terms if term.value is not None) if len(terms) > 1 else None,
        tolerance=tolerance if any(one.figure.operator == "~" for one in figures) else None,
        assumes=tuple(dict.fromkeys(reason for one in figures[1:] for reason in assumed(figures[0], one))),
        relation=relation,
    )


def _line(one: Term, other: Term) -> Line:
    minus = Term(other.written, other.number, other.value, other.figure, other.speaker, other.said_on, -1)
    return Line((one, minus), found((one, minus)))


def _gap(one: Term, other: Term) -> Fraction:
    return abs(Fraction(one.value or 0) - Fraction(other.value or 0))


def _difference(one: Term, other: Term) -> Difference:
    gap = _gap(one, other)
    value = int(gap) if gap == int(gap) else gap
    return Difference(value, one.number - other.number, "disagreement" if value else "")
