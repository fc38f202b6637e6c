from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from paradero.store import Casebook, open_casebook
from paradero.store.entry import START, chained
from tests.store.material import added, document

ODD_PROBLEM = "(id, entry_id, body, document, code, severity) VALUES ('x', 1, '{}', '', 'c', 'error')"


def tampered(casebook: Casebook, *statements: str) -> None:
    """Change the database as somebody with a tool for SQLite would."""
    casebook.close()
    connection = sqlite3.connect(casebook.path / "casebook.sqlite3")
    for one in statements:
        connection.execute(one)
    connection.commit()
    connection.close()


def found(casebook: Casebook) -> set[str]:
    with open_casebook(casebook.path) as again:
        return {problem.code for problem in again.verify()[1]}


def test_an_untouched_casebook_is_intact(filled: Casebook) -> None:
    report, problems = filled.verify()
    assert problems == ()
    assert (report.entries, report.documents, report.statements, report.judgements, report.originals) == (4, 1, 2, 1, 1)
    assert report.head == filled.entries()[-1].hash


@pytest.mark.parametrize(
    ("statements", "codes"),
    [
        (["UPDATE audit SET actor = 'Eva' WHERE seq = 2"], {"audit_chain"}),  # another name on an act
        (["UPDATE audit SET at = '2020-01-01' WHERE seq = 4"], {"audit_chain", "record_changed"}),  # another time
        (["DELETE FROM judgement", "DELETE FROM audit WHERE seq = 4"], {"audit_tail"}),  # the last act never was
        (["UPDATE audit SET details = '[1]' WHERE seq = 4"], {"audit_chain", "record_unlogged"}),  # details of no shape
        (["UPDATE audit SET details = '{}' WHERE seq = 1"], {"audit_chain"}),  # details emptied
        (["DELETE FROM judgement"], {"record_missing"}),  # a judgement taken away
        (["UPDATE statement SET body = replace(body, 'Interior', 'Foreign') WHERE act = 'held'"], {"record_changed"}),
        (
            ["UPDATE document SET body = replace(body, 'report.txt', 'other.txt')"],
            {"record_changed"},
        ),  # no part of the id
        (
            ["UPDATE document SET body = replace(body, '12:00', '11:00')"],
            {"record_changed"},
        ),  # known earlier than known
        (["UPDATE document SET body = '{}'"], {"record_changed"}),  # no document any more
        (["UPDATE statement SET speaker = 'Nobody' WHERE act = 'held'"], {"record_columns"}),  # only what is searched
        (["UPDATE judgement SET entry_id = 1"], {"record_columns"}),  # moved to another act
        ([f"INSERT INTO problem {ODD_PROBLEM}"], {"record_unlogged"}),  # put in without an act
        (["PRAGMA ignore_check_constraints = 1", "UPDATE document SET body = '{'"], {"database_damaged"}),  # no JSON
        (["INSERT INTO casebook SELECT 2, format, created_at, created_with, 0, head FROM casebook"], set()),  # no use
        (["UPDATE casebook SET head = '0'"], {"audit_tail"}),  # the casebook's own memory
        (["PRAGMA foreign_keys = OFF", "DELETE FROM document"], {"database_damaged"}),  # statements of no document
    ],
)
def test_tampering_is_noticed(filled: Casebook, statements: list[str], codes: set[str]) -> None:
    tampered(filled, *statements)
    assert found(filled) == codes


def test_an_entry_left_out_is_noticed(filled: Casebook, tmp_path: Path) -> None:
    added(filled, document("Ten were held.", "b.txt"), tmp_path)
    tampered(filled, "DELETE FROM judgement", "DELETE FROM audit WHERE seq = 4")
    with open_casebook(filled.path) as again:
        problems = again.verify()[1]
    assert {problem.code for problem in problems} == {"audit_gap", "audit_tail"}
    assert problems[0].message == "Entries 4 to 4 are missing."


def test_one_who_rewrites_everything_is_found_only_by_a_head_kept_elsewhere(filled: Casebook) -> None:
    head = filled.verify()[0].head
    entries = filled.entries()
    changes, previous = [], START
    for entry in entries:
        details = json.dumps(entry.details)
        own = chained(entry.seq, entry.at, "Eva", entry.act, entry.details, previous)
        changes.append(f"UPDATE audit SET actor='Eva', previous='{previous}', hash='{own}' WHERE seq={entry.seq}")
        assert json.loads(details) == entry.details
        previous = own
    tampered(filled, *changes, f"UPDATE casebook SET head = '{previous}'")
    assert found(filled) == set()
    with open_casebook(filled.path) as again:
        assert head not in {entry.hash for entry in again.entries()}


def only_original(casebook: Casebook) -> Path:
    (kept,) = casebook.documents()
    return casebook.original(kept.sha256)


def change(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"other words")


def stray(path: Path) -> None:
    (path.parent / ("a" * 64)).write_bytes(b"never referred to")


def unfinished(path: Path) -> None:
    (path.parent / ".incoming-1").write_bytes(b"half a fi")


@pytest.mark.parametrize(
    ("done", "code", "severity"),
    [
        (Path.unlink, "original_missing", "error"),  # gone
        (change, "original_changed", "error"),  # other bytes under the old name
        (stray, "original_unused", "notice"),  # the act that was to refer to it never finished
        (unfinished, "original_unfinished", "notice"),  # the copy never finished
    ],
)
def test_originals_are_looked_at(filled: Casebook, done: Callable[[Path], None], code: str, severity: str) -> None:
    done(only_original(filled))
    (problem,) = filled.verify()[1]
    assert (problem.code, problem.severity) == (code, severity)
    assert problem.hint


def test_a_damaged_database_is_a_problem_not_a_crash(filled: Casebook) -> None:
    filled.close()
    database = filled.path / "casebook.sqlite3"
    data = bytearray(database.read_bytes())
    data[-4096:] = b"\xff" * 4096  # the last page; the tables' list, on the first, is whole
    database.write_bytes(data)
    with open_casebook(filled.path) as again:
        report, problems = again.verify()
    assert {problem.code for problem in problems} == {"database_damaged"}
    assert report.entries == 0


def test_verifying_does_not_keep_writers_out(filled: Casebook, tmp_path: Path) -> None:
    from paradero.store.verifying import _snapshot

    with open_casebook(filled.path, timeout=0) as other, _snapshot(filled._alias):
        added(other, document("Ten were held.", "b.txt"), tmp_path)
        assert len(other.documents()) == 2
    assert filled.verify()[1] == ()
