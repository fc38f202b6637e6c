from __future__ import annotations

from datetime import time

import pytest

from paradero.text.en.clocks import clock_of, has_half


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14.32 GMT", time(14, 32)),
        ("10:05pm ET", time(22, 5)),
        ("10.05 p.m.", time(22, 5)),
        ("12.05am", time(0, 5)),  # five past midnight
        ("12 p.m. local time", time(12)),
        ("0210 hrs", time(2, 10)),
        ("9 a.m.", time(9)),
        ("24.00", time(0)),
        ("23:10:45Z", time(23, 10)),
        ("25:10", None),  # no clock shows it
        ("13 pm", None),
        ("noon", None),  # no number
    ],
)
def test_a_clock_gives_the_time_of_day(written: str, expected: time | None) -> None:
    assert clock_of(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("2.10pm", True), ("14.10", True), ("00.10", True), ("08:10", True), ("2.10", False), ("12.10", False)],
)
def test_an_hour_up_to_twelve_may_be_of_either_half(written: str, expected: bool) -> None:
    assert has_half(written) is expected
