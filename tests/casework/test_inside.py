"""Files that lie in other files: they come in with the file around them, in one act, each with its original."""

from __future__ import annotations

import hashlib
from pathlib import Path

from paradero.casework import Casebook, add, audit, documents, problems, verify
from paradero.casework.adding import add_with
from paradero.intake import GivenByPerson
from tests.casework.material import ANA, NOTHING, REPORT, here
from tests.intake.packing import zipped

TEN, TWO = "Ten miners were freed.", "Two miners were freed."


def archive(folder: Path, **members: str | bytes) -> Path:
    path = folder / "given.zip"
    path.write_bytes(zipped({name.replace("_", "."): data for name, data in members.items()}))
    return path


def test_what_lies_in_an_archive_is_added_in_one_act(casebook: Casebook, tmp_path: Path) -> None:
    path = archive(tmp_path, a_txt=TEN, b_zip=zipped({"c.txt": TWO}), d_gif=b"GIF89a" + bytes(64))
    before = len(audit(casebook))
    added, found = add(casebook, [path], NOTHING, ANA)
    kept = {one.id: one for one in documents(casebook)}
    assert [kept[id].name for id in added.documents] == [
        "given.zip",
        "given.zip/a.txt",
        "given.zip/b.zip",
        "given.zip/b.zip/c.txt",
    ]
    assert added.unread == ()  # the archives have no text, but what lies in them has
    assert casebook.original(hashlib.sha256(TWO.encode()).hexdigest()).read_text() == TWO
    assert len(audit(casebook)) == before + 1
    assert audit(casebook)[-1].details["inside"] == 3
    assert verify(casebook)[1] == ()
    told = [(problem.code, problem.source) for problem in found]
    assert told == [
        ("files_inside", str(path)),
        ("left_inside", str(path)),
        ("files_inside", f"{path}/b.zip"),
    ]
    assert sorted(one.code for one in problems(casebook)) == ["files_inside", "files_inside", "left_inside"]


def test_an_archive_added_again_adds_nothing(casebook: Casebook, tmp_path: Path) -> None:
    path = archive(tmp_path, a_txt=TEN)
    add_with(here, casebook, [path], NOTHING, ANA)
    added, found = add_with(here, casebook, [path], NOTHING, ANA)
    assert (added.documents, len(added.already), [one.code for one in found]) == ((), 1, ["already_in_casebook"])


def test_what_is_here_already_or_twice_inside_is_not_added_again(casebook: Casebook, report: Path) -> None:
    add_with(here, casebook, [report], NOTHING, ANA)
    path = archive(report.parent, a_txt=REPORT, b_txt=TEN, c_txt=TEN)
    added, found = add_with(here, casebook, [path], NOTHING, ANA)
    assert sorted(one.name for one in documents(casebook)) == ["given.zip", "given.zip/b.txt", report.name]
    assert len(added.already) == 2
    again = [one.source for one in found if one.code == "already_in_casebook"]
    assert again == [f"{path}/a.txt", f"{path}/c.txt"]
    assert verify(casebook)[1] == ()


def test_something_new_said_about_an_archive_holds_for_what_lies_in_it(casebook: Casebook, report: Path) -> None:
    add_with(here, casebook, [report], GivenByPerson(publisher="The Post"), ANA)
    path = archive(report.parent, a_txt=REPORT)
    add_with(here, casebook, [path], GivenByPerson(published="2025-07-19"), ANA)
    first, *others = documents(casebook)
    (newer,) = [one for one in others if one.sha256 == first.sha256]
    assert newer.replaces == first.id
    # What was said of the same bytes before is still known.
    assert (newer.provenance.publisher.value, newer.provenance.published.value) == ("The Post", "2025-07-19")
