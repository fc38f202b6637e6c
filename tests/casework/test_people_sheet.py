"""The register as a spreadsheet and back: nothing is lost, and what was decided in it becomes judgements."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from paradero.casework import (
    Casebook,
    Decided,
    FileExists,
    People,
    UnknownExport,
    audit,
    decided_in,
    export_people,
    judge_as_decided,
    people,
)
from paradero.model import InvalidValue
from tests.casework.material import ANA, BRUNO
from tests.casework.test_people import casebook, decide, ids, three_sources

__all__ = ["casebook", "three_sources"]


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def relabel(path: Path, labels: dict[str, str]) -> None:
    """Give records other labels, by their ids."""
    rows = rows_of(path)
    changed = [[row[0], labels.get(row[0], row[1]), *row[2:]] for row in rows]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(changed)


def exported(casebook: Casebook, known: People, path: Path) -> dict[str, str]:
    """Export, and return the label of each record."""
    assert export_people(casebook, known, path, ANA) == len(known.records)
    return {row[0]: row[1] for row in rows_of(path)[1:]}


def test_every_record_stands_with_its_place_and_its_person(casebook: Casebook, tmp_path: Path) -> None:
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    labels = exported(casebook, known, tmp_path / "people.csv")
    assert labels.keys() == known.records.keys()
    assert len(set(labels.values())) == len(labels) - 1
    heads, *rows = rows_of(tmp_path / "people.csv")
    assert len(set(heads)) == len(heads)
    told = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    one = known.records[ids(known)["OCHOA VELEZ, José Gregorio"]]
    row = told[one.id]
    assert (row["document"], row["row"], row["place"]) == (
        one.source.document, "2", f"{one.source.start}-{one.source.end}",
    )  # fmt: skip
    assert (row["birth_date"], row["document_number"], row["state"]) == ("1997-03-02", "V12345678", "held")
    assert told[ids(known)["Ana Quiroz"]]["statements"]
    assert audit(casebook)[-1].details["people"] == len(known.records)


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_a_file_that_nobody_changed_decides_nothing(casebook: Casebook, tmp_path: Path, name: str) -> None:
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    export_people(casebook, known, tmp_path / name, ANA)
    assert decided_in(known, tmp_path / name) == (Decided((), ()), ())


def test_one_label_joins_and_two_labels_part(casebook: Casebook, tmp_path: Path) -> None:
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    path, names = tmp_path / "people.csv", ids(known)
    labels = exported(casebook, known, path)
    both = {names[name]: labels[names["Bruno Trillo Saldaño"]] for name in ("Bruno Trillo Saldano", "DORRE, Ivo")}
    relabel(path, {**both, names["Ana Quiroz"]: "somebody else"})
    decided, problems = decided_in(known, path)
    assert decided is not None
    assert problems == ()
    assert (len(decided.same), len(decided.different)) == (2, 1)
    assert judge_as_decided(casebook, known, decided, "compared with the paper files", ANA) == 3
    after = people(casebook).register
    assert [len(person) for person in after.persons] == [3]
    assert after.contradictions == ()
    assert {one.reason for one in casebook.judgements()[-3:]} == {"compared with the paper files"}


def test_parting_what_another_person_joined_is_a_contradiction(casebook: Casebook, tmp_path: Path) -> None:
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same", BRUNO)
    path = tmp_path / "people.csv"
    exported(casebook, known, path)
    relabel(path, {ids(known)["Ana Quiroz"]: "P99"})
    decided, _ = decided_in(known, path)
    assert decided is not None
    judge_as_decided(casebook, known, decided, "not her", ANA)
    assert len(people(casebook).register.contradictions) == 1


def test_rows_that_the_casebook_does_not_have_are_named(casebook: Casebook, tmp_path: Path) -> None:
    known, path = people(casebook), tmp_path / "people.csv"
    exported(casebook, known, path)
    path.write_text(path.read_text(encoding="utf-8-sig") + '"0000","P1","P1"\n', encoding="utf-8")
    decided, _ = decided_in(known, path)
    assert decided == Decided((), (), (len(known.records) + 2,))


def test_another_file_is_refused(casebook: Casebook, tmp_path: Path) -> None:
    other = tmp_path / "list.csv"
    other.write_text("Name,Age\nAna Ruiz,34\n", encoding="utf-8")
    with pytest.raises(InvalidValue, match="is no exported register"):
        decided_in(people(casebook), other)
    known = people(casebook, linked=False)
    with pytest.raises(FileExists):
        export_people(casebook, known, other, ANA)
    with pytest.raises(UnknownExport):
        export_people(casebook, known, tmp_path / "people.doc", ANA)


def test_without_a_reason_nothing_is_signed(casebook: Casebook, tmp_path: Path) -> None:
    known = people(casebook)
    one, other = sorted(known.records)[:2]
    with pytest.raises(InvalidValue):
        judge_as_decided(casebook, known, Decided(((one, other),), ()), " ", ANA)
    assert casebook.judgements() == ()
