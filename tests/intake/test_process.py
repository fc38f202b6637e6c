"""The worker process: what it may not do, and what its parent sees of its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from paradero.intake import Contained, GivenByPerson, Limits
from paradero.intake.process import ParserStopped, WorkerProcess
from paradero.intake.wire import packed, unpacked
from paradero.model import Document, Given, Part, Problem, Provenance

NOTHING = GivenByPerson()
TEXT = b"Nine fishermen came home to Port Alba.\n"


def test_one_process_reads_many_files() -> None:
    with WorkerProcess(Limits()) as worker:
        worker.parse(TEXT, "a.txt", NOTHING)
        first = worker.pid
        worker.parse(TEXT, "b.txt", NOTHING)
        assert worker.pid == first


def test_a_process_is_replaced_after_its_files() -> None:
    with WorkerProcess(Limits(files=1)) as worker:
        worker.parse(TEXT, "a.txt", NOTHING)
        first = worker.pid
        worker.parse(TEXT, "b.txt", NOTHING)
        assert worker.pid != first


def test_a_killed_process_is_told_and_replaced() -> None:
    with WorkerProcess(Limits()) as worker:
        worker.parse(TEXT, "a.txt", NOTHING)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(ParserStopped, match="The system ended it"):
            worker.parse(TEXT, "b.txt", NOTHING)
        assert worker.parse(TEXT, "b.txt", NOTHING)[0].text == TEXT.decode()


def test_a_crash_is_named() -> None:
    with WorkerProcess(Limits()) as worker:
        worker.parse(TEXT, "a.txt", NOTHING)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGSEGV)
        with pytest.raises(ParserStopped, match="SIGSEGV"):
            worker.parse(TEXT, "b.txt", NOTHING)


def test_a_process_that_hangs_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paradero.intake.process._GRACE", 0.3)
    with WorkerProcess(Limits(seconds=0.2)) as worker:
        started = worker._started()
        os.kill(started.pid, signal.SIGSTOP)
        before = time.monotonic()
        with pytest.raises(ParserStopped, match="longer than"):
            worker.parse(TEXT * 10_000, "b.txt", NOTHING)
        assert time.monotonic() - before < 60.0


def test_no_thread_stays_behind() -> None:
    before = threading.active_count()
    with WorkerProcess(Limits()) as worker:
        worker.parse(TEXT, "a.txt", NOTHING)
    until = time.monotonic() + 10.0  # a thread that has ended its work may still be on its way out
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() <= before


FORBIDDEN = [
    ("import socket; socket.socket()", "PermissionError"),
    ("import socket; socket.getaddrinfo('localhost', 80)", "PermissionError"),
    ("import subprocess; subprocess.run(['true'])", "PermissionError"),
    ("import os; os.system('true')", "PermissionError"),
    ("open('written-by-worker', 'w')", "PermissionError"),
    ("import os; os.remove('nothing')", "PermissionError"),
    ("bytearray(2_000_000_000)", "MemoryError"),
    ("import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, 3_000_000_000))", "ValueError"),
]


def test_a_confined_process_may_not() -> None:
    script = f"""
from paradero.intake.confinement import confine
confine(1_000_000_000)
for deed in {[deed for deed, _ in FORBIDDEN]!r}:
    try:
        exec(deed)
    except Exception as error:
        print(type(error).__name__, flush=True)
    else:
        print("done:", deed, flush=True)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.stdout.split("\n")[:-1] == [error for _, error in FORBIDDEN], ran.stderr


def test_what_goes_over_the_wire_comes_back() -> None:
    document = Document(
        "0" * 64,
        "a.txt",
        "text/plain",
        "“ñ”\n\0\ud800",
        (Part("body", 0, 3, 1, "x", "y"),),
        Provenance(author=Given("R", "file")),
        pages=((0, 1), (2, 3)),
    )
    problems = (Problem("nul_bytes", "a.txt", "It holds.", "Look.", "line 2", "warning"),)
    assert unpacked(packed(document, problems)) == (document, problems, ())
    inside = (Contained(document, problems, b"\0\xff"), Contained(document, (), b""), Contained(document, (), b"x"))
    assert unpacked(packed(document, (), inside)) == (document, (), inside)
