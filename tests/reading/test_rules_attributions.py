"""The rules engine: who says what, without a model. Every row is an invented sentence with what is special about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.model.vocabulary import codes
from paradero.reading.cues import adjectives, forms, nouns, phrases, stance_of
from paradero.reading.engines.rules import attributions

SEED = Path(__file__).parents[3] / "shared" / "reports" / "three_state_swap.txt"

Row = tuple[str, list[tuple[str, str, list[str]]]]

SENTENCES: list[Row] = [
    # a that-clause; the time between subject and verb is no part of the cue's object
    (
        "The port authority said on Monday that nine sailors had been detained.",
        [("The port authority", "said on Monday", ["that nine sailors had been detained"])],
    ),
    # a bare clause, and an auxiliary in the verb group
    (
        "Officials have said the ferry left at dawn.",
        [("Officials", "have said", ["the ferry left at dawn"])],
    ),
    # quotation first, subject before the verb
    (
        "“We saw all eleven of them walk out,” the priest said.",
        [("the priest", "said", ["“We saw all eleven of them walk out,”"])],
    ),
    # quotation first, verb before the subject, and an apposition
    (
        "“Nobody told us,” said Ines Okafor, a lawyer for the crew.",
        [("Ines Okafor, a lawyer for the crew", "said", ["“Nobody told us,”"])],
    ),
    # one quotation in two halves is one content in two pieces, a later sentence of it a third
    (
        "“They are home,” Okafor said, “and they are well. It was a long night.” “That is all.”",
        [
            (
                "Okafor",
                "said",
                ["“They are home,”", "“and they are well. It was a long night.”", "“That is all.”"],
            )
        ],
    ),
    # the apposition between commas belongs to the subject, not to the content
    (
        "Tomas Brandt, the island’s governor, said the cells were empty.",
        [("Tomas Brandt, the island’s governor", "said", ["the cells were empty"])],
    ),
    # the report stands in the middle of what is said
    (
        "The two men, the consulate added, were never charged.",
        [("the consulate", "added", ["The two men", "were never charged"])],
    ),
    # the report comes last and has all that stands before it
    (
        "The guards were given a week to leave the island, officials said.",
        [("officials", "said", ["The guards were given a week to leave the island"])],
    ),
    # no verb at all: the source follows the phrase
    (
        "According to the families’ committee, six are still missing.",
        [("the families’ committee", "According to", ["six are still missing"])],
    ),
    (
        "Six are still missing, according to the families’ committee.",
        [("the families’ committee", "according to", ["Six are still missing"])],
    ),
    # a count held by a possessive
    (
        "By the committee’s count, six are still missing.",
        [("the committee’s", "count", ["six are still missing"])],
    ),
    # a demand: the addressee belongs to the cue, the infinitive is what is demanded
    (
        "The union urged the ministry to free the dockers.",
        [("The union", "urged the ministry", ["to free the dockers"])],
    ),
    # a preposition of the frame
    (
        "The bishops called for the release of both fishermen.",
        [("The bishops", "called for", ["the release of both fishermen"])],
    ),
    # an offer
    (
        "The rebels promised to hand over the pilots.",
        [("The rebels", "promised", ["to hand over the pilots"])],
    ),
    # an accusation reports the accused as well
    (
        "Prosecutors accused the mayor of hiding the list.",
        [("Prosecutors", "accused", ["the mayor of hiding the list"])],
    ),
    # a denial of a plain noun phrase, and of an -ing clause
    ("The colonel denied the charge.", [("The colonel", "denied", ["the charge"])]),
    ("The colonel denied beating anyone.", [("The colonel", "denied", ["beating anyone"])]),
    # characterising: two phrases side by side, and "as"
    (
        "The senator called the trial a farce.",
        [("The senator", "called", ["the trial a farce"])],
    ),
    (
        "The senator decried the detention of its crew as a violation of the treaty.",
        [("The senator", "decried", ["the detention of its crew as a violation of the treaty"])],
    ),
    # a participle shares the subject of its clause
    (
        "The embassy confirmed that the nurse was free, calling her cell a “grave”.",
        [
            ("The embassy", "confirmed", ["that the nurse was free"]),
            ("The embassy", "calling", ["her cell a “grave”"]),
        ],
    ),
    # two verbs, one subject
    (
        "Relatives deny they had weapons and say they were never heard.",
        [
            ("Relatives", "deny", ["they had weapons"]),
            ("Relatives", "say", ["they were never heard"]),
        ],
    ),
    # two clauses, two speakers
    (
        "The army said the road was open, but villagers said it was mined.",
        [
            ("The army", "said", ["the road was open"]),
            ("villagers", "said", ["it was mined"]),
        ],
    ),
    # turned round: who speaks stands after "by", what is said was the subject
    (
        "The toll was confirmed by the harbour office.",
        [("the harbour office", "was confirmed by", ["The toll"])],
    ),
    # something is said and nobody is named who says it
    ("They were told that the boat had sailed.", [("", "were told", ["that the boat had sailed"])]),
    # a relative clause: its pronoun is the source
    (
        "The cook, who says the soup was cold, left on Friday.",
        [("who", "says", ["the soup was cold"])],
    ),
    # an estimate with its number
    (
        "The Red Cross put the number of prisoners at 340.",
        [("The Red Cross", "put", ["the number of prisoners at 340"])],
    ),
    # telegram style: the verb between the speaker and "and" is no part of its name
    (
        "HIGH COURT OF DORVANE QUASHED VERDICT AND ORDERED THAT MEN BE FREED",
        [("HIGH COURT OF DORVANE", "ORDERED", ["THAT MEN BE FREED"])],
    ),
    # a noun that is written like a verb of reporting ends the subject
    (
        "Families of a dozen men with release orders report that they were taken again.",
        [("Families of a dozen men with release orders", "report", ["that they were taken again"])],
    ),
    # the conjunction that leads the clause of the speaker is no part of its name
    (
        "The list came out a day after the ministry spoke of a pardon.",
        [("the ministry", "spoke of", ["a pardon"])],
    ),
    # a headline in capitals
    (
        "Governor Says Nine Sailors Were Freed After Talks",
        [("Governor", "Says", ["Nine Sailors Were Freed After Talks"])],
    ),
    # a name before a colon and a quotation
    (
        "Brandt: “I counted nine.”",
        [("Brandt", ":", ["“I counted nine.”"])],
    ),
    # opening marks set as two apostrophes
    (
        "''It's done, and nobody was hurt,'' the pilot said.",
        [("the pilot", "said", ["''It's done, and nobody was hurt,''"])],
    ),
]

PARAGRAPHS: list[Row] = [
    # a quotation that runs on: the cue stands at the end of the second paragraph and has both
    (
        "The governor spoke at noon.\n\n“We let nine men go today. It was time.\n\n“Two more will follow,” he said.",
        [("he", "said", ["“We let nine men go today. It was time.", "“Two more will follow,”"])],
    ),
    # a paragraph that is nothing but quotation goes on with the speaker before it
    (
        "“They are free,” the nun said.\n\n“I saw them with my own eyes on the quay.”",
        [("the nun", "said", ["“They are free,”", "“I saw them with my own eyes on the quay.”"])],
    ),
    # a transcript: each label has its turn; what a third person says inside it stands apart
    (
        "Q: How many are left?\n\nA: Four. None was charged.\n\nQ: And the cook?\n\nA: His lawyer says he is ill.",
        [
            ("Q", "", ["How many are left?"]),
            ("A", "", ["Four.", "None was charged."]),
            ("Q", "", ["And the cook?"]),
            ("A", "", ["His lawyer says he is ill."]),
        ],
    ),
]

SILENT = [
    # a noun that looks like a verb
    "The report was long and the charges were many.",
    # an empty text, and one without a letter
    "",
    "\n\n— … —\n",
    # "told" something that is no report
    "The clock told the time.",
    # nobody says anything
    "Nine sailors walked across the bridge before dawn.",
    # "asked not to be named" is how the source hides, not what it says
    "The guard asked not to be named.",
]


def found(text: str) -> list[tuple[str, str, list[str]]]:
    """The attributions of a text as words."""
    rows = []
    for item in attributions(text):
        source, cue = (" ".join(text[a:b] for a, b in spans) for spans in (item.source, item.cue))
        rows.append((source, cue, [text[a:b] for a, b in item.content]))
    return rows


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0][:40] for row in SENTENCES])
def test_sentence(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS, ids=["run-on", "goes on", "turns"])
def test_paragraphs(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said(text: str) -> None:
    assert found(text) == []


STANCES = [
    # the word alone
    ("said", "", "asserts"),
    ("has always decried", "", "characterises"),
    ("confirmed", "", "confirms"),
    ("denied", "", "denies"),
    ("alleged", "", "alleges"),
    ("estimates", "", "estimates"),
    ("withdrew", "", "retracts"),
    # the preposition decides
    ("called for", "", "demands"),
    ("called", "the camp a grave", "characterises"),
    # what is said decides: a question or a request
    ("asked", "whether they were alive", "asserts"),
    ("asked", "to be heard", "demands"),
    ("promised", "to free them", "offers"),
    # a refusal to confirm is a denial, a refusal to deny is not turned round
    ("did not confirm", "", "denies"),
    # no verb: phrases, nouns, adverbs
    ("according to", "", "asserts"),
    ("by the count of", "", "estimates"),
    ("'s claim", "", "alleges"),
    ("reportedly", "", "asserts"),
    # unknown and empty cues
    ("", "", "asserts"),
    ("xyzzy", "", "asserts"),
]


@pytest.mark.parametrize(("cue", "content", "expected"), STANCES)
def test_stance(cue: str, content: str, expected: str) -> None:
    assert stance_of(cue, content) == expected


def test_every_stance_of_the_lexicon_is_a_code() -> None:
    listed = [cue.frames.values() for table in (forms(), nouns(), adjectives()) for cue in table.values()]
    assert {stance for row in listed for stance in row} | set(phrases().values()) <= codes("stances")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab AB.,:;\"“”'’\n-said that who according to (1)", max_size=300))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for item in attributions(text):
        assert item.content
        for start, end in (*item.source, *item.cue, *item.content):
            assert 0 <= start < end <= len(text)


def test_same_text_same_answer() -> None:
    text = "\n\n".join(row[0] for row in SENTENCES)
    assert attributions(text) == attributions(text)


@pytest.mark.skipif(not SEED.exists(), reason="the shared report is not here")
def test_seed_report() -> None:
    """The speakers of the three-state report, in order, as the words stand."""
    text = SEED.read_text(encoding="utf-8")
    sources = [source for source, _, _ in found(text)]
    wanted = ["Nayib Bukele, the country’s president", "he", "Marco Rubio, the secretary of state", "he", "it"]
    wanted += ["The Venezuelan government", "Family members of many of the Venezuelans and their lawyers"]
    wanted += ["Venezuela’s government", "the government’s critics"]
    remaining = iter(sources)
    assert all(any(source == want for source in remaining) for want in wanted), sources
    continued = next(content for source, _, content in found(text) if source == "he")
    assert len(continued) == 2
