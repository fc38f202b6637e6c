"""The suppression list: who asked to be taken out comes back by no list, spelling or command, and is not named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from paradero.casework import (
    Casebook,
    KeyMissing,
    KeyOpen,
    KeyWrong,
    Overtaken,
    Person,
    UnknownId,
    audit,
    document,
    export_list,
    guard,
    import_list,
    list_read,
    look_at,
    problems,
    shown_text,
    statements,
    statements_and_withheld,
    suppress,
    suppressions,
    typed,
    unsuppress,
    verify,
    whole_entry_at,
)
from paradero.model import InvalidValue
from paradero.rolls import Said
from tests.casework.material import ANA
from tests.casework.test_lists import GIVEN, HELD

WHY = "Her sister asked for it in a letter."
HEAD = "No,Name,Born,Document,Status\n"
LIST = HEAD + (
    "1,María Ruiz Peña,1985-03-12,V-12.345.678,held\n2,José Soto,1990-01-05,V-9.111.222,released\n3,Eva Paz,,,held\n"
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(text: str, name: str = "roll.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def first(casebook: Casebook, write: Callable[..., Path]) -> str:
    """The id of a list of three, of whom the first has been taken out."""
    id = import_list(casebook, write(LIST), HELD, GIVEN, ANA)[0].document
    suppress(casebook, WHY, ANA, whole_entry_at(casebook, f"{id}:2"))
    return id


def known(birth: str = "1985-03-12", name: str = "María Ruiz Peña", mother: str = "") -> Person:
    return Person((name,), birth, mother=mother)


def names(casebook: Casebook, path: Path) -> list[str]:
    """Who comes in from a file."""
    looked, _ = look_at(path, GIVEN, known=guard(casebook))
    return [name for entry in looked.entries for name in entry.names]


def test_entries_and_statements_of_a_row_are_withheld_and_counted(casebook: Casebook, first: str) -> None:
    read = list_read(casebook, first)
    assert ([entry.names for entry in read.entries], read.withheld) == ([("José Soto",), ("Eva Paz",)], 1)
    shown, withheld = statements_and_withheld(casebook)
    assert ({one.statement.span.row for one in shown}, withheld) == ({3, 4}, 1)
    assert len(statements(casebook, first)) == 3
    assert len(casebook.statements()) == 4  # what was written stays written
    assert not [one for one in verify(casebook)[1] if one.severity == "error"]


def test_nothing_that_identifies_the_person_stands_in_the_audit_log(casebook: Casebook, first: str) -> None:
    entry = audit(casebook)[-1]
    told = entry.details["suppression"]
    assert (entry.act, entry.actor, told["reason"]) == ("suppress", "Ana", WHY)
    assert told["made_from"] == [[first, "", 2]]
    assert {len(value) for _, value in told["hashes"]} == {64}
    whole = json.dumps(entry.details, ensure_ascii=False).casefold()
    log = re.sub(r"[0-9a-f]{64}", "", whole)  # a hash holds any three digits by chance, and tells nobody's number
    assert not [word for word in ("ruiz", "peña", "1985", "345", "12345678") if word in log]
    assert casebook.key_path.read_text().strip() not in json.dumps([one.details for one in audit(casebook)])


def test_the_text_of_the_list_is_shown_with_the_row_blank(casebook: Casebook, first: str) -> None:
    whole = document(casebook, first)
    shown = shown_text(casebook, whole)
    assert len(shown) == len(whole.text)
    assert "Ruiz" not in shown
    assert "José Soto" in shown
    assert "Ruiz" in whole.text


@pytest.mark.parametrize(
    "row",
    [
        "RUIZ PENA MARIA,1985-03-12",  # capitals, no accents, family names first
        "Peña; Ruiz de María,1985-03-12",  # another order, a particle
        "Mari\u200ba  Ruiz-Peña,12/03/1985",  # a hyphen, what cannot be seen, another way to write the day
    ],
)
def test_a_spelling_that_folds_alike_is_caught_on_a_new_list(
    casebook: Casebook, first: str, write: Callable[..., Path], row: str
) -> None:
    path = write(f"Name,Born\n{row}\nEva Paz,1990-04-25\n", "other.csv")
    assert names(casebook, path) == ["Eva Paz"]


def test_a_day_of_birth_is_known_with_day_and_month_swapped(casebook: Casebook, write: Callable[..., Path]) -> None:
    suppress(casebook, WHY, ANA, more=known("1985-03-12"))
    rows = "Name,Born\nMaría Ruiz Peña,12/3/1985\nMaría Ruiz Peña,3/12/1985\nMaría Ruiz Peña,3/11/1985\n"
    assert len(names(casebook, write(rows))) == 1


def test_another_script_is_caught_where_it_folds_alike(casebook: Casebook, write: Callable[..., Path]) -> None:
    suppress(casebook, WHY, ANA, more=known(name="Ivan Petrov"))
    assert names(casebook, write("Name,Born\nПЕТРОВ Иван,1985-03-12\nEva Paz,1990-04-25\n")) == ["Eva Paz"]


@pytest.mark.parametrize(
    "row",
    [
        "María Ruiz Peña,1986-03-12,",  # a namesake, born on another day
        "María Ruiz Peña,,",  # a name alone identifies nobody
        "María Ruiz Peña,1985,",  # nor does a year
        "Mario Ruiz Peña,1985-03-12,",  # a brother, a twin perhaps
        "María Ruiz Peña,1986-03-12,V-12.345.679",
    ],
)
def test_a_namesake_is_not_left_out(casebook: Casebook, first: str, write: Callable[..., Path], row: str) -> None:
    path = write(f"Name,Born,Document\n{row}\nEva Paz,1990-04-25,\n", "other.csv")
    assert len(names(casebook, path)) == 2


@pytest.mark.parametrize("number", ["v12345678", "V 12 345 678"])
def test_a_document_number_alone_is_enough(
    casebook: Casebook, first: str, write: Callable[..., Path], number: str
) -> None:
    assert names(casebook, write(f"Name,Cédula\nM. Ruis,{number}\nEva Paz,8111222\n", "o.csv")) == ["Eva Paz"]


def test_the_digits_of_a_number_count_only_with_the_name(
    casebook: Casebook, first: str, write: Callable[..., Path]
) -> None:
    rows = "Name,Cédula\nRuiz Peña María,12345678\nLuis Gil,12345678\n"
    assert names(casebook, write(rows, "o.csv")) == ["Luis Gil"]


def test_a_year_of_birth_counts_with_the_name_of_a_parent(casebook: Casebook, write: Callable[..., Path]) -> None:
    suppress(casebook, WHY, ANA, more=known("1985", mother="Rosa Peña"))
    rows = "Name,Year of birth,Mother\nMaría Ruiz Peña,1985,Peña Rosa\nMaría Ruiz Peña,1985,Eva Gil\n"
    assert names(casebook, write(rows)) == ["María Ruiz Peña"]


def test_a_name_alone_hits_namesakes_only_when_that_was_asked_for(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    path = write("Name,Age\nMaría Ruiz Peña,30\nEva Paz,40\n")
    with pytest.raises(InvalidValue, match="Nothing of this identifies"):
        suppress(casebook, WHY, ANA, more=known(""))
    suppress(casebook, WHY, ANA, more=known(""), name_alone=True)
    assert names(casebook, path) == ["Eva Paz"]


def test_an_import_leaves_the_row_out_and_tells_it_without_a_name(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    suppress(casebook, WHY, ANA, more=known())
    path = write(LIST.replace("Peña,1985-03-12,V", "Peña \U0001f600,1985-03-12,V"))
    done, found = import_list(casebook, path, HELD, GIVEN, ANA)
    assert (done.entries, len(done.statements)) == (2, 3)
    told = [(one.code, one.place) for one in found]
    assert told == [("row_suppressed", "row 2")]  # and nothing of the odd name in its cell
    assert problems(casebook) == found
    assert audit(casebook)[-1].details["left_out"] == [["", 2, [suppressions(casebook)[0].id]]]
    again, _ = import_list(casebook, path, HELD, GIVEN, ANA)
    assert again.already


def test_a_list_of_nobody_else_is_not_imported(casebook: Casebook, write: Callable[..., Path]) -> None:
    suppress(casebook, WHY, ANA, more=known())
    done, found = import_list(casebook, write("Name,Born\nRuiz Peña María,1985-03-12\n"), HELD, GIVEN, ANA)
    assert done.document == ""
    assert "row_suppressed" in [one.code for one in found]


def test_problems_told_before_no_longer_quote_the_cells_of_the_list(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    path = write("Name,Born\nMaría Ruiz \U0001f600,1985-03-12\nEva Paz,1990-04-25\n")
    id = import_list(casebook, path, HELD, GIVEN, ANA)[0].document
    assert any("Ruiz" in one.message for one in problems(casebook))
    suppress(casebook, WHY, ANA, whole_entry_at(casebook, f"{id}:2"))
    assert "odd_name" in [one.code for one in problems(casebook)]
    assert not any("Ruiz" in one.message for one in problems(casebook))


def test_an_export_and_one_made_before_are_without_the_row(
    casebook: Casebook, write: Callable[..., Path], tmp_path: Path
) -> None:
    id = import_list(casebook, write(LIST), HELD, GIVEN, ANA)[0].document
    export_list(casebook, id, tmp_path / "before.csv", ANA)
    suppress(casebook, WHY, ANA, whole_entry_at(casebook, f"{id}:2"))
    assert export_list(casebook, id, tmp_path / "after.csv", ANA) == 2
    assert "Ruiz" not in (tmp_path / "after.csv").read_text(encoding="utf-8-sig")
    assert names(casebook, tmp_path / "before.csv") == ["José Soto", "Eva Paz"]


def test_every_list_that_is_here_is_searched_by_every_mapping(casebook: Casebook, write: Callable[..., Path]) -> None:
    for name, publisher in (("a.csv", "Foro Alba"), ("b.csv", "Casa Norte")):
        import_list(
            casebook, write(LIST + f"9,{name} Gil,,,held\n", name), replace(HELD, publisher=publisher), GIVEN, ANA
        )
    done = suppress(casebook, WHY, ANA, more=known())
    assert sorted(row for _, _, row in done.rows) == [2, 2]
    assert statements_and_withheld(casebook)[1] == 2


def test_of_a_row_that_names_two_only_the_one_who_is_meant_is_recognised(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    rows = "Name,Born\nMaría Ruiz Peña y Luis Gil Soto,1985-03-12\nJosé Soto,1990-01-05\n"
    id = import_list(casebook, write(rows), HELD, GIVEN, ANA)[0].document
    entry = whole_entry_at(casebook, f"{id}:2")
    with pytest.raises(InvalidValue, match="names 2 people"):
        suppress(casebook, WHY, ANA, entry)
    suppress(casebook, WHY, ANA, entry, known("1985-03-13"))
    assert [one.row for one in list_read(casebook, id).entries] == [3]  # the row stands for both, and is left out whole
    other = "Name,Born\nMaría Ruiz Peña,1985-03-13\nLuis Gil Soto,1985-03-12\nMaría Ruiz Peña,1985-03-12\n"
    assert names(casebook, write(other, "o.csv")) == ["Luis Gil Soto", "María Ruiz Peña"]


def test_a_row_that_identifies_nobody_is_withheld_alone(casebook: Casebook, write: Callable[..., Path]) -> None:
    path = write(LIST)
    id = import_list(casebook, path, HELD, GIVEN, ANA)[0].document
    done = suppress(casebook, WHY, ANA, whole_entry_at(casebook, f"{id}:4"))
    assert (done.kinds, done.rows) == ((), ((id, "", 4),))
    assert [entry.row for entry in list_read(casebook, id).entries] == [2, 3]
    again, found = import_list(casebook, path, replace(HELD, state="missing"), GIVEN, ANA)
    assert again.entries == 2  # also when the same file is imported in another way
    assert "row_suppressed" in [one.code for one in found]


def test_rows_of_the_same_name_without_a_birth_are_told_and_not_withheld(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    rows = "Name,Born\nMaría Ruiz Peña,1985-03-12\nRUIZ PEÑA María,\nMaría Ruiz Peña,1990-01-05\n"
    id = import_list(casebook, write(rows), HELD, GIVEN, ANA)[0].document
    done = suppress(casebook, WHY, ANA, more=known())
    assert (done.rows, done.namesakes) == (((id, "", 2),), ((id, "", 3),))
    suppress(casebook, WHY, ANA, whole_entry_at(casebook, f"{id}:3"))
    assert [entry.row for entry in list_read(casebook, id).entries] == [4]


def test_a_later_act_takes_a_suppression_back(casebook: Casebook, first: str) -> None:
    (made,) = suppressions(casebook)
    unsuppress(casebook, made.id[:8], "She changed her mind.", ANA)
    assert (list_read(casebook, first).withheld, statements_and_withheld(casebook)[1]) == (0, 0)
    assert [entry.act for entry in audit(casebook)[-2:]] == ["suppress", "unsuppress"]
    (told,) = suppressions(casebook)
    assert told.taken_back is not None
    with pytest.raises(UnknownId, match="suppression"):
        unsuppress(casebook, made.id[:8], "Once more.", ANA)


def test_a_row_left_out_comes_in_with_the_next_import_when_that_is_taken_back(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    made = suppress(casebook, WHY, ANA, more=known())
    path = write(LIST)
    import_list(casebook, path, HELD, GIVEN, ANA)
    unsuppress(casebook, made.id, "She changed her mind.", ANA)
    done, _ = import_list(casebook, path, HELD, GIVEN, ANA)
    assert (done.already, done.entries, len(done.statements)) == (False, 3, 1)


def test_what_suppressions_tell_is_who_did_it_and_why(casebook: Casebook, first: str) -> None:
    (told,) = suppressions(casebook)
    assert (told.actor, told.reason, told.rows, told.taken_back) == ("Ana", WHY, 1, None)
    assert told.kinds == ("document", "document_name", "name_birth")


def test_nobody_is_suppressed_twice_nor_without_a_reason_nor_by_name(casebook: Casebook, first: str) -> None:
    with pytest.raises(InvalidValue, match="already"):
        suppress(casebook, WHY, ANA, whole_entry_at(casebook, f"{first}:2"))
    with pytest.raises(InvalidValue, match="without a reason"):
        suppress(casebook, " ", ANA, more=known())
    with pytest.raises(InvalidValue, match="names the person"):
        suppress(casebook, "Asked for by the mother of RUIZ, Maria", ANA, more=known())
    with pytest.raises(InvalidValue, match="no day of birth"):
        typed(("Eva Paz",), "last spring", "", "", (), casebook.clock().date())
    assert len(suppressions(casebook)) == 1


def test_what_is_typed_in_is_read_as_in_a_list(casebook: Casebook, write: Callable[..., Path]) -> None:
    day = casebook.clock().date()
    suppress(casebook, WHY, ANA, more=typed(("Eva  PAZ", "Eva Paz Gil"), "1990-4-25", "", "", ("V-8.111",), day))
    rows = (
        "Name,Born,Cédula\nPaz Eva,25/04/1990,\nGil Paz Eva,1990-04-25,\nOtra Persona,,v8111\nJosé Soto,1990-04-25,\n"
    )
    assert names(casebook, write(rows)) == ["José Soto"]


def test_without_the_key_nothing_of_a_list_is_told(casebook: Casebook, first: str, write: Callable[..., Path]) -> None:
    key = casebook.key_path.read_bytes()
    casebook.key_path.unlink()
    with pytest.raises(KeyMissing, match="is missing"):
        list_read(casebook, first)
    with pytest.raises(KeyMissing):
        import_list(casebook, write(LIST, "again.csv"), HELD, GIVEN, ANA)
    with pytest.raises(KeyMissing):
        suppress(casebook, WHY, ANA, more=known("1990-01-05", "José Soto"))
    assert not casebook.key_path.exists()  # no new key is put in the place of the old
    assert statements_and_withheld(casebook)[1] == 1
    casebook.key_path.write_bytes(key)
    casebook.key_path.chmod(0o600)
    assert list_read(casebook, first).withheld == 1


def test_a_key_that_others_may_read_or_that_is_another_is_refused(casebook: Casebook, first: str) -> None:
    assert casebook.key_path.stat().st_mode & 0o777 == 0o600
    casebook.key_path.chmod(0o640)
    with pytest.raises(KeyOpen, match="640"):
        list_read(casebook, first)
    casebook.key_path.chmod(0o600)
    for words, why in (("00" * 32, "another"), ("short", "damaged"), ("ñandú", "damaged")):
        casebook.key_path.write_text(words, encoding="utf-8")
        with pytest.raises(KeyWrong, match=why):
            list_read(casebook, first)


def test_an_import_that_was_overtaken_by_a_suppression_is_done_anew(
    casebook: Casebook, write: Callable[..., Path]
) -> None:
    clock, asked = casebook.clock, []

    def meanwhile():  # type: ignore[no-untyped-def]
        asked.append(1)
        if len(asked) == 2:  # the moment at which the import is about to be written
            suppress(casebook, WHY, ANA, more=known())
        return clock()

    casebook.clock = meanwhile
    done, _ = import_list(casebook, write(LIST), HELD, GIVEN, ANA)
    assert done.entries == 2
    assert "Ruiz" not in str([one.who for one in casebook.statements().values()])


def test_a_suppression_that_is_overtaken_again_and_again_gives_up(
    casebook: Casebook, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casebook, "last_entry", lambda: 0)
    import_list(casebook, write(LIST), Said("held", leaked=True), GIVEN, ANA)
    with pytest.raises(Overtaken):
        suppress(casebook, WHY, ANA, more=known())
    assert suppressions(casebook) == ()
