"""May two figures be held against each other? If not, the answer is a code with its words, and no number."""

from __future__ import annotations

from dataclasses import dataclass

from paradero.ledger.figures import CARRIED_OUT, KNOWN, PLANNED, STOCK, AttributedFigure
from paradero.ledger.sets import set_words
from paradero.model.vocabulary import terms

_UNITS = {
    frozenset({"persons", "admissions"}): "persons_against_admissions",
    frozenset({"persons", "bodies"}): "remains_against_persons",
    frozenset({"persons", "names"}): "names_against_persons",
}
_ALL = frozenset({"all", "total", "overall", "everywhere", "nationwide"})
_MIDNIGHT = frozenset({"midnight", "night"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a comparison cannot be made or decided: a code for programs, words for people."""

    code: str
    words: str


def family(state: str) -> str:
    """Return what a state tells of: ``planned``, ``carried_out``, ``stock``, ``known``, or ``unsaid``."""
    families = (("planned", PLANNED), ("carried_out", CARRIED_OUT), ("stock", STOCK), ("known", KNOWN))
    return next((name for name, states in families if state in states), "unsaid")


def hindrance(one: AttributedFigure, other: AttributedFigure) -> Reason | None:
    """Tell why two figures of one set cannot be compared; None when they can.

    Only what both say can stand between them; see ``assumed`` for what one of them leaves unsaid.
    """
    return (
        counting(one, other)
        or _scope(one, other)
        or (None if _level(one.state, other.state) else _other_state(one, other))
    )


def counting(one: AttributedFigure, other: AttributedFigure) -> Reason | None:
    """Tell why two figures do not count the same kind of thing, at the same hour, so that they cannot be added."""
    if one.unit != other.unit:
        code = _UNITS.get(frozenset({one.unit, other.unit}), "other_unit")
        return Reason(code, f"{one.id} counts {_unit(one.unit)}; {other.id} counts {_unit(other.unit)}.")
    moved, others = set_words(one.about), set_words(other.about)
    if moved.moved != others.moved and (moved.held or others.held):
        return Reason(
            "prisoners_against_people_moved",
            f"{one.id} ({one.about!r}) and {other.id} ({other.about!r}): one counts prisoners, "
            "the other all people who were moved.",
        )
    first_hour, second_hour = _folded(one.figure.hour), _folded(other.figure.hour)
    if first_hour and second_hour and first_hour != second_hour:
        midnight = bool(_MIDNIGHT & set(first_hour.split())) != bool(_MIDNIGHT & set(second_hour.split()))
        code = "midnight_against_part_of_day" if midnight else "other_hour"
        return Reason(code, f"{one.id} holds for {one.figure.hour!r}, {other.id} for {other.figure.hour!r}.")
    return None


def assumed(one: AttributedFigure, other: AttributedFigure) -> tuple[Reason, ...]:
    """Return what a comparison takes for granted because one of the two leaves it unsaid."""
    taken = []
    for code, what, mine, theirs in (
        ("hour_unsaid", "hour", one.figure.hour, other.figure.hour),
        ("scope_unsaid", "scope", one.scope, other.scope),
        ("state_unsaid", "state", one.state, other.state),
    ):
        if bool(mine) != bool(theirs):
            silent, said = (other, mine) if mine else (one, theirs)
            taken.append(
                Reason(code, f"The {what} of {silent.id} is not said; it is taken for that of the other: {said!r}.")
            )
    return tuple(taken)


def _scope(one: AttributedFigure, other: AttributedFigure) -> Reason | None:
    first, second = _folded(one.scope), _folded(other.scope)
    if not first or not second or first == second:
        return None
    everything = [bool(_ALL & set(scope.split())) for scope in (first, second)]
    code = "one_facility_against_all" if everything[0] != everything[1] else "other_scope"
    return Reason(code, f"{one.id} covers {one.scope!r}, {other.id} covers {other.scope!r}.")


def _level(one: str, other: str) -> bool:
    return not one or not other or one == other or family(one) == family(other) == "carried_out"


def _other_state(one: AttributedFigure, other: AttributedFigure) -> Reason:
    return Reason("other_state", f"{one.id} counts those {_state(one.state)}, {other.id} those {_state(other.state)}.")


def _unit(code: str) -> str:
    """Return what a unit counts in words; a code that the vocabulary does not hold stands for itself."""
    known = terms("units").get(code)
    return code if known is None else f"{known.en} ({known.definition.rstrip('.')})"


def _state(code: str) -> str:
    known = terms("figure_states").get(code)
    return code if known is None else known.en


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
