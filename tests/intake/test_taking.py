"""Bad files: each is told of, none crashes anything, and what can be kept is kept."""

from __future__ import annotations

import hashlib
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from paradero.intake import GivenByPerson, Limits, parse, take_in, take_in_many
from paradero.model import InvalidValue, Problem
from tests.intake.pages import PAGE

TEXT = "Nine fishermen come home\n\nThe governor of Port Alba said that nine men had been let go.\n"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1
    assert problems[0].message.endswith(".")
    assert problems[0].hint.endswith(".")
    return problems[0]


def test_a_file_is_taken_in_with_what_a_person_typed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT.encode())
    document, problems = take_in(path, GivenByPerson(published="2019-05-03"))
    assert problems == ()
    assert document is not None
    assert (document.text, document.name, document.media_type) == (TEXT, "a.txt", "text/plain")
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document == parse(TEXT.encode(), "a.txt", GivenByPerson(published="2019-05-03"))[0]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty_file"),
        ("a.txt", b" \r\n\t\n", "empty_file"),
        ("a.txt", b"\xef\xbb\xbf", "empty_file"),  # nothing but a byte order mark
        ("a.txt", bytes(range(256)) * 40, "not_text"),
        ("a.html", b"GIF89a" + bytes(64), "not_text"),
        ("a.pdf", b"%PDF-1.7\n", "broken_pdf"),
    ],
)
def test_what_cannot_be_read_is_kept_without_text(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = written(tmp_path, name, data)
    document, problems = take_in(path)
    problem = only(problems)
    assert (problem.code, problem.source) == (code, str(path))
    assert document is not None
    assert (document.text, document.parts, document.sha256) == ("", (), hashlib.sha256(data).hexdigest())


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: it takes no room
    before = time.process_time()
    document, problems = take_in(path)
    problem = only(problems)
    assert (document, problem.code) == (None, "too_large")
    assert "200.0 MB" in problem.message
    assert "PARADERO_MAX_MEGABYTES" in problem.hint
    assert time.process_time() - before < 1.0
    assert path.stat().st_size == 200_000_000


def test_the_limit_of_size_can_be_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.txt", TEXT.encode())
    assert only(take_in(path, limits=Limits(size=10))[1]).code == "too_large"
    monkeypatch.setenv("PARADERO_MAX_MEGABYTES", "200")
    assert Limits().size == 200_000_000
    monkeypatch.setenv("PARADERO_MAX_MEGABYTES", "much")
    with pytest.raises(InvalidValue, match="whole number of megabytes"):
        Limits()


@pytest.mark.parametrize("kind", ["missing", "dangling link", "folder", "pipe", "device", "socket", "name with NUL"])
def test_what_is_no_file_is_told_and_waits_for_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    if kind == "dangling link":
        path.symlink_to(tmp_path / "nowhere")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "socket":
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(path))
        listening.close()
    elif kind == "name with NUL":
        path = tmp_path / "a\0b"
    document, problems = take_in(path)
    assert document is None
    assert only(problems).code in ("unreadable_file", "not_a_file")
    assert only(problems).source == str(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"x")
    path.chmod(0)
    assert only(take_in(path)[1]).code == "unreadable_file"


def test_a_parser_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = written(tmp_path, "slow.txt", b"word and word\n\n" * 400_000)
    document, problems = take_in(path, limits=Limits(seconds=0.0, seconds_per_megabyte=0.0))
    problem = only(problems)
    assert problem.code == "parser_stopped"
    assert "It took longer than" in problem.message
    assert document is not None
    assert (document.text, document.media_type) == ("", "text/plain")


def test_a_parser_that_takes_too_much_memory_is_stopped(tmp_path: Path) -> None:
    path = written(tmp_path, "wide.txt", b"word and word\n\n" * 2_000_000)
    document, problems = take_in(path, limits=Limits(memory=120_000_000))
    problem = only(problems)
    assert problem.code == "parser_stopped"
    assert "memory" in problem.message
    assert document is not None
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def many(folder: Path) -> list[Path]:
    texts = [written(folder, f"{i}.txt", f"Report {i}\n\n{TEXT}".encode()) for i in range(5)]
    pages = [written(folder, f"{i}.html", PAGE.replace("Nine", f"{i}").encode()) for i in range(2)]
    return [*texts, folder / "missing.txt", *pages]


def test_the_same_bytes_give_the_same_ids_on_any_number_of_workers(tmp_path: Path) -> None:
    paths = many(tmp_path)
    one = [(path, d.id if d is not None else None) for path, d, _ in take_in_many(paths, workers=1)]
    three = [(path, d.id if d is not None else None) for path, d, _ in take_in_many(paths, workers=3)]
    here = [(p, parse(p.read_bytes(), p.name)[0].id if p.exists() else None) for p in paths]
    assert one == three == here
    assert [path for path, _ in one] == paths


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    paths = many(tmp_path)[:3]
    told: list[tuple[int, int]] = []
    assert len(list(take_in_many(paths, workers=2, progress=lambda done, of: told.append((done, of))))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_failure_in_the_middle_does_not_touch_the_others(tmp_path: Path) -> None:
    wide = written(tmp_path, "wide.txt", b"word and word\n\n" * 2_000_000)
    paths = [*many(tmp_path)[:2], wide, *many(tmp_path)[2:4]]
    limits = Limits(memory=120_000_000, files=2)
    found = list(take_in_many(paths, workers=1, limits=limits))
    assert [d.text != "" for _, d, _ in found if d is not None] == [True, True, False, True, True]


def test_nothing_to_take_in(tmp_path: Path) -> None:
    assert list(take_in_many([])) == []


def test_a_generator_that_is_left_early_leaves_no_process(tmp_path: Path) -> None:
    found = take_in_many(many(tmp_path), workers=2)
    next(found)
    found.close()
    with pytest.raises(StopIteration):
        next(found)
