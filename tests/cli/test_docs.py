"""The command line and ``docs/command-line.md`` say the same, and ``--help`` waits for nothing heavy."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from paradero.cli.failures import Exit, exit_code
from paradero.cli.lazy import LazyGroup
from paradero.cli.main import paradero
from paradero.model import ParaderoError

DOCS = Path(__file__).parents[2] / "docs" / "command-line.md"


def commands(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    """Every command under a group, with its full name."""
    if not isinstance(command, click.Group):
        return [(name, command)]
    context = click.Context(command)
    found = [(f"{name} {verb}", command.get_command(context, verb)) for verb in command.list_commands(context)]
    return [leaf for verb, inner in found if inner is not None for leaf in commands(inner, verb)]


ALL = commands(paradero, "paradero")


def section(title: str) -> str:
    text = DOCS.read_text(encoding="utf-8")
    assert f"\n## `{title}`\n" in text, f"{title} has no section"
    return text.split(f"\n## `{title}`\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_every_command_is_documented_with_its_options_and_an_example(name: str, command: click.Command) -> None:
    text = section(name)
    options = [o for p in command.params if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)]
    assert [option for option in options if f"`{option}" not in text] == []
    verb = name.removeprefix("paradero ")
    assert re.search(rf"^    paradero .*{verb}", text, re.MULTILINE), "no example"


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_the_document_names_no_option_that_is_not_there(name: str, command: click.Command) -> None:
    rows = re.findall(r"^\| (`--.*?) \|", section(name), re.MULTILINE)
    named = {option for row in rows for option in re.findall(r"--[a-z-]+", row)}
    known = {o for p in command.params if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)}
    assert named == known


def test_every_option_has_help() -> None:
    options = [(name, p) for name, c in [*ALL, ("paradero", paradero)] for p in c.params if isinstance(p, click.Option)]
    assert [f"{name} {option.opts[0]}" for name, option in options if not option.help] == []


def test_options_before_the_command_exit_codes_and_variables_are_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for option in (o for p in paradero.params for o in p.opts):
        assert f"`{option}" in text
    for code in Exit:
        assert re.search(rf"^\| {code.value} \|", text, re.MULTILINE), code
    for variable in ("PARADERO_CASEBOOK", "PARADERO_ACTOR", "PARADERO_DEBUG", "NO_COLOR"):
        assert f"| `{variable}` |" in text


def test_the_tables_of_verbs_say_what_the_commands_say() -> None:
    groups = [paradero]
    while groups:
        group = groups.pop()
        context = click.Context(group)
        for name, verb in group.verbs.items():
            command = group.get_command(context, name)
            assert command is not None
            assert command.help is not None
            assert command.help.splitlines()[0] == verb.summary
            groups += [command] if isinstance(command, LazyGroup) else []


def test_the_help_of_judge_lists_every_field_that_can_be_corrected() -> None:
    from paradero.casework import CHANGEABLE

    text = dict(ALL)["paradero judge"].help or ""
    listed = re.findall(r"[a-z_]+", text.split("Fields for --set:")[1])
    assert [field for field in CHANGEABLE if field not in listed] == []


HEAVY = ("django", "rich", "numpy", "onnxruntime", "tokenizers", "trafilatura", "paradero.casework", "paradero.store")


@pytest.mark.parametrize("arguments", [["--help"], ["show", "--help"], ["read", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys, json\nfrom paradero.cli.main import main\nsys.argv = ['paradero', *json.loads(sys.argv[1])]\n"
        "try:\n    main()\nfinally:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, json.dumps(arguments)], capture_output=True, text=True, check=True
    )
    loaded = json.loads(run.stderr)
    assert [module for module in HEAVY if module in loaded] == []
    assert run.stdout


def errors(above: type[ParaderoError]) -> list[type[ParaderoError]]:
    return [inner for child in above.__subclasses__() for inner in (child, *errors(child))]


def test_every_error_that_a_command_can_meet_has_a_class_of_its_own() -> None:
    import paradero.casework
    import paradero.linking
    import paradero.reading
    import paradero.settings  # noqa: F401

    # a process that was ended from outside is not the fault of the material, the casebook or the command line
    ended = {"reader_died", "parser_stopped", "linker_failed"}
    unsorted = {e.code for e in errors(ParaderoError) if exit_code(bare(e)) is Exit.FAULT}
    assert unsorted <= ended


def bare(error: type[ParaderoError]) -> ParaderoError:
    made = ParaderoError.__new__(error)
    assert isinstance(made, ParaderoError)
    return made
