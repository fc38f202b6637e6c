"""Keeping: what a document was read to comes back as it was, whatever its claims hold."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from paradero.casework.ledger.keeping import Reading, read_again, written
from paradero.ledger import AttributedFigure, Claim
from paradero.ledger.carriers import Carrier
from paradero.ledger.mediating import Mediation
from paradero.ledger.people_words import Whom
from paradero.ledger.stipulating import Stage
from paradero.model import Figure, When
from paradero.model.naming import Place

NORTH = Place("Penal Norte", "facility", "Alba")
FIGURE = Figure("~", 12, high=14, written="about 12 to 14")
WHOM = Whom("he", "Ana Ruiz", ("r1", "r2"), ("Ana Ruiz",), frozenset({"Alba"}), frozenset({"prisoner"}), start=3, end=5)
FULL = Claim(
    *("c1", "s1", "d1", "Foro Alba", "released", "released"),
    said_on=date(2025, 3, 1),
    whom=WHOM,
    figure=FIGURE,
    by=NORTH,
    origin=NORTH,
    destination=Place("Alba", "state", "Alba"),
    via=Place("Brisa", "state", "Brisa"),
    at=NORTH,
    when=When.within(date(2025, 2, 28), date(2025, 3, 1), "at the end of February"),
    told=AttributedFigure("f1", "Foro Alba", "prisoners \ud800 of Alba", "released", FIGURE, date(2025, 3, 1)),
    row=7,
    rules=("its_people", "in_apposition"),
    carriers=(Carrier("bus", "a bus"), Carrier("aircraft", "flown", "Brisa", "carried_as_the_verb_tells")),
    mediations=(Mediation("Brisa", "Brisa", "mediated", "Brisa mediated"),),
    conditions=("on condition that they leave",),
    stages=(Stage(1, "the first stage"),),
)


def test_a_claim_comes_back_with_every_field() -> None:
    plain = Claim("c1", "s1", "d1", "Foro Alba", "released", "released")
    named = {one.name for one in fields(Claim) if getattr(FULL, one.name) != getattr(plain, one.name)}
    unsaid = {"id", "statement", "document", "start", "speaker", "act", "state", "party", "stance", "modality"}
    words = {
        "negative",
        "scope",
        "confirms",
        "home",
        "basis",
        "outcome",
        "reason_words",
        "accusation",
        "denies",
        "ours",
    }
    assert named | unsaid | words | {"returns", "in_exchange", "part_of", "words"} == {
        one.name for one in fields(Claim)
    }
    reading = Reading(("s1",), (("r1", "Ana Ruiz"),), {"s1": ("r1", "r2")}, (FULL, plain), 3, "2025-03-01T00:00:00Z")
    assert read_again(written(reading), reading.since) == reading


def test_persons_stand_in_place_of_their_records() -> None:
    reading = Reading(("s1",), (), {"s1": ("r1", "r2")}, (FULL,), 0, "")
    assert reading.of_persons({"r1": "r1", "r2": "r2"}) is reading.claims
    (after,) = reading.of_persons({"r1": "r0", "r2": "r2"})
    assert after == replace(FULL, whom=replace(WHOM, persons=("r0", "r2")))
