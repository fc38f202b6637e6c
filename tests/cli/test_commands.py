"""The commands, from end to end, on a real casebook: what they print, what they return, how they fail."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from paradero.cli.main import main
from paradero.model.schema import statement_schema

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = """\
Lima frees the last of the dock workers

The Ministry of Justice confirmed on Friday that 41 Bolivians held in Callao had been released.

Rosa Quispe, the minister, said that a considerable number of fishermen had been handed over to Peru in March.
"""


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Call the command line as a person would, with the casebook and the name given by the environment."""
    monkeypatch.setenv("PARADERO_CASEBOOK", str(tmp_path / "case"))
    monkeypatch.setenv("PARADERO_ACTOR", "Ana")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("PARADERO_DEBUG", raising=False)

    def called(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["paradero", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return Said(int(left.value.code or 0), out, err)

    return called


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def added(run: Callable[..., Said], report: Path) -> str:
    """A casebook with the report in it; the document's id."""
    assert run("new").code == 0
    said = run("add", str(report), "--published", "2025-07-19", "--publisher", "The Example", "--json")
    assert said.code == 0, said
    document: str = said.json["documents"][0]
    return document


@pytest.fixture
def read(run: Callable[..., Said], added: str) -> list[dict[str, Any]]:
    """The same, read by the rules; its statements."""
    assert run("read", "--engine", "rules").code == 0
    statements: list[dict[str, Any]] = run("show", "statements", "--json").json
    return statements


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("frobnicate",), 2, "No such command"),  # no such command
        (("show", "document", "abcdef", "--nope"), 2, "No such option"),  # no such option
        (("show", "statements"), 3, "[casebook_not_found]"),  # a casebook that is not there
        (("--casebook", "/", "show", "statements"), 3, "[not_a_casebook]"),  # a folder that is none
        (("add", "x.txt", "--published", "2025-02-31"), 2, "2025-02-31"),  # a day that no calendar has
        (("judge", "abcdef", "accept"), 2, "--reason"),  # a judgement without a reason
        (("judge", "abcdef", "correct", "--reason", "x", "--set", "act"), 3, "[casebook_not_found]"),  # checked first
        (("--actor", "  ", "new"), 2, "[invalid_value]"),  # nobody
    ],
)
def test_misuse_is_told_in_one_message(
    run: Callable[..., Said], arguments: tuple[str, ...], code: int, words: str
) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert "Traceback" not in said.err


def test_without_a_casebook_the_message_says_how_to_give_one(
    run: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARADERO_CASEBOOK")
    said = run("show", "statements")
    assert said.code == 2
    assert "[casebook_not_given]" in said.err
    assert "PARADERO_CASEBOOK" in said.err


def test_a_fault_is_told_without_a_traceback_unless_asked_for(
    run: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run("new", "a\0b")  # no system takes such a path, and nobody foresees it
    assert (said.code, said.out) == (70, "")
    assert "[fault]" in said.err
    assert "PARADERO_DEBUG=1" in said.err
    monkeypatch.setenv("PARADERO_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["paradero", "new", "a\0b"])
    with pytest.raises(ValueError, match="null"):
        main()


def test_new_makes_a_casebook_once(run: Callable[..., Said], tmp_path: Path) -> None:
    assert "New casebook" in run("new").out
    assert run("new").code == 3
    assert run("new", str(tmp_path / "other")).code == 0


def test_add_tells_what_is_new_what_was_here_and_what_failed(
    run: Callable[..., Said], report: Path, tmp_path: Path
) -> None:
    run("new")
    assert run("add", str(report)).out.startswith("Added 1 document.\n")
    again = run("add", str(report))
    assert again.code == 0
    assert again.out.startswith("Added no documents; 1 here already.")
    missing = run("add", str(tmp_path / "missing.txt"))
    assert missing.code == 1  # nothing could be done
    assert "missing.txt" in missing.err
    assert "Next:" in missing.err
    mixed = run("add", str(report), str(tmp_path / "missing.txt"))
    assert mixed.code == 0  # something could


def test_what_a_person_gives_is_recorded_as_given_by_a_person(run: Callable[..., Said], added: str) -> None:
    known = run("show", "document", added[:8], "--json").json
    assert known["published"] == {"value": "2025-07-19", "origin": "person"}
    assert known["publisher"] == {"value": "The Example", "origin": "person"}
    assert "report.txt" in run("show", "document").out
    assert [document["id"] for document in run("show", "document", "--json").json] == [added]


def test_the_statements_as_json_follow_the_schema(read: list[dict[str, Any]]) -> None:
    assert read
    validator = jsonschema.Draft202012Validator(statement_schema())
    for statement in read:
        validator.validate(statement)
        span = statement["span"]
        assert REPORT[span["start"] : span["end"]] == span["exact"]


def test_the_lists_show_what_was_read(run: Callable[..., Said], read: list[dict[str, Any]], added: str) -> None:
    page = run("show", "document", added).out
    assert "[1]" in page
    assert "\x1b" not in page  # not a terminal
    assert "Ministry of Justice" in run("show", "speakers").out
    assert any(f["figure"]["value"] == 41 for f in run("show", "figures", "--json").json)
    assert "confirma" in run("show", "statements", "--language", "es", "--document", added[:8]).out


def test_reading_twice_writes_nothing_twice(run: Callable[..., Said], read: list[dict[str, Any]]) -> None:
    skipped = run("read", "--engine", "rules")
    assert skipped.out == "Read 0 documents: 0 new statements.\n1 document was read before; --again reads it anew.\n"
    again = run("read", "--engine", "rules", "--again", "--json")
    assert (again.json["new"], again.json["skipped"]) == ([], [])
    assert again.json["again"] == len(read)


def test_a_judgement_is_signed_and_shown(run: Callable[..., Said], read: list[dict[str, Any]]) -> None:
    one = read[0]["id"]
    said = run("judge", one[:10], "accept", "--reason", "Checked against the original.")
    assert said.code == 0, said
    assert "by Ana" in said.out
    assert run("show", "statements", "--json").json[0]["judged"] == "accepted"
    assert "accepted by Ana: Checked against the original." in run("show", "statements").out


def test_a_correction_stands_beside_what_it_corrects(run: Callable[..., Said], read: list[dict[str, Any]]) -> None:
    one = read[0]["id"]
    assert run("judge", one, "correct", "--reason", "It demands.", "--set", "stance=demands").code == 0
    after = {s["id"]: s for s in run("show", "statements", "--json").json}
    assert len(after) == len(read) + 1
    assert after[one]["judged"] == "corrected"
    (new,) = set(after) - {s["id"] for s in read}
    assert (after[new]["stance"], after[new]["reader"]) == ("demands", {"engine": "person", "version": "Ana"})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("stance", "FIELD=VALUE"),  # no "="
        ("colour=red", "[unknown_field]"),  # a field that no statement has
        ("act=beamed_up", "[unknown_code]"),  # an act that no vocabulary has
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    run: Callable[..., Said], read: list[dict[str, Any]], changes: str, words: str
) -> None:
    said = run("judge", read[0]["id"], "correct", "--reason", "x", "--set", changes)
    assert said.code == 2
    assert words in said.err


def test_an_id_that_is_not_there_or_too_short(run: Callable[..., Said], added: str) -> None:
    assert run("show", "document", "000000000000").code == 4
    assert run("show", "document", added[:3]).code == 2


def test_the_audit_verifies_and_tells_when_an_original_was_changed(
    run: Callable[..., Said], added: str, tmp_path: Path
) -> None:
    assert run("audit", "verify").out.startswith("Intact: 1 originals, 1 documents")
    assert [entry["act"] for entry in run("audit", "log", "--json").json] == ["new", "add"]
    assert "Ana" in run("audit", "log").out
    original = next(p for p in (tmp_path / "case").rglob("*") if p.is_file() and p.read_bytes() == REPORT.encode())
    original.chmod(0o600)
    original.write_text("Nobody was freed.", encoding="utf-8")
    broken = run("audit", "verify", "--json")
    assert broken.code == 5
    assert broken.json["intact"] is False
    assert broken.json["problems_found"]


def test_problems_are_listed_with_place_cause_and_next_step(run: Callable[..., Said], tmp_path: Path) -> None:
    run("new")
    assert run("problems").out == "No problems.\n"
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    run("add", str(empty))
    (problem,) = run("problems", "--json").json
    assert problem["source"].endswith("empty.txt")
    assert {"code", "source", "message", "hint", "place", "severity", "document"} == set(problem)
    assert f"error {problem['code']}" in run("problems").out or problem["severity"] != "error"


def test_problems_can_be_chosen_and_summed_up(run: Callable[..., Said], tmp_path: Path) -> None:
    run("new")
    folder = tmp_path / "given"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.pdf").write_bytes(b"%PDF-1.7\n" + bytes([65 + n]))
    (folder / "old.txt").write_bytes(b"Ten men were freed in Caf\xe9 Lima.")
    added = run("add", str(folder))
    assert "error broken_pdf: 3 in 3 files" in added.err
    assert added.err.index("error broken_pdf") < added.err.index("notice guessed_encoding")
    assert {p["code"] for p in run("problems", "--json", "--severity", "error").json} == {"broken_pdf"}
    (old,) = run("problems", "--json", "--code", "guessed_encoding").json
    assert run("problems", "--document", old["document"][:8]).out.count("Next:") == 1
    summed = run("problems", "--summary", "--json").json
    assert [(s["code"], s["problems"], s["files"]) for s in summed] == [
        ("broken_pdf", 3, 3),
        ("guessed_encoding", 1, 1),
    ]
    assert run("problems", "--summary", "--severity", "error").out.startswith("error broken_pdf: 3 in 3 files\n")
    assert run("problems", "--code", "too_large").out == "No such problems.\n"


def test_a_page_is_asked_of_one_document_and_not_of_its_json(run: Callable[..., Said], added: str) -> None:
    assert run("show", "document", "--page", "1").code == 2
    assert run("show", "document", added, "--page", "1", "--json").code == 2
    without = run("show", "document", added, "--page", "1")
    assert (without.code, "has no pages" in without.err) == (2, True)


def test_json_holds_names_that_are_no_utf8_or_would_act_on_a_terminal(run: Callable[..., Said], tmp_path: Path) -> None:
    run("new")
    name = os.fsdecode(b"a\xf1\x1b\xc2\x9bo.txt")
    (tmp_path / name).write_text(REPORT, encoding="utf-8")
    assert run("add", str(tmp_path / name)).code == 0
    listed = run("show", "document", "--json")
    assert [document["name"] for document in listed.json] == [name]
    assert not any(sign in listed.out for sign in "\x1b\x9b")


def test_a_name_taken_for_an_option_cannot_act_on_the_terminal(run: Callable[..., Said]) -> None:
    said = run("add", "--\x1b[31mred")
    assert said.code == 2
    assert "\x1b" not in said.err


def test_the_demo_shows_the_example_and_leaves_nothing_behind(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = run("demo", "--engine", "rules")
    assert said.code == 0, said.err
    for words in (
        "[1]", "Who speaks", "Figures, as they were said", "paradero new my-case",
        "- row 10 QUINTAVE, Jhon", "9 with a likely candidate on B", "What a reviewer is asked first", "bits together",
    ):  # fmt: skip
        assert words in " ".join(said.out.split())
    assert list(tmp_path.iterdir()) == []


def test_the_demo_can_be_kept(run: Callable[..., Said], tmp_path: Path) -> None:
    kept = str(tmp_path / "kept")
    assert run("demo", "--engine", "rules", "--keep", kept).code == 0
    assert run("--casebook", kept, "show", "statements", "--json").json


def test_a_reader_that_stops_reading_is_no_error(run: Callable[..., Said], added: str) -> None:
    program = [sys.executable, "-m", "paradero", "show", "document", added, "--json"]
    reading, writing = os.pipe()
    os.close(reading)  # as if "head" had left before the first line
    with os.fdopen(writing, "wb") as closed:
        left = subprocess.run(program, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (left.returncode, left.stderr) == (141, "")


def test_ctrl_c_ends_cleanly(run: Callable[..., Said], tmp_path: Path) -> None:
    run("new")
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n}.txt").write_text(f"{REPORT}\n{n}\n", encoding="utf-8")
    program = [sys.executable, "-m", "paradero", "add", str(folder)]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(program, **pipes, start_new_session=True) as adding:
        while not any((tmp_path / "case").rglob("*/*.txt")) and len(list((tmp_path / "case").rglob("*"))) < 8:
            assert adding.poll() is None, adding.communicate()
        os.killpg(adding.pid, signal.SIGINT)  # a terminal sends it to the workers as well
        _, err = adding.communicate(timeout=30)
    assert adding.returncode == 130, err
    assert "Traceback" not in err
    assert run("audit", "verify").code == 0
