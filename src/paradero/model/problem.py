"""Problems: bad material told to the person who gave it, as values that travel beside the results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the material that a person must know of.

    Attributes:
        code: stable, snake_case, listed in ``docs/problems.md``.
        source: the file or document it stands in, as the person named it.
        place: where in the source ("line 3", "character 120", "cell B7"); empty for the whole.
        message: the cause, in one sentence.
        hint: the next step, in one sentence.
        severity: ``error`` when the thing could not be used, ``warning`` when part of it could not, ``notice``
        otherwise.
    """

    code: str
    source: str
    message: str
    hint: str
    place: str = ""
    severity: Severity = "error"

    def line(self) -> str:
        """Return the problem as one line for a terminal or a log."""
        where = f"{self.source} ({self.place})" if self.place else self.source
        return f"{where}: {self.message} {self.hint} [{self.code}]"
