"""Exchanges: which movements belong together, what each party says of each leg, and what people's words change."""

from __future__ import annotations

from paradero.ledger import Exchange, Ledger, Leg, claims_of_figures, explained, figures_from_toml, resolved
from tests.ledger.saying import Report, apart, ledger, naming, together, when

TODAY = when("today", "2025-07-18")


def swap(document: str = "report") -> Report:
    """An invented exchange of Peru and Chile, told by both and by an outlet."""
    report = Report(document)
    report.says("Peru handed over 30 Chileans held in Peru", "handed_over", "Government of Peru", by="Peru",
                kind="party", who="30 Chileans", origin="Peru", number="30", when=TODAY, trigger="handed")  # fmt: skip
    report.says("Chile confirms that 28 Chileans came from Peru", "returned", "Government of Chile", kind="party",
                who="28 Chileans", origin="Peru", number="28", stance="confirms", trigger="came")  # fmt: skip
    report.says("In return Chile freed a number of Peruvian fishermen", "released", "Government of Peru", by="Chile",
                kind="party", who="a number of Peruvian fishermen", number="?", trigger="freed")  # fmt: skip
    return report


def only(of: Ledger) -> Exchange:
    (found,) = of.exchanges
    return found


def leg(of: Exchange, label: str) -> Leg:
    (found,) = [one for one in of.legs if label in one.movement.subject.label]
    return found


def test_legs_parties_and_what_was_given_in_return() -> None:
    of = only(ledger(swap()))
    chileans, peruvians = leg(of, "Chileans"), leg(of, "Peruvian")
    assert (chileans.sender, chileans.receiver, peruvians.sender) == ("Peru", "Chile", "Chile")
    assert (peruvians.in_return_for, peruvians.why_return) == ((chileans.id,), "said to be in return")
    assert of.roles() == {"Peru": ("sender",), "Chile": ("sender", "receiver")}


def test_the_board_has_a_cell_for_each_party_and_state_with_its_figure() -> None:
    chileans = leg(only(ledger(swap())), "Chileans")
    board = {(one.party, one.state): [figure.written for figure in one.numbers] for one in chileans.cells}
    assert board == {
        ("Peru", "handed_over"): ["30"],
        ("Chile", "arrived"): ["28"],
        ("Chile", "confirmed"): ["28"],
    }
    assert (chileans.standing, chileans.numbers) == ("confirmed by both", ("30", "28"))
    assert chileans.cell("Peru", "confirmed") is None


def test_a_number_that_nobody_gave_is_in_the_board_as_unknown_and_never_as_zero() -> None:
    peruvians = leg(only(ledger(swap())), "Peruvian")
    (cell,) = peruvians.cells
    assert [figure.written for figure in cell.numbers] == ["?"]
    assert peruvians.numbers == ()
    assert peruvians.standing == "asserted by others only"


def test_figures_of_a_leg_are_held_against_each_other() -> None:
    of = ledger(swap())
    texts = [(one.movement.subject.label if one else "", account.text) for one, account in of.accounts(only(of))]
    assert ("30 Chileans", "differs by 2: 30 - 28 = 2") in texts


def test_an_exchange_with_one_party_is_a_problem_and_not_dropped() -> None:
    report = Report()
    report.says("30 men were exchanged at Rafah", "exchanged", who="30 men", number="30", trigger="exchanged")
    found = ledger(report)
    assert len(found.exchanges) == 1
    assert [one.code for one in found.problems] == ["exchange_with_one_party"]


def test_a_report_of_a_movement_without_an_exchange_makes_none() -> None:
    report = Report()
    report.says("Peru deported 30 Chileans to Chile", "deported", by="Peru", who="30 Chileans", destination="Chile",
                trigger="deported")  # fmt: skip
    assert ledger(report).exchanges == ()


def test_a_denied_exchange_is_none() -> None:
    report = Report()
    report.says("Peru denies that 30 Chileans were exchanged", "exchanged", "Government of Peru", who="30 Chileans",
                stance="denies", trigger="exchanged")  # fmt: skip
    assert ledger(report).exchanges == ()


def test_what_somebody_keeps_apart_is_not_put_together_again() -> None:
    report = swap()
    first, _, third = report.statements
    of = ledger(report, placings=(apart(first, third),))
    assert all(len(one.legs) < 2 for one in of.exchanges)


def test_what_somebody_puts_together_is_together_and_says_who() -> None:
    other = Report("other", "2025-07-19")
    id = other.says("Twelve Bolivians left Chile", "departed", who="Twelve Bolivians", origin="Chile", number="12",
                    trigger="left")  # fmt: skip
    report = swap()
    first = next(iter(report.statements))
    assert len(only(ledger(report, other)).legs) == 2
    of = only(ledger(report, other, placings=(together(first, id, "Ana"),)))
    assert len(of.legs) == 3
    assert "Ana put it there" in of.why


def test_a_person_accepts_an_exchange_as_it_is() -> None:
    report = swap()
    marker = only(ledger(report)).markers[0].id
    assert only(ledger(report, placings=(together(marker, marker, "Ana"),))).by == "Ana"


def test_what_is_told_of_nobody_known_stands_apart() -> None:
    report = swap()
    report.says("passengers boarded a plane", "departed", who="passengers")
    assert [one.words for one in only(ledger(report)).apart] == ["passengers boarded a plane"]


def test_two_reports_of_one_exchange_are_one() -> None:
    one, other = swap("one"), swap("other")
    of = only(ledger(one, other))
    assert len(of.legs) == 2
    assert {claim.document for claim in leg(of, "Chileans").movement.claims} == {"one", "other"}


def test_an_offer_stands_in_the_board_of_the_leg_that_fulfils_it() -> None:
    offer = Report("offer", "2025-04-20")
    offer.says("Peru offers 40 Chileans held in Peru", "offered", "Government of Peru", kind="party", stance="offers",
               who="40 Chileans", origin="Peru", number="40", trigger="offers")  # fmt: skip
    of = ledger(offer, swap())
    chileans = leg(only(of), "Chileans")
    assert chileans.cells[0].state == "offered"
    texts = [account.text for one, account in of.accounts(only(of)) if account.kind == "fulfils"]
    assert any("40 - 30 = 10" in text for text in texts)


def test_an_exchange_is_explained_down_to_its_statements() -> None:
    report = swap()
    of = ledger(report)
    exchange = only(of)
    (found,) = explained(of, exchange.id[:10])
    assert (found.kind, found.says) == ("exchange", "an exchange of Peru, Chile")
    below = [id for part in found.parts for one in (part, *part.parts) for id in one.statements]
    assert set(report.statements) <= set(below)
    assert explained(of, "0" * 64) == ()


def test_parts_that_contain_each_other_are_worked_with_and_crash_nothing() -> None:
    text = """
[[figures]]
id = "a"
speaker = "Government of Peru"
said_on = 2025-07-18
about = "part of b: Chileans handed over by Peru in exchange"
state = "handed_over"
value = 3
op = "="
[[figures]]
id = "b"
speaker = "Government of Peru"
said_on = 2025-07-18
about = "part of a: Chileans handed over by Peru in exchange"
state = "handed_over"
value = 4
op = "="
"""
    figures, problems = figures_from_toml(text, "case.toml")
    assert problems == ()
    of = Ledger(resolved(claims_of_figures(figures, naming())))
    assert all(of.accounts(one) for one in of.exchanges)


def test_ten_thousand_statements_about_one_group_are_one_group() -> None:
    report = Report()
    for number in range(10_000):
        act = ("held", "released", "transferred", "departed")[number % 4]
        report.says(f"{number} Chileans {act} Peru", act, who=f"{number} Chileans", at="Peru", trigger=act)
    of = ledger(report)
    ((group, *others),) = [list(of.groups)]
    assert (len(group.claims), others) == (10_000, [])
    assert of.exchanges == ()
    assert of.chains[group.id]
