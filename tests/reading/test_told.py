"""Whether an act is told as done, planned or denied, and words that only look like one; in small letters too."""

from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.reading import read

# text, then (act, modality, polarity) of each statement that the rules find
TOLD = [
    # an implicative verb: managing to do it is doing it
    ("The guards managed to arrest two men.", [("arrested", "actual", "positive")]),
    # being able to, in the past, tells that it came so; in the present it does not
    ("The guards were able to arrest two men.", [("arrested", "actual", "positive")]),
    ("The guards are able to arrest two men.", [("arrested", "planned", "positive")]),
    # an obligation still to be met, and one that was met
    ("We have to arrest these men.", [("arrested", "planned", "positive")]),
    ("They had to arrest these men.", [("arrested", "actual", "positive")]),
    # what may be done in general
    ("People can be arrested under the act.", [("arrested", "hypothetical", "positive")]),
    # one word for "can not"
    ("The men cannot be arrested.", [("arrested", "hypothetical", "negative")]),
    # nobody
    ("Not a single man was arrested.", [("arrested", "actual", "negative")]),
    ("Not one of the accused was arrested.", [("arrested", "actual", "negative")]),
    ("Of the men in custody no arrests were made in Oran.", [("arrested", "actual", "negative")]),
    # two infinitives with one "to"
    ("They were told to keep a watch and apprehend the thieves.", [("arrested", "planned", "positive")]),
    # a condition
    ("Talks will end in case the guards arrested two men.", [("arrested", "conditional", "positive")]),
    # two past verbs, the second before a number and before a name in small letters
    ("police sealed the shop and arrested four persons.", [("arrested", "actual", "positive")]),
    ("police sealed the shop and arrested omar dey.", [("arrested", "actual", "positive")]),
    # a building called a jail, not a verb
    ("She was sent to the city jail to wait for a term.", []),
    # people are booked for what they did, rooms for whom they are for
    ("Two men were booked under the new act.", [("arrested", "actual", "positive")]),
    ("They booked rooms for the men who had been arrested.", [("arrested", "actual", "positive")]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_arrest_is_told_as_it_is_told(text: str, expected: list[tuple[str, str, str]]) -> None:
    document, _ = parse(text.encode(), "report.txt", GivenByPerson(published="2025-03-02", language="en"))
    statements, _ = read(document, engine="rules")
    found = [(s.act, s.modality, s.polarity) for s in statements if s.act == "arrested"]
    assert found == expected
