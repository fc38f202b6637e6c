"""Tables of Word and OpenDocument files: each a sheet, and what stands around them stays in the text."""

from __future__ import annotations

import pytest

from paradero.intake import parse
from paradero.intake.grid import LINE_BREAK
from paradero.model import Document
from tests.intake.packing import docx, odt, p


def cell(words: str, form: str = "") -> str:
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{p(words)}</w:tc>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def odf(*rows: str) -> str:
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="Tabla1">{lines}</table:table>'


def held(words: str, form: str = "") -> str:
    return f"<table:table-cell {form}><text:p>{words}</text:p></table:table-cell>"


def rows(document: Document, sheet: int = 0) -> list[list[str]]:
    one = document.sheets[sheet]
    return [line.split("\t") for line in document.text[one.start : one.end].split("\n")]


WIDE, TALL, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LATER = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("x") + cell("y") + "</w:tr></w:tbl>"
GONE = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("x") + cell("y") + "</w:tr><w:tr>" + cell("a") + cell("b")
REACHING = tbl(cell("Lima", TALL) + cell("Ana"), cell("", ON) + cell("Bea"), cell("Ica", TALL) + cell("Eva"))
WORD = [
    ("plain", tbl(cell("Nombre") + cell("Edad"), cell("Ana") + cell("34")), [["Nombre", "Edad"], ["Ana", "34"]], ()),
    ("wide", tbl(cell("A", WIDE) + cell("B"), cell("a")), [["A", "", "B"], ["a"]], ((1, 1, 1, 2),)),
    ("tall", REACHING, [["Lima", "Ana"], ["", "Bea"], ["Ica", "Eva"]], ((1, 1, 2, 1),)),
    ("empty cells", tbl(cell("") + cell("x"), cell("") + cell(""), cell("y")), [["", "x"], [""], ["y"]], ()),
    ("two lines", tbl(f"<w:tc>{p('Ana')}{p('Ruiz')}</w:tc>" + cell("34")), [[f"Ana{LINE_BREAK}Ruiz", "34"]], ()),
    ("begins later", LATER, [["", "x", "y"]], ()),
    ("deleted row", f"{GONE}</w:tr></w:tbl>", [["a", "b"]], ()),
    ("goes on with nothing", tbl(cell("Ana", ON) + cell("1")), [["Ana", "1"]], ()),
]


@pytest.mark.parametrize(("body", "expected", "merged"), [row[1:] for row in WORD], ids=[row[0] for row in WORD])
def test_a_table_of_a_word_file_is_a_sheet(
    body: str, expected: list[list[str]], merged: tuple[tuple[int, ...], ...]
) -> None:
    document, problems = parse(docx(body), "a.docx", table=True)
    assert (rows(document), document.sheets[0].merged) == (expected, merged)
    assert {problem.code for problem in problems} <= {"tracked_changes"}


def test_numbers_that_the_program_counts_fill_the_cells_that_show_them() -> None:
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = tbl(*(f"<w:tc>{p('', counted)}</w:tc>" + cell(name) for name in ("Ana", "Bea")))
    assert rows(parse(docx(body), "a.docx", table=True)[0]) == [["1.", "Ana"], ["2.", "Bea"]]


def test_an_opendocument_table_is_a_sheet() -> None:
    spans = 'table:number-columns-spanned="2"', 'table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell/>"
    body = odf(
        held("Fecha", spans[0]) + covered + held("Edad"),
        held("Lima", spans[1]) + held("b") + held("34"),
        covered + '<table:table-cell table:number-columns-repeated="1"/>' + held("41"),
    )
    document, problems = parse(odt(body), "a.odt", table=True)
    assert rows(document) == [["Fecha", "", "Edad"], ["Lima", "b", "34"], ["", "", "41"]]
    assert (document.sheets[0].merged, problems) == (((1, 1, 1, 2), (2, 1, 3, 1)), ())


def test_what_stands_around_the_tables_stays_in_the_text_in_its_order() -> None:
    first, second = tbl(cell("Nombre") + cell("Edad")), tbl(cell("x") + cell("y"))
    body = p("Penal Norte") + first + p("Penal Sur") + second + p("Firma: M. Paz")
    document, _ = parse(docx(body), "a.docx", table=True)
    told = [(part.role, document.text[part.start : part.end]) for part in document.parts]
    assert told == [
        ("body", "Penal Norte"),
        ("sheet", "Nombre\tEdad"),
        ("body", "Penal Sur"),
        ("sheet", "x\ty"),
        ("body", "Firma: M. Paz"),
    ]
    assert [sheet.name for sheet in document.sheets] == ["table 1", "table 2"]


def test_a_table_that_only_frames_others_is_passed() -> None:
    inner = tbl(cell("Nombre") + cell("Edad"), cell("Ana") + cell("34"))
    document, _ = parse(docx(tbl(f"<w:tc>{p('Lista')}{inner}{p('')}</w:tc>")), "a.docx", table=True)
    assert rows(document) == [["Nombre", "Edad"], ["Ana", "34"]]
    assert document.text.startswith("Lista\n\n")


@pytest.mark.parametrize(("data", "name"), [(docx(p("No list.")), "a.docx"), (odt("<text:p>No.</text:p>"), "a.odt")])
def test_a_file_without_a_table_says_so(data: bytes, name: str) -> None:
    document, (problem,) = parse(data, name, table=True)
    assert (document.text, problem.code, problem.severity) == ("", "no_table", "error")
    assert parse(data, name)[1] == ()


def test_a_report_keeps_its_rows_as_paragraphs_when_no_list_is_asked_for() -> None:
    document, _ = parse(docx(tbl(cell("Nombre") + cell("Edad"))), "a.docx")
    assert (document.sheets, document.text) == ((), "Nombre\tEdad\n")
