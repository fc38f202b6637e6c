"""Engines: what finds attributions and acts in a text. Each is a module of the same shape behind ``Engine``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from paradero.model import ParaderoError
from paradero.reading.acts.extract import ActMention
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.linker import Attribution

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What an engine finds in one text: who says what, and the acts of custody that are told, both in text order."""

    attributions: tuple[Attribution, ...]
    acts: tuple[ActMention, ...]


class Engine(Protocol):
    """One way of reading English text.

    ``name`` and ``version`` are kept in every statement; the same name and version give the same answer for the same
    text.
    """

    @property
    def name(self) -> str:
        """What ``--engine`` takes."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever an answer may."""
        ...

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Return who says what, in text order."""
        ...

    def analyse(self, text: str, stretches: tuple[Stretch, ...], gazetteer: Gazetteer) -> Analysis:
        """Return attributions of the whole text and the acts told in the given stretches of it."""
        ...


class UnknownEngine(ParaderoError):
    """An engine that is not there."""

    code = "unknown_engine"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no reading engine {name!r}.", f"Choose one of: {', '.join(ENGINES)}.")


def _classifier() -> Engine:
    from paradero.reading.engines.trained import TrainedEngine

    return TrainedEngine()


def _rules() -> Engine:
    from paradero.reading.engines.untrained import RulesEngine

    return RulesEngine()


ENGINES: Mapping[str, Callable[[], Engine]] = {"classifier": _classifier, "rules": _rules}


@cache
def engine(name: str) -> Engine:
    """Return an engine by name, loaded once a process.

    Raises:
        UnknownEngine: with the names that are known.
    """
    if name not in ENGINES:
        raise UnknownEngine(name)
    return ENGINES[name]()
