from __future__ import annotations

import pytest

from paradero.reading.chains import Chains, Places
from paradero.reading.gazetteer import Gazetteer
from tests.calls import counted

GAZETTEER = Gazetteer.default()


def stands_for(text: str, words: str, concerned: tuple[str, ...] = ()) -> str:
    """What the last occurrence of some words stands for, with acts told of these and of other words."""
    at = text.rindex(words)
    spans = [(text.index(c), text.index(c) + len(c)) for c in concerned] + [(at, at + len(words))]
    return Chains(text, GAZETTEER, spans).stands_for(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "words", "concerned", "expected"),
    [
        # the number is the whole clue, however far back
        ("Ten Malvarians were taken. A storm came. The sea was rough. The ten swam.", "The ten", (), "Ten Malvarians"),
        # two groups of ten: open
        ("Ten Malvarians were taken. Ten Zubarans were freed. The ten swam.", "The ten", (), ""),
        # an open "they" keeps the next "they" open
        (
            "Nine miners met twelve soldiers. They were held. They were freed.",
            "They",
            ("Nine miners", "twelve soldiers"),
            "",
        ),
        # nobody named comes before "no one"
        ("No one was freed. They were moved.", "They", ("No one",), ""),
        # those of whom an act was told come before those who only stand by
        ("Two nurses saw it. Nine miners were taken. They were freed.", "They", ("Nine miners",), "Nine miners"),
        # but not before those who stand in the same sentence: left open
        ("Nine miners were taken. Two nurses said that they were freed.", "they", ("Nine miners",), ""),
        # "many" with a noun of its own is a group, and "the men" are the nearest that are called so
        (
            "Nine miners were taken. Kin of many lost men came. The men were freed.",
            "The men",
            ("Nine miners",),
            "many lost men",
        ),
        # a surname that two people bear is nobody's
        ("Ana Drost and Ivo Drost were taken. Drost was freed.", "Drost", (), ""),
        # accents and titles aside
        ("Prof. José Muñón was taken. MUNON was freed.", "MUNON", (), "Prof. José Muñón"),
        # women are not meant by "the men"
        ("Twelve nuns were taken. The men were freed.", "The men", ("Twelve nuns",), ""),
        # a part is not its whole
        ("Ten Malvarians were taken. Four of them were freed.", "Four of them", (), ""),
    ],
)
def test_what_words_for_people_stand_for(text: str, words: str, concerned: tuple[str, ...], expected: str) -> None:
    assert stands_for(text, words, concerned) == expected


def test_all_mentions_of_one_group_are_one_chain() -> None:
    text = "Ten Malvarians were taken in Oran. They were beaten. The ten were deported on Friday."
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("Ten Malvarians", "They", "The ten")]
    chains = Chains(text, GAZETTEER, spans).all()
    assert [[m.words for m in c.mentions] for c in chains if c.words == "Ten Malvarians"] == [
        ["Ten Malvarians", "They", "The ten"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sat in Kelet prison. Nobody left the prison.", "Kelet prison"),
        ("He sat in the prison at Kelet. Nobody left the prison.", "prison at Kelet"),
        ("He went from Kelet prison to Oran prison. Nobody left the prison.", ""),
        ("He sat in a prison. Nobody left the prison.", ""),
        ("Nobody left the prison.", ""),
    ],
)
def test_which_place_is_meant(text: str, expected: str) -> None:
    at = text.rindex("the prison")
    assert Places(text).stands_for(at, at + len("the prison")) == expected


def test_a_text_ten_times_as_long_takes_no_more_than_ten_times_the_steps() -> None:
    def steps(times: int) -> int:
        text = "Nine miners were held near Oran. They were freed by the army on Friday.\n\n" * times
        spans = [(i, i + 4) for i in range(len(text)) if text.startswith("They", i)]
        return counted(lambda: Chains(text, GAZETTEER, spans).all())[1]

    assert steps(500) < 11 * steps(50)
