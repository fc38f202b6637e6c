"""``list import --state answered`` and ``list answers``: what a party answers, as a person meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_commands import Said, run

__all__ = ["run"]

ASKED = "Key,Name\nK1,Ana Ruiz\nK2,José Soto\nK3,Luis Montalvo Prieto\n"
ANSWER = "Key,Name,Answer\nK1,Ana Ruiz,held\nK2,José Soto,not held\n,Luis Montalbo Prieto,ask later\n,Eva Paz,dead\n"


@pytest.fixture
def asked(run: Callable[..., Said], tmp_path: Path) -> str:
    path = tmp_path / "asked.csv"
    path.write_text(ASKED, encoding="utf-8")
    run("new")
    by = ("--state", "requested", "--publisher", "Families of Alba", "--published", "2025-07-19", "--json")
    id: str = run("list", "import", str(path), *by).json["document"]
    return id


@pytest.fixture
def answered(run: Callable[..., Said], tmp_path: Path, asked: str) -> str:
    path = tmp_path / "answer.csv"
    path.write_text(ANSWER, encoding="utf-8")
    by = ("--publisher", "Interior Ministry", "--publisher-kind", "party", "--published", "2025-07-21", "--json")
    done = run("list", "import", str(path), "--state", "answered", "--answers", asked[:8], *by)
    assert done.code == 0, done
    id: str = done.json["document"]
    return id


def test_the_page_shows_every_row_with_its_answers_and_totals(
    run: Callable[..., Said], asked: str, answered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    said = run("list", "answers", asked[:8])
    assert said.code == 0, said
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert lines[:4] == [
        "row who Interior Ministry, 2025-07-21",
        "2 Ana Ruiz held",
        "3 José Soto not held",
        "4 Luis Montalvo Prieto other words: “ask later” (≈ row 4: Luis Montalbo Prieto)",
    ]
    totals = " ".join(lines[4:])
    assert "1 held, 1 not held, 0 dead, 0 unknown to them, 0 duplicate, 0 already released, 1 other words" in totals
    assert "0 no answer; 3 in all. 1 rows of it are about nobody on the list." in totals
    assert "2 Ana Ruiz detenido" in " ".join(run("list", "answers", asked, "--language", "es").out.split())


def test_the_json_holds_all_answers_with_their_cells_and_statements(
    run: Callable[..., Said], asked: str, answered: str
) -> None:
    told = run("list", "answers", asked, "--json").json
    assert (told["asked"]["document"], [one["document"] for one in told["lists"]]) == (asked, [answered])
    assert (told["lists"][0]["answers"], told["lists"][0]["publisher"]) == (asked, "Interior Ministry")
    totals = told["lists"][0]["totals"]
    assert totals.pop("rows") == sum(totals.values()) == 3
    (first,) = told["rows"][0]["answers"]
    assert (first["answer"], first["written"], first["row"], first["paired_by"]) == ("held", "held", 2, "key")
    statements = {one["id"]: one for one in run("show", "statements", "--document", answered, "--json").json}
    assert len(statements) == 3
    not_held = statements[told["rows"][1]["answers"][0]["statement"]]
    assert (not_held["act"], not_held["polarity"], not_held["speaker"]["name"]) == (
        "held",
        "negative",
        "Interior Ministry",
    )


def test_a_list_that_nobody_answered_says_how_answers_come_in(run: Callable[..., Said], asked: str) -> None:
    said = run("list", "answers", asked)
    assert f"--state answered --answers {asked[:8]}" in said.out
    assert run("list", "answers", asked, "--json").json["lists"] == []


def test_answers_go_with_the_state_answered_alone(run: Callable[..., Said], asked: str, tmp_path: Path) -> None:
    path = tmp_path / "answer.csv"
    path.write_text(ANSWER, encoding="utf-8")
    said = run("list", "import", str(path), "--state", "held", "--publisher", "A", "--answers", asked)
    assert (said.code, "[invalid_value]" in said.err) == (2, True)
    plain = tmp_path / "plain.csv"
    plain.write_text("Key,Name\nK1,Ana Ruiz\n", encoding="utf-8")
    said = run("list", "import", str(plain), "--state", "answered", "--publisher", "A")
    assert (said.code, "no_answer_column" in said.err) == (1, True)
