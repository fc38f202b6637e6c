"""Keys of names and numbers: what makes no difference, and what does."""

from __future__ import annotations

import pytest

from paradero.linking import name_key, number_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("María Ruiz Peña", "RUIZ PENA, Maria"),  # accents, capitals, order, a comma
        ("Ana de la Cruz", "Ana Cruz"),  # particles
        ("Иван Петров", "Petrov Ivan"),  # another script
        ("Anne O'Brien", "OBRIEN ANNE"),  # an apostrophe of any kind
        ("Anne O’Brien", "Anne Obrien"),
        ("Jean-Luc Gil", "Jean Luc Gil"),
        ("Ana\u200b Ruiz\u202e", "Ana Ruiz"),  # what cannot be seen
        ("Ana Ruiz (la Negra)", "Ana Ruiz"),
        ("Dr. Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_ways_to_write_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Ruiz", "Ana Ruis"), ("Ana Ruiz", "Ana Ruiz Gil"), ("Ana", "Anna"), ("Ana Ana Ruiz", "Ana Ruiz")],
)
def test_other_letters_or_words_are_another_key(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_what_holds_no_letter_has_no_key_and_particles_alone_do() -> None:
    assert name_key(" - ") == name_key("") == ()
    assert name_key("De La") == ("de", "la")


def test_a_number_is_its_letters_and_digits() -> None:
    assert number_key("V-12.345.678") == number_key("v 12 345 678") == "v12345678"
    assert number_key("１２３４５") == "12345"
