"""``show exchange``, the board, the acts that correct an exchange, and ``census``, end to end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paradero.casework import new
from tests.casework.histories import kept
from tests.casework.material import ANA
from tests.cli.custody import at_mediated, at_prison, at_swap, mediated, prison, swap
from tests.cli.test_commands import Said, run
from tests.ledger.saying import Report

__all__ = ["at_mediated", "at_prison", "at_swap", "mediated", "prison", "run", "swap"]

At = Callable[..., Said]
WHY = ("--reason", "Both speak of the flight of Friday.")


def exchange(at: At) -> dict[str, Any]:
    (one,) = at("show", "exchange", "--json").json["exchanges"]
    shown: dict[str, Any] = one
    return shown


def flat(said: Said) -> str:
    return " ".join(said.out.replace("\u00a0", " ").split())


def statement(at: At, words: str) -> str:
    every = at("show", "statements", "--json").json
    return next(str(one["id"]) for one in every if words in one["span"]["exact"])


def test_an_exchange_shows_legs_numbers_and_lists(at_swap: At) -> None:
    one = exchange(at_swap)
    assert one["roles"]["Venezuela"] == ["sender", "receiver"]
    (leg,) = [leg for leg in one["legs"] if "252" in leg["numbers"]]
    assert (leg["sender"], leg["receiver"]) == ("El Salvador", "Venezuela")
    (counts,) = [account for account in one["accounts"] if account["leg"] == leg["id"]]
    assert counts["text"].startswith("differs by 14: 252 - ~238 = ~14")
    (lists,) = one["lists"]
    assert lists["counts"] == {"delivered": 10}
    page = flat(at_swap("show", "exchange"))
    assert "confirmed by both: El Salvador, Venezuela" in page
    assert "Venezuela does not say so" in page  # of the political prisoners
    assert "~238: United States" in page or "about 238: United States" in page
    assert "leg 1: differs by 14: 252 - ~238 = ~14" in page
    assert "10 delivered · Jose G. Ochomar" in page
    assert "≈ the receiver's own list, within days of the leg" in page


def test_an_exchange_as_of_a_day_is_found_by_its_id_and_holds_what_had_happened(at_swap: At) -> None:
    whole = exchange(at_swap)
    before = at_swap("show", "exchange", whole["id"][:8], "--as-of", "2025-07-17", "--json").json
    assert (before["as_of"], before["exchanges"]) == ("2025-07-17", [])
    (then,) = at_swap("show", "exchange", whole["id"][:8], "--as-of", "2025-07-18", "--json").json["exchanges"]
    assert 0 < len(then["statements"]) < len(whole["statements"])
    page = flat(at_swap("exchange", "board", whole["id"][:8], "--as-of", "2025-07-18"))
    assert page.startswith("As of 18 July 2025: what is told to have happened later")
    assert at_swap("explain", then["id"], "--as-of", "2025-07-18", "--json").json["id"] == then["id"]
    said = {one["written"] for one in at_swap("show", "counts", "--as-of", "2025-07-17", "--json").json["figures"]}
    assert "252" not in said
    assert "252" in {one["written"] for one in at_swap("show", "counts", "--json").json["figures"]}
    gone = at_swap("show", "unaccounted", "--as-of", "2025-07-17", "--json").json
    assert (gone["as_of"], gone["missing"]) == ("2025-07-17", [])
    assert at_swap("show", "unaccounted", "--as-of", "2025-07-18", "--json").json["missing"]


def test_an_exchange_shows_who_mediated_how_they_went_and_on_what_terms(at_mediated: At) -> None:
    one = exchange(at_mediated)
    legs = {leg["sender"]: leg for leg in one["legs"]}
    (qatar,) = one["intermediaries"]
    assert (qatar["name"], [part["role"] for part in qatar["parts"]]) == ("Qatar", ["mediated"])
    assert qatar["parts"][0]["said_by"] == ["Peru"]
    assert statement(at_mediated, "handed over 30") in qatar["statements"]
    assert "Qatar" not in one["roles"]
    (condition,) = one["conditions"]
    assert condition["words"] == "only if Peru publishes a list"
    assert (condition["said_by"], condition["legs"]) == (["Chile"], [legs["Chile"]["id"]])
    assert condition["rules"][0]["rule"] == "condition_in_the_sentence"
    (stage,) = one["stages"]
    assert (stage["number"], stage["words"], stage["legs"]) == (1, ["first stage"], [legs["Chile"]["id"]])
    (carrier,) = legs["Peru"]["movement"]["carriers"]
    assert (carrier["kind"], carrier["words"], carrier["of"]) == ("aircraft", "a Red Cross plane", "Red Cross")
    assert legs["Chile"]["movement"]["carriers"] == []


def test_the_page_of_an_exchange_tells_them_as_worked_out(at_mediated: At) -> None:
    page = flat(at_mediated("show", "exchange"))
    assert "≈ Qatar, mediated: “with the mediation of Qatar”; Peru" in page
    assert "≈ “only if Peru publishes a list”, for leg 2; Chile" in page
    assert "≈ “first stage”, for leg 2; Peru" in page
    assert "≈ by air: “a Red Cross plane”; Chile" in page
    assert "nothing tells here whether it was met" in page
    spanish = flat(at_mediated("show", "exchange", "--language", "es"))
    assert "Qatar, medió" in spanish
    assert "≈ por aire: “a Red Cross plane”" in spanish


def test_the_timeline_of_a_group_tells_how_they_went(at_mediated: At) -> None:
    assert "carried ≈ by air: “a Red Cross plane”; Chile" in flat(at_mediated("show", "group", "Chilean fishermen"))
    assert "carried" not in flat(at_mediated("show", "group", "Peruvian sailors"))


def test_the_board_tells_what_is_told_and_leaves_the_rest_empty(at_swap: At) -> None:
    (one,) = at_swap("exchange", "board", "--json").json["exchanges"]
    leg = one["legs"][0]
    cells = {(cell["party"], cell["state"]): cell for cell in leg["cells"]}
    assert cells["outlet", "arrived"]["one_side_only"] is False  # an outlet is no party
    assert cells["Venezuela", "released"]["one_side_only"] is True
    assert ("El Salvador", "released") not in cells
    assert [figure["written"] for figure in cells["Venezuela", "released"]["figures"]] == ["252"]
    assert [figure["written"] for figure in cells["Venezuela", "requested"]["figures"]] == []
    lines = at_swap("exchange", "board").out.splitlines()
    silent = next(line for line in lines if line.startswith("El Salvador"))
    assert "·" in silent.split()
    assert not any(" 0 " in line or line.endswith(" 0") for line in lines)  # unknown is never zero
    assert "told, no number" in "\n".join(lines)


def test_a_wide_terminal_has_one_table_and_a_narrow_one_several(at_swap: At, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = "El Salvador"
    monkeypatch.setenv("COLUMNS", "160")
    wide = sum(line.startswith(wanted) for line in at_swap("exchange", "board").out.splitlines())
    monkeypatch.setenv("COLUMNS", "50")
    narrow = at_swap("exchange", "board").out.splitlines()
    assert sum(line.startswith(wanted) for line in narrow) > wide
    assert max(map(len, narrow)) <= 50


def test_an_exchange_is_accepted_and_that_is_taken_back(at_swap: At) -> None:
    id = exchange(at_swap)["id"]
    nothing = at_swap("exchange", "accept", id[:8], "--take-back", *WHY)
    assert (nothing.code, "is not accepted" in nothing.err) == (2, True)
    assert "Accepted by Ana: the exchange" in at_swap("exchange", "accept", id[:8], *WHY).out
    assert exchange(at_swap)["accepted_by"] == "Ana"
    assert "accepted as it is put together by Ana" in flat(at_swap("show", "exchange"))
    back = at_swap("exchange", "accept", id, "--take-back", "--reason", "I had not seen the list.", "--json").json
    assert (back["exchange"], back["accepted"]) == (id, False)
    assert exchange(at_swap)["accepted_by"] is None
    log = flat(at_swap("audit", "log"))
    assert "accepted by " in log
    assert "no longer accepted by " in log
    assert at_swap("audit", "verify").code == 0


def test_a_leg_is_put_to_an_exchange_and_taken_from_it(at_swap: At) -> None:
    leg = exchange(at_swap)["legs"][0]["id"]
    freed = statement(at_swap, "10 Americans had been released")
    done = at_swap("exchange", "place", freed[:8], "--with", leg[:8], *WHY)
    assert "together with the leg" in done.out
    legs = exchange(at_swap)["legs"]
    assert [one["why"] for one in legs if freed in one["movement"]["statements"]] == ["Ana put it there"]
    apart = at_swap("exchange", "apart", freed, "--from", leg, *WHY, "--json").json
    assert apart["together"] is False
    assert len(apart["exchanges"][0]["legs"]) == len(legs) - 1
    log = flat(at_swap("audit", "log"))
    assert f"apart from {freed[:8]}" in log
    assert freed not in log


def test_a_list_is_put_to_a_leg(at_swap: At) -> None:
    leg = exchange(at_swap)["legs"][0]["id"]
    manifest = next(one["document"] for one in at_swap("list", "show", "--json").json if one["name"] == "manifest.csv")
    assert "the document manifest.csv together with the leg" in flat(
        at_swap("exchange", "place", manifest[:8], "--with", leg[:8], *WHY)
    )
    (lists,) = exchange(at_swap)["lists"]
    assert [one["state"] for one in lists["lists"]] == ["departed", "arrived"]
    assert lists["counts"]["unaccounted for"] == 10  # nobody has judged yet who of them arrived
    page = flat(at_swap("show", "exchange"))
    assert "manifest.csv: says “departed” of 10 persons and of 3 without a name" in page
    assert "10 unaccounted for" in page


def test_what_cannot_be_put_to_an_exchange_is_told(at_swap: At) -> None:
    leg = exchange(at_swap)["legs"][0]["id"]
    report = next(one["id"] for one in at_swap("show", "document", "--json").json if one["name"] == "report.txt")
    accused = statement(at_swap, "membership in the gang")
    for asked, told in ((report, "report.txt is no list"), (accused, "moves nobody")):
        said = at_swap("exchange", "place", asked, "--with", leg, *WHY)
        assert (said.code, told in said.err) == (2, True), said
    twice = at_swap("exchange", "place", leg, "--with", leg, *WHY)
    assert (twice.code, "[wrong_decision]" in twice.err) == (2, True)
    assert at_swap("exchange", "place", leg, "--with", "abc", *WHY).code == 2
    assert at_swap("exchange", "place", leg, "--with", leg).code == 2  # no reason


def test_statements_are_judged_to_be_of_the_same_or_other_people(at_swap: At) -> None:
    one = statement(at_swap, "10 Americans had been released")
    other = statement(at_swap, "This afternoon we returned to Venezuela every one of its nationals")
    both = at_swap("exchange", "same", one, other, *WHY)
    assert "speak of the same people" in both.out
    groups = [set(each["statements"]) for each in at_swap("show", "group", "--json").json["groups"]]
    assert [each for each in groups if {one, other} <= each]
    judgement = both.out.split()[1]
    assert at_swap("judge", judgement, "withdraw", "--reason", "I had read the wrong line.").code == 0
    made = at_swap("exchange", "different", one, other, *WHY, "--json").json
    assert (made["decision"], made["about"]) == ("different", [one, other])
    groups = [set(each["statements"]) for each in at_swap("show", "group", "--json").json["groups"]]
    assert not [each for each in groups if {one, other} <= each]
    assert "decision same, about" in flat(at_swap("audit", "log"))
    assert "judged: different people, beside" in flat(at_swap("explain", one))


def test_a_census_counts_persons_and_tells_its_rule(at_prison: At) -> None:
    told = at_prison("census", "--on", "2025-05-01", "--json").json
    assert (told["rule"]["at"], told["rule"]["unit"]) == ("midnight", "person")
    cecot = next(one for one in told["places"] if one["place"] and one["place"]["name"] == "Cecot")
    assert (cecot["sure"], cecot["perhaps"]) == (2, 0)
    page = flat(at_prison("census", "--on", "2025-05-01"))
    assert "Cecot (El Salvador) persons 2 surely, 0 perhaps" in page
    assert "rule: midnight: whoever stays the night counts" in page
    assert "Absence from a census is not absence from a place" in page
    sighted = {
        rule: at_prison("census", "--on", "2025-05-10", "--rule", rule, "--json").json
        for rule in ("midnight", "any_part")
    }
    counts = {
        rule: [
            (one["sure"], one["perhaps"]) for one in each["places"] if one["place"] and one["place"]["name"] == "Cecot"
        ]
        for rule, each in sighted.items()
    }
    assert counts == {"midnight": [(0, 2)], "any_part": [(2, 0)]}  # they were last seen on that day


def test_a_census_of_a_stretch_shares_a_row_where_nothing_changes(at_prison: At) -> None:
    stretch = ("--from", "2025-03-01", "--until", "2025-03-06", "--place", "Cecot")
    told = at_prison("census", *stretch, "--json").json
    assert [(one["from"], one["until"], one["sure"]) for one in told["days"]] == [
        ("2025-03-01", "2025-03-01", [0]),
        ("2025-03-02", "2025-03-04", [1]),
        ("2025-03-05", "2025-03-06", [2]),
    ]
    assert "2025-03-02 to 2025-03-04 1" in flat(at_prison("census", *stretch))


def test_groups_stand_in_a_census_with_their_figures_and_are_not_added(at_swap: At) -> None:
    day = ("census", "--on", "2025-06-01", "--place", "El Salvador")
    (place,) = at_swap(*day, "--json").json["places"]
    assert (place["sure"], place["perhaps"], place["persons"]) == (0, 0, [])
    (group,) = [one for one in place["groups"] if one["subject"]["label"] == "252 Venezuelan citizens"]
    assert {figure["figure"]["written"] for figure in group["figures"]} == {"252", "about 238"}
    page = flat(at_swap(*day))
    assert "252: Venezuela" in page
    assert "490" not in page  # 252 and about 238 are one set


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2025-03-01"), "--until"),
        (("--from", "2025-03-02", "--until", "2025-03-01"), "is before"),
        (("--on", "2025-03-01", "--from", "2025-03-01", "--until", "2025-03-02"), "--on"),
        (("--rule", "noon"), "midnight"),
    ],
)
def test_misuse_of_the_census_is_told(at_prison: At, words: tuple[str, ...], told: str) -> None:
    said = at_prison("census", *words)
    assert (said.code, said.out, told in said.err) == (2, "", True), said


def test_of_many_numbers_of_one_group_a_census_shows_some_and_says_how_many_more(
    run: Callable[..., Said], tmp_path: Path
) -> None:
    with new(tmp_path / "case", ANA) as casebook:
        for number in range(20, 35):
            report = Report("report", "2025-07-18")
            words = f"{number} Venezuelans were held in Cecot"
            report.says(words, "held", who=f"{number} Venezuelans", number=str(number), at="Cecot")
            kept(casebook, report)
    at = ("--casebook", str(tmp_path / "case"), "census", "--on", "2025-07-18")
    page = run(*at, "--rule", "any_part").out
    assert sum(f" {number}: outlet" in page for number in range(20, 35)) == 12
    assert "and 3 more numbers, all of them with --json" in page
    ((place,),) = [one["places"] for one in [run(*at, "--rule", "any_part", "--json").json]]
    (group,) = place["groups"]
    assert len(group["figures"]) == 15
