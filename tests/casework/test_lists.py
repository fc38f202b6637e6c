"""Lists as acts: one act whole or nothing, nothing twice, history kept, and entries worked out anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from paradero.casework import (
    Casebook,
    FileExists,
    PublisherNotGiven,
    UnknownExport,
    add,
    audit,
    document,
    export_list,
    import_list,
    list_read,
    lists,
    look_at,
    problems,
    statements,
    verify,
)
from paradero.intake import GivenByPerson
from paradero.model import InvalidValue, UnknownCode
from paradero.rolls import Said, difference, sniff, to_toml
from tests.casework.material import ANA
from tests.intake.workbooks import xlsx

HELD = Said("held", "Foro Alba", "agency")
GIVEN = GivenByPerson(published="2025-07-19")
LIST = "No,Name,Age,Status\n1,Ana Ruiz,34,held\n2,José Peña,254,released\n3,Luis Soto y familia,20,\n"


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    path = tmp_path / "roll.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_an_import_is_one_act_with_its_original_mapping_and_problems(casebook: Casebook, roll: Path) -> None:
    done, found = import_list(casebook, roll, HELD, GIVEN, ANA)
    assert (done.entries, len(done.statements), done.already) == (3, 4, False)
    assert [one.code for one in found] == ["impossible_age"]
    assert [entry.act for entry in audit(casebook)] == ["new", "import"]
    entry = audit(casebook)[-1]
    assert (entry.actor, entry.details["entries"], entry.details["statements"]) == ("Ana", 3, 4)
    assert 'field = "name"' in entry.details["list"]["mapping"]
    assert casebook.original(document(casebook, done.document).sha256).read_text(encoding="utf-8") == LIST
    assert [one.code for one in problems(casebook, done.document)] == ["impossible_age"]
    assert [one.statement.act for one in statements(casebook)] == ["held", "held", "released", "held"]
    assert not [one for one in verify(casebook)[1] if one.severity == "error"]


def test_the_same_list_again_writes_nothing(casebook: Casebook, roll: Path) -> None:
    first, _ = import_list(casebook, roll, HELD, GIVEN, ANA)
    again, found = import_list(casebook, roll, HELD, GIVEN, ANA)
    assert (again.document, again.already, again.statements) == (first.document, True, ())
    assert "list_in_casebook" in [one.code for one in found]
    assert len(audit(casebook)) == 2


def test_a_list_without_a_day_is_the_same_on_another_day(casebook: Casebook, roll: Path) -> None:
    nothing = GivenByPerson()
    _, found = import_list(casebook, roll, HELD, nothing, ANA)
    assert "list_day_unknown" in [one.code for one in found]
    clock = casebook.clock
    casebook.clock = lambda: clock().replace(year=2031)
    assert import_list(casebook, roll, HELD, nothing, ANA)[0].already


def test_another_state_or_mapping_is_another_reading(casebook: Casebook, roll: Path, tmp_path: Path) -> None:
    first, _ = import_list(casebook, roll, HELD, GIVEN, ANA)
    other, found = import_list(casebook, roll, replace(HELD, state="released"), GIVEN, ANA)
    assert other.document == first.document
    assert "list_read_otherwise" in [one.code for one in found]
    mapping = sniff(document(casebook, first.document))[0]
    fields = replace(mapping.sheets[0], status=())
    path = tmp_path / "m.toml"
    path.write_text(to_toml(replace(mapping, sheets=(fields,))), encoding="utf-8")
    third, _ = import_list(casebook, roll, HELD, GIVEN, ANA, mapping=path)
    assert not third.already
    assert third.statements == ()  # it says less than before, and nothing that is new
    assert len(lists(casebook)) == 3


def test_entries_are_had_again_from_document_and_mapping(casebook: Casebook, roll: Path) -> None:
    done, _ = import_list(casebook, roll, HELD, GIVEN, ANA)
    looked, _ = look_at(roll, replace(GIVEN, publisher="Foro Alba"))
    found = list_read(casebook, done.document[:8])
    assert found.entries == looked.entries
    assert found.troubles == looked.troubles
    assert found.listed.said == HELD


def test_a_newer_version_stands_beside_the_older(casebook: Casebook, roll: Path, tmp_path: Path) -> None:
    first, _ = import_list(casebook, roll, HELD, GIVEN, ANA)
    newer = tmp_path / "newer.csv"
    newer.write_text(LIST.replace("3,Luis Soto y familia,20,\n", "4,Eva Paz,30,held\n"), encoding="utf-8")
    second, _ = import_list(casebook, newer, HELD, GIVEN, ANA, newer_than=first.document[:10])
    assert document(casebook, second.document).replaces == first.document
    assert [one.replaced for one in lists(casebook)] == [True, False]
    found = difference(list_read(casebook, first.document).entries, list_read(casebook, second.document).entries)
    assert ([e.names for e in found.added], [e.names for e in found.removed]) == ([("Eva Paz",)], [("Luis Soto",)])
    assert (len(found.changed), found.unchanged) == (0, 2)


def test_a_list_that_was_added_first_is_the_same_document(casebook: Casebook, roll: Path) -> None:
    added, _ = add(casebook, [roll], GIVEN, ANA)
    done, _ = import_list(casebook, roll, HELD, GIVEN, ANA)
    assert document(casebook, done.document).replaces == added.documents[0]  # the publisher is known now
    assert casebook.document_ids(current=True) == (done.document,)


def test_a_leaked_list_has_no_publisher(casebook: Casebook, roll: Path) -> None:
    with pytest.raises(PublisherNotGiven):
        import_list(casebook, roll, Said("held"), GIVEN, ANA)
    done, _ = import_list(casebook, roll, Said("held", leaked=True, relay="A paper"), GIVEN, ANA)
    assert document(casebook, done.document).provenance.publisher.value == ""
    (first, *_) = statements(casebook)
    assert (first.statement.speaker.kind, first.statement.relay) == ("unknown", "A paper")


def test_what_cannot_be_a_list_leaves_nothing(casebook: Casebook, tmp_path: Path) -> None:
    cases = {
        "none.csv": "",
        "no.html": "<p>Nine men came home to their families today.</p>",
        "num.csv": "1.5;2.5\n3.5;4.5\n",
    }
    for name, text in cases.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        done, found = import_list(casebook, path, HELD, GIVEN, ANA)
        assert done.document == "", name
        assert found, name
    done, found = import_list(casebook, tmp_path / "away.csv", HELD, GIVEN, ANA)
    assert [one.code for one in found] == ["unreadable_file"]
    assert [entry.act for entry in audit(casebook)] == ["new"]


@pytest.mark.parametrize("name", ["report.docx", "letter.eml"])
def test_a_file_without_a_list_says_so(tmp_path: Path, name: str) -> None:
    from tests.intake.packing import docx, p

    told = "Ana Ruiz was held in Alba, her lawyers said."
    path = tmp_path / name
    path.write_bytes(docx(p(told)) if name.endswith("docx") else f"From: a@example.org\nSubject: x\n\n{told}".encode())
    looked, found = look_at(path, GIVEN)
    assert looked.entries == ()
    assert [one.code for one in found] == ["no_table"]


def test_misuse_is_told_before_anything_is_read(casebook: Casebook, roll: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownCode):
        import_list(casebook, roll, replace(HELD, state="vanished"), GIVEN, ANA)
    (tmp_path / "bad.toml").write_text("[[sheet]]\n", encoding="utf-8")
    with pytest.raises(InvalidValue, match="bad"):
        import_list(casebook, roll, HELD, GIVEN, ANA, mapping=tmp_path / "bad.toml")
    (id, *_) = add(casebook, [roll], GIVEN, ANA)[0].documents
    with pytest.raises(InvalidValue, match="not imported as a list"):
        list_read(casebook, id)


def test_a_mapping_that_names_what_is_not_there_says_so(casebook: Casebook, roll: Path, tmp_path: Path) -> None:
    mapping = to_toml(look_at(roll, GIVEN)[0].mapping)
    path = tmp_path / "m.toml"
    path.write_text(mapping, encoding="utf-8")
    other = tmp_path / "other.xlsx"
    other.write_bytes(xlsx({"Hoja": [["Status", "Name"], ["held", "Ana Ruiz"]]}))
    looked, found = look_at(other, GIVEN, path)
    assert [entry.names for entry in looked.entries] == [("Ana Ruiz",)]
    assert "column_not_found" in [one.code for one in found]


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_an_export_is_recorded_and_tells_what_was_changed_in_it(
    casebook: Casebook, roll: Path, tmp_path: Path, name: str
) -> None:
    done, _ = import_list(casebook, roll, HELD, GIVEN, ANA)
    path = tmp_path / name
    assert export_list(casebook, done.document, path, ANA) == 3
    assert [entry.act for entry in audit(casebook)] == ["new", "import", "export"]
    assert audit(casebook)[-1].details["to"] == name
    looked, found = look_at(path, GIVEN)
    assert looked.entries == list_read(casebook, done.document).entries
    assert [one.code for one in found] == ["list_exported"]
    assert import_list(casebook, path, HELD, GIVEN, ANA)[0].document == ""
    with pytest.raises(FileExists):
        export_list(casebook, done.document, path, ANA)
    with pytest.raises(UnknownExport, match=r"\.xlsx or \.csv"):
        export_list(casebook, done.document, tmp_path / "out.pdf", ANA)
