"""Working: the arithmetic of each kind of relation, from the figures as they stand to a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from paradero.ledger.accounts import Account, Difference, Line, Meaning, Term, Verdict, found, said
from paradero.ledger.agreeing import same, voices
from paradero.ledger.comparing import Reason, assumed, counting
from paradero.ledger.figures import PLANNED, AttributedFigure
from paradero.ledger.relations import Relation


@dataclass(frozen=True, slots=True)
class Members:
    """The figures of a relation: the whole, its parts, those among the rest, the rest as somebody says it.

    ``missing`` tells that some of the parts are not known yet.
    """

    whole: AttributedFigure | None
    parts: tuple[AttributedFigure, ...]
    of_rest: tuple[AttributedFigure, ...] = ()
    rest: AttributedFigure | None = None
    missing: bool = False

    @property
    def all(self) -> tuple[AttributedFigure, ...]:
        """Every figure, the whole first."""
        ends = [one for one in (self.whole, *self.parts, *self.of_rest, self.rest) if one is not None]
        return tuple(dict.fromkeys(ends))


def accounts_of(relation: Relation, members: Members, tolerance: Fraction) -> list[Account]:
    """Return the accounts of one relation: one for most kinds, one a part where each part is held against the whole."""
    if relation.kind == "same":
        return same(relation, members.parts, tolerance)
    if relation.kind in ("parts", "stages"):
        return [_sum(relation, members, tolerance)]
    if relation.kind == "minus" and members.whole is not None:
        return [_rest(relation, members, members.whole, tolerance)]
    if relation.kind == "names" and members.whole is not None:
        return [_names(relation, members, members.whole, tolerance)]
    return [_pair(relation, members.whole, part, tolerance) for part in members.parts if members.whole is not None]


def account(
    relation: Relation,
    figures: tuple[AttributedFigure, ...],
    verdict: Verdict,
    tolerance: Fraction,
    reason: Reason | None = None,
    difference: Difference | None = None,
    working: tuple[Line, ...] = (),
    assumes: tuple[Reason, ...] = (),
) -> Account:
    """Return an account with what every account tells of its figures."""
    return Account(
        relation.kind,
        verdict,
        tuple(one.id for one in figures),
        reason,
        difference,
        working,
        voices(figures),
        silent=tuple(one.id for one in figures if not one.known),
        tolerance=tolerance if any(one.figure.operator == "~" for one in figures) else None,
        assumes=assumes,
        relation=relation,
    )


def _uncountable(relation: Relation, figures: tuple[AttributedFigure, ...]) -> Reason | None:
    """Tell why figures cannot be added to or taken from the first; names may stand for persons where asked."""
    first, *others = figures
    reasons = (counting(first, other) for other in others)
    allowed = {"names_against_persons"} if relation.kind == "names" else set()
    return next((reason for reason in reasons if reason is not None and reason.code not in allowed), None)


def _no_number(silent: tuple[str, ...]) -> Reason:
    named = ", ".join(silent)
    return Reason("no_number", f"nobody gives a number for {named}: it cannot be verified, and it is not zero.")


def _sum(relation: Relation, members: Members, tolerance: Fraction) -> Account:
    figures = members.all
    hindered = _uncountable(relation, figures)
    if hindered is not None:
        return account(relation, figures, "not_comparable", tolerance, hindered)
    terms = tuple(said(part, tolerance) for part in members.parts)
    known = tuple(term for term in terms if term.number.known)
    total = found(known)
    if members.whole is None:
        alone = (Line(terms, total if len(known) == len(terms) else None),)
        reason = Reason("no_total", "nobody says the total.")
        return account(relation, figures, "unknown", tolerance, reason, working=alone)
    whole = said(members.whole, tolerance)
    exactly = total.value == whole.value and len(known) == len(terms)
    lines: tuple[Line, ...] = (Line(terms, whole if exactly else total if len(known) == len(terms) else None),)
    if len(terms) == 1 and not exactly:
        lines = ()
    if not exactly and whole.number.known and known:
        left = tuple(Term(t.written, t.number, t.value, t.figure, t.speaker, t.said_on, -1) for t in known)
        lines = (*lines, Line((whole, *left), found((whole, *left))))
    return _weighed(relation, members, tolerance, whole, total, lines)


def _weighed(
    relation: Relation, members: Members, tolerance: Fraction, whole: Term, total: Term, lines: tuple[Line, ...]
) -> Account:
    """Hold a sum against its whole."""
    figures = members.all
    silent = tuple(one.id for one in figures if not one.known)
    over = whole.number.below(total.number.at_least(0))
    under = total.number.below(whole.number)
    by = _apart(whole, total, "missing")
    assumes = tuple(reason for part in members.parts if members.whole for reason in assumed(members.whole, part))
    if over:
        planned = members.whole is not None and members.whole.state in PLANNED and relation.kind == "stages"
        return account(relation, figures, "differs" if planned else "impossible", tolerance, None, by, lines, assumes)
    if silent:
        by = _apart(whole, total, "rest")
        return account(relation, figures, "unknown", tolerance, _no_number(silent), by, lines, assumes)
    if under and (members.missing or not relation.complete):
        reason = Reason("parts_incomplete", "the parts are not known to be all of them; what is left has no part yet.")
        by = _apart(whole, total, "rest")
        return account(relation, figures, "consistent", tolerance, reason, by, lines, assumes)
    verdict: Verdict = "differs" if under else "consistent"
    return account(relation, figures, verdict, tolerance, None, by, lines, assumes)


def _negative(figure: AttributedFigure, tolerance: Fraction) -> Term:
    return said(figure, tolerance, -1)


def _rest(relation: Relation, members: Members, whole: AttributedFigure, tolerance: Fraction) -> Account:
    figures = members.all
    hindered = _uncountable(relation, figures)
    if hindered is not None:
        return account(relation, figures, "not_comparable", tolerance, hindered)
    terms = (said(whole, tolerance), *(_negative(one, tolerance) for one in members.parts))
    rest = found(terms)
    told = None if members.rest is None else said(members.rest, tolerance)
    lines = [Line(terms, told if told is not None and told.value == rest.value else rest)]
    last = rest
    if members.of_rest:
        among = (rest, *(_negative(one, tolerance) for one in members.of_rest))
        last = found(among)
        lines.append(Line(among, last))
    silent = tuple(one.id for one in figures if not one.known)
    by = None if last.value is None else Difference(last.value, last.number, "rest")
    if last.number.high is not None and last.number.high < 0:
        return account(relation, figures, "impossible", tolerance, None, by, tuple(lines))
    if silent:
        return account(relation, figures, "unknown", tolerance, _no_number(silent), by, tuple(lines))
    if told is not None and not told.number.meets(rest.number) and told.value is not None and rest.value is not None:
        lines.append(Line((rest, Term(told.written, told.number, told.value, told.figure, told.speaker, sign=-1))))
        apart = _apart(rest, told, "disagreement")
        return account(relation, figures, "differs", tolerance, None, apart, tuple(lines))
    return account(relation, figures, "consistent", tolerance, None, by, tuple(lines))


def _names(relation: Relation, members: Members, whole: AttributedFigure, tolerance: Fraction) -> Account:
    """Hold lists of names against the persons they are the names of: what is left is unnamed."""
    figures = members.all
    hindered = _uncountable(relation, figures)
    if hindered is not None:
        return account(relation, figures, "not_comparable", tolerance, hindered)
    terms = tuple(said(one, tolerance) for one in members.parts)
    named, persons = found(terms), said(whole, tolerance)
    lines = [Line(terms, named)] if len(terms) > 1 else []
    taken = tuple(_negative(one, tolerance) for one in members.parts)
    unnamed = found((persons, *taken))
    if named.value is not None and persons.value is not None:
        minus = Term(named.written, named.number, named.value, sign=-1)
        lines.append(Line((persons, minus) if len(terms) > 1 else (persons, *taken), unnamed))
        lines += [Line((*terms, unnamed), persons)] if (unnamed.value or 0) > 0 else []
    one_each = Reason("one_person_a_name", "Each name is taken for one person; one person may stand on a list twice.")
    by = _apart(persons, named, "unnamed")
    silent = tuple(one.id for one in figures if not one.known)
    if silent:
        return account(relation, figures, "unknown", tolerance, _no_number(silent), by, tuple(lines), (one_each,))
    if persons.number.below(named.number):
        reason = Reason("more_names_than_persons", "there are more names than persons.")
        return account(relation, figures, "differs", tolerance, reason, by, tuple(lines), (one_each,))
    return account(relation, figures, "consistent", tolerance, None, by, tuple(lines), (one_each,))


def _pair(relation: Relation, whole: AttributedFigure, part: AttributedFigure, tolerance: Fraction) -> Account:
    """Hold one figure against one other, as the kind of the relation asks."""
    figures = (whole, part)
    hindered = counting(whole, part)
    if hindered is not None and not (relation.kind == "verifies" and hindered.code == "names_against_persons"):
        return account(relation, figures, "not_comparable", tolerance, hindered)
    one, other = said(whole, tolerance), _negative(part, tolerance)
    silent = tuple(figure.id for figure in figures if not figure.known)
    assumes = assumed(whole, part) if relation.kind != "in_return" else ()
    if one.value is None or other.value is None:
        return account(relation, figures, "unknown", tolerance, _no_number(silent), assumes=assumes)
    difference = _apart(one, other, _MEANINGS[relation.kind])
    line = Line((one, other), found((one, other)))
    if relation.kind == "in_return":
        between = Line((one,), said(part, tolerance), "for")
        return account(relation, figures, "consistent", tolerance, None, difference, (between,))
    if one.value == other.value:
        line = Line((one,), said(part, tolerance))
    elif relation.kind == "bounds" and one.number.meets(other.number):
        line = Line((one,), said(part, tolerance), "within")
    verdict: Verdict = "consistent" if one.number.meets(other.number) else "differs"
    return account(relation, figures, verdict, tolerance, None, difference, (line,), assumes)


def _apart(one: Term, other: Term, meaning: Meaning) -> Difference | None:
    """Return by how much one number is above another, or, where the other is above it, by how much that goes over."""
    if one.value is None or other.value is None:
        return None
    if other.value > one.value:
        return Difference(other.value - one.value, other.number - one.number, "over" if meaning != "terms" else meaning)
    return Difference(one.value - other.value, one.number - other.number, meaning if one.value != other.value else "")


_MEANINGS: dict[str, Meaning] = {
    "verifies": "unverified",
    "fulfils": "undelivered",
    "in_return": "terms",
    "bounds": "disagreement",
}
