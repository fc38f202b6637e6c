"""``add`` and ``read`` stopped at any moment go on where they were, and give what an undisturbed run gives."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from paradero.casework import documents, open_casebook, statements, verify

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")

FILES, SAID = 16, 20
HARMLESS = {"original_unused", "original_unfinished"}
COMMANDS = {"add": ("add", "GIVEN"), "read": ("read", "--engine", "rules")}


@dataclass(frozen=True)
class Undisturbed:
    """A folder of reports, a casebook with all of them added, and their ids in order when they are read as well."""

    given: Path
    added: Path
    documents: tuple[str, ...]
    statements: tuple[str, ...]


def run(casebook: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the command line as a shell does: in a process group of its own, which a terminal's Ctrl-C reaches."""
    program = [sys.executable, "-m", "paradero", "--casebook", str(casebook), "--actor", "Ana", *arguments]
    return subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=casebook.parent
    )


def done(casebook: Path, *arguments: str) -> str:
    """Run a command to its end; return what it prints."""
    with run(casebook, *arguments) as process:
        out, err = process.communicate(timeout=240)
    assert process.returncode == 0, err
    return out


def ids(casebook: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    with open_casebook(casebook) as opened:
        return (
            tuple(document.id for document in documents(opened)),
            tuple(judged.statement.id for judged in statements(opened)),
        )


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    top = tmp_path_factory.mktemp("stopped")
    for number in range(FILES):
        words = [f"The ministry said that {n + number + 2} miners were freed in Lima on Monday." for n in range(SAID)]
        (top / "given").mkdir(exist_ok=True)
        (top / "given" / f"{number:02}.txt").write_text("\n\n".join(words))
    done(top / "case", "new")
    done(top / "case", "add", str(top / "given"))
    shutil.copytree(top / "case", top / "whole")
    done(top / "whole", *COMMANDS["read"])
    found = ids(top / "whole")
    assert (len(found[0]), len(found[1])) == (FILES, FILES * SAID)
    return Undisturbed(top / "given", top / "case", *found)


def acts(casebook: Path) -> list[tuple[str, str]]:
    """Return what was done to which document, as the log has it, with a look from outside at any moment."""
    connection = sqlite3.connect(f"file:{casebook / 'casebook.sqlite3'}?mode=ro", uri=True)
    rows = connection.execute("SELECT act, json_extract(details, '$.document') FROM audit WHERE seq > 1").fetchall()
    connection.close()
    return [(act, document) for act, document in rows]


def stop_at_some_moment(process: subprocess.Popen[str], casebook: Path, chance: random.Random, what: int) -> str:
    """Stop a command after a few acts and some milliseconds; return what it said on standard error."""
    after = len(acts(casebook)) + chance.randrange(5)
    while len(acts(casebook)) < after and process.poll() is None:
        time.sleep(0.01)
    time.sleep(chance.uniform(0, 0.2 if after else 1.0))
    if what == signal.SIGKILL:
        process.kill()  # the workers are not hit
    else:
        with suppress(ProcessLookupError):  # it was faster
            os.killpg(process.pid, what)  # a terminal sends it to the workers as well
    _, err = process.communicate(timeout=60)
    return err


def before_the_first_line(said: str) -> bool:
    """Tell whether Python itself was stopped while it still looked for the program, before any line of ours ran."""
    frames = [line for line in said.splitlines() if line.lstrip().startswith("File ")]
    return bool(frames) and all('"<frozen ' in line for line in frames)


def left_of(group: int) -> list[str]:
    """Return the processes of a group that still run."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = file.read_text().rpartition(") ")[2].split()[:3]
        except OSError:  # it ended while we looked
            continue
        if int(pgrp) == group and state != "Z":
            found.append(file.parent.name)
    return found


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("what", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
@pytest.mark.parametrize("verb", ["add", "read"])
def test_a_command_that_was_stopped_goes_on(
    undisturbed: Undisturbed, tmp_path: Path, verb: str, what: int, workers: int
) -> None:
    chance = random.Random(f"{verb} {what} {workers}")
    case = tmp_path / "case"
    if verb == "add":
        done(case, "new")
    else:
        shutil.copytree(undisturbed.added, case)
    command = [str(undisturbed.given) if word == "GIVEN" else word for word in COMMANDS[verb]]
    for _ in range(2):
        process = run(case, *command, "--workers", str(workers))
        said = stop_at_some_moment(process, case, chance, what)
        assert "Traceback" not in said or before_the_first_line(said)
        if what == signal.SIGINT and process.returncode == 130 and "of 16" in said:
            assert said.startswith(f"Stopped {verb}ing after "), said
        with open_casebook(case) as opened:
            assert {problem.code for problem in verify(opened)[1]} <= HARMLESS
    before = len(acts(case)) - (FILES if verb == "read" else 0)
    last = json.loads(done(case, *command, "--workers", str(workers), "--json"))
    assert len(last["documents"]) == FILES - before
    assert len(last["skipped" if verb == "read" else "already"]) == before
    once = [act for act in acts(case) if act[0] == verb]
    assert len(once) == len(set(once)) == FILES  # nothing was done twice
    assert ids(case) == (undisturbed.documents, undisturbed.statements if verb == "read" else ())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system does not list its processes")
def test_readers_do_not_outlive_the_command(undisturbed: Undisturbed, tmp_path: Path) -> None:
    case = shutil.copytree(undisturbed.added, tmp_path / "case")
    process = run(case, *COMMANDS["read"], "--workers", "2")
    while len(left_of(process.pid)) < 3:
        assert process.poll() is None, "it ended before its readers were seen"
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=60)
    until = time.monotonic() + 30
    while left_of(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert left_of(process.pid) == []


def test_a_stopped_command_says_what_is_kept(undisturbed: Undisturbed, tmp_path: Path) -> None:
    case = shutil.copytree(undisturbed.added, tmp_path / "case")
    process = run(case, *COMMANDS["read"])
    while len(acts(case)) == FILES:
        assert process.poll() is None, "it ended before it was stopped"
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    kept = len(acts(case)) - FILES
    assert process.returncode == 130, err
    assert 0 < kept < FILES
    # The document whose act was being written may be kept before it is counted; the message never claims too much.
    assert err.startswith(tuple(f"Stopped reading after {told} of {FILES}." for told in (kept, kept - 1)))
    assert "goes on with the rest" in err
