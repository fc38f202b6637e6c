"""An import killed at any moment leaves nothing of the list or all of it, and the casebook verifies."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from paradero.casework import audit, new, open_casebook, verify
from tests.casework.material import ANA

HARMLESS = {"original_unused", "original_unfinished"}
ROWS = 1_500
KILLS = 8


def importing(folder: Path, roll: Path) -> subprocess.Popen[bytes]:
    words = ["--casebook", str(folder), "--actor", "Ana", "list", "import", str(roll)]
    by = ["--state", "held", "--publisher", "Foro Alba", "--published", "2025-07-19"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-m", "paradero", *words, *by], stdout=quiet, stderr=quiet)


def test_killed_while_importing(tmp_path: Path) -> None:
    roll = tmp_path / "roll.csv"
    rows = (f"{n},Ana {'abcdefghij'[n % 10]}{'xyz'[n % 3]}{n} Ruiz,{20 + n % 60},held\n" for n in range(ROWS))
    roll.write_text("No,Name,Age,Status\n" + "".join(rows), encoding="utf-8")
    new(tmp_path / "first", ANA).close()
    began = time.perf_counter()
    assert importing(tmp_path / "first", roll).wait() == 0
    whole = time.perf_counter() - began
    moments = [whole * (kill + 1) / KILLS for kill in range(KILLS)]
    counts = [_killed(tmp_path / str(kill), roll, moment) for kill, moment in enumerate(moments)]
    assert set(counts) <= {0, ROWS}
    assert 0 in counts
    assert importing(tmp_path / "0", roll).wait() == 0  # the same command again does the whole
    assert _statements(tmp_path / "0") == ROWS


def _killed(folder: Path, roll: Path, moment: float) -> int:
    new(folder, ANA).close()
    process = importing(folder, roll)
    time.sleep(moment)
    process.kill()
    process.wait()
    return _statements(folder)


def _statements(folder: Path) -> int:
    with open_casebook(folder) as casebook:
        found, problems = verify(casebook)
        imports = [entry for entry in audit(casebook) if entry.act == "import"]
    assert {problem.code for problem in problems} <= HARMLESS
    assert (found.documents, len(imports)) == ((1, 1) if found.statements else (0, 0))
    return found.statements
