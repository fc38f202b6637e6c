from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from paradero.casework import Casebook, DiskFull, Step, add, audit, documents, problems, verify
from paradero.casework.adding import add_with
from paradero.casework.taking import Parsed
from paradero.intake import GivenByPerson, Limits
from paradero.intake.files import read_file
from paradero.model import ParaderoError, Problem
from paradero.store import open_casebook
from paradero.store.originals import kept
from tests.casework.material import ANA, BRUNO, NOTHING, REPORT, here
from tests.store.material import file_size_limit


def codes(found: Sequence[object]) -> list[str]:
    return [str(getattr(one, "code", "")) for one in found]


def test_a_file_becomes_a_document_with_its_original(casebook: Casebook, report: Path) -> None:
    added, found = add(casebook, [report], GivenByPerson(published="2025-07-19"), ANA)
    (document,) = documents(casebook)
    assert added.documents == (document.id,)
    assert found == ()
    assert "nine fishermen were freed" in document.text
    assert document.provenance.published.origin == "person"
    assert document.recorded_at == audit(casebook)[-1].at
    assert casebook.original(document.sha256).read_text() == REPORT
    assert audit(casebook)[-1].details["from"] == str(report)
    assert verify(casebook)[1] == ()


def test_a_folder_is_added_to_the_bottom_sorted_one_act_a_file(casebook: Casebook, tmp_path: Path) -> None:
    names = ["b.txt", "a.md", "deep/c.txt", "deep/er/d.html"]
    for name in names:
        (tmp_path / "given" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "given" / name).write_text(f"Ten miners were freed, says {name}.")
    shown: list[Step] = []
    added, _ = add(casebook, [tmp_path / "given"], NOTHING, ANA, shown.append, workers=2)
    assert [document.name for document in documents(casebook)] == ["a.md", "b.txt", "c.txt", "d.html"]
    each = ["a.md", "b.txt", "c.txt", "d.html"]
    looked = [Step(0, 4, name) for name in each]
    assert shown == [*looked, *(Step(done, 4, name) for done, name in enumerate([*each, ""]))]
    assert [entry.act for entry in audit(casebook)] == ["new", *["add"] * 4]
    assert len(added.documents) == 4


def test_the_same_bytes_again_are_noticed(casebook: Casebook, report: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(REPORT)
    first, found = add_with(here, casebook, [report, tmp_path / "copy.txt"], NOTHING, ANA)
    again, said = add_with(here, casebook, [report], NOTHING, BRUNO)
    assert (len(first.documents), len(first.already), again.documents) == (1, 1, ())
    assert codes(found) == codes(said) == ["already_in_casebook"]
    assert first.documents[0][:12] in said[0].message
    assert len(audit(casebook)) == 2


def test_something_new_said_makes_a_document_that_replaces_the_old(casebook: Casebook, report: Path) -> None:
    (first,) = add_with(here, casebook, [report], GivenByPerson(publisher="The Post"), ANA)[0].documents
    added, found = add_with(here, casebook, [report], GivenByPerson(published="2025-07-19"), ANA)
    old, newer = documents(casebook)
    assert (newer.id, newer.replaces, old.id) == (added.documents[0], first, first)
    assert codes(found) == ["replaces_earlier"]
    assert newer.provenance.publisher.value == "The Post"  # what was said before still holds
    assert newer.provenance.published.value == "2025-07-19"
    assert add_with(here, casebook, [report], GivenByPerson(publisher="The Post"), ANA)[0].documents == ()
    assert verify(casebook)[1] == ()


def test_something_said_that_is_no_use_adds_nothing(casebook: Casebook, report: Path) -> None:
    add_with(here, casebook, [report], NOTHING, ANA)
    added, found = add_with(here, casebook, [report], GivenByPerson(published="2025-02-31"), ANA)
    assert codes(found) == ["impossible_date", "already_in_casebook"]
    assert added.documents == ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "empty_file"),  # nothing at all
        ("photo.txt", b"GIF89a" + b"\x00" * 50, "not_text"),  # a picture under a wrong name
        ("list.pdf", b"%PDF-1.7\n", "broken_pdf"),  # a beginning and nothing else
        ("note.rtf", b"{\\rtf1 A note.}", "unsupported_format"),  # what cannot be read yet
    ],
)
def test_what_cannot_be_parsed_is_kept_all_the_same(
    casebook: Casebook, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(data)
    added, found = add(casebook, [tmp_path / name], NOTHING, ANA)
    (document,) = documents(casebook)
    assert added.documents == added.unread == (document.id,)
    assert document.text == ""
    assert casebook.original(document.sha256).read_bytes() == data
    assert codes(found) == codes(problems(casebook)) == codes(problems(casebook, document.id[:8])) == [code]
    assert verify(casebook)[1] == ()


def test_a_file_over_the_limit_is_refused_and_that_is_recorded(casebook: Casebook, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(Limits().size + 1)  # takes no room on the disk
    added, found = add(casebook, [tmp_path / "huge.txt"], NOTHING, ANA)
    assert added.refused == (str(tmp_path / "huge.txt"),)
    assert codes(found) == codes(problems(casebook)) == ["too_large"]
    assert documents(casebook) == ()
    assert audit(casebook)[-1].details["refused"] is True
    assert verify(casebook)[1] == ()


def test_a_file_that_changes_while_it_is_read_is_refused(casebook: Casebook, report: Path) -> None:
    def writing(
        paths: Sequence[Path], given: GivenByPerson, workers: int | None, recognise: bool
    ) -> Generator[Parsed, None, None]:
        for one in here(paths, given, workers, recognise):
            one[0].write_text(REPORT + "A line more.")
            yield one

    added, found = add_with(writing, casebook, [report], NOTHING, ANA)
    assert added.refused == (str(report),)
    assert codes(found) == ["file_changed"]
    assert documents(casebook) == ()
    assert list(kept(casebook.path)) == []


def test_one_bad_file_does_not_keep_the_others_out(casebook: Casebook, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "a.txt").write_text("Ten miners were freed.")
    (given / "b.txt").write_text("Six miners were freed.")
    (given / "b.txt").chmod(0)
    (given / "c.txt").write_text("Two miners were freed.")
    added, _ = add_with(_b_unreadable, casebook, [given], NOTHING, ANA)
    assert [document.name for document in documents(casebook)] == ["a.txt", "c.txt"]
    assert added.refused == (str(given / "b.txt"),)


def _b_unreadable(
    paths: Sequence[Path], given: GivenByPerson, workers: int | None, recognise: bool
) -> Generator[Parsed, None, None]:
    # An administrator may read everything; the refusal that everybody else meets is made here.
    for path, document, found, inside in here(paths, given, workers, recognise):
        yield path, None if path.name == "b.txt" else document, found, inside


def hidden(folder: Path) -> None:
    (folder / ".DS_Store").write_text("x")


def linked(folder: Path) -> None:
    (folder / "round").symlink_to(folder)


def nested(folder: Path) -> None:
    shutil.copytree(folder.parent / "case", folder / "case")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def looped(folder: Path) -> None:
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").symlink_to(folder / "one")


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (hidden, "(hidden)"),
        (linked, "round (a link to a folder)"),
        (looped, "one (a link to nothing that can be read), two (a link to nothing"),
        (nested, "case (a casebook)"),
        (pipe, "pipe (a pipe)"),
    ],
)
def test_what_is_no_report_is_left_out_of_a_folder(
    casebook: Casebook, tmp_path: Path, odd: Callable[[Path], None], told: str
) -> None:
    # A hidden file, a folder that holds itself, a casebook inside, a pipe that would wait for ever.
    given = tmp_path / "given"
    given.mkdir()
    (given / "report.txt").write_text(REPORT)
    odd(given)
    added, found = add_with(here, casebook, [given], NOTHING, ANA)
    assert len(added.documents) == 1
    assert [(one.code, one.severity) for one in found] == [("left_out", "notice")]
    assert told in found[0].message


def test_a_link_that_leads_to_itself_is_told(casebook: Casebook, tmp_path: Path) -> None:
    looped(tmp_path)
    _, found = add_with(here, casebook, [tmp_path / "one"], NOTHING, ANA)
    assert [(one.code, "back to itself" in one.message) for one in found] == [("file_not_found", True)]


def test_a_device_is_told_and_not_opened(casebook: Casebook) -> None:
    _, found = add(casebook, [Path("/dev/zero")], NOTHING, ANA)  # it has no end
    assert codes(found) == ["not_a_file"]


def test_a_folder_of_five_thousand_files(casebook: Casebook, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for number in range(5_000):
        (given / f"{number}.txt").write_text("Ten miners were freed.")
    first, _ = add_with(here, casebook, [given / "0.txt"], NOTHING, ANA)
    added, found = add_with(here, casebook, [given], NOTHING, ANA)  # one text, so that the test is soon done
    assert (added.documents, len(added.already), set(added.already)) == ((), 5_000, set(first.documents))
    assert set(codes(found)) == {"already_in_casebook"}


def test_a_file_that_goes_away_after_it_was_listed_is_told(casebook: Casebook, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (given / name).write_text(f"Ten miners were freed, says {name}.")

    def goes(step: Step) -> None:
        (given / "b.txt").unlink(missing_ok=True)

    added, found = add(casebook, [given], NOTHING, ANA, goes, workers=1)
    assert [document.name for document in documents(casebook)] == ["a.txt", "c.txt"]
    assert added.refused == (str(given / "b.txt"),)
    assert codes(found) == codes(problems(casebook)) == ["unreadable_file"]
    assert "No such file" in found[0].message
    assert verify(casebook)[1] == ()


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no such rights")
def test_a_file_that_may_not_be_read_is_told(casebook: Casebook) -> None:
    with tempfile.TemporaryDirectory() as name:  # the folders of the test are closed to others
        given = Path(name)
        for one in ("a.txt", "b.txt"):
            (given / one).write_text(f"Ten miners were freed, says {one}.")
        (given / "b.txt").chmod(0)
        given.chmod(0o755)
        with without_privilege():
            assert read_file(given / "a.txt", Limits()) == b"Ten miners were freed, says a.txt."
            refused = read_file(given / "b.txt", Limits())
    assert isinstance(refused, Problem)
    assert (refused.code, refused.message) == ("unreadable_file", "The file cannot be read: Permission denied.")


@contextmanager
def without_privilege() -> Iterator[None]:
    """Be nobody in particular: an administrator may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "file_not_found"),  # nothing there
        (os.mkfifo, "not_a_file"),  # a pipe, named itself
    ],
)
def test_a_path_that_is_no_file_is_told(
    casebook: Casebook, tmp_path: Path, make: Callable[[Path], None], code: str
) -> None:
    make(tmp_path / "odd")
    added, found = add_with(here, casebook, [tmp_path / "odd"], NOTHING, ANA)
    assert codes(found) == [code]
    assert added.documents == ()
    assert len(audit(casebook)) == 1


def test_an_original_that_an_interrupted_act_left_is_taken_up(casebook: Casebook, report: Path) -> None:
    casebook.keep_original(report, hashlib.sha256(REPORT.encode()).hexdigest())
    assert codes(verify(casebook)[1]) == ["original_unused"]
    add_with(here, casebook, [report], NOTHING, ANA)
    assert verify(casebook)[1] == ()


def test_two_processes_may_add_the_same_file(casebook: Casebook, report: Path) -> None:
    # The other one is faster: its document is there between our look at the file and our act.
    def slow(
        paths: Sequence[Path], given: GivenByPerson, workers: int | None, recognise: bool
    ) -> Generator[Parsed, None, None]:
        for one in here(paths, given, workers, recognise):
            with open_casebook(casebook.path) as other:
                add_with(here, other, [report], NOTHING, BRUNO)
            yield one

    added, found = add_with(slow, casebook, [report], NOTHING, ANA)
    assert (added.documents, len(added.already), codes(found)) == ((), 1, ["already_in_casebook"])
    assert len(documents(casebook)) == 1


def test_a_name_that_is_no_utf8_is_added(casebook: Casebook, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xf1o.txt"))
    path.write_text(REPORT)
    add_with(here, casebook, [path], NOTHING, ANA)
    assert documents(casebook)[0].name == path.name
    assert verify(casebook)[1] == ()


def test_a_disk_that_fills_up_keeps_the_files_before(casebook: Casebook, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "a.txt").write_text(REPORT)
    (given / "b.txt").write_text("Ten miners were freed. " * 40_000)
    with file_size_limit(500_000), pytest.raises(DiskFull):
        add_with(here, casebook, [given], NOTHING, ANA)
    assert [document.name for document in documents(casebook)] == ["a.txt"]
    assert verify(casebook)[1] == ()
    added, _ = add_with(here, casebook, [given], NOTHING, ANA)
    assert (len(added.documents), len(added.already)) == (1, 1)


def test_an_actor_has_a_name() -> None:
    with pytest.raises(ParaderoError, match="needs the name"):
        replace(ANA, name=" ")
