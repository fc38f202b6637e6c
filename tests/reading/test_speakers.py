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


OWN: list[tuple[str, str, str]] = [
    # a letterhead and "we"
    (
        "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else.",
        "We hold",
        "Office of the Prosecutor",
    ),
    # a signature under a letter
    ("Dear Sir,\n\nWe act for nine men.\n\nYours faithfully,\nM. Adeyemi", "We act", "M. Adeyemi"),
    # the same letterhead, a sentence that does not say "we": its own words too
    (
        "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else.",
        "Ten were",
        "Office of the Prosecutor",
    ),
    # and its heading: in an own text nobody else speaks
    (
        "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else.",
        "Communique",
        "Office of the Prosecutor",
    ),
    # without a "we" the letterhead needs the kind of text under it
    ("MINISTRY OF HARBOURS\nCommuniqué no. 4\n\nTen were freed.", "Ten were", "MINISTRY OF HARBOURS"),
    ("The Ministry of Harbours\n\nTen were freed.", "Ten were", "outlet"),
    # a name that has no word for a body, over a kind of text, with a "we" of its own
    ("GREY GULL WIVES\nWinter sheet, 9 January\n\nNine are home. We thank God.", "Nine are", "GREY GULL WIVES"),
    # a paper's masthead is no author, and a "we" inside quotation marks is somebody else's
    ("THE HARBOUR GAZETTE\nEvening bulletin\n\nNine are home. We saw them.", "Nine are", "outlet"),
    ("GREY GULL WIVES\nWinter sheet\n\nNine are home. “We thank God,” said one.", "Nine are", "outlet"),
    # those who sign in the first sentence
    (
        "Note on Velmara\n\nWe, the undersigned rapporteurs, write for nine men. All were jailed.",
        "All were",
        "the undersigned rapporteurs",
    ),
    # a statement that its title gives to somebody
    ("Statement by Ilva Dornan\n\nNine came home. I thank the guards.", "Nine came", "Ilva Dornan"),
    # experts who are named where they first speak
    (
        "Velmara: nine jailed\n\nGENEVA (4 March 2025) - Nine were jailed, UN human rights experts said today.",
        "Nine were",
        "UN human rights experts",
    ),
    # a release whose first paragraph begins with a day, not with a body
    ("PRESS RELEASE\n\nNine home\n\nYesterday nine came home. We thank all.", "nine came", "outlet"),
    # a newspaper's "we" has no letterhead
    ("Nine freed\n\nWe watched them land.", "We watched", "outlet"),
]


@pytest.mark.parametrize(("text", "at", "name"), OWN)
def test_own_texts(text: str, at: str, name: str) -> None:
    assert Narrators(text, GAZETTEER).at(text.index(at)).name == name


def test_the_author_of_an_own_text_is_marked() -> None:
    """The words are the publication's and the organisation's at once: both are told."""
    text = "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else."
    assert Narrators(text, GAZETTEER).at(text.index("Ten")).position == "author"
    assert Narrators("Ten were charged.", GAZETTEER).at(0).position == ""


RECORDS: list[tuple[str, str, str]] = [
    # initials of the one whom the heading names
    (
        """“They came at two”: questions to Pola Lindqvist

CR: When?

PL: At two. Nine were taken.

CR: Where?

PL: North.""",
        "Nine were",
        "Pola Lindqvist",
    ),
    # a title and surname in capitals
    (
        """Session with the minister, Alhaji Sule Garkuwa

ALHAJI SULE: Nine are back.

PUNCH: All?

ALHAJI SULE: All.""",
        "Nine are",
        "Alhaji Sule Garkuwa",
    ),
    # a bare "A" is the one who gives the briefing, when the heading names one office
    (
        """Noon, the Deputy Spokesperson for the Council

Q: How many?

A: Nine are held.

Q: Where?

A: North.""",
        "Nine are",
        "the Deputy Spokesperson for the Council",
    ),
    # in court, whoever was called
    (
        """MR LUX: I call Emina Dovic.

Q. Who kept you?
A. Men from our road. Nine were taken.
Q. When?
A. In May.

MR LUX: Thank you.""",
        "Nine were",
        "Emina Dovic",
    ),
    # an office with a name in brackets has the name's later turns
    (
        """The Foreign Secretary (Mr Julian Ashby): Nine were flown out.

Mr Fane (North): All?

Mr Ashby: All nine.

Mr Fane (North): Where?""",
        "Nine were",
        "The Foreign Secretary (Mr Julian Ashby)",
    ),
    # those who ask and answer in writing
    (
        """Prisoners

Asked by Baroness Thwaite
How many are held?

Answered by Lord Penhale, Minister

Nine are held.""",
        "Nine are",
        "Lord Penhale",
    ),
    # the posts of a thread, under the name that stands over the first handle
    (
        """Ilva Dornan | President
@PresDornan

Nine came back.

@PresDornan
Nobody was sold.

The Bureau @bureau_x
replying to @PresDornan
They were expelled.""",
        "Nobody was",
        "Ilva Dornan",
    ),
    # an interview with no labels: questions in lines of their own
    (
        """Ana Ruiz, 29, a nurse, spent a year in jail.

Why?
I asked for it. Nine of us were taken.

Where to?
To the fort. My mother came.

And then?
We were let go.""",
        "Nine of us",
        "Ana Ruiz",
    ),
    # its questions are the outlet's
    (
        """Ana Ruiz, 29, a nurse, spent a year in jail.

Why were nine freed?
I asked.

Where to?
To the fort. My mother came.

And then?
We were let go.""",
        "Why were",
        "outlet",
    ),
    # the last turn goes on until the record closes
    (
        """Q: How many?

MS HALE: Nine.

Q: Where?

MS HALE: North.

They were moved in May.""",
        "They were",
        "MS HALE",
    ),
    # and no further
    (
        """Q: How many?

MS HALE: Nine.

Q: Where?

MS HALE: North.

The briefing ended at six.""",
        "The briefing",
        "outlet",
    ),
]


@pytest.mark.parametrize(("text", "at", "name"), RECORDS)
def test_records_of_speech(text: str, at: str, name: str) -> None:
    assert Narrators(text, GAZETTEER).at(text.index(at)).name == name


def test_you_is_whoever_spoke_before() -> None:
    text = "JUDGE: Was he held?\n\nBROUGH: He was a guest.\n\nJUDGE: You said that he was a guest.\n\nBROUGH: Yes."
    start = text.index("You said")
    item = Attribution(((start, start + 3),), ((start + 4, start + 8),), ((start + 9, text.index("\n\nBROUGH: Yes")),))
    assert resolve(text, (item,), GAZETTEER)[0].speaker.name == "BROUGH"


def test_a_form_of_address_is_nobody() -> None:
    text = "PUNCH: Sir, nine were freed.\n\nHALE: Yes.\n\nPUNCH: All?"
    start = text.index("Sir")
    item = Attribution(((start, start + 3),), (), ((start + 5, text.index(".\n")),))
    assert resolve(text, (item,), GAZETTEER)[0].speaker.name == "PUNCH"


def test_the_author_is_meant_by_its_noun() -> None:
    text = "COMMISSION FOR THE TRUTH\nFinal report\n\nWe heard nine. The Commission finds that all were held."
    start = text.index("The Commission")
    item = Attribution(((start, start + 14),), ((start + 15, start + 20),), ((start + 21, len(text) - 1),))
    said = resolve(text, (item,), GAZETTEER)[0].speaker
    assert (said.name, said.as_written, said.position) == ("COMMISSION FOR THE TRUTH", "The Commission", "author")


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
