"""What a person sees of a long act, and of its problems: on a terminal, in a log, and with hostile names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paradero.casework import Step, documents, open_casebook
from paradero.cli import progress as module
from paradero.cli.progress import duration, line, progress
from paradero.cli.troubles import Trouble, summaries, summary_lines
from paradero.model import Problem

HOSTILE = "a\x1b[2Jb\x9b31mc\rd\ne\u202ef.txt"  # clears the screen, turns it red, begins the line anew, turns it round
HARMLESS = "a␛[2Jb�31mc d e�f.txt"


@pytest.mark.parametrize(
    ("step", "seconds", "shown"),
    [
        (Step(0, 200, "a.txt"), 0.0, "reading 0 of 200 · a.txt"),  # at the beginning nobody knows how long
        (Step(50, 200, "a.txt", 480), 30.0, "reading 50 of 200 · 480 statements · 2 min left · a.txt"),
        (Step(1, 2, "b.txt", 1), 60.0, "reading 1 of 2 · 1 statement · b.txt"),  # one file says little about the next
        (Step(1200, 5000, "b.txt"), 6.0, "reading 1,200 of 5,000 · 19 s left · b.txt"),
        (Step(9, 9, "", 12), 9.0, "reading 9 of 9 · 12 statements"),  # the end
        (Step(0, 1, HOSTILE), 0.0, f"reading 0 of 1 · {HARMLESS}"),  # a name that would act on the terminal
    ],
)
def test_a_step_in_a_line(step: Step, seconds: float, shown: str) -> None:
    assert line("reading", step, seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.2, "1 s"), (59.4, "59 s"), (90, "2 min"), (3600, "1 h 0 min"), (7900, "2 h 12 min")]
)
def test_durations(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with progress("reading", quiet=False) as moved:
        moved(Step(0, 3, "a.txt"))
    assert capsys.readouterr().err == ""  # done in a moment
    monkeypatch.setattr(module, "PLAIN_EVERY", 0.0)
    with progress("reading", quiet=False) as moved:
        moved(Step(1, 3, HOSTILE))
    assert capsys.readouterr().err == f"reading 1 of 3 · {HARMLESS}\n"
    with progress("reading", quiet=True) as moved:
        moved(Step(2, 3, "c.txt"))
    assert capsys.readouterr().err == ""


def problem(code: str, source: str, severity: str = "error") -> Problem:
    message, hint = f"The {code} of {source}.", f"Mend the {code}."
    return Problem(code, source, message, hint, "", severity)  # type: ignore[arg-type]


def test_problems_are_summed_up_the_worst_first() -> None:
    found = [
        *(problem("guess", f"{n}.txt", "notice") for n in range(9)),
        problem("cut", "a.pdf", "warning"),
        problem("broken", "b.pdf"),
        *(problem("locked", name) for name in ("c.pdf", "c.pdf", HOSTILE)),
    ]
    assert list(summary_lines(summaries(map(Trouble, found)))) == [
        "error locked: 3 in 2 files",
        f"    c.pdf, {HARMLESS}",
        "    Next: Mend the locked.",
        "error broken",
        "    b.pdf: The broken of b.pdf.",
        "    Next: Mend the broken.",
        "warning cut",
        "    a.pdf: The cut of a.pdf.",
        "    Next: Mend the cut.",
        "notice guess: 9 in 9 files",
        "    0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 4 more",
        "    Next: Mend the guess.",
    ]


def test_two_documents_of_one_name_are_two_files() -> None:
    (found,) = summaries(Trouble(problem("refused", "index.html"), document) for document in ("1" * 64, "2" * 64))
    assert found.json() == {
        "severity": "error", "code": "refused", "problems": 2, "files": 2, "hint": "Mend the refused."
    }  # fmt: skip


TERMINAL = """
import os, pty, sys
os.environ.update(TERM="xterm", COLUMNS="80", LINES="24")
sys.exit(os.waitstatus_to_exitcode(pty.spawn([sys.executable, "-m", "paradero", *sys.argv[1:]])))
"""


def on_a_terminal(casebook: Path, *arguments: str, **environment: str) -> str:
    """Run the command line on a terminal and return everything that it writes there."""
    program = [sys.executable, "-c", TERMINAL, "--casebook", str(casebook), *arguments]
    ran = subprocess.run(
        program, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    return ran.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such terminals")
def test_on_a_terminal_names_are_harmless_and_the_pager_is_the_persons_own(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / HOSTILE).write_text("\n\n".join(f"Page {n}: ten miners were freed in Lima." for n in range(60)))
    on_a_terminal(tmp_path / "case", "new")
    added = on_a_terminal(tmp_path / "case", "add", str(given))
    assert HARMLESS in added
    assert "\x1b[2J" not in added
    assert "\x9b" not in added
    with open_casebook(tmp_path / "case") as casebook:
        (document,) = (one.id for one in documents(casebook))
    show = ("show", "document", document)
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged; exec cat\n")
    pager.chmod(0o755)
    assert on_a_terminal(tmp_path / "case", *show, PAGER=str(pager)).startswith("paged")
    assert "paged" not in on_a_terminal(tmp_path / "case", *show, "--no-pager", PAGER=str(pager))
    assert "paged" not in on_a_terminal(tmp_path / "case", *show[:-1], PAGER=str(pager))  # the list is short
