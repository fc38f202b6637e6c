"""Unaccounted for: by names, by rows without names, by what accounts leave over; and the lists of a leg compared."""

from __future__ import annotations

import pytest

from paradero.ledger import Compared, Ledger
from tests.ledger.saying import Report, apart, ledger, together, when
from tests.ledger.test_exchange import swap

PEOPLE = ("ana", "bea", "ciro", "dora")


def roll(document: str, act: str, *persons: str, speaker: str = "Ministry", **said: str) -> Report:
    """Return a list of persons, one row each; a name in capitals that are digits counts people without names."""
    report = Report(document, "2025-07-19")
    for row, person in enumerate(persons, start=1):
        words = f"row {row} of {document}: {person}"
        number = {"number": person} if person.isdigit() else {}
        report.says(words, act, speaker, who=person, kind="party", row=row, trigger="row", **number, **said)
    return report


def book(*reports: Report, **judged: object) -> Ledger:
    """Return the ledger, with the persons of the lists as the register has them."""
    persons = {
        id: (one.who.mention.text,)
        for report in reports
        for id, one in report.statements.items()
        if one.span.row is not None and one.who is not None and not one.who.mention.text.isdigit()
    }
    return ledger(*reports, persons=persons, **judged)


def states(of: Ledger) -> dict[str, str]:
    return {one.subject.label: one.state for one in of.missing}


def test_who_departed_and_of_whom_nothing_more_is_told() -> None:
    of = book(roll("left", "departed", "ana", "bea"), roll("came", "arrived", "ana"))
    assert states(of) == {"bea": "departed"}


def test_rows_without_names_are_counted_and_no_row_is_lost() -> None:
    of = book(roll("left", "departed", "ana", "3"), roll("came", "arrived", "ana"))
    ((missing),) = [one for one in of.missing if one.subject.kind == "group"]
    assert (missing.how_many, missing.state) == ("3", "departed")


@pytest.mark.parametrize("act", ["located", "visited", "died", "released", "verified"])
def test_who_is_told_of_later_is_accounted_for(act: str) -> None:
    assert states(book(roll("left", "departed", "ana"), roll("later", act, "ana"))) == {}


def test_a_party_that_does_not_know_somebody_accounts_for_nobody() -> None:
    of = book(roll("agreed", "agreed", "ana"), roll("answers", "not_known", "ana"))
    ((missing),) = of.missing
    assert (missing.state, missing.answers) == ("agreed", ("not_known",))


def compared(*lists: Report, **judged: object) -> Compared:
    of = book(swap(), *lists, **judged)
    (exchange,) = of.exchanges
    (found,) = of.compared(exchange)
    return found


def test_the_receivers_own_list_of_who_came_belongs_to_its_leg() -> None:
    found = compared(roll("came", "arrived", *PEOPLE[:2], speaker="Government of Chile"))
    assert (found.leg.receiver, found.why) == ("Chile", ("the receiver's own list, within days of the leg",))
    assert [one.outcome for one in found.persons] == ["delivered", "delivered"]


def test_agreed_delivered_extra_and_unaccounted_for() -> None:
    agreed = roll("agreed", "agreed", "ana", "bea", "ciro")
    came = roll("came", "arrived", "ana", "dora", speaker="Government of Chile")
    kept = roll("kept", "withheld", "ciro")
    found = compared(agreed, came, kept)
    assert {one.person: one.outcome for one in found.persons} == {
        "ana": "as agreed",
        "bea": "unaccounted for",
        "ciro": "withheld",
        "dora": "extra",
    }
    assert found.count("extra") == 1
    assert found.why[found.rolls.index(next(one for one in found.rolls if one.document == "agreed"))] == (
        "it shares a person, as judged, with a list of the leg"
    )


@pytest.mark.parametrize(
    ("act", "polarity", "outcome"),
    [
        ("died", "positive", "deceased"),
        ("refused", "positive", "refused"),
        ("substituted", "positive", "substituted"),
        ("not_known", "positive", "not known"),
        ("listed_twice", "positive", "listed twice"),
        ("held", "negative", "not held"),
    ],
)
def test_the_answers_of_a_party_for_each_name(act: str, polarity: str, outcome: str) -> None:
    agreed = roll("agreed", "agreed", "ana", "bea")
    came = roll("came", "arrived", "bea", speaker="Government of Chile")
    found = compared(agreed, came, roll("answers", act, "ana", polarity=polarity))
    assert {one.person: one.outcome for one in found.persons}["ana"] == outcome


def test_a_person_puts_a_list_to_a_leg_or_takes_it_away() -> None:
    left = roll("left", "departed", "ana", "2")
    first = next(iter(swap().statements))
    of = book(swap(), left)
    assert of.compared(of.exchanges[0]) == ()
    found = compared(left, placings=(together("left", first, "Ana"),))
    assert (found.why, found.rolls[0].without_name) == (("Ana put it there",), 2)
    came = roll("came", "arrived", "ana", speaker="Government of Chile")
    of = book(swap(), came, placings=(apart("came", first),))
    assert of.compared(of.exchanges[0]) == ()


def test_what_accounts_leave_over_is_told_with_what_it_is() -> None:
    offer = Report("offer", "2025-04-20")
    offer.says("Peru offers 40 Chileans held in Peru", "offered", "Government of Peru", kind="party", stance="offers",
               who="40 Chileans", origin="Peru", number="40", trigger="offers")  # fmt: skip
    of = ledger(offer, swap())
    assert ("10", "agreed or offered, and not delivered") in {(one.number, one.meaning) for one in of.remainders}


def test_numbers_of_a_leg_are_held_against_the_names_on_its_lists() -> None:
    found = compared(roll("came", "arrived", "ana", "bea", "3", speaker="Government of Chile"))
    assert [one.text for one in found.against_names] == ["30 - 2 = 28", "28 - 2 = 26"]
    assert found.without_name == 3


def test_who_was_let_go_is_watched_and_who_was_taken_again_stands_first() -> None:
    report = Report()
    for name, days in (("Ana", ("2024-01-10", "2024-06-01", "2025-02-01")), ("Bea", ("2024-01-10", "2024-06-01"))):
        for (act, place), day in zip(
            (("arrested", "at"), ("released", "origin"), ("rearrested", "at")), days, strict=False
        ):
            report.says(f"{name} {act} Iran {day}", act, who=name, names=(name,), when=when("then", day),
                        **{place: "Iran"})  # fmt: skip
    first, second = ledger(report).watched
    assert (first.subject.label, second.subject.label) == ("Ana", "Bea")
    assert first.again is not None
    assert (first.again.again, second.again) == (first.released.id, None)
    assert second.liberty == "unconditional, as far as is told"
