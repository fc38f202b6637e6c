"""``review`` and ``people``, as a person meets them: keys, reasons, what is shown, and what is told to a program."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_commands import Said, run

__all__ = ["run"]

HELD = """No,Name,Born,Document
1,"OCHOA VELEZ, José Gregorio",1997-03-02,V-12345678
2,"QUIROZ, Ana María",1994-01-05,
"""
FREED = """Name,Age,Document
Jose G. Ochoa,28,12345678
Ana Quiroz,31,
"""

Review = Callable[..., Said]


@pytest.fixture
def case(run: Callable[..., Said], tmp_path: Path) -> Callable[..., Said]:
    run("new")
    for name, text, state in (("held.csv", HELD, "held"), ("freed.csv", FREED, "released")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        told = ("--state", state, "--publisher", "Foro Alba", "--published", "2025-07-19")
        assert run("list", "import", str(tmp_path / name), *told).code == 0
    return run


@pytest.fixture
def review(case: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Review:
    def typed(keys: str, *options: str, by: str = "Ana") -> Said:
        monkeypatch.setenv("PARADERO_ACTOR", by)
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        return case("review", *options)

    return typed


def test_a_pair_stands_side_by_side_with_what_speaks_for_and_against(review: Review) -> None:
    said = review("q\n")
    assert said.code == 0, said
    for words in ("2 pairs wait for you", "QUIROZ, Ana María", "Ana Quiroz", "freed.csv, row 3", "≈ one person",
                  "“quiroz” stands in both", "bits together", "x same   n different"):  # fmt: skip
        assert words in said.out, words
    assert "0 judged" in said.out


def test_keys_decide_and_enter_signs_the_reason_offered(review: Review, case: Callable[..., Said]) -> None:
    said = review("x\nborn the same year\nn\n\n")
    assert said.out.count("Judgement ") == 2
    assert "one person" in said.out
    assert "two people" in said.out
    told = case("people", "list", "--json").json
    assert (len(told["persons"]), len(told["different"]), told["proposals_left"]) == (1, 1, 0)
    shown = case("people", "show", told["persons"][0][0][:8], "--json").json
    assert [one["reason"] for one in shown["judgements"]] == ["born the same year"]
    other = case("people", "show", told["different"][0][0][:8], "--json").json
    assert other["judgements"][0]["decision"] == "different"
    assert other["judgements"][0]["reason"].strip()


def test_d_shows_everything_and_another_key_helps(review: Review) -> None:
    said = review("d\nz\nq\n")
    assert "≈ 1994-01-05" in said.out or "1994-01-05" in said.out
    assert "x same   n different   u unsure" in said.err


def test_b_takes_the_last_one_back(review: Review, case: Callable[..., Said]) -> None:
    said = review("b\nx\n\nb\nq\n")
    assert "Nothing was judged in this sitting" in said.err
    assert "is withdrawn" in said.out
    assert case("people", "list", "--json").json["persons"] == []


def test_the_end_of_the_input_signs_nothing(review: Review, case: Callable[..., Said]) -> None:
    for keys in ("", "x\n"):
        assert review(keys).code == 0
    assert case("people", "list", "--json").json["persons"] == []


def test_a_limit_stops(review: Review) -> None:
    assert review("x\n\nx\n\n", "--limit", "1").out.count("Judgement ") == 1


def test_json_gives_the_order_and_signs_nothing(review: Review, case: Callable[..., Said]) -> None:
    told = review("", "--json", "--limit", "1").json
    assert (told["left"], len(told["proposals"])) == (2, 1)
    one = told["proposals"][0]
    assert {"records", "probability", "worth", "drawn", "reasons"} == one.keys()
    assert {record["kind"] for record in one["records"]} == {"entry"}
    assert case("people", "list", "--json").json["waiting"] == []


def test_two_reviewers_see_each_others_pairs(review: Review, case: Callable[..., Said]) -> None:
    assert case("people", "policy", "--reviewers", "2", "--reason", "two of us").code == 0
    review("x\n\nx\n\n")
    assert "2 pairs need another reviewer" in " ".join(case("people", "list").out.split())
    said = review("x\n\nx\n\n", by="Bruno")
    assert "another is asked" in " ".join(said.out.split())
    assert len(case("people", "list", "--json").json["persons"]) == 2


def test_the_policy_signs_when_review_begins(review: Review, case: Callable[..., Said]) -> None:
    set_ = case("people", "policy", "--accept", "document_number", "--reason", "checked by the registry")
    assert "the same number of a document" in set_.out
    assert "By the casebook's policy 1 pair is one person" in review("q\n").out
    assert len(case("people", "list", "--json").json["persons"]) == 1
    assert case("people", "policy", "--json").json == {"reviewers": 1, "accepts": ["document_number"]}
    assert case("people", "policy", "--reviewers", "9", "--reason", "x").code == 2


def test_the_register_is_listed_with_totals(review: Review, case: Callable[..., Said]) -> None:
    review("x\n\n", "--limit", "1")
    said = " ".join(case("people", "list", "--all").out.split())
    assert "2 records" in said
    assert "4 records: 2 judged to be of 1 person, 2 by themselves so far. 0 contradictions. 1 proposal waits" in said
    assert "0 records" in case("people", "list", "--known-on", "2001-01-01").out


def test_a_person_is_shown_with_what_waits(case: Callable[..., Said]) -> None:
    id = case("people", "list", "--json").json["records"][0]["id"]
    said = case("people", "show", id[:8]).out
    for words in ("1 record", "V-12345678 ≈", "Proposals that nobody decided yet", "Jose G. Ochoa"):
        assert words in said, words
    assert case("people", "show", "ffffff").code == 2


def test_scores_are_measured_by_what_was_decided(review: Review, case: Callable[..., Said]) -> None:
    assert "No pair that came up in review" in case("people", "measure").out
    review("x\n\nn\n\n")
    assert "2 pairs of the review" in case("people", "measure").out
    told = case("people", "measure", "--json").json
    assert (told["judged"], sum(band["same"] for band in told["bands"])) == (2, 1)


def test_weights_need_labels_and_a_reason(case: Callable[..., Said]) -> None:
    said = case("people", "calibrate")
    assert (said.code, "too_few_labels" in said.err) == (2, True)
    assert "give --reason" in case("people", "calibrate", "--use").err
    assert "not both" in case("people", "calibrate", "--use", "--back-to", "1", "--reason", "x").err
    assert "no weights of version 3" in case("people", "calibrate", "--back-to", "3", "--reason", "x").err
    assert "version 0 are in use" in case("people", "calibrate", "--back-to", "0", "--reason", "x").out
