"""How many worker processes help: no more than there are processors, for parsing and reading only compute."""

from __future__ import annotations

from paradero.machine import processors


def helpful(asked: int) -> int:
    """Return the number of workers asked for, or that of the processors when it is smaller."""
    return max(1, min(asked, processors()))
