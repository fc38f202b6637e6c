"""Versions: what was added, removed and changed, whether rows have keys, moved, or were typed anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paradero.rolls import Difference, difference
from tests.rolls.lists import read

HEAD = "No,Name,Age,Status\n"


def compared(old: str, new: str) -> Difference:
    return difference(read(old).entries, read(new).entries)


def told(found: Difference) -> tuple[list[str], list[str], list[tuple[str, str, str, str]]]:
    """Names added and removed; and for each changed cell the name, the field, and the words before and after."""
    changes = [
        (
            pair.new.names[0],
            change.field,
            "" if change.before is None else change.before.written,
            change.after.written if change.after else "",
        )
        for pair in found.changed
        for change in pair.changes
    ]
    return [e.names[0] for e in found.added], [e.names[0] for e in found.removed], changes


def test_by_key_a_changed_name_is_a_change() -> None:
    old = "Case ID,Name,Age,Status\nA7,Ana Ruiz,34,held\nA8,José Peña,41,held\nA9,Luis Soto,20,held\n"
    new = "Case ID,Name,Age,Status\nA9,Luis Soto Mora,20,held\nA7,Ana Ruiz,34,released\nB1,Eva Paz,30,held\n"
    added, removed, changes = told(compared(old, new))
    assert (added, removed) == (["Eva Paz"], ["José Peña"])
    assert changes == [
        ("Luis Soto Mora", "name", "Luis Soto", "Luis Soto Mora"),
        ("Ana Ruiz", "status", "held", "released"),
    ]


def test_row_numbers_that_shift_are_no_keys() -> None:
    old = HEAD + "1,Ana Ruiz,34,held\n2,José Peña,41,held\n3,Luis Soto,20,held\n"
    new = HEAD + "1,Eva Paz,30,held\n2,Ana Ruiz,34,held\n3,José Peña,41,held\n4,Luis Soto,20,held\n"
    found = compared(old, new)
    assert told(found) == (["Eva Paz"], [], [])
    assert {pair.how for pair in found.pairs} == {"same"}


def test_a_slip_in_a_name_is_found_and_said_to_be_near() -> None:
    found = compared(
        HEAD + "1,Ana Ruiz Paz,34,held\n2,José Peña,41,held\n", HEAD + "1,Ana Riuz Paz,34,held\n2,Eva Mora,20,held\n"
    )
    assert told(found) == (["Eva Mora"], ["José Peña"], [("Ana Riuz Paz", "name", "Ana Ruiz Paz", "Ana Riuz Paz")])
    assert found.changed[0].how == "near"


def test_the_same_day_in_another_form_is_no_change() -> None:
    old = "Name,Date of birth\nAna Ruiz,13/2/1990\n"
    new = "Name,Date of birth\nRUIZ ANA,1990-02-13\n"
    found = compared(old, new)
    assert [(c.field) for pair in found.changed for c in pair.changes] == ["name"]


def test_father_and_son_of_one_name_are_told_apart_by_birth() -> None:
    old = "Name,Date of birth\nJuan Soto,1950-01-01\nJuan Soto,1980-01-01\n"
    new = "Name,Date of birth\nJuan Soto,1980-01-01\n"
    found = compared(old, new)
    assert (len(found.removed), found.unchanged) == (1, 1)
    assert found.removed[0].normal("birth_date") == "1950-01-01"


def test_a_cell_that_comes_and_one_that_goes() -> None:
    old = "Name,Age,Place of detention\nAna Ruiz,34,\nJosé Peña,,Norte\n"
    new = "Name,Age,Place of detention\nAna Ruiz,34,Sur\nJosé Peña,,\n"
    assert told(compared(old, new))[2] == [("Ana Ruiz", "place", "", "Sur"), ("José Peña", "place", "Norte", "")]


names = st.lists(st.sampled_from(["Ana Ruiz", "José Peña", "Luis Soto", "Eva Paz", "NN", "3 unidentified"]), max_size=8)


@given(names, names)
def test_every_row_is_added_removed_or_paired_once(old: list[str], new: list[str]) -> None:
    first = read("Name,Age\nIris Mora,1\n" + "".join(f"{name},{30 + n % 3}\n" for n, name in enumerate(old)))
    second = read("Name,Age\nIris Mora,1\n" + "".join(f"{name},{30 + n % 3}\n" for n, name in enumerate(new)))
    found = difference(first.entries, second.entries)
    assert sorted(e.row for e in [*found.removed, *(p.old for p in found.pairs)]) == [e.row for e in first.entries]
    assert sorted(e.row for e in [*found.added, *(p.new for p in found.pairs)]) == [e.row for e in second.entries]
    assert difference(first.entries, first.entries).unchanged == len(first.entries)
