"""``list match``: one list asked on another, as a person meets it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from paradero import linking
from paradero.cli.lists import match
from tests.cli.test_commands import Said, run

__all__ = ["run"]

ASKED = """No,Apellidos y nombres,Fecha de nacimiento,Cédula
1,"OCHOA VELEZ, José Gregorio",02/03/1997,V-12345678
2,"QUIROZ, Ana María",,
3,"ROJAS, Luis",05/01/1980,
4,"ROJAS, Luís Alberto",05/01/1980,
5,2 no identificados,,
"""
ANSWERING = """Nombre,Edad,Documento
Jose G. Ochoa,28,12345678
Bruno Trillo Saldano,40,
Ana Quiróz,31,
"""


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    path = tmp_path / "asked.csv"
    path.write_text(ASKED, encoding="utf-8")
    return path


@pytest.fixture
def answering(tmp_path: Path) -> Path:
    path = tmp_path / "answering.csv"
    path.write_text(ANSWERING, encoding="utf-8")
    return path


def test_every_entry_has_an_answer_and_totals_add_up(run: Callable[..., Said], asked: Path, answering: Path) -> None:
    told = run("list", "match", str(asked), str(answering), "--json").json
    outcomes = [answer["outcome"] for answer in told["answers"]]
    assert outcomes == ["likely", "likely", "none", "none", "not_compared"]
    found = [[candidate["entry"]["row"] for candidate in answer["candidates"]] for answer in told["answers"]]
    assert found == [[2], [4], [], [], []]
    doubles = [[double["entry"]["row"] for double in answer["doubles"]] for answer in told["answers"]]
    assert doubles == [[], [], [5], [4], []]
    totals = told["totals"]
    assert totals.pop("entries") == sum(totals.values()) == 5
    reasons = told["answers"][0]["candidates"][0]["reasons"]
    assert {"name", "document", "chance"} <= {reason["piece"] for reason in reasons}


def test_the_page_says_what_a_candidate_is_and_why(run: Callable[..., Said], asked: Path, answering: Path) -> None:
    said = run("list", "match", str(asked), str(answering), "--why")
    assert said.code == 0, said
    for words in (
        "= row 2  OCHOA VELEZ, José Gregorio",
        "on B, row 2  Jose G. Ochoa  ≈ one person",
        "the number of the document agrees",
        "again on A, row 5  ROJAS, Luís Alberto",
        "2 with a likely candidate on B",
        "Candidates are proposals.",
    ):
        assert words in said.out, words


def test_an_imported_list_is_asked_by_its_id(run: Callable[..., Said], asked: Path, answering: Path) -> None:
    assert run("new").code == 0
    by = ("--state", "held", "--publisher", "Foro Alba", "--published", "2025-07-19", "--json")
    document: str = run("list", "import", str(answering), *by).json["document"]
    told = run("list", "match", str(asked), document[:8], "--json").json
    assert [answer["outcome"] for answer in told["answers"]][:2] == ["likely", "likely"]


def test_lists_without_anybody_named(run: Callable[..., Said], tmp_path: Path, answering: Path) -> None:
    path = tmp_path / "nobody.csv"
    path.write_text("Nombre,Penal\n3 no identificados,Norte\nNN,Norte\n", encoding="utf-8")
    told = run("list", "match", str(path), str(answering), "--json").json
    assert told["totals"] == {"entries": 2, "same": 0, "likely": 0, "possible": 0, "none": 0, "not_compared": 2}


@pytest.fixture
def both(run: Callable[..., Said], asked: Path, answering: Path) -> tuple[str, str]:
    assert run("new").code == 0
    ids = []
    for path, state in ((asked, "requested"), (answering, "held")):
        by = ("--state", state, "--publisher", "Foro Alba", "--published", "2025-07-19", "--json")
        ids.append(str(run("list", "import", str(path), *by).json["document"]))
    return ids[0], ids[1]


def outcomes(run: Callable[..., Said], both: tuple[str, str]) -> list[str]:
    return [answer["outcome"] for answer in run("list", "match", *both, "--json").json["answers"]]


def test_judgements_are_told_and_can_be_taken_back(run: Callable[..., Said], both: tuple[str, str]) -> None:
    one, other = (identity[:8] for identity in both)
    said = run("list", "judge", f"{one}:2", f"{other}:2", "same", "--reason", "One document number.")
    assert said.code == 0, said
    assert f"{one}:2 and {other}:2 are one person." in said.out
    assert run("list", "judge", f"{one}:3", f"{other}:4", "different", "--reason", "Another mother.").code == 0
    assert outcomes(run, both) == ["same", "none", "none", "none", "not_compared"]
    page = run("list", "match", *both)
    assert "judged same" in page.out
    assert "judged different" in page.out
    assert "1 judged to be on B" in " ".join(page.out.split())
    judgement = said.out.split()[1]
    assert run("judge", judgement, "withdraw", "--reason", "The number was misread.").code == 0
    assert outcomes(run, both)[0] == "likely"
    assert run("audit", "verify").code == 0


def test_judgements_that_contradict_decide_nothing_and_are_shown(
    run: Callable[..., Said], both: tuple[str, str]
) -> None:
    one, other = (identity[:8] for identity in both)
    assert run("list", "judge", f"{one}:2", f"{other}:2", "same", "--reason", "One number.").code == 0
    parted = ("list", "judge", f"{one}:2", f"{other}:2", "different", "--reason", "Another mother.")
    assert run("--actor", "Bruno", *parted).code == 0
    assert run("list", "judge", f"{one}:3", f"{other}:4", "unsure", "--reason", "A common name.").code == 0
    assert outcomes(run, both)[:2] == ["likely", "likely"]
    page = run("list", "match", *both).out
    assert "judged same and different: contested" in page
    assert "judged unsure" in page


def test_where_two_reviewers_are_asked_for_one_decides_nothing(run: Callable[..., Said], both: tuple[str, str]) -> None:
    one, other = (identity[:8] for identity in both)
    assert run("people", "policy", "--reviewers", "2", "--reason", "Two of us look at each.").code == 0
    same = ("list", "judge", f"{one}:2", f"{other}:2", "same", "--reason", "One number.")
    assert run(*same).code == 0
    assert outcomes(run, both)[0] == "likely"
    assert "judged same, another reviewer is asked" in run("list", "match", *both).out
    assert run("--actor", "Bruno", *same).code == 0
    assert outcomes(run, both)[0] == "same"


def test_what_is_judged_is_told_though_nothing_proposed_it(run: Callable[..., Said], both: tuple[str, str]) -> None:
    one, other = (identity[:8] for identity in both)
    assert run("list", "judge", f"{one}:4", f"{other}:3", "same", "--reason", "He took another name.").code == 0
    assert outcomes(run, both)[2] == "same"


@pytest.mark.parametrize(
    ("places", "words", "code"),
    [
        (("{a}:2", "{a}:2"), "against itself", 2),
        (("{a}:99", "{b}:2"), "no entry in row 99", 2),
        (("{a}", "{b}:2"), "is no place of an entry", 2),
        (("ffffffff:2", "{b}:2"), "ffffffff", 4),
    ],
)
def test_what_cannot_be_judged(
    run: Callable[..., Said], both: tuple[str, str], places: tuple[str, str], words: str, code: int
) -> None:
    named = [place.format(a=both[0][:8], b=both[1][:8]) for place in places]
    said = run("list", "judge", *named, "same", "--reason", "So it is.")
    assert (said.code, words in said.err) == (code, True), said


def test_the_engines_are_those_that_link() -> None:
    assert tuple(linking.ENGINES) == match.ENGINES


def test_another_engine_answers_in_the_same_form(run: Callable[..., Said], asked: Path, answering: Path) -> None:
    if missing := linking.lacking("splink"):
        pytest.skip(f"the linking engine 'splink' is not tried: {' and '.join(missing)} not installed")
    told = run("list", "match", str(asked), str(answering), "--engine", "splink", "--json").json
    assert told["answers"][0]["outcome"] == "likely"
    assert [candidate["entry"]["row"] for candidate in told["answers"][0]["candidates"]] == [2]
    reasons = told["answers"][0]["candidates"][0]["reasons"]
    assert {"name", "document", "chance"} <= {reason["piece"] for reason in reasons}


def test_an_engine_that_is_not_installed_is_named_with_what_to_install(
    run: Callable[..., Said], asked: Path, answering: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    said = run("list", "match", str(asked), str(answering), "--engine", "splink")
    assert said.code == 2
    assert 'pip install "paradero[splink]"' in said.err
