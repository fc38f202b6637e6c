from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from paradero.casework import Casebook, ReaderDied, Step, audit, problems, read, statements, verify
from paradero.casework.adding import add_with
from paradero.casework.reading import read_with
from paradero.model import InvalidValue, ParaderoError, Problem, Statement
from paradero.model.document import Document
from tests.casework.material import ANA, NOTHING, FailingReader, TinyReader, here


def reports(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"The ministry said that {number} miners were freed in Portovel.")
    return paths


def test_statements_are_kept_with_the_moment_of_the_act(read_once: Casebook) -> None:
    found = [one.statement for one in statements(read_once)]
    assert [one.span.exact for one in found] == ["nine fishermen were freed in Portovel", "two sailors were freed"]
    assert {one.recorded_at for one in found} == {audit(read_once)[-1].at}
    assert verify(read_once)[1] == ()


def test_reading_again_adds_nothing_and_another_version_does(read_once: Casebook) -> None:
    report, _ = read_with(TinyReader(), read_once, None, "tiny", ANA, again=True)
    assert (report.new, report.again, report.skipped) == ((), 2, ())
    report, _ = read_with(TinyReader("2"), read_once, None, "tiny", ANA)
    assert (len(report.new), report.again, report.skipped) == (2, 0, ())


def test_what_the_same_reader_has_read_is_skipped(read_once: Casebook) -> None:
    before = len(audit(read_once))
    report, _ = read_with(TinyReader(), read_once, None, "tiny", ANA)
    assert (report.documents, report.skipped) == ((), read_once.document_ids())
    assert len(audit(read_once)) == before
    report, _ = read_with(TinyReader(), read_once, None, "another", ANA)
    assert report.documents == read_once.document_ids()


def test_another_gazetteer_is_another_reader(casebook: Casebook, report: Path) -> None:
    add_with(here, casebook, [report], NOTHING, ANA)
    assert read(casebook, engine="rules", actor=ANA)[0].documents
    (casebook.path / "gazetteer.toml").write_text('[[entry]]\nname = "Portovel"\nkind = "city"\n')
    assert read(casebook, engine="rules", actor=ANA)[0].documents
    assert read(casebook, engine="rules", actor=ANA)[0].skipped


def test_the_number_of_workers_changes_nothing(casebook: Casebook, tmp_path: Path) -> None:
    add_with(here, casebook, reports(tmp_path, 5), NOTHING, ANA)
    shown: list[Step] = []
    many, _ = read_with(TinyReader(), casebook, None, "tiny", ANA, shown.append, workers=2)
    one, _ = read_with(TinyReader(), casebook, None, "tiny", ANA, again=True)
    names = [*(f"{number}.txt" for number in range(5)), ""]
    assert shown == [Step(done, 5, name, statements=done) for done, name in enumerate(names)]
    assert (one.new, one.again, one.documents) == ((), 5, many.documents)
    assert many.new == tuple(judged.statement.id for judged in statements(casebook))


def test_only_the_documents_asked_for_are_read(casebook: Casebook, tmp_path: Path) -> None:
    add_with(here, casebook, reports(tmp_path, 3), NOTHING, ANA)
    wanted = casebook.document_ids()[1]
    report, _ = read_with(TinyReader(), casebook, [wanted[:7], wanted], "tiny", ANA)
    assert report.documents == (wanted,)


def test_problems_of_reading_are_kept_once(casebook: Casebook, tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("It rained.")
    add_with(here, casebook, [tmp_path / "dull.txt"], NOTHING, ANA)
    for _ in range(2):
        _, found = read_with(TinyReader(), casebook, None, "tiny", ANA, again=True)
        assert [one.code for one in found] == ["nothing_found"]
    assert [one.code for one in problems(casebook)] == ["nothing_found"]


@pytest.mark.parametrize("workers", [1, 2])
def test_misuse_of_a_reader_comes_back_as_it_is(casebook: Casebook, report: Path, workers: int) -> None:
    add_with(here, casebook, [report], NOTHING, ANA)
    with pytest.raises(ParaderoError, match="'oracle' is not in the vocabulary") as error:
        read_with(FailingReader("misuse"), casebook, None, "tiny", ANA, workers=workers)
    assert (error.value.code, error.value.hint) == ("unknown_code", "Known: classifier, rules.")


@pytest.mark.parametrize(("how", "error"), [("dies", ReaderDied), ("bug", ZeroDivisionError)])
def test_a_worker_that_fails_leaves_whole_acts(
    casebook: Casebook, report: Path, how: str, error: type[Exception]
) -> None:
    add_with(here, casebook, [report], NOTHING, ANA)
    with pytest.raises(error):
        read_with(FailingReader(how), casebook, None, "tiny", ANA, workers=2)
    assert statements(casebook) == ()
    assert verify(casebook)[1] == ()


def test_a_statement_of_another_document_is_refused(casebook: Casebook, tmp_path: Path) -> None:
    add_with(here, casebook, reports(tmp_path, 2), NOTHING, ANA)
    first = casebook.document(casebook.document_ids()[0])

    class Confused(TinyReader):
        def __call__(self, document: Document) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
            return TinyReader()(first)

    with pytest.raises(InvalidValue, match="The reader gave a statement of document"):
        read_with(Confused(), casebook, None, "tiny", ANA)
    assert len(statements(casebook)) == 1


def test_reading_when_a_record_cannot_be_written_keeps_none_of_the_document(casebook: Casebook, report: Path) -> None:
    add_with(here, casebook, [report], NOTHING, ANA)
    connection = sqlite3.connect(casebook.path / "casebook.sqlite3")
    connection.execute(
        "CREATE TRIGGER second BEFORE INSERT ON statement WHEN (SELECT count(*) FROM statement) = 1 "
        "BEGIN SELECT RAISE(ABORT, 'no second one'); END"
    )
    connection.close()
    with pytest.raises(Exception, match="no second one"):
        read_with(TinyReader(), casebook, None, "tiny", ANA)
    assert statements(casebook) == ()
    assert audit(casebook)[-1].act == "add"


def test_the_rules_engine_reads_with_the_casebooks_own_gazetteer(casebook: Casebook, report: Path) -> None:
    (casebook.path / "gazetteer.toml").write_text('[[entry]]\nname = "Portovel"\nkind = "rumour"\n')
    add_with(here, casebook, [report], NOTHING, ANA)
    done, found = read(casebook, engine="rules", actor=ANA)
    assert done.documents == casebook.document_ids()
    assert any("gazetteer.toml" in one.source for one in found)
    assert verify(casebook)[1] == ()
