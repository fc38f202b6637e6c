"""Speakers: the fullest name, pronouns and definite nouns, relay and channel. Rows are invented, one comment each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.reading.engines.rules import attributions
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.linker import Attribution
from paradero.reading.speakers import Holders, Narrators, Source, resolve

SEED = Path(__file__).parents[3] / "shared" / "reports" / "three_state_swap.txt"
GAZETTEER = Gazetteer.default()


def marked(text: str) -> tuple[str, list[Attribution]]:
    """Take the marks out of a text: [source] and {content}, paired in order."""
    plain, spans, start = "", [], 0
    for char in text:
        if char in "[{":
            start = len(plain)
        elif char in "]}":
            spans.append((char, (start, len(plain))))
        else:
            plain += char
    sources = [span for char, span in spans if char == "]"]
    contents = [span for char, span in spans if char == "}"]
    return plain, [Attribution((s,), (), (c,)) for s, c in zip(sources, contents, strict=True)]


def speakers(text: str) -> list[Source]:
    plain, items = marked(text)
    return list(resolve(plain, items, GAZETTEER))


NAMES: list[tuple[str, list[str]]] = [
    # the apposition goes; the surname alone finds the full name
    (
        "[Ines Okafor, the island’s governor], said {nine were free}. [Ms Okafor] added {that two would follow}.",
        ["Ines Okafor", "Ines Okafor"],
    ),
    # the office stands first, the name after it
    (
        "[A spokesman for the port, Tomas Brandt,] said {the gates were open}. [Brandt] said {so again}.",
        ["Tomas Brandt", "Tomas Brandt"],
    ),
    # lower-case role before the name
    ("[coastguard captain Olga Petrenko] said {the boat was gone}.", ["Olga Petrenko"]),
    # a rank is part of the name
    ("[Police General Arturo Lim] said {they were safe}.", ["Police General Arturo Lim"]),
    # a government under one name, however it is called
    (
        "[The Bolivian government] said {ten were free}. [Bolivia’s government] said {ten more would be}.",
        ["Government of Bolivia", "Government of Bolivia"],
    ),
    # an organisation loses its article and keeps its name
    ("[The State Department] said {six had landed}.", ["State Department"]),
    # a short form finds the long one
    (
        "[The Harbour Workers Union (HWU)] said {two were missing}. [The HWU] said {one was found}.",
        ["Harbour Workers Union", "Harbour Workers Union"],
    ),
    # unnamed collectives stay as written
    ("[the governor’s critics] say {it is a show}.", ["the governor’s critics"]),
    (
        "[Relatives of many of the dockers and their lawyers] deny {it}.",
        ["Relatives of many of the dockers and their lawyers"],
    ),
    # a noun for one part of those who spoke together is that part
    (
        "[Families of dockers, and lawyers who act for them,] deny {it}. [The lawyers] say {so}. [The families] {too}.",
        [
            "Families of dockers, and lawyers who act for them",
            "lawyers who act for them",
            "Families of dockers",
        ],
    ),
    # the part says no more than the noun: as written
    ("[Teachers and nurses] deny {it}. [The nurses] say {so}.", ["Teachers and nurses", "The nurses"]),
    # what is joined hangs on the first noun, which is all of them
    (
        "[Relatives of dockers and sailors] deny {it}. [The relatives] say {so}.",
        ["Relatives of dockers and sailors", "Relatives of dockers and sailors"],
    ),
    # two brothers: the surname alone fits both, and nobody is guessed
    (
        "[Luis Paredes] said {yes}. [Hugo Paredes] said {no}. [Mr Paredes] was {late}.",
        ["Luis Paredes", "Hugo Paredes", "Mr Paredes"],
    ),
    # somebody told of without a name first, named later
    (
        "[A spokeswoman] said {it was over}.\n\n[The spokeswoman, Hiba Nasser,] said {nobody was hurt}.",
        ["Hiba Nasser", "Hiba Nasser"],
    ),
]

PRONOUNS: list[tuple[str, list[tuple[str, bool]]]] = [
    # the source of the paragraph before; a person only mentioned is not picked over him
    (
        "[Tomas Brandt] confirmed {the release} and thanked Mr Okello for his help.\n\n“{It must end},” [he] said.",
        [("Tomas Brandt", True), ("Tomas Brandt", True)],
    ),
    # the gender of the word before the name decides
    (
        "[Mrs Alma Reyes] said {one thing}. [Mr Juan Soto] said {another}. [She] left {no doubt}.",
        [("Alma Reyes", True), ("Juan Soto", True), ("Alma Reyes", True)],
    ),
    # the subject of the sentence before, though it was not a source
    ("Yara Haddad, 47, opened the gate. “{He cuts hair},” [she] said.", [("Yara Haddad", True)]),
    # "it" is the body that spoke
    (
        "[The Interior Ministry] said {four were held}. [It] gave {no names}.",
        [("Interior Ministry", True), ("Interior Ministry", True)],
    ),
    # "they" are several
    (
        "[Lawyers for the crew] said {nobody was charged}. [They] said {the ship was sealed}.",
        [("Lawyers for the crew", True), ("Lawyers for the crew", True)],
    ),
    # nobody before who could be meant: as written, unresolved
    ("“{It is over},” [he] said.", [("he", False)]),
    # two alike in one sentence: nobody is guessed
    (
        "[Rashid Amiri] said {yes} and [Karim Sadat] said {no}. [He] was {sure}.",
        [("Rashid Amiri", True), ("Karim Sadat", True), ("He", False)],
    ),
    # a definite noun that fits one body
    (
        "[The Ministry of Fisheries] said {six were held}. [The ministry] said {two more were}.",
        [("Ministry of Fisheries", True), ("Ministry of Fisheries", True)],
    ),
    # ... and one that fits two
    (
        "[The Ministry of Fisheries] said {six}. [The Ministry of Health] said {seven}. [The ministry] said {none}.",
        [("Ministry of Fisheries", True), ("Ministry of Health", True), ("The ministry", False)],
    ),
    # a relative pronoun stands for what it follows
    ("The cook, Omar Saleh, [who] says {the soup was cold}, left.", [("Omar Saleh", True)]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[row[1][0] for row in NAMES])
def test_names(text: str, names: list[str]) -> None:
    found = [source.speaker.name for source in speakers(text)]
    assert [_same(a) for a in found] == [_same(b) for b in names]


def _same(name: str) -> str:  # honorifics may stay or go
    return " ".join(w for w in name.split() if w.rstrip(".") not in ("Mr", "Mrs", "Ms"))


@pytest.mark.parametrize(("text", "expected"), PRONOUNS, ids=[row[0][:36] for row in PRONOUNS])
def test_pronouns(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [(_same(source.speaker.name), source.speaker.resolved) for source in speakers(text)]
    assert found == expected


KINDS = [
    # one row a kind
    ("[Ines Okafor] said {so}.", "person"),
    ("[The Bolivian government] said {so}.", "party"),
    ("[Amnesty International] said {so}.", "agency"),
    ("[Relatives] said {so}.", "collective"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert speakers(text)[0].speaker.kind == kind


PASSED: list[tuple[str, str, str, str]] = [
    # where it was said, with its own words
    ("Ines Okafor said in a post on X that nine were free.", "Ines Okafor", "", "a post on X"),
    ("The agency’s chief, Ines Okafor, told reporters that nine were free.", "Ines Okafor", "", "reporters"),
    ("Ines Okafor told Reuters that nine were free.", "Ines Okafor", "", "Reuters"),
    ("The harbour office posted on social media what it said were nine sailors.", "harbour office", "", "social media"),
    # the origin speaks, who cites it is the relay
    ("Reuters reported that nine were free, citing officials in the port.", "officials in the port", "Reuters", ""),
    # told to a person: no channel
    ("Ines Okafor told her sister that nine were free.", "Ines Okafor", "", ""),
]


@pytest.mark.parametrize(
    ("text", "name", "relay", "channel"), PASSED, ids=[row[3] or row[2] or "none" for row in PASSED]
)
def test_relay_and_channel(text: str, name: str, relay: str, channel: str) -> None:
    found = resolve(text, attributions(text), GAZETTEER)[0]
    assert found.speaker.name.removeprefix("The ") == name
    assert (found.relay, found.channel) == (relay, channel)


def test_who_is_quoted_within_a_quotation_is_relayed() -> None:
    """Witnesses speak through the experts who tell of them."""
    text = "The judges said that witnesses saw the guards shoot."
    outer = Attribution(((0, 10),), ((11, 15),), ((16, len(text) - 1),))
    inner = Attribution(((21, 30),), ((31, 34),), ((35, len(text) - 1),))
    found = resolve(text, [outer, inner], GAZETTEER)
    assert [(s.speaker.name, s.relay) for s in found] == [("The judges", ""), ("witnesses", "The judges")]


BRIEFING = """Ministry of Fisheries
Noon briefing

SPOKESWOMAN: Nine came ashore. We hold none.

Q: And the cook?

A: I cannot say.

Q: His lawyer?

A: His lawyer says he is ill.
"""


def test_turns() -> None:
    """A bare answer is given by whoever was named; "I" and "we" are whoever has the turn."""
    items = attributions(BRIEFING)
    found = resolve(BRIEFING, items, GAZETTEER)
    labels = [BRIEFING[slice(*item.source[0])] for item in items]
    names = dict(zip(labels, (source.speaker.name for source in found), strict=True))
    assert names["SPOKESWOMAN"] == "SPOKESWOMAN"
    assert names["A"] == "SPOKESWOMAN"
    assert Narrators(BRIEFING, GAZETTEER).at(BRIEFING.index("ill")).name == "SPOKESWOMAN"
    assert Narrators(BRIEFING, GAZETTEER).at(BRIEFING.index("cook")).name == "Q"


HOLDERS: list[tuple[str, str, str]] = [
    # a demonstrative noun of a government
    ("The Cuban regime freed ten. “That regime has held them for years.”", "That regime", "Government of Cuba"),
    # a possessive of the subject
    ("Cuba’s government protested at the arrest of its doctors.", "its", "Government of Cuba"),
    # people counted just before
    ("The office showed 14 Bolivians on a quay.\n\nThe men held up a flag.", "The men", "14 Bolivians"),
    # two groups in one sentence: nobody is guessed
    ("It swapped 14 Bolivians for nine Peruvians.\n\nThe men waved.", "The men", ""),
    # full words stand for themselves; a surname finds the full name
    ("The Cuban regime freed ten.", "The Cuban regime", ""),
    ("Ines Okafor spoke at noon. Ms Okafor was tired.", "Ms Okafor", "Ines Okafor"),
    # "they" after a phrase that holds two groups
    ("Lawyers for the women deny they had weapons.", "they", ""),
]


@pytest.mark.parametrize(("text", "words", "expected"), HOLDERS)
def test_holders(text: str, words: str, expected: str) -> None:
    start = text.rindex(words)
    assert Holders(text, GAZETTEER).antecedent(start, start + len(words)) == expected


def test_nothing_in_nothing_out() -> None:
    assert resolve("", (), GAZETTEER) == ()


def test_a_lone_possessive_keeps_its_letters() -> None:
    (found,) = resolve("’s x", (Attribution(((0, 2),), (), ((3, 4),)),), GAZETTEER)
    assert found.speaker.name == "’s"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab AB.,:;\"“”'’\n-he said The ministry it that", max_size=200), st.data())
def test_any_text_and_spans_give_a_speaker_each(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    drawn = data.draw(st.lists(st.tuples(places, places), max_size=4))
    items = [Attribution((_span(a),) if a[0] != a[1] else (), (), (_span(b),)) for a, b in drawn if b[0] != b[1]]
    found = resolve(text, items, GAZETTEER)
    assert len(found) == len(items)
    assert all(source.speaker.name for source in found)


def _span(pair: tuple[int, int]) -> tuple[int, int]:
    return min(pair), max(pair)


@pytest.mark.skipif(not SEED.exists(), reason="the shared report is not here")
def test_seed_report() -> None:
    """Who speaks in the three-state report, by the words that stand there."""
    text = SEED.read_text(encoding="utf-8")
    items = attributions(text)
    found = resolve(text, items, GAZETTEER)
    openings = [text[slice(*item.content[0])][:24] for item in items]
    told = dict(zip(openings, (source.speaker.name for source in found), strict=True))
    wanted = {
        "“Today, we have handed o": "Nayib Bukele",
        "“The regime’s use of unj": "Marco Rubio",
        "were 10 Americans freed ": "State Department",
        "that 252 Venezuelans hel": "Government of Venezuela",
        "they had gang ties": "Family members of many of the Venezuelans and their lawyers",
        "the country holds activi": "the government’s critics",
    }
    assert {key: told.get(key) for key in wanted} == wanted
    holders = Holders(text, GAZETTEER)
    at = text.index("that regime had kept")
    assert holders.antecedent(at, at + 11) == "Government of Venezuela"
