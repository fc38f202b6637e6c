"""Replies of a parliament, comments below a post, the opening of a briefing; and what the rules add to the reader."""

from __future__ import annotations

import pytest

from paradero.reading.engines.rules import attributions
from paradero.reading.engines.seconding import seconded
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.linker import Attribution
from paradero.reading.speakers import Narrators, resolve

GAZETTEER = Gazetteer.default()

PAPER = (
    "House of Velmara: written answers\n\n12. Mr. BRASK (Dorvane) to the Minister of Harbours: Who was held?\n\n"
    "Rt. Hon. ANA RUIZ (Prime Minister) replied: Nine were held.\n\nFour fell ill.\n\n"
    "13. Mr. BRASK to the Minister of Justice: Were any tried?\n\nReply: None was charged."
)
REPLY = "WRITTEN REPLY\n\nNo. 7 asks the Minister what was paid.\n\nREPLY BY DATO ILO BIN TIMO\n\nNine came home."
POST = (
    "Comments (12)\n\nMira Dornan\nMy brother was beaten.\n\nOffice for the Strait, Ostra ✓\nNobody was beaten.\n\n"
    "Nine are home, I am told, and two of them walk."
)
BRIEFING = (
    "Daily briefing\n\nTranscript of the noon briefing by Ilva Dornan, Spokesman.\n\nGood afternoon. Nine crossed.\n\n"
    "Question: All?\n\nSpokesman: All nine.\n\nQuestion: Unhurt?\n\nSpokesman: Yes."
)
GALLERY = "1/2 A stair. Photograph: Ko Timo\n\n2/2 Nine were led off. Photograph: Ko Timo\n\nSee more. Photograph: Ana"

SAID: list[tuple[str, str, str]] = [
    (PAPER, "Who was", "Mr. BRASK"),
    (PAPER, "Nine were", "Rt. Hon. ANA RUIZ"),
    # an answer goes on over its paragraphs
    (PAPER, "Four fell", "Rt. Hon. ANA RUIZ"),
    # a bare "Reply" is by the one who was asked
    (PAPER, "None was", "the Minister of Justice"),
    (REPLY, "Nine came", "DATO ILO BIN TIMO"),
    (POST, "My brother", "Mira Dornan"),
    (POST, "Nobody was", "Office for the Strait, Ostra"),
    (BRIEFING, "Nine crossed", "Ilva Dornan"),
    # a credit is no label of a turn
    (GALLERY, "Nine were", "outlet"),
]


@pytest.mark.parametrize(("text", "at", "name"), SAID)
def test_who_speaks(text: str, at: str, name: str) -> None:
    assert Narrators(text, GAZETTEER).at(text.index(at)).name == name


def speaker(text: str, source: str) -> str:
    start = text.rindex(source)
    said = Attribution(((start, start + len(source)),), (), ())
    return resolve(text, [said], GAZETTEER)[0].speaker.name


def test_an_apposition_is_one_person() -> None:
    assert speaker("A sailor, Juan Ruiz, rang the paper. “Four guards,” he said.", "he") == "Juan Ruiz"
    assert speaker("Juan Ruiz, a member of the council, was there. “Four guards,” he said.", "he") == "Juan Ruiz"


def test_a_short_name_stands_for_the_full_one() -> None:
    text = "Dorvane Mining Limited (“Dorvane” or “the Company”) is glad. The Company said that nine were freed."
    assert speaker(text, "The Company") == "Dorvane Mining Limited"


def test_rules_second_the_reader_where_it_found_nothing() -> None:
    text = "The master denies any beating. He refused to sail."
    added = seconded(text, (), attributions(text))
    assert [text[slice(*one.source[0])] for one in added] == ["The master"]  # a refusal is a deed, no saying
    known = Attribution(((0, 10),), ((11, 17),), ((18, 29),))
    assert seconded(text, (known,), attributions(text)) == (known,)
