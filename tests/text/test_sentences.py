from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.text.sentences import paragraphs, sentences
from paradero.text.tokens import tokens

UNHURRIED = settings(deadline=None)  # a busy machine is no failure

SENTENCES = [
    # two plain ones
    ("They left. Nobody saw them.", ["They left.", "Nobody saw them."]),
    # titles before a name
    ("Mr. Okafor met Gen. Brandt. They shook hands.", ["Mr. Okafor met Gen. Brandt.", "They shook hands."]),
    # a country that goes on, and one that ends the sentence
    ("The U.S. Navy sailed. He left the U.S. He ran.", ["The U.S. Navy sailed.", "He left the U.S.", "He ran."]),
    # a month before its day, and "No." before its number
    ("On Jan. 5 lot No. 7 was read out. The rest waited.", ["On Jan. 5 lot No. 7 was read out.", "The rest waited."]),
    # "No." as an answer
    ("Were they held? No. They walked out.", ["Were they held?", "No.", "They walked out."]),
    # decimal numbers and money
    ("It cost $4.5m. Rates fell by 0.25 points.", ["It cost $4.5m.", "Rates fell by 0.25 points."]),
    # a closing mark after the stop belongs to the sentence
    ("“We are home.” She wept.", ["“We are home.”", "She wept."]),
    # a question inside a quotation, and the verb of saying after it
    ('"Where is he?" she asked. "Gone."', ['"Where is he?" she asked.', '"Gone."']),
    # a bracketed sentence
    ("They left. (See below.) Then it rained.", ["They left.", "(See below.)", "Then it rained."]),
    # an ellipsis within and at the end
    ("And… so on it went... Then came the bus.", ["And… so on it went...", "Then came the bus."]),
    # initials in a name, and initials instead of one
    ("J. K. Adeyemi and L.R. were freed. C. Wu was not.", ["J. K. Adeyemi and L.R. were freed.", "C. Wu was not."]),
    # a plan called B is no initial
    ("They had a plan B. He used it.", ["They had a plan B.", "He used it."]),
    # a live blog: the time stamp begins the sentence after it
    ("9:34 a.m. The plane lands. 9:40 a.m. Doors open.", ["9:34 a.m. The plane lands.", "9:40 a.m. Doors open."]),
    # a time stamp with a stop of its own
    ("21.15. The gate shuts.", ["21.15. The gate shuts."]),
    # a time at the end of a sentence
    ("They came at 5 p.m. The bus was late.", ["They came at 5 p.m.", "The bus was late."]),
    # numbered points, one a line
    ("1. Names are read.\n2. Men board.", ["1. Names are read.", "2. Men board."]),
    # labels of a briefing
    ("Q: How many?\nA: Ten. Perhaps more.", ["Q: How many?", "A: Ten.", "Perhaps more."]),
    # bullets without stops
    ("• ten men\n• two women", ["• ten men", "• two women"]),
    # a headline without a stop, parted by an empty line
    ("Ten men land\n\nThey were met by kin.", ["Ten men land", "They were met by kin."]),
    # a short line is a title even without an empty line
    ("MORNING BULLETIN\nTen men landed.", ["MORNING BULLETIN", "Ten men landed."]),
    # a line wrapped at a width by a mailer does not end the sentence
    (
        "The committee said that the men had been brought to the airfield at\nKulna and that nobody knew of it.",
        ["The committee said that the men had been brought to the airfield at\nKulna and that nobody knew of it."],
    ),
    # a telegram in capitals stops with a word
    ("TEN MEN LANDED STOP ALL WELL STOP ENDS", ["TEN MEN LANDED STOP", "ALL WELL STOP", "ENDS"]),
    # the word in an ordinary sentence stops nothing
    ("The STOP sign fell.", ["The STOP sign fell."]),
    # capitals with abbreviations
    ("MR. OKAFOR CAME. HE LEFT.", ["MR. OKAFOR CAME.", "HE LEFT."]),
    # no space before the next quotation
    ("He said no.”“Why?” she asked.", ["He said no.”", "“Why?” she asked."]),
    # a foot-note number after the stop
    ("All were named.[3] None was charged.", ["All were named.[3]", "None was charged."]),
    # a state in capitals, an illness in small letters
    ("He fell ill. Ortiz left. The Ill. Guard came.", ["He fell ill.", "Ortiz left.", "The Ill. Guard came."]),
    # small letters throughout: a title, initials, an hour, and no capital to open a sentence
    (
        "ten men were held on friday. mr. okafor met l.r. wu at 5 p.m. near kulna. they left.",
        ["ten men were held on friday.", "mr. okafor met l.r. wu at 5 p.m. near kulna.", "they left."],
    ),
    # several marks at once
    ("Really?! Yes! Go.", ["Really?!", "Yes!", "Go."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_a_stretch_is_read_with_the_offsets_of_the_whole() -> None:
    text = "One left. Two stayed. Three came."
    assert sentences(text, 10, 21) == ((10, 21),)
    assert [k.text for k in tokens(text, 10, 13)] == ["Two"]


def test_paragraphs_are_parted_by_empty_lines_only() -> None:
    text = "  One\ntwo \n \r\n\n three\n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["One\ntwo", "three"]


TOKENS = [
    # clitics are tokens of their own
    ("The envoy's men didn't go", ["The", "envoy", "'s", "men", "did", "n't", "go"]),
    # typographic apostrophes
    ("They’re the state’s", ["They", "’re", "the", "state", "’s"]),
    # capitals
    ("OKAFOR'S MEN WON'T", ["OKAFOR", "'S", "MEN", "WO", "N'T"]),
    # names and words with an apostrophe inside
    ("O'Hara left at ten o'clock", ["O'Hara", "left", "at", "ten", "o'clock"]),
    # figures are one token each
    ("1,245 men, $5m, 9:34, 97%, 10th", ["1,245", "men", ",", "$5m", ",", "9:34", ",", "97%", ",", "10th"]),
    # hyphens inside words and ages; a range comes apart
    ("a 34-year-old vice-consul, 10-12", ["a", "34-year-old", "vice-consul", ",", "10", "-", "12"]),
    # abbreviations keep their stop, the last word of a sentence does not
    ("Mr. Wu left the U.S. Army. Then", ["Mr.", "Wu", "left", "the", "U.S.", "Army", ".", "Then"]),
    # numbers of laws
    ("law No. 24 said No.", ["law", "No.", "24", "said", "No", "."]),
    # addresses and handles
    ("see https://example.org/a. @pres_gt", ["see", "https://example.org/a", ".", "@pres_gt"]),
    # plural possessive and quotation marks
    ("the prisoners' “list”...", ["the", "prisoners", "'", "“", "list", "”", "..."]),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@UNHURRIED
@given(st.text(max_size=120))
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    found = tokens(text)
    assert all(text[k.start : k.end] == k.text for k in found)
    assert "".join(k.text for k in found) == "".join(text.split())


@UNHURRIED
@given(st.text(alphabet="aB. \n?!…\"”'1:-S", max_size=100))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    found = sentences(text)
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
