"""Sniffing: headings and values in English and Spanish tell what a column says; what they do not tell is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from paradero.intake import parse
from paradero.model import Document
from paradero.rolls import sniff
from tests.intake.workbooks import Rows, xlsx
from tests.rolls.lists import document, read

LISTS: list[tuple[str, list[str], str]] = [
    # the plain English list
    (
        "No,Name,Age,Nationality\n1,Ana Ruiz,34,Peru\n2,José Peña,41,Chile\n",
        "key name age nationality".split(),
        "given_first",
    ),
    # Spanish, names in one column, family names first by the heading
    (
        "Nº;Apellidos y Nombres;C.I.;F. Nacimiento\n1;RUIZ PAZ ANA;V-123456;1/2/1990\n2;PEÑA JOSE;V-234567;13/2/1991\n",
        "key name document_number birth_date".split(),
        "family_first",
    ),
    # Spanish, names in three columns; beside family names "Nombre" is the given names
    (
        "Primer Apellido,Segundo Apellido,Nombre,Sexo\nRuiz,Paz,Ana,F\nPeña,Soto,José,M\n",
        "family_name second_family_name given_names sex".split(),
        "unknown",
    ),
    ("Apellidos,Nombres,Edad\nRuiz,Ana,34\nPeña,José,41\n", "family_name given_names age".split(), "unknown"),
    # "Nombres" alone is the whole name
    ("Nombres,Edad\nAna Ruiz,34\nJosé Peña,41\n", "name age".split(), "given_first"),
    # a place, an authority, a charge, a status, a photo, a note
    (
        "Detenido,Cárcel,Organismo aprehensor,Delito,Situación,Foto,Notas\nAna Ruiz,Norte,PN,Robo,presa,a.jpg,x\n",
        "name place authority charge status photo note".split(),
        "given_first",
    ),
    # two columns of days, each with its act
    ("Name,Date of arrest,Release date\nAna Ruiz,2024-01-05,2024-03-01\n", "name date date".split(), "given_first"),
    # no headings: names and ages by their values
    (
        "1,Ana Ruiz,F,1990-02-01\n2,José Peña,M,1971-05-03\n3,Luis Soto,M,2001-12-24\n",
        "key name sex birth_date".split(),
        "given_first",
    ),
    # one name a line
    ("Ana Ruiz\nJosé Peña\nLuis Soto\n", ["name"], "given_first"),
    ("Ruiz, Ana\nPeña, José\n", ["name"], "family_first"),
    # a title and an empty row above the headings
    (
        "Lista de detenidos del penal de Alba\n\nNombre,Edad\nAna Ruiz,34\nJosé Peña,41\n",
        "name age".split(),
        "given_first",
    ),
    # numbered, with people beside those who are named
    ("1. Ana Ruiz Paz\n2. José Peña\n3. Luis Soto y 2 hijos\n", ["name"], "given_first"),
    # no headings, family and given names apart, by common given names
    ("Ruiz Paz,Ana,V-12345678\nPeña,José,V-23456789\n", "family_name given_names document_number".split(), "unknown"),
    # a key that tells people apart goes before the number of the row
    ("S/N,ISN,Name\n1,10027,Ana Ruiz\n2,10031,José Peña\n", "ignored key name".split(), "given_first"),
    # a general word in a longer heading says little
    ("Camp name,Name,Place of capture\nNorte,Ana Ruiz,Alba\n", "place name arrest_place".split(), "given_first"),
    # columns whose headings and values say nothing that is known
    ("Name,Zorp\nAna Ruiz,abc1\nJosé Peña,xyz?\n", "name ignored".split(), "given_first"),
    # counted groups, no names
    (
        "Origin,Destination,Departure date,Persons\nAlba,Bruma,5/26/1942,250\n",
        "origin destination date persons".split(),
        "unknown",
    ),
]


@pytest.mark.parametrize(("text", "fields", "order"), LISTS)
def test_columns_and_order_of_names(text: str, fields: list[str], order: str) -> None:
    name = "list.txt" if "," not in text.split("\n")[0] or text.startswith("Ruiz,") else "list.csv"
    found = read(text, name)
    assert found.fields == fields
    assert found.mapping.sheets[0].name_order == order


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["13/02/1990", "01/02/1990"], "day_first"),
        (["02/13/1990", "01/02/1990"], "month_first"),
        (["1990-02-13", "1990-02-01"], "year_first"),
        (["12 de marzo de 1990"], "day_first"),
    ],
)
def test_the_order_of_days_is_what_the_column_shows(days: list[str], order: str) -> None:
    text = "Name,Date of birth\n" + "".join(f"Ana Ruiz,{day}\n" for day in days)
    assert read(text).mapping.sheets[0].columns[1].date_order == order


def test_an_order_that_nothing_shows_is_named() -> None:
    mapping, problems = sniff(document("Name,Date of birth\nAna Ruiz,1/2/1990\nJosé Peña,3/4/1991\n"))
    assert mapping.sheets[0].columns[1].date_order == "day_first"
    assert [one.code for one in problems] == ["day_order_unknown"]
    # another column of the same list shows it
    text = "Name,Date of birth,Date of arrest\nAna Ruiz,1/2/1990,12/31/2024\n"
    mapping, problems = sniff(document(text))
    assert [column.date_order for column in mapping.sheets[0].columns[1:]] == ["month_first", "month_first"]


def test_acts_of_days_and_statuses_come_from_their_words() -> None:
    found = read("Nombre,Fecha de detención,Estado\nAna Ruiz,5/1/2024,Excarcelada\nJosé Peña,13/1/2024,Recluido\n")
    sheet = found.mapping.sheets[0]
    assert sheet.columns[1].act == "arrested"
    assert dict(sheet.status) == {"Excarcelada": "released", "Recluido": "held"}


def test_two_header_rows_are_one_heading() -> None:
    rows: Rows = [
        ["Nombre", "Fecha", None, "Lugar"],
        [None, "Nacimiento", "Detención", None],
        ["Ana Ruiz", date(1990, 2, 1), date(2024, 1, 5), "Penal Norte"],
    ]
    found = read(xlsx({"Lista": rows}, ["B1:C1", "A1:A2", "D1:D2"]), "list.xlsx")
    sheet = found.mapping.sheets[0]
    assert (sheet.header_rows, sheet.first_row) == ((1, 2), 3)
    assert [(c.heading, c.field, c.act) for c in sheet.columns] == [
        ("Nombre", "name", ""),
        ("Fecha / Nacimiento", "birth_date", ""),
        ("Fecha / Detención", "date", "arrested"),
        ("Lugar", "place", ""),
    ]
    assert found.of("birth_date") == ["1990-02-01"]


def test_sheets_without_people_are_left_out_and_named() -> None:
    made = document(xlsx({"Lista": [["Nombre"], ["Ana Ruiz"]], "Notas": [["Nothing", 3.5]]}), "list.xlsx")
    mapping, problems = sniff(made)
    assert [sheet.sheet for sheet in mapping.sheets] == ["Lista"]
    assert [(one.code, one.place) for one in problems] == [("no_people_found", "sheet 'Notas'")]


def test_a_document_that_is_no_table_gives_no_mapping() -> None:
    assert sniff(Document("0" * 64, "a.txt", "text/plain", "Nine men.", ())) == (
        sniff(document(""))[0].__class__(()),
        (),
    )


SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("wra_1942_46/final_departures.csv", {"key": 1, "place": 2, "destination": 3, "date": 5}),
        ("wra_1942_46/transfer-orders.csv", {"origin": 1, "destination": 4, "persons": 10}),
        ("guantanamo_2025/gitmo_camp.csv", {"date": 1, "persons": 2}),
        ("guantanamo_2025/ddp_gtmo_facility_days.csv", {"place": 1, "date": 2, "persons": 3}),
    ],
)
def test_public_lists(name: str, fields: dict[str, int]) -> None:
    path = SHARED / name
    if not path.is_file():
        pytest.skip("the public data are not here")
    mapping, _ = sniff(parse(path.read_bytes(), path.name)[0])
    found = {column.field: column.column for column in reversed(mapping.sheets[0].columns)}
    assert fields.items() <= found.items()
