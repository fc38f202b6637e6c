"""Starting is light: asking for help loads none of the heavy libraries. The seconds it takes are for bench to say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from paradero.cli.main import VERBS

HEAVY = {
    "django",
    "htmldate",
    "lxml",
    "numpy",
    "onnxruntime",
    "pypdfium2",
    "rich",
    "spacy",
    "tokenizers",
    "torch",
    "trafilatura",
}

LOADED_BY = """
import sys
from paradero.__main__ import main
sys.argv = ["paradero", *{words!r}]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print("LOADED", *{{name.split(".")[0] for name in sys.modules}})
"""


def loaded_by(*words: str) -> set[str]:
    """Return the first names of the modules that a fresh interpreter holds after a run of the command line."""
    script = LOADED_BY.format(words=list(words))
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.rsplit("LOADED", 1)[1].split())


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([verb, "--help"] for verb in VERBS)], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded_by(*words) & HEAVY == set()


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("paradero.model", set[str]()),
        ("paradero.text", set[str]()),
        ("paradero.intake", set[str]()),
        ("paradero.reading", {"numpy"}),  # the linker is written in it
        ("paradero.casework", set[str]()),  # composes the rooms, and asks for each when an act needs it
    ],
)
def test_importing_a_room_loads_nothing_heavy(package: str, allowed: set[str]) -> None:
    script = f"import sys, {package}; print(*{{name.split('.')[0] for name in sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) & HEAVY <= allowed
