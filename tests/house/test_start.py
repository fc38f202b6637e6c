"""Starting is light: asking for help loads none of the heavy libraries. The seconds it takes are for bench to say."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from paradero.casework import new
from paradero.cli.main import VERBS
from tests.casework.histories import kept
from tests.casework.material import ANA
from tests.ledger.saying import Report

HEAVY = {
    "django",
    "htmldate",
    "lxml",
    "numpy",
    "pyarrow",
    "onnxruntime",
    "pypdfium2",
    "rich",
    "spacy",
    "tokenizers",
    "torch",
    "trafilatura",
}

ENGINES = {"paradero.reading.pipeline", "paradero.reading.linker", "paradero.reading.engines.rules.engine"}

LOADED_BY = """
import sys
from paradero.__main__ import main
sys.argv = ["paradero", *{words!r}]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print("LOADED", *sys.modules)
"""


def modules_of(*words: str) -> set[str]:
    """Return the modules that a fresh interpreter holds after a run of the command line."""
    script = LOADED_BY.format(words=list(words))
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.rsplit("LOADED", 1)[1].split())


def loaded_by(*words: str) -> set[str]:
    """Return the first names of these modules."""
    return {name.split(".")[0] for name in modules_of(*words)}


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([verb, "--help"] for verb in VERBS)], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded_by(*words) & HEAVY == set()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook with a report that tells who was held."""
    folder = tmp_path_factory.mktemp("start") / "case"
    with new(folder, ANA) as casebook:
        report = Report("report", "2025-07-18")
        report.says("10 women were held in Cecot", "held", who="10 women", at="Cecot")
        kept(casebook, report)
    return folder


@pytest.mark.parametrize(
    "words", ["show group", "show exchange", "show disputes", "show counts", "exchange board", "chain check"]
)
def test_an_answer_of_the_ledger_waits_for_no_engine_and_no_table(told: Path, words: str) -> None:
    held = modules_of("--casebook", str(told), *words.split())
    assert "paradero.casework" in held
    assert {name.split(".")[0] for name in held} & HEAVY <= {"django", "rich"}
    assert held & ENGINES == set()


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("paradero.model", set[str]()),
        ("paradero.text", set[str]()),
        ("paradero.intake", set[str]()),
        ("paradero.reading", set[str]()),  # its engines come in with the first that is used
        ("paradero.ledger", set[str]()),  # tables of stays come in with the first that is read
        ("paradero.casework", set[str]()),  # composes the rooms, and asks for each when an act needs it
    ],
)
def test_importing_a_room_loads_nothing_heavy(package: str, allowed: set[str]) -> None:
    script = f"import sys, {package}; print(*{{name.split('.')[0] for name in sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) & HEAVY <= allowed


@pytest.mark.parametrize("room", ["ledger", "linking", "reading", "reading.speakers", "rolls"])
def test_what_a_room_gives_when_it_is_asked_for_is_not_hidden_by_a_module_of_its_name(room: str) -> None:
    package = import_module(f"paradero.{room}")
    module_of = vars(package)["__getattr__"].module_of
    inner = {one.name for one in iter_modules(package.__path__)}
    assert {*module_of} & inner == set()
    given = {name: getattr(package, name) for name in module_of}
    assert {*module_of} <= {*package.__all__}
    assert all(one is not None for one in given.values())
