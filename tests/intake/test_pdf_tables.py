"""Tables of PDF files: each cell in its row and column, with its page and box; all other text stays around them."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.intake import parse, take_in
from paradero.model import Document
from tests.intake.printing import column, locked, pdf, wrapped
from tests.intake.tabling import A4_FLAT, Press, Style

HEAD = ["No.", "Apellidos y nombres", "Cédula", "Edad", "Fecha de detención", "Centro"]
WIDTHS = (28, 110, 62, 30, 60, 90)
PEOPLE = [
    ["1", "Ruiz Peña, Ana", "V-1234567", "34", "03/05/2024", "Penal Norte"],
    ["2", "Villavicencio Montesinos, Guadalupe Concepción", "V-7654321", "", "11/11/2023", "Penal Sur"],
    ["3", "Soto, Luis", "", "19", "30/01/2024", "Penal de máxima seguridad de Alba"],
    ["4", "Ruiz Peña, Ana", "V-9999999", "71", "03/05/2024", "El Rodeo"],
    ["5", "Ñáñez Ochoa, José María", "V-20011223", "45", "28/02/2025", "Penal Norte"],
]
PROSE = "The men were taken from the island to the harbour, where families waited for hours before a note was read. "


def rows(document: Document, sheet: int = 0) -> list[list[str]]:
    one = document.sheets[sheet]
    return [line.split("\t") for line in document.text[one.start : one.end].split("\n")]


def many(count: int) -> list[list[str]]:
    return [[str(i + 1), *PEOPLE[i % 5][1:]] for i in range(count)]


def table(data: bytes) -> Document:
    document, problems = parse(data, "list.pdf", table=True)
    assert problems == ()
    return document


def printed(body: list[list[str]], style: Style | None = None, size: tuple[float, float] = (595.0, 842.0)) -> Press:
    """A list as it is published: a title, a day, the table, a signature, and on each page who made it."""
    press = Press(size, head="Foro Alba", foot="Página #")
    press.say("LISTA DE PERSONAS DETENIDAS", 14)
    press.say("Actualizada el 12 de marzo de 2025.")
    press.say("")
    press.table([HEAD, *body], Style(WIDTHS, down=4) if style is None else style)
    press.say("")
    press.say("Firmado: Marta Paz, coordinadora del Foro Alba.")
    return press


@pytest.mark.parametrize(
    ("rules", "middle", "filled", "by_word"),
    [
        *product(("none", "grid", "rows", "heading", "columns"), (False, True), (False,), (False,)),
        ("grid", False, True, True),
        ("none", False, False, True),
    ],
)
@pytest.mark.parametrize("count", [5, 120])
def test_a_table_is_read_cell_by_cell_however_it_is_ruled(
    rules: str, middle: bool, filled: bool, by_word: bool, count: int
) -> None:
    style = Style(WIDTHS, rules=rules, middle=middle, filled=filled, word_by_word=by_word, down=4)  # type: ignore[arg-type]
    document = table(printed(many(count), style).pdf())
    assert rows(document) == [HEAD, *many(count)]
    assert [sheet.name for sheet in document.sheets] == ["table 1"]


def test_a_frame_with_lines_between_rows_alone_has_the_columns_that_its_words_show() -> None:
    press = Press()
    press.table([HEAD, *PEOPLE], Style(WIDTHS, rules="rows"))
    for x in (40, 40 + sum(WIDTHS)):
        press.pages[-1].rule(x, 802 - 300, x, 802)
    assert rows(table(press.pdf())) == [HEAD, *PEOPLE]


def test_names_in_boxes_are_one_column() -> None:
    press = Press()
    press.table([[row[1]] for row in many(8)], Style((300,), rules="grid"), heads=0)
    assert rows(table(press.pdf())) == [[row[1]] for row in many(8)]


def test_right_and_centred_columns_and_narrow_gaps() -> None:
    short = [[row[0], row[1].split(",")[0], *row[2:5], row[5].split()[0]] for row in many(60)]
    style = Style((20, 112, 54, 26, 82, 50), aligns="rlrclc", across=1.8)
    assert rows(table(printed(short, style).pdf())) == [HEAD, *short]


def test_rows_that_stand_close_are_told_by_numbers_and_by_words_that_would_have_fitted() -> None:
    assert rows(table(printed(many(40), Style(WIDTHS, down=0)).pdf())) == [HEAD, *many(40)]
    unnumbered = [row[1:] for row in many(40)]
    press = Press()
    press.table([HEAD[1:], *unnumbered], Style(WIDTHS[1:], down=0))
    assert rows(table(press.pdf())) == [HEAD[1:], *unnumbered]


def test_a_heading_printed_again_stands_behind_the_table_once_a_page() -> None:
    document = table(printed(many(120)).pdf())
    pages = document.pages[-1][1]
    again = [p for p in document.parts if document.text[p.start : p.end].startswith("No. Apellidos")]
    assert pages > 2
    assert [(p.role, document.page_at(p.start)) for p in again] == [("boilerplate", n) for n in range(2, pages + 1)]


@pytest.mark.parametrize("rules", ["none", "grid"])
def test_no_letter_is_lost_and_none_is_added(rules: str) -> None:
    data = printed(many(90), Style(WIDTHS, rules=rules)).pdf()  # type: ignore[arg-type]
    letters = [Counter(c for c in parse(data, "a.pdf", table=way)[0].text if c.isalnum()) for way in (True, False)]
    assert letters[0] == letters[1]


def test_what_stands_around_the_table_keeps_its_place_and_its_page() -> None:
    document = table(printed(PEOPLE).pdf())
    told = [(part.role, document.text[part.start : part.end]) for part in document.parts if part.role != "sheet"]
    assert told == [
        ("boilerplate", "Foro Alba"),
        ("headline", "LISTA DE PERSONAS DETENIDAS"),
        ("body", "Actualizada el 12 de marzo de 2025."),
        ("body", "Firmado: Marta Paz, coordinadora del Foro Alba."),
        ("boilerplate", "Página 1"),
    ] or told == [(role if text != "Foro Alba" else "body", text) for role, text in told]
    sheet = next(i for i, part in enumerate(document.parts) if part.role == "sheet")
    before = [document.text[part.start : part.end] for part in document.parts[:sheet]]
    assert before[-1] == "Actualizada el 12 de marzo de 2025."


def test_two_tables_are_two_sheets() -> None:
    press = Press()
    press.say("Penal Norte", 12)
    press.table([HEAD, *PEOPLE[:3]], Style(WIDTHS, rules="grid"))
    press.say("")
    press.say("Personas excarceladas desde entonces, según sus familiares y según la oficina", 12)
    press.table([["Nombre", "Día"], ["Ana Ruiz", "03/05/2024"], ["Luis Soto", "04/05/2024"]], Style((200, 90)))
    document = table(press.pdf())
    assert rows(document) == [HEAD, *PEOPLE[:3]]
    assert rows(document, 1) == [["Nombre", "Día"], ["Ana Ruiz", "03/05/2024"], ["Luis Soto", "04/05/2024"]]


def test_a_row_that_goes_over_the_page_is_one_row_with_two_places() -> None:
    press = Press()
    style = Style(WIDTHS, down=4)
    press.table([HEAD, *many(12)], style)
    press.turn_page()
    rest = [["", "de los Ríos", "", "", "", "de Alba"], *([str(i), *PEOPLE[0][1:]] for i in range(13, 20))]
    press.table([HEAD, *rest], style)
    document = table(press.pdf())
    found = rows(document)
    assert [row[0] for row in found[1:]] == [str(i) for i in range(1, 20)]
    assert found[12][1] == f"{PEOPLE[1][1]} de los Ríos"
    start = document.text.index("de los Ríos")
    assert (document.page_at(start - 2), document.page_at(start)) == (1, 2)


def test_lists_abreast_are_read_one_after_the_other() -> None:
    short = [[row[0], row[1].split(",")[0]] for row in many(30)]
    press = Press()
    beside = [[*a, *b, *c] for a, b, c in zip(short[:10], short[10:20], short[20:], strict=True)]
    press.table([[*HEAD[:2]] * 3, *beside], Style((28, 140) * 3))
    assert rows(table(press.pdf())) == [HEAD[:2], *short]


def test_names_in_columns_without_numbers_are_one_list() -> None:
    given, family = ("Ana", "Luis", "José", "Rosa", "Iván", "Eva"), ("Ruiz", "Soto", "Peña", "Mora", "Paz")
    names = [f"{a} {b}" for a in given for b in family]
    press = Press()
    press.table([*zip(names[:15], names[15:], strict=True)], Style((200, 200)), heads=0)
    assert rows(table(press.pdf())) == [[name] for name in names]


def test_family_names_and_given_names_stay_in_two_columns() -> None:
    family = ("Ruiz Peña", "Soto Mora", "Paz Castro", "Rivas Salas", "Ochoa Díaz", "Vargas Silva")
    given = ("Ana María", "Luis Alberto", "Rosa Elena", "Juan José", "Eva Lucía", "Iván Andrés")
    press = Press()
    press.table([*zip(family, given, strict=True)], Style((200, 200)), heads=0)
    assert rows(table(press.pdf())) == [list(row) for row in zip(family, given, strict=True)]


def test_a_plain_list_of_names_is_one_column() -> None:
    press = Press(foot="Página #")
    press.say("Presos del Penal Norte", 14)
    for row in PEOPLE:
        press.say(f"{row[0]}. {row[1]}")
    press.say("Los nombres fueron dados por sus familias, que pidieron que se publicaran.")
    assert rows(table(press.pdf())) == [[f"{row[0]}. {row[1]}"] for row in PEOPLE]


def test_headings_in_two_rows_and_merged_cells() -> None:
    body = [[row[0], row[1].split(",")[0], row[4], row[4]] for row in many(8)]
    heads = [["", "", "Fecha", ""], ["No.", "Nombre", "Detención", "Traslado"]]
    press = Press()
    press.table([*heads, *body], Style((30, 150, 90, 90), rules="grid"), heads=2, over=[(0, 2, 3)])
    document = table(press.pdf())
    assert rows(document) == [["", "", "Fecha"], heads[1], *body]
    assert document.sheets[0].merged == ((1, 3, 1, 4),)


def test_titles_of_groups_are_rows_of_their_own() -> None:
    body = [[row[0], row[1].split(",")[0], *row[2:5], "Norte"] for row in many(12)]
    told = [["CENTRO 1: PENAL NORTE"], *body[:6], ["CENTRO 2: PENAL SUR"], *body[6:]]
    press = Press()
    press.table([HEAD, *told], Style(WIDTHS))
    assert rows(table(press.pdf())) == [HEAD, *told]


def test_a_hyphen_at_the_end_of_a_line_in_a_cell_is_undone_when_a_printer_set_it() -> None:
    body = [
        [*PEOPLE[0][:5], "Penal de segu-\nridad"],
        [*PEOPLE[1][:5], "seguridad"],
        [*PEOPLE[2][:5], "García-\nLópez"],
    ]
    found = rows(table(printed(body, Style(WIDTHS, rules="grid")).pdf()))
    assert [row[5] for row in found[1:]] == ["Penal de seguridad", "seguridad", "García-López"]


@given(
    words=st.lists(
        st.tuples(st.integers(2, 50), st.integers(2, 60), st.sampled_from(("a", "Ana", "12", "x-", "Peña"))),
        max_size=40,
    ),
    level=st.lists(st.tuples(st.integers(2, 60), st.integers(2, 25), st.integers(1, 40)), max_size=8),
    upright=st.lists(st.tuples(st.integers(2, 50), st.integers(2, 30), st.integers(1, 40)), max_size=8),
)
@settings(max_examples=150, deadline=None)
def test_words_and_lines_at_any_place_are_read_without_losing_a_letter(
    words: list[tuple[int, int, str]], level: list[tuple[int, int, int]], upright: list[tuple[int, int, int]]
) -> None:
    press = Press()
    for x, y, word in dict.fromkeys(words):
        press.pages[-1].say(x * 11.0, y * 13.0, word)
    for y, x, length in level:
        press.pages[-1].rule(x * 11.0, y * 13.0 - 3, (x + length) * 11.0, y * 13.0 - 3)
    for x, y, length in upright:
        press.pages[-1].rule(x * 11.0 - 2, y * 13.0 - 3, x * 11.0 - 2, (y + length) * 13.0 - 3)
    data = press.pdf()
    document = parse(data, "a.pdf", table=True)[0]
    if document.sheets:
        letters = [Counter(filter(str.isalnum, one.text)) for one in (document, parse(data, "a.pdf")[0])]
        assert letters[0] == letters[1]
        assert all(document.page_at(offset) == 1 for offset, *_ in document.boxes)


def boxes(document: Document) -> dict[str, tuple[int, int, int, int]]:
    """The box of each cell by its words, and of the same words twice the last."""
    one = document.sheets[0]
    places = ((offset, box) for offset, *box in document.boxes)
    return {document.text[at:].split("\n")[0].split("\t")[0]: (*box,) for at, box in places if at < one.end}  # type: ignore[misc]


def test_each_cell_has_its_box_on_the_page_as_it_is_shown() -> None:
    press = Press()
    press.table([HEAD, *PEOPLE], Style(WIDTHS, rules="grid"))
    plain = boxes(table(press.pdf()))
    left, top, right, bottom = plain["V-1234567"]
    # The heading takes two lines: its row ends 842 - 40 - (2 * 9 * 1.2 + 2 * 2) points above the foot of the page.
    assert (left, top < 40 + 25.6 + 2 + 9 < bottom) == (40 + 28 + 110 + 3, True)
    assert right - left < 60
    assert boxes(table(press.pdf(corner=(100, 200)))) == plain


@pytest.mark.parametrize("rules", ["none", "grid"])
def test_pages_that_lie_on_their_side(rules: str) -> None:
    press = printed(PEOPLE, Style(WIDTHS, rules=rules, down=4), A4_FLAT)  # type: ignore[arg-type]
    plain = table(press.pdf())
    turned = table(press.pdf(turn=90, sideways=True, corner=(20, 30)))
    lying = table(press.pdf(sideways=True))
    assert rows(plain) == rows(turned) == rows(lying) == [HEAD, *PEOPLE]
    for words, (left, top, right, bottom) in boxes(plain).items():
        assert boxes(turned)[words] == pytest.approx((left, top, right, bottom), abs=1)
        assert boxes(lying)[words] == pytest.approx((top, 842 - right, bottom, 842 - left), abs=1)


@pytest.mark.parametrize(
    "pages",
    [
        [column(50, 760, wrapped(PROSE * 12, 90))],
        [[*column(50, 760, wrapped(PROSE * 9, 45)), *column(310, 760, wrapped(PROSE * 9, 45))]],
        [column(50, 760, [f"{'(' + str(i) + ')':<5} {line}" for i, line in enumerate(wrapped(PROSE * 9, 80))])],
    ],
    ids=["one column", "two columns", "numbered lines"],
)
def test_running_text_is_no_table(pages: list[list[object]]) -> None:
    document, (problem,) = parse(pdf(pages), "a.pdf", table=True)  # type: ignore[arg-type]
    assert (document.text, document.sheets, problem.code, problem.severity) == ("", (), "no_table", "error")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([[]]), "no_text_layer"),
        (locked([[]]), "encrypted_file"),
        (b"%PDF-1.4\nnothing", "broken_pdf"),
    ],
)
def test_a_file_without_letters_says_why(data: bytes, code: str) -> None:
    document, problems = parse(data, "a.pdf", table=True)
    assert ([one.code for one in problems], document.sheets) == ([code], ())


def test_a_file_that_is_cut_off_gives_the_pages_that_are_left() -> None:
    data = printed(many(120)).pdf()
    document, problems = parse(data[: len(data) * 2 // 3], "a.pdf", table=True)
    assert "broken_pdf" in [one.code for one in problems]
    assert rows(document)[:50] == [HEAD, *many(49)]


def test_the_confined_process_gives_cells_with_their_boxes(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    path.write_bytes(printed(PEOPLE).pdf())
    document, problems = take_in(path, table=True)
    assert document is not None
    assert (rows(document), problems) == ([HEAD, *PEOPLE], ())
    assert document.boxes == parse(path.read_bytes(), "list.pdf", table=True)[0].boxes


def test_a_report_keeps_its_table_as_lines_when_no_list_is_asked_for() -> None:
    document, _ = parse(printed(PEOPLE).pdf(), "a.pdf")
    assert (document.sheets, document.boxes) == ((), ())
    assert "V-1234567" in document.text
