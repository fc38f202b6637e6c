"""Figures: a number as it was said, with its operator and unit; a number that nobody gave is unknown, never zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from paradero.model.errors import InvalidValue

Operator = Literal["=", ">=", ">", "<=", "<", "~"]
OPERATORS: tuple[Operator, ...] = ("=", ">=", ">", "<=", "<", "~")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number said of a set of people, names, remains or flights.

    Attributes:
        operator: how the value bounds the number; None when no number was given ("a considerable number").
        value: the number, or the low end of a range; None when no number was given.
        unit: a code of the vocabulary ``units``.
        of: the words for what is counted ("Venezuelans").
        high: the high end of a range; None otherwise.
        written: the exact words of the number ("more than 250", "a considerable number").
        hour: the hour it holds for, when said ("at midnight").
        whole: the words of the whole it is a part of, when said ("of the 41").
    """

    operator: Operator | None
    value: int | float | None
    unit: str = "persons"
    of: str = ""
    high: int | float | None = None
    written: str = ""
    hour: str = ""
    whole: str = ""

    def __post_init__(self) -> None:
        if (self.operator is None) != (self.value is None):
            raise InvalidValue(
                f"A figure has an operator and a value or neither, not {self.operator!r} and {self.value!r}."
            )
        if self.high is not None and (self.value is None or self.high < self.value):
            raise InvalidValue(f"A range cannot run from {self.value!r} to {self.high!r}.")

    @property
    def known(self) -> bool:
        """Whether a number was given at all."""
        return self.value is not None

    def admits(self, number: int | float, tolerance: float = 0.0) -> bool | None:
        """Tell whether a number agrees with the figure; None when no number was given.

        Args:
            number: the count to hold against it.
            tolerance: for ``~``, the share of the value by which it may differ (0.05 is five per cent).
        """
        if self.value is None:
            return None
        if self.high is not None:
            return self.value <= number <= self.high
        return {
            "=": number == self.value,
            ">=": number >= self.value,
            ">": number > self.value,
            "<=": number <= self.value,
            "<": number < self.value,
            "~": abs(number - self.value) <= tolerance * abs(self.value),
        }[self.operator or "="]
