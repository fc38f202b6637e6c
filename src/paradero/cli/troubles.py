"""Problems told to a person: by severity and code, each with its place, its cause and the next step."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from paradero.cli.screen import inline, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.model.problem import Problem

SHOWN = 5  # places told of each code beside a summary; "problems" lists all of them
_ORDER = ("error", "warning", "notice")


def lines(problems: Iterable[Problem], shown: int | None = None) -> Iterator[str]:
    """Yield problems as lines: a heading a code with its count, then each place with its cause and the next step.

    Args:
        problems: in any order.
        shown: how many to tell of each code; None tells all.
    """
    ordered = sorted(problems, key=lambda p: (_ORDER.index(p.severity), p.code))
    for (severity, code), group in groupby(ordered, key=lambda p: (p.severity, p.code)):
        same = list(group)
        yield f"{severity} {code}" + (f" ({len(same)})" if len(same) > 1 else "")
        for problem in same[:shown]:
            where = f"{problem.source}, {problem.place}" if problem.place else problem.source
            yield f"  {inline(where)}: {inline(problem.message)}"
            if problem.hint:
                yield f"    Next: {inline(problem.hint)}"
        if shown is not None and len(same) > shown:
            yield f"  and {len(same) - shown} more"


def tell_problems(problems: Iterable[Problem]) -> None:
    """Tell problems on standard error, the first few of each code."""
    for line in lines(problems, SHOWN):
        tell(line)


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return a problem ready for JSON; absent is null."""
    return {name: value or None for name, value in asdict(problem).items()}
