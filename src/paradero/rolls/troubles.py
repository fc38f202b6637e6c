"""What can be wrong with a cell or a row: one kind a code, with its cause and the next step, summed up by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from paradero.model import Problem
from paradero.model.problem import Severity

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of trouble: its code, the cause for any number of cells, the next step, and how grave it is."""

    code: str
    cause: str
    hint: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Trouble:
    """One trouble, at a cell or, with column 0, at a row. ``written`` are the words that stand there, on ``page``."""

    code: str
    sheet: str
    row: int
    column: int = 0
    written: str = ""
    page: int | None = None

    @property
    def kind(self) -> ProblemKind:
        """What the code stands for."""
        return KINDS[self.code]


def _kind(code: str, cause: str, hint: str, severity: Severity = "warning") -> ProblemKind:
    return ProblemKind(code, cause, hint, severity)


_ALL = (
    _kind(
        "impossible_day",
        "No such day is in the calendar, or it lies before 1800, after the list, or 120 years before it for a birth",
        "The words are kept; no day follows from them. Compare with the original, or set date_order in the mapping.",
    ),
    _kind(
        "day_outside_period",
        "The day lies outside the period that the list is said to cover",
        "The words are kept; no day follows from them. Compare with the original, or change first_day and last_day.",
    ),
    _kind(
        "other_day_order",
        "The column is said to have the year first, and the day ends in the year: which number is the month is open",
        "The words are kept; no day follows from them. Set date_order to month_first or day_first if you know which.",
    ),
    _kind(
        "no_day",
        "The row tells no day, and the list is said to cover a period",
        "Nothing; whether it belongs to the period is not known.",
        "notice",
    ),
    _kind("unreadable_day", "No day can be read", "The words are kept; look whether the column holds days."),
    _kind(
        "day_out_of_line",
        "The day lies far from all others of the column",
        "It is kept as it is; look whether a digit slipped.",
        "notice",
    ),
    _kind("impossible_age", "No person has this age", "The words are kept; no age follows from them."),
    _kind(
        "age_disagrees",
        "Age and day of birth differ by more than a year on the day of the list",
        "Both are kept; check list_date in the mapping, and the original.",
        "notice",
    ),
    _kind("unreadable_number", "No whole number can be read", "The words are kept; look whether it is a count."),
    _kind(
        "unknown_value",
        "The word for a nationality or a sex is not known",
        "The words are kept; no code follows from them.",
        "notice",
    ),
    _kind(
        "unknown_status",
        "The word of a status tells no act that is known",
        "Say in the mapping, under [sheet.status], which act it tells.",
        "notice",
    ),
    _kind(
        "unknown_answer",
        "The word of an answer is none that is known",
        "No answer follows; say in the mapping, under [sheet.answer], which it is: held, not_held, dead, unknown, ...",
    ),
    _kind(
        "no_answer",
        "The row has no answer",
        "Nothing follows from that; not answered is not no.",
        "notice",
    ),
    _kind(
        "hidden_characters",
        "Control characters, invisible ones, or marks of the writing direction stand in the cell",
        "The words are kept to the letter; what is worked out is without them.",
    ),
    _kind(
        "odd_name",
        "Pictures, signs or digits stand in a name",
        "The words are kept to the letter; compare with the original.",
        "notice",
    ),
    _kind(
        "row_suppressed",
        "The row was left out: somebody who asked to be taken out",
        "Nothing; the suppressions are told, without names, by: paradero suppress list",
        "notice",
    ),
    _kind("no_person", "The row names nobody", "It is taken for one person without a name.", "notice"),
    _kind(
        "row_left_out",
        "The row is a heading, a total or a note and no entry",
        "Set first_row and last_row in the mapping if it belongs to the list.",
        "notice",
    ),
    _kind(
        "repeated_key",
        "Another row has the same key",
        "Both are kept; versions of the list are compared by other columns for these rows.",
    ),
    _kind(
        "repeated_row",
        "The row says the same as an earlier one",
        "Both are kept; whether they are one person is for people to judge.",
        "notice",
    ),
)
KINDS = MappingProxyType({kind.code: kind for kind in _ALL})


def problems_of(source: str, troubles: Iterable[Trouble]) -> tuple[Problem, ...]:
    """Sum troubles up: one problem for each code, sheet and column, with the rows it stands in.

    Args:
        source: the list's name.
        troubles: in the order of the rows.
    """
    by_place: defaultdict[tuple[str, str, int], list[Trouble]] = defaultdict(list)
    for one in troubles:
        by_place[one.code, one.sheet, one.column].append(one)
    return tuple(_summed(source, same) for same in by_place.values())


def without_examples(problem: Problem) -> Problem:
    """Return a problem of a list without the words of cells that it quotes; any other as it is."""
    kind = KINDS.get(problem.code)
    return problem if kind is None else replace(problem, message=f"{kind.cause}.")


def letters(column: int) -> str:
    """Return the letters by which spreadsheets call a column: 1 is A, 28 is AB."""
    high, low = divmod(column - 1, 26)
    return (letters(high) if high else "") + chr(65 + low)


def _row(one: Trouble) -> str:
    return f"{one.row:,}" if one.page is None else f"{one.row:,} (p. {one.page})"


def _summed(source: str, same: list[Trouble]) -> Problem:
    first, kind = same[0], same[0].kind
    rows = ", ".join(map(_row, same[:_SHOWN]))
    more = f" and {len(same) - _SHOWN:,} more" if len(same) > _SHOWN else ""
    column = f"column {letters(first.column)}, " if first.column else ""
    sheet = f"sheet {first.sheet!r}, " if first.sheet else ""
    place = f"{sheet}{column}{'row' if len(same) == 1 else 'rows'} {rows}{more}"
    words = list(dict.fromkeys(one.written[:40] for one in same if one.written))[:3]
    examples = f": {', '.join(repr(word) for word in words)}" if words else ""
    return Problem(kind.code, source, f"{kind.cause}{examples}.", kind.hint, place, kind.severity)
