"""Progress: how far a long act has come, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of a long act; it is told before each file or document, and once at the end.

    Attributes:
        done: how many are finished and kept. total: of how many.
        name: of the one in work; empty at the end.
        statements: how many were found until now; 0 while files are added.
    """

    done: int
    total: int
    name: str = ""
    statements: int = 0


Progress = Callable[[Step], None]


def unwatched(step: Step) -> None:
    """Tell nobody."""
