from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paradero.settings import Environment, WrongSettings

LONG = "k" * 32


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, 20.0),  # not set
        ({"PARADERO_BUSY_TIMEOUT": ""}, 20.0),  # set to nothing is not set
        ({"PARADERO_BUSY_TIMEOUT": " 2.5 "}, 2.5),  # blanks around
        ({"PARADERO_BUSY_TIMEOUT": "0"}, 0.0),  # zero is a value
    ],
)
def test_seconds_are_read(written: dict[str, str], expected: float) -> None:
    environment = Environment(written)
    assert environment.seconds("PARADERO_BUSY_TIMEOUT", 20.0, 3600) == expected
    environment.check()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("soon", "'soon' is not a number of seconds"),  # no number
        ("-1", "not between 0 and 3600"),  # before the beginning
        ("nan", "not between 0 and 3600"),  # a float that fails every comparison
        ("1e9", "not between 0 and 3600"),  # thirty years
    ],
)
def test_wrong_seconds_are_told(written: str, why: str) -> None:
    environment = Environment({"PARADERO_BUSY_TIMEOUT": written})
    environment.seconds("PARADERO_BUSY_TIMEOUT", 20.0, 3600)
    with pytest.raises(WrongSettings, match=why):
        environment.check()


def test_a_secret_comes_from_its_variable_or_its_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{LONG}\n")
    assert Environment({"KEY": LONG}).secret("KEY") == LONG
    assert Environment({"KEY_FILE": str(tmp_path / "key")}).secret("KEY") == LONG


def test_without_a_secret_every_process_makes_its_own() -> None:
    one, other = Environment({}).secret("KEY"), Environment({}).secret("KEY")
    assert one != other
    assert len(one) >= 32


def test_wrong_secrets_are_told(tmp_path: Path) -> None:
    environment = Environment(
        {"SHORT": "abc", "TWICE": LONG, "TWICE_FILE": "x", "GONE_FILE": str(tmp_path / "nowhere")}
    )
    for name in ("SHORT", "TWICE", "GONE"):
        environment.secret(name)
    with pytest.raises(WrongSettings) as wrong:
        environment.check()
    short, twice, gone = wrong.value.wrong
    assert short.startswith("SHORT: it holds 3 characters")
    assert twice == "TWICE: TWICE_FILE is set as well; set one of the two."
    assert gone.startswith("GONE_FILE: ")
    assert "nowhere" in gone


def test_the_module_reports_all_wrong_settings_at_once_and_loads_without_any() -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PARADERO_")}
    wrong = {**bare, "PARADERO_SECRET_KEY": "short", "PARADERO_BUSY_TIMEOUT": "later"}
    command = [sys.executable, "-c", "import paradero.settings"]
    assert subprocess.run(command, env=bare, check=False).returncode == 0
    said = subprocess.run(command, env=wrong, check=False, capture_output=True, text=True).stderr
    assert "PARADERO_SECRET_KEY: it holds 5 characters" in said
    assert "PARADERO_BUSY_TIMEOUT: 'later' is not a number of seconds" in said
