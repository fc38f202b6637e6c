"""The counts of a casebook: figures of files and statements, held against each other, with what people decide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from paradero.casework import (
    AmbiguousId,
    Casebook,
    Counts,
    IdTooShort,
    UnknownId,
    WrongDecision,
    WrongRelation,
    audit,
    counts,
    documents,
    figures,
    import_figures,
    judge,
    judge_relation,
    read,
    relate,
    verify,
)
from paradero.casework.reading import asked_for
from paradero.intake import GivenByPerson
from paradero.ledger import Account, figures_from_toml, proposed, reconcile
from paradero.model import InvalidValue
from tests.casework.material import ANA, BRUNO, NOTHING

SHARED = Path(__file__).parents[3] / "shared" / "cases"
OWN = Path(__file__).parents[1] / "ledger" / "cases"
FILES = [*(path for path in [SHARED / "swap_2025.toml"] if path.exists()), *sorted(OWN.glob("*.toml"))]
TWO_VOICES = """
# An invented release; two sides count it.
[[figures]]
id = "ministry"
speaker = "Ministry"
said_on = 2025-07-18
about = "prisoners released"
state = "released"
value = 300

[[figures]]
id = "committee"
speaker = "Committee"
said_on = 2025-07-19
about = "prisoners released"
state = "released"
value = 280
note = '''
[[figures]]
# not a table of its own'''
"""
PARTS = """
[[figures]]
id = "a"
speaker = "{speaker}"
about = "{about}"
state = "released"
value = {whole}

[[figures]]
id = "men"
speaker = "{speaker}"
about = "part of a: men"
state = "released"
value = {men}

[[figures]]
id = "women"
speaker = "{speaker}"
about = "part of a: women"
state = "released"
value = {women}
"""
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def voices(casebook: Casebook, write: Write) -> Casebook:
    import_figures(casebook, write("voices.toml", TWO_VOICES), NOTHING, ANA)
    return casebook


def told(account: Account, known: Counts | None = None) -> tuple[str, str, frozenset[str]]:
    """What an account says, with its figures by the names that the file gives them."""
    names = frozenset(id.partition("#")[0] for id in account.figures)
    return account.kind, account.text if known is None else known.shown(account.text), names


def codes(problems: object) -> list[str]:
    return re.findall(r"code='(\w+)'", repr(problems))


def the(known: Counts, kind: str) -> Account:
    (one,) = [account for account in known.accounts if account.kind == kind]
    return one


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_account_of_a_case_comes_out_of_the_casebook(casebook: Casebook, path: Path) -> None:
    bare, _ = figures_from_toml(path.read_text(encoding="utf-8"), path.name)
    accounts, _ = reconcile(bare, proposed(bare)[0])
    done, problems = import_figures(casebook, path, NOTHING, ANA)
    assert (done.figures, problems) == (len(bare), ())
    known = counts(casebook)
    assert known.problems == ()
    assert Counter(told(one, known) for one in known.accounts) == Counter(map(told, accounts))
    assert len(accounts) > 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_cites_the_words_of_its_table(casebook: Casebook, path: Path) -> None:
    import_figures(casebook, path, NOTHING, ANA)
    (document,) = documents(casebook)
    for one in figures(casebook)[0]:
        words = document.text[one.span.start : one.span.end]
        assert words == one.span.exact
        assert words.startswith("[[figures]]")
        assert words.count("[[figures]]") == 1
        assert f'id = "{one.name}"' in words
        assert one.id == f"{one.name}#{one.short}"


def test_a_table_whose_text_looks_like_another_is_cited_whole(voices: Casebook) -> None:
    _, second = figures(voices)[0]
    assert second.span.exact.startswith('[[figures]]\nid = "committee"')
    assert second.span.exact.endswith("# not a table of its own'''")


def test_tables_in_one_line_are_cited_by_the_whole_file(casebook: Casebook, write: Write) -> None:
    path = write("line.toml", 'figures = [{speaker = "Ministry", about = "prisoners", value = 3}]\n')
    import_figures(casebook, path, NOTHING, ANA)
    ((one,), _) = figures(casebook)
    assert one.span.exact == path.read_text()
    assert one.id == one.digest  # it has no name


def test_the_rows_of_a_sheet_are_figures_with_their_place(casebook: Casebook, write: Write) -> None:
    path = write("sheet.csv", 'Who;Set;Number\nMinistry;prisoners;"at least 245"\nCommittee;prisoners;\n')
    done, problems = import_figures(
        casebook, path, GivenByPerson(published="2025-07-19"), ANA, {"state": "held", "unit": "persons"}
    )
    assert (done.figures, codes(problems)) == (2, [])
    one, other = figures(casebook)[0]
    assert (one.span.exact, one.span.row, one.span.sheet) == ("Ministry\tprisoners\tat least 245", 2, "")
    assert (one.figure.written, one.figure.state, str(one.figure.said_on)) == (">=245", "held", "2025-07-19")
    assert not other.figure.known
    assert len({one.id, other.id}) == 2


def test_the_file_is_kept_its_act_tells_how_it_is_read_and_it_is_no_report(casebook: Casebook, write: Write) -> None:
    path = write("voices.toml", TWO_VOICES)
    done, _ = import_figures(casebook, path, NOTHING, ANA, {"party": "the Republic"})
    (document,) = documents(casebook)
    assert casebook.original(document.sha256).read_bytes() == path.read_bytes()
    assert done.document == document.id
    entry = audit(casebook)[-1]
    assert (entry.act, entry.actor, entry.details["count"]) == ("import_figures", "Ana", 2)
    assert entry.details["figures"]["given"] == {"party": "the Republic"}
    assert asked_for(casebook, None) == ()
    assert read(casebook, engine="rules", actor=ANA)[0].documents == ()
    assert verify(casebook)[1] == ()


def test_the_same_file_again_writes_nothing_and_another_reading_replaces_the_first(
    casebook: Casebook, write: Write
) -> None:
    path = write("voices.toml", TWO_VOICES)
    first, _ = import_figures(casebook, path, NOTHING, ANA)
    again, problems = import_figures(casebook, path, NOTHING, BRUNO)
    assert (again.document, again.already, codes(problems)) == (first.document, True, ["figures_in_casebook"])
    assert [entry.act for entry in audit(casebook)].count("import_figures") == 1
    _, problems = import_figures(casebook, path, NOTHING, ANA, {"party": "the Republic"})
    assert codes(problems) == ["figures_read_otherwise"]
    assert {one.figure.party for one in figures(casebook)[0]} == {"the Republic"}


def test_a_newer_version_takes_the_place_of_the_older_and_keeps_what_was_decided(
    casebook: Casebook, write: Write
) -> None:
    first, _ = import_figures(casebook, write("voices.toml", TWO_VOICES), NOTHING, ANA)
    judge_relation(casebook, the(counts(casebook), "same").relation or "", "accepts", "One release.", ANA)
    newer = TWO_VOICES + '[[figures]]\nspeaker = "Ministry"\nabout = "guards dismissed"\nvalue = 4\n'
    second, _ = import_figures(casebook, write("later.toml", newer), NOTHING, ANA, newer_than=first.document[:8])
    known = counts(casebook)
    assert [one.document.id for one in known.figures] == [second.document] * 3
    assert [one.by for one in known.relations] == ["Ana"]
    assert known.problems == ()


def test_two_files_may_use_one_id(casebook: Casebook, write: Write) -> None:
    import_figures(casebook, write("one.toml", TWO_VOICES), NOTHING, ANA)
    other = TWO_VOICES.replace("prisoners", "sailors").replace("= 300", "= 41").replace('"committee"', '"sailors"')
    import_figures(casebook, write("two.toml", other), NOTHING, ANA)
    known = counts(casebook)
    assert [one.name for one in known.figures] == ["one:ministry", "committee", "two:ministry", "sailors"]
    assert len({one.id for one in known.figures}) == 4
    assert known.named("two:ministry") == known.figures[2].id
    with pytest.raises(AmbiguousId):
        known.named("ministry")
    assert {one.text for one in known.accounts} == {"differs by 20: 300 - 280 = 20", "differs by 239: 280 - 41 = 239"}


def test_the_parts_of_a_whole_are_those_of_its_own_file(casebook: Casebook, write: Write) -> None:
    one = PARTS.format(speaker="Ministry", about="prisoners", whole=5, men=2, women=3)
    other = PARTS.format(speaker="Harbour", about="sailors", whole=9, men=5, women=3)
    import_figures(casebook, write("one.toml", one), NOTHING, ANA)
    import_figures(casebook, write("two.toml", other), NOTHING, ANA)
    texts = [account.text for account in counts(casebook).accounts if account.kind == "parts"]
    assert sorted(texts) == ["consistent: 3 + 2 = 5", "differs by 1: 5 + 3 = 8; 9 - 5 - 3 = 1"]


def test_a_name_may_hold_the_sign_that_parts_it_from_the_digest(casebook: Casebook, write: Write) -> None:
    text = PARTS.replace('"a"', '"a#1"').replace("of a:", "of a#1:")
    named = text.format(speaker="Ministry", about="prisoners", whole=5, men=2, women=3)
    import_figures(casebook, write("one.toml", named), NOTHING, ANA)
    known = counts(casebook)
    assert the(known, "parts").text == "consistent: 3 + 2 = 5"
    assert known.named("a#1") == known.figures[0].id
    with pytest.raises(IdTooShort):
        known.named("")


def test_figures_of_statements_stand_beside_those_of_files(read_once: Casebook, write: Write) -> None:
    row = 'speaker,about,number,state,said_on\nHarbour Office,"fishermen set free at Portovel",8,released,2025-07-19\n'
    import_figures(read_once, write("harbour.csv", row), NOTHING, ANA)
    known = counts(read_once)
    account = the(known, "same")
    assert account.text == "differs by 1: 9 - 8 = 1"
    assert set(account.voices) == {"Interior Ministry of Ruthenia", "Harbour Office"}
    stated = next(one for one in known.figures if one.statement is not None and one.figure.figure.value == 9)
    assert stated.id in account.figures
    assert stated.figure.about == "fishermen released from Portovel"
    judge(read_once, stated.id, "rejects", "Not said there.", ANA)
    assert stated.id not in [one.id for one in counts(read_once).figures]


def test_what_is_accepted_carries_the_name_and_the_reason(voices: Casebook) -> None:
    proposal = the(counts(voices), "same").relation
    assert proposal is not None
    assert proposal.by == ""
    judge_relation(voices, proposal.id[:8], "accepts", "Both speak of one day.", BRUNO)
    known = counts(voices)
    relation = the(known, "same").relation
    assert relation is not None
    assert (relation.id, relation.by, relation.why) == (proposal.id, "Bruno", "Both speak of one day.")
    assert known.decided[relation.id].proposed == proposal.why
    assert audit(voices)[-1].details["reason"] == "Both speak of one day."


def test_what_was_decided_of_a_figure_is_proposed_of_its_correction(read_once: Casebook, write: Write) -> None:
    row = 'speaker,about,number,state,said_on\nHarbour Office,"fishermen set free at Portovel",8,released,2025-07-19\n'
    import_figures(read_once, write("harbour.csv", row), NOTHING, ANA)
    before = counts(read_once)
    stated = next(one for one in before.figures if one.statement is not None and one.figure.figure.value == 9)
    relation = the(before, "same").relation
    assert relation is not None
    judge_relation(read_once, relation, "accepts", "One harbour, one day.", BRUNO)
    made = judge(read_once, stated.id, "corrects", "The ferry office says it.", ANA, {"speaker": "Ferry Office"})
    known = counts(read_once)
    again = the(known, "same").relation
    assert again is not None
    assert (again.by, set(again.members)) == ("", {*relation.members} - {stated.id} | {made.replacement})
    told = f"Bruno set it of {stated.id[:8]}, which was corrected since: One harbour, one day"
    assert again.why.startswith(told)
    assert (known.decided, codes(known.problems)) == ({}, [])
    judge(read_once, made.id, "withdraws", "The ministry said it after all.", ANA)
    assert counts(read_once).relations == (replace(relation, by="Bruno", why="One harbour, one day."),)
    judge(
        read_once, stated.id, "rejects", "Not said there.", ANA
    )  # and not corrected: the decision has lost its figure
    assert codes(counts(read_once).problems) == ["relation_figure_unknown"]


def test_what_is_rejected_does_not_come_again(voices: Casebook, write: Write) -> None:
    proposal = the(counts(voices), "same").relation
    assert proposal is not None
    judge_relation(voices, proposal, "rejects", "Two releases.", ANA)
    known = counts(voices)
    assert [one.kind for one in known.accounts] == ["one_voice", "one_voice"]
    assert [(one.by, one.reason) for one in known.rejected] == [("Ana", "Two releases.")]
    # A third voice joins: it may be of either set, but the two are not one by way of it.
    third = 'speaker,about,number,state,said_on\nLawyers,"prisoners released",290,released,2025-07-19\n'
    import_figures(voices, write("lawyers.csv", third), NOTHING, ANA)
    known = counts(voices)
    pairs = [frozenset(one.parts) for one in known.relations if one.kind == "same"]
    assert len(pairs) == 2
    assert frozenset(proposal.parts) not in pairs
    assert all(not frozenset(proposal.parts) <= pair for pair in pairs)


def test_a_correction_is_a_rejection_and_a_relation_of_ones_own(casebook: Casebook, write: Write) -> None:
    third = TWO_VOICES + '[[figures]]\nid = "lawyers"\nspeaker = "Lawyers"\nabout = "prisoners released"\n'
    import_figures(casebook, write("three.toml", third + 'state = "released"\nvalue = 300\n'), NOTHING, ANA)
    proposal = the(counts(casebook), "same").relation
    assert proposal is not None
    assert len(proposal.parts) == 3
    judge_relation(casebook, proposal, "rejects", "The committee counts another prison.", ANA)
    relate(casebook, "same", "", ["ministry", "lawyers"], "These two count all prisons.", ANA)
    account = the(counts(casebook), "same")
    assert account.text == "consistent: 300 = 300"
    assert account.relation is not None
    assert account.relation.by == "Ana"


def test_the_last_decision_holds_and_taking_it_back_brings_the_one_before(voices: Casebook) -> None:
    relation = the(counts(voices), "same").relation
    assert relation is not None
    judge_relation(voices, relation, "accepts", "One release.", ANA)
    judge_relation(voices, relation, "rejects", "Two.", BRUNO)
    assert [one.relation for one in counts(voices).accounts] == [None, None]
    judge_relation(voices, relation.id[:10], "withdraws", "Misread.", BRUNO)
    assert the(counts(voices), "same").relation == replace(relation, by="Ana", why="One release.")
    judge_relation(voices, relation, "withdraws", "Open again.", ANA)
    assert the(counts(voices), "same").relation == relation
    with pytest.raises(WrongDecision):
        judge_relation(voices, relation, "withdraws", "Once more.", ANA)


def test_what_was_known_on_the_day_before_knows_neither_file_nor_decision(casebook: Casebook, write: Write) -> None:
    day = {"now": datetime(2025, 7, 20, 9, tzinfo=UTC)}
    casebook.clock = lambda: day["now"]
    import_figures(casebook, write("voices.toml", TWO_VOICES), NOTHING, ANA)
    relation = the(counts(casebook), "same").relation
    assert relation is not None
    day["now"] = datetime(2025, 7, 22, 9, tzinfo=UTC)
    judge_relation(casebook, relation, "accepts", "One release.", ANA)
    assert counts(casebook, "2025-07-19").figures == ()
    assert [one.by for one in counts(casebook, "2025-07-21").relations] == [""]
    assert [one.by for one in counts(casebook, "2025-07-22").relations] == ["Ana"]
    said = counts(casebook, "2025-07-18", by_said_on=True)
    assert [one.name for one in said.figures] == ["ministry"]
    assert [one.kind for one in said.accounts] == ["one_voice"]
    assert [one.by for one in said.relations] == ["Ana"]  # when it was decided is not asked


def test_a_number_that_was_said_later_is_not_in_a_series_by_that_day(casebook: Casebook, write: Write) -> None:
    rows = "speaker,about,number,state,said_on\n"
    rows += "Ministry,prisoners released,99,released,2024-12-25\nForo,prisoners released,61,verified,2024-12-29\n"
    import_figures(casebook, write("later.csv", rows), NOTHING, ANA)
    (whole,) = counts(casebook).series
    assert [len(step.said) for step in whole.steps] == [1, 1]
    (cut,) = counts(casebook, "2024-12-26", by_said_on=True).series
    assert [str(step.day) for step in cut.steps] == ["2024-12-25"]
    assert counts(casebook, "2024-12-24", by_said_on=True).series == ()


def test_words_ask_for_some_accounts_and_a_figure_without_a_number_is_not_lost(
    casebook: Casebook, write: Write
) -> None:
    extra = '[[figures]]\nspeaker = "Ministry"\nabout = "sailors held at Portovel"\nstate = "held"\nop = "?"\n'
    import_figures(casebook, write("voices.toml", TWO_VOICES + extra), NOTHING, ANA)
    known = counts(casebook, about="Portovel")
    assert known.accounts == ()
    assert [(one.figure.known, one.figure.about) for one in known.alone] == [(False, "sailors held at Portovel")]
    assert len(counts(casebook, about="committee prisoners").accounts) == 1


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_no_decision_without_a_reason(voices: Casebook, reason: str) -> None:
    relation = the(counts(voices), "same").relation
    assert relation is not None
    before = len(audit(voices))
    with pytest.raises(WrongDecision, match="needs a reason"):
        judge_relation(voices, relation, "rejects", reason, ANA)
    with pytest.raises(WrongDecision, match="needs a reason"):
        relate(voices, "same", "", ["ministry", "committee"], reason, ANA)
    assert len(audit(voices)) == before


def test_a_relation_that_cannot_be_used_is_refused_with_why(voices: Casebook) -> None:
    for kind, whole, parts, words in (
        ("parts", "ministry", ["ministry"], "a part of itself"),
        ("parts", "", ["ministry"], "lacks its whole"),
        ("same", "", ["ministry"], "same as nothing"),
        ("same", "", ["ministry", "ministry"], "counts figures twice"),
        ("sameness", "", ["ministry", "committee"], "no kind of relation"),
    ):
        with pytest.raises(WrongRelation, match=words):
            relate(voices, kind, whole, parts, "Seen.", ANA)  # type: ignore[arg-type]
    with pytest.raises(UnknownId):
        relate(voices, "same", "", ["ministry", "nobody-of-that-name"], "Seen.", ANA)
    with pytest.raises(IdTooShort):
        judge_relation(voices, "ab", "accepts", "Seen.", ANA)
    with pytest.raises(WrongDecision):
        judge_relation(voices, "abcdef", "sets", "Seen.", ANA)


def test_no_person_can_set_a_circle_and_proposals_give_way_to_people(casebook: Casebook, write: Write) -> None:
    whole = PARTS.format(speaker="Ministry", about="prisoners", whole=5, men=2, women=3)
    import_figures(casebook, write("one.toml", whole), NOTHING, ANA)
    assert the(counts(casebook), "parts").verdict == "consistent"
    relate(casebook, "parts", "men", ["a"], "Against the proposal.", ANA)
    known = counts(casebook)
    assert [(one.kind, one.by) for one in known.relations if one.kind == "parts"] == [("parts", "Ana")]
    assert known.problems == ()
    with pytest.raises(WrongRelation, match="contains or follows itself"):
        relate(casebook, "parts", "a", ["men"], "And back.", ANA)


def test_a_whole_and_part_that_contain_each_other_are_a_problem(casebook: Casebook, write: Write) -> None:
    rows = "id,speaker,about,number,state\na,Ministry,part of b: men,3,released\nb,Ministry,part of a: men,3,released\n"
    import_figures(casebook, write("circle.csv", rows), NOTHING, ANA)
    known = counts(casebook)
    assert set(codes(known.problems)) == {"relations_circular"}
    assert [one.kind for one in known.accounts if one.kind == "parts"] == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("broken.toml", "[[figures]\nspeaker = 3", ["figures_unreadable"]),
        ("none.toml", 'title = "no figures"\n', ["no_figures"]),
        ("list.toml", "figures = 3\n", ["figures_unreadable"]),
        ("wrong.toml", '[[figures]]\nspeaker = "M"\nabout = "x"\nvalue = -4\n', ["figure_number"]),
        ("none.csv", "speaker,about,number\n", ["no_figures"]),
        ("empty.toml", "", ["empty_file"]),
    ],
)
def test_a_file_without_usable_figures_is_not_kept(
    casebook: Casebook, write: Write, name: str, text: str, expected: list[str]
) -> None:
    before = len(audit(casebook))
    done, problems = import_figures(casebook, write(name, text), NOTHING, ANA)
    assert (done.document, done.figures, codes(problems)) == ("", 0, expected)
    assert (documents(casebook), len(audit(casebook))) == ((), before)


def test_a_file_of_which_some_rows_are_wrong_comes_in_without_them(casebook: Casebook, write: Write) -> None:
    text = TWO_VOICES + '[[figures]]\nid = "ministry"\nspeaker = "M"\nabout = "x"\nvalue = 1\n'
    done, problems = import_figures(casebook, write("some.toml", text), NOTHING, ANA)
    assert (done.figures, codes(problems)) == (2, ["figure_id_repeated"])
    assert codes(counts(casebook).problems) == ["figure_id_repeated"]


def test_one_id_in_two_sheets_of_a_file_is_a_problem(casebook: Casebook, tmp_path: Path) -> None:
    from tests.intake.workbooks import xlsx

    sheet = [["id", "speaker", "about", "number"], ["a", "Ministry", "prisoners", "3"]]
    path = tmp_path / "two.xlsx"
    path.write_bytes(xlsx({"May": sheet, "June": sheet}))
    done, problems = import_figures(casebook, path, NOTHING, ANA)
    assert (done.figures, codes(problems)) == (1, ["figure_id_repeated"])
    assert figures(casebook)[0][0].span.sheet == "May"


def test_figures_that_contradict_each_other_are_accounts_and_no_crash(casebook: Casebook, write: Write) -> None:
    rows = "speaker,about,number,state,said_on\n" + "Ministry,prisoners released,{},released,2025-07-18\n" * 3
    import_figures(casebook, write("torn.csv", rows.format(0, 3, 10)), NOTHING, ANA)
    account = the(counts(casebook), "same")
    assert (account.verdict, account.difference and account.difference.value) == ("differs", 10)


def test_ten_thousand_figures_of_one_set_are_counted(casebook: Casebook, write: Write) -> None:
    rows = ["speaker,about,number,state,said_on"]
    rows += [
        f"Outlet {n % 50},prisoners released,{200 + n % 17},released,2025-07-{1 + n % 18:02d}" for n in range(10000)
    ]
    done, problems = import_figures(casebook, write("many.csv", "\n".join(rows)), NOTHING, ANA)
    assert (done.figures, problems) == (10_000, ())
    known = counts(casebook)
    assert len({one.id for one in known.figures}) == 10_000
    assert {one.kind for one in known.accounts} == {"same"}


def test_what_cannot_be_said_of_all_rows_and_what_is_no_older_version_is_refused(
    read_once: Casebook, write: Write
) -> None:
    path = write("voices.toml", TWO_VOICES)
    with pytest.raises(InvalidValue, match="cannot be said of all rows"):
        import_figures(read_once, path, NOTHING, ANA, {"value": "3"})
    with pytest.raises(InvalidValue, match="no file of figures"):
        import_figures(read_once, path, NOTHING, ANA, newer_than=documents(read_once)[0].id)
