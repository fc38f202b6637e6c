"""Recognition where tesseract is not installed or not what it should be, and how the boxes of words are set."""

from __future__ import annotations

from pathlib import Path

import pytest

from paradero.intake import Limits, parse, take_in
from paradero.intake.boxes import Seen, confidence_of, seen_in, set_in_type
from paradero.intake.rasters import Raster
from paradero.intake.recognition import Recognition, recognised_in
from paradero.intake.wire import packed_recognition, raster_frames, raster_in, recognition_in
from paradero.model import Document, Problem, Recognised
from tests.intake.printing import column, pdf
from tests.intake.scanning import drawn, picture, scanned

TYPED = "Nine fishermen came home to Port Alba on Friday."
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def taken(path: Path, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    path.write_bytes(data)
    document, problems = take_in(path, recognise=True)
    assert document is not None
    return document, problems


def row(text: str, left: float, top: float, width: float, height: float, sure: float = 95, line: int = 1) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{width}\t{height}\t{sure}\t{text}\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, script: str) -> None:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.usefixtures("programs")
def test_without_the_program_the_rest_is_read(tmp_path: Path) -> None:
    both = pdf([column(70, 720, [TYPED]), [], []])
    plain, _ = parse(both, "a.pdf")
    document, problems = taken(tmp_path / "a.pdf", both)
    assert (document.text, document.recogniser) == (plain.text, "")
    assert [(one.code, one.place, one.severity) for one in problems] == [("no_recogniser", "pages 2-3", "warning")]
    assert "apt install tesseract-ocr-eng" in problems[0].hint


@pytest.mark.usefixtures("programs")
def test_without_the_program_a_scan_is_kept(tmp_path: Path) -> None:
    data = scanned(drawn(column(70, 720, [TYPED])))
    document, problems = taken(tmp_path / "a.pdf", data)
    assert document.text == ""
    assert [one.code for one in problems] == ["no_recogniser"]
    seen, told = taken(tmp_path / "a.png", picture(drawn(column(70, 720, [TYPED]), dots=50)))
    assert seen.text == ""
    assert [(one.code, one.place) for one in told] == [("no_caption", ""), ("no_recogniser", "")]


@pytest.mark.usefixtures("programs")
def test_a_file_with_nothing_to_recognise_needs_no_program(tmp_path: Path) -> None:
    assert taken(tmp_path / "a.pdf", pdf([column(70, 720, [TYPED])]))[1] == ()


@pytest.mark.parametrize(
    ("script", "code", "words"),
    [
        ("exit 1", "no_recogniser", "does not run"),
        ("echo eng; case $1 in --*) exit 0;; esac; echo no ink >&2; exit 3", "recognition_stopped", "code 3: no ink"),
        ("case $1 in --*) echo tesseract 5.9; echo eng; exit 0;; esac; kill -SEGV $$", "recognition_stopped", "-11"),
        # what is printed is no table of words
        ("echo eng; echo; echo 5; cat >/dev/null 2>&1", "no_text_layer", "no letters were recognised"),
    ],
)  # fmt: skip
def test_a_program_that_fails_loses_nothing(tmp_path: Path, programs: Path, script: str, code: str, words: str) -> None:
    program(programs, f"PATH=/usr/bin:/bin; {script}")
    document, problems = taken(tmp_path / "a.pdf", scanned(drawn(column(70, 720, [TYPED]))))
    assert document.text == ""
    assert [one.code for one in problems] == [code]
    assert words in problems[0].message


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no list of processes to look into")
def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("paradero.intake.tesseract._GRACE", 0.3)
    program(programs, "PATH=/usr/bin:/bin; case $1 in --*) echo eng; exit 0;; esac; sleep 61.73519 & wait")
    path = tmp_path / "a.pdf"
    path.write_bytes(scanned(drawn(column(70, 720, [TYPED]))))
    _, problems = take_in(path, limits=Limits(page_seconds=0.5), recognise=True)
    assert [one.code for one in problems] == ["recognition_stopped"]
    assert "longer than 0.5 seconds" in problems[0].message
    assert not [one for one in Path("/proc").glob("[0-9]*/cmdline") if b"61.73519" in _command(one)]


def _command(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


def test_the_program_writes_no_file_and_sees_little_of_the_world(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_OF_ANA", "1")
    seen = "env | tr '\\n' ' ' >&2; (echo word > written) || exit 4; exit 5"
    program(programs, f"PATH=/usr/bin:/bin; case $1 in --*) echo eng; exit 0;; esac; cd {tmp_path}; {seen}")
    _, problems = taken(tmp_path / "a.pdf", scanned(drawn(column(70, 720, [TYPED]))))
    assert "code 4" in problems[0].message
    assert "SECRET_OF_ANA" not in problems[0].message
    written = tmp_path / "written"
    assert not written.exists() or written.read_bytes() == b""


def test_words_are_set_by_the_letters_that_occur_in_them() -> None:
    # The ink of "no" is 26 pixels high, that of "dog" 46, that of "held" 36: one type of 50 pixels on one line.
    table = HEAD + row("no", 0, 110, 60, 26) + row("dog", 80, 100, 60, 46.5) + row("held", 160, 100, 80, 36)
    words = set_in_type(seen_in(table), Raster(400, 300, b"", 0.5))
    assert {round(word.size) for word in words} == {25}
    assert {round(word.bottom) for word in words} == {round((300 - 136 - 10.5) / 2)}


def test_a_page_that_lies_askew_is_turned_level() -> None:
    rows = (row("here", 200 * i, 100 + 4 * i, 100, 36) for i in range(8))
    words = set_in_type(seen_in(HEAD + "".join(rows)), Raster(2000, 300, b"", 1.0))
    assert max(word.bottom for word in words) - min(word.bottom for word in words) < 0.01


def test_specks_and_guesses_are_no_words() -> None:
    table = (
        HEAD + row("|", 0, 0, 2, 300, 40) + row("men", 20, 0, 60, 26) + row("xq", 90, 0, 3, 3, 4) + row(" ", 0, 0, 9, 9)
    )
    assert [word.text for word in seen_in(table)] == ["men"]
    assert seen_in("no table\n5\t1") == ()


def test_noise_is_no_text() -> None:
    def words(*sure: float) -> list[Seen]:
        return [Seen("ee", 0, 0, 9, 9, one, ("1",)) for one in sure]

    assert confidence_of(words(30, 40, 20, 50, 70)) == 0.0
    assert confidence_of(words(90, 80)) == 0.85
    assert confidence_of([]) == 0.0


def test_only_stretches_of_recognised_pages_are_marked() -> None:
    text = "One page.\n\nAnother one.\n\nThe first again.\n"
    pages = ((0, 1), (11, 2), (25, 1))
    assert recognised_in(text, pages, {2: 0.9}) == (Recognised(11, 23, 0.9),)
    assert recognised_in(text, pages, {1: 0.5}) == (Recognised(0, 9, 0.5), Recognised(25, 41, 0.5))
    assert recognised_in("", (), {1: 0.5}) == ()


def test_a_raster_and_what_was_recognised_cross_the_wire() -> None:
    raster = Raster(2, 3, b"abcdef", 0.24)
    assert raster_in(*raster_frames(raster)) == raster
    made = Recognition("5\t1", "tesseract 5")
    assert recognition_in(packed_recognition(made)) == made
    for measures in (b'{"page": [2, 2, 1]}', b'{"page": [-2, -3, 1]}', b'{"page": 1}', b"{}"):
        with pytest.raises((KeyError, TypeError, ValueError)):
            raster_in(measures, b"abcdef")
