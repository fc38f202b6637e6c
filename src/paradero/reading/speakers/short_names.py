"""The names that bodies give themselves for short."""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"(?<![\w’'&.-])([A-ZÀ-Þ][\w’'&.-]+(?: (?:of|for|and|the|&|[A-ZÀ-Þ][\w’'&.-]+)){1,8}) "
    r"\((?=[^()\n]{0,40}[“\"])([^()\n]{3,60})\)"
)
_SHORTENED = re.compile(r"[“\"](?:[Tt]he )?([A-Z][\w’'& -]+)[”\"]")


def short_names(text: str) -> dict[str, str]:
    """The names that a body gives itself for short: 'Dorvane Mining Limited ("Dorvane" or "the Company")'."""
    return {short[1]: full[1] for full in _SHORT.finditer(text) for short in _SHORTENED.finditer(full[2])}
