"""``show person``, ``group``, ``place``, ``disputes``, ``unaccounted``, ``chain check`` and ``explain``, end to end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paradero.cli.ledger import asking
from tests.cli.custody import at_prison, at_swap, prison, swap
from tests.cli.test_commands import Said, run

__all__ = ["at_prison", "at_swap", "prison", "run", "swap"]

At = Callable[..., Said]
LONG_ID = re.compile("[0-9a-f]{20}")
EVERY = [
    ("show", "person"),
    ("show", "group"),
    ("show", "place", "Cecot"),
    ("show", "exchange"),
    ("exchange", "board"),
    ("show", "disputes"),
    ("show", "unaccounted"),
    ("census", "--on", "2025-05-01"),
    ("census", "--from", "2025-03-01", "--until", "2025-05-31"),
    ("chain", "check"),
]


def group(at: At, words: str) -> dict[str, Any]:
    shown: dict[str, Any] = at("show", "group", words, "--json").json
    return shown


def flat(said: Said) -> str:
    return " ".join(said.out.split())


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_every_page_of_an_empty_casebook_says_that_nothing_is_told(run: At, command: tuple[str, ...]) -> None:
    run("new")
    said = run(*command)
    assert (said.code, "Nothing is told of custody yet." in said.out) == (0, True), said
    told = run(*command, "--json")
    assert (told.code, told.json["withheld"], told.json["known_on"]) == (0, 0, None)


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_a_page_fits_the_terminal_and_shows_no_whole_id(
    at_swap: At, command: tuple[str, ...], width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    if command[-1] == "Cecot":
        command = ("show", "place", "Venezuela")
    said = at_swap(*command)
    assert said.code == 0, said
    assert max(len(line) for line in said.out.splitlines()) <= int(width)
    assert LONG_ID.findall(said.out) == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("show", "person", "Nobody Atall"), "No person of the ledger has an id or words like"),
        (("show", "group", "abcdef12"), "No group of the ledger"),
        (("show", "place", "Atlantis"), "Nobody is told to be held at 'Atlantis'"),
        (("show", "exchange", "abcdef12"), "No exchange of the ledger has an id that starts with"),
        (("exchange", "board", "abcdef12"), "No exchange of the ledger"),
        (("explain", "abcdef12"), "Nothing in the ledger has an id that starts with"),
        (("exchange", "accept", "abcdef12", "--reason", "x"), "No exchange of the ledger"),
        (("exchange", "place", "abcdef12", "--with", "abcdef13", "--reason", "x"), "No statement, list or leg"),
        (("exchange", "apart", "abcdef12", "--from", "abcdef13", "--reason", "x"), "No statement, list or leg"),
        (("exchange", "same", "abcdef12", "abcdef13", "--reason", "x"), "No statement of the ledger"),
        (("exchange", "different", "abcdef12", "abcdef13", "--reason", "x"), "No statement of the ledger"),
    ],
)
def test_what_is_not_there_is_told_with_the_next_step(at_swap: At, command: tuple[str, ...], told: str) -> None:
    said = at_swap(*command)
    assert (said.code, said.out, told in said.err, "[unknown_id]" in said.err) == (4, "", True, True), said
    assert "\n  " in said.err  # the next step


def test_several_that_may_be_meant_are_named(at_prison: At) -> None:
    said = at_prison("show", "person", "jose soto")
    assert said.code == 4
    assert re.search(r"2 persons: José Soto \([0-9a-f]{8}\); José Soto", said.err), said.err
    assert at_prison("explain", "abc").code == 2


def test_the_lists_of_persons_and_groups_tell_how_much_is_told(at_swap: At) -> None:
    groups = at_swap("show", "group", "--json").json["groups"]
    (venezuelans,) = [one for one in groups if one["label"] == "252 Venezuelan citizens"]
    assert venezuelans["peoples"] == ["Venezuela"]
    row = next(line for line in at_swap("show", "group").out.splitlines() if "252 Venezuelan citizens" in line)
    assert row.split()[0] == venezuelans["id"][:8]
    assert f" {len(venezuelans['statements'])} " in row
    persons = at_swap("show", "person", "--json").json["persons"]
    assert {one["kind"] for one in persons} == {"person"}
    assert "Ramón Esquera" in {one["label"] for one in persons}


def test_a_timeline_never_invents_a_day_and_marks_what_was_worked_out(at_prison: At) -> None:
    said = flat(at_prison("show", "person", "Ana Ruiz"))
    assert "● Held by ≈ Venezuela at El Helicoide" in said
    assert "began 1 April 2025" in said
    assert "ended not told; last told to be held 10 May 2025" in said
    assert "only the place is told; who holds them there is taken to be its state" in said
    told = at_prison("show", "person", "Ana Ruiz", "--json").json
    (stay,) = told["episodes"]
    assert stay["holders"] == [
        {
            "kind": "physical",
            "party": "Venezuela",
            "said": False,
            "speakers": ["Foro Alba"],
            "statements": stay["holders"][0]["statements"],
        }
    ]
    assert (stay["start"]["earliest_start"], stay["end"]["latest_end"]) == ("2025-04-01", None)
    assert [one["rule"] for one in stay["rules"]] == ["held_by_the_state_of_the_place"]
    assert set(stay["statements"]) <= set(told["statements"])


def test_a_name_of_a_large_casebook_is_looked_for_among_all_and_must_tell_enough(
    at_prison: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = at_prison("show", "person", "ana ruiz", "--json").json
    monkeypatch.setattr(asking, "_LARGE", 1)
    assert at_prison("show", "person", "ana ruiz", "--json").json == expected
    assert at_prison("show", "person", "nobody of the name").code == 4
    monkeypatch.setattr(asking, "_MANY", 0)
    said = at_prison("show", "person", "ana ruiz")
    assert (said.code, "More than 0 statements are about people whose names" in said.err) == (4, True), said


def test_two_records_judged_one_person_make_one_chain(at_prison: At) -> None:
    lists = {one["name"]: one["document"] for one in at_prison("list", "show", "--json").json}
    rows = f"{lists['held.csv']}:3", f"{lists['freed.csv']}:2"
    assert at_prison("list", "judge", *rows, "same", "--reason", "One brother confirmed it.").code == 0
    said = flat(at_prison("show", "person", "jose soto"))
    assert said.index("Held by") < said.index("↓") < said.index("released")
    assert "ended 18 July 2025, release" in said
    before = at_prison("show", "person", "jose soto", "--as-of", "2025-07-01")
    assert "surely on 1 July 2025" in flat(before)
    after = at_prison("show", "person", "jose soto", "--as-of", "2025-08-01")
    assert "Nothing tells that they were held on 1 August 2025. That is no sign of liberty." in flat(after)
    assert at_prison("show", "person", "jose soto", "--as-of", "2025-07-01", "--json").json["episodes"][0]["holds"]


def test_as_known_and_as_said_are_two_days(at_swap: At) -> None:
    early = at_swap("show", "group", "--known-on", "2025-07-18", "--json").json
    assert (early["known_on"], early["groups"]) == ("2025-07-18", [])  # all of it was recorded later
    said = at_swap("show", "group", "--known-on", "2025-07-18", "--by-said-on", "--json").json
    assert (said["known_on"], said["said_by"]) == (None, "2025-07-18")
    assert said["groups"]  # the communiqué was out on that day, the report was not
    labels = {one["label"] for one in said["groups"]}
    assert "a large number of political prisoners" not in labels
    assert "a large number of political prisoners" in {
        one["label"] for one in at_swap("show", "group", "--json").json["groups"]
    }
    misused = at_swap("show", "group", "--by-said-on")
    assert (misused.code, "--known-on" in misused.err) == (2, True)


def test_a_place_is_found_by_its_words_and_tells_who_is_sure(at_prison: At) -> None:
    told = at_prison("show", "place", "CECOT", "--as-of", "2025-05-01", "--json").json
    assert told["place"] == "Cecot"
    assert [(one["subject"]["label"], one["sure"]) for one in told["held"]] == [
        ("Zoila Quintero", True),
        ("José Soto", True),
    ]
    later = at_prison("show", "place", "el salvador", "--as-of", "2025-06-01")
    assert "● Zoila Quintero, perhaps" in later.out
    assert "nothing follows from silence" in later.out
    elsewhere = at_prison("show", "place", "Atlantis")
    assert "Cecot, El Helicoide, El Salvador, Venezuela" in elsewhere.err


def test_a_dispute_keeps_the_scope_of_each_side(at_swap: At) -> None:
    told = at_swap("show", "disputes", "--json").json["disputes"]
    (membership,) = [one for one in told if one["topic"] == "membership" and one["accusations"]]
    assert membership["status"] == "denied"
    assert "Tren de Aragua" in membership["accusations"][0]["accusation"]
    assert membership["denials"][0]["denies"]
    page = flat(at_swap("show", "disputes"))
    assert "tied by ≈" in page
    assert "nobody is told to deny it" in page


def test_who_is_unaccounted_for_may_be_somebody_on_another_list(at_swap: At) -> None:
    said = at_swap("show", "unaccounted")
    assert "Comparing names" in said.err
    page = flat(said)
    assert "Nobody's fate follows from silence" in page
    assert "Departed, and nothing more is told: 10 persons, 1 row without a name" in page
    assert "≈ may be Pedro L. Arciles · arrived.csv, row 10: over 99.9 %" in page
    told = at_swap("show", "unaccounted", "--json").json["missing"]
    (jhon,) = [one for one in told if one["subject"]["label"] == "QUINTAVE, Jhon"]
    assert (jhon["state"], jhon["since"], jhon["may_be"]) == ("departed", "2025-07-18", [])
    (unnamed,) = [one for one in told if one["subject"]["kind"] == "group"]
    assert unnamed["how_many"] == "3"


def test_chains_are_checked_with_statements_and_the_next_step(at_swap: At) -> None:
    told = at_swap("chain", "check", "--json").json["troubles"]
    assert {one["code"] for one in told} >= {"departed_not_arrived"}
    assert all(one["statements"] and one["hint"] for one in told)
    said = at_swap("chain", "check")
    assert said.code == 0
    assert said.out.count("They are told to have left, and nobody tells that they arrived.") == 1  # told once for all
    assert "QUINTAVE, Jhon" in said.out
    assert "manifest.csv" in said.out


def test_an_answer_is_explained_down_to_the_words(at_swap: At) -> None:
    (exchange,) = at_swap("show", "exchange", "--json").json["exchanges"]
    leg = exchange["legs"][0]
    said = at_swap("explain", leg["id"][:8])
    assert f"leg {leg['id'][:8]}" in said.out.replace("\u00a0", " ")
    assert "“252 Venezuelan citizens returned today to their country” communique.txt" in flat(said)
    assert "as above" in said.out  # a rule is written out once
    told = at_swap("explain", leg["id"], "--json").json
    assert told["kind"] == "leg"
    cited = {one["statement"]["id"]: one["statement"] for one in told["cited"]}
    assert set(leg["movement"]["statements"]) <= set(cited)
    assert all(one["span"]["prefix"] == "" for one in cited.values())  # words around may be about somebody else


@pytest.mark.parametrize(
    "kind", ["exchange", "leg", "movement", "episode", "dispute", "account", "group", "person", "statement"]
)
def test_every_kind_of_answer_is_explained(at_swap: At, kind: str) -> None:
    id = ids(at_swap, kind)
    said = at_swap("explain", id, "--json")
    assert said.code == 0, said
    assert (said.json["kind"], said.json["id"].startswith(id)) == (kind, True)
    assert list(statements(said.json)) != []
    assert at_swap("explain", id).code == 0


def ids(at: At, kind: str) -> str:
    (exchange,) = at("show", "exchange", "--json").json["exchanges"]
    legs = {one["id"] for one in exchange["legs"]}
    if kind == "account":
        whole = at("explain", exchange["id"], "--json").json
        return next(str(one["id"]) for one in whole["parts"] if one["kind"] == "account")
    shown = group(at, "252 venezuelan")
    persons = at("show", "person", "--json").json["persons"]
    person = at("show", "person", persons[0]["id"], "--json").json
    moved = [one["id"] for one in person["movements"] if one["id"] not in legs]
    found = {
        "exchange": exchange["id"],
        "leg": exchange["legs"][0]["id"],
        "movement": moved[0],
        "episode": shown["episodes"][-1]["id"],
        "dispute": at("show", "disputes", "--json").json["disputes"][0]["id"],
        "group": shown["id"],
        "person": persons[0]["id"],
        "statement": exchange["statements"][0],
    }
    return str(found[kind])


def statements(part: dict[str, Any]) -> Iterator[str]:
    yield from part["statements"]
    for inner in part["parts"]:
        yield from statements(inner)


def test_what_people_judged_stands_beside_the_statement(at_swap: At) -> None:
    one = group(at_swap, "252 venezuelan")["statements"][0]
    assert at_swap("judge", one, "accept", "--reason", "Compared with the video.").code == 0
    said = at_swap("explain", one[:8])
    assert "judged: accepts by Ana" in said.out
    assert "Compared with the video." in flat(said)
    told = at_swap("explain", one, "--json").json["cited"][0]["judgements"]
    assert [(judged["decision"], judged["by"]) for judged in told] == [("accepts", "Ana")]


def test_who_was_taken_out_is_on_no_page(at_prison: At) -> None:
    lists = {one["name"]: one["document"] for one in at_prison("list", "show", "--json").json}
    hidden = at_prison("show", "person", "quintero", "--json")
    assert (
        at_prison(
            "list", "judge", f"{lists['held.csv']}:2", f"{lists['left.csv']}:2", "same", "--reason", "Zoila."
        ).code
        == 0
    )
    for name in ("held.csv", "left.csv"):
        added = at_prison("suppress", "add", f"{lists[name]}:2", "--reason", "She asked for it herself.")
        assert added.code == 0, added
    commands = [*EVERY, *((*one, "--json") for one in EVERY), ("audit", "log")]
    for command in commands:
        said = at_prison(*command)
        assert said.code == 0, (command, said)
        assert "quintero" not in (said.out + said.err).casefold(), command
        assert "Zoila" not in said.out, command
    assert at_prison("show", "person", "quintero").code == 4
    assert hidden.code == 4  # two records of one name before they were judged one
    assert "withheld" in at_prison("show", "person").err


def test_who_is_told_to_hold_somebody_twice_is_shown_as_disputed(at_prison: At, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("No,Name,Prison\n1,Ana Ruiz Paz,Cecot\n", encoding="utf-8")
    given = ("--state", "held", "--publisher", "Foro Brisa", "--published", "2025-05-09", "--json")
    other = at_prison("list", "import", str(path), *given).json["document"]
    held = next(one["document"] for one in at_prison("list", "show", "--json").json if one["name"] == "held.csv")
    assert at_prison("list", "judge", f"{held}:4", f"{other}:2", "same", "--reason", "One number.").code == 0
    page = flat(at_prison("show", "person", "ana ruiz"))
    assert re.search(r"Held by (Venezuela or El Salvador|El Salvador or Venezuela), disputed", page), page
    assert re.search(r"≈ El Salvador, by the place that is told by Foro Brisa [0-9a-f]{8}", page), page
    told = at_prison("show", "person", "ana ruiz", "--json").json
    assert [one["disputed"] for one in told["episodes"]] == [True]
    assert {(one["party"], *one["speakers"]) for one in told["episodes"][0]["holders"]} == {
        ("Venezuela", "Foro Alba"),
        ("El Salvador", "Foro Brisa"),
    }
    census = flat(at_prison("census", "--on", "2025-05-01", "--place", "El Helicoide"))
    assert "0 surely, 1 perhaps" in census  # two places are told


def test_a_person_has_the_ids_of_all_their_records_and_what_lists_of_an_exchange_tell(at_swap: At) -> None:
    lists = {one["name"]: one["document"] for one in at_swap("list", "show", "--json").json}
    both = [
        next(one["id"] for one in at_swap("show", "person", "--json").json["persons"] if one["label"] == label)
        for label in ("QUINTAVE, Jhon", "Ramón Esquera")
    ]
    rows = f"{lists['manifest.csv']}:10", f"{lists['arrived.csv']}:11"
    assert at_swap("list", "judge", *rows, "same", "--reason", "A cousin knows both names.").code == 0
    shown = [at_swap("show", "person", id[:8], "--json").json for id in both]
    assert shown[0]["id"] == shown[1]["id"]
    assert len(shown[0]["statements"]) == 2
    assert [one["outcome"] for one in shown[0]["on_lists"]] == ["delivered"]
    assert "≈ delivered, on manifest.csv, arrived.csv" in flat(at_swap("show", "person", both[0]))
    assert {at_swap("explain", id, "--json").json["id"] for id in both} == {shown[0]["id"]}


def test_who_was_taken_out_is_not_on_the_lists_of_an_exchange_either(at_swap: At) -> None:
    lists = {one["name"]: one["document"] for one in at_swap("list", "show", "--json").json}
    (exchange,) = at_swap("show", "exchange", "--json").json["exchanges"]
    assert "Brisueta" in at_swap("show", "exchange").out
    assert "Brisueta" in at_swap("show", "unaccounted").out
    assert at_swap("suppress", "add", f"{lists['arrived.csv']}:5", "--reason", "Asked for by letter.").code == 0
    commands = [*EVERY, ("explain", exchange["id"]), ("explain", exchange["legs"][0]["id"])]
    for command in commands:
        asked = ("show", "place", "Venezuela") if command[-1] == "Cecot" else command
        for words in (asked, (*asked, "--json")):
            said = at_swap(*words)
            assert said.code == 0, (words, said)
            assert "brisueta" not in (said.out + said.err).casefold(), words


def test_labels_and_rules_are_in_the_language_that_is_asked_for(at_swap: At) -> None:
    page = flat(at_swap("show", "group", "252 venezuelan", "--language", "es"))
    assert "liberado" in page
    assert "«a casa» es el Estado de su nacionalidad" in page
    assert "leg of ≈ the exchange" in page


def test_who_may_be_meant_is_not_taken_from_what_was_said_later(at_swap: At) -> None:
    told = at_swap("show", "unaccounted", "--known-on", "2025-07-18", "--by-said-on", "--json").json["missing"]
    persons = [one for one in told if one["subject"]["kind"] == "person"]
    assert len(persons) == 10
    assert [one["may_be"] for one in persons] == [[]] * 10  # who arrived was listed on the day after


def test_a_judgement_that_may_name_who_was_taken_out_is_not_explained(at_prison: At) -> None:
    every = at_prison("show", "statements", "--json").json
    hers, his = (next(one["id"] for one in every if name in one["span"]["exact"]) for name in ("Zoila", "José"))
    why = "Zoila Quintero is his sister."
    assert at_prison("exchange", "different", hers, his, "--reason", why).code == 0
    assert why in flat(at_prison("explain", his))
    held = next(one["document"] for one in at_prison("list", "show", "--json").json if one["name"] == "held.csv")
    assert at_prison("suppress", "add", f"{held}:2", "--reason", "She asked for it herself.").code == 0
    for words in (("explain", his), ("explain", his, "--json")):
        said = at_prison(*words)
        assert (said.code, "Quintero" in said.out) == (0, False), said
    assert at_prison("explain", hers).code == 4


def test_who_was_let_go_is_listed_with_what_is_told_of_their_liberty(at_prison: At) -> None:
    (one,) = at_prison("show", "released", "--json").json["released"]
    assert (one["person"]["label"], one["taken_again"]) == ("José Soto", None)
    page = at_prison("show", "released").out
    assert "let go" in page
    assert "does not say that somebody is free" in page
