"""Exports: a list goes to a spreadsheet and comes back as it was, and nothing in it is run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.intake import parse
from paradero.model import Entry, Figure, InvalidValue, Value
from paradero.rolls import difference, entries_of_export, is_export, to_csv, to_xlsx
from paradero.rolls.exporting import defused
from tests.rolls.lists import read

TEXT = (
    "No,Name,Status,Date of arrest,Notes,Notas\n"
    '1,Ana Ruiz,held,13/1/2024,=1+1,"a ""b"""\n'
    "2,José Peña y familia,released,2024,'quoted,-5\n"
    "3,Ana Ruiz; Eva Paz,,,@x,\n"
    "4,3 unidentified,,,,\n"
)
WRITERS: list[tuple[Callable[[Sequence[Entry]], bytes], str]] = [(to_csv, "out.csv"), (to_xlsx, "out.xlsx")]


def back(data: bytes, name: str) -> tuple[Entry, ...]:
    document, problems = parse(data, name)
    assert problems == ()
    assert is_export(document)
    return entries_of_export(document)


@pytest.mark.parametrize(("write", "name"), WRITERS)
def test_a_list_comes_back_as_it_was(write: Callable[[Sequence[Entry]], bytes], name: str) -> None:
    found = read(TEXT).entries
    again = back(write(found), name)
    assert again == found
    assert [entry.id for entry in again] == [entry.id for entry in found]


# No line end but ours, and no white space at the ends: a cell has none, and CSV knows no other.
cells = st.text(
    st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0\r\n\t\x85\u2028\u2029␉\ufffe\uffff"),
    min_size=1,
    max_size=12,
)
words = cells.map(str.strip).filter(bool)
number = st.integers(1, 99)
fields, acts = st.sampled_from(["note", "status", "place"]), st.sampled_from(["", "held"])
values = st.builds(Value, fields, words, words | st.just(""), number, number, number, number, acts)


@st.composite
def some_entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    made = []
    for row in range(draw(st.integers(1, 3))):
        found = draw(st.lists(values, min_size=1, max_size=4, unique_by=lambda value: value.column))
        ordered = tuple(sorted(found, key=lambda value: value.column))
        group = draw(st.none() | st.just(Figure(">=", 2, written="and family")))
        names = tuple(draw(st.lists(words, max_size=2)))
        made.append(Entry("d" * 64, "Hoja 1", row + 2, names, ordered, group, 5, 9))
    return tuple(made)


@pytest.mark.parametrize(("write", "name"), WRITERS)
@settings(max_examples=60)
@given(found=some_entries())
def test_anything_comes_back(write: Callable[[Sequence[Entry]], bytes], name: str, found: tuple[Entry, ...]) -> None:
    assert back(write(found), name) == found


def test_no_cell_of_a_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(read(TEXT).entries).decode("utf-8-sig"))))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert "'=1+1" in rows[1]
    assert defused("-5") == "'-5"


def test_the_same_entries_give_the_same_bytes() -> None:
    found = read(TEXT).entries
    assert to_xlsx(found) == to_xlsx(found)


def test_what_a_person_changed_is_found_by_entry() -> None:
    found = read(TEXT).entries
    changed = replace(
        found[0],
        values=(*found[0].values[:2], replace(found[0].values[2], written="Held in Norte"), *found[0].values[3:]),
    )
    again = back(to_xlsx((changed, *found[1:3])), "out.xlsx")
    told = difference(found, again)
    assert [entry.row for entry in told.removed] == [5]
    assert [(pair.how, c.field, c.after and c.after.written) for pair in told.changed for c in pair.changes] == [
        ("entry", "status", "Held in Norte")
    ]


def test_a_place_that_was_lost_is_named_with_its_row() -> None:
    data = to_csv(read(TEXT).entries).replace(b'"2:2 ', b'"x ')
    with pytest.raises(InvalidValue, match="Row 2 of the exported list"):
        back(data, "out.csv")
