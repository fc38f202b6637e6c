"""Statements of a list: who says what of whom, each with its cell."""

from __future__ import annotations

from datetime import date

import pytest

from paradero.model import Figure, Statement, UnknownCode
from paradero.model.schema import statement_schema
from paradero.model.vocabulary import codes
from paradero.reading.verifier import verify
from paradero.rolls import STATES, Said, statements
from tests.rolls.lists import Read, read

TEXT = (
    "No,Apellidos,Nombres,Fecha de detención,Penal,Organismo,Delito,Situación\n"
    "1,Ruiz,Ana,13/1/2024,Penal Norte,Policía,rebelión,excarcelada\n"
    "2,Peña,José y familia,14/1/2024,Penal Sur,,,recluido\n"
)


def said(found: Read, state: str = "held", **more: object) -> tuple[Statement, ...]:
    who = {"publisher": "Ministry of Justice", "kind": "party", **more}
    return statements(found.document, found.entries, Said(state, **who))  # type: ignore[arg-type]


def test_a_row_is_said_once_and_once_more_for_each_other_act() -> None:
    made = said(read(TEXT))
    assert [(one.act, one.span.row, one.trigger.column) for one in made] == [
        ("held", 2, 2),
        ("arrested", 2, 4),
        ("released", 2, 8),
        ("held", 3, 2),
        ("arrested", 3, 4),
    ]
    first, arrested, _, group, _ = made
    assert first.who is not None
    assert (first.who.mention.text, first.who.names) == ("Ruiz\tAna", ("Ana Ruiz",))
    assert first.who.mention.refers_to == "Ana Ruiz"
    assert first.at is not None
    assert first.by is not None
    assert first.accusation is not None
    assert (first.at.text, first.by.text, first.accusation.text) == ("Penal Norte", "Policía", "rebelión")
    assert arrested.when is not None
    assert arrested.when.bounds == (date(2024, 1, 13),) * 4
    assert arrested.at is None  # the list says where she is held, not where she was arrested
    assert group.figure == Figure(">=", 2, written="y familia")


def test_every_statement_passes_the_door_of_reading() -> None:
    found = read(TEXT)
    made = said(found)
    kept, refused = verify(found.document, made)
    assert refused == ()
    assert {one.id for one in kept} == {one.id for one in made}
    for one in made:
        assert one.trigger.holds_in(found.document.text)
        assert one.part == "sheet 1"


def test_the_publisher_speaks_and_a_leaked_list_has_an_unknown_speaker() -> None:
    found = read(TEXT)
    (own, *_), (leaked, *_) = said(found), said(found, leaked=True, relay="A newspaper")
    assert (own.speaker.name, own.speaker.kind, own.speaker.position) == ("Ministry of Justice", "party", "author")
    assert (own.channel, own.relay) == ("official_list", "")
    assert (leaked.speaker.name, leaked.speaker.kind, leaked.speaker.resolved) == ("unknown", "unknown", False)
    assert (leaked.channel, leaked.relay) == ("leaked_list", "A newspaper")


def test_every_state_has_an_act_and_a_stance() -> None:
    assert set(STATES) == codes("list_states")
    assert {act for state, (act, _) in STATES.items() if state != "answered"} <= codes("acts")
    assert STATES["answered"][0] == ""  # each answer tells its own
    assert {stance for _, stance in STATES.values()} <= codes("stances")
    with pytest.raises(UnknownCode):
        said(read(TEXT), "vanished")


def test_the_day_of_the_lists_own_act_is_its_time() -> None:
    found = read("Name,Date of release\nAna Ruiz,2024-01-13\n")
    (one,) = said(found, "released")
    assert one.when is not None
    assert (one.act, one.when.written) == ("released", "2024-01-13")


def test_counted_groups_move_from_and_to() -> None:
    found = read("Origin,Destination,Departure date,Arrival date,Persons\nAlba,Bruma,5/26/1942,5/27/1942,250\n")
    departed, arrived = said(found, "departed")
    assert departed.origin is not None
    assert departed.destination is not None
    assert (departed.origin.text, departed.destination.text) == ("Alba", "Bruma")
    assert departed.figure == Figure("=", 250, written="250")
    assert (arrived.act, arrived.figure) == ("arrived", Figure("=", 250, written="250"))


def test_where_somebody_was_arrested_belongs_to_the_arrest() -> None:
    found = read("Name,Date of arrest,Place of arrest,Prison\nAna Ruiz,2024-01-13,Alba,Norte\n")
    held, arrested = said(found)
    assert held.at is not None
    assert arrested.at is not None
    assert (held.at.text, arrested.at.text) == ("Norte", "Alba")


def test_the_public_form_fits_its_schema() -> None:
    import jsonschema

    from paradero.model.public import statement_json

    for one in said(read(TEXT)):
        jsonschema.validate(statement_json(one), statement_schema())
