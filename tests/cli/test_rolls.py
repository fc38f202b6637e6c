"""``list``: from a file to a mapping, a preview, an import and a difference, as a person meets them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_commands import Said, run
from tests.intake.tabling import Press, Style

__all__ = ["run"]

LIST = (
    "No,Apellidos y Nombres,Nacionalidad,Edad,Fecha de detención,Penal\n"
    '1,"Ruiz Paz, Ana",venezolana,34,13/1/2024,Penal Norte\n'
    "2,Peña José y familia,Perú,254,31/2/2024,Penal Sur\n"
)
NEWER = LIST.replace("Penal Norte", "Penal Sur") + '3,"Soto, Luis",CO,22,15/1/2024,Penal Sur\n'
BY = ("--state", "held", "--publisher", "Foro Alba", "--publisher-kind", "agency", "--published", "2025-07-19")


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    path = tmp_path / "roll.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def imported(run: Callable[..., Said], roll: Path) -> str:
    assert run("new").code == 0
    said = run("list", "import", str(roll), *BY, "--json")
    assert said.code == 0, said
    document: str = said.json["document"]
    return document


def test_sniff_gives_a_mapping_to_change_and_to_use_again(run: Callable[..., Said], roll: Path, tmp_path: Path) -> None:
    said = run("list", "sniff", str(roll))
    (sheet,) = tomllib.loads(said.out)["sheet"]
    assert [column["field"] for column in sheet["column"]] == "key name nationality age date place".split()
    assert "list_date" not in said.out
    saved = tmp_path / "m.toml"
    assert run("list", "sniff", str(roll), "--save", str(saved)).code == 0
    assert saved.read_text(encoding="utf-8") == said.out
    assert run("list", "sniff", str(roll), "--save", str(saved)).code == 2  # what a person changed is not overwritten
    saved.write_text(said.out.replace('"place"', '"origin"'), encoding="utf-8")
    shown = run("list", "preview", str(roll), "--mapping", str(saved), "--json").json
    assert [value["field"] for value in shown["entries"][0]["values"]][-1] == "origin"


def test_the_period_of_a_list_is_given_on_the_command_line_and_kept_with_the_import(
    run: Callable[..., Said], roll: Path
) -> None:
    period = ("--from", "2024-02-01", "--until", "2024-12-31")
    shown = run("list", "preview", str(roll), *period)
    assert "Period: 2024-02-01 to 2024-12-31" in shown.out
    assert "13/1/2024 !" in shown.out
    assert "day_outside_period" in [
        one["code"] for one in run("list", "preview", str(roll), *period, "--json").json["cells"]
    ]
    assert run("new").code == 0
    id = run("list", "import", str(roll), *BY, *period, "--json").json["document"]
    kept = run("list", "show", id, "--json").json
    assert [value["normal"] for value in kept["entries"][0]["values"] if value["field"] == "date"] == [None]
    wrong = run("list", "preview", str(roll), "--from", "2024-02-01", "--until", "2023-01-01")
    assert wrong.code != 0
    assert "cannot run from 2024-02-01 to 2023-01-01" in wrong.err


def test_preview_marks_the_faulty_cells_and_keeps_nothing(run: Callable[..., Said], roll: Path, tmp_path: Path) -> None:
    said = run("list", "preview", str(roll), "--published", "2025-07-19")
    assert said.code == 0
    assert "254 !" in said.out
    assert "2 rows, 2 shown; 1 are groups or somebody not named." in said.out
    assert "roll.csv, column D, row 3: No person has this age: '254'." in said.err
    assert not (tmp_path / "case").exists()


def test_an_import_says_what_came_in_and_a_second_that_it_is_here(run: Callable[..., Said], roll: Path) -> None:
    run("new")
    first = run("list", "import", str(roll), *BY)
    assert first.code == 0
    assert "2 rows, 3 new statements." in first.out
    second = run("list", "import", str(roll), *BY, "--json")
    assert (second.code, second.json["already"], second.json["statements"]) == (0, True, [])


def test_show_lists_the_lists_and_the_entries_of_one(
    run: Callable[..., Said], imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    known = run("list", "show", "--json").json
    assert [(one["document"], one["state"], one["publisher"]) for one in known] == [(imported, "held", "Foro Alba")]
    assert "Foro Alba" in run("list", "show").out
    one = run("list", "show", imported[:8], "--json").json
    value = one["entries"][0]["values"][2]
    assert (value["written"], value["normal"], value["row"], value["column"]) == ("venezolana", "VE", 2, 3)
    assert [cell["code"] for cell in one["cells"]] == ["impossible_age", "impossible_day"]
    assert "Peña José (at least 2 persons)" in " ".join(run("list", "show", imported[:8]).out.split())
    statements = run("show", "statements", "--document", imported, "--json").json
    assert {one["trigger"]["exact"] for one in statements[:2]} == {"Ruiz Paz, Ana", "13/1/2024"}
    assert (statements[0]["span"]["row"], statements[0]["part"]) == (2, "sheet 1")


def test_diff_takes_files_and_ids(run: Callable[..., Said], imported: str, tmp_path: Path) -> None:
    newer = tmp_path / "newer.csv"
    newer.write_text(NEWER, encoding="utf-8")
    said = run("list", "diff", imported[:8], str(newer))
    assert "+ row 4  Soto, Luis" in said.out
    assert "place of detention: Penal Norte → Penal Sur" in said.out
    assert said.out.endswith("1 added, 0 removed, 1 changed, 1 unchanged.\n")
    data = run("list", "diff", imported, str(newer), "--json").json
    assert (len(data["added"]), data["unchanged"], data["changed"][0]["paired_by"]) == (1, 1, "key")


def test_misuse_is_told_with_the_next_step(run: Callable[..., Said], roll: Path, tmp_path: Path) -> None:
    run("new")
    nobody = run("list", "import", str(roll), "--state", "held")
    assert (nobody.code, "--publisher NAME" in nobody.err, "--leaked" in nobody.err) == (2, True, True)
    bad = tmp_path / "bad.toml"
    bad.write_text('[[sheet]]\n[[sheet.column]]\ncolumn = 1\nfield = "nam"\n', encoding="utf-8")
    wrong = run("list", "preview", str(roll), "--mapping", str(bad))
    assert wrong.code == 2
    assert "bad.toml" in wrong.err
    assert "Allowed: key, name" in wrong.err.replace("\n", " ") or "field is 'nam'" in wrong.err
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    assert run("list", "import", str(empty), *BY).code == 1
    assert run("list", "show", "abcdef").code == 4


def test_a_list_cannot_act_on_the_terminal(run: Callable[..., Said], tmp_path: Path) -> None:
    path = tmp_path / "evil.csv"
    path.write_text("Name,Age\n\x1b[31mAna\u202e Ruiz,34\n", encoding="utf-8")
    said = run("list", "preview", str(path))
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err
    assert json.loads(run("list", "preview", str(path), "--json").out)["cells"][0]["code"] == "hidden_characters"


def test_export_goes_out_and_diff_tells_what_came_back_changed(
    run: Callable[..., Said], imported: str, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    said = run("list", "export", imported[:8], str(path))
    assert (said.code, "Exported 2 entries" in said.out) == (0, True)
    path.write_text(path.read_text(encoding="utf-8-sig").replace("Penal Norte", "Penal Este"), encoding="utf-8")
    told = run("list", "diff", imported[:8], str(path)).out
    assert "(the same entry)\n    place of detention: Penal Norte → Penal Este\n" in told
    assert run("list", "export", imported[:8], str(path)).code == 2
    assert run("list", "export", imported[:8], str(tmp_path / "no" / "out.csv")).code == 2
    assert run("list", "import", str(path), *BY).code == 1


def test_a_list_printed_in_a_pdf_comes_in_with_pages_and_goes_out_and_back(
    run: Callable[..., Said], tmp_path: Path
) -> None:
    body = [[str(i), f"Ruiz Peña, Ana {'ABCDE'[i % 5]}", "13/01/2024", "Penal Norte"] for i in range(1, 61)]
    press = Press()
    press.table([["No.", "Apellidos y nombres", "Fecha de detención", "Centro"], *body], Style((28, 150, 90, 90)))
    path, out = tmp_path / "manifest.pdf", tmp_path / "out.csv"
    path.write_bytes(press.pdf())
    assert run("new").code == 0
    done = run("list", "import", str(path), *BY, "--json").json
    shown = run("list", "show", done["document"], "--json").json
    last = shown["entries"][-1]["values"][-1]
    assert (done["entries"], last["written"], last["page"], len(last["box"])) == (60, "Penal Norte", 2, 4)
    assert " 2   61  Ruiz Peña, Ana A" in run("list", "preview", str(path), "--rows", "60").out
    said = run("show", "statements", "--json").json
    assert {one["span"]["page"] for one in said} == {1, 2}
    assert run("list", "export", done["document"], str(out)).code == 0
    assert "0 added, 0 removed, 0 changed, 60 unchanged." in run("list", "diff", done["document"], str(out)).out


def test_rows_that_no_words_pair_are_linked_and_marked(run: Callable[..., Said], tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("Name,Born\nSergei Dovlatov,1983-05-09\nAna Quiroz Lund,1990-01-02\nIvo Dorre,1980-01-05\n")
    new.write_text("Name,Born\nСергей Довлатов,1983-05-09\nAna Quiroz Lund,1990-01-02\nBruno Trillo,1971-02-03\n")
    told = run("list", "diff", str(old), str(new), "--json").json
    assert [(pair["old"]["row"], pair["new"]["row"], pair["paired_by"]) for pair in told["changed"]] == [
        (2, 2, "linked")
    ]
    assert ([one["row"] for one in told["added"]], [one["row"] for one in told["removed"]]) == ([4], [4])
    assert "≈ by linking" in run("list", "diff", str(old), str(new)).out
