"""``figures import``, ``show counts`` and ``counts``: what is printed, what is decided, what fails and how."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from paradero.cli.counts.relate import KINDS
from paradero.ledger.relations import KINDS as KNOWN
from tests.cli.test_commands import Said, run

__all__ = ["run"]

ROWS = """\
id,speaker,said on,set,state,number
venezuela,Government of Venezuela,2025-07-18,"Venezuelans held in El Salvador, handed over",confirmed,252
officials,two officials,2025-07-19,"Venezuelans held in El Salvador, handed over",handed_over,~238
asked,Nayib Bukele,2025-07-18,political prisoners released by Venezuela,released,?
foro,Foro Penal,2025-07-22,political prisoners released by Venezuela,verified,48
foro-2,Foro Penal,2025-07-24,political prisoners released by Venezuela,verified,42
rubio,Marco Rubio,2025-07-18,"Americans held in Venezuela, released",confirmed,10
"""
TERMS = """\
Does not fit

differs by 14: 252 - ~238 = ~14  one set
     252  Government of Venezuela, 2025-07-18  00000000  venezuela
          Venezuelans held in El Salvador, handed over (confirmed)
    ~238  two officials, 2025-07-19  00000000  officials
          Venezuelans held in El Salvador, handed over
  “about” is taken as 5 per cent either way
  one set, so never added up to 490
  ≈ 00000000 proposed because their sets are told in the same words
"""
SERIES = """\
political prisoners released by Venezuela
  day         announced                verified                so far
  2025-07-18  no number given Nayib
              Bukele 00000000
  2025-07-22                           48 Foro Penal 00000000  no number given
  2025-07-24                           42 Foro Penal 00000000  no number given
                                       (▼ before: 48)
"""


@pytest.fixture
def sheet(tmp_path: Path, run: Callable[..., Said]) -> Path:
    """A sheet of figures beside a casebook that is empty."""
    run("new")
    path = tmp_path / "swap.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def imported(run: Callable[..., Said], sheet: Path) -> Callable[..., Said]:
    assert run("figures", "import", str(sheet)).code == 0
    return run


def masked(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{8}\b", "00000000", text)


def relation(run: Callable[..., Said], kind: str) -> str:
    found = [one["id"] for one in run("show", "counts", "--json").json["relations"] if one["kind"] == kind]
    return str(found[0])


def test_the_page_shows_the_arithmetic_and_cites_every_term(imported: Callable[..., Said]) -> None:
    said = imported("show", "counts", "--no-pager")
    assert said.code == 0, said
    assert masked(said.out).startswith(TERMS)
    assert max(map(len, said.out.splitlines())) <= 80
    assert SERIES in masked(said.out)


def test_what_one_side_alone_says_and_what_has_no_number_stand_out(imported: Callable[..., Said]) -> None:
    out = masked(imported("show", "counts", "--no-pager").out)
    assert "Said by one side alone\n\n! Marco Rubio alone\n      10  Marco Rubio, 2025-07-18  00000000  rubio\n" in out
    assert "no number given  Nayib Bukele, 2025-07-18  00000000  asked" in out
    assert "6 figures, " in out


def test_words_choose_accounts(imported: Callable[..., Said]) -> None:
    out = imported("show", "counts", "--about", "americans").out
    assert "Marco Rubio" in out
    assert "Government of Venezuela" not in out


def test_json_gives_figures_relations_accounts_and_series(imported: Callable[..., Said]) -> None:
    found = imported("show", "counts", "--json").json
    assert {one["name"] for one in found["figures"]} == {"venezuela", "officials", "asked", "foro", "foro-2", "rubio"}
    silent = next(one for one in found["figures"] if one["name"] == "asked")
    assert (silent["written"], silent["figure"]["value"], silent["row"]) == (None, None, 4)
    assert all(one["proposed"] for one in found["relations"])
    account = next(one for one in found["accounts"] if one["kind"] == "same")
    assert account["text"] == "differs by 14: 252 - ~238 = ~14"
    assert account["relation"] in {one["id"] for one in found["relations"]}
    (series,) = found["series"]
    assert [[one["written"] for one in step["said"]] for step in series["steps"]] == [[None], ["48"], ["42"]]
    assert (found["known_on"], found["rejected"], found["problems"]) == (None, [], [])


def test_a_relation_is_accepted_rejected_and_taken_back(imported: Callable[..., Said]) -> None:
    id = relation(imported, "same")
    said = imported("counts", "accept", id[:8], "--reason", "One flight.")
    assert said.out == f"Relation {id[:8]} (same), by Ana: accepted.\n"
    assert f"● {id[:8]} set by Ana: One flight." in imported("show", "counts").out
    made = imported("counts", "reject", id[:8], "--reason", "Two flights.", "--json").json
    assert (made["decision"], made["by"], made["reason"], made["relation"]["id"]) == (
        "rejects",
        "Ana",
        "Two flights.",
        id,
    )
    out = imported("show", "counts").out
    assert "differs by 14" not in out
    assert f"✗ {id[:8]} one set (" in out
    imported("counts", "withdraw", id[:8], "--reason", "Misread.")
    assert "set by Ana: One flight." in imported("show", "counts").out
    assert imported("audit", "verify").code == 0


def test_a_relation_of_ones_own_is_shown_with_who_set_it(imported: Callable[..., Said]) -> None:
    said = imported("counts", "relate", "in_return", "asked", "--whole", "venezuela", "--reason", "Said by both.")
    assert said.code == 0, said
    assert said.out.endswith("(in_return), by Ana: set.\n")
    assert "set by Ana: Said by both." in imported("show", "counts").out


def test_as_known_on_a_day_and_as_said_by_then(imported: Callable[..., Said]) -> None:
    assert imported("show", "counts", "--known-on", "2025-01-01").out.startswith("No figures.")
    said = imported("show", "counts", "--known-on", "2025-07-18", "--by-said-on").out
    assert "two officials" not in said
    assert "! Government of Venezuela alone" in said
    wrong = imported("show", "counts", "--by-said-on")
    assert (wrong.code, "needs a day" in wrong.err) == (2, True)


def test_what_is_given_for_all_rows_comes_in_with_them(run: Callable[..., Said], sheet: Path) -> None:
    sheet.write_text("number\n3\n4\n", encoding="utf-8")
    given = ("--speaker", "Ministry", "--about", "prisoners", "--state", "held", "--unit", "persons")
    said = run("figures", "import", str(sheet), *given, "--published", "2025-07-18", "--json")
    assert (said.json["figures"], said.json["problems"]) == (2, [])
    figures = run("show", "counts", "--json").json["figures"]
    assert {(one["speaker"], one["state"], one["said_on"]) for one in figures} == {("Ministry", "held", "2025-07-18")}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("accept", "ffffffff", "--reason", "x"), 4, "unknown_id"),
        (("accept", "ff", "--reason", "x"), 2, "id_too_short"),
        (("relate", "same", "venezuela", "--reason", "x"), 2, "wrong_relation"),
        (("relate", "same", "venezuela", "nobody-known", "--reason", "x"), 4, "unknown_id"),
        (("relate", "same", "venezuela", "officials", "--reason", " "), 2, "needs a reason"),
        (("relate", "same", "venezuela", "officials"), 2, "--reason"),
    ],
)
def test_what_cannot_be_decided_is_said(
    imported: Callable[..., Said], words: tuple[str, ...], code: int, told: str
) -> None:
    said = imported("counts", *words)
    assert (said.code, said.out) == (code, "")
    assert told in said.err


def test_a_file_without_figures_brings_nothing_in(run: Callable[..., Said], sheet: Path) -> None:
    sheet.write_text("speaker,about,number\nMinistry,prisoners,many\n", encoding="utf-8")
    said = run("figures", "import", str(sheet))
    assert (said.code, said.out) == (1, "")
    assert "figure_number" in said.err
    assert run("show", "counts").out.startswith("No figures.")


def test_every_kind_of_relation_can_be_set() -> None:
    assert tuple(KINDS) == KNOWN


def test_nothing_in_a_file_can_act_on_the_terminal(run: Callable[..., Said], sheet: Path) -> None:
    sheet.write_text('speaker,about,number\n"Mini\x1b[31mstry",prisoners\x1b[2J,3\n', encoding="utf-8")
    run("figures", "import", str(sheet))
    assert "\x1b[2J" not in run("show", "counts").out
    assert "\x1b[31m" not in run("show", "counts").out
