"""Who may import whom: the contracts of pyproject.toml hold, and heavy libraries stay late and in their rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.house.tree import ROOT, SOURCE, parsed, python_files

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# Each heavy library with the rooms that may use it.
HEAVY = {
    "anyascii": ("linking",),
    "charset_normalizer": ("intake",),
    "duckdb": ("linking/splink",),
    "htmldate": ("intake",),
    "lxml": ("intake",),
    "numba": ("linking",),
    "numpy": ("ledger", "linking", "reading"),
    "onnxruntime": ("reading/engines",),
    "pyarrow": ("ledger", "linking"),
    "pypdfium2": ("intake",),
    "pyspark": ("linking/splink",),
    "python_calamine": ("intake",),
    "rich": ("cli",),
    "spacy": ("reading/engines",),
    "splink": ("linking/splink",),
    "tokenizers": ("reading/engines",),
    "trafilatura": ("intake",),
}
# Whole modules are written in these, and it is those modules that are imported late; test_start proves it.
IN_WHOLE_MODULES = {"anyascii", "numba", "numpy", "pyarrow", "rich"}
NEVER = ("torch", "transformers", "textacy")


def imports(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Yield the first name of every import that runs, with whether it stands inside a function."""
    todo: list[tuple[ast.AST, bool]] = [(tree, False)]
    while todo:
        node, late = todo.pop()
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], late) for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module.split(".")[0], late
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        todo.extend((child, inside) for child in ast.iter_child_nodes(node))


def users(library: str) -> dict[str, bool]:
    """Return the files of the source that import a library, and whether each does so only inside functions."""
    found: dict[str, bool] = {}
    for path in python_files("src"):
        late = [inside for name, inside in imports(parsed(path)) if name == library]
        if late:
            found[path.relative_to(SOURCE).as_posix()] = all(late)
    return found


def test_every_contract_is_kept() -> None:
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "kept" in ran.stdout


@pytest.mark.parametrize("library", HEAVY)
def test_heavy_libraries_stay_in_their_rooms(library: str) -> None:
    strangers = [file for file in users(library) if not file.startswith(HEAVY[library])]
    assert strangers == [], f"{library} belongs to {HEAVY[library]}"


@pytest.mark.parametrize("library", sorted(HEAVY.keys() - IN_WHOLE_MODULES))
def test_heavy_libraries_are_imported_late(library: str) -> None:
    early = [file for file, late in users(library).items() if not late]
    assert early == [], f"import {library} inside the function that needs it"


@pytest.mark.parametrize("library", NEVER)
def test_training_and_bench_libraries_never_enter(library: str) -> None:
    assert users(library) == {}


def test_only_the_store_and_the_settings_know_django() -> None:
    strangers = [file for file in users("django") if not file.startswith(("store/", "settings.py"))]
    assert strangers == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import numpy.linalg", [("numpy", False)]),
        ("from numpy import array", [("numpy", False)]),
        ("def f() -> None:\n    import numpy", [("numpy", True)]),
        ("class C:\n    import numpy", [("numpy", False)]),  # a class body runs when its module does
        ("if TYPE_CHECKING:\n    import numpy", []),  # for the reader of types only
        ("try:\n    import numpy\nexcept ImportError:\n    pass", [("numpy", False)]),
        ("from . import numpy", []),  # a module of our own
    ],
)
def test_the_measure_itself(code: str, expected: list[tuple[str, bool]]) -> None:
    assert list(imports(ast.parse(code))) == expected
