"""``suppress``: a person is taken out, and no command of the casebook shows them any more."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_commands import Said, run

__all__ = ["run"]

LIST = "No,Name,Born,Prison\n1,Zoila Quintero,1985-03-12,Alba\n2,José Soto,1990-01-05,Alba\n"
WHY = "Her sister asked for it."
IMPORT = ("--state", "held", "--publisher", "Foro Alba", "--published", "2025-07-19", "--json")


@pytest.fixture
def at(tmp_path: Path, run: Callable[..., Said]) -> tuple[str, ...]:
    """The casebook, as it is named before a command."""
    run("new", str(tmp_path / "case"))
    return "--casebook", str(tmp_path / "case"), "--actor", "Ana"


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    path = tmp_path / "roll.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def imported(run: Callable[..., Said], at: tuple[str, ...], roll: Path) -> str:
    id: str = run(*at, "list", "import", str(roll), *IMPORT).json["document"]
    return id


def test_no_command_shows_who_was_taken_out(
    run: Callable[..., Said], at: tuple[str, ...], roll: Path, imported: str, tmp_path: Path
) -> None:
    before = run(*at, "list", "show", imported)
    assert "Zoila" in before.out
    said = run(*at, "suppress", "add", f"{imported}:2", "--reason", WHY)
    assert (said.code, "Withheld: 1 rows of 1 lists" in said.out) == (0, True), said
    other = tmp_path / "other.csv"
    other.write_text("Nombre,Fecha de nacimiento\nQUINTERO Zoila,12/03/1985\nJosé Soto,1990-01-05\n", encoding="utf-8")
    commands = [
        ("list", "show", imported),
        ("list", "show", imported, "--json"),
        ("list", "preview", str(roll)),
        ("list", "diff", imported, str(other)),
        ("list", "diff", str(other), str(roll), "--json"),
        ("list", "match", str(other), imported, "--why"),
        ("list", "match", imported, str(other), "--json"),
        ("list", "export", imported, str(tmp_path / "out.csv")),
        ("list", "import", str(other), *IMPORT),
        ("show", "statements"),
        ("show", "statements", "--json"),
        ("show", "counts", "--json"),
        ("show", "document", imported),
        ("show", "document", imported, "--json"),
        ("show", "speakers"),
        ("show", "figures", "--json"),
        ("problems",),
        ("suppress", "list"),
        ("suppress", "list", "--json"),
        ("audit", "log", "--json"),
    ]
    for command in commands:
        shown = run(*at, *command)
        assert shown.code == 0, (command, shown)
        assert "quintero" not in (shown.out + shown.err).casefold(), command
    assert "Quintero" not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert run(*at, "audit", "verify").code == 0


def test_what_is_withheld_is_told_and_counted(
    run: Callable[..., Said], at: tuple[str, ...], roll: Path, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*at, "suppress", "add", f"{imported}:2", "--reason", WHY)
    assert "1 statement is withheld: somebody asked to be taken out" in run(*at, "show", "statements").err
    assert len(run(*at, "show", "statements", "--json").json) == 1
    for command in (("list", "match", str(roll), imported), ("list", "preview", str(roll))):
        told = run(*at, *command)
        assert "row 2: The row was left out: somebody who asked to be taken out." in told.err, told
    monkeypatch.delenv("PARADERO_CASEBOOK")
    without = run("list", "preview", str(roll))  # without a casebook nobody is known to have asked
    assert "Zoila" in without.out


def test_the_list_of_suppressions_tells_who_when_and_why(
    run: Callable[..., Said], at: tuple[str, ...], imported: str
) -> None:
    done = run(*at, "suppress", "add", f"{imported}:2", "--reason", WHY, "--json").json
    assert done["rows"] == [{"document": imported, "sheet": None, "row": 2}]
    assert done["recognised_by"] == ["name_birth"]
    listed = run(*at, "suppress", "list")
    for words in (
        done["id"][:8],
        "Ana",
        "names with day of",
        "Her sister asked for",
        "1 in force, 0 taken back; 1 rows",
    ):
        assert words in " ".join(listed.out.split()), words
    back = run(*at, "suppress", "remove", done["id"][:8], "--reason", "She changed her mind.")
    assert (back.code, "made by Ana" in back.out) == (0, True)
    (told,) = run(*at, "suppress", "list", "--json").json
    assert told["taken_back"]["reason"] == "She changed her mind."
    assert "Zoila" in run(*at, "list", "show", imported).out


def test_somebody_who_is_on_no_list_is_typed_in(run: Callable[..., Said], at: tuple[str, ...], roll: Path) -> None:
    who = ("--name", "Zoila Quintero", "--birth", "1985-03-12")
    assert run(*at, "suppress", "add", *who, "--reason", WHY).code == 0
    done = run(*at, "list", "import", str(roll), *IMPORT).json
    assert (done["entries"], [one["code"] for one in done["problems"]]) == (1, ["row_suppressed"])


def test_a_row_that_identifies_nobody_is_told_so(run: Callable[..., Said], at: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Eva Paz\nJosé Soto\n", encoding="utf-8")
    id = run(*at, "list", "import", str(path), *IMPORT).json["document"]
    said = run(*at, "suppress", "add", f"{id}:1", "--reason", WHY)
    assert "only this row is withheld" in said.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add", "--reason", WHY), 2, "Nothing of this identifies a person. [invalid_value]"),
        (("add", "--reason", WHY, "--name", "Eva Paz", "--birth", "in spring"), 2, "is no day of birth"),
        (("add", "--reason", WHY, "abcdef:1"), 4, "[unknown_id]"),
        (("remove", "abcdef", "--reason", WHY), 4, "paradero suppress list"),
        (("remove", "abc", "--reason", WHY), 2, "[id_too_short]"),
    ],
)
def test_misuse_is_told(
    run: Callable[..., Said], at: tuple[str, ...], words: tuple[str, ...], code: int, told: str
) -> None:
    said = run(*at, "suppress", *words)
    assert (said.code, told in said.err) == (code, True), said


def test_a_lost_key_stops_everything_that_would_show_the_list(
    run: Callable[..., Said], at: tuple[str, ...], roll: Path, imported: str
) -> None:
    run(*at, "suppress", "add", f"{imported}:2", "--reason", WHY)
    key = Path(at[1]) / "suppression.key"
    key.rename(key.with_suffix(".away"))
    for command in (
        ("list", "show", imported),
        ("list", "preview", str(roll)),
        ("list", "match", str(roll), str(roll)),
    ):
        said = run(*at, *command)
        assert (said.code, "[suppression_key_missing]" in said.err, said.out) == (3, True, ""), said
    assert json.loads(run(*at, "suppress", "list", "--json").out)[0]["taken_back"] is None


REPORT = (
    "Zoila Quintero, 40, was arrested in Caracas in March, the Foro Penal said. Quintero was held at El Helicoide.\n\n"
    "José Soto was released from El Helicoide on Friday, Zoila Quintero said.\n\n"
    "The Foro Penal said that 12 Venezuelans were released on Friday.\n"
)


def test_no_command_shows_whom_a_report_names_when_they_were_taken_out_by_name_alone(
    run: Callable[..., Said], at: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    document = run(*at, "add", str(path), "--published", "2025-07-19", "--json").json["documents"][0]
    run(*at, "read", "--engine", "rules")
    commands = [
        ("show", "statements"),
        ("show", "statements", "--json"),
        ("show", "document", document),
        ("show", "speakers"),
        ("show", "speakers", "--json"),
        ("show", "figures"),
        ("show", "counts", "--json"),
        ("show", "person"),
        ("show", "person", "--json"),
        ("show", "released", "--json"),
        ("show", "disputes", "--json"),
        ("show", "unaccounted", "--json"),
        ("show", "exchange", "--json"),
        ("census", "--on", "2025-06-01"),
        ("census", "--on", "2025-06-01", "--json"),
        ("chain", "check", "--json"),
        ("people", "list", "--json"),
        ("problems", "--json"),
    ]
    named = [one for one in commands if "Quintero" in run(*at, *one).out]
    assert {("show", "person"), ("show", "statements"), ("show", "document", document)} <= set(named)
    taken = run(*at, "suppress", "add", "--name", "Zoila Quintero", "--name-alone", "--reason", WHY, "--json")
    said = {one: run(*at, *one) for one in commands}
    assert [one for one, told in said.items() if "Quintero" in told.out + told.err or "Zoila" in told.out] == []
    assert [one for one, told in said.items() if told.code] == []
    assert "12 Venezuelans" in said["show", "statements"].out
    assert run(*at, "show", "person", "--json").json["withheld"] == 2
    run(*at, "suppress", "remove", taken.json["id"], "--reason", "She asked for it.")
    assert [one for one in named if "Quintero" not in run(*at, *one).out] == []
