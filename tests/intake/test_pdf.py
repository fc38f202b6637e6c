"""PDF: columns, paragraphs over pages, what stands round the text, pages of spans, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from paradero.intake import GivenByPerson, parse, take_in, take_in_many
from paradero.model import Document
from tests.intake.printing import Set, column, locked, pdf, wrapped
from tests.intake.tabling import A4_FLAT, Press

FIRST = (
    "Nine fishermen came home to Port Alba on Friday after a year on the island, the governor said in a note that was "
    "read out at the harbour before their families. They had been held in the old fort since the spring of last year."
)
SECOND = (
    "The captain of the boat was not among them. The navy of the neighbouring state says that he will be tried in June "
    "by a court of its own, and a lawyer for his family called the charge an invention of the coast guard."
)
THIRD = (
    "Officials of both states met twice in the winter to speak about a swap, a person who knows of the talks said, "
    "but no list of names was ever agreed on and they came to an end in March without a word to the families."
)


def read(data: bytes) -> Document:
    document, problems = parse(data, "a.pdf")
    assert problems == ()
    return document


def outline(document: Document) -> list[tuple[str, str, int | None]]:
    return [(p.role, document.text[p.start : p.end], document.page_at(p.start)) for p in document.parts]


def bodies(document: Document) -> list[str]:
    return [words for role, words, _ in outline(document) if role == "body"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column(50, 700, wrapped(FIRST, 44))
    right = column(310, 703, wrapped(SECOND, 44))  # not on the baselines of the other column
    headline = [Set(50, 760, "Nine fishermen come home after a year, without their captain", 18)]
    drawn = [line for pair in zip(left, right, strict=False) for line in pair] + left[len(right) :] + right[len(left) :]
    found = outline(read(pdf([[*headline, *drawn]])))
    assert found[0][:2] == ("headline", headline[0].words)
    assert [words for role, words, _ in found if role == "body"] == [FIRST, SECOND]


def test_three_columns() -> None:
    texts = (FIRST, SECOND, THIRD)
    page = [line for i, text in enumerate(texts) for line in column(40 + 180 * i, 700, wrapped(text, 30))]
    assert bodies(read(pdf([page]))) == list(texts)


def test_a_headline_over_both_columns_parts_what_is_above_it_from_what_is_below() -> None:
    def band(y: float, one: str, other: str) -> list[Set]:
        return column(50, y, wrapped(one, 44)) + column(310, y, wrapped(other, 44))

    between = [Set(50, 560, "A second report stands under this line over both of the columns", 14)]
    page = [*band(700, FIRST, SECOND), *between, *band(530, THIRD, FIRST)]
    assert bodies(read(pdf([page]))) == [FIRST, SECOND, THIRD, FIRST]


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Marta Ruel", "held", "12 May"), ("Ivo Sand", "freed", "3 June"), ("Lena Ost", "held", "9 July")] * 3
    page = [Set(50 + 120 * i, 700 - 12 * j, cell) for j, row in enumerate(rows) for i, cell in enumerate(row)]
    assert "Marta Ruel held 12 May" in read(pdf([page])).text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The govern-", "ment freed nine men."], "The government freed nine men."),
        (["The men of Vene-", "zuela came home."], "The men of Venezuela came home."),  # a capital may begin the word
        (["A Franco-", "American man was freed."], "A Franco-American man was freed."),  # a capital goes on: a compound
        (["A state-of-", "the-art jail was built."], "A state-of-the-art jail was built."),
        (["He is a well-", "known poet of the town."], "He is a well-known poet of the town."),
        (["The ex-", "minister was freed."], "The ex-minister was freed."),
        (["Held from 2019-", "2021 in the fort."], "Held from 2019-2021 in the fort."),
        (["Its re-arrest came late. The re-", "arrest was told."], "Its re-arrest came late. The re-arrest was told."),
        (["A prisoner left. The pris-", "oner was ill."], "A prisoner left. The prisoner was ill."),
        (["The prison is a part. The prison-", "part was shut."], "The prison is a part. The prison-part was shut."),
        (["The fort -", "a jail now - was shut."], "The fort - a jail now - was shut."),  # a dash, not a hyphen
        (["The govern\xad", "ment freed them."], "The government freed them."),  # a soft hyphen is no letter
    ],
)
def test_hyphens_at_line_ends(lines: list[str], expected: str) -> None:
    page = column(50, 700, [*lines, "", "", *wrapped(SECOND, 60)])
    assert bodies(read(pdf([page])))[0] == expected


def paged(texts: list[list[str]], notes: dict[int, str] | None = None) -> bytes:
    """Pages with a running head, a number at the foot, and notes in small type."""
    pages = []
    for number, lines in enumerate(texts, 1):
        round_it = [Set(50, 800, "Port Alba Watch"), Set(480, 800, f"Report {number}"), Set(290, 40, str(number))]
        note = [Set(50, 90, notes[number], 7.5)] if notes and number in notes else []
        pages.append([*round_it, *column(50, 740, lines), *note])
    return pdf(pages)


def test_a_sentence_goes_on_over_the_page_and_what_is_round_it_does_not_part_it() -> None:
    lines = wrapped(f"{FIRST} {SECOND}", 90)
    document = read(paged([lines[:2], lines[2:], wrapped(THIRD, 90)], {1: "1 Letter of the governor, 3 May 2019."}))
    assert outline(document) == [
        ("boilerplate", "Port Alba Watch Report 1", 1),
        ("body", f"{FIRST} {SECOND}", 1),
        ("body", "1 Letter of the governor, 3 May 2019.", 1),
        ("boilerplate", "1", 1),
        ("boilerplate", "Port Alba Watch Report 2", 2),
        ("boilerplate", "2", 2),
        ("boilerplate", "Port Alba Watch Report 3", 3),
        ("body", THIRD, 3),
        ("boilerplate", "3", 3),
    ]
    for words, page in (("Nine fishermen", 1), (lines[1][-12:], 1), (lines[2][:12], 2), ("Officials", 3)):
        assert document.page_at(document.text.index(words)) == page


def test_paragraphs_are_told_by_indent_by_space_and_by_a_short_last_line() -> None:
    indented = [" " + (lines := wrapped(SECOND, 90))[0], *lines[1:]]
    page = column(50, 700, [*wrapped(FIRST, 90), *indented, "", *wrapped(THIRD, 90)])
    assert bodies(read(pdf([page]))) == [FIRST, SECOND, THIRD]


def test_captions_and_notes_are_told_from_the_text() -> None:
    page = column(50, 700, [*wrapped(FIRST, 90), "", "Figure 2: The old fort above Port Alba", "", *wrapped(THIRD, 90)])
    assert ("caption", "Figure 2: The old fort above Port Alba", 1) in outline(read(pdf([page])))


def test_what_the_file_says_of_itself() -> None:
    info = "/Title (Nine fishermen come home) /Author (Rosa Quint) /CreationDate (D:20190503120000)"
    page = [Set(50, 740, "Nine fishermen come home"), *column(50, 700, wrapped(FIRST, 90))]
    document = read(pdf([page], info))
    known = document.provenance
    assert (known.author.value, known.author.origin) == ("Rosa Quint", "file")
    assert known.published.value == ""  # the day on which a file was made is not the day of publication
    assert outline(document)[0] == ("headline", "Nine fishermen come home", 1)
    assert parse(pdf([page], info), "a.pdf", GivenByPerson(author="L. Wen"))[0].provenance.author.origin == "person"


def test_what_a_file_would_run_or_fetch_is_left_alone() -> None:
    script = "<< /S /JavaScript /JS (app.alert\\(1\\); app.launchURL\\('http://192.0.2.1/'\\)) >>"
    link = "<< /S /URI /URI (http://192.0.2.1/) >>"
    data = pdf(
        [column(50, 700, wrapped(FIRST, 90))], catalog="/OpenAction 5 0 R /AA << /WC 6 0 R >>", extra=[script, link]
    )
    assert bodies(read(data)) == [FIRST]


TEXT_PAGE = column(50, 700, wrapped(FIRST, 90))
WHOLE = pdf([TEXT_PAGE] * 2)


@pytest.mark.parametrize(
    ("data", "code", "place", "severity"),
    [
        (pdf([[], []]), "no_text_layer", "pages 1-2", "error"),
        (pdf([TEXT_PAGE, [], TEXT_PAGE, [], []]), "no_text_layer", "pages 2, 4-5", "warning"),
        (locked([TEXT_PAGE]), "encrypted_file", "", "error"),
        (b"%PDF-1.7\n", "broken_pdf", "", "error"),  # a beginning and nothing else
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "broken_pdf", "", "error"),
        (WHOLE[: WHOLE.index(b"xref")], "broken_pdf", "", "warning"),  # without its table of objects
        (WHOLE[: WHOLE.index(b"startxref") - 1], "broken_pdf", "", "warning"),
        (WHOLE[: WHOLE.rindex(b"before their")], "broken_pdf", "", "warning"),  # cut off within the second page
        (WHOLE[: WHOLE.index(b"3 0 obj")], "broken_pdf", "pages 1-2", "error"),
        (pdf([]), "broken_pdf", "", "error"),  # no page at all
    ],
)
def test_a_file_that_cannot_be_read_whole_says_why(data: bytes, code: str, place: str, severity: str) -> None:
    document, (problem, *others) = parse(data, "a.pdf")
    assert (problem.code, problem.place, problem.severity, others) == (code, place, severity, [])
    assert (FIRST in document.text) is (severity == "warning")
    assert (document.text == "") is (severity == "error")


def test_a_page_left_white_lacks_nothing() -> None:
    white = pdf([TEXT_PAGE, [Set(50, 700, " ")], TEXT_PAGE])
    assert parse(white, "a.pdf")[1] == () or parse(white, "a.pdf")[1][0].place == "page 2"


def test_the_same_file_gives_the_same_document_in_any_number_of_processes(tmp_path: Path) -> None:
    paths = [tmp_path / f"{i}.pdf" for i in range(4)]
    for i, path in enumerate(paths):
        path.write_bytes(paged([wrapped(FIRST, 90), wrapped(SECOND, 60 + i)]))
    ids = [[d.id for _, d, _ in take_in_many(paths, workers=n) if d is not None] for n in (1, 2)]
    here = [parse(path.read_bytes(), path.name)[0].id for path in paths]
    assert ids == [here, here]


def test_a_confined_process_gives_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(paged([wrapped(FIRST, 90), wrapped(SECOND, 90)]))
    document, problems = take_in(path)
    assert problems == ()
    assert document is not None
    assert document == parse(path.read_bytes(), "a.pdf")[0]
    assert [page for _, page in document.pages] == [1, 2]


@pytest.mark.parametrize(("turn", "sideways"), [(0, True), (90, True), (180, False), (270, False)])
def test_pages_whose_words_run_up_or_down_are_read_in_their_order(turn: int, sideways: bool) -> None:
    press = Press(A4_FLAT)
    for line in wrapped("Nine men came home on Friday after a year on the island, and their families met them.", 30):
        press.say(line, 12, leading=1.2)
    document, _ = parse(press.pdf(turn, sideways), "a.pdf")
    assert document.text.startswith("Nine men came home on Friday after a year on the island,")


def test_headings_that_differ_are_no_running_heads() -> None:
    pages = [[Set(50, 760, f"Chapter {name}", 14), *TEXT_PAGE] for name in ("A: Fort", "B: Port", "C: Sea")]
    assert "boilerplate" not in {role for role, _, _ in outline(read(pdf(pages)))}
