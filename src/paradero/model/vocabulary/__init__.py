"""Vocabularies: the codes that statements use, kept as TOML data with a definition and English and Spanish labels.

Each file holds one table a code: ``definition``, ``en``, ``es``, and for acts ``family``. ``term("acts", "released")``
gives one; ``codes("acts")`` all of them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.model.errors import UnknownCode

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = (
    "acts",
    "answers",
    "channels",
    "decisions",
    "figure_states",
    "list_states",
    "modalities",
    "parts",
    "roles",
    "scopes",
    "speakers",
    "stances",
    "units",
)


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a vocabulary: what it means and what it is called."""

    code: str
    definition: str
    en: str
    es: str
    family: str = ""

    def label(self, language: str) -> str:
        """Return the label in ``en`` or ``es``."""
        return self.es if language == "es" else self.en


@cache
def terms(vocabulary: str) -> Mapping[str, Term]:
    """Return every term of a vocabulary by its code.

    Raises:
        UnknownCode: for a vocabulary that does not exist.
    """
    if vocabulary not in NAMES:
        raise UnknownCode("vocabularies", vocabulary, list(NAMES))
    table = tomllib.loads((files(__package__) / f"{vocabulary}.toml").read_text(encoding="utf-8"))
    return MappingProxyType({code: Term(code, **row) for code, row in table.items()})


def codes(vocabulary: str) -> frozenset[str]:
    """Return the codes of a vocabulary."""
    return frozenset(terms(vocabulary))


def term(vocabulary: str, code: str) -> Term:
    """Return one term, or raise ``UnknownCode`` with the codes that are known."""
    known = terms(vocabulary)
    if code not in known:
        raise UnknownCode(vocabulary, code, list(known))
    return known[code]
