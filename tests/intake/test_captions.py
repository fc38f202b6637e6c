from __future__ import annotations

import pytest

from paradero.intake.captions import is_caption
from paradero.intake.credits import credit_at_end, who_and_relay


@pytest.mark.parametrize(
    "line",
    [
        "Relatives of the detained wait outside the gate of the barracks",  # the verb stands behind an "of"
        "Two released teachers hug their mother at the airport",
        "The nine freed men",  # no verb at all
        "The wives of the missing miners",
        "Freed sailors wave from the deck (file photo)",  # a cue
        "Rosa Quint, left, with her brother in Port Alba",
        "Lawyer Rosa Quint speaking outside the court in Alba",  # a name and what she does
        "The prison at Sorrel, seen from the air",  # a place needs a word of seeing
        "Crowds gather in the square as the list is read out",
    ],
)
def test_caption_is_known_by_its_words(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "What happened in the prison",  # a question's word begins a heading
        "The road to the border",  # a subject, nobody to be seen
        "Reactions",
        "Harbour master confirms",  # a headline's verb
        "The men were freed on Monday.",  # a sentence
        "Two Sides Of The Same Harbour Today",  # a title's capitals
        "THE MEN WHO CAME BACK HOME",
        "Key dates in the case",
        "The men said the deal was fragile",  # past tense
        "Soldiers guard the following:",
        "2. Soldiers guard the quay of Alba",
    ],
)
def test_heading_or_sentence_is_no_caption(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "begins", "who", "relay"),
    [
        ("A boat leaves - Alba Coast Guard via Reuters", " - Alba", "Alba Coast Guard", "Reuters"),
        ("A boat leaves. Photograph: Li Wen/AFP/Getty Images", " Photograph", "Li Wen", "AFP/Getty Images"),
        ("A boat leaves. (AP Photo/Li Wen, File)", " (AP", "Li Wen", "AP"),
        ("A boat leaves. [Li Wen/Reuters]", " [Li", "Li Wen", "Reuters"),
        ("A boat leaves (AP)", " (AP", "AP", ""),
        ("A boat leaves | Photo Credit: ANI", " | Photo", "ANI", ""),
        ("A boat leaves. - Handout/Navy of Alba", " - Handout", "Navy of Alba", ""),  # let go by, made by
        ("A boat leaves © Li Wen/AFP", " ©", "Li Wen", "AFP"),
        ("A boat leaves – courtesy of the Quint family", " – courtesy", "the Quint family", ""),
        ("A boat leaves. (Photo: Li Wen/Public domain)", " (Photo", "Li Wen", ""),  # a licence is no relay
        ("Un barco zarpa. Foto: EFE", " Foto", "EFE", ""),
        ("Photo: Ministry of Fisheries", "Photo", "Ministry of Fisheries", ""),  # the credit is the whole line
    ],
)
def test_credit_ends_a_caption(line: str, begins: str, who: str, relay: str) -> None:
    credit = credit_at_end(line)
    assert credit is not None
    assert line[credit.start :].startswith(begins)
    assert (credit.credit, credit.relay) == (who, relay)


@pytest.mark.parametrize(
    "line",
    [
        "He paid three million - a third of the sum",
        'Quote of the week: "Tried and pardoned." - a grower, Sorrel Hill',  # a name after a dash, nothing more
        "The governor answered (in Spanish)",
        "The men came home via Doha and Muscat",  # a journey
        "The deal - which went via Doha",
        "Talks between the two navies (ICRC)",
    ],
)
def test_what_looks_like_a_credit_is_none(line: str) -> None:
    assert credit_at_end(line) is None


def test_credit_without_relay() -> None:
    assert who_and_relay("(Drawing: H. Soto; courtesy of the Memory Room)") == ("H. Soto", "")
