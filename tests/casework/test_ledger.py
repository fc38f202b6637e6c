"""The ledger of a casebook: the example case from its reports and lists to one exchange, as known on any day."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from paradero.casework import (
    Casebook,
    LedgerOf,
    WrongDecision,
    accept_exchange,
    add,
    audit,
    import_list,
    judge,
    judge_mentions,
    judge_pair,
    ledger_of,
    lists,
    new,
    open_casebook,
    people,
    place,
    placings,
    read,
    suppress,
    verify,
)
from paradero.intake import GivenByPerson
from paradero.ledger import Exchange, Ledger, Leg
from paradero.model import Entry, InvalidValue
from paradero.rolls import Said
from tests.casework.material import ANA, BRUNO
from tests.store.material import Clock


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("ledger")
    with as_file(files("paradero.examples") / "swap") as folder, new(top / "case", ANA, Clock()) as casebook:
        case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
        for entry in case["document"]:
            add(casebook, [folder / entry.pop("file")], GivenByPerson(**entry), ANA)
        for entry in case["list"]:
            path, given = folder / entry.pop("file"), GivenByPerson(published=entry.pop("published"))
            import_list(casebook, path, Said(**entry), given, ANA)
        read(casebook, actor=ANA)
    return top / "case"


@pytest.fixture
def casebook(example: Path, tmp_path: Path) -> Iterator[Casebook]:
    later = Clock(datetime(2025, 8, 1, tzinfo=UTC))
    with open_casebook(shutil.copytree(example, tmp_path / "case"), later) as opened:
        yield opened


def only(ledger: Ledger) -> Exchange:
    (found,) = ledger.exchanges
    return found


def leg(of: LedgerOf, label: str) -> Leg:
    (found,) = [one for one in only(of.ledger).legs if label in one.movement.subject.label]
    return found


def roll(casebook: Casebook, name: str) -> str:
    (found,) = [one.document.id for one in lists(casebook) if one.document.name == name]
    return found


def statement(of: LedgerOf, words: str) -> str:
    (found,) = [id for id, one in of.statements.items() if words in one.span.exact]
    return found


def test_the_example_is_one_exchange_of_three_legs(casebook: Casebook) -> None:
    of = ledger_of(casebook)
    exchange = only(of.ledger)
    assert set(exchange.parties) == {"El Salvador", "Venezuela", "United States"}
    ways = {(one.sender, one.receiver): one.standing for one in exchange.legs}
    assert ways == {
        ("El Salvador", "Venezuela"): "confirmed by both",
        ("Venezuela", "United States"): "confirmed by both",
        ("Venezuela", ""): "asserted by others only",
    }
    texts = [account.text for _, account in of.ledger.accounts(exchange)]
    assert any(text.startswith("differs by 14: 252 - ~238") for text in texts)


def test_every_answer_cites_statements_that_are_there(casebook: Casebook) -> None:
    of = ledger_of(casebook)
    cited = {claim.statement for one in only(of.ledger).legs for claim in one.movement.every}
    assert cited
    assert cited <= set(of.statements)


def test_the_receivers_list_is_compared_and_a_person_adds_the_other(casebook: Casebook) -> None:
    of = ledger_of(casebook)
    (compared,) = of.ledger.compared(only(of.ledger))
    assert ([one.state for one in compared.rolls], len(compared.persons)) == (["arrived"], 10)
    place(casebook, roll(casebook, "manifest.csv"), statement(of, "released from the jail"), True, "their flight", ANA)
    (both,) = ledger_of(casebook).ledger.compared(only(ledger_of(casebook).ledger))
    assert sorted(one.state for one in both.rolls) == ["arrived", "departed"]
    assert (both.count("delivered"), both.count("unaccounted for"), both.without_name) == (10, 10, 3)


def test_a_judgement_that_two_rows_are_one_person_accounts_for_them(casebook: Casebook) -> None:
    before = {one.subject.label for one in ledger_of(casebook).ledger.missing}
    known = people(casebook)
    left = next(one for one in known.records.values() if one.name.startswith("TRESMONTES"))
    came = next(one for one in known.records.values() if one.name == "Luis Tresmontes")
    assert left.name in before
    judge_pair(casebook, left, came, "same", "one cédula on both", ANA)
    after = {one.subject.label for one in ledger_of(casebook).ledger.missing}
    assert before - after == {left.name}


def test_nothing_was_known_before_it_was_recorded(casebook: Casebook) -> None:
    of = ledger_of(casebook, known_on="2025-07-18")
    assert (of.statements, of.ledger.exchanges) == ({}, ())


def test_a_rejected_statement_counts_until_the_day_it_was_rejected(casebook: Casebook) -> None:
    of = ledger_of(casebook)
    judge(casebook, statement(of, "the number of Venezuelans handed over"), "rejects", "not about them", ANA)
    assert "~238" not in leg(ledger_of(casebook), "Venezuelan citizens").numbers
    assert "~238" in leg(ledger_of(casebook, known_on="2025-07-20"), "Venezuelan citizens").numbers


def test_by_the_day_it_was_said_the_communique_comes_before_the_report(casebook: Casebook) -> None:
    of = ledger_of(casebook, said_by=date(2025, 7, 18))
    assert {of.documents[one.document].name for one in of.ledger.claims if one.row is None} == {"communique.txt"}
    assert ledger_of(casebook, said_by=date(2025, 7, 17)).ledger.claims == ()


def test_a_word_on_two_statements_parts_a_group_and_leaves_the_register_alone(casebook: Casebook) -> None:
    of = ledger_of(casebook)
    one, other = statement(of, "released from the jail"), statement(of, "252 Venezuelan citizens returned today")
    before = people(casebook, linked=False).register
    judge_mentions(casebook, one, other, "different", "two flights", BRUNO)
    found = [group for group in ledger_of(casebook).ledger.groups if {one, other} <= set(group.claims)]
    assert found == []
    assert people(casebook, linked=False).register == before
    judge_mentions(casebook, one, other, "same", "one flight after all", BRUNO)
    assert any({one, other} <= set(group.claims) for group in ledger_of(casebook).ledger.groups)


def test_somebody_keeps_a_leg_apart_and_takes_that_back(casebook: Casebook) -> None:
    of = ledger_of(casebook)
    one, other = statement(of, "released from the jail"), statement(of, "10 Americans had been released")
    place(casebook, one, other, False, "another deal", ANA)
    assert all(len(found.legs) < 3 for found in ledger_of(casebook).ledger.exchanges)
    assert len(only(ledger_of(casebook, known_on="2025-07-20").ledger).legs) == 3
    place(casebook, other, one, True, "the same deal", ANA)
    assert len(placings(casebook)) == 1
    assert len(only(ledger_of(casebook).ledger).legs) == 3


def test_an_exchange_is_accepted_by_name(casebook: Casebook) -> None:
    marker = only(ledger_of(casebook).ledger).markers[0].statement
    accept_exchange(casebook, marker, True, "as both parties tell it", ANA)
    assert only(ledger_of(casebook).ledger).by == "Ana"
    assert [one.act for one in audit(casebook)][-1] == "exchange"
    assert verify(casebook)[1] == ()


def test_who_asked_to_be_taken_out_is_in_no_answer(casebook: Casebook) -> None:
    known = people(casebook, linked=False)
    row = next(one for one in known.records.values() if one.name.startswith("TRESMONTES"))
    assert isinstance(row.source, Entry)
    suppress(casebook, "asked for it", ANA, row.source)
    of = ledger_of(casebook)
    assert of.withheld > 0
    told = f"{[one.label for one in of.ledger.subjects.values()]} {[one.words for one in of.ledger.claims]}"
    assert "TRESMONTES QUIARA" not in told


def test_words_on_an_exchange_need_a_reason_and_two_things(casebook: Casebook) -> None:
    with pytest.raises(WrongDecision, match="needs a reason"):
        place(casebook, "a" * 64, "b" * 64, True, " ", ANA)
    with pytest.raises(WrongDecision, match="beside itself"):
        place(casebook, "a" * 64, "a" * 64, True, "why", ANA)
    of = ledger_of(casebook)
    one = statement(of, "released from the jail")
    with pytest.raises(WrongDecision, match="against itself"):
        judge_mentions(casebook, one, one[:12], "same", "why", ANA)
    with pytest.raises(WrongDecision, match="cannot be decided"):
        judge_mentions(casebook, one, one, "accepts", "why", ANA)
    with pytest.raises(InvalidValue, match="needs a reason"):
        judge_mentions(casebook, one, statement(of, "10 Americans had been released"), "same", "", ANA)


def test_a_newer_version_of_a_document_is_not_counted_beside_the_older(casebook: Casebook, tmp_path: Path) -> None:
    old = next(one for one in ledger_of(casebook).documents.values() if one.name == "communique.txt")
    again = tmp_path / "communique.txt"
    shutil.copy(casebook.original(old.sha256), again)
    given = GivenByPerson(published="2025-07-18", publisher="Government of Venezuela", url="https://example.org/c")
    add(casebook, [again], given, ANA)
    read(casebook, actor=ANA)
    of = ledger_of(casebook)
    (newer,) = [one.id for one in of.documents.values() if one.replaces == old.id]
    documents = {one.document for one in of.ledger.claims}
    assert old.id not in documents
    assert newer in documents
    assert old.id in {one.document for one in ledger_of(casebook, known_on="2025-07-20").ledger.claims}
