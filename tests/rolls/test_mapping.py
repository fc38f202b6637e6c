"""Mappings: as TOML and back without loss, clear about what is wrong, and fitted to another version of the list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.model import InvalidValue
from paradero.rolls import Column, Mapping, SheetMapping, from_toml, moved, read_mapping, sniff, tables, to_toml
from paradero.rolls.fields import DATE_ORDERS, ORDERS, fields
from tests.rolls.lists import document

words = st.text(max_size=12).map(lambda text: text.encode("utf-8", "replace").decode())
columns = st.builds(
    Column,
    st.integers(1, 99),
    st.sampled_from([*fields()]).filter(lambda code: code != "ignored"),
    words,
    st.sampled_from(["", "arrested", "released"]),
    st.sampled_from(["", *DATE_ORDERS]),
)
sheets = st.builds(
    SheetMapping,
    sheet=words,
    columns=st.lists(columns, min_size=1, max_size=4, unique_by=lambda c: c.column).map(
        lambda found: tuple(sorted(found, key=lambda c: c.column))
    ),
    header_rows=st.lists(st.integers(1, 9), max_size=2).map(tuple),
    first_row=st.integers(1, 9),
    last_row=st.none() | st.integers(9, 99),
    name_order=st.sampled_from(ORDERS),
    status=st.dictionaries(words, st.sampled_from(["held", "died"]), max_size=3).map(lambda d: tuple(d.items())),
)
mappings = st.builds(Mapping, st.lists(sheets, min_size=1, max_size=2).map(tuple), st.none() | st.dates())


@given(mappings)
def test_a_mapping_file_is_read_back_as_it_was(mapping: Mapping) -> None:
    assert from_toml(to_toml(mapping), "m.toml") == mapping


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[sheet]", ["m.toml is not valid TOML"]),
        ("", ["no [[sheet]] stands in it"]),
        ("format = 9", ["format is 9. Allowed: 1."]),
        ("sheets = []", ["sheets is not known. Allowed: format, list_date, first_day, last_day, sheet."]),
        ('list_date = "July"', ["list_date is 'July', which is not of type date"]),
        ("[[sheet]]\n[[sheet.column]]\nfield = 'name'", ["sheet 1, column entry 1, column is missing"]),
        (
            "[[sheet]]\nfirst_row = 'two'\n[[sheet.column]]\ncolumn = 1\nfield = 'name'",
            ["sheet 1, first_row is 'two', which is not of type int"],
        ),
        (
            "[[sheet]]\nname_order = 'x'\n[[sheet.column]]\ncolumn = 1\nfield = 'nam'\nact = 'zapped'",
            ["field is 'nam'. Allowed:", "act is 'zapped'. Allowed:", "name_order is 'x'. Allowed: given_first"],
        ),
        ("[[sheet]]\n[[sheet.column]]\ncolumn = 1\nfield = 'ignored'", ["no column is read"]),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(text: str, told: list[str]) -> None:
    with pytest.raises(InvalidValue) as wrong:
        from_toml(text, "m.toml")
    assert "m.toml" in wrong.value.message
    assert [one for one in told if one not in wrong.value.message] == []


def test_a_mapping_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"none\.toml cannot be read"):
        read_mapping(tmp_path / "none.toml")


def test_columns_that_moved_are_found_by_their_headings() -> None:
    mapping = sniff(document("No,Name,Age\n1,Ana Ruiz,34\n"))[0]
    other = document("No,Place,Name\n1,Penal Norte,Ana Ruiz\n")
    fitted, lost = moved(mapping, tables(other))
    assert [(c.column, c.field) for c in fitted.sheets[0].columns] == [(1, "key"), (3, "name")]
    assert lost == ["column 'Age'"]


def test_a_list_date_is_kept_once_it_is_known() -> None:
    mapping = Mapping(())
    assert mapping.dated(date(2025, 1, 1)).dated(date(2026, 1, 1)).list_date == date(2025, 1, 1)


def test_the_period_of_a_list_is_kept_in_its_mapping_and_cannot_end_before_it_begins() -> None:
    mapping = sniff(document("No,Name,Age\n1,Ana Ruiz,34\n"))[0]
    covering = mapping.covering(date(1942, 5, 27), None).covering(None, date(1946, 6, 30))
    assert (covering.first_day, covering.last_day) == (date(1942, 5, 27), date(1946, 6, 30))
    assert from_toml(to_toml(covering), "m.toml") == covering
    assert "first_day" not in to_toml(mapping)
    with pytest.raises(InvalidValue, match="cannot run from 1942-05-27 to 1941-01-01"):
        covering.covering(None, date(1941, 1, 1))
    with pytest.raises(InvalidValue, match="cannot run from 1947-01-01 to 1946-06-30"):
        from_toml("first_day = 1947-01-01\n" + to_toml(mapping.covering(None, date(1946, 6, 30))), "m.toml")
