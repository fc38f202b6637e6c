"""Django settings, read from the environment by typed readers; every wrong one is reported at once, with why.

| variable | meaning | default |
|---|---|---|
| ``PARADERO_SECRET_KEY`` | signing key of a site; at least 32 characters | a random one for this process |
| ``PARADERO_SECRET_KEY_FILE`` | a file that holds it, instead | |
| ``PARADERO_BUSY_TIMEOUT`` | seconds to wait for another program that is writing to the casebook | 20 |

A casebook is opened by its path, so there is no database here until then: ``casebook_database`` describes one.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from paradero.model.errors import ParaderoError

T = TypeVar("T")

SHORTEST_KEY = 32


class WrongSettings(ParaderoError):
    """Settings that cannot be used; the message lists all of them."""

    code = "wrong_settings"

    def __init__(self, wrong: list[str]) -> None:
        super().__init__("Wrong settings: " + " ".join(wrong), "Correct or unset these environment variables.")
        self.wrong = tuple(wrong)


class Environment:
    """Typed readers over environment variables, which gather what is wrong instead of stopping at the first."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._wrong: list[str] = []

    def seconds(self, name: str, default: float, most: float) -> float:
        """Read a number of seconds between 0 and ``most``; an unset or empty variable gives the default."""
        written = self._variables.get(name, "").strip()
        if not written:
            return default
        try:
            value = float(written)
        except ValueError:
            return self._reject(name, f"{written!r} is not a number of seconds", default)
        # "nan" is a float too and fails every comparison.
        return value if 0 <= value <= most else self._reject(name, f"{written} is not between 0 and {most:g}", default)

    def secret(self, name: str) -> str:
        """Read a secret from ``name`` or from the file that ``name_FILE`` names; neither gives a random one."""
        written, file = self._variables.get(name, ""), self._variables.get(f"{name}_FILE", "")
        if written and file:
            return self._reject(name, f"{name}_FILE is set as well; set one of the two", "")
        if file:
            return self._secret_in(f"{name}_FILE", Path(file))
        return self._long_enough(name, written) if written else secrets.token_urlsafe(48)

    def check(self) -> None:
        """Raise ``WrongSettings`` when any reader found something wrong."""
        if self._wrong:
            raise WrongSettings(self._wrong)

    def _secret_in(self, name: str, file: Path) -> str:
        try:
            return self._long_enough(name, file.read_text(encoding="utf-8").strip())
        except (OSError, UnicodeDecodeError) as error:
            return self._reject(name, f"{file} cannot be read ({error})", "")

    def _long_enough(self, name: str, secret: str) -> str:
        if len(secret) >= SHORTEST_KEY:
            return secret
        return self._reject(name, f"it holds {len(secret)} characters, and a key needs at least {SHORTEST_KEY}", "")

    def _reject(self, name: str, why: str, instead: T) -> T:
        self._wrong.append(f"{name}: {why}.")
        return instead


def casebook_database(path: Path, mode: str, timeout: float) -> dict[str, Any]:
    """Describe the SQLite database of a casebook to Django.

    Args:
        path: the database file.
        mode: of SQLite's URI: ``rw`` opens what is there, ``rwc`` makes it when it is not.
        timeout: seconds to wait for another writer.

    ``synchronous=FULL`` makes a finished act survive a power cut; ``IMMEDIATE`` takes the writer's place at the start
    of an act, so that no act fails half-way for want of a lock. Django switches foreign keys on by itself. A casebook
    is made with a write-ahead log, and its file remembers that.
    """
    options = {"timeout": timeout, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA synchronous=FULL;"}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{path.as_uri()}?mode={mode}", "OPTIONS": options}


_environment = Environment(os.environ)

SECRET_KEY = _environment.secret("PARADERO_SECRET_KEY")
BUSY_TIMEOUT = _environment.seconds("PARADERO_BUSY_TIMEOUT", default=20.0, most=3600.0)
_environment.check()

DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
INSTALLED_APPS = ["paradero.store"]
DATABASES: dict[str, dict[str, Any]] = {"default": {}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
