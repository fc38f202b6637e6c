"""Tables: every cell stands at its row and column, whatever the file is, and bad places are named."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.intake import Limits, parse, take_in
from paradero.intake.delimited import delimiter_of
from paradero.intake.grid import LINE_BREAK, TAB
from paradero.model import Document
from tests.intake.packing import zipped
from tests.intake.workbooks import Formula, ods, xls, xlsx

PEOPLE = [["Nombre", "Edad"], ["Ana Ruiz", "34"], ["José Peña", "41"]]
BREAKS = {LINE_BREAK: "\n", TAB: "\t"}


def rows(document: Document, sheet: int = 0) -> list[list[str]]:
    """The cells as the document says they stand."""
    one = document.sheets[sheet]
    return [line.split("\t") for line in document.text[one.start : one.end].split("\n")]


def codes(data: bytes, name: str, table: bool = False) -> list[str]:
    return [problem.code for problem in parse(data, name, table=table)[1]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nombre,Edad\nAna Ruiz,34\nJosé Peña,41\n", "a.csv"),
        ("Nombre;Edad\r\nAna Ruiz;34\r\nJosé Peña;41\r\n", "a.csv"),
        ("Nombre\tEdad\nAna Ruiz\t34\nJosé Peña\t41", "a.tsv"),
        ("Nombre|Edad\nAna Ruiz|34\nJosé Peña|41\n", "a.csv"),
        ('"Nombre","Edad"\n"Ana Ruiz","34"\n"José Peña","41"\n', "a.csv"),
        ("Nombre, Edad\nAna Ruiz, 34\nJosé Peña, 41\n".replace(", ", ","), "A.CSV"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimited_text_in_any_dress(text: str, name: str, encoding: str) -> None:
    document, problems = parse(text.encode(encoding), name)
    assert rows(document) == PEOPLE
    assert [one.code for one in problems] == (["guessed_encoding"] if encoding == "cp1252" else [])
    assert [part.role for part in document.parts] == ["sheet"]


def test_a_separator_that_the_first_line_tells_is_believed_and_rows_keep_their_numbers() -> None:
    document, _ = parse(b"sep=;\na,b;c\nd;e,f\n", "a.csv")
    assert rows(document) == [["sep=;"], ["a,b", "c"], ["d", "e,f"]]


def test_empty_rows_and_cells_count() -> None:
    document, _ = parse(b"a,b,c\n\n,,x\n", "a.csv")
    assert rows(document) == [["a", "b", "c"], [""], ["", "", "x"]]


@pytest.mark.parametrize(
    ("line", "cells", "broken"),
    [
        ('"Ruiz, Ana",34', ["Ruiz, Ana", "34"], False),
        ('"El ""Gato"" Ruiz",34', ['El "Gato" Ruiz', "34"], False),
        ('Juan "Gato" Ruiz,34', ['Juan "Gato" Ruiz', "34"], False),  # no quoted cell at all
        ('"El "Gato" Ruiz",34', ['El "Gato" Ruiz', "34"], True),  # not escaped
        ('"She said "no, never", twice",34', ['She said "no, never', ' twice"', "34"], True),  # nobody can tell
        ('"all 17, he said, were "high threat" men",x', ['all 17, he said, were "high threat" men', "x"], True),
        ('"Gato" Ruiz,"Lima, Peru"', ['"Gato" Ruiz', "Lima, Peru"], True),  # the rest of the line is whole
        ('"never closed,34', ['"never closed', "34"], True),
        ('"two\nlines",34', [f"two{LINE_BREAK}lines", "34"], False),
        (' "spaced" ,34', ["spaced", "34"], False),
        ('"a\\"b",34', ['a\\"b', "34"], True),
    ],
)
def test_quotes(line: str, cells: list[str], broken: bool) -> None:
    document, problems = parse(f"name,age\n{line}\nlast,1\n".encode(), "a.csv")
    assert rows(document) == [["name", "age"], cells, ["last", "1"]]
    assert [(one.code, one.place) for one in problems] == ([("broken_quotes", "line 2")] if broken else [])


def test_line_numbers_count_the_lines_of_the_file() -> None:
    document, (problem,) = parse(b'h,i\n"two\nlines",1\n"open,2\nok,3\n"open,4\n', "a.csv")
    assert problem.place == "lines 4, 6"
    assert len(rows(document)) == 5


@given(st.lists(st.lists(st.text(max_size=6), min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_a_csv_writer_writes_is_read_back(table: list[list[str]]) -> None:
    plain = [["".join(c for c in cell if c >= " " and c.isprintable()) for cell in row] for row in table]
    whole = [["h", *["i"] * 3], *[[f"x{i}", *row] for i, row in enumerate(plain)]]
    made = io.StringIO()
    csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(whole)
    document, problems = parse(made.getvalue().encode(), "a.csv")
    expected = [("\t".join(row)).rstrip("\t").split("\t") for row in whole]
    assert rows(document) == expected
    assert problems == ()


@given(st.text(alphabet="ab\",;\n\t'\\ é", max_size=60))
def test_any_text_is_read_without_losing_a_letter(text: str) -> None:
    document, _ = parse(f"n,m\n{text}".encode(), "a.csv")
    assert [c for c in document.text if c in "abé"] == [c for c in text if c in "abé"]


@pytest.mark.parametrize(
    ("text", "suffix", "delimiter"),
    [
        ("Ruiz, Ana\nPeña, José\n", "", ""),  # turned names, one a line
        ("Ruiz, Ana\nPeña, José\n", ".csv", ","),
        ("Ana Ruiz\nJosé Peña\n", "", ""),
        ("Ana Ruiz\nJosé Peña\n", ".csv", ""),
        ("Ruiz, Ana;34\nPeña, José;41\n", ".csv", ";"),
        ("1,5;2,5\n3,5;4,5\n", ".csv", ";"),
        ("", "", ""),
    ],
)
def test_the_delimiter_is_what_parts_the_lines_alike(text: str, suffix: str, delimiter: str) -> None:
    assert delimiter_of(text, suffix) == delimiter


def test_a_plain_list_of_names_is_a_table_only_when_asked() -> None:
    data = "Ana Ruiz\nJosé Peña\n".encode()
    assert parse(data, "names.txt")[0].sheets == ()
    assert rows(parse(data, "names.txt", table=True)[0]) == [["Ana Ruiz"], ["José Peña"]]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_workbooks_keep_sheets_rows_and_columns(make: Callable[..., bytes]) -> None:
    first = [[None, None], [None, "Nombre", "Ingreso"], [None, "Ana Ruiz", date(2019, 5, 3)], [None, "José", 34.5]]
    document, problems = parse(make({"Lista": first, "Notas": [["x", 7]]}), "a.bin")
    assert [sheet.name for sheet in document.sheets] == ["Lista", "Notas"]
    assert rows(document) == [[""], ["", "Nombre", "Ingreso"], ["", "Ana Ruiz", "2019-05-03"], ["", "José", "34.5"]]
    assert rows(document, 1) == [["x", "7"]]
    assert problems == ()
    assert [part.role for part in document.parts] == ["sheet", "sheet"]


def test_an_old_workbook() -> None:
    document, problems = parse(xls("Lista", [["Nombre", "Edad"], ["José Peña", 41]]), "a.xls")
    assert (document.media_type, problems) == ("application/vnd.ms-excel", ())
    assert rows(document) == [["Nombre", "Edad"], ["José Peña", "41"]]


def test_formulas_are_their_last_values_and_are_told() -> None:
    data = xlsx({"S": [["n", Formula("1+1", 2)], ["m", Formula("WEBSERVICE(A1)")]]})
    document, problems = parse(data, "a.xlsx")
    assert rows(document) == [["n", "2"], ["m"]]
    assert [one.code for one in problems] == ["formulas", "formula_without_value"]
    assert codes(ods({"S": [["n", Formula("=1+1", 2)]]}), "a.ods") == ["formulas"]


def test_merged_cells_and_hidden_sheets_are_known() -> None:
    data = xlsx({"S": [["Lugar", "Nombre"], ["Lima", "Ana"], [None, "Bea"]], "H": [["x"]]}, ["A2:A3"], ["H"])
    document, problems = parse(data, "a.xlsx")
    assert document.sheets[0].merged == ((2, 1, 3, 1),)
    assert [sheet.hidden for sheet in document.sheets] == [False, True]
    assert [one.code for one in problems] == ["hidden_sheet"]
    spanned = ods({"S": [["Lugar", "Nombre"], ["Lima", "Ana"], [None, "Bea"]]}, {(2, 1): (2, 1)})
    assert parse(spanned, "a.ods")[0].sheets[0].merged == ((2, 1, 3, 1),)


def test_a_line_break_and_a_tab_inside_a_cell_do_not_shift_the_others() -> None:
    document, _ = parse(xlsx({"S": [["a\nb\tc", "d"], ["e", "f"]]}), "a.xlsx")
    assert rows(document) == [[f"a{LINE_BREAK}b{TAB}c", "d"], ["e", "f"]]


PAGE = """<p>List</p><table><caption>Held</caption>
<tr><th colspan=2>Name</th><th>Age</th></tr>
<tr><td rowspan=2>Ruiz</td><td>Ana<br>María</td><td> 34 </td></tr>
<tr><td>Bea</td><td>41</td></tr></table><table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>"""


def test_tables_of_a_page() -> None:
    document, problems = parse(PAGE.encode(), "a.html", table=True)
    assert [sheet.name for sheet in document.sheets] == ["Held", "table 2"]
    assert rows(document) == [["Name", "", "Age"], ["Ruiz", f"Ana{LINE_BREAK}María", "34"], ["", "Bea", "41"]]
    assert document.sheets[0].merged == ((1, 1, 1, 2), (2, 1, 3, 1))
    assert problems == ()
    assert codes(b"<p>No table here at all.</p>", "a.html", table=True) == ["no_table"]
    assert parse(PAGE.encode(), "a.html")[0].sheets == ()


BOMB = zipped({"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": b"0" * 30_000_000})


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.csv", "empty_file"),
        (b",,\n,,\n", "a.csv", "empty_file"),
        (xlsx({"S": []}), "a.xlsx", "empty_file"),
        (xlsx({"S": [["a"]]})[:-200], "a.xlsx", "damaged_file"),
        (zipped({"xl/workbook.xml": "<nothing/>"}), "a.xlsx", "damaged_file"),
        (xls("S", [["a"]])[:1500], "a.xls", "damaged_file"),
        (BOMB, "a.xlsx", "unpacks_too_large"),
    ],
)
def test_bad_tables_are_kept_without_text_and_named(data: bytes, name: str, code: str) -> None:
    document, problems = parse(data, name)
    assert code in [one.code for one in problems]
    assert document.text.strip() == ""


def test_in_the_worker_a_sheet_that_claims_billions_of_cells_stops_only_itself(tmp_path: Path) -> None:
    wide = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = tmp_path / "far.xlsx"
    path.write_bytes(_with_cell(wide))
    document, problems = take_in(path, limits=Limits(seconds=5, memory=1_000_000_000))
    assert document is not None
    assert {"parser_stopped", "damaged_file"} & {one.code for one in problems}


def _with_cell(cell: bytes) -> bytes:
    made = zipfile.ZipFile(io.BytesIO(xlsx({"S": [["a"]]})))
    members = {name: made.read(name).replace(b"</sheetData>", cell) for name in made.namelist()}
    return zipped({**members})


def test_a_table_keeps_its_cells_through_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Ana Ruiz\nJosé Peña\n", encoding="utf-8")
    document, problems = take_in(path, table=True)
    assert document is not None
    assert (rows(document), problems) == ([["Ana Ruiz"], ["José Peña"]], ())


def test_a_table_says_that_it_is_not_read_as_prose() -> None:
    from paradero.reading import read

    document, _ = parse(b"name,note\nAna,The army arrested her in Lima.\n", "a.csv")
    statements, (problem,) = read(document, "rules")
    assert (statements, problem.code) == ((), "table_not_read")
