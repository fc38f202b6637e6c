from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from paradero.casework import Casebook, audit, judge, judgements, statements, verify
from paradero.model import Figure, Mention, ParaderoError, Reader, Speaker, Statement, When
from tests.casework.material import ANA, BRUNO


def first(casebook: Casebook) -> Statement:
    return statements(casebook)[0].statement


def statuses(casebook: Casebook) -> list[str]:
    return [one.standing.status for one in statements(casebook)]


@pytest.mark.parametrize(("decision", "status"), [("accepts", "accepted"), ("rejects", "rejected")])
def test_a_judgement_is_signed_and_decides(read_once: Casebook, decision: str, status: str) -> None:
    judgement = judge(read_once, first(read_once).id[:6], decision, "The original says so.", BRUNO)
    assert (judgement.by, judgement.about, judgement.reason) == (
        "Bruno",
        (first(read_once).id,),
        "The original says so.",
    )
    assert judgement.made_at == audit(read_once)[-1].at
    assert judgements(read_once) == (judgement,)
    assert statuses(read_once) == [status, "unjudged"]
    assert len(statements(read_once, with_judged=False)) == (1 if decision == "rejects" else 2)
    assert verify(read_once)[1] == ()


def test_a_correction_is_a_new_statement_by_a_person(read_once: Casebook) -> None:
    wrong = first(read_once)
    judgement = judge(read_once, wrong.id, "corrects", "It was a transfer.", BRUNO, {"act": "transferred"})
    right = read_once.statement(judgement.replacement)
    assert (right.act, right.reader, right.recorded_at) == ("transferred", Reader("person", "Bruno"), judgement.made_at)
    assert (right.span, right.trigger, right.document) == (wrong.span, wrong.trigger, wrong.document)
    assert read_once.statement(wrong.id) == wrong  # nothing is overwritten
    stand = {one.statement.id: one.standing.status for one in statements(read_once)}
    assert (stand[wrong.id], stand[right.id]) == ("corrected", "accepted")
    assert audit(read_once)[-1].details["records"][0][1] == right.id
    assert verify(read_once)[1] == ()


def test_a_withdrawal_undoes_and_can_be_undone(read_once: Casebook) -> None:
    made = judge(read_once, first(read_once).id, "corrects", "Wrong act.", ANA, {"act": "transferred"})
    withdrawn = judge(read_once, made.id[:8], "withdraws", "I misread.", ANA)
    assert sorted(statuses(read_once)) == ["unjudged", "unjudged", "withdrawn"]
    with pytest.raises(ParaderoError, match="withdrawn already"):
        judge(read_once, made.id, "withdraws", "Again.", ANA)
    judge(read_once, withdrawn.id, "withdraws", "I was right after all.", ANA)
    assert sorted(statuses(read_once)) == ["accepted", "corrected", "unjudged"]


Check = Callable[[Statement], bool]


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({"speaker": "Jo Vasa"}, lambda s: s.speaker == Speaker("Jo Vasa", "party", "The Interior Ministry")),
        ({"speaker": "outlet"}, lambda s: s.speaker == Speaker("outlet", "outlet")),  # nobody is named
        ({"speaker_kind": "agency"}, lambda s: s.speaker.kind == "agency" and s.speaker.resolved),
        ({"by": "Ruthenia"}, lambda s: s.by.text == "Ruthenia" and s.by.start is not None),  # stands in the document
        ({"from": "a camp"}, lambda s: s.origin == Mention("a camp") and s.worked_out == ("at", "origin")),  # does not
        ({"at": ""}, lambda s: s.at is None and s.worked_out == ()),  # cleared, and so no longer worked out
        ({"stance": "denies", "polarity": "negative"}, lambda s: (s.stance, s.polarity) == ("denies", "negative")),
        ({"scope": "all"}, lambda s: s.scope == "all"),
        ({"hedge": " alleged "}, lambda s: s.hedge == "alleged"),  # blanks around do not count
        ({"value": "10"}, lambda s: s.figure == s.who.group == Figure("=", 10, of="fishermen")),  # the group's too
        ({"value": "9", "operator": ">="}, lambda s: s.figure == Figure(">=", 9, of="fishermen")),
        ({"value": "9", "high": "12"}, lambda s: (s.figure.value, s.figure.high) == (9, 12)),  # a range
        ({"value": ""}, lambda s: not s.figure.known and s.figure.of == "fishermen"),  # no number was said
        ({"of": "sailors"}, lambda s: s.figure == Figure("=", 9, of="sailors", written="nine")),
        ({"who": "fishermen"}, lambda s: s.who.mention.text == "fishermen" and s.who.group == s.figure),
        ({"who": ""}, lambda s: s.who is None),
        (
            {"when": "on Monday", "earliest_start": "2025-07-14", "latest_end": "2025-07-14"},
            lambda s: s.when == When("on Monday", date(2025, 7, 14), latest_end=date(2025, 7, 14)),
        ),
        ({"accusation": "smuggling", "accusation_by": "Portovel"}, lambda s: s.accusation.by == "Portovel"),
    ],
)
def test_what_a_correction_can_change(read_once: Casebook, changes: dict[str, str], holds: Check) -> None:
    judgement = judge(read_once, first(read_once).id, "corrects", "Read again.", ANA, changes)
    assert holds(read_once.statement(judgement.replacement))


@pytest.mark.parametrize(
    ("decision", "changes", "code", "said"),
    [
        ("agrees", None, "wrong_decision", "Decide: accepts, rejects"),  # no such decision
        ("same", None, "wrong_decision", "cannot be decided about a statement"),  # one about mentions
        ("accepts", {"act": "held"}, "wrong_decision", "changes nothing"),  # a change without a correction
        ("corrects", {"colour": "red"}, "unknown_field", "It can change: speaker"),  # no such field
        ("corrects", {"span": "0-5"}, "unknown_field", "cannot change span"),  # where it stands is not for a person
        ("corrects", None, "nothing_corrected", "Accept it instead"),  # a correction without a change
        ("corrects", {"act": "released"}, "nothing_corrected", "as it is"),  # the act it has
        ("corrects", {"act": "liberated"}, "unknown_code", "'liberated' is not in the vocabulary 'acts'"),
        ("corrects", {"stance": ""}, "unknown_code", "'stances'"),  # a stance cannot be cleared
        ("corrects", {"speaker": " "}, "invalid_value", "has a speaker"),  # nor the speaker
        ("corrects", {"value": "ten"}, "invalid_value", "value: 'ten' is not a number"),
        ("corrects", {"operator": "=="}, "invalid_value", "operator: '==' is not allowed"),
        ("corrects", {"value": "9", "high": "3"}, "invalid_value", "range"),  # a range that runs backwards
        ("corrects", {"latest_end": "2025-02-31"}, "invalid_value", "latest_end: '2025-02-31' is not a day"),
        ("corrects", {"earliest_start": "2025-03-02", "latest_start": "2025-03-01"}, "invalid_value", "cannot run"),
        ("corrects", {"polarity": "perhaps"}, "invalid_value", "polarity: 'perhaps' is not allowed"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_written(
    read_once: Casebook, decision: str, changes: dict[str, str] | None, code: str, said: str
) -> None:
    before = audit(read_once)
    with pytest.raises(ParaderoError) as error:
        judge(read_once, first(read_once).id, decision, "Because.", ANA, changes)
    assert error.value.code == code
    assert said in str(error.value)
    assert audit(read_once) == before


@pytest.mark.parametrize(
    ("target", "decision", "code"),
    [
        ("abc", "accepts", "id_too_short"),
        ("abcdef", "accepts", "unknown_id"),
        ("abcdef", "withdraws", "unknown_id"),  # a judgement that is not there
    ],
)
def test_a_target_that_is_not_there_is_refused(read_once: Casebook, target: str, decision: str, code: str) -> None:
    with pytest.raises(ParaderoError) as error:
        judge(read_once, target, decision, "Because.", ANA)
    assert error.value.code == code


def test_a_judgement_needs_a_reason(read_once: Casebook) -> None:
    with pytest.raises(ParaderoError, match="needs a reason"):
        judge(read_once, first(read_once).id, "accepts", "  ", ANA)
    assert judgements(read_once) == ()
