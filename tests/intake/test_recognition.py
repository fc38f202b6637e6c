"""Scans and pictures whose letters are recognised by the installed tesseract; pages are set in type and drawn here."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from paradero.intake import GivenByPerson, Limits, parse_all, take_in, take_in_all
from paradero.intake.tesseract import Tesseract
from paradero.model import Document, Problem
from tests.intake.packing import docx, zipped
from tests.intake.photographs import jpeg
from tests.intake.printing import Set, column, pdf, wrapped
from tests.intake.scanning import (
    ENGLISH,
    SPANISH,
    article,
    drawn,
    error_rate,
    needs_tesseract,
    picture,
    scanned,
    two_columns,
)
from tests.intake.tabling import Press, Style

pytestmark = needs_tesseract


def recognised(
    folder: Path, data: bytes, name: str = "a.pdf", language: str = "en", limits: Limits | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    path = folder / name
    path.write_bytes(data)
    document, problems = take_in(path, GivenByPerson(language=language), limits, recognise=True)
    assert document is not None
    return document, problems


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("page", "wanted", "language", "most"),
    [
        (drawn(article(ENGLISH)), ENGLISH, "en", 0.0),
        (drawn(article(ENGLISH), askew=1.2), ENGLISH, "en", 0.02),  # lines fall by ten points from left to right
        (drawn(two_columns(ENGLISH, SPANISH)), f"{ENGLISH} {SPANISH}", "", 0.02),  # nobody said which language
        (drawn(two_columns(ENGLISH, ENGLISH), askew=-1.0), f"{ENGLISH} {ENGLISH}", "en", 0.02),
        (drawn(article(SPANISH)), SPANISH, "es-VE", 0.02),  # accents, the tilde of Núñez
        (drawn(article(ENGLISH), dots=100), ENGLISH, "en", 0.02),  # as of a fax
        (drawn(article(ENGLISH), specks=20, blur=1.0), ENGLISH, "en", 0.03),  # dust
    ],
    ids=["clean", "askew", "columns", "columns askew", "Spanish", "coarse", "dust"],
)
def test_a_scan_is_read(tmp_path: Path, page: Image.Image, wanted: str, language: str, most: float) -> None:
    document, problems = recognised(tmp_path, scanned(page), language=language)
    assert error_rate(wanted, document.text) <= most
    assert codes(problems) == ["recognised_text"]
    (stretch,) = document.recognised
    assert (stretch.start, stretch.end) == (0, len(document.text.rstrip()))
    assert stretch.confidence > 0.9
    assert document.recogniser.startswith("tesseract ")
    assert document.pages == ((0, 1),)
    assert document.recognised_at(3, 4) == stretch.confidence


def test_lines_come_into_paragraphs_columns_and_pages(tmp_path: Path) -> None:
    # A hyphen at a line's end is undone, a head that is printed again is boilerplate, a sentence goes on over the page.
    lines = [
        " The men of the Esperanza were held for a year in the old fort",
        "of the island, and nobody told the fam-",
    ]
    more = ["ilies where they were. The families asked the court in June."]
    heads = [Set(70, 800, f"Harbour Gazette, the third of May {n}", 10) for n in (1, 2)]
    pages = [drawn([heads[0], *column(70, 720, lines)]), drawn([heads[1], *column(70, 720, more)])]
    document, _ = recognised(tmp_path, scanned(*pages))
    roles = [(part.role, document.text[part.start : part.end], document.page_at(part.start)) for part in document.parts]
    sentence = (
        "The men of the Esperanza were held for a year in the old fort of the island, and nobody told the families"
    )
    asked = "where they were. The families asked the court in June."
    assert [words for role, words, _ in roles if role == "body"] == [f"{sentence} {asked}"]
    assert [(role, page) for role, _, page in roles if role != "body"] == [("boilerplate", 1), ("boilerplate", 2)]
    assert document.page_at(document.text.index("asked the court")) == 2


def test_only_pages_without_letters_are_recognised(tmp_path: Path) -> None:
    typed = "Nine fishermen came home to Port Alba on Friday, the governor said in a note to their families."
    whole = pdf([column(70, 720, wrapped(typed, 60)), []])  # the second page is a grey field
    document, problems = recognised(tmp_path, whole)
    assert (document.recognised, document.recogniser) == ((), "")
    assert codes(problems) == ["no_text_layer"]
    assert "no letters were recognised" in problems[0].message
    assert problems[0].place == "page 2"


def test_a_text_layer_under_a_picture_is_used(tmp_path: Path) -> None:
    hidden = pdf([column(70, 720, ["Nine men came home.", "They had been held for a year."])]).replace(
        b"BT ", b"BT 3 Tr "
    )
    without, _ = take_in(_written(tmp_path / "b.pdf", hidden))
    document, problems = recognised(tmp_path, hidden)
    assert without is not None
    assert "Nine men came home." in document.text
    assert (document.text, document.recogniser, problems) == (without.text, "", ())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_the_letters_of_a_picture_follow_what_it_says_of_itself(tmp_path: Path, kind: str) -> None:
    document, problems = recognised(tmp_path, picture(drawn(article(ENGLISH), dots=120), kind), f"a.{kind.lower()}")
    assert error_rate(ENGLISH, document.text) <= 0.02
    assert codes(problems) == ["recognised_text"]
    assert document.pages == ()
    assert document.recognised[0].start == 0


def test_a_tiff_of_several_pages_has_pages(tmp_path: Path) -> None:
    made = picture(drawn(article(ENGLISH)), "TIFF", save_all=True, append_images=[drawn(article(SPANISH))])
    document, _ = recognised(tmp_path, made, "a.tif", language="")
    assert error_rate(f"{ENGLISH} {SPANISH}", document.text) <= 0.02
    assert [page for _, page in document.pages] == [1, 2]
    assert len(document.recognised) == 2


def test_a_photograph_without_letters_stays_as_it_is(tmp_path: Path) -> None:
    data = jpeg()
    plain, before = take_in(_written(tmp_path / "b.jpg", data))
    document, problems = recognised(tmp_path, data, "b.jpg", language="")
    assert plain is not None
    assert (document.text, document.parts, codes(problems)) == (plain.text, plain.parts, codes(before))


def test_an_empty_page_is_no_text(tmp_path: Path) -> None:
    document, problems = recognised(tmp_path, scanned(drawn([])))
    assert (document.text, document.recognised, document.recogniser) == ("", (), "")
    assert codes(problems) == ["no_text_layer"]


def test_uncertain_letters_are_told_with_their_page(tmp_path: Path) -> None:
    blurred = drawn(article(ENGLISH, 10), dots=50, blur=0.5)
    document, problems = recognised(tmp_path, scanned(drawn(article(ENGLISH)), blurred.resize((2479, 3508))))
    assert codes(problems) == ["recognised_text", "uncertain_letters"]
    assert problems[1].place == "page 2"
    assert document.recognised[-1].confidence < 0.85 < document.recognised[0].confidence


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    document, problems = recognised(
        tmp_path, scanned(drawn(article(ENGLISH * 7, 9, 100))), limits=Limits(page_seconds=0.05)
    )
    assert document.text == ""
    assert [(one.code, one.place) for one in problems] == [("recognition_stopped", "page 1")]
    assert "longer than 0.05 seconds" in problems[0].message


def test_pages_beyond_the_most_are_named(tmp_path: Path) -> None:
    pages = [drawn(article(ENGLISH), dots=100)] * 3
    document, problems = recognised(tmp_path, scanned(*pages), limits=Limits(pages=1))
    assert [page for _, page in document.pages] == [1]
    assert [(one.code, one.place) for one in problems] == [
        ("recognition_stopped", "pages 2-3"),
        ("recognised_text", "page 1"),
    ]


def test_a_huge_page_is_drawn_small_enough(tmp_path: Path) -> None:
    data = scanned(drawn(article(ENGLISH, 11), dots=100), dots=4)  # a page of five metres by seven
    document, problems = recognised(tmp_path, data)
    assert error_rate(ENGLISH, document.text) <= 0.1
    assert codes(problems) == ["recognised_text"]


def test_a_language_without_data_is_told(tmp_path: Path) -> None:
    document, problems = recognised(tmp_path, scanned(drawn(article(ENGLISH))), language="uk")
    assert (document.text, codes(problems)) == ("", ["no_recogniser"])
    assert "no data for ukr" in problems[0].message
    assert "tesseract-ocr-ukr" in problems[0].hint


def test_scans_inside_an_archive_and_pictures_inside_a_word_file_are_read(tmp_path: Path) -> None:
    links = (
        '<r:Relationships xmlns:r="r"><r:Relationship Id="p1" Type="t/image" Target="media/one.png"/></r:Relationships>'
    )
    body = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:embed="p1"/></w:drawing></w:r></w:p>'
    page = drawn(article(ENGLISH), dots=120)
    members: dict[str, str | bytes] = {"word/_rels/document.xml.rels": links, "word/media/one.png": picture(page)}
    word = docx(body, **members)
    path = _written(tmp_path / "all.zip", zipped({"scan.pdf": scanned(page, dots=120), "b.docx": word}))
    ((_, _, _, inside),) = take_in_all([path], GivenByPerson(language="en"), recognise=True)
    read = {one.document.name: one.document for one in inside}
    for name in ("all.zip/scan.pdf", "all.zip/b.docx/one.png"):
        assert error_rate(ENGLISH, read[name].text) <= 0.02
        assert read[name].recogniser


def test_the_program_is_killed_when_its_worker_is_ended() -> None:
    reader = Tesseract(Limits())
    reader.stop()
    (document, _, _) = parse_all(
        scanned(drawn(article(ENGLISH))), "a.pdf", recognise=lambda r: reader.recognise(r, "en")
    )
    assert document.text == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of ru_maxrss differs")
def test_memory_of_the_program_stays_under_its_limit(tmp_path: Path) -> None:
    """In a process of its own, whose children are the program's alone."""
    page = _written(tmp_path / "page.pdf", scanned(drawn(article(ENGLISH * 4, 9, 100))))
    most = (
        "import resource, sys; from pathlib import Path; from paradero.intake import GivenByPerson, take_in;"
        "found, _ = take_in(Path(sys.argv[1]), GivenByPerson(), recognise=True); assert found.recogniser;"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    ran = subprocess.run([sys.executable, "-c", most, str(page)], capture_output=True, text=True, check=True)
    assert 0 < int(ran.stdout) * 1024 < Limits().page_memory


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_transparent_picture_lies_on_white_paper(tmp_path: Path) -> None:
    ink = drawn(article(ENGLISH), dots=120)
    clear = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    clear.putalpha(ink.point(lambda level: 255 - level))
    held = io.BytesIO()
    clear.save(held, "PNG")
    document, _ = recognised(tmp_path, held.getvalue(), "a.png")
    assert error_rate(ENGLISH, document.text) <= 0.02


def test_a_scanned_list_is_a_table_of_recognised_words_with_their_boxes(tmp_path: Path) -> None:
    press = Press()
    body = [
        [str(100 + i), name, "Fort Hale"] for i, name in enumerate(("Ana Ruiz", "Luis Soto", "Eva Paz", "Rosa Mora"))
    ]
    press.table([["Number", "Name", "Place"], *body], Style((90, 200, 150), size=12, down=6))
    with pypdfium2.PdfDocument(press.pdf()) as made:
        page = made[0].render(scale=300 / 72, grayscale=True).to_pil().convert("L")
    path = tmp_path / "list.pdf"
    path.write_bytes(scanned(page))
    document, _ = take_in(path, GivenByPerson(language="en"), recognise=True, table=True)
    assert document is not None
    (sheet,) = document.sheets
    found = [line.split("\t") for line in document.text[sheet.start : sheet.end].split("\n")]
    assert (len(found), found[1]) == (5, ["100", "Ana Ruiz", "Fort Hale"])
    assert (bool(document.recognised), len(document.boxes)) == (True, 15)
