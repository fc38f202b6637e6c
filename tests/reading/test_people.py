"""The people whom a report names: gathered from its statements, one of each, with the age beside the name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paradero.model import Document, Mention, Named, Part, Reader, Span, Speaker, Statement, Who
from paradero.reading import people_named


def named(text: str, *names: str, speaker: str = "", by: str = "") -> tuple[Named, ...]:
    """Return the people of a text in which each of some names is held, one speaks, or one acts."""
    document = Document("a" * 64, "report.txt", "text/plain", text, (Part("body", 0, len(text), 1),))
    span = Span.of(text, 0, len(text))
    outlet = Speaker("outlet", "outlet")
    plain = Statement(document.id, "body 1", span, span, outlet, "asserts", "held", Reader("rules", "1"))
    said = [replace(plain, who=Who(Mention(name), (name,))) for name in names]
    said += [replace(plain, speaker=Speaker(speaker, "person", speaker))] if speaker else []
    said += [replace(plain, by=Mention(by))] if by else []
    return people_named(document, {str(number): one for number, one in enumerate(said)})


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Pavel Drost, 41, was held.", 41),
        ("Pavel Drost (41) was held.", 41),
        ("Pavel Drost, aged 41, was held.", 41),
        ("The 41-year-old Pavel Drost was held.", 41),
        ("The 41-year-old harbour clerk Pavel Drost was held.", 41),
        ("Pavel Drost, de 41 años, fue detenido.", 41),
        ("Pavel Drost, 41 and a clerk, was held.", 41),
        ("Pavel Drost was held 41 days.", None),
        ("Pavel Drost, 41 days in a cell, was freed.", None),
        ("Pavel Drost, 254, was held.", None),
        ("Pavel Drost, 41, was held. A court said that Pavel Drost, 42, was not.", None),  # they disagree
        ("Pavel Drost, 41, was held. Pavel Drost (41) was freed.", 41),
    ],
)
def test_the_age_is_the_one_beside_the_name(text: str, age: int | None) -> None:
    (one,) = named(text, "Pavel Drost")
    assert one.age == age


def test_a_short_name_is_that_of_the_one_person_who_has_it() -> None:
    (one,) = named("Pavel Drost was held. Mr Drost is free.", "Pavel Drost", speaker="Mr Drost")
    assert (one.name, one.names, one.statements) == ("Pavel Drost", ("Pavel Drost", "Drost"), ("0", "1"))
    assert (one.start, one.end) == (0, 11)


def test_a_short_name_of_two_people_stands_by_itself() -> None:
    text = "Pavel Drost and Marta Drost were held. Mr Drost is free."
    found = named(text, "Pavel Drost", "Marta Drost", speaker="Mr Drost")
    assert {one.name: one.statements for one in found} == {
        "Pavel Drost": ("0",), "Marta Drost": ("1",), "Drost": ("2",),
    }  # fmt: skip


def test_offices_bodies_and_collectives_are_no_names() -> None:
    text = "The Supreme Court, Director Ines Roth and a clerk spoke."
    assert named(text, "Supreme Court", by="a clerk") == ()
    assert [one.name for one in named(text, speaker="Director Ines Roth")] == ["Ines Roth"]


def test_whoever_acts_is_named_too() -> None:
    assert [one.name for one in named("General Ivo Brandt held them.", by="General Ivo Brandt")] == ["Ivo Brandt"]


def test_the_same_name_has_the_same_id_whatever_is_said_of_it() -> None:
    text = "Pavel Drost was held."
    (one,), (other,) = named(text, "Pavel Drost"), named(text, speaker="Pavel Drost")
    assert one.id == other.id
    assert one.id != named(text + " Yes.", "Pavel Drost")[0].id
