"""The index of a casebook: as it grows it equals one built anew, and parts of the ledger answer as the whole does."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from paradero.casework import Casebook, import_list, ledger_of, new, suppress, verify
from paradero.casework.ledger import LedgerOf, indexing, keeping
from paradero.casework.ledger.indexing import bring_up_to_date, index_of
from paradero.casework.ledger.keeping import read_again, written
from paradero.casework.ledger.parts import EVERYTHING, About, ledger_about, subjects_starting
from paradero.casework.suppressing import Person
from paradero.intake import GivenByPerson
from paradero.model import When
from paradero.rolls import Said
from paradero.store import Act, Index
from tests.casework.histories import NAMES, History, kept
from tests.casework.material import ANA
from tests.ledger.saying import Report
from tests.store.material import Clock


@pytest.fixture
def history(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[History]:
    with new(tmp_path / "case", ANA, Clock()) as casebook:
        yield History(casebook, tmp_path, random.Random(request.param))


def _same_index(casebook: Casebook, anew: Path) -> None:
    """Hold the index that has grown against one built from the beginning."""
    anew.unlink(missing_ok=True)
    fresh = Index(anew)
    bring_up_to_date(casebook, fresh)
    with index_of(casebook) as index:
        assert index is not None
        assert index.content() == fresh.content()
    fresh.close()


def _part(casebook: Casebook, about: About, whole: LedgerOf) -> LedgerOf:
    part = ledger_about(casebook, about, whole.known_on, whole.said_by, whole_below=0)
    assert part.complete is not None
    assert set(part.complete) <= set(whole.ledger.subjects)
    for id in part.complete:
        assert part.ledger.subjects[id] == whole.ledger.subjects[id]
        assert part.ledger.movements[id] == whole.ledger.movements[id]
        assert part.ledger.chains[id] == whole.ledger.chains[id]
    return part


def _same_answers(history: History, known_on: str, said_by: date | None) -> None:
    """Hold the answers of parts against those of the whole."""
    whole = ledger_of(history.casebook, known_on, said_by)
    every = list(whole.ledger.subjects)
    for id in history.chance.sample(every, min(8, len(every))):
        part = _part(history.casebook, About((id,)), whole)
        assert part.complete is not None
        assert id in part.complete
    for name in history.chance.sample(NAMES, 3):
        named = history.casebook.lookup.naming(re.compile(name).search)
        part = _part(history.casebook, About(statements=tuple(named)), whole)
        told = {id for id, one in whole.ledger.subjects.items() if one.kind == "person" and one.label == name}
        assert told <= set(part.complete or ())
    part = _part(history.casebook, About(exchanges=True), whole)
    assert part.ledger.exchanges == whole.ledger.exchanges
    for one in whole.ledger.exchanges:
        assert part.ledger.accounts(one) == whole.ledger.accounts(one)
        assert part.ledger.compared(one) == whole.ledger.compared(one)


def _same_whole(history: History, known_on: str, said_by: date | None) -> None:
    """Hold the ledger of everything that is kept against the one built from every statement."""
    whole = ledger_of(history.casebook, known_on, said_by)
    for _ in ("read", "kept"):
        kept = ledger_about(history.casebook, EVERYTHING, known_on, said_by, whole_below=0)
        assert kept.complete is None
        assert replace(kept.ledger, names=whole.ledger.names) == whole.ledger
        assert kept.ledger.names.items() <= whole.ledger.names.items()
        assert list(kept.ledger.subjects) == list(whole.ledger.subjects)
        assert kept.ledger.chains == whole.ledger.chains
        assert kept.ledger.exchanges == whole.ledger.exchanges
        assert kept.ledger.troubles == whole.ledger.troubles
        assert kept.ledger.disputes == whole.ledger.disputes
        assert dict(kept.statements) == dict(whole.statements)
        assert kept.withheld == whole.withheld
        assert kept.person_of.items() <= whole.person_of.items()


@pytest.mark.parametrize("history", range(8), indirect=True)
def test_parts_answer_as_the_whole_and_the_index_grows_as_it_is_built(history: History, tmp_path: Path) -> None:
    for _ in range(25):
        history.step()
        _same_index(history.casebook, tmp_path / "anew.sqlite")
        _same_whole(history, "", None)
    _same_answers(history, "", None)
    for moment in history.chance.sample(history.moments, 2):
        _same_answers(history, moment, None)
        _same_whole(history, moment, None)
    _same_answers(history, "", date(2025, 7, 19))
    _same_whole(history, "", date(2025, 7, 19))


def _women_held(casebook: Casebook) -> str:
    """Add a report of ten Venezuelan women; return the id of their group."""
    told = Report("report", "2025-07-18")
    told.says("10 Venezuelan women were held in El Salvador", "held", who="10 Venezuelan women", at="El Salvador")
    kept(casebook, told)
    (group,) = (one for one in ledger_of(casebook).ledger.groups if one.label == "10 Venezuelan women")
    return group.id


def test_a_list_whose_rows_lean_on_each_other_is_taken_into_every_question_about_groups(
    casebook: Casebook, tmp_path: Path
) -> None:
    group = _women_held(casebook)
    path = tmp_path / "left.csv"
    path.write_text("No,Name,Held at\n1,8 Venezuelans,Cecot\n2,2 women,Cecot\n3,Ivo Dorre,Cecot\n")
    said = Said("departed", "Government of El Salvador", "party")
    import_list(casebook, path, said, GivenByPerson(published="2025-07-18"), ANA)
    part = _part(casebook, About((group,)), ledger_of(casebook))
    subject = part.ledger.subjects[group]
    assert [one.whom.words for one in subject.claims if one.whom is not None] == ["10 Venezuelan women", "2 women"]


def test_what_was_said_by_a_day_may_speak_of_others_than_all_that_was_said(casebook: Casebook) -> None:
    group = _women_held(casebook)
    told, late = Report("report", "2025-07-18"), When.within(date(2025, 7, 20), date(2025, 7, 20), "on Sunday")
    told.says("8 Venezuelans were held in El Salvador", "held", who="8 Venezuelans", at="El Salvador")
    told.says("9 Hondurans were held in El Salvador", "held", who="9 Hondurans", at="El Salvador", said_on=late)
    told.says("those women left El Salvador", "departed", who="those women", origin="El Salvador")
    kept(casebook, told)
    claims = [
        len(_part(casebook, About((group,)), ledger_of(casebook, "", day)).ledger.subjects[group].claims)
        for day in (None, date(2025, 7, 19))
    ]
    assert claims == [1, 2]


def test_an_index_holds_no_word_of_what_is_said(casebook: Casebook, tmp_path: Path) -> None:
    _women_held(casebook)
    told = Report("report", "2025-07-18")
    told.says(
        "Ivo Dorre was arrested, Marta Lund said", "arrested", "Marta Lund", who="Ivo Dorre", names=("Ivo Dorre",)
    )
    kept(casebook, told)
    path = tmp_path / "held.csv"
    path.write_text("No,Name,Held at\n1,Rosa Vane,Cecot\n2,Elio Marsh,Cecot\n")
    import_list(casebook, path, Said("held", "Foro Penal", "party"), GivenByPerson(), ANA)
    _, problems = verify(casebook)
    with index_of(casebook) as index:
        assert index is not None
        assert len(index.content()["row_key"]) == 2
    bytes_of = casebook.index_path.read_bytes().lower()
    for words in ("dorre", "lund", "vane", "marsh", "cecot", "women", "venezuela", "foro"):
        assert words.encode() not in bytes_of
    assert verify(casebook)[1] == problems


def test_nothing_of_somebody_who_is_taken_out_is_left_in_what_is_kept(casebook: Casebook) -> None:
    told = Report("report", "2025-07-18")
    told.says("Ivo Dorre was arrested in Caracas", "arrested", who="Ivo Dorre", names=("Ivo Dorre",), at="Caracas")
    told.says("10 women were held in Cecot", "held", who="10 women", at="Cecot")
    kept(casebook, told)
    ledger_about(casebook, EVERYTHING, whole_below=0)
    assert b"Dorre" in casebook.index_path.read_bytes()
    suppress(casebook, "They asked for it.", ANA, None, Person(("Ivo Dorre",)), name_alone=True)
    after = ledger_about(casebook, EVERYTHING, whole_below=0)
    assert ([one.label for one in after.ledger.subjects.values()], after.withheld) == (["10 women"], 1)
    assert b"Dorre" not in casebook.index_path.read_bytes()
    assert b"10 women" in casebook.index_path.read_bytes()


def test_what_documents_were_read_to_is_kept_and_read_anew_when_it_cannot_be_read(casebook: Casebook) -> None:
    _women_held(casebook)
    first = ledger_about(casebook, EVERYTHING, whole_below=0)
    with index_of(casebook) as index:
        assert index is not None
        ((number, (since, (body,))),) = index.kept([1]).items()
        reading = read_again([body], since)
        assert (reading.statements, [*written(reading)]) == (tuple(first.statements), [body])
        for damaged in (b"", b"{}", b"[]", body[:-20], body.replace(b'"claims":[[', b'"claims":[[[],')):
            with index.changing():
                index.keep(number, since, [damaged])
            assert ledger_about(casebook, EVERYTHING, whole_below=0).ledger.chains == first.ledger.chains
            assert index.kept([1])[1][1] == (body,)


@pytest.mark.parametrize("history", range(3), indirect=True)
def test_a_long_reading_is_kept_in_parts(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(12):
        history.step()
    monkeypatch.setattr(keeping, "PART", 2)
    _same_whole(history, "", None)
    with index_of(history.casebook) as index:
        assert index is not None
        parts = [len(parts) for _, parts in index.kept(range(1, 30)).values()]
    assert max(parts) > 1


def test_what_was_kept_is_not_used_after_the_program_has_changed(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    _women_held(casebook)
    ledger_about(casebook, EVERYTHING, whole_below=0)
    monkeypatch.setattr(indexing, "made_with", lambda: "another version")
    with index_of(casebook) as index:
        assert index is not None
        assert index.kept([1]) == {}


@pytest.mark.parametrize(
    "damage", ["no database", "cut short", "another format", "a table less", "other keys", "taken away"]
)
def test_an_index_that_does_not_fit_is_built_anew(casebook: Casebook, tmp_path: Path, damage: str) -> None:
    group = _women_held(casebook)
    _part(casebook, About((group,)), ledger_of(casebook))
    path = casebook.index_path
    if damage == "no database":
        path.write_text("nothing of the kind" * 100)
    elif damage == "cut short":
        path.write_bytes(path.read_bytes()[:5000])
    elif damage == "taken away":
        path.unlink()
    else:
        with sqlite3.connect(path) as database:
            database.execute(
                {
                    "another format": "UPDATE meta SET value = '0' WHERE name = 'format'",
                    "a table less": "DROP TABLE document_key",
                    "other keys": "UPDATE meta SET value = '0' WHERE name = 'keys'",
                }[damage]
            )
        database.close()
    part = _part(casebook, About((group,)), ledger_of(casebook))
    assert group in (part.complete or ())
    _same_index(casebook, tmp_path / "anew.sqlite")


def test_an_act_that_is_not_known_has_everything_worked_through_anew(casebook: Casebook, tmp_path: Path) -> None:
    _women_held(casebook)
    with index_of(casebook):
        pass
    with sqlite3.connect(casebook.index_path) as database:
        database.execute("DELETE FROM document_key")
    database.close()
    casebook.record(Act("foresee", "Ana", casebook.now()))
    _same_index(casebook, tmp_path / "anew.sqlite")


def test_names_that_only_the_casebook_knows_have_everything_worked_through_anew(
    casebook: Casebook, tmp_path: Path
) -> None:
    _women_held(casebook)
    with index_of(casebook) as index:
        assert index is not None
        before = index.content()
    entry = '[[place]]\nname = "Portovel"\nkind = "city"\n'
    (casebook.path / "gazetteer.toml").write_text(entry)
    _same_index(casebook, tmp_path / "anew.sqlite")
    with index_of(casebook) as index:
        assert index is not None
        assert index.content()["meta"] != before["meta"]


def test_where_no_index_can_be_written_the_whole_is_read(casebook: Casebook) -> None:
    group = _women_held(casebook)
    casebook.index_path.mkdir()
    answer = ledger_about(casebook, About((group,)), whole_below=0)
    assert answer.complete is None
    assert group in answer.ledger.subjects


def test_a_small_casebook_is_read_whole_and_needs_no_index(casebook: Casebook) -> None:
    group = _women_held(casebook)
    assert ledger_about(casebook, About((group,))).complete is None
    assert not casebook.index_path.exists()


def test_ids_are_found_by_how_they_begin(casebook: Casebook) -> None:
    group = _women_held(casebook)
    assert subjects_starting(casebook, group[:8]) == (group,)
    assert subjects_starting(casebook, "not an id") == ()


def test_documents_and_records_of_a_part_are_read_when_they_are_asked_for(casebook: Casebook) -> None:
    group = _women_held(casebook)
    whole = ledger_of(casebook)
    part = _part(casebook, About((group,)), whole)
    assert dict(part.documents) == dict(whole.documents)
    with pytest.raises(KeyError):
        part.documents["another"]
