from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.text.en.numbers import figures

UNHURRIED = settings(deadline=None)  # a busy machine is no failure

# (text, what is written, operator, value, high)
COUNTS = [
    # a bare figure; the counted noun is not part of it
    ("252 sailors were freed", "252", "=", 252, None),
    # thousands with a comma, with a narrow space, with a plain space before zeros
    ("1,245 names", "1,245", "=", 1245, None),
    ("1\u202f245 names", "1\u202f245", "=", 1245, None),
    ("64 000 men", "64 000", "=", 64000, None),
    # a decimal and a scale
    ("1.5 million people", "1.5 million", "=", 1_500_000, None),
    ("nearly 97 thousand captives", "nearly 97 thousand", "~", 97_000, None),
    # words
    ("ten men", "ten", "=", 10, None),
    ("twenty-one women", "twenty-one", "=", 21, None),
    ("SIXTYFOUR CAPTIVES", "SIXTYFOUR", "=", 64, None),
    ("a hundred and twelve monks", "a hundred and twelve", "=", 112, None),
    ("six thousand seven hundred went home", "six thousand seven hundred", "=", 6700, None),
    ("two dozen pilots", "two dozen", "=", 24, None),
    ("half a dozen pilots", "half a dozen", "=", 6, None),
    ("at least a dozen pilots", "at least a dozen", ">=", 12, None),
    # more than
    ("more than 250 men", "more than 250", ">", 250, None),
    ("over fifty persons", "over fifty", ">", 50, None),
    ("well over a thousand monks", "well over a thousand", ">", 1000, None),
    ("upwards of 40 guards", "upwards of 40", ">=", 40, None),
    # at least
    ("no fewer than 80 of them", "no fewer than 80", ">=", 80, None),
    ("not less than 8 leaders", "not less than 8", ">=", 8, None),
    ("400 PLUS OF THEM", "400 PLUS", ">=", 400, None),
    ("two thousand, maybe more", "two thousand, maybe more", ">=", 2000, None),
    # at most
    ("up to 40 guards", "up to 40", "<=", 40, None),
    ("as many as 500 accused", "as many as 500", "<=", 500, None),
    ("no more than six at once", "no more than six", "<=", 6, None),
    # fewer than
    ("fewer than 50 remain", "fewer than 50", "<", 50, None),
    ("under 30 prisoners", "under 30", "<", 30, None),
    # about
    ("about 238 men", "about 238", "~", 238, None),
    ("some twenty boys", "some twenty", "~", 20, None),
    ("an estimated 900 people", "an estimated 900", "~", 900, None),
    ("perhaps forty others", "perhaps forty", "~", 40, None),
    ("50 or so men", "50 or so", "~", 50, None),
    ("thirty-odd clerks", "thirty-odd", "~", 30, None),
    ("a number near to nine hundred", "a number near to nine hundred", "~", 900, None),
    # ranges
    ("10 to 12 nurses", "10 to 12", "=", 10, 12),
    ("10-12 nurses", "10-12", "=", 10, 12),
    ("between 10 and 12 nurses", "between 10 and 12", "=", 10, 12),
    ("BETWEEN 22 AND 23 THOUSAND MEN", "BETWEEN 22 AND 23 THOUSAND", "=", 22_000, 23_000),
    ("two or three men", "two or three", "=", 2, 3),
    ("a million or two", "a million or two", "=", 1_000_000, 2_000_000),
    # a change is no range
    ("it rose from 30 to 45 men", "30", "=", 30, None),
    # man for man
    ("a five-for-five swap", "five-for-five", "=", 5, None),
    # a number after a month that cannot be its day
    ("in March 28 men were flown out", "28", "=", 28, None),
    ("on 2 May 47 left", "47", "=", 47, None),
    # four digits before people are no year
    ("the 2002 prisoners on the roll", "2002", "=", 2002, None),
]


@pytest.mark.parametrize(("text", "written", "operator", "value", "high"), COUNTS)
def test_counts(text: str, written: str, operator: str, value: float, high: float | None) -> None:
    found = [m for m in figures(text) if m.kind == "count"]
    assert [(m.written, m.operator, m.value, m.high) for m in found][:1] == [(written, operator, value, high)]


# (text, written, scope)
VAGUE = [
    # plurals of scale
    ("hundreds of men", "hundreds", ""),
    ("tens of thousands of men", "tens of thousands", ""),
    ("dozens were hurt", "dozens", ""),
    # a number without a number
    ("a considerable number of captives", "a considerable number", ""),
    ("several hundred monks", "several hundred", ""),
    ("a handful of guards", "a handful", ""),
    # said of the whole set, or of a part of unknown size
    ("nobody was charged", "nobody", "none"),
    ("none of them", "none", "none"),
    ("no one came", "no one", "none"),
    ("many of the men", "many", "many"),
    ("most of the men", "most", "most"),
    ("some of them", "some", "some"),
    ("half of the crew", "half", "half"),
]


@pytest.mark.parametrize(("text", "written", "scope"), VAGUE)
def test_vague_words_have_no_value(text: str, written: str, scope: str) -> None:
    first = figures(text)[0]
    assert (first.written, first.operator, first.value, first.scope, first.kind) == (
        written,
        None,
        None,
        scope,
        "count",
    )


# (text, kind of the first number)
KINDS = [
    # money, percentages
    ("$6 million for their keep", "money"),
    ("€40,000 in bail", "money"),
    ("nine dollars a day", "money"),
    ("97 per cent of the men", "percent"),
    ("15 to 20 per cent", "percent"),
    # ages
    ("aged 34", "age"),
    ("a 34-year-old welder", "age"),
    ("Amina Sow, 79, waited", "age"),
    ("Amina Sow (79) waited", "age"),
    ("children under ten", "age"),
    ("he was nineteen when they came", "age"),
    # years and dates
    ("in 2023", "year"),
    ("the 1798 Alien Enemies Act", "year"),
    ("on 9 or 10 March", "date"),
    ("July 18, 2025", "date"),
    # hours and lengths
    ("at 9:34 a.m.", "time"),
    ("0856 HOURS", "time"),
    ("they came at two.", "time"),
    ("for seven years", "duration"),
    ("more than 455 days in a cell", "duration"),
    ("a nine-day sit-in", "duration"),
    # ordinals
    ("the 10th man", "ordinal"),
    ("the twenty-fifth man", "ordinal"),
    # references
    ("Article 9", "reference"),
    ("flight 907", "reference"),
    ("law No. 24488", "reference"),
    ("MS-13 members", "reference"),
    ("call 555-0134", "reference"),
    ("a 5-4 majority", "reference"),
    ("won 8-1", "reference"),
    ("1. The roll is read.", "reference"),
    # measures
    ("80 km from the gate", "measure"),
    ("a 48-room hotel", "measure"),
    ("two-thirds of it", "measure"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_other_numbers_are_no_counts(text: str, kind: str) -> None:
    assert figures(text)[0].kind == kind


def test_a_part_is_tied_to_its_whole() -> None:
    part, whole = figures("32 of the 41 left")
    assert (part.value, part.whole, part.whole_value, part.is_whole) == (32, "of the 41", 41, False)
    assert (whole.value, whole.is_whole) == (41, True)


# (text, value, scope, modifier, pronoun)
DRESS = [
    # the whole set
    ("all seven men", 7, "all", "", False),
    ("all of the five were held", 5, "all", "", True),
    ("both men", 2, "all", "", False),
    # the number leaves others aside
    ("another 15 monks", 15, "", "another", False),
    ("the remaining seven", 7, "", "remaining", True),
    ("a further 267 deserters", 267, "", "further", False),
    ("32 more fishermen", 32, "", "more", False),
    # a number that stands for the people
    ("one of them", 1, "", "", True),
    ("one said", 1, "", "", True),
    ("one monk", 1, "", "", False),
]


@pytest.mark.parametrize(("text", "value", "scope", "modifier", "pronoun"), DRESS)
def test_words_around_a_number(text: str, value: int, scope: str, modifier: str, pronoun: bool) -> None:
    first = figures(text)[0]
    assert (first.value, first.scope, first.modifier, first.pronoun) == (value, scope, modifier, pronoun)


@pytest.mark.parametrize("text", ["one another", "any one man", "one day", "this one", "both in May and later"])
def test_words_that_only_look_like_counts(text: str) -> None:
    assert [m for m in figures(text) if m.kind == "count"] == []


def test_a_stretch_does_not_look_outside_itself() -> None:
    text = "more than 40 men"
    assert figures(text, 5)[0].written == "40"
    assert figures(text, 0, 9) == ()


WORDS = (
    "more than at least 1 2,000 10 ten a hundred and of the dozen per cent $ May - to between one both all years no"
).split()


@UNHURRIED
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60))
def test_numbers_lie_in_the_text(text: str) -> None:
    found = figures(text)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.written
        assert (mention.operator is None) == (mention.value is None)
        assert mention.high is None or (mention.value is not None and mention.high >= mention.value)
    assert all(a.end <= b.start for a, b in pairwise(found))
