"""A process killed at any moment, during add, read or new, leaves whole acts and a casebook that opens and verifies."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from paradero.casework import Casebook, new, open_casebook, verify
from tests.casework.material import ANA
from tests.casework.nursery import STATEMENTS

ROOT = Path(__file__).parents[2]
CASEBOOKS, KILLS_EACH = 10, 19  # and ten kills through the worker processes of intake: 200 in all
HARMLESS = {"original_unused", "original_unfinished"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


class Nursery:
    """The process that forks the children to be killed; ``turn`` is how many seconds one turn of their work takes."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.casework.nursery"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.turn = float(self._answer())

    def kill_one(self, what: str, folder: Path, seed: str, after: float) -> None:
        """Start a child, kill it after so many seconds, and make sure that it was the signal that ended it."""
        self._say(f"{what}\t{folder}\t{seed}")
        child = int(self._answer())
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        self._say("killed")
        assert self._answer() == str(int(signal.SIGKILL)), "the child failed before it was killed"

    def close(self) -> None:
        self.process.communicate()

    def _say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def _answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


def check_verified(folder: Path) -> None:
    """Check a casebook with its own verify."""
    with open_casebook(folder) as casebook:
        _, problems = verify(casebook)
    assert {problem.code for problem in problems} <= HARMLESS


def check_whole(folder: Path) -> Counter[str]:
    """Check by hand that there are whole acts only; return how many of each kind."""
    connection = sqlite3.connect(folder / "casebook.sqlite3")
    entries = connection.execute("SELECT seq, act, details FROM audit ORDER BY seq").fetchall()
    documents = {row[0] for row in connection.execute("SELECT id FROM document")}
    statements = Counter(row[0] for row in connection.execute("SELECT document_id FROM statement"))
    connection.close()
    details = {act: [json.loads(text) for _, name, text in entries if name == act] for act in ("add", "read")}
    assert [seq for seq, _, _ in entries] == list(range(1, len(entries) + 1))
    assert {one["document"] for one in details["add"]} == documents
    assert statements == Counter({one["document"]: STATEMENTS for one in details["read"]})
    assert all((folder / "originals" / one["sha256"][:2] / one["sha256"]).is_file() for one in details["add"])
    return Counter(act for _, act, _ in entries)


@pytest.mark.parametrize("number", range(CASEBOOKS))
def test_killed_while_adding_and_reading(nursery: Nursery, tmp_path: Path, number: int) -> None:
    moments, reach = random.Random(number), 4 * nursery.turn
    new(tmp_path / "case", ANA).close()
    for kill in range(KILLS_EACH):
        nursery.kill_one("work", tmp_path / "case", f"{number}-{kill}", moments.uniform(0, reach))
        acts = check_whole(tmp_path / "case")
        if not acts["read"]:  # the machine has less time for it now than when a turn was measured
            reach *= 1.5
        if kill % 4 == 0:  # the slower check
            check_verified(tmp_path / "case")
    check_verified(tmp_path / "case")
    assert acts["add"] > 0
    assert acts["read"] > 0


def test_killed_while_worker_processes_parse(nursery: Nursery, tmp_path: Path) -> None:
    moments = random.Random(1)
    new(tmp_path / "case", ANA).close()
    for kill in range(10):
        nursery.kill_one("workers", tmp_path / "case", str(kill), moments.uniform(0, 0.8))
        check_whole(tmp_path / "case")
        check_verified(tmp_path / "case")


def test_killed_while_making_a_casebook(nursery: Nursery, tmp_path: Path) -> None:
    moments = random.Random(2)
    for kill in range(10):
        folder = tmp_path / str(kill)
        nursery.kill_one("make", folder, "", moments.uniform(0, 5 * nursery.turn))
        for one in folder.glob("*"):
            with opened_or_made(one) as casebook:
                assert verify(casebook)[1] == ()


def opened_or_made(folder: Path) -> Casebook:
    """Open a casebook that was finished; make anew one that was not: what is left of it is no obstacle."""
    return open_casebook(folder) if (folder / "casebook.sqlite3").exists() else new(folder, ANA)
