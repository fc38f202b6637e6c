"""A suppression killed at any moment is there whole or not at all, and the key with which it was made is the key."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from paradero.casework import list_read, new, open_casebook, statements_and_withheld, suppressions, verify
from paradero.casework.lists import import_list
from tests.casework.material import ANA
from tests.casework.test_lists import GIVEN, HELD

HARMLESS = {"original_unused", "original_unfinished"}
KILLS = 8
LIST = "No,Name,Born\n" + "".join(
    f"{n},Ana {'abcdefghij'[n % 10]}x{n} Ruiz,1985-03-{n % 28 + 1:02}\n" for n in range(900)
)


def suppressing(folder: Path, id: str) -> subprocess.Popen[bytes]:
    words = ["--casebook", str(folder), "--actor", "Ana", "suppress", "add", f"{id}:5", "--reason", "Her sister asked."]
    quiet = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-m", "paradero", *words], stdout=quiet, stderr=quiet)


def test_killed_while_suppressing(tmp_path: Path) -> None:
    (tmp_path / "roll.csv").write_text(LIST, encoding="utf-8")
    id = _with_a_list(tmp_path / "first", tmp_path / "roll.csv")
    began = time.perf_counter()
    assert suppressing(tmp_path / "first", id).wait() == 0
    whole = time.perf_counter() - began
    counts = []
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        _with_a_list(folder, tmp_path / "roll.csv")
        process = suppressing(folder, id)
        time.sleep(whole * (kill + 1) / KILLS)
        process.kill()
        process.wait()
        counts.append(_withheld(folder, id))
    assert set(counts) <= {0, 1}
    assert 0 in counts
    left = counts.index(0)
    assert suppressing(tmp_path / str(left), id).wait() == 0  # the same command again does the whole
    assert _withheld(tmp_path / str(left), id) == 1


def _with_a_list(folder: Path, roll: Path) -> str:
    with new(folder, ANA) as casebook:
        return import_list(casebook, roll, HELD, GIVEN, ANA)[0].document


def _withheld(folder: Path, id: str) -> int:
    with open_casebook(folder) as casebook:
        assert {problem.code for problem in verify(casebook)[1]} <= HARMLESS
        made = len(suppressions(casebook))
        assert list_read(casebook, id).withheld == statements_and_withheld(casebook)[1] == made
    return made
