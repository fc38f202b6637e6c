"""Word lists of the ledger: phrases kept as TOML, made into expressions that find any of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def wordlist(name: str) -> dict[str, Any]:
    """Return the tables of a file of the ledger's word lists ("carriers")."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str]) -> str:
    """Return an expression for any of some phrases, the longest first; white space fits any white space."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"
