"""Movements: which claims tell of one leg, its way, its stops, and whether anybody says that they arrived."""

from __future__ import annotations

from datetime import date

from paradero.ledger import Movement, way
from tests.ledger.saying import Report, ledger, when


def moved(*reports: Report) -> list[Movement]:
    return [one for of in ledger(*reports).movements.values() for one in of]


def test_leaving_and_arriving_are_one_movement() -> None:
    report = Report()
    report.says("252 Venezuelans left El Salvador", "departed", who="252 Venezuelans", origin="El Salvador")
    report.says("252 Venezuelans landed in Caracas", "arrived", who="252 Venezuelans", at="Caracas")
    (one,) = moved(report)
    assert (way(one), one.arrived, set(one.states)) == ("El Salvador -> Caracas", True, {"departed", "arrived"})


def test_who_left_and_did_not_arrive_stays_in_transit() -> None:
    report = Report()
    report.says("90 Venezuelans left El Salvador", "departed", who="90 Venezuelans", origin="El Salvador")
    (one,) = moved(report)
    assert one.arrived is None
    assert [trouble.problem.code for trouble in ledger(report).troubles] == ["departed_not_arrived"]


def test_days_apart_are_two_movements() -> None:
    report = Report()
    for day in ("2025-03-15", "2025-07-18"):
        report.says(f"Venezuelans were flown out of Peru on {day}", "transferred", who="Venezuelans", origin="Peru",
                    when=when("then", day))  # fmt: skip
    assert [one.day.earliest_start for one in moved(report)] == [date(2025, 3, 15), date(2025, 7, 18)]


def test_a_way_there_and_a_way_back_are_two() -> None:
    report = Report()
    report.says("Venezuelans were sent to El Salvador", "transferred", who="Venezuelans", destination="El Salvador",
                when=when("in March", "2025-03-01", "2025-03-31"))  # fmt: skip
    report.says("Venezuelans held in El Salvador were freed", "released", who="Venezuelans", at="El Salvador")
    assert [way(one) for one in moved(report)] == ["? -> El Salvador", "El Salvador -> ?"]


def test_home_is_their_own_state_and_a_third_state_a_stop() -> None:
    report = Report()
    report.says("Five U.S. citizens jailed in Iran flew to Qatar", "departed", who="Five U.S. citizens",
                destination="Qatar", trigger="flew", at="Iran")  # fmt: skip
    report.says("the Americans came home", "returned", who="the Americans", destination="home")
    (one,) = moved(report)
    assert way(one) == "Iran -> United States by way of Qatar"
    assert {"home_is_their_state", "stop_on_the_way"} <= set(one.rules)


def test_what_a_report_calls_the_end_is_a_stop_for_one_that_goes_on() -> None:
    report = Report()
    report.says("the Americans freed in Venezuela were en route to El Salvador", "in_transit", who="the Americans",
                destination="El Salvador", origin="Venezuela", trigger="en route")  # fmt: skip
    report.says("they go home from El Salvador", "returned", who="they", stands_for="the Americans", destination="home",
                at="El Salvador", modality="planned")  # fmt: skip
    (one,) = moved(report)
    assert way(one) == "Venezuela -> United States by way of El Salvador"


def test_who_lets_go_is_where_they_leave_but_not_their_own_state() -> None:
    report = Report()
    report.says("El Salvador handed over 252 Venezuelans", "handed_over", by="El Salvador", who="252 Venezuelans")
    report.says("Venezuela handed over ten Peruvians of its own", "handed_over", by="Venezuela",
                who="ten Peruvians")  # fmt: skip
    report.says("Chile handed over three Chileans", "handed_over", by="Chile", who="three Chileans")
    assert [way(one) for one in moved(report)] == ["El Salvador -> ?", "Venezuela -> ?", "? -> ?"]


def test_a_denial_and_a_condition_move_nobody() -> None:
    report = Report()
    report.says("Peru denies that Venezuelans were deported", "deported", who="Venezuelans", stance="denies")
    report.says("Venezuelans would be deported", "deported", who="Venezuelans", modality="conditional")
    report.says("Venezuelans were not deported", "deported", who="Venezuelans", polarity="negative")
    assert moved(report) == []


def test_a_plan_belongs_to_the_movement_that_carries_it_out() -> None:
    report = Report("a", "2025-04-20")
    report.says("He offered the 252 Venezuelans held in El Salvador", "offered", "He", who="252 Venezuelans",
                at="El Salvador", stance="offers", number="252")  # fmt: skip
    later = Report("b")
    later.says("252 Venezuelans held in El Salvador were freed", "released", who="252 Venezuelans", at="El Salvador")
    (one,) = moved(report, later)
    assert [len(one.plans), len(one.claims)] == [1, 1]
    assert one.carried_out


def test_a_plan_alone_is_not_carried_out() -> None:
    report = Report()
    report.says("He offered 30 Venezuelans", "offered", "He", who="30 Venezuelans", stance="offers")
    (one,) = moved(report)
    assert not one.carried_out


def test_the_holder_may_change_where_nobody_moves() -> None:
    report = Report()
    report.says("Hamas handed over the 40 captives to the Red Cross", "handed_over", by="Hamas", who="40 captives",
                destination="the Red Cross")  # fmt: skip
    (one,) = moved(report)
    assert one.changes_holder_only
    report.says("40 captives came to Israel", "arrived", who="40 captives", at="Israel", stands_for="the 40 captives")
    assert not any(movement.changes_holder_only for movement in moved(report)[1:])


def test_claims_of_the_same_leg_that_contradict_each_other_in_days_keep_both() -> None:
    report = Report()
    for day in ("2025-07-17", "2025-07-19"):
        report.says(f"Venezuelans were freed in Peru on {day}", "released", who="Venezuelans", at="Peru",
                    when=when("then", day))  # fmt: skip
    (one,) = moved(report)
    assert one.day.bounds == (date(2025, 7, 17), date(2025, 7, 19), date(2025, 7, 17), date(2025, 7, 19))
