"""How many worker processes help: no more than there are processors, for parsing and reading only compute."""

from __future__ import annotations

import os


def processors() -> int:
    """Return how many processors this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def helpful(asked: int) -> int:
    """Return the number of workers asked for, or that of the processors when it is smaller."""
    return max(1, min(asked, processors()))
