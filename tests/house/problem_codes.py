"""The codes of every problem and error that the source can tell a person of, read from its syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.tree import parsed, python_files, shown


@dataclass(frozen=True, slots=True)
class Found:
    """A code and where it is; the code is None where a problem gets one that cannot be read from the source."""

    code: str | None
    where: str


def found() -> list[Found]:
    """Return every code of the source with its place."""
    return [one for path in python_files("src") for one in codes_in(parsed(path), shown(path))]


def codes_in(tree: ast.Module, where: str) -> Iterator[Found]:
    """Yield the codes of a module: of its errors, of its problems, and of calls to its own makers of problems."""
    makers = {"Problem": 0, **_makers(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (Found(code, f"{where}:{node.lineno}") for code in _class_codes(node))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
            yield from _given(node, makers[node.func.id], where)


def _makers(tree: ast.Module) -> dict[str, int]:
    """Return the functions of a module that take a code and give problems, with the position of the code."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    makers = [f for f in functions if f.returns is not None and _tells(f.returns)]
    names = {maker.name: [a.arg for a in maker.args.args] for maker in makers}
    return {name: arguments.index("code") for name, arguments in names.items() if "code" in arguments}


def _tells(returns: ast.expr) -> bool:
    """Tell whether a function gives problems, or troubles of chains, which hold one each."""
    return any(name in ast.unparse(returns) for name in ("Problem", "Trouble"))


def _class_codes(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        # Enough for `code = "empty_file"`; a dataclass's `code: str` or a column of the database is no code.
        if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "code":
            code = _literal(line.value)
            if code is not None:
                yield code


def _given(call: ast.Call, position: int, where: str) -> Iterator[Found]:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    argument = named[0] if named else call.args[position] if len(call.args) > position else None
    place = f"{where}:{call.lineno}"
    if isinstance(argument, ast.IfExp):
        yield from (Found(_literal(branch), place) for branch in (argument.body, argument.orelse))
    elif argument is not None and ast.unparse(argument).split(".")[-1] != "code":
        yield Found(_literal(argument), place)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
