"""Named: parts of a name stand for the one person of the document who has it; exchanges of people told by name."""

from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.ledger import Ledger, claims_of, resolved
from paradero.ledger.assembling import marks
from paradero.ledger.named import NamesTold
from paradero.ledger.people_words import Whom
from paradero.model import Mention
from paradero.reading import read
from tests.ledger.saying import Report, claims, ledger, naming

SWAP = (
    "Russia released Brittney Griner on Thursday in exchange for Viktor Bout, President Joe Biden said.\n\n"
    "Bout, a Russian arms dealer, had been held in a prison in Illinois for 12 years. Griner was arrested in Moscow in "
    "February and sentenced to nine years.\n\n"
    "The Russian foreign ministry said that Bout and Griner were exchanged at the airport of Abu Dhabi. “The United "
    "States handed over Viktor Bout,” it said.\n\n"
    "Paul Whelan, another American held in Russia, was not part of the exchange.\n"
)


def _told(*names: str) -> NamesTold:
    report = Report()
    for one in names:
        report.says(f"{one} was held in Caracas", "held", who=one, names=(one,), at="Caracas")
    persons = {id: (f"person {one.who.names[0]}",) for id, one in report.statements.items() if one.who is not None}
    return NamesTold(report.statements, persons)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Griner", ("Brittney Griner",)),
        ("Bout and Griner", ("Viktor Bout", "Brittney Griner")),
        ("Ms. Griner", ("Brittney Griner",)),
        ("Griner, 32, a player", ("Brittney Griner",)),  # what stands in apposition is no name
        ("Bout y Griner", ("Viktor Bout", "Brittney Griner")),
        ("Ruiz", ()),  # two of the document have it
        ("Ruiz and Griner", ()),  # and one part that may be anybody's leaves the whole open
        ("Ana Ruiz", ("Ana Ruiz Paz",)),
        ("Griner's wife", ()),  # somebody else
        ("the wife of Griner", ()),
        ("griner", ()),  # no name in small letters
        ("Whelan", ()),  # nobody of the document
        ("him", ()),
    ],
)
def test_a_part_of_a_name_is_the_one_person_who_has_it(words: str, meant: tuple[str, ...]) -> None:
    names = _told("Brittney Griner", "Viktor Bout", "Ana Ruiz Paz", "José Ruiz", "Bout")
    found = names.meant("report", Mention(words))
    assert tuple(one.name for one in found) == meant
    assert all(one.persons == (f"person {one.name}",) for one in found)
    assert names.meant("another report", Mention(words)) == ()


def test_a_pronoun_is_the_person_whose_name_it_stands_for() -> None:
    report = Report()
    report.says("Ana Quiroz was arrested in Caracas", "arrested", who="Ana Quiroz", names=("Ana Quiroz",), at="Caracas")
    report.says("she was held in El Helicoide", "held", who="she", stands_for="Ana Quiroz", at="El Helicoide")
    first, second = claims(report)
    assert second.whom is not None
    assert (second.whom.names, second.rules) == (("Ana Quiroz",), ("named_elsewhere",))
    assert first.rules == ()
    assert {one.label: len(one.claims) for one in ledger(report).subjects.values()} == {"Ana Quiroz": 2}


@pytest.mark.parametrize(
    ("words", "human"),
    [
        ("10 Americans", True),
        ("two pilots", True),
        ("the crew", True),
        ("them", True),
        ("1,027", True),
        ("Ruhl", True),  # a name that nobody else has told
        ("sus soldados", True),
        ("a road", False),
        ("no ransom", False),
        ("$45", False),
        ("a hundred rupees", False),
        ("the windows", False),
        ("Peru", False),
        ("HALT OF MERCENARY COLUMN", False),
    ],
)
def test_words_tell_whether_they_can_be_those_for_people(words: str, human: bool) -> None:
    assert Whom.of_words(words, naming()).human is human


@pytest.mark.parametrize(
    ("words", "roles", "marked"),
    [
        ("three captives were freed for ninety prisoners", {"who": "three captives", "in": "ninety prisoners"}, True),
        (
            "three captives were freed for ninety",
            {"who": "three captives", "in": "ninety"},
            False,
        ),  # days, years, rupees
        ("three captives were freed in a swap for ninety", {"who": "three captives", "in": "ninety"}, True),
        ("three captives were freed in exchange for a road", {"who": "three captives", "in": "a road"}, False),
        ("the gate was opened for the guard", {"who": "the gate", "in": "the guard"}, False),
        ("three captives were freed a cambio de ninety", {"who": "three captives", "in": "ninety"}, True),
    ],
)
def test_people_are_given_in_return_where_people_are_let_go_for_them(
    words: str, roles: dict[str, str], marked: bool
) -> None:
    report = Report()
    report.says(words, "released", who=roles["who"], in_return_for=roles["in"])
    assert any(map(marks, claims(report))) is marked


def _read(text: str) -> Ledger:
    document, _ = parse(text.encode(), "report.txt", GivenByPerson(published="2022-12-08"))
    statements = {one.id: one for one in read(document)[0]}
    days, texts = {document.id: document.provenance.anchor}, {document.id: document.text}
    return Ledger(resolved(claims_of(statements, naming(), days, texts=texts)))


def test_two_people_told_by_name_are_the_legs_of_their_exchange() -> None:
    of = _read(SWAP)
    (exchange,) = of.exchanges
    assert exchange.roles() == {"United States": ("sender",), "Russia": ("sender",), "United Arab Emirates": ("hub",)}
    legs = {leg.movement.subject.label: leg for leg in exchange.legs}
    assert legs.keys() == {"Viktor Bout", "Brittney Griner"}
    bout, griner = legs["Viktor Bout"], legs["Brittney Griner"]
    assert (bout.sender, griner.sender, bout.hubs) == ("United States", "Russia", ("United Arab Emirates",))
    assert (bout.in_return_for, griner.in_return_for) == ((griner.id,), ())
    assert (bout.standing, griner.standing) == ("asserted by others only", "confirmed by one side")
    assert (bout.numbers, griner.numbers) == ((), ())
    chain = next(of.chains[id] for id, one in of.subjects.items() if one.label == "Brittney Griner")
    assert [(one.holder, one.ended_by) for one in chain] == [("Russia", "exchange")]
    assert "Paul Whelan" not in legs


def test_a_person_on_a_list_is_no_leg_of_their_own() -> None:
    report = Report("list")
    report.says("Ana Quiroz", "exchanged", who="Ana Quiroz", names=("Ana Quiroz",), trigger="Ana", row=2)
    report.says("Ivo Dorre", "exchanged", who="Ivo Dorre", names=("Ivo Dorre",), trigger="Ivo", row=3)
    assert ledger(report).exchanges == ()
