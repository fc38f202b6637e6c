"""``list match --to``: the answers as a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.test_commands import Said, run
from tests.cli.test_list_match import answering, asked, both

__all__ = ["answering", "asked", "both", "run"]

HEADINGS = "place on A,name on A,outcome,place on B,name on B,probability,judged,reasons,doubles on A".split(",")


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_a_row_for_each_entry_with_its_best_candidate(
    run: Callable[..., Said], asked: Path, answering: Path, tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    said = run("list", "match", str(asked), str(answering), "--to", str(path))
    assert (said.code, "5 entries on A" in said.out, "Written: " in said.out) == (0, True, True), said
    rows = rows_of(path)
    assert list(rows[0]) == HEADINGS
    assert [(row["place on A"], row["outcome"], row["place on B"]) for row in rows] == [
        ("2", "likely", "2"),
        ("3", "likely", "4"),
        ("4", "none", ""),
        ("5", "none", ""),
        ("6", "not_compared", ""),
    ]
    assert (rows[0]["name on A"], rows[0]["name on B"]) == ("OCHOA VELEZ, José Gregorio", "Jose G. Ochoa")
    assert 0.5 < float(rows[0]["probability"]) <= 1
    assert "the number of the document agrees" in rows[0]["reasons"]
    assert rows[2]["doubles on A"].startswith("5 ROJAS, Luís Alberto (")
    assert rows[4]["name on A"] == "no identificados"


def test_a_workbook_has_the_totals_on_a_second_sheet(
    run: Callable[..., Said], asked: Path, answering: Path, tmp_path: Path
) -> None:
    path = tmp_path / "answers.xlsx"
    assert run("list", "match", str(asked), str(answering), "--to", str(path), "--json").json["totals"]["entries"] == 5
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["answers", "totals"]
    heads, *rows = book.get_sheet_by_name("answers").to_python()
    assert heads == HEADINGS
    totals = {str(name): str(value) for name, value in book.get_sheet_by_name("totals").to_python()}
    counted = Counter(str(row[2]) for row in rows)
    assert {name: totals[name] for name in counted} == {name: str(many) for name, many in counted.items()}
    assert (totals["entries"], totals["list A"], totals["may stand on A more than once"]) == ("5", "asked.csv", "2")


def test_what_was_judged_decides_who_is_best(run: Callable[..., Said], both: tuple[str, str], tmp_path: Path) -> None:
    one, other = (identity[:8] for identity in both)
    run("list", "judge", f"{one}:2", f"{other}:3", "same", "--reason", "A changed name, she says.")
    run("list", "judge", f"{one}:3", f"{other}:4", "different", "--reason", "Two cousins.")
    path = tmp_path / "answers.csv"
    assert run("list", "match", *both, "--to", str(path)).code == 0
    first, second, *_ = rows_of(path)
    assert (first["outcome"], first["place on B"], first["judged"]) == ("same", "3", "same")
    assert (second["outcome"], second["place on B"]) == ("none", "")


def test_what_leaves_a_casebook_is_recorded_there(
    run: Callable[..., Said], both: tuple[str, str], asked: Path, answering: Path, tmp_path: Path
) -> None:
    assert run("list", "match", both[0], str(answering), "--to", str(tmp_path / "a.csv")).code == 0
    assert run("list", "match", str(asked), str(answering), "--to", str(tmp_path / "b.csv")).code == 0
    exports = [one for one in run("audit", "log", "--json").json if one["act"] == "export"]
    assert [one["details"]["to"] for one in exports] == ["a.csv"]
    assert exports[0]["details"]["lists"] == [both[0], "answering.csv"]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_no_cell_is_a_formula(run: Callable[..., Said], answering: Path, tmp_path: Path, name: str) -> None:
    asked = tmp_path / "asked.csv"
    asked.write_text('Name,Age\n"=HYPERLINK(""x"") Ruiz",30\n@Ana Ruiz,40\nEva Paz,50\n', encoding="utf-8")
    path = tmp_path / name
    assert run("list", "match", str(asked), str(answering), "--to", str(path)).code == 0
    if name.endswith("csv"):
        cells = [cell for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))) for cell in row]
    else:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("answers")
        cells = [str(cell) for row in sheet.to_python() for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_file_that_is_there_or_of_another_kind_is_refused_before_anything_is_matched(
    run: Callable[..., Said], asked: Path, answering: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there.csv"
    there.write_text("mine", encoding="utf-8")
    for path, code in ((there, "file_exists"), (tmp_path / "a.pdf", "unknown_export")):
        said = run("list", "match", str(asked), str(answering), "--to", str(path))
        assert (said.code, f"[{code}]" in said.err, said.out) == (2, True, "")
    assert there.read_text(encoding="utf-8") == "mine"
    away = run("list", "match", str(asked), str(answering), "--to", str(tmp_path / "no" / "a.csv"))
    assert (away.code, "cannot be written" in away.err) == (2, True)
    assert json.dumps(away.out) == '""'
