"""Lists printed in a PDF: each value is cited by page and box besides its sheet, row and column."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from paradero.intake import parse
from paradero.model.public import statement_json
from paradero.model.schema import statement_schema
from paradero.reading.verifier import verify
from paradero.rolls import Said, entries, entries_of_export, problems_of, sniff, statements, to_csv, to_xlsx
from paradero.rolls.statements import citation
from tests.intake.tabling import Press, Style
from tests.rolls.lists import Read

HEAD = ["No.", "Apellidos y nombres", "Cédula", "Fecha de detención", "Centro"]


def printed(rows: int = 60, day: str = "13/01/2024") -> Read:
    """A list over two pages, as it is read; ``day`` is the last of its days."""
    press = Press()
    press.say("Personas detenidas, según el Foro Alba", 14)
    body = [
        [str(i), f"Ruiz Peña, Ana {'ABCDE'[i % 5]}", f"V-{1_000_000 + i}", "13/01/2024", "Penal Norte"]
        for i in range(1, rows)
    ]
    body.append([str(rows), "Soto, Luis", "V-7", day, "Penal de máxima seguridad"])
    press.table([HEAD, *body], Style((28, 130, 70, 80, 90), rules="rows", down=3))
    document, problems = parse(press.pdf(), "list.pdf", table=True)
    assert problems == ()
    mapping, _ = sniff(document)
    return Read(document, mapping, *entries(document, mapping))


def test_a_value_knows_its_page_and_its_box_there() -> None:
    found = printed()
    first, last = found.entries[0].first("place"), found.entries[-1].first("place")
    assert first is not None
    assert last is not None
    assert (first.written, first.page, last.written, last.page) == ("Penal Norte", 1, "Penal de máxima seguridad", 2)
    assert first.box is not None
    assert last.box is not None
    assert first.box[0] == last.box[0] == 40 + 28 + 130 + 70 + 80 + 3
    assert last.box[3] - last.box[1] > first.box[3] - first.box[1]  # it takes two lines
    assert found.document.text[last.start : last.end] == last.written


def test_a_statement_cites_the_page_and_the_box_of_its_row_and_of_its_cell() -> None:
    found = printed()
    made = statements(found.document, found.entries, Said("held", "Foro Alba", "party"))
    held = [one for one in made if one.act == "held"]
    assert [(one.span.page, one.span.sheet) for one in (held[0], held[-1])] == [(1, "table 1"), (2, "table 1")]
    row, name = held[0].span.box, held[0].trigger.box
    assert row is not None
    assert name is not None
    assert row[0] == 43
    assert row[2] > 380
    assert (name[0], row[1] <= name[1], name[3] <= row[3]) == (71, True, True)
    assert verify(found.document, made) == (made, ())


def test_json_gives_the_box_and_keeps_to_the_schema() -> None:
    found = printed(3)
    plain = [statement_json(one) for one in statements(found.document, found.entries, Said("held", "Foro Alba"))]
    assert [len(one["span"]["box"]) for one in plain] == [4] * len(plain)
    for one in plain:
        Draft202012Validator(statement_schema()).validate(one)


def test_the_citation_of_a_value_is_its_cell_on_its_page() -> None:
    found = printed()
    value = found.entries[-1].first("document_number")
    assert value is not None
    span = citation(value, found.document.text, "table 1")
    assert (span.exact, span.page, span.box, span.row, span.column) == ("V-7", 2, value.box, 61, 3)
    assert value.box is not None


@pytest.mark.parametrize(("write", "name"), [(to_csv, "out.csv"), (to_xlsx, "out.xlsx")])
def test_an_export_comes_back_with_pages_and_boxes(write: object, name: str) -> None:
    found = printed()
    assert entries_of_export(parse(write(found.entries), name)[0]) == found.entries  # type: ignore[operator]


def test_what_is_wrong_with_a_cell_names_the_page() -> None:
    found = printed(day="31/02/2024")
    (problem,) = problems_of("list.pdf", found.troubles)
    assert (problem.code, problem.place) == ("impossible_day", "sheet 'table 1', column D, row 61 (p. 2)")
