"""The size band of the house: short files, short functions, everything typed; offenders are named."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.house.tree import ROOT, parsed, python_files, shown

LONGEST_FILE = {"src": 300, "requirements": 300, "bench": 500, "tests": 500, "training": 500}
LONGEST_FUNCTION = 50
EVERYWHERE = tuple(LONGEST_FILE)
MOST = 0  # exceptions; lower it when one is gone, never raise it
EXCEPTIONS = tomllib.loads((Path(__file__).parent / "sizes.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A file or a function with its length; a function also with whether every argument and the result is typed."""

    where: str
    lines: int
    typed: bool = True


def measured_files(*rooms: str) -> list[Measured]:
    return [Measured(shown(p), len(p.read_text(encoding="utf-8").splitlines())) for p in python_files(*rooms)]


def measured_functions(*rooms: str) -> list[Measured]:
    return [found for path in python_files(*rooms) for found in _functions(path)]


def _functions(path: Path) -> Iterator[Measured]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Measured(f"{shown(path)}::{node.name}", lines, _typed(node))


def _typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = function.args
    listed = [*given.posonlyargs, *given.args]
    if listed and listed[0].arg in {"self", "cls"}:
        listed = listed[1:]
    listed += [*given.kwonlyargs, *(a for a in (given.vararg, given.kwarg) if a is not None)]
    return function.returns is not None and all(a.annotation is not None for a in listed)


def limit(where: str) -> int:
    """Return how many lines a file, or a function of it, may have."""
    return LONGEST_FUNCTION if "::" in where else LONGEST_FILE[where.split("/")[0]]


def percentile_95(lengths: list[int]) -> float:
    return quantiles(lengths, n=20, method="inclusive")[-1]


def is_code(path: str) -> bool:
    """Tell whether a file is more than a package's front page: it defines something."""
    body = parsed(ROOT / path).body
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign) for node in body)


def test_no_file_is_too_long() -> None:
    too_long = {m.where: m.lines for m in measured_files(*EVERYWHERE) if m.lines > limit(m.where)}
    assert _unexcused(too_long) == {}, "too many lines: split by idea"


def test_no_function_is_too_long() -> None:
    too_long = {m.where: m.lines for m in measured_functions(*EVERYWHERE) if m.lines > LONGEST_FUNCTION}
    assert _unexcused(too_long) == {}, f"over {LONGEST_FUNCTION} lines: cut by step"


def _unexcused(too_long: dict[str, int]) -> dict[str, int]:
    allowed = {entry["where"]: entry["lines"] for entry in EXCEPTIONS["exception"]}
    return {where: lines for where, lines in too_long.items() if lines > allowed.get(where, 0)}


def test_exceptions_only_shrink() -> None:
    entries = EXCEPTIONS["exception"]
    assert len(entries) <= MOST, "the list of exceptions has grown"
    everything = {m.where: m.lines for m in (*measured_files(*EVERYWHERE), *measured_functions(*EVERYWHERE))}
    for entry in entries:
        assert entry["reason"].strip(), f"{entry['where']} has no reason"
        assert everything.get(entry["where"], 0) > limit(entry["where"]), (
            f"{entry['where']} needs no exception any more: remove it"
        )
        assert everything[entry["where"]] == entry["lines"], f"{entry['where']}: write its present length"


def test_files_of_the_source_lie_in_the_band() -> None:
    lengths = [m.lines for m in measured_files("src") if is_code(m.where)]
    assert 40 <= median(lengths) <= 150
    assert percentile_95(lengths) <= 500


@pytest.mark.parametrize("room", ["src", "tests"])
def test_functions_lie_in_the_band(room: str) -> None:
    lengths = [m.lines for m in measured_functions(room)]
    assert median(lengths) <= 10
    assert percentile_95(lengths) <= 45
    assert sum(n > LONGEST_FUNCTION for n in lengths) < 0.03 * len(lengths)


def test_functions_are_typed() -> None:
    functions = measured_functions(*EVERYWHERE)
    untyped = [m.where for m in functions if not m.typed]
    assert len(untyped) < 0.05 * len(functions), untyped
    assert not [where for where in untyped if where.startswith("src/")], untyped


@pytest.mark.parametrize(
    ("code", "lines", "typed"),
    [
        ("def f(a: int) -> int:\n    return a\n", 2, True),
        ("def f(a) -> int:\n    return 1\n", 2, False),  # an argument without a type
        ("def f(a: int):\n    return a\n", 2, False),  # no type for what comes back
        ("class C:\n    def f(self) -> None:\n        '''Say.'''\n        return\n", 3, True),  # self needs none
        ("async def f(*a, **k) -> None: ...\n", 1, False),  # starred arguments count
    ],
)
def test_the_measure_itself(code: str, lines: int, typed: bool) -> None:
    functions = [n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [(n.end_lineno or 0) - n.lineno + 1 for n in functions] == [lines]
    assert [_typed(n) for n in functions] == [typed]
