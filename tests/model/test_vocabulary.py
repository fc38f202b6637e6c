from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

import pytest

from paradero.model import UnknownCode
from paradero.model import vocabulary as vocabularies
from paradero.model.statement import SpeakerKind
from paradero.model.vocabulary import NAMES, codes, term, terms

FAMILIES = {"custody", "taking", "law", "move", "release", "deal", "refusal", "fate", "rights"}
SNAKE = re.compile(r"[a-z]+(?:_[a-z]+)*")
ACTS = """
    held arrested abducted disappeared charged indicted convicted sentenced acquitted accused tried deported extradited
    transferred departed in_transit stopped_over handed_over received arrived returned exchanged released pardoned
    house_arrest conditionally_released refused substituted withheld rearrested escaped died last_seen missing located
    incommunicado denied_hearing denied_counsel denied_contact mistreated nationality_removed offered requested agreed
    scheduled postponed demanded negotiated visited identified verified acknowledged not_known listed_twice
"""
STANCES = "asserts confirms denies alleges demands offers estimates retracts characterises"
DECISIONS = "accepts rejects corrects same different unsure withdraws"
PARTS = "headline subhead byline dateline body quotation caption credit boilerplate correction entry sheet"
ROLES = "who by from to at in_return_for basis accusation accuser outcome when reason counterpart"


@pytest.mark.parametrize("name", NAMES)
def test_every_vocabulary_is_whole(name: str) -> None:
    known = terms(name)
    assert known
    for code, one in known.items():
        assert SNAKE.fullmatch(code), code
        assert one.code == code
        assert one.definition.endswith("."), f"{code}: a definition is a sentence"
        assert one.definition.count(". ") == 0, f"{code}: a definition is one sentence"
        assert one.en.strip(), code
        assert one.es.strip(), code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_labels_tell_the_codes_of_a_vocabulary_apart(name: str, language: str) -> None:
    labels = [one.label(language).lower() for one in terms(name).values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", NAMES)
def test_definitions_tell_the_codes_of_a_vocabulary_apart(name: str) -> None:
    assert len({one.definition for one in terms(name).values()}) == len(terms(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("acts", ACTS),
        ("stances", STANCES),
        ("modalities", "actual planned conditional hypothetical"),
        ("scopes", "all many some most few half none"),
        ("roles", ROLES),
        ("speakers", "person party agency collective outlet unknown"),
        ("parts", PARTS),
        ("decisions", DECISIONS),
    ],
)
def test_closed_vocabularies_hold_these_codes_and_no_others(name: str, expected: str) -> None:
    assert codes(name) == set(expected.split())


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("units", "persons names bodies admissions families flights percent"),
        (
            "channels",
            "post statement press_conference interview court_filing broadcast social_media leaked_list letter report",
        ),
    ],
)
def test_open_vocabularies_hold_at_least_these(name: str, some: str) -> None:
    assert codes(name) >= set(some.split())


def test_every_act_has_a_known_family_and_nothing_else_has_one() -> None:
    assert {one.family for one in terms("acts").values()} == FAMILIES
    assert all(one.family == "" for name in NAMES if name != "acts" for one in terms(name).values())


@pytest.mark.parametrize(
    ("act", "family", "en", "es"),
    [
        ("released", "release", "released", "puesto en libertad"),  # not "liberado", which says who did it
        ("deported", "move", "deported", "deportado"),
        ("handed_over", "move", "handed over", "entregado"),
        ("in_transit", "move", "in transit", "en tránsito"),
        ("last_seen", "fate", "last seen", "visto por última vez"),
        ("incommunicado", "custody", "held incommunicado", "incomunicado"),
    ],
)
def test_acts_are_called_what_people_call_them(act: str, family: str, en: str, es: str) -> None:
    one = term("acts", act)
    assert (one.family, one.label("en"), one.label("es")) == (family, en, es)


@pytest.mark.parametrize(
    ("act", "neighbours"),
    [
        ("held", "arrested abducted"),  # the state, and two ways into it
        ("arrested", "abducted held"),
        ("disappeared", "missing"),  # with and without a claim about who is behind it
        ("missing", "disappeared"),
        ("charged", "accused indicted"),  # three degrees of one thing
        ("departed", "arrived"),
        ("transferred", "handed_over"),  # the custodian stays or changes
        ("handed_over", "received exchanged"),  # two sides of one moment
        ("received", "handed_over arrived"),
        ("arrived", "received"),
        ("deported", "extradited"),
        ("released", "conditionally_released pardoned exchanged"),
        ("requested", "demanded"),
        ("incommunicado", "disappeared denied_contact denied_counsel"),
        ("verified", "acknowledged"),
    ],
)
def test_a_definition_sets_an_act_apart_from_its_neighbours(act: str, neighbours: str) -> None:
    words = re.findall(r"\w+", term("acts", act).definition)
    assert set(neighbours.split()) <= set(words)


def test_definitions_name_acts_that_exist() -> None:
    named = {word for one in terms("acts").values() for word in re.findall(r"[a-z]+_[a-z_]+", one.definition)}
    assert named <= codes("acts")


def test_a_speaker_can_be_of_every_kind_and_of_no_other() -> None:
    assert codes("speakers") == set(get_args(SpeakerKind))


def test_an_unknown_code_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UnknownCode, match=r"'freed' .* 'acts'.*released"):
        term("acts", "freed")


def test_an_unknown_vocabulary_is_told_with_those_that_exist() -> None:
    with pytest.raises(UnknownCode, match=r"'verbs'.*acts"):
        terms("verbs")


def test_every_file_is_named_and_every_name_has_a_file() -> None:
    stems = {f.name.removesuffix(".toml") for f in files(vocabularies).iterdir() if f.name.endswith(".toml")}
    assert stems == set(NAMES)
