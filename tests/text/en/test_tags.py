"""The word classes that decide where a noun phrase ends and its verb begins, in invented sentences."""

from __future__ import annotations

import pytest

from paradero.text.en.tags import tag
from paradero.text.tokens import tokens

Row = tuple[str, str]

SENTENCES: list[Row] = [
    # a present form behind its subject, and the same form behind an article
    ("The lawyers claim they slept", "DET NOUN VERB PRON VERB"),
    ("The claim was read", "DET NOUN AUX VERB"),
    # a participle before its noun and one behind it
    ("The detained men slept", "DET ADJ NOUN VERB"),
    ("The men detained there slept", "DET NOUN VERB ADV VERB"),
    # behind a quotation that closes, a verb stands before its subject
    ("“They slept,” said officials", "QUOTE PRON VERB PUNCT QUOTE VERB NOUN"),
    ("“They slept,” wrote Vega", "QUOTE PRON VERB PUNCT QUOTE VERB NAME"),
    # behind a comma, one of saying; another participle there belongs to the noun
    ("They slept, said officials", "PRON VERB PUNCT VERB NOUN"),
    ("In May, freed sailors slept", "PREP NAME PUNCT ADJ NOUN VERB"),
    # a mark that opens leads no verb in: what stands in quotation marks is no subject
    ("The men were “armed fighters”", "DET NOUN AUX QUOTE ADJ NOUN QUOTE"),
    # a title, and the verb that is written like it
    ("The clerk met Miss Ferrars there", "DET NOUN VERB NAME NAME PRON"),
    ("They miss the boat", "PRON VERB DET NOUN"),
    # an initial does not end a name
    ("The clerk met R. Vega on the quay", "DET NOUN VERB NAME NAME PREP DET NOUN"),
    # "to" before a verb and before a noun
    ("They refused to eat", "PRON VERB TO VERB"),
    ("They went to the quay", "PRON VERB PREP DET NOUN"),
    # "that" as a pronoun, before a clause and with its noun
    ("The boat that left was old", "DET NOUN REL VERB AUX ADJ"),
    ("They deny that the boat left", "PRON VERB SUB DET NOUN VERB"),
    # the possessive of a plural, and an auxiliary contracted to a pronoun
    ("The miners’ release failed", "DET NOUN POSS NOUN VERB"),
    ("He's been fed", "PRON AUX AUX VERB"),
    # a month and a modal verb
    ("Then May came", "ADV NAME VERB"),
    ("They may come", "PRON MODAL VERB"),
    # nouns that end as adverbs do, and an adverb
    ("Her family has slept", "DET NOUN AUX VERB"),
    ("They slept briefly", "PRON VERB ADV"),
    # "earlier" between a verb and its auxiliary, and before a noun
    ("They had earlier told officials", "PRON AUX ADV VERB NOUN"),
    ("The earlier boat left", "DET ADJ NOUN VERB"),
    # a noun behind a noun, where a bare form would not agree
    ("They told a radio station that it left", "PRON VERB DET NOUN NOUN SUB PRON VERB"),
    # figures and numbers in words
    ("Some 1,200 and twenty-one left", "DET NUM CC NUM VERB"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_the_classes_of_a_sentence(text: str, expected: str) -> None:
    assert " ".join(word.tag for word in tag(tokens(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # initials keep their stop before a name, and only there
        ("R. Vega", ["R.", "Vega"]),
        ("Daniel R. Okafor", ["Daniel", "R.", "Okafor"]),
        ("It is plan B.", ["It", "is", "plan", "B", "."]),
        # the letter that opens a question is no initial
        ("Q. Who came?", ["Q", ".", "Who", "came", "?"]),
    ],
)
def test_initials(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_a_headline_in_capitals_has_verbs() -> None:
    assert [w.tag for w in tag(tokens("MINISTRY DENIES THE CLAIM"))] == ["NOUN", "VERB", "DET", "NOUN"]
