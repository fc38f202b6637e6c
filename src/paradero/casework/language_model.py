"""The language model that a user has set up, from the environment; nothing is set unless somebody sets it.

| variable | meaning | default |
|---|---|---|
| ``PARADERO_LLM_ADDRESS`` | base address of an OpenAI-compatible service | none: the engine ``llm`` is off |
| ``PARADERO_LLM_MODEL`` | name of the model | |
| ``PARADERO_LLM_KEY`` | the key, when the service wants one | |
| ``PARADERO_LLM_KEY_FILE`` | a file that holds it, instead | |
| ``PARADERO_LLM_PRICE_IN``, ``PARADERO_LLM_PRICE_OUT`` | price of a million tokens sent, answered | unknown |
| ``PARADERO_LLM_CURRENCY`` | of the prices | |
| ``PARADERO_LLM_TIMEOUT`` | seconds for one answer | 300 |
| ``PARADERO_LLM_PORTION`` | characters of text sent at a time | 8000 |
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.model import InvalidValue
from paradero.settings import WrongSettings

if TYPE_CHECKING:
    from paradero.reading.engines.llm import Service

_SMALLEST_PORTION = 500
_LARGEST_PORTION = 200_000


def language_model(variables: Mapping[str, str]) -> Service:
    """Return the service that environment variables describe.

    Raises:
        EngineNotSetUp: when neither address nor model is set.
        WrongSettings: when one of them is missing or a variable cannot be used; all that is wrong is listed. The key is
            never repeated.
    """
    from paradero.reading.engines import LANGUAGE_MODEL, EngineNotSetUp
    from paradero.reading.engines.llm.service import PORTION, TIMEOUT, Service

    given = _Given(variables)
    address, model = given.text("PARADERO_LLM_ADDRESS"), given.text("PARADERO_LLM_MODEL")
    if not address and not model:
        raise EngineNotSetUp(LANGUAGE_MODEL)
    for name, value in (("PARADERO_LLM_ADDRESS", address), ("PARADERO_LLM_MODEL", model)):
        if not value:
            given.wrong.append(f"{name} is not set.")
    key = given.secret("PARADERO_LLM_KEY")
    price_in, price_out = given.price("PARADERO_LLM_PRICE_IN"), given.price("PARADERO_LLM_PRICE_OUT")
    timeout = given.number("PARADERO_LLM_TIMEOUT", TIMEOUT, 1, 3600)
    portion = int(given.number("PARADERO_LLM_PORTION", PORTION, _SMALLEST_PORTION, _LARGEST_PORTION))
    currency = given.text("PARADERO_LLM_CURRENCY")
    if given.wrong:
        raise WrongSettings(given.wrong)
    try:
        return Service(address, model, key, price_in, price_out, currency, timeout, portion)
    except InvalidValue as error:
        raise WrongSettings([error.message]) from None


class _Given:
    """Reads variables and gathers what is wrong with them."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self.wrong: list[str] = []

    def text(self, name: str) -> str:
        return self._variables.get(name, "").strip()

    def number(self, name: str, default: float, least: float, most: float) -> float:
        written = self.text(name)
        if not written:
            return default
        value = _as_number(written)
        if value is None or not least <= value <= most:
            self.wrong.append(f"{name}: {written!r} is not a number from {least:g} to {most:g}.")
            return default
        return value

    def price(self, name: str) -> float | None:
        return self.number(name, 0.0, 0, 1_000_000) if self.text(name) else None

    def secret(self, name: str) -> str:
        written, file = self.text(name), self.text(f"{name}_FILE")
        if written and file:
            self.wrong.append(f"{name}: {name}_FILE is set as well; set one of the two.")
        if not file:
            return written
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            self.wrong.append(f"{name}_FILE: {file} cannot be read ({type(error).__name__}).")
            return ""


def _as_number(written: str) -> float | None:
    try:
        value = float(written)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
