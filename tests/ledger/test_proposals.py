"""Proposals against the relations that a reader would set: what is found, and what is found in vain."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from paradero.ledger import AttributedFigure, Relation, accepted, figures_from_toml, proposed, reconcile
from paradero.model import Figure
from tests.ledger.test_cases import FILES, SHARED

GOLD = tomllib.loads((Path(__file__).parent / "relations.toml").read_text(encoding="utf-8"))
Claim = tuple[str, str, frozenset[frozenset[str]]]


def claims(case: str) -> set[Claim]:
    """Return the gold of a case; ``a|b`` stands for either of two figures of one set."""
    return {
        (
            kind,
            one[0],
            frozenset(frozenset(part.split("|")) for part in one[1:]) if kind != "same" else _one_by_one(one),
        )
        for kind, every in GOLD[case].items()
        for one in (every if kind != "same" else [["", *members] for members in every])
    }


def _one_by_one(members: list[str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset({part}) for part in members[1:])


def matches(claim: Claim, relation: Relation) -> bool:
    kind, whole, parts = claim
    same = (kind, whole) == (relation.kind, relation.whole) and len(parts) == len(relation.parts)
    return same and all(any(part in either for either in parts) for part in relation.parts)


def counted(paths: list[Path]) -> tuple[int, int, int]:
    """Return how many relations are right, proposed and asked for."""
    right = given = asked = 0
    for path in paths:
        figures, _ = figures_from_toml(path.read_text(encoding="utf-8"), path.name)
        relations, _ = proposed(figures)
        gold = claims(path.stem)
        right += sum(any(matches(claim, one) for claim in gold) for one in relations)
        given += len(relations)
        asked += len(gold)
    return right, given, asked


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not here")
def test_proposals_find_what_a_reader_would_set() -> None:
    right, given, asked = counted(FILES)
    assert right / given >= 0.95
    assert right / asked >= 0.9


def figure(name: str, about: str, value: int, state: str = "released", speaker: str = "Ministry") -> AttributedFigure:
    return AttributedFigure(name, speaker, about, state, Figure("=", value))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("prisoners returned to Ukraine", "prisoners returned to Russia"),  # the two ways of an exchange
        ("hostages held in Gaza", "prisoners held in Gaza"),  # other people
        ("prisoners released, first stage", "prisoners released, second stage"),
        ("prisoners released on 2025-05-23", "prisoners released on 2025-05-24"),
        ("Kenyan prisoners", "Ugandan prisoners"),
    ],
)
def test_equal_numbers_of_different_sets_are_not_proposed_to_be_one(one: str, other: str) -> None:
    relations, _ = proposed([figure("a", one, 300), figure("b", other, 300, speaker="Committee")])
    assert [relation for relation in relations if relation.kind == "same"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Venezuelans held in El Salvador", "Venezuelan nationals held in El Salvador"),
        ("prisoners of war returned to Ukraine", "Prisoners returned to Ukraine"),
        ("detainees released by Yemen", "detainees released"),
    ],
)
def test_one_set_in_other_words_is_proposed_to_be_one(one: str, other: str) -> None:
    relations, _ = proposed([figure("a", one, 300), figure("b", other, 280, speaker="Committee")])
    assert [relation.parts for relation in relations if relation.kind == "same"] == [("a", "b")]
    assert all(relation.why for relation in relations)


def test_a_proposal_that_a_person_accepts_gives_the_same_account() -> None:
    figures = [figure("a", "prisoners", 300), figure("b", "prisoners", 280, speaker="Committee")]
    relations, _ = proposed(figures)
    signed = [accepted(one, "Ana", "both lists are of the same day") for one in relations]
    assert [one.by for one in signed] == ["Ana"]
    before, after = reconcile(figures, relations)[0], reconcile(figures, signed)[0]
    assert [one.text for one in before] == [one.text for one in after]


def test_ten_outlets_that_repeat_one_speaker_are_one_figure() -> None:
    outlets = [
        AttributedFigure(f"o{at}", "Ministry", "prisoners", "released", Figure("=", 300), relay=f"outlet {at}")
        for at in range(10)
    ]
    relations, _ = proposed(outlets)
    accounts, _ = reconcile(outlets, relations)
    assert [(one.kind, len(one.figures), len(one.relays)) for one in accounts] == [("one_voice", 1, 9)]


def kinds(*figures: AttributedFigure) -> set[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return {(one.kind, one.whole, tuple(sorted(one.parts)), one.of_rest) for one in proposed(figures)[0]}


def test_those_held_by_a_state_are_not_those_returned_to_it() -> None:
    one = figure("a", "prisoners held by Russia, released", 16)
    other = figure("b", "Russian prisoners returned to Russia", 16, speaker="FSB")
    assert kinds(one, other) == set()


def test_a_total_has_the_sets_of_its_parties_as_parts() -> None:
    total = figure("t", "prisoners exchanged, in all", 24)
    one, other = figure("a", "prisoners held by Russia", 16), figure("b", "Russian prisoners returned to Russia", 8)
    assert ("parts", "t", ("a", "b"), ()) in kinds(total, one, other)


def test_a_way_of_parting_tells_parts_whose_words_name_no_whole() -> None:
    whole = figure("w", "Ukrainians returned from Russia on 2024-01-03", 230, "arrived")
    soldiers = figure("s", "Ukrainian soldiers returned from Russia on 2024-01-03", 224, "arrived")
    civilians = figure("c", "Ukrainian civilians returned from Russia on 2024-01-03", 6, "arrived")
    assert kinds(whole, soldiers, civilians) == {("parts", "w", ("c", "s"), ())}


def test_those_who_refused_are_among_those_let_go_who_did_not_arrive() -> None:
    let_go = figure("a", "prisoners released by Belarus", 52)
    arrived = figure("b", "prisoners from Belarus who reached Lithuania", 51, "arrived", "Lithuania")
    refused = figure("c", "refused to leave", 1, "offered", "Viasna")
    assert ("minus", "a", ("b",), ("c",)) in kinds(let_go, arrived, refused)


def test_a_narrower_set_is_not_proposed_to_be_the_wider() -> None:
    assert kinds(figure("a", "prisoners released", 7000), figure("b", "political prisoners released", 300)) == set()


def said(name: str, about: str, day: date, value: int = 10, speaker: str = "Ministry") -> AttributedFigure:
    return AttributedFigure(name, speaker, about, "released", Figure("=", value), day)


def same(*figures: AttributedFigure) -> set[tuple[str, ...]]:
    return {tuple(sorted(one.parts)) for one in proposed(figures)[0] if one.kind == "same"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("American detainees released by Venezuela", "Americans released"),  # held, and nothing else told of them
        ("Venezuelan citizens returned to their country", "Venezuelans handed over by El Salvador"),
        ("all the prisoners released", "prisoners released"),  # articles tell no people apart
        ("its citizens (Venezuela) released", "Venezuelans released"),
    ],
)
def test_words_that_tell_nothing_more_do_not_part_a_set(one: str, other: str) -> None:
    day = date(2025, 7, 19)
    assert same(said("a", one, day), said("b", other, day, 12, "Committee")) == {("a", "b")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukrainian soldiers returned", "Ukrainians returned"),  # some of them
        ("its citizens arrived", "Americans released"),  # nobody tells whose
        ("political prisoners released", "prisoners released"),
    ],
)
def test_words_that_tell_more_or_nothing_at_all_are_no_ground(one: str, other: str) -> None:
    day = date(2025, 7, 19)
    assert same(said("a", one, day), said("b", other, day, 10, "Committee")) == set()


def test_who_names_no_day_soon_after_it_means_the_only_day_that_is_told() -> None:
    dated = said("a", "prisoners released on 2025-07-18", date(2025, 7, 18))
    undated = said("b", "prisoners released", date(2025, 7, 20), 12, "Committee")
    assert same(dated, undated) == {("a", "b")}
    assert same(dated, replace(undated, said_on=date(2025, 8, 20))) == set()  # a month later it may be of others
    assert same(dated, replace(undated, said_on=date(2025, 7, 17))) == set()  # before
    assert same(dated, replace(undated, said_on=None)) == set()
    another = said("c", "prisoners released on 2025-07-19", date(2025, 7, 19), 5)
    assert same(dated, another, undated) == set()  # of which of the two days, nobody tells


def test_what_is_told_apart_by_place_is_not_joined_by_a_day() -> None:
    dated = said("a", "prisoners released on 2025-07-18", date(2025, 7, 18), 70)
    alba = said("b", "prisoners released at Alba", date(2025, 7, 19), 30)
    bora = said("c", "prisoners released at Bora", date(2025, 7, 19), 40)
    assert all(not {"b", "c"} <= set(parts) for parts in same(dated, alba, bora))


def test_a_place_within_a_place_that_is_left_is_left_as_well() -> None:
    day = date(2025, 7, 19)
    away = said("a", "Venezuelans released from a jail in El Salvador", day)
    assert same(away, said("b", "Venezuelans arrived at Caracas", day, 12, "Committee")) == {("a", "b")}
    assert same(away, said("b", "Venezuelans released from Peru", day, 12, "Committee")) == set()


def test_a_stock_of_which_nobody_tells_the_number_leaves_nothing_to_take_from() -> None:
    stock = AttributedFigure("a", "Ministry", "prisoners held", "held", Figure(None, None), date(2025, 7, 1))
    assert kinds(stock, said("b", "prisoners released", date(2025, 7, 2))) == set()
