"""Reading with a language model from the command line: the agreement, what is logged, and comparing engines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reading.serving import Running, completion, serving
from tests.reading.test_llm import GOOD, TEXT

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def running() -> Iterator[Running]:
    answer = completion({"statements": [GOOD]}, usage={"prompt_tokens": 4000, "completion_tokens": 100})
    with serving([answer]) as service:
        yield service


@pytest.fixture
def run(tmp_path: Path, running: Running) -> Run:
    settings = {
        "PARADERO_CASEBOOK": str(tmp_path / "case"),
        "PARADERO_ACTOR": "Ana",
        "PARADERO_LLM_ADDRESS": f"http://127.0.0.1:{running.port}/v1",
        "PARADERO_LLM_MODEL": "test-model",
        "PARADERO_LLM_KEY": "secret-key",
        "COLUMNS": "80",
    }

    def called(*words: str, stdin: int = subprocess.DEVNULL, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "paradero", *words]
        env = {**os.environ, **settings, **more}
        return subprocess.run(
            command, env=env, stdin=stdin, capture_output=True, text=True, encoding="utf-8", check=False
        )

    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    assert called("new").returncode == 0
    assert called("add", str(tmp_path / "report.txt"), "--published", "2025-07-19", "--language", "en").returncode == 0
    return called


def test_nothing_leaves_without_agreement_and_what_leaves_is_logged(run: Run, running: Running, tmp_path: Path) -> None:
    refused = run("read", "--engine", "llm")
    assert refused.returncode == 2
    assert "Estimated cost: unknown" in refused.stderr
    assert running.asked == []
    prices = {"PARADERO_LLM_PRICE_IN": "2", "PARADERO_LLM_PRICE_OUT": "10", "PARADERO_LLM_CURRENCY": "EUR"}
    told = json.loads(run("read", "--engine", "llm", "--yes", "--json", **prices).stdout)
    assert (len(told["new"]), told["problems"]) == (1, [])
    assert told["total"] == {"tokens_in": 4000, "tokens_out": 100, "cost": 0.009, "currency": "EUR"}
    again = json.loads(run("read", "--engine", "llm", "--yes", "--again", "--json").stdout)
    assert (again["new"], again["again"], again["total"]["cost"]) == ([], 1, None)
    log = json.loads(run("audit", "log", "--json").stdout)
    assert [entry["act"] for entry in log][2:5] == ["send", "receive", "read"]
    assert {entry["actor"] for entry in log} == {"Ana"}
    assert log[3]["details"]["tokens_in"] == 4000
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"secret-key" not in kept
    assert run("audit", "verify").returncode == 0


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminal that a test can hold")
@pytest.mark.parametrize(("typed", "code", "times"), [("n", 1, 0), ("", 1, 0), ("y", 0, 1)])
def test_a_person_is_asked_and_a_no_sends_and_writes_nothing(
    run: Run, running: Running, typed: str, code: int, times: int
) -> None:
    before = run("audit", "log", "--json").stdout
    ours, theirs = os.openpty()
    try:
        os.write(ours, f"{typed}\n".encode())
        answered = run("read", "--engine", "llm", stdin=theirs)
    finally:
        os.close(ours)
        os.close(theirs)
    assert "Send it? [y/N]" in answered.stderr
    assert (answered.returncode, len(running.asked)) == (code, times)
    assert ("Nothing was sent." in answered.stderr) == (times == 0)
    assert (run("audit", "log", "--json").stdout == before) == (times == 0)
    assert len(json.loads(run("show", "statements", "--json").stdout)) == times


def test_what_the_same_model_has_read_whole_is_not_sent_again(run: Run, running: Running) -> None:
    assert run("read", "--engine", "llm", "--yes").returncode == 0
    skipped = run("read", "--engine", "llm")  # nothing would leave, so nobody need be asked
    assert skipped.stdout == "Read 0 documents: 0 new statements.\n1 document was read before; --again reads it anew.\n"
    assert (skipped.returncode, len(running.asked)) == (0, 1)
    other = json.loads(run("read", "--engine", "llm", "--yes", "--json", PARADERO_LLM_MODEL="another").stdout)
    assert (other["skipped"], len(running.asked)) == ([], 2)


def test_what_was_not_answered_is_sent_again(run: Run, running: Running) -> None:
    nobody = run("read", "--engine", "llm", "--yes", PARADERO_LLM_ADDRESS="http://127.0.0.1:9/v1")
    assert (nobody.returncode, "llm_unreachable" in nobody.stderr) == (1, True)
    assert len(json.loads(run("read", "--engine", "llm", "--yes", "--json").stdout)["new"]) == 1


def test_comparing_keeps_the_first_and_shows_the_second(run: Run) -> None:
    shown = run("read", "--engine", "rules", "--compare", "llm", "--yes")
    assert shown.returncode == 0, shown.stderr
    assert "statements that both have, with every field the same" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    found = json.loads(run("read", "--engine", "rules", "--compare", "llm", "--yes", "--json").stdout)
    (pair,) = found["documents"][0]["pairs"]
    assert {pair["first"]["reader"]["engine"], pair["second"]["reader"]["engine"]} == {"rules", "llm"}
    statements = json.loads(run("show", "statements", "--json").stdout)
    assert {statement["reader"]["engine"] for statement in statements} == {"rules"}


def test_a_language_model_that_is_not_set_up_is_an_error_of_use(run: Run) -> None:
    left = run("read", "--engine", "llm", "--yes", PARADERO_LLM_ADDRESS="", PARADERO_LLM_MODEL="")
    assert (left.returncode, "[engine_not_set_up]" in left.stderr) == (2, True)
    wrong = run("read", "--engine", "llm", "--yes", PARADERO_LLM_ADDRESS="http://me:key@host")
    assert (wrong.returncode, "[wrong_settings]" in wrong.stderr) == (3, True)
