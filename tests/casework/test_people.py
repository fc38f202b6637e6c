"""Who is who in a casebook: from lists and reports to proposals, judgements, a policy, and measured scores."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from paradero.casework import (
    Actor,
    AlreadyWithdrawn,
    Casebook,
    People,
    Shown,
    WrongDecision,
    WrongPolicy,
    add,
    apply_policy,
    audit,
    calibration,
    calibrations,
    fit_weights,
    go_back,
    import_list,
    judge,
    judge_pair,
    measured,
    new,
    open_casebook,
    people,
    policy,
    read,
    set_policy,
    statements,
    suppress,
    use_weights,
    verify,
)
from paradero.intake import GivenByPerson
from paradero.linking import Calibration, TooFewLabels
from paradero.model import Entry, InvalidValue
from paradero.rolls import Said
from tests.casework.material import ANA, BRUNO
from tests.store.material import Clock

GIVEN = GivenByPerson(published="2025-07-19")
HELD = """No,Name,Born,Document
1,"OCHOA VELEZ, José Gregorio",1997-03-02,V-12345678
2,"QUIROZ, Ana María",1994-01-05,
3,"DORRE, Ivo",1980-01-05,V-777888
4,2 not identified,,
"""
FREED = """Name,Age,Document
Jose G. Ochoa,28,12345678
Bruno Trillo Saldano,40,
Marta Lund,31,777888
"""
REPORT = "Bruno Trillo Saldaño, 40, was released on Monday. Ana Quiroz, 31, was arrested in Lara in March."


@pytest.fixture(scope="module")
def three_sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("people")
    for name, text in (("held.csv", HELD), ("freed.csv", FREED), ("report.txt", REPORT)):
        (top / name).write_text(text, encoding="utf-8")
    with new(top / "case", ANA, Clock()) as casebook:
        import_list(casebook, top / "held.csv", Said("held", "Foro Alba"), GIVEN, ANA)
        import_list(casebook, top / "freed.csv", Said("released", "The Ministry"), GIVEN, ANA)
        add(casebook, [top / "report.txt"], GIVEN, ANA)
        read(casebook, engine="rules", actor=ANA)
    return top


@pytest.fixture
def casebook(three_sources: Path, tmp_path: Path) -> Iterator[Casebook]:
    with open_casebook(shutil.copytree(three_sources / "case", tmp_path / "case"), Clock()) as opened:
        yield opened


def ids(known: People) -> dict[str, str]:
    return {record.name: record.id for record in known.records.values()}


def decide(casebook: Casebook, known: People, one: str, other: str, decision: str, by: Actor = ANA) -> People:
    names = ids(known)
    made = judge_pair(casebook, known.records[names[one]], known.records[names[other]], decision, "seen", by)
    return known.with_judgement(made)


def test_rows_of_lists_and_people_of_reports_are_records(casebook: Casebook) -> None:
    known = people(casebook)
    assert set(ids(known)) == {
        "OCHOA VELEZ, José Gregorio", "QUIROZ, Ana María", "DORRE, Ivo", "Jose G. Ochoa", "Bruno Trillo Saldano",
        "Marta Lund", "Bruno Trillo Saldaño", "Ana Quiroz",
    }  # fmt: skip
    assert known.register.persons == ()
    one = known.records[ids(known)["Ana Quiroz"]]
    assert one.columns == {"name": "Ana Quiroz", "age": "31", "age_on": "2025-07-19"}


def test_people_across_lists_and_reports_are_proposed_and_nobody_is_merged(casebook: Casebook) -> None:
    known = people(casebook)
    proposed = {
        frozenset((known.records[one.one].name, known.records[one.other].name)): one.probability
        for one in known.waiting_for("Ana", many=100)
    }
    assert proposed[frozenset(("Bruno Trillo Saldano", "Bruno Trillo Saldaño"))] > 0.9
    assert proposed[frozenset(("OCHOA VELEZ, José Gregorio", "Jose G. Ochoa"))] > 0.9
    assert known.register.persons == ()
    assert people(casebook).register.persons == ()


def test_a_judgement_joins_is_not_asked_again_and_can_be_taken_back(casebook: Casebook) -> None:
    known = people(casebook)
    before = known.left_for("Ana")
    known = decide(casebook, known, "QUIROZ, Ana María", "Ana Quiroz", "same")
    assert [len(person) for person in known.register.persons] == [2]
    assert known.left_for("Ana") < before
    assert people(casebook).register.persons == known.register.persons
    judge(casebook, casebook.judgements()[-1].id, "withdraws", "not sure after all", ANA)
    assert people(casebook).register.persons == ()
    with pytest.raises(AlreadyWithdrawn):
        judge(casebook, casebook.judgements()[0].id, "withdraws", "again", ANA)


def test_the_audit_log_tells_where_both_records_stand_and_how_the_pair_came_up(casebook: Casebook) -> None:
    known = people(casebook)
    names = ids(known)
    pair = known.records[names["QUIROZ, Ana María"]], known.records[names["Ana Quiroz"]]
    judge_pair(casebook, *pair, "same", "seen", ANA, Shown(0.75, "chance"))
    told = audit(casebook)[-1].details
    assert sorted(told["places"]) == sorted((f"{pair[0].source.document}:3", f"{pair[1].source.document}@50"))
    assert (told["shown"]["probability"], told["shown"]["drawn"]) == (0.75, "chance")
    assert not [one for one in verify(casebook)[1] if one.severity == "error"]


def test_two_reviewers_where_the_policy_says_so(casebook: Casebook) -> None:
    set_policy(casebook, 2, (), "two of us look at each", ANA)
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    pair = casebook.judgements()[-1].about
    assert known.register.persons == ()
    assert known.register.waiting == (pair,)
    assert pair not in [(one.one, one.other) for one in known.waiting_for("Ana", many=100)]
    first = known.waiting_for("Bruno", many=100)
    assert pair in [(one.one, one.other) for one in first]
    known = decide(casebook, known, "QUIROZ, Ana María", "Ana Quiroz", "same", BRUNO)
    assert known.register.persons == (pair,)
    assert people(casebook).register.persons == (pair,)


def test_a_policy_accepts_the_same_document_where_names_agree_and_signs(casebook: Casebook) -> None:
    assert apply_policy(casebook, people(casebook), ANA) == ()
    set_policy(casebook, 2, ("document_number",), "numbers are checked by the registry", ANA)
    known = people(casebook)
    made = apply_policy(casebook, known, ANA)
    names = {known.records[id].name for one in made for id in one.about}
    assert names == {"OCHOA VELEZ, José Gregorio", "Jose G. Ochoa"}  # Dorre and Lund have one number and no name
    assert {one.by for one in made} == {"policy: document_number"}
    assert audit(casebook)[-1].actor == "Ana"
    after = people(casebook)
    assert len(after.register.persons) == 1
    assert apply_policy(casebook, after, ANA) == ()


def test_a_policy_accepts_rows_that_a_newer_version_has_unchanged(casebook: Casebook, tmp_path: Path) -> None:
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    old = known.records[ids(known)["QUIROZ, Ana María"]]
    newer = tmp_path / "newer.csv"
    newer.write_text(
        HELD.replace("DORRE, Ivo,", "DORRE, Ivo Jan,").replace("1980-01-05", "1981-01-05"), encoding="utf-8"
    )
    import_list(casebook, newer, Said("held", "Foro Alba"), GIVEN, ANA, newer_than=old.source.document)
    set_policy(casebook, 2, ("unchanged_row",), "one office keeps the list", ANA)
    assert len(apply_policy(casebook, people(casebook), ANA)) == 2  # Dorre's birth was changed
    set_policy(casebook, 1, ("unchanged_row",), "one of us is enough", ANA)
    known = people(casebook)
    new = known.records[ids(known)["QUIROZ, Ana María"]]
    assert known.register.same(new.id, ids(known)["Ana Quiroz"])


def test_what_a_policy_accepted_a_person_can_part(casebook: Casebook) -> None:
    set_policy(casebook, 1, ("document_number",), "numbers are checked", ANA)
    known = people(casebook)
    known = known.with_judgement(*apply_policy(casebook, known, ANA))
    known = decide(casebook, known, "OCHOA VELEZ, José Gregorio", "Jose G. Ochoa", "different")
    assert len(known.register.contradictions) == 1
    assert known.register.persons == ()


def test_a_policy_that_cannot_be_is_refused(casebook: Casebook) -> None:
    for reviewers, accepts, reason in ((0, (), "x"), (6, (), "x"), (1, ("face",), "x"), (1, (), " ")):
        with pytest.raises(WrongPolicy):
            set_policy(casebook, reviewers, accepts, reason, ANA)
    assert policy(casebook).reviewers == 1


def test_nobody_signs_as_a_policy() -> None:
    with pytest.raises(InvalidValue, match="policy"):
        Actor("policy: document_number")


def test_as_known_on_an_earlier_day(casebook: Casebook) -> None:
    decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    assert len(people(casebook, "2025-07-19").register.persons) == 1
    assert people(casebook, "2025-07-18").records == {}


def test_rows_that_a_newer_version_replaces_are_asked_about_no_more(casebook: Casebook, tmp_path: Path) -> None:
    known = decide(casebook, people(casebook), "QUIROZ, Ana María", "Ana Quiroz", "same")
    old = known.records[ids(known)["QUIROZ, Ana María"]]
    newer = tmp_path / "newer.csv"
    newer.write_text(HELD.replace("QUIROZ", "Quiroz"), encoding="utf-8")
    import_list(casebook, newer, Said("held", "Foro Alba"), GIVEN, ANA, newer_than=old.source.document)
    known = people(casebook)
    assert old.id not in known.records
    assert old.id in known.register.persons[0]  # what was judged of it stands


def test_whom_rejected_statements_name_is_no_record(casebook: Casebook) -> None:
    before = len(people(casebook).records)
    for one in statements(casebook):
        if one.statement.who is not None and "Ana Quiroz" in one.statement.who.names:
            judge(casebook, one.statement.id, "rejects", "not in the text", ANA)
    known = people(casebook)
    assert "Ana Quiroz" not in ids(known)
    assert len(known.records) == before - 1


def test_measure_counts_what_came_up_in_review_and_stands(casebook: Casebook) -> None:
    known = people(casebook)
    for one, decision in zip(known.waiting_for("Ana", many=3), ("same", "different", "unsure"), strict=True):
        pair = known.records[one.one], known.records[one.other]
        judge_pair(casebook, *pair, decision, "seen", ANA, Shown(one.probability, one.drawn))
    assert measured(casebook).judged == 2
    judge(casebook, casebook.judgements()[0].id, "withdraws", "no", ANA)
    assert measured(casebook).judged == 1
    assert sum(one.judged for one in measured(casebook).by_chance) == 0


def test_weights_are_versions_that_can_be_taken_back(casebook: Casebook) -> None:
    with pytest.raises(TooFewLabels):
        fit_weights(casebook)
    assert calibration(casebook) is None
    pair = tuple(ids(people(casebook))[name] for name in ("Bruno Trillo Saldano", "Bruno Trillo Saldaño"))
    before = people(casebook).explain(*pair).bits
    assert use_weights(casebook, Calibration({"name": 0.5, "birth": 1.0}, 0.0, 50, 25), "tried", ANA) == 1
    assert people(casebook).explain(*pair).bits < before
    assert use_weights(casebook, Calibration({"name": 2.0, "birth": 1.0}, 0.0, 60, 30), "tried", ANA) == 2
    assert people(casebook).explain(*pair).bits > before
    go_back(casebook, 1, "the first was better", ANA)
    in_use = calibration(casebook)
    assert in_use is not None
    assert (in_use.version, in_use.weights.factors["name"]) == (1, 0.5)
    go_back(casebook, 0, "as shipped", ANA)
    assert people(casebook).explain(*pair).bits == pytest.approx(before)
    assert [one.version for one in calibrations(casebook)] == [1, 2]
    with pytest.raises(WrongDecision, match="version 7"):
        go_back(casebook, 7, "x", ANA)


def test_an_id_is_resolved_by_its_beginning(casebook: Casebook) -> None:
    known = people(casebook)
    id = ids(known)["Ana Quiroz"]
    assert known.resolve(id[:8]) == id
    for wrong in (id[:3], "zzzzzzzz"):
        with pytest.raises(InvalidValue, match="No record begins"):
            known.resolve(wrong)


def test_weights_are_not_changed_without_a_reason(casebook: Casebook) -> None:
    with pytest.raises(InvalidValue, match="without a reason"):
        go_back(casebook, 0, " ", ANA)


def test_a_reason_that_may_name_somebody_taken_out_is_told_no_more(casebook: Casebook) -> None:
    known = people(casebook)
    names = ids(known)
    pair = known.records[names["DORRE, Ivo"]], known.records[names["Marta Lund"]]
    judge_pair(casebook, *pair, "different", "“lund” is not “dorre”", ANA)
    (judgement,) = people(casebook).judgements_about([names["Marta Lund"]])
    assert "lund" in people(casebook).reason_of(judgement)
    entry = known.records[names["DORRE, Ivo"]].source
    assert isinstance(entry, Entry)
    suppress(casebook, "asked in person", ANA, entry)
    after = people(casebook)
    (judgement,) = after.judgements_about([names["Marta Lund"]])
    assert after.reason_of(judgement) == ""
