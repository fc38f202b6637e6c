"""What the machine gives: the processors that may be used."""

from __future__ import annotations

import os


def processors() -> int:
    """Return how many processors this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
