from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from paradero.model import InvalidValue, Problem
from paradero.store import Act, Casebook, Found
from tests.store.material import added, document, judged, read, statement


def test_what_is_written_comes_back_equal(casebook: Casebook, tmp_path: Path) -> None:
    kept = added(casebook, document(), tmp_path)
    freed = statement(kept)
    read(casebook, freed)
    judgement = judged(casebook, freed)
    found = Found(Problem("odd", "report.txt", "It is odd.", "Look."), "add", kept.id)
    casebook.record(Act("add", "Ana", casebook.now(), problems=(found,)))
    (back,) = casebook.statements().values()
    assert casebook.documents() == (kept,)
    assert replace(back, recorded_at="") == freed
    assert casebook.judgements() == (judgement,)
    assert casebook.problems() == casebook.problems(kept.id) == (found,)
    assert casebook.problems("another") == ()


def test_the_same_again_adds_nothing_and_is_an_entry_all_the_same(casebook: Casebook, tmp_path: Path) -> None:
    kept = added(casebook, document(), tmp_path)
    first, again = read(casebook, statement(kept)), read(casebook, statement(kept), statement(kept))
    assert (len(first.statements), again.statements, again.again) == (1, (), 1)
    assert len(casebook.statements()) == 1
    assert [entry.details["records"] for entry in casebook.entries()][-1] == []


def test_more_records_than_one_query_holds_are_known_again(casebook: Casebook, tmp_path: Path) -> None:
    kept = added(casebook, document(), tmp_path)
    many = [statement(kept, act=f"act_{number}") for number in range(1000)]
    assert len(read(casebook, *many).statements) == 1000
    assert read(casebook, *many).statements == ()


def test_an_act_that_fails_leaves_nothing(filled: Casebook) -> None:
    before = (filled.entries(), filled.statements())
    (kept,) = filled.documents()
    stray = replace(statement(kept, act="held"), document="0" * 64)
    with pytest.raises(IntegrityError):
        read(filled, statement(kept, act="died"), stray)  # the second speaks of a document that is not here
    assert (filled.entries(), filled.statements()) == before


def test_records_bear_the_moment_of_their_act() -> None:
    with pytest.raises(InvalidValue, match="bears the act's moment"):
        Act("add", "Ana", "2025-07-19T12:00:00Z", documents=(document(),))


def test_text_that_is_no_utf8_is_kept_exactly(casebook: Casebook, tmp_path: Path) -> None:
    # A file name in Latin-1, as Python hands it over, and a text with half a surrogate pair.
    odd = replace(document(), name="informe-a\udcf1o.txt", text="Nine were freed \ud83d.")
    recorded = replace(odd, recorded_at=casebook.now())
    casebook.record(Act("add", "Ana", recorded.recorded_at, documents=(recorded,)))
    assert casebook.documents() == (recorded,)
    assert [p.code for p in casebook.verify()[1]] == ["original_missing"]


def test_documents_and_statements_come_in_order(casebook: Casebook, tmp_path: Path) -> None:
    later = added(casebook, document("Zeta. Ten were held.", "z.txt"), tmp_path)
    first = added(casebook, document("Alpha. Two were held. Six were freed.", "a.txt"), tmp_path)
    read(casebook, statement(first, "Six were freed"), statement(first, "Two were held"))
    read(casebook, statement(later, "Ten were held"))
    assert casebook.document_ids() == (later.id, first.id)  # as added, not by name or id
    assert [one.span.exact[:3] for one in casebook.statements().values()] == ["Ten", "Two", "Six"]
    assert [one.span.exact[:3] for one in casebook.statements(first.id).values()] == ["Two", "Six"]


def test_a_replaced_document_is_not_current(casebook: Casebook, tmp_path: Path) -> None:
    old = added(casebook, document(), tmp_path)
    new = added(casebook, replace(document(), replaces=old.id), tmp_path)
    assert casebook.document_ids(current=True) == (new.id,)
    assert casebook.documents_of(old.sha256) == (old, new)


def test_the_migrations_are_those_of_the_models(casebook: Casebook) -> None:
    said = io.StringIO()
    call_command("makemigrations", "store", check=True, dry_run=True, stdout=said)
    assert "No changes" in said.getvalue()
