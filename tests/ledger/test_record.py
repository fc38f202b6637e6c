"""What the press said of Guantánamo in 2025 against what the authority recorded, night by night."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from paradero.intake import delimited
from paradero.ledger import AttributedFigure, Relation, figures_from_rows, reconcile
from paradero.model import Figure

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "guantanamo_2025"
HELD = {"speaker": "the press", "about": "migrants held at Guantánamo", "state": "held"}

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the shared figures are not here")


def press() -> tuple[AttributedFigure, ...]:
    material = delimited.read((FOLDER / "gitmo_camp.csv").read_text(encoding="utf-8"), "gitmo_camp.csv")
    rows = [line.split("\t") for line in material.text.splitlines()]
    return figures_from_rows(rows, "gitmo_camp.csv", HELD)[0]


def record(column: str, hour: str) -> dict[date, AttributedFigure]:
    """Return a figure of the authority for each day: all facilities together, by one rule of counting."""
    held: Counter[date] = Counter()
    with (FOLDER / "ddp_gtmo_facility_days.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            held[date.fromisoformat(row["date"])] += int(row[column])
    return {
        day: AttributedFigure(
            f"{column} {day}",
            "the authority",
            HELD["about"],
            "held",
            Figure("=", persons, hour=hour),
            day,
            "all facilities",
        )
        for day, persons in held.items()
    }


def verdict(one: AttributedFigure, other: AttributedFigure) -> str:
    accounts, problems = reconcile([one, other], [Relation("same", parts=(one.id, other.id))])
    assert problems == ()
    return accounts[0].verdict


def test_figures_agree_with_midnight_with_the_night_before_or_not_at_all() -> None:
    nights = record("n_detained_at_midnight", "midnight")
    found: Counter[str] = Counter()
    for one in press():
        assert one.said_on is not None
        same_night = verdict(one, nights[one.said_on]) == "consistent"
        night_before = verdict(one, nights[one.said_on - timedelta(1)]) == "consistent"
        found["agrees" if same_night else "night before" if night_before else "differs"] += 1
    assert found == {"agrees": 13, "night before": 2, "differs": 3}


def test_one_facility_is_not_held_against_all() -> None:
    one = replace(next(figure for figure in press() if figure.figure.value == 45), scope="one facility")
    assert one.said_on is not None
    assert verdict(one, record("n_detained_at_midnight", "midnight")[one.said_on]) == "not_comparable"


def test_midnight_is_not_held_against_any_part_of_the_day() -> None:
    night, day = record("n_detained_at_midnight", "midnight"), record("n_detained", "any part of the day")
    assert {verdict(night[one], day[one]) for one in list(night)[:30]} == {"not_comparable"}
