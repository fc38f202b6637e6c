"""As of a day: what had happened by then, whoever told of it and when; and not what happened, or was planned, later."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from paradero.ledger import Ledger
from paradero.ledger.whole import as_of
from tests.ledger.saying import Report, claims, ledger, when

LEFT, CAME = when("on 3 March", "2025-03-03"), when("on 5 March", "2025-03-05")


@pytest.fixture(scope="module")
def of() -> Ledger:
    report, late = Report("report", "2025-03-09"), Report("late", "2025-03-20")
    who: dict[str, Any] = {"who": "Ana Quiroz", "names": ("Ana Quiroz",)}
    report.says("Ana Quiroz was held in Cecot", "held", **who, at="Cecot", when=when("since May", "2024-05-01"))
    report.says("Ana Quiroz left Cecot on 3 March", "departed", **who, origin="Cecot", when=LEFT)
    report.says("Ana Quiroz reached Caracas on 5 March", "arrived", **who, destination="Caracas", when=CAME)
    plan = when("on 30 March", "2025-03-30")
    report.says(
        "Ivo Dorre is to be freed", "released", who="Ivo Dorre", names=("Ivo Dorre",), modality="planned", when=plan
    )
    late.says("Rosa Vane left Cecot", "departed", who="Rosa Vane", names=("Rosa Vane",), origin="Cecot")
    return ledger(report, late)


@pytest.mark.parametrize(
    ("day", "acts", "missing"),
    [
        (date(2024, 4, 30), [], []),
        (date(2025, 3, 2), ["held"], []),
        (date(2025, 3, 4), ["held", "departed"], ["Ana Quiroz"]),  # told on 9 March, and true since the third
        (date(2025, 3, 5), ["held", "departed", "arrived"], []),
        (date(2025, 3, 9), ["held", "departed", "arrived", "released"], ["Ivo Dorre"]),  # planned from then on
        (date(2025, 3, 19), ["held", "departed", "arrived", "released"], ["Ivo Dorre"]),
        # said of no day: nobody knows before whether she had left
        (date(2025, 3, 20), ["held", "departed", "arrived", "released", "departed"], ["Ivo Dorre", "Rosa Vane"]),
    ],
)
def test_a_ledger_as_of_a_day_tells_what_had_happened_by_then(
    of: Ledger, day: date, acts: list[str], missing: list[str]
) -> None:
    then = Ledger(as_of(of.claims, day))
    assert [one.act for one in then.claims] == acts
    assert sorted(one.subject.label for one in then.missing) == missing


def test_of_no_day_at_all_nothing_is_left_out() -> None:
    report = Report("report", "")
    report.says("Ana Quiroz was held in Cecot", "held", who="Ana Quiroz", names=("Ana Quiroz",), at="Cecot")
    assert len(as_of(claims(report), date(1990, 1, 1))) == 1
