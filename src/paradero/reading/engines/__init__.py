"""Engines: what finds attributions and acts in a text. Each is a module of the same shape behind ``Engine``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from paradero.model import ParaderoError, Problem

if TYPE_CHECKING:
    from paradero.reading.acts.mention import ActMention
    from paradero.reading.gazetteer import Gazetteer
    from paradero.reading.linker import Attribution

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What an engine finds in one text.

    Attributes:
        attributions: who says what, in text order. acts: the acts of custody that are told, in text order.
        told_by: for each act the number of the attribution that it belongs to, or None when nobody is quoted; None for
            all when that is to be seen from their places.
        problems: those met on the way; their ``source`` is filled in by whoever knows the document.
    """

    attributions: tuple[Attribution, ...]
    acts: tuple[ActMention, ...]
    told_by: tuple[int | None, ...] | None = None
    problems: tuple[Problem, ...] = ()


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


class EngineNotSetUp(ParaderoError):
    """An engine that asks a service was called by its name alone, without saying which service."""

    code = "engine_not_set_up"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The engine {name!r} sends the text to a language model, and none was given.",
            "Give its address and model: PARADERO_LLM_ADDRESS and PARADERO_LLM_MODEL, or LanguageModel(Service(...)).",
        )


def _classifier() -> Engine:
    from paradero.reading.engines.trained import TrainedEngine

    return TrainedEngine()


def _rules() -> Engine:
    from paradero.reading.engines.untrained import RulesEngine

    return RulesEngine()


ENGINES: Mapping[str, Callable[[], Engine]] = {"classifier": _classifier, "rules": _rules}
"""The engines that read on this machine and need nothing to be set."""

LANGUAGE_MODEL = "llm"
"""The name of the engine that asks a language model; it is never chosen by its name alone, for it sends text away."""


@cache
def engine(name: str) -> Engine:
    """Return an engine by name, loaded once a process.

    Raises:
        UnknownEngine: with the names that are known.
        EngineNotSetUp: for the engine that needs a service to ask.
    """
    if name == LANGUAGE_MODEL:
        raise EngineNotSetUp(name)
    if name not in ENGINES:
        raise UnknownEngine(name)
    return ENGINES[name]()
