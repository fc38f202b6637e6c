"""What is written for people is true: commands run, and every option, code, setting and vocabulary is documented."""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from paradero.cli.main import paradero
from paradero.model.vocabulary import NAMES
from tests.house.problem_codes import codes_in, found
from tests.house.tree import ROOT, SOURCE, parsed, python_files

DOCS = sorted((ROOT / "docs").glob("**/*.md"))
README = ROOT / "README.md"
COMMAND = re.compile(r"^(?: {4}|\$ )?paradero (?!\[)([^>\n]*)", re.MULTILINE)
LISTED_CODE = re.compile(r"^\| `([a-z_]+)` \|", re.MULTILINE)


def commands(path: Path) -> list[list[str]]:
    """Return the words of every `paradero` command that stands on a line of its own on a page, without synopses."""
    return [shlex.split(words) for words in COMMAND.findall(path.read_text(encoding="utf-8"))]


def verbs(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from verbs(command, (*before, name))
        else:
            yield (*before, name), command


@pytest.mark.parametrize("path", [README, *DOCS], ids=lambda path: path.name)
def test_every_command_on_a_page_parses(path: Path) -> None:
    for words in commands(path):
        # Help is answered after the words are parsed and before anything is done.
        answered = CliRunner().invoke(paradero, [*words, "--help"])
        assert answered.exit_code == 0, f"{path.name}: paradero {shlex.join(words)}\n{answered.output}"


def test_the_commands_of_the_readme_run_in_their_order(tmp_path: Path) -> None:
    shutil.copy(SOURCE / "examples" / "swap" / "report.txt", tmp_path / "report.txt")
    (tmp_path / "manifest.csv").write_text("No,Name,Age\n1,Ana Ruiz,34\n2,José Peña,41\n", encoding="utf-8")
    (tmp_path / "arrived.csv").write_text("Nombre,Edad\nRuíz Ana,34\nLuis Soto,22\n", encoding="utf-8")
    listed = commands(README)
    assert {"demo", "new", "add", "read", "show", "judge", "audit"} <= {word for words in listed for word in words}
    for words in listed:
        known = [_first_statement(tmp_path, words) if word == "ID" else word for word in words]
        ran = _run(tmp_path, known)
        assert ran.returncode == 0, f"paradero {shlex.join(known)}\n{ran.stdout}{ran.stderr}"


def _first_statement(folder: Path, words: list[str]) -> str:
    before = words[: words.index("--casebook") + 2]
    statements = json.loads(_run(folder, [*before, "show", "statements", "--json"]).stdout)
    identity: str = statements[0]["id"]
    return identity


def _run(folder: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "paradero", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_set_up_commands_of_the_readme_exist() -> None:
    tasks = re.findall(r"^python3 make\.py (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(tasks) == {"demo", "test"}
    for task in tasks:
        subprocess.run([sys.executable, "make.py", task, "--list"], cwd=ROOT, capture_output=True, check=True)


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for words, command in verbs(paradero):
        assert f"paradero {' '.join(words)}" in page or f"`{' '.join(words)}`" in page, words
        for option in (name for p in command.params if isinstance(p, click.Option) for name in p.opts):
            assert option in page, f"{option} of {' '.join(words)}"


def test_every_problem_can_be_looked_up() -> None:
    listed = set(LISTED_CODE.findall((ROOT / "docs" / "problems.md").read_text(encoding="utf-8")))
    codes = {one.code: one.where for one in found()}
    assert None not in codes, f"{codes[None]}: give the code as a literal, so that it can be found and documented"
    assert {code: codes[code] for code in codes.keys() - listed} == {}, "not in docs/problems.md"
    assert listed - codes.keys() == set(), "in docs/problems.md, but nothing tells it any more"


def test_options_named_in_messages_exist() -> None:
    known = {name for _, command in verbs(paradero) for p in command.params for name in (*p.opts, *p.secondary_opts)}
    known |= {name for p in paradero.params for name in p.opts} | {"--help"}
    named = {
        (option, path.name)
        for path in python_files("src")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", node.value)
    }
    assert {(option, where) for option, where in named if option not in known} == set()


def test_every_setting_is_documented() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in [README, *DOCS])
    source = "".join(path.read_text(encoding="utf-8") for path in python_files("src"))
    settings = set(re.findall(r"\bPARADERO_[A-Z_]+\b", source))
    assert {name for name in settings if name not in pages} == set()


def test_every_vocabulary_is_documented() -> None:
    page = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    files = {path.name for path in (SOURCE / "model" / "vocabulary").glob("*.toml")}
    assert files == {f"{name}.toml" for name in NAMES}
    assert {name for name in files if f"| `{name}` |" not in page} == set()


def test_every_page_is_on_the_list() -> None:
    page = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in DOCS if path.name != "README.md" and f"({path.name})" not in page] == []


def test_links_lead_somewhere() -> None:
    for path in [*DOCS, *ROOT.glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("Problem('empty_file', s, m, h)", ["empty_file"]),
        ("Problem(code='empty_file')", ["empty_file"]),
        ("Problem('a' if x else 'b', s, m, h)", ["a", "b"]),
        ("Problem(error.code, s, m, h)", []),  # the code of an error, which is found at its class
        (
            "def f(x: int, code: str) -> Problem:\n    return Problem(code, s)\nf(1, 'empty_file')",
            ["empty_file"],
        ),  # a maker of problems
        ("Problem(TABLE[x], s, m, h)", [None]),  # cannot be found, so it is refused
        ("class Bad(ParaderoError):\n    code = 'bad'", ["bad"]),
    ],
)
def test_the_search_for_codes_itself(code: str, expected: list[str | None]) -> None:
    assert [one.code for one in codes_in(ast.parse(code), "x.py")] == expected
