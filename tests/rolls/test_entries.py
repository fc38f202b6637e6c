"""Entries: what each row says, by cells that can be found again, and what is wrong with them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.model import Figure
from paradero.rolls import citation, entries, problems_of, sniff
from paradero.rolls.days import day_in, lies_outside, when_of
from paradero.rolls.naming import named_in
from paradero.rolls.normalising import nationality
from tests.intake.workbooks import Rows, xlsx
from tests.rolls.lists import DAY, document, read

HEAD = "No,Name,Nationality,Sex,Date of birth,Age,Place of detention\n"
TWO = HEAD + "1,Ana Ruiz,Venezuelan,F,13/2/1990,35,Penal Norte\n2,José Peña,Perú,h,3/1991,34,Penal Sur\n"


def test_values_are_kept_as_written_and_in_one_form() -> None:
    found = read(TWO)
    first, second = found.entries
    assert (first.names, second.names) == (("Ana Ruiz",), ("José Peña",))
    assert [value.normal for value in first.values] == ["1", "Ana Ruiz", "VE", "F", "1990-02-13", "35", "Penal Norte"]
    assert [value.written for value in second.values] == ["2", "José Peña", "Perú", "h", "3/1991", "34", "Penal Sur"]
    assert second.normal("birth_date") == "1991-03"
    assert found.troubles == ()


def test_every_value_cites_its_cell() -> None:
    found = read(TWO)
    for entry in found.entries:
        for value in entry.values:
            span = citation(value, found.document.text, "")
            assert span.exact == value.written
            assert span.holds_in(found.document.text)
            assert (span.row, span.column) == (entry.row, value.column)


def test_an_entry_keeps_its_id_under_another_mapping_and_not_in_another_document() -> None:
    found, other = read(TWO), read(TWO, published="2025-07-20")
    assert [one.id for one in found.entries] == [one.id for one in entries(found.document, found.mapping)[0]]
    assert not {one.id for one in found.entries} & {one.id for one in other.entries}


@pytest.mark.parametrize(
    ("cell", "names", "group"),
    [
        ("Ana Ruiz", ("Ana Ruiz",), None),
        ("José Ortega y Gasset", ("José Ortega y Gasset",), None),  # one person, whose name has an "and"
        ("12. Ana Ruiz", ("Ana Ruiz",), None),
        ("Ana Ruiz and family", ("Ana Ruiz",), (">=", 2)),
        ("Ana Ruiz + 2", ("Ana Ruiz",), ("=", 3)),
        ("Ana Ruiz (4 personas)", ("Ana Ruiz",), (">=", 4)),
        # a household under its family name: nobody of it is named
        ("Familia Montal (4 personas)", (), ("=", 4)),
        ("the Montal family", (), (">=", 2)),
        ("Hermanos Rojas", (), (">=", 2)),
        # somebody by a relative, who is not in the row
        ("Esposa de Luis Rojas", (), ("=", 1)),
        ("two sons of Luis Rojas", (), ("=", 2)),
        ("2 menores", (), ("=", 2)),
        # family names that look like it
        ("Juan Familia", ("Juan Familia",), None),
        ("Pareja del Río, Ana", ("Pareja del Río, Ana",), None),
        ("Ana Ruiz y familia (4)", ("Ana Ruiz",), (">=", 4)),  # with or without her: not said
        ("Ana Ruiz e hijo", ("Ana Ruiz",), ("=", 2)),
        ("Juan Soto y 3 más", ("Juan Soto",), ("=", 4)),
        ("Juan Soto and two others", ("Juan Soto",), ("=", 3)),
        ("Juan Soto, wife and 2 children", ("Juan Soto",), ("=", 4)),
        ("Juan Soto y otros", ("Juan Soto",), (">=", 2)),
        ("3 unidentified", (), ("=", 3)),
        ("tres no identificados", (), ("=", 3)),
        ("2 hombres", (), ("=", 2)),
        ("NN", (), ("=", 1)),
        ("desconocido", (), ("=", 1)),
        ("UNKNOWN (approx. 30 years)", (), ("=", 1)),
        ("Ana Ruiz y José Peña", ("Ana Ruiz", "José Peña"), ("=", 2)),
        ("Ana Ruiz; José Peña", ("Ana Ruiz", "José Peña"), ("=", 2)),
    ],
)
def test_rows_that_are_groups(cell: str, names: tuple[str, ...], group: tuple[str, int] | None) -> None:
    found = named_in(cell)
    assert found.names == names
    assert (None if found.group is None else (found.group.operator, found.group.value)) == group


@pytest.mark.parametrize(
    ("written", "order", "normal", "fault"),
    [
        ("12/03/1985", "day_first", "1985-03-12", ""),
        ("12/03/1985", "month_first", "1985-12-03", ""),
        ("1985-03-12", "month_first", "1985-03-12", ""),
        ("1985-03-12 00:00:00", "day_first", "1985-03-12", ""),
        ("1985-03-12T10:00:00Z", "day_first", "1985-03-12", ""),
        ("12.3.85", "day_first", "1985-03-12", ""),
        ("12.3.25", "day_first", "2025-03-12", ""),  # the latest that is not after the list
        ("12.8.25", "day_first", "", "impossible"),
        ("12 de marzo de 1985", "day_first", "1985-03-12", ""),
        ("March 12, 1985", "day_first", "1985-03-12", ""),
        ("12-mar-85", "day_first", "1985-03-12", ""),
        ("12-ene-1985", "day_first", "1985-01-12", ""),
        ("marzo 1985", "day_first", "1985-03", ""),
        ("1985", "day_first", "1985", ""),
        ("31048", "day_first", "1985-01-01", ""),  # the number that a spreadsheet keeps
        ("19850312", "day_first", "1985-03-12", ""),
        ("00/00/1985", "day_first", "1985", ""),  # how databases write a year alone
        ("00/03/1985", "day_first", "1985-03", ""),
        ("12/00/1985", "day_first", "", "impossible"),
        ("31/02/1985", "day_first", "", "impossible"),
        ("1734-05-01", "day_first", "", "impossible"),
        ("2045-05-01", "day_first", "", "impossible"),
        ("13/13/1985", "day_first", "", "impossible"),
        ("last spring", "day_first", "", "unreadable"),
        ("85-03-12", "year_first", "1985-03-12", ""),
        ("9/7/1985", "year_first", "", "other_order"),  # in July or in September: nothing says which
        ("9/24/1985", "year_first", "", "other_order"),
        ("9/24/1985 00:00:00", "year_first", "", "other_order"),
        ("12 March 1985", "year_first", "1985-03-12", ""),  # words leave nothing open
    ],
)
def test_days(written: str, order: str, normal: str, fault: str) -> None:
    found = day_in(written, order, DAY)
    assert (found.normal, found.fault) == (normal, fault)


@given(st.dates(date(1900, 1, 1), DAY), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y"]))
def test_a_day_that_is_written_is_read_back(day: date, form: str) -> None:
    normal = day_in(day.strftime(form), "day_first", DAY).normal
    assert normal == day.isoformat()
    when = when_of(normal, "")
    assert when is not None
    assert when.bounds == (day, day, day, day)


@given(st.text(max_size=30) | st.text("0123456789/-. ", max_size=12))
def test_any_cell_is_read_without_a_fault(text: str) -> None:
    for order in ("month_first", "day_first", "year_first"):
        when_of(day_in(text, order, DAY, birth=True).normal, text)
    nationality(text)
    named = named_in(text)
    assert named.names or named.group is not None


@pytest.mark.parametrize(
    ("normal", "outside"),
    [
        ("1942-05-26", True), ("1942-05-27", False), ("1946-06-30", False), ("1946-07-01", True),
        ("1942-05", False), ("1942-04", True), ("1946", False), ("1941", True), ("1947", True),
    ],
)  # fmt: skip
def test_what_reaches_into_a_period_does_not_lie_outside(normal: str, outside: bool) -> None:
    assert lies_outside(normal, date(1942, 5, 27), date(1946, 6, 30)) is outside
    assert not lies_outside(normal, None, None)


LEFT = (
    "No,Camp,Date of departure\n1,Alba,1943-05-01\n2,Alba,1934-11-13\n3,Alba,unknown\n4,Sur,2015-11-06\n5,Sur,\n"
    "6,Sur,1946\n"
)


def test_days_outside_the_period_of_a_list_are_told_and_nothing_follows_from_them() -> None:
    found = read(LEFT)
    assert [one.normal("date") for one in found.entries] == ["1943-05-01", "1934-11-13", "", "2015-11-06", "", "1946"]
    covering = found.mapping.covering(date(1942, 1, 1), date(1946, 6, 30))
    rows, troubles = entries(found.document, covering)
    assert [one.normal("date") for one in rows] == ["1943-05-01", "", "", "", "", "1946"]
    assert rows[1].first("date").written == "1934-11-13"  # type: ignore[union-attr]
    told = [(one.code, one.row, one.column) for one in troubles]
    assert told == [
        ("day_outside_period", 3, 3), ("no_day", 4, 3), ("day_outside_period", 5, 3), ("no_day", 6, 3),
    ]  # fmt: skip


def test_a_period_says_nothing_of_births() -> None:
    found = read("Name,Date of birth,Date of arrest\nAna Ruiz,1990-02-13,2024-05-01\nJosé Peña,1991-03-01,2019-01-01\n")
    rows, troubles = entries(found.document, found.mapping.covering(date(2024, 1, 1), None))
    assert [(one.normal("birth_date"), one.normal("date")) for one in rows] == [
        ("1990-02-13", "2024-05-01"), ("1991-03-01", ""),
    ]  # fmt: skip
    assert [(one.code, one.row, one.column) for one in troubles] == [("day_outside_period", 3, 3)]


def test_a_row_that_counts_people_without_a_number_stands_for_an_unknown_one() -> None:
    found = read("From,To,Persons\nMayer,Poston,246\nMayer,Poston,\nMayer,Poston,some\nMayer,Poston,0\n")
    groups = [one.group for one in found.entries]
    assert [None if one is None else one.value for one in groups] == [246, None, None, 0]
    assert [None if one is None else one.written for one in groups] == ["246", "", "some", "0"]
    assert [(one.code, one.row) for one in found.troubles] == [("unreadable_number", 4)]


def test_what_is_wrong_with_a_cell_is_told_and_the_words_are_kept() -> None:
    rows = (
        "1,Ana Ruiz,Venezuelan,F,31/2/1990,254,Penal Norte",
        "2,José \u202ePeña\u200b,Martian,?,13/5/1734,34,Penal Sur",
        "3,Luis 😀 Soto,PE,M,14/5/2045,30,Penal\x07 Sur",
        "4,Eva Paz,PE,F,14/5/1990,20,Penal Sur",
    )
    found = read(HEAD + "\n".join(rows) + "\n")
    assert found.codes == [
        ("impossible_day", 2),
        ("impossible_age", 2),
        ("hidden_characters", 3),
        ("unknown_value", 3),
        ("impossible_day", 3),
        ("odd_name", 4),
        ("impossible_day", 4),
        ("hidden_characters", 4),
        ("age_disagrees", 5),
    ]
    assert [entry.names for entry in found.entries] == [("Ana Ruiz",), ("José Peña",), ("Luis Soto",), ("Eva Paz",)]
    assert found.of("birth_date") == ["", "", "", "1990-05-14"]
    written = found.entries[1].first("name")
    assert written is not None
    assert written.written == "José \u202ePeña\u200b"


def test_raised_figures_as_of_notes_are_no_numbers() -> None:
    found = read("No,Nombre,Edad,Fecha\n1²,Ana Ruiz,3²,20²4\n2,Luis Soto,²,²\n3³5,Eva Paz,41,2024\n")
    assert (found.of("age"), found.of("date")) == (["", "", "41"], ["", "", "2024"])
    assert [entry.first("age").written for entry in found.entries] == ["3²", "²", "41"]  # type: ignore[union-attr]


def test_problems_are_summed_up_by_column_with_the_rows() -> None:
    text = HEAD + "".join(f"{n},Ana Ruiz {chr(65 + n)},PE,F,31/2/1990,35,P\n" for n in range(1, 10))
    found = read(text)
    days = [one for one in problems_of("list.csv", found.troubles) if one.code == "impossible_day"]
    assert [one.place for one in days] == ["column E, rows 2, 3, 4, 5, 6, 7 and 3 more"]
    assert "'31/2/1990'" in days[0].message


def test_titles_totals_and_repeated_headings_are_no_entries() -> None:
    text = "Name,Age,Sex\nPENAL NORTE,,\nAna Ruiz,34,F\nName,Age,Sex\n,,\nJosé Peña,41,M\nTotal,2,\nSource: a guard\n"
    found = read(text.replace("PENAL NORTE,,", ",,Penal Norte"))
    assert [entry.names for entry in found.entries] == [("Ana Ruiz",), ("José Peña",)]
    assert found.codes == [("row_left_out", 2), ("row_left_out", 4), ("row_left_out", 7), ("row_left_out", 8)]


def test_merged_cells_hold_for_each_of_their_rows_and_keep_their_place() -> None:
    rows: Rows = [["Lugar", "Nombre"], ["Penal Norte", "Ana Ruiz"], [None, "José Peña"], ["Penal Sur", "Luis Soto"]]
    found = read(xlsx({"S": rows}, ["A2:A3"]), "list.xlsx")
    assert found.of("place") == ["Penal Norte", "Penal Norte", "Penal Sur"]
    places = [entry.first("place") for entry in found.entries]
    assert [None if one is None else one.row for one in places] == [2, 2, 4]


def test_keys_and_rows_that_repeat_are_named_and_kept() -> None:
    found = read("No,Name,Age\n1,Ana Ruiz,34\n1,José Peña,41\n3,Ana Ruiz,34\n")
    assert len(found.entries) == 3
    assert found.codes == [("repeated_key", 2), ("repeated_key", 3), ("repeated_row", 4)]


def test_a_day_far_from_all_others_is_named_and_kept() -> None:
    days = [f"19{43 + n % 3}-0{1 + n % 9}-11" for n in range(60)]
    rows = (f"Ana {'ABCDEF'[n % 6]}{'xyzuvwq'[n // 10]} Ruiz,{day}\n" for n, day in enumerate([*days, "1934-05-01"]))
    found = read("Name,Date of release\n" + "".join(rows))
    assert [code for code in found.codes if code[0] == "day_out_of_line"] == [("day_out_of_line", 62)]
    assert found.of("date")[-1] == "1934-05-01"


def test_rows_without_a_name_are_somebody_without_a_name() -> None:
    found = read("No,Name,Age\n1,Ana Ruiz,34\n2,,41\n3,NN,20\n")
    assert [entry.group for entry in found.entries] == [None, Figure("=", 1), Figure("=", 1, written="NN")]
    assert found.codes == [("no_person", 3), ("no_person", 4)]


def test_a_column_that_counts_people_makes_groups() -> None:
    found = read("Origin,Destination,Departure date,Persons\nAlba,Bruma,5/26/1942,250\nAlba,Bruma,5/27/1942,1.196\n")
    assert [entry.group and entry.group.value for entry in found.entries] == [250, 1196]


def test_names_in_several_columns_are_joined_given_names_first() -> None:
    found = read("Apellidos,Nombres,Edad\nRuiz Paz,Ana,34\nPeña,José y familia,41\n")
    assert [entry.names for entry in found.entries] == [("Ana Ruiz Paz",), ("José Peña",)]
    assert found.entries[1].group is not None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Venezolana", "VE"),
        ("U.S.", "US"),
        ("venezuelan / colombian", "VE/CO"),
        ("PERÚ", "PE"),
        ("Martian", ""),
        ("VEN", "VE"),
    ],
)
def test_nationalities(written: str, code: str) -> None:
    assert nationality(written) == code


def test_one_name_forty_thousand_times_is_no_trouble() -> None:
    made = document("Name,Age\n" + "Ana Ruiz,34\n" * 40_000)
    found, troubles = entries(made, sniff(made)[0])
    assert len(found) == 40_000
    assert len(problems_of("a", troubles)) == 1
