"""What is known of names before any table is: forms of one name ("José" and "Pepe"), and which are common."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from paradero.linking.folding import fold


@cache
def forms() -> tuple[frozenset[str], ...]:
    """Return the groups of forms, folded; one form may be of several names ("beto")."""
    table = tomllib.loads(files("paradero.linking").joinpath("variants.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(fold(form) for form in line.split()) for line in table["forms"])


@cache
def _groups_of() -> dict[str, int]:
    """Return for each form the bits of its groups' numbers, at most two of them."""
    groups: dict[str, list[int]] = {}
    for number, group in enumerate(forms(), 1):
        for form in group:
            groups.setdefault(form, []).append(number)
    return {form: sum(number << (10 * place) for place, number in enumerate(of[:3])) for form, of in groups.items()}


def variant_groups(words: list[str]) -> NDArray[np.int32]:
    """Return for each word up to three groups of forms that it is of, ten bits each; 0 for none."""
    known = _groups_of()
    return np.array([known.get(word, 0) for word in words], np.int32)


@cache
def _common() -> dict[str, float]:
    table = tomllib.loads(files("paradero.linking").joinpath("common_names.toml").read_text(encoding="utf-8"))
    return {name: 1 / tier["words"] for tier in reversed(table["one_in"]) for name in tier["names"].split()}


def shares_elsewhere(words: list[str], otherwise: float) -> NDArray[np.float64]:
    """Return about what share of all words of names each word has elsewhere; `otherwise` for those not known."""
    known = _common()
    return np.array([known.get(word, otherwise) for word in words], np.float64)
