"""Adding with recognition: a file that is here without it is read again, and what was recognised is not lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from paradero.casework import Casebook, add, audit, document, documents, verify
from paradero.intake import GivenByPerson
from tests.casework.material import ANA, NOTHING
from tests.intake.packing import zipped
from tests.intake.printing import column, pdf
from tests.intake.scanning import ENGLISH, article, drawn, needs_tesseract, scanned

SCAN = scanned(drawn(article(ENGLISH), dots=120), dots=120)


def codes(found: Sequence[object]) -> list[str]:
    return [str(getattr(one, "code", "")) for one in found]


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(SCAN)
    return path


@needs_tesseract
def test_a_scan_that_is_here_is_read_again_when_asked(casebook: Casebook, scan: Path) -> None:
    first, found = add(casebook, [scan], NOTHING, ANA)
    assert (first.unread, codes(found)) == (first.documents, ["no_text_layer"])
    second, found = add(casebook, [scan], NOTHING, ANA, recognise=True)
    assert codes(found) == ["recognised_text", "replaces_earlier"]
    read = document(casebook, second.documents[0])
    assert read.replaces == first.documents[0]
    assert "nine of the men were allowed to write" in read.text
    assert audit(casebook)[-1].details["recognised_by"] == read.recogniser
    # Once is enough, asked for or not.
    for again in (True, False):
        third, found = add(casebook, [scan], NOTHING, ANA, recognise=again)
        assert (third.documents, codes(found)) == ((), ["already_in_casebook"])
    assert verify(casebook)[1] == ()


@needs_tesseract
def test_what_was_recognised_stays_when_more_is_said(
    casebook: Casebook, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(casebook, [scan], NOTHING, ANA, recognise=True)
    added, _ = add(casebook, [scan], GivenByPerson(published="2025-07-19"), ANA)
    read = document(casebook, added.documents[0])
    assert (read.provenance.published.value, read.recogniser[:10]) == ("2025-07-19", "tesseract ")
    monkeypatch.setenv("PATH", str(scan.parent / "nothing"))  # and when the program has gone
    added, found = add(casebook, [scan], GivenByPerson(publisher="The Post"), ANA)
    kept = document(casebook, added.documents[0])
    assert (kept.text, kept.recognised, kept.recogniser) == (read.text, read.recognised, read.recogniser)
    assert (kept.provenance.publisher.value, kept.provenance.published.value) == ("The Post", "2025-07-19")
    assert "no_recogniser" in codes(found)


@needs_tesseract
def test_a_scan_in_an_archive_that_is_here_is_read_again(casebook: Casebook, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({"scan.pdf": SCAN, "note.txt": "Ten miners were freed."}))
    first, _ = add(casebook, [path], NOTHING, ANA)
    second, found = add(casebook, [path], NOTHING, ANA, recognise=True)
    assert [document(casebook, id).name for id in second.documents] == ["all.zip/scan.pdf"]
    assert document(casebook, second.documents[0]).replaces in first.documents
    assert codes(found).count("already_in_casebook") == 2  # the archive and the note
    assert len(documents(casebook)) == len(first.documents) + 1
    assert verify(casebook)[1] == ()


@pytest.mark.parametrize("name", ["a.txt", "a.pdf"])
def test_a_file_without_pictures_is_here_already(casebook: Casebook, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    words = "Ten miners were freed in Portovel."
    path.write_bytes(words.encode() if name == "a.txt" else pdf([column(70, 720, [words])]))
    add(casebook, [path], NOTHING, ANA)
    added, found = add(casebook, [path], NOTHING, ANA, recognise=True)
    assert (added.documents, codes(found)) == ((), ["already_in_casebook"])


def test_without_the_program_a_scan_is_kept_and_named(
    casebook: Casebook, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(scan.parent / "nothing"))
    added, found = add(casebook, [scan], NOTHING, ANA, recognise=True)
    assert (added.unread, codes(found)) == (added.documents, ["no_recogniser"])
    assert casebook.original(document(casebook, added.documents[0]).sha256).read_bytes() == SCAN
