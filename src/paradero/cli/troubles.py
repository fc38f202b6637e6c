"""Problems told to a person: one by one with place, cause and next step, or summed up by code, the worst first."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from paradero.cli.screen import SHORT_ID, inline, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.model.problem import Problem

SHOWN = 5  # files named beside a summary; "problems" lists all of them
SEVERITIES = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem, and the id of the document that it is about; empty when the material did not become one."""

    problem: Problem
    document: str = ""

    @property
    def file(self) -> str:
        """What tells its file from the others: two documents may have one name."""
        return self.document or self.problem.source


@dataclass(frozen=True, slots=True)
class Summary:
    """All problems of one code.

    Attributes:
        severity, code: what they have in common.
        problems: in order. files: how many files they are in.
    """

    severity: str
    code: str
    problems: tuple[Problem, ...]
    files: int

    @property
    def hint(self) -> str:
        """The next step that fits most of them."""
        return Counter(problem.hint for problem in self.problems).most_common(1)[0][0]

    def json(self) -> dict[str, Any]:
        """Return the summary ready for JSON."""
        counts = {"problems": len(self.problems), "files": self.files}
        return {"severity": self.severity, "code": self.code, **counts, "hint": self.hint or None}


def summaries(troubles: Iterable[Trouble]) -> list[Summary]:
    """Sum problems up by code: errors first, and of one severity the most frequent first."""
    found = [
        Summary(severity, code, tuple(one.problem for one in same), len({one.file for one in same}))
        for (severity, code), same in _by_code(troubles)
    ]
    return sorted(found, key=lambda one: (SEVERITIES.index(one.severity), -len(one.problems), one.code))


def summary_lines(found: Iterable[Summary]) -> Iterator[str]:
    """Yield summaries as lines: code, how many, in how many files, which, and the next step."""
    for one in found:
        first, *more = one.problems
        if more:
            files = f"{one.files:,} {'file' if one.files == 1 else 'files'}"
            yield f"{one.severity} {one.code}: {len(one.problems):,} in {files}"
            yield f"    {_some(problem.source for problem in one.problems)}"
        else:
            yield f"{one.severity} {one.code}"
            yield f"    {_place(first)}: {inline(first.message)}"
        if one.hint:
            yield f"    Next: {inline(one.hint)}"


def lines(troubles: Iterable[Trouble]) -> Iterator[str]:
    """Yield problems as lines: a heading a code with its count, then each place with its cause and the next step."""
    for (severity, code), same in _by_code(troubles):
        yield f"{severity} {code}" + (f" ({len(same):,})" if len(same) > 1 else "")
        for one in same:
            document = f" (document {one.document[:SHORT_ID]})" if one.document else ""
            yield f"  {_place(one.problem)}{document}: {inline(one.problem.message)}"
            if one.problem.hint:
                yield f"    Next: {inline(one.problem.hint)}"


def tell_problems(problems: Iterable[Problem]) -> None:
    """Tell the problems of an act on standard error, summed up."""
    found = summaries(map(Trouble, problems))
    for line in summary_lines(found):
        tell(line)
    if any(len(one.problems) > 1 for one in found):
        tell("Each with its place and cause: paradero --casebook PATH problems")


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return a problem ready for JSON; absent is null."""
    return {name: value or None for name, value in asdict(problem).items()}


def trouble_json(trouble: Trouble) -> dict[str, Any]:
    """Return a problem with its document ready for JSON; absent is null."""
    return {**problem_json(trouble.problem), "document": trouble.document or None}


def _by_code(troubles: Iterable[Trouble]) -> Iterator[tuple[tuple[str, str], list[Trouble]]]:
    def kind(one: Trouble) -> tuple[int, str]:
        return SEVERITIES.index(one.problem.severity), one.problem.code

    for (severity, code), same in groupby(sorted(troubles, key=kind), key=kind):
        yield (SEVERITIES[severity], code), list(same)


def _place(problem: Problem) -> str:
    return inline(f"{problem.source}, {problem.place}" if problem.place else problem.source)


def _some(sources: Iterable[str]) -> str:
    names = list(dict.fromkeys(sources))
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return ", ".join(map(inline, names[:SHOWN])) + more
